"""An edit of a printed text carried over to the source that the text was printed from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from council_report.comparison.feedback.letters import Letter, letters_of, look_of, origins
from council_report.model.spacing import tidied
from council_report.model.text import Run, Text, joined, plain
from council_report.model.writing import write_text

PART_BEFORE = re.compile(r"(?:\w|[-+\N{MINUS SIGN}]|\d[.,\s])$")
PART_AFTER = re.compile(r"\w|[.,\s]\d")
"""What makes a number before it, or after it, part of another number or of a word."""

Origin = Sequence[int | None]


def carried(source: str, printed: Text, edited: Text) -> str | None:
    """The source, in the Markdown subset, of a printed text as a reviewer left it.

    Statistics stay quoted, and looks as the source has them, wherever the reviewer left them as
    they were. None where the text was not printed from this source.
    """
    letters = letters_of(source, printed)
    if letters is None:
        return None
    if reads_as(edited) == reads_as(printed):
        return source
    edited = tidied(edited)
    return write_text(joined(_runs(letters, edited)))


def reads_as(text: Text) -> Text:
    """A text as it comes back from Word: nothing tells that a number is a statistic.

    Nor does anything tell the language of a text that is not translated.
    """
    return tidied(joined(replace(run, statistic=None, language=None) for run in text))


def _runs(letters: Sequence[Letter], edited: Text) -> Iterator[Run]:
    words = plain(edited)
    looks = [look for run in edited for look in [look_of(run)] * len(run.text)]
    origin = origins("".join(letter.sign for letter in letters), words)
    added = frozenset(one.shown.href for one in letters if not one.meant.href)
    place = 0
    while place < len(words):
        start = origin[place]
        if start is None:
            yield replace(_without(looks[place], added), text=words[place])
            place += 1
            continue
        end = _end_of_quote(letters, words, origin, place)
        text = "" if end else letters[start].written
        statistic = letters[start].meant.statistic if end else None
        yield replace(_look(letters[start], looks[place]), text=text, statistic=statistic)
        place = end or place + 1


def _without(look: Run, added: frozenset[str | None]) -> Run:
    """The look of an inserted letter; what we made a link ourselves is none in the source."""
    return replace(look, href=None) if look.href in added else look


def _look(letter: Letter, seen: Run) -> Run:
    """The look of a letter in the source, as far as the reviewer left it as it was printed."""
    shown, meant = letter.shown, letter.meant
    return Run(
        "",
        strong=meant.strong if seen.strong == shown.strong else seen.strong,
        emphasis=meant.emphasis if seen.emphasis == shown.emphasis else seen.emphasis,
        superscript=meant.superscript
        if seen.superscript == shown.superscript
        else seen.superscript,
        href=meant.href if seen.href == shown.href else seen.href,
    )


def _end_of_quote(letters: Sequence[Letter], words: str, origin: Origin, place: int) -> int | None:
    """Where the number of a statistic ends that begins here whole, and is a number of its own."""
    start = origin[place]
    if start is None or letters[start].quote is None or _continues(letters, start):
        return None
    size = sum(letter.quote == letters[start].quote for letter in letters[start:])
    if list(origin[place : place + size]) != list(range(start, start + size)):
        return None
    end, old = place + size, "".join(letter.sign for letter in letters)
    joins_before = PART_BEFORE.search(words[:place]) and not PART_BEFORE.search(old[:start])
    joins_after = PART_AFTER.match(words[end:]) and not PART_AFTER.match(old[start + size :])
    return None if joins_before or joins_after else end


def _continues(letters: Sequence[Letter], start: int) -> bool:
    """Whether a letter is inside the number of a statistic, and not its first."""
    return start > 0 and letters[start - 1].quote == letters[start].quote
