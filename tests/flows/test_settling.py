"""When a file has settled, and when it is gone, told from looks at it."""

from council_report.intake.arriving import Stamp
from flows.settling import ABSENT, PATIENCE, QUIET, Settling


def stamp(size: int, number: int = 1) -> Stamp:
    """A file of a size."""
    return Stamp(size=size, modified=size, changed=size, number=number)


def settling(*incomplete: str) -> Settling:
    """A folder in which some files are zip files without an end."""
    return Settling(lambda name: name not in incomplete)


def test_a_file_settles_when_it_has_not_changed_for_a_while() -> None:
    """The first look only sees the file; the second takes it, once."""
    folder = settling()
    assert folder.look({"a": stamp(1)}, 0.0) == (frozenset(), frozenset(), True, False)
    assert folder.look({"a": stamp(1)}, QUIET) == ({"a"}, frozenset(), False, False)
    assert folder.look({"a": stamp(1)}, 9.0) == (frozenset(), frozenset(), False, False)


def test_two_looks_close_together_are_not_enough() -> None:
    """A slow writer is not overtaken by looks that follow each other at once."""
    folder = settling()
    folder.look({"a": stamp(1)}, 0.0)
    assert folder.look({"a": stamp(1)}, QUIET / 2).is_waiting


def test_a_file_that_grows_does_not_settle() -> None:
    """As long as every look finds another size, the file is waited for."""
    folder = settling()
    looks = [folder.look({"a": stamp(size)}, size * QUIET) for size in range(1, 9)]
    assert all(look.is_waiting and not look.fresh for look in looks)
    assert folder.look({"a": stamp(8)}, 9 * QUIET).fresh == {"a"}


def test_a_file_that_was_changed_settles_again() -> None:
    """Every version of a file is taken, and the former one counts until then."""
    folder = settling()
    for clock in (0.0, QUIET):
        folder.look({"a": stamp(1)}, clock)
    folder.look({"a": stamp(2)}, 5.0)
    assert folder.settled == {"a": stamp(1)}
    assert folder.look({"a": stamp(2)}, 5.0 + QUIET).fresh == {"a"}
    assert folder.settled == {"a": stamp(2)}


def test_a_zip_file_without_an_end_is_given_more_time() -> None:
    """An upload that pauses is waited for, but not for ever."""
    folder = settling("a.docx")
    folder.look({"a.docx": stamp(1)}, 0.0)
    assert folder.look({"a.docx": stamp(1)}, PATIENCE - 0.1).is_waiting
    assert folder.look({"a.docx": stamp(1)}, PATIENCE).fresh == {"a.docx"}


def test_excel_saving_a_file_takes_nothing_away() -> None:
    """Deleted and there again under its name, the file has changed, and was never gone."""
    folder = settling()
    for clock in (0.0, QUIET):
        folder.look({"a.xlsx": stamp(1)}, clock)
    missing = folder.look({}, 5.0)
    assert (missing.gone, missing.is_doubtful, missing.is_waiting) == (frozenset(), True, True)
    back = folder.look({"a.xlsx": stamp(2, number=2)}, 5.2)
    assert (back.gone, back.is_doubtful) == (frozenset(), False)
    assert folder.look({"a.xlsx": stamp(2, number=2)}, 5.2 + QUIET).fresh == {"a.xlsx"}


def test_a_file_that_stays_away_is_gone() -> None:
    """A file is gone when it was missed for long enough, and that is said once."""
    folder = settling()
    for clock in (0.0, QUIET):
        folder.look({"a": stamp(1)}, clock)
    folder.look({}, 5.0)
    assert folder.look({}, 5.0 + ABSENT) == (frozenset(), {"a"}, False, False)
    assert folder.look({}, 9.0) == (frozenset(), frozenset(), False, False)
    assert not folder.settled


def test_a_file_that_never_settled_is_not_missed() -> None:
    """A passing file that was gone before it was taken leaves no trace."""
    folder = settling()
    folder.look({"Cedd4100": stamp(1)}, 0.0)
    assert folder.look({}, 9.0) == (frozenset(), frozenset(), False, False)
