"""Rich text back as a source in the Markdown subset that ``model/text.py`` reads."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import permutations, product, takewhile
from typing import Literal, NamedTuple

from council_report.model.spacing import tidied, without_loose_spaces
from council_report.model.text import MARKS, Run, Text, joined, parse_text

Mark = Literal["href", "strong", "emphasis"]

LABEL_MARKS = re.compile(r"[*^\[\]\\]")
"""What needs a backslash in the words of a link."""

RAISED_MARKS = re.compile(r"[*^\[ ]|\\(?![^\S ])")
"""What needs a backslash between circumflexes, where no other mark counts."""


FEW_RUNS = 60
MOST_TRIES = 40
"""How many looks are left out one by one, before all that are left go together."""


class Manner(NamedTuple):
    """One of the ways to write the same looks.

    ``signs`` are those that a backslash is put before. ``order`` is which mark is opened first
    where several end together; ``widest`` opens the one that reaches furthest first; ``yielding``
    closes a mark early where the next one outlasts it; ``strong`` are the asterisks: a second pair
    changes nothing but how they are paired off.
    """

    signs: re.Pattern[str] | None
    widest: bool = True
    yielding: bool = False
    strong: str = "**"
    order: Sequence[Mark] = ("href", "strong", "emphasis")


ORDERS: list[tuple[Mark, ...]] = list(permutations(("href", "strong", "emphasis")))

PLAINEST, ESCAPED = Manner(None), Manner(MARKS)

MANNERS = [
    Manner(*choice)
    for choice in product(
        (None, MARKS),
        (True, False),
        (False, True),
        ("**", "****"),
        ORDERS,
    )
]
"""All of them, the plainest first."""


def write_text(text: Text) -> str:
    """A source that ``parse_text`` reads as this text, its spaces tidied.

    No word is ever lost. A look that the subset cannot express where it stands is left out, such
    as bold that begins at a quotation mark within a word; parsing the source again shows which.
    """
    runs = joined(text)
    sources = (_source(simpler, _manners(simpler)) for simpler in _simpler(runs))
    return next((source for source in sources if source is not None), "")


def _simpler(runs: Text) -> Iterator[Text]:
    """The runs, then the same in ever plainer looks; without any they can always be written."""
    yield runs
    runs = tidied(runs)
    yield runs
    runs = without_loose_spaces(runs)
    yield runs
    for _ in range(MOST_TRIES):
        runs = _plainer(runs)
        yield runs
    yield tidied(tuple(Run(run.text, statistic=run.statistic) for run in runs))


def _manners(runs: Text) -> Sequence[Manner]:
    """The ways to try: all of them would take too long where the look changes very often."""
    return MANNERS if len(runs) <= FEW_RUNS else (PLAINEST, ESCAPED)


def _source(runs: Text, manners: Iterable[Manner]) -> str | None:
    """The first of the ways to write the runs that is read back as the same."""
    tried: set[str] = set()
    for manner in manners:
        source = "".join(_written(runs, manner))
        if source not in tried and parse_text(source) == runs:
            return source
        tried.add(source)
    return None


def _written(runs: Text, manner: Manner) -> Iterator[str]:
    while runs:
        first = runs[0]
        reaches = {mark: _reach(runs, mark) for mark in manner.order if getattr(first, mark)}
        if not reaches:
            yield _leaf(first, manner)
            runs = runs[1:]
            continue
        choose = max if manner.widest else min
        mark = choose(reaches, key=lambda mark: reaches[mark])
        end = _yielded(runs, mark, reaches[mark]) if manner.yielding else reaches[mark]
        yield _marked(mark, runs[:end], manner)
        runs = runs[end:]


def _marked(mark: Mark, runs: Text, manner: Manner) -> str:
    """Runs that share a mark, with the mark around them."""
    bare = tuple(replace(run, href=None) if mark == "href" else _without(run, mark) for run in runs)
    if mark == "href":
        inner = "".join(_written(bare, manner._replace(signs=manner.signs and LABEL_MARKS)))
        return f"[{inner}]({runs[0].href})"
    inner = "".join(_written(bare, manner))
    sign = manner.strong if mark == "strong" else "*"
    return f"{sign}{inner}{sign}"


def _without(run: Run, mark: Literal["strong", "emphasis"]) -> Run:
    return replace(run, strong=False) if mark == "strong" else replace(run, emphasis=False)


def _reach(runs: Text, mark: Mark) -> int:
    """How many runs from the first have the same of this mark."""
    meant = getattr(runs[0], mark)
    return len(list(takewhile(lambda run: getattr(run, mark) == meant, runs)))


def _yielded(runs: Text, mark: Mark, end: int) -> int:
    """Where a mark ends at the latest, if it makes way for another that begins in it and stays."""
    others: list[Mark] = [other for other in ("href", "strong", "emphasis") if other != mark]
    for start in range(1, end):
        for other in others:
            here = getattr(runs[start], other)
            begins = here and here != getattr(runs[start - 1], other)
            if begins and start + _reach(runs[start:], other) > end:
                return start
    return end


def _leaf(run: Run, manner: Manner) -> str:
    if run.statistic:
        return f"[[{run.statistic}]]"
    if run.superscript:
        return f"^{RAISED_MARKS.sub(_escaped, run.text)}^"
    return manner.signs.sub(_escaped, run.text) if manner.signs else run.text


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


def _plainer(runs: Text) -> Text:
    """The runs without the look of the first one that cannot be written as it is."""
    read = parse_text("".join(_written(runs, ESCAPED)))
    same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(runs, read, strict=False))))
    index = next(
        (i for i in (*range(same, len(runs)), *reversed(range(same))) if _has_look(runs[i])), 0
    )
    bare = Run(runs[index].text, statistic=runs[index].statistic)
    return tidied((*runs[:index], bare, *runs[index + 1 :]))


def _has_look(run: Run) -> bool:
    return run.strong or run.emphasis or run.superscript or run.href is not None
