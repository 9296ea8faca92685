"""A text put right where a language leaves no doubt, and a record of what was changed."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from council_report.model.language import Language
from council_report.model.message import Message
from council_report.model.text import Run, Text, joined, plain
from council_report.typography import arabic, chinese, english, french, russian, spanish
from council_report.typography.fix import NON_BREAKING_SPACES, NUMBER, Fix

FIXES: Mapping[Language, Sequence[Fix]] = {
    "en": english.FIXES,
    "fr": french.FIXES,
    "es": spanish.FIXES,
    "ru": russian.FIXES,
    "zh": chinese.FIXES,
    "ar": arabic.FIXES,
}

SEEN: Mapping[Language, Sequence[Fix]] = {
    language: tuple(fix for fix in fixes if fix.what != NON_BREAKING_SPACES)
    for language, fixes in FIXES.items()
}
"""Those whose work can be seen: a space that does not break looks like any other."""

RAISED = "\N{WHITE SQUARE}"
"""What stands for a raised sign that is no letter: ``10^2^`` is not the number 102."""

ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.|mailto:)[^\s<>]+|[^\s<>()]+@[^\s<>()]+", re.I)
ADDRESS_SIGNS = re.compile(r"://|www\.|mailto:|@", re.I)
AROUND = 20


class Fixed(NamedTuple):
    """A change that was made: what was put right, and the words around it before and after."""

    what: Message
    before: str
    after: str


class _Edit(NamedTuple):
    start: int
    end: int
    new: str
    what: Message


def normalised(text: Text, language: Language) -> tuple[Text, tuple[Fixed, ...]]:
    """A text as its language sets it, and what was changed to make it so.

    Only signs and spaces change, never a letter, the value of a digit, a web address, a statistic
    or a look; done again, it changes nothing more.
    """
    made: list[Fixed] = []
    while edits := _edits(words := read(text), FIXES[language]):
        made += _record(words, edits)
        text = _applied(text, words, edits)
    return text, tuple(made)


def fixed(words: str, language: Language) -> tuple[str, tuple[Fixed, ...]]:
    """The words of a text, as ``read`` gives them, with what is put right and can be seen."""
    made: list[Fixed] = []
    while edits := _edits(words, SEEN[language]):
        made += _record(words, edits)
        words = "".join(_signs(words, edits))
    return words, tuple(made)


def set_line(line: str, language: Language) -> str:
    """A line without marks, such as a heading, as its language sets it."""
    return plain(normalised((Run(line),), language)[0])


def read(text: Text) -> str:
    """The words of a text, with one sign for each quoted statistic."""
    return "".join(map(_read, text))


def _read(run: Run) -> str:
    if run.statistic:
        return NUMBER
    if run.superscript:
        return "".join(sign if sign.isalpha() else RAISED for sign in run.text)
    return run.text


def _edits(words: str, fixes: Iterable[Fix]) -> list[_Edit]:
    """The changes to make, in order; none within an address, and no two in one place."""
    found: set[_Edit] = set()
    for fix in fixes:
        if not fix.needs or any(sign in words for sign in fix.needs):
            found.update(_found(fix, words))
    if not found:
        return []
    kept: list[_Edit] = []
    fences = [*ADDRESS.finditer(words)] if ADDRESS_SIGNS.search(words) else []
    ends = [one.end() for one in fences]
    for one in sorted(found):
        is_free = not kept or kept[-1].end <= one.start
        next_fence = bisect_right(ends, one.start)
        if is_free and (next_fence == len(ends) or one.end <= fences[next_fence].start()):
            kept.append(one)
    return kept


def _found(fix: Fix, words: str) -> Iterator[_Edit]:
    first = fix.pattern.search(words)
    if first is None or (fix.unless and fix.unless.search(words)):
        return
    for match in fix.pattern.finditer(words, first.start()):
        for group in range(1, len(match.groups()) + 1):
            new = fix.signs.get(match[group] or "")
            if new is not None and fix.holds(match):
                yield _Edit(*match.span(group), new, fix.what)


def _applied(text: Text, words: str, edits: Iterable[_Edit]) -> Text:
    signs = _signs(words, edits)
    runs: list[Run] = []
    start = 0
    for run in text:
        end = start + len(_read(run))
        is_fixed = run.statistic or run.superscript
        runs.append(run if is_fixed else replace(run, text="".join(signs[start:end])))
        start = end
    return joined(runs)


def _signs(words: str, edits: Iterable[_Edit]) -> list[str]:
    """What stands in the place of each sign of a text after the changes."""
    signs = list(words)
    for one in edits:
        signs[one.start : one.end] = [one.new] + [""] * (one.end - one.start - 1)
    return signs


def _record(words: str, edits: Sequence[_Edit]) -> Iterator[Fixed]:
    signs = _signs(words, edits)
    for one in edits:
        around = _around(words, one)
        excerpts = words[around], "".join(signs[around])
        yield Fixed(one.what, *(part.replace(NUMBER, "…").strip() for part in excerpts))


def _around(words: str, one: _Edit) -> slice:
    """The stretch of a text to quote for a change: some words before and after it, whole ones."""
    first, last = max(0, one.start - AROUND), min(len(words), one.end + AROUND)
    if first and " " in words[first : one.start - 1]:
        first = words.index(" ", first) + 1
    if last < len(words) and " " in words[one.end + 1 : last]:
        last = words.rindex(" ", one.end, last)
    return slice(first, last)
