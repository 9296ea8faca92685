"""A printed text letter by letter: how each looks, and how it was meant to in the source."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from rapidfuzz.distance import Indel

from council_report.model.text import Run, Text, parse_text

TOKEN = re.compile(r"[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+|.", re.DOTALL)
"""A word, or any other sign; each ideograph is a word."""

NO_LOOK = Run("")


class Letter(NamedTuple):
    """A letter of a printed text.

    ``shown`` is how it looks in print, ``meant`` how in the source, where document symbols are no
    links yet. ``quote`` tells apart the quoted statistics, for a letter of the number of one.
    """

    sign: str
    shown: Run
    meant: Run
    quote: int | None = None


def letters_of(source: str, printed: Text) -> tuple[Letter, ...] | None:
    """The letters of a text that was printed from a source in the Markdown subset.

    None where something else was printed, such as a text that marks a missing translation.
    """
    meant = _pieces(parse_text(source))
    letters: list[Letter] = []
    quotes = 0
    for run in printed:
        shown = look_of(run)
        if run.statistic:
            piece = next(meant, NO_LOOK)
            if piece.statistic != run.statistic:
                return None
            letters += [Letter(sign, shown, piece, quotes) for sign in run.text]
            quotes += 1
            continue
        for sign in run.text:
            piece = next(meant, NO_LOOK)
            if piece.statistic or piece.text != sign:
                return None
            letters.append(Letter(sign, shown, piece))
    return tuple(letters) if next(meant, None) is None else None


def _pieces(runs: Text) -> Iterator[Run]:
    """The letters of a source, each as a run of its own; a statistic is one."""
    for run in runs:
        if run.statistic:
            yield run
        else:
            yield from (replace(run, text=sign) for sign in run.text)


def look_of(run: Run) -> Run:
    """A run without its words."""
    return replace(run, text="", statistic=None)


def origins(old: str, new: str) -> list[int | None]:
    """For each letter of the new text, which letter of the old one it was; words stay whole."""
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    numbers = {token: number for number, token in enumerate(dict.fromkeys((*before, *after)))}
    starts = _starts(before)
    found: list[int | None] = []
    for step in Indel.opcodes(_numbered(before, numbers), _numbered(after, numbers)):
        for place in range(step.dest_start, step.dest_end):
            start = starts[step.src_start + place - step.dest_start] if step.tag == "equal" else -1
            size = len(after[place])
            found += range(start, start + size) if start >= 0 else [None] * size
    return found


def _numbered(tokens: Sequence[str], numbers: dict[str, int]) -> list[int]:
    return [numbers[token] for token in tokens]


def _starts(tokens: Iterable[str]) -> list[int]:
    starts, position = [], 0
    for token in tokens:
        starts.append(position)
        position += len(token)
    return starts
