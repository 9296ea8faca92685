"""How much changed, in figures."""

from council_report.comparison.counting import count_by_kind
from council_report.model.change import Change, ChangeKind


def a_change(*kinds: ChangeKind) -> Change:
    """A change of these kinds."""
    return Change(key="entry a", kinds=kinds)


def test_a_change_counts_for_each_of_its_kinds() -> None:
    """The kinds come in their own order, and those that do not occur are left out."""
    changes = [a_change("reworded"), a_change("moved", "reworded"), a_change("added")]
    assert [*count_by_kind(changes).items()] == [("added", 1), ("moved", 1), ("reworded", 2)]


def test_no_changes_count_nothing() -> None:
    """Two drafts that say the same have no kind of change."""
    assert count_by_kind(()) == {}
