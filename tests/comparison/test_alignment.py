"""Two sequences laid side by side."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from council_report.comparison.alignment import Stretch, aligned

items = st.lists(st.integers(-3, 3), max_size=12)


@given(items, items)
def test_stretches_cover_both_sequences_by_turns(old: list[int], new: list[int]) -> None:
    """Nothing is left out or there twice, and what is called the same is the same."""
    stretches = aligned(old, new)
    assert [place for one in stretches for place in one.old] == [*range(len(old))]
    assert [place for one in stretches for place in one.new] == [*range(len(new))]
    for one in stretches:
        words = [old[place] for place in one.old], [new[place] for place in one.new]
        assert (words[0] == words[1]) == one.is_same
    turns = [one.is_same for one in stretches]
    assert all(one != other for one, other in pairwise(turns))


def test_items_that_share_a_hash_are_not_the_same() -> None:
    """In Python -1 and -2 have one hash, and are two numbers all the same."""
    assert hash(-1) == hash(-2)
    assert aligned([-1], [-2]) == [Stretch(False, range(1), range(1))]
