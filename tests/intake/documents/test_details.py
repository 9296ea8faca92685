"""The line under an entry: its fields in any language, and what is wrong with them."""

import pytest

from council_report.model.contribution import Contribution
from tests.intake.documents.builders import bookmark, docx, paragraph, run
from tests.intake.documents.documents import (
    GUIDE,
    STANDARDS,
    finding,
    only,
    read,
    read_body,
    texts,
    told,
)


def with_details(line: str, style: str = "EntryDetails") -> Contribution:
    """The contribution of one entry with this line below it."""
    return read_body(paragraph("Text.") + paragraph(line, style=style))


def test_the_fields_of_an_entry_are_read() -> None:
    """Lists and single values, in English."""
    entry = only(
        with_details(
            "Unit: ITU-T Study Group 13 · Status: under way · Dates: 2025-12-02/2025-12-03; 2026"
            " · Mandates: R1; SG4 · Countries: KR · Partners: A; B · References: C25/43"
        )
    )
    assert (entry.unit, entry.status) == ("ITU-T Study Group 13", "under way")
    assert entry.dates == ("2025-12-02/2025-12-03", "2026")
    assert (entry.mandates, entry.countries) == (("R1", "SG4"), ("KR",))
    assert (entry.partners, entry.references) == (("A", "B"), ("C25/43",))


def test_the_fields_may_be_named_in_another_language() -> None:
    """The form of a contact is in their language."""
    entry = only(with_details("UNITÉ : UIT-T · Statut: En cours · Mandats: R1"))
    assert (entry.unit, entry.status, entry.mandates) == ("UIT-T", "under way", ("R1",))


def test_signs_after_a_backslash_belong_to_the_value() -> None:
    """The form writes a backslash before signs that would part values."""
    entry = only(with_details(r"Unit: A \· B \\ C · Partners: X\; Y; Z"))
    assert (entry.unit, entry.partners) == ("A · B \\ C", ("X; Y", "Z"))


def test_a_line_that_lost_its_style_is_known_by_its_words() -> None:
    """Copying a text as plain text loses styles."""
    contribution = with_details("Unit: ITU-T · Status: done", style="")
    assert (only(contribution).unit, only(contribution).status) == ("ITU-T", "done")


def test_a_sentence_with_a_colon_is_text() -> None:
    """Only known fields make such a line, where the style does not."""
    assert texts(with_details("Result: good · Status: done", style="")) == [
        "Text.",
        "Result: good · Status: done",
    ]


def test_an_entry_that_looks_like_such_a_line_is_an_entry() -> None:
    """The bookmark of an entry says that it is one."""
    body = paragraph("Text.") + paragraph(bookmark("_cr_odd", run("Unit: ITU-T")))
    assert texts(read_body(body)) == ["Text.", "Unit: ITU-T"]


def test_each_field_has_its_place() -> None:
    """A finding of the checks leads to the line."""
    contribution = with_details("Mandates: R9")
    assert contribution.locate("entries", 0, "mandates", 0).paragraph == 3
    assert contribution.locate("entries", 0, "text", "en").paragraph == 2


def test_an_empty_line_says_nothing() -> None:
    """The form may show names of fields without values."""
    contribution = with_details("Unit: · Status:")
    assert (only(contribution).unit, told(contribution)) == (None, {})


@pytest.mark.parametrize(
    ("line", "rule", "words"),
    [
        ("Unti: ITU-T", "field-unknown", "Did you mean “Unit”?"),
        ("Zzz: ITU-T", "field-unknown", "Use one of these"),
        ("Status: under weigh", "value-unknown", "Did you mean “under way”?"),
        ("Status: zzz", "value-unknown", "Use one of these"),
        ("Dates: 2 December 2025", "value-form", "2026-03-31"),
        ("Dates: 2025-02-30", "value-type", "Correct the value."),
        ("Countries: Korea", "value-form", "such as KR"),
        ("Unit: A · Unit: B", "field-repeated", "single “Unit:”"),
    ],
)
def test_what_is_wrong_with_a_field_is_told(line: str, rule: str, words: str) -> None:
    """The finding leads to the line and says what to write; the entry is read all the same."""
    contribution = with_details(line)
    found = finding(contribution, rule)
    assert (found.severity, found.location.paragraph) == ("error", 3)
    assert words in found.remedy
    assert texts(contribution) == ["Text."]


def test_a_line_under_no_entry_is_told() -> None:
    """Somebody deleted the entry and left its line."""
    contribution = read(docx(STANDARDS + paragraph("Unit: ITU-T", style="EntryDetails")))
    assert told(contribution) == {"details-loose": "error"}
    assert contribution.entries == ()


def test_a_line_whose_entry_is_gone_does_not_go_to_the_one_above() -> None:
    """Somebody deleted an entry, left its line, and has to say what was meant."""
    details = paragraph("Unit: ITU-T", style="EntryDetails")
    contribution = read_body(paragraph("Text.") + details + details.replace("ITU-T", "SG 2"))
    assert (only(contribution).unit, told(contribution)) == ("ITU-T", {"details-loose": "error"})


def test_the_fields_of_an_entry_may_stand_on_several_lines() -> None:
    """Each may be a paragraph."""
    lines = paragraph("Unit: ITU-T") + paragraph("Status: done")
    entry = only(read_body(paragraph("Text.") + lines))
    assert (entry.unit, entry.status) == ("ITU-T", "done")


@pytest.mark.parametrize("sign", [";", ",", "|", "•", " -"])
def test_a_field_behind_another_sign_is_told(sign: str) -> None:
    """No keyboard has a key for the sign of the form."""
    contribution = with_details(f"Unit: ITU-T{sign} Status: done")
    assert told(contribution) == {"field-within": "warning"}
    assert "“Status”" in finding(contribution, "field-within").message


def test_text_written_on_in_the_style_of_such_a_line_is_text() -> None:
    """Word goes on in the style of the line above."""
    contribution = with_details("A whole new sentence about our work in 2026.")
    assert texts(contribution) == ["Text.", "A whole new sentence about our work in 2026."]


def test_a_text_box_does_not_take_the_line_of_its_neighbour() -> None:
    """It stands beside the entry, and in the file between the entry and its line."""
    box = "<w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r>"
    host = paragraph(run("Text.") + box.format(paragraph("Box.")))
    first, second = read_body(host + paragraph("Unit: ITU-T", style="EntryDetails")).entries
    assert (first.unit, second.unit) == ("ITU-T", None)


OLD = paragraph(bookmark("_cr_one", run("What we wrote last year.")))
DETAILS = paragraph("Unit: ITU-T", style="EntryDetails")


@pytest.mark.parametrize("new", [["New text."], ["New text.", "More of it."]])
def test_details_that_new_text_takes_from_an_entry_are_told(new: list[str]) -> None:
    """Whoever presses Enter at the end of an entry writes above its line of details."""
    contribution = read_body(OLD + "".join(map(paragraph, new)) + DETAILS)
    assert [entry.unit for entry in contribution.entries] == [
        None,
        *[None] * (len(new) - 1),
        "ITU-T",
    ]
    assert told(contribution) == {"details-moved": "warning"}
    found = finding(contribution, "details-moved")
    assert (found.location.words, found.location.paragraph) == (new[-1], 2 + len(new))
    assert "“What we wrote last year.”" in found.message
    assert "below that text" in found.remedy


@pytest.mark.parametrize(
    "body",
    [
        OLD + DETAILS + paragraph("New.") + DETAILS,
        OLD + paragraph("Unit: · Status:", style="EntryDetails") + paragraph("New.") + DETAILS,
        OLD + paragraph("New."),
        paragraph("New.") + paragraph("Newer.") + DETAILS,
        OLD + paragraph(bookmark("_cr_two", run("Another one."), 2)) + DETAILS,
        OLD + paragraph("Text one.") + DETAILS,
        paragraph(bookmark("_cr_bare", run("Never had any."))) + paragraph("New.") + DETAILS,
    ],
    ids=["own", "empty", "no details", "all new", "all old", "known by words", "never any"],
)
def test_details_that_nobody_moved_are_not_told(body: str) -> None:
    """New text may have details of its own."""
    more = {"texts": {"Text one.": "text-one"}, "undetailed": frozenset({"bare"})}
    assert told(read_body(body, GUIDE.model_copy(update=more))) == {}
