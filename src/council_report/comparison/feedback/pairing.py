"""The signs of a text as it was written, beside those that were printed for them.

A draft is set as its language has it: a space before a colon is left out, quotation marks are
others. Letters, the values of digits and statistics are never others.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple
from unicodedata import decimal

from council_report.model.text import Run


class Pair(NamedTuple):
    """A printed piece, a sign or a statistic, and what was written for it: mostly the same."""

    written: tuple[Run, ...]
    shown: Run


def paired(written: Sequence[Run], shown: Sequence[Run]) -> list[Pair] | None:
    """The pieces of a printed text, each with those of its source that it was printed for.

    What is not printed goes with the piece after it, at the end with the last. None where letters
    or numbers are others, or where signs were put in.
    """
    if _spelling(written) != _spelling(shown):
        return None
    pairs: list[Pair] = []
    for (olds, old), (news, new) in zip(_stretches(written), _stretches(shown), strict=True):
        slots = _slots(olds, news)
        if slots is None:
            return None
        pairs += [Pair(*one) for one in zip(slots, news, strict=False)]
        if old and new:
            pairs.append(Pair((*slots[-1], old), new))
        elif slots[-1] and pairs:
            pairs[-1] = Pair((*pairs[-1].written, *slots[-1]), pairs[-1].shown)
    return pairs


def _spelling(pieces: Sequence[Run]) -> list[str]:
    return [spelled for one in pieces if (spelled := _spelled(one))]


def _spelled(piece: Run) -> str:
    """What no way of setting a text changes: a letter, a digit's value, a statistic; else none."""
    if piece.statistic:
        return f"[[{piece.statistic}]]"
    return str(decimal(piece.text, piece.text)) if piece.text.isalnum() else ""


def _stretches(pieces: Sequence[Run]) -> Iterator[tuple[Sequence[Run], Run | None]]:
    """The signs before each letter, digit and statistic, with that; then those at the end."""
    start = 0
    for place, piece in enumerate(pieces):
        if _spelled(piece):
            yield pieces[start:place], piece
            start = place + 1
    yield pieces[start:], None


def _slots(olds: Sequence[Run], news: Sequence[Run]) -> list[tuple[Run, ...]] | None:
    """What was written for each of some signs, and at last for what comes after them."""
    slots: list[tuple[Run, ...]] = [*((one,) for one in olds), ()]
    if len(olds) == len(news):
        return slots
    before = _same(olds, news)
    after = _same(olds[before:][::-1], news[before:][::-1])
    replaced, count = tuple(olds[before : len(olds) - after]), len(news) - before - after
    if count > len(replaced):
        return None
    tail = slots[len(olds) - after :]
    if count:
        return [*slots[:before], replaced, *[()] * (count - 1), *tail]
    return [*slots[:before], (*replaced, *tail[0]), *tail[1:]]


def _same(one: Sequence[Run], other: Sequence[Run]) -> int:
    """How many signs are the same in two texts, from their start."""
    pairs = zip(one, other, strict=False)
    return len(list(takewhile(lambda pair: pair[0].text == pair[1].text, pairs)))
