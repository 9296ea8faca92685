"""Where something stands in a file."""

from hypothesis import given
from hypothesis import strategies as st

from council_report.model.location import Location, Path, place_in

PATHS = st.lists(st.sampled_from(["a", "b", 0, 1]), max_size=4).map(tuple)


def test_a_place_is_shown_with_its_line() -> None:
    """A person reads the file and, where it is known, the line."""
    assert str(Location("a.yaml", 3)) == "a.yaml, line 3"
    assert str(Location("a.yaml")) == "a.yaml"


@given(st.sets(PATHS), PATHS)
def test_every_value_has_the_nearest_known_place(known: set[Path], path: Path) -> None:
    """The place of a value is that of the longest known beginning of its path, or the file."""
    places = {way: Location("a.yaml", line) for line, way in enumerate(known, 1)}
    above = [way for way in known if path[: len(way)] == way]
    nearest = places[max(above, key=len)] if above else Location("a.yaml")
    assert place_in(places, path, "a.yaml") == nearest
