"""The fingerprint of a draft."""

from hypothesis import given
from hypothesis import strategies as st

from council_report.archive.fingerprint import fingerprint

PARTS = st.dictionaries(st.text(), st.text(), max_size=4)


@given(PARTS)
def test_order_does_not_matter(parts: dict[str, str]) -> None:
    """The same parts in another order have the same fingerprint."""
    assert fingerprint(dict(reversed(parts.items()))) == fingerprint(parts)


@given(PARTS, PARTS)
def test_other_parts_have_another_fingerprint(one: dict[str, str], other: dict[str, str]) -> None:
    """Two sets of parts have the same fingerprint exactly when they are the same."""
    assert (fingerprint(one) == fingerprint(other)) == (one == other)


def test_names_and_digests_are_not_run_together() -> None:
    """A letter that moves from a name to its digest changes the fingerprint."""
    assert fingerprint({"ab": "c"}) != fingerprint({"a": "bc"})


def test_it_never_changes() -> None:
    """A fingerprint stored years ago is still that of the same parts."""
    assert fingerprint({"é": "1", "a": "2"}) == (
        "9584ec6419a0bce195141a55cbd703955b4b308281834310ecf6c998d74d60a7"
    )
