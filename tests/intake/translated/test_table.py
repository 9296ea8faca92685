"""Our Word table that came back is read row by row, or refused; nothing is raised."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings

from council_report.intake.edited.reading import read_guarded_copy
from council_report.intake.translated import read_returned
from council_report.intake.translated.table import table_in
from council_report.model.finding import Finding
from council_report.model.text import parse_text
from council_report.model.translation import Returned, job_line
from council_report.rendering.translation.table import table_of
from tests.intake import hostile, packages
from tests.intake.documents.builders import docx, paragraph, run, table
from tests.intake.edited.tracking import comment, put_in, taken_out
from tests.xliff.jobs import FONTS, SOURCES, WORDED, by_id, job, sent, unit

ONE = unit("itu-t:one", "Of [[key-1]] [standards](https://example.org)")
TWO = unit("itu-t:two", "Plain words")
UNITS = by_id(ONE, TWO)
HEADER = (job_line("C25", "en", "es"), "Source text", "Translation")
FOUR = (HEADER[0], "Source text", "Previous translation", "Translation")


def read(data: bytes) -> tuple[Returned, tuple[Finding, ...]]:
    """What a Word file returns, read in this process: what is confined is tested below."""
    return table_in(read_guarded_copy(sent(data, "C25-es.docx")), UNITS)


def rows(*cells: tuple[str, ...], **more: str) -> bytes:
    """A Word file as Word might save ours, with these rows."""
    return docx(paragraph("Translations", "Title") + table(HEADER, *cells), **more)  # type: ignore[arg-type]


@settings(max_examples=40)
@given(WORDED, SOURCES)
def test_every_translation_comes_back(source: str, target: str) -> None:
    """With its looks, links and statistics."""
    known = unit("itu-t:a", source, target)
    copy = read_guarded_copy(sent(table_of(job(known), FONTS, {}), "a.docx"))
    returned, _ = table_in(copy, by_id(known))
    (found,) = returned.units
    assert found.id == known.id
    assert parse_text(found.target or "") == parse_text(target)


def test_the_table_says_what_it_is_of() -> None:
    """Session, languages, and each unit at the paragraph of its translation."""
    data = table_of(job(ONE, TWO, terms=[("ITU", "UIT")]), FONTS, {})
    returned, findings = read_returned(sent(data, "C25-es.docx"), UNITS)
    assert findings == ()
    assert (returned.session, returned.source_language, returned.language) == ("C25", "en", "es")
    assert [(one.id, one.source, one.target) for one in returned.units] == [
        (ONE.id, ONE.source, None),
        (TWO.id, TWO.source, None),
    ]
    assert returned.units[1].place.paragraph
    assert returned.units[1].place.words == "Plain words"


def test_the_language_is_known_before_the_units_are() -> None:
    """It says which units the file is to be read with."""
    returned, findings = read_returned(sent(table_of(job(TWO), FONTS, {}), "a.docx"), {})
    assert findings == ()
    assert (returned.language, returned.units[0].id) == ("es", "itu-t:two")


def test_a_translation_may_have_several_paragraphs() -> None:
    """They are one text, as the source is."""
    cell = paragraph("Palabras") + paragraph("sencillas.")
    returned, findings = read(rows(("itu-t:two", "Plain words", cell)))
    assert findings == ()
    assert returned.units[0].target == "Palabras sencillas."


def test_of_the_first_cell_only_its_first_line_is_the_id() -> None:
    """A program may have broken it; what stands below it is for the translator."""
    cell = paragraph("itu-t: two ") + paragraph("Standards")
    returned, _ = read(rows((cell, "Plain words", "Palabras"), ("", "", "")))
    assert [one.id for one in returned.units] == ["itu-t:two"]


def test_a_column_of_previous_translations_is_passed_over() -> None:
    """The translation is the last cell."""
    data = docx(table(FOUR, ("itu-t:two", "Plain words", "Viejo", "Nuevo")))
    assert read(data)[0].units[0].target == "Nuevo"


def test_a_previous_translation_is_not_taken_for_the_translation() -> None:
    """Whoever deletes the last column has translated nothing."""
    known = unit("itu-t:two", "Plain words", "Viejo", state="outdated")
    data = docx(table(FOUR[:3], ("itu-t:two", "Plain words", "Viejo")))
    returned, _ = table_in(read_guarded_copy(sent(data, "a.docx")), by_id(known))
    assert returned.units[0].target is None


def test_a_table_that_was_parted_is_one() -> None:
    """Rows dragged out of it are still of the same job."""
    body = table(FOUR, ("itu-t:one", "Of", "", "De"))
    body += paragraph() + table(("itu-t:two", "Plain words", "", "Palabras"))
    returned, findings = read(docx(body))
    assert findings == ()
    assert [(one.id, one.target) for one in returned.units] == [
        ("itu-t:one", "De"),
        ("itu-t:two", "Palabras"),
    ]


BOX = (
    "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape>"
    "</w:pict></w:r>"
)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("itu-t:two", "Plain words Palabras"), "itu-t:two Plain words Palabras"),
        (("itu-t:two", "Plain words", "Pala", "bras"), "itu-t:two Plain words Pala bras"),
        (("", "", "Palabras"), "Palabras"),
        (
            ("itu-t:two", "Plain words", table(("Pala", "bras")) + paragraph("sencillas")),
            "Pala bras",
        ),
        (
            ("itu-t:two", "Plain words", paragraph(BOX.format(paragraph("Palabras")))),
            "Palabras",
        ),
    ],
    ids=["cells joined", "cell parted", "no id", "table in a cell", "text box"],
)
def test_words_in_no_row_as_it_was_sent_are_an_error(row: tuple[str, ...], words: str) -> None:
    """They may be a translation, and are not lost in silence."""
    _, findings = read(rows(("itu-t:one", "Of", "De"), row, ("itu-t:three", "Of", "De")))
    (finding,) = (one for one in findings if one.rule == "translation-unread")
    assert finding.severity == "error"
    assert finding.location.words == words


def test_words_outside_the_table_are_a_note() -> None:
    """A translator may ask something there; our own instructions are passed over."""
    guide = paragraph("Write each translation into the last column.", "FormGuidance")
    body = guide + table(HEADER, ("itu-t:two", "Plain words", "Palabras")) + paragraph("A question")
    _, (finding,) = read(docx(body))
    assert (finding.rule, finding.severity) == ("translation-unread", "note")
    assert finding.location.words == "A question"


def test_a_lost_or_added_statistic_is_told() -> None:
    """As in an XLIFF file."""
    known = unit("itu-t:two", "Of [[key-1]]")
    data = rows(("itu-t:two", "Of [[key-1]]", "De [[key-2]]"))
    returned, _ = table_in(read_guarded_copy(sent(data, "a.docx")), by_id(known))
    assert returned.units[0].target == "De [[key-2]]"
    assert returned.units[0].problem == (
        "it lacks protected numbers of its source: [[key-1]]; "
        "it has marks that its source does not have: [[key-2]]"
    )


def test_a_source_that_somebody_edited_comes_back_as_it_is() -> None:
    """So that it is seen that it is not the one we have."""
    returned, _ = read(rows(("itu-t:two", "Plainer words", "Palabras")))
    assert returned.units[0].source == "Plainer words"


def test_tracked_changes_are_an_error() -> None:
    """Nobody but the translator knows which are meant; the finding quotes both."""
    cell = paragraph(run("Palabras ") + taken_out("viejas") + put_in("nuevas"))
    returned, (finding,) = read(rows(("itu-t:two", "Plain words", cell)))
    assert returned.units[0].target == "Palabras nuevas"
    assert (finding.rule, finding.severity) == ("tracked-changes", "error")
    assert "Palabras viejas" in finding.message


def test_a_comment_is_passed_on() -> None:
    """It is for the secretariat, and not lost in silence."""
    cell = paragraph(run("Palabras") + '<w:r><w:commentReference w:id="1"/></w:r>')
    _, (finding,) = read(rows(("itu-t:two", "Plain words", cell), comments=comment(1, "Sure?")))
    assert (finding.rule, finding.severity) == ("comment-carried", "note")
    assert "Sure?" in finding.message


@pytest.mark.parametrize(
    "build",
    [
        lambda: docx(paragraph("A letter")),
        lambda: docx(table(("Some", "other", "table"), ("itu-t:two", "a", "b"))),
        packages.excel,
        packages.odt,
    ],
    ids=["no table", "another table", "Excel", "ODF"],
)
def test_another_file_is_refused(build: Callable[[], bytes]) -> None:
    """The finding says what was expected."""
    returned, (finding,) = read_returned(sent(build()), UNITS)
    assert (returned.units, finding.rule) == ((), "translation-unreadable")
    assert finding.message == "this is neither an XLIFF file nor our Word table"


def test_a_table_without_rows_is_refused() -> None:
    """There is nothing in it to import."""
    _, (finding,) = read(rows())
    assert (finding.rule, finding.severity) == ("translation-unreadable", "error")


@pytest.mark.parametrize("name", ["bomb.docx", "laughs.docx", "twice.docx", "truncated.docx"])
def test_no_hostile_file_gets_past(name: str) -> None:
    """It is refused or stopped, with the reason."""
    returned, findings = read_returned(sent(hostile.HOSTILE[name](), name), UNITS)
    assert returned.units == ()
    assert {finding.severity for finding in findings} == {"error"}
