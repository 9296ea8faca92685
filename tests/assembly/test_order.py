"""The order of entries: the outline, the contributors, their files, their study groups."""

from collections.abc import Callable

import pytest

from council_report.model.contribution import Contribution, Entry
from council_report.model.document import Document

MakeEntry = Callable[..., Entry]
MakeFile = Callable[..., Contribution]
Assembled = Callable[..., Document]


def keys(document: Document) -> list[str]:
    """The ids of the entries in the body, in the order in which they are printed."""
    return [block.entry for block in document.blocks if block.entry]


@pytest.fixture
def sorted_keys(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled
) -> Callable[..., list[str]]:
    """The order that entries of one file of ITU-T come out in; each is an id, a unit, a kind."""

    def order(*entries: tuple[str, str | None, str]) -> list[str]:
        made = [make_entry(key, unit=unit, kind=kind) for key, unit, kind in entries]
        return keys(assembled(make_file("itu-t", *made)))

    return order


def test_sections_follow_the_outline(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled
) -> None:
    """Entries are printed by section, whatever order the file has them in."""
    sections = ("capacity", "introduction", "standards")
    entries = [make_entry(f"in-{section}", section) for section in sections]
    document = assembled(make_file("itu-t", *entries))
    assert keys(document) == ["in-introduction", "in-standards", "in-capacity"]


def test_contributors_follow_the_section(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled
) -> None:
    """The outline's order of contributors counts, not that of the session or of the files."""
    document = assembled(
        make_file("itu-r", make_entry("from-itu-r")), make_file("itu-t", make_entry("from-itu-t"))
    )
    assert keys(document) == ["from-itu-t", "from-itu-r"]


def test_other_contributors_come_after_those_who_owe_the_section(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled
) -> None:
    """Who was not asked is printed after those who were, in the order of the session."""
    senders = ("itu-d", "general-secretariat", "itu-r", "itu-t")
    document = assembled(*(make_file(key, make_entry(f"from-{key}")) for key in senders))
    assert keys(document) == ["from-itu-t", "from-itu-r", "from-general-secretariat", "from-itu-d"]


def test_entries_keep_the_order_of_files_and_of_each_file(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled
) -> None:
    """A contributor's files follow one another as they were collected, each from top to bottom."""
    document = assembled(
        make_file("itu-t", make_entry("z"), make_entry("y"), name="a.yaml"),
        make_file("itu-t", make_entry("x"), name="b.yaml"),
    )
    assert keys(document) == ["z", "y", "x"]


def test_study_groups_ascend(sorted_keys: Callable[..., list[str]]) -> None:
    """Neighbours of study groups are printed by number, not by letter, however it is written."""
    assert sorted_keys(
        ("sixteen", "ITU-T Study Group 16", "bullet"),
        ("two", "SG2", "bullet"),
        ("thirteen", "ITU-T SG 13", "bullet"),
    ) == ["two", "thirteen", "sixteen"]


def test_entries_of_one_study_group_keep_their_order(
    sorted_keys: Callable[..., list[str]],
) -> None:
    """Sorting by study group moves nothing within a study group."""
    assert sorted_keys(
        ("z", "SG13", "bullet"),
        ("y", "SG2", "bullet"),
        ("x", "SG13", "bullet"),
        ("w", "SG2", "bullet"),
    ) == ["y", "w", "z", "x"]


@pytest.mark.parametrize(
    "between",
    [("between", "ITU-T", "bullet"), ("between", None, "bullet"), ("between", "SG1", "paragraph")],
)
def test_study_groups_are_sorted_among_neighbours_only(
    sorted_keys: Callable[..., list[str]], between: tuple[str, str | None, str]
) -> None:
    """An entry of no study group, or of another kind, is a border that none crosses."""
    order = sorted_keys(("sixteen", "SG16", "bullet"), between, ("two", "SG2", "bullet"))
    assert order == ["sixteen", "between", "two"]


def test_study_groups_of_two_contributors_are_not_mixed(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled
) -> None:
    """Study groups ascend within a Sector."""
    document = assembled(
        make_file("itu-t", make_entry("t-16", unit="SG16"), make_entry("t-5", unit="SG5")),
        make_file("itu-r", make_entry("r-6", unit="SG6"), make_entry("r-1", unit="SG1")),
    )
    assert keys(document) == ["t-5", "t-16", "r-1", "r-6"]


def test_sub_bullets_stay_under_their_bullet(sorted_keys: Callable[..., list[str]]) -> None:
    """A bullet that moves takes its sub-bullets along, whatever unit they name."""
    assert sorted_keys(
        ("sixteen", "SG16", "bullet"),
        ("under-sixteen", "SG1", "sub-bullet"),
        ("also-under-sixteen", None, "sub-bullet"),
        ("two", "SG2", "bullet"),
        ("under-two", "SG17", "sub-bullet"),
    ) == ["two", "under-two", "sixteen", "under-sixteen", "also-under-sixteen"]


def test_a_sub_bullet_never_joins_the_bullet_of_another_file(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled
) -> None:
    """A file that begins with a sub-bullet is printed in one piece, after the one before it."""
    document = assembled(
        make_file(
            "itu-t",
            make_entry("t-16", unit="SG16", kind="bullet"),
            make_entry("t-2", unit="SG2", kind="bullet"),
        ),
        make_file("itu-r", make_entry("r-sub", kind="sub-bullet"), make_entry("r-next")),
    )
    assert keys(document) == ["t-2", "t-16", "r-sub", "r-next"]
