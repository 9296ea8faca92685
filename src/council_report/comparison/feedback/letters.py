"""A printed text letter by letter: how each looks, and how it was meant to in the source."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import NamedTuple

from rapidfuzz.distance import Indel

from council_report.comparison.feedback.pairing import Pair, paired
from council_report.comparison.tokens import TOKEN
from council_report.model.text import Run, Text, parse_text


class Letter(NamedTuple):
    """A letter of a printed text.

    ``shown`` is how it looks in print, ``meant`` how in the source, where document symbols are no
    links yet. ``written`` is what the source has for it: another sign, or several, where the draft
    was set as its language has it. ``quote`` tells apart the quoted statistics, for a letter of the
    number of one.
    """

    sign: str
    shown: Run
    meant: Run
    written: str
    quote: int | None = None


def letters_of(source: str, printed: Text) -> tuple[Letter, ...] | None:
    """The letters of a text that was printed from a source in the Markdown subset.

    None where something else was printed, such as a text that marks a missing translation.
    """
    pairs = paired(_pieces(parse_text(source)), _pieces(printed))
    if pairs is None:
        return None
    numbers = count()
    return tuple(letter for pair in pairs for letter in _letters(pair, numbers))


def _pieces(runs: Text) -> list[Run]:
    """The letters of a text, each as a run of its own; a statistic is one."""
    return [
        piece
        for run in runs
        for piece in ((run,) if run.statistic else (replace(run, text=sign) for sign in run.text))
    ]


def _letters(pair: Pair, numbers: Iterator[int]) -> Iterator[Letter]:
    """The letters of a piece: several where it is the number of a statistic."""
    written, piece = pair
    shown = look_of(piece)
    meant = written[-1] if written else shown
    if not piece.statistic:
        yield Letter(piece.text, shown, meant, "".join(one.text for one in written))
        return
    quote = next(numbers)
    for sign in piece.text:
        yield Letter(sign, shown, meant, sign, quote)


def look_of(run: Run) -> Run:
    """A run without its words; a reviewer's file does not say in which language it is."""
    return replace(run, text="", statistic=None, language=None)


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
