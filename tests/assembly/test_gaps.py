"""The places where a document waits for somebody, and what it says there."""

from collections.abc import Callable

from council_report.model.contribution import Contribution, Entry
from council_report.model.document import Block, Document, Gap

MakeEntry = Callable[..., Entry]
MakeFile = Callable[..., Contribution]
Assembled = Callable[..., Document]


def gaps(document: Document, section: str) -> list[tuple[str, str]]:
    """Who a section waits for, and why."""
    return [(gap.contributor, gap.reason) for gap in document.gaps if gap.section == section]


def placeholders(document: Document, section: str) -> list[Block]:
    """The marked places of a section."""
    blocks = document.all_blocks()
    return [b for b in blocks if b.section == section and b.kind == "placeholder"]


def test_nothing_received(assembled: Assembled) -> None:
    """Before anything has come, everything is awaited, box rows included."""
    document = assembled()
    assert [(gap.contributor, gap.section) for gap in document.gaps] == [
        ("general-secretariat", "purpose"),
        ("general-secretariat", "references"),
        ("general-secretariat", "introduction"),
        ("itu-t", "standards"),
        ("itu-r", "standards"),
        ("itu-d", "capacity"),
    ]
    assert {gap.reason for gap in document.gaps} == {"nothing received"}


def test_nothing_for_this_section(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled
) -> None:
    """A contributor who has written elsewhere is still awaited in a section that it owes."""
    document = assembled(make_file("itu-d", make_entry("a", "standards")))
    assert gaps(document, "capacity") == [("itu-d", "nothing for this section")]


def test_what_has_come_is_not_awaited(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled
) -> None:
    """One entry in use is enough for a section to be complete."""
    document = assembled(make_file("itu-d", make_entry("a", "capacity")))
    assert gaps(document, "capacity") == []
    assert placeholders(document, "capacity") == []


def test_a_file_set_aside_is_named_where_its_entries_are_missing(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled
) -> None:
    """A file with an error gives nothing to the document, and its sections say so."""
    document = assembled(make_file("itu-d", make_entry("a", "capacity"), aside=True))
    assert gaps(document, "capacity") == [
        ("itu-d", "set aside for errors: inputs/C25/itu-d/a.yaml")
    ]
    assert not [block for block in document.all_blocks() if block.entry]


def test_a_file_set_aside_is_awaited_beside_one_in_use(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled
) -> None:
    """What is missing is marked even where the contributor's other file is printed."""
    document = assembled(
        make_file("itu-d", make_entry("a", "capacity"), name="good.yaml"),
        make_file("itu-d", make_entry("b", "capacity"), name="bad.yaml", aside=True),
    )
    assert gaps(document, "capacity") == [
        ("itu-d", "set aside for errors: inputs/C25/itu-d/bad.yaml")
    ]


def test_a_file_set_aside_leaves_no_gap_where_it_says_it_writes_nothing(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled
) -> None:
    """A file whose sections are known is missed in those only."""
    document = assembled(
        make_file("itu-t", make_entry("a", "standards"), name="good.yaml"),
        make_file("itu-t", make_entry("b", "capacity"), name="bad.yaml", aside=True),
    )
    assert gaps(document, "standards") == [("itu-r", "nothing received")]


def test_a_file_that_could_not_be_read_may_belong_anywhere(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled
) -> None:
    """Its contributor's part is marked in every section that the contributor owes."""
    document = assembled(
        make_file("itu-t", make_entry("a", "standards"), name="good.yaml"),
        make_file("itu-t", name="bad.yaml", aside=True),
    )
    reason = "set aside for errors: inputs/C25/itu-t/bad.yaml"
    assert gaps(document, "standards") == [("itu-t", reason), ("itu-r", "nothing received")]


def test_a_file_set_aside_is_named_where_nothing_else_has_come(
    make_file: MakeFile, assembled: Assembled
) -> None:
    """A file that names a section wrongly is the likely reason why the right one is empty."""
    document = assembled(make_file("itu-d", aside=True, claims=("capacitty",)))
    assert gaps(document, "capacity") == [
        ("itu-d", "set aside for errors: inputs/C25/itu-d/a.yaml")
    ]


def test_a_file_set_aside_is_missed_where_nobody_asked_for_it(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled
) -> None:
    """Entries of a contributor who does not owe the section are marked as well."""
    document = assembled(make_file("itu-d", make_entry("a", "standards"), aside=True))
    assert gaps(document, "standards") == [
        ("itu-t", "nothing received"),
        ("itu-r", "nothing received"),
        ("itu-d", "set aside for errors: inputs/C25/itu-d/a.yaml"),
    ]


def test_a_placeholder_stands_at_the_end_of_its_section(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled
) -> None:
    """Each gap is a marked paragraph under the heading, after what has come."""
    document = assembled(make_file("itu-t", make_entry("a", "standards")))
    body = [(block.kind, block.line) for block in document.blocks]
    start = body.index(("heading", "AI standards"))
    assert body[start : start + 5] == [
        ("heading", "AI standards"),
        ("paragraph", "Text of a."),
        ("placeholder", "[awaited: ITU-R]"),
        ("heading", "AI capacity"),
        ("placeholder", "[awaited: ITU-D]"),
    ]


def test_a_placeholder_stands_in_the_box(assembled: Assembled) -> None:
    """A row of the box that nobody has written waits for who writes the box."""
    row = assembled().box[0]
    assert [block.line for block in row.blocks] == ["[awaited: General Secretariat]"]


def test_a_placeholder_is_in_the_language_of_the_document(assembled: Assembled) -> None:
    """Its words come from the catalogue, the contributor's name from the session."""
    (placeholder,) = placeholders(assembled(language="fr"), "capacity")
    assert placeholder.line == "[en attente: UIT-D]"
    assert placeholder.contributor == "itu-d"
    assert placeholder.entry is None


def test_gaps_and_placeholders_agree(make_file: MakeFile, assembled: Assembled) -> None:
    """Every gap has its place in the document, in the same order."""
    document = assembled(make_file("itu-t", aside=True))
    places = [b for b in document.all_blocks() if b.kind == "placeholder"]
    assert [(b.contributor, b.section) for b in places] == [
        (gap.contributor, gap.section) for gap in document.gaps
    ]
    assert all(isinstance(gap, Gap) and gap.reason for gap in document.gaps)
