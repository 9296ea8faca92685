"""Two sequences laid side by side: what is the same in both, in the same order, and what is not."""

from collections.abc import Hashable, Sequence
from itertools import groupby
from typing import NamedTuple

from rapidfuzz.distance import Indel

LIMIT = 400_000_000
"""How many pairs of items are weighed against one another at most: two lists of 20,000."""


class Stretch(NamedTuple):
    """Neighbouring items that both sequences have, or where they differ; ``old`` or ``new`` may be
    empty in the latter case. Both are places in their sequence.
    """

    is_same: bool
    old: range
    new: range

    def within(self, whole: "Stretch") -> "Stretch":
        """A stretch of the items of another one, by their places in the sequences themselves."""
        olds = whole.old[self.old.start : self.old.stop]
        return Stretch(self.is_same, olds, whole.new[self.new.start : self.new.stop])


def aligned(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Stretch]:
    """The stretches of two sequences, same and different by turns, with the most items the same.

    Where the sequences differ in more than ``LIMIT`` allows to weigh, that is one stretch.
    """
    before, middle, after = ends_apart(old, new)
    between = [middle]
    if len(middle.old) * len(middle.new) <= LIMIT:
        between = _weighed(old, middle.old, new, middle.new)
    return together([before, *between, after])


def ends_apart(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[Stretch, ...]:
    """What is the same at the beginning, what is between, and what is the same at the end."""
    first = _alike(old, new)
    last = _alike(old[first:][::-1], new[first:][::-1])
    olds, news = range(first, len(old) - last), range(first, len(new) - last)
    return (
        Stretch(True, range(first), range(first)),
        Stretch(False, olds, news),
        Stretch(True, range(olds.stop, len(old)), range(news.stop, len(new))),
    )


def together(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Stretches without the empty ones, neighbours that are both same or both different as one."""
    full = (one for one in stretches if one.old or one.new)
    groups = (list(group) for _, group in groupby(full, lambda one: one.is_same))
    return [_spanned(group[0], group[-1]) for group in groups]


def _spanned(first: Stretch, last: Stretch) -> Stretch:
    olds = range(first.old.start, last.old.stop)
    return Stretch(first.is_same, olds, range(first.new.start, last.new.stop))


def _alike(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    """How many items at the beginning are the same."""
    shorter = min(len(old), len(new))
    return next((place for place in range(shorter) if old[place] != new[place]), shorter)


def _weighed(
    old: Sequence[Hashable], olds: range, new: Sequence[Hashable], news: range
) -> list[Stretch]:
    # RapidFuzz takes items of the same hash for the same item, so each gets a number of its own.
    numbers: dict[Hashable, int] = {}
    one = [numbers.setdefault(old[place], len(numbers)) for place in olds]
    other = [numbers.setdefault(new[place], len(numbers)) for place in news]
    return [
        Stretch(
            step.tag == "equal",
            olds[step.src_start : step.src_end],
            news[step.dest_start : step.dest_end],
        )
        for step in Indel.opcodes(one, other)
    ]
