"""Documents as entries: sections, languages, ids, and what cannot be placed."""

import pytest

from council_report.model.guide import Guide, line_mark, mark_of, text_key
from tests.intake.documents.builders import bookmark, docx, odt, paragraph, run, table
from tests.intake.documents.documents import (
    GUIDE,
    STANDARDS,
    finding,
    kinds,
    only,
    read,
    read_body,
    texts,
    told,
)

FRENCH = paragraph("Objet", style="Heading1")


def test_text_belongs_to_the_section_of_its_heading() -> None:
    """In the language of the heading."""
    contribution = read(docx(STANDARDS + paragraph("a") + FRENCH + paragraph("b")))
    assert [(entry.section, entry.text) for entry in contribution.entries] == [
        ("standards", {"en": "a"}),
        ("purpose", {"fr": "b"}),
    ]
    assert contribution.claims == ("standards", "purpose")


def test_a_heading_of_two_languages_takes_that_of_the_others() -> None:
    """“Questions” is English and French."""
    body = FRENCH + paragraph("a") + paragraph("Questions", style="Heading1") + paragraph("b")
    assert [list(entry.text) for entry in read(docx(body)).entries] == [["fr"], ["fr"]]


def test_bold_words_that_name_a_section_are_a_heading() -> None:
    """People make headings by look."""
    contribution = read(docx(paragraph(run("AI standards", "<w:b/>")) + paragraph("a")))
    assert only(contribution).section == "standards"
    assert told(contribution) == {"heading-by-look": "note"}


@pytest.mark.parametrize("words", ["Purpose", "2 - PURPOSE:", "II. Purpose"])
def test_a_plain_line_that_is_the_name_of_a_section_is_a_heading(words: str) -> None:
    """Texts pasted from a phone or an e-mail have lost their looks; a warning says so."""
    contribution = read_body(paragraph(words) + paragraph("a"))
    assert only(contribution).section == "purpose"
    assert told(contribution) == {"heading-by-look": "warning"}


def test_a_name_of_a_section_in_the_text_of_an_entry_is_text() -> None:
    """Its bookmark says that it is one; so does the sign of a bullet."""
    body = paragraph(bookmark("_cr_one", run("Purpose"))) + paragraph("Purpose", style="ListBullet")
    assert texts(read_body(body)) == ["Purpose", "Purpose"]


def test_the_title_of_a_text_is_left_out_and_told() -> None:
    """Whoever sends a plain document gives it a title."""
    title = paragraph("What we did", style="Title")
    contribution = read(docx(title + STANDARDS + paragraph("a")))
    assert (texts(contribution), told(contribution)) == (["a"], {"title-left-out": "warning"})
    assert "“What we did”" in finding(contribution, "title-left-out").message


def test_a_heading_of_no_section_with_nothing_under_it_is_left_out_and_told() -> None:
    """A title may well have the style of a heading."""
    title = paragraph("What we did", style="Heading1")
    contribution = read(docx(title + STANDARDS + paragraph("a")))
    assert (texts(contribution), told(contribution)) == (["a"], {"title-left-out": "warning"})


def test_a_heading_within_a_section_is_a_bold_line_of_it() -> None:
    """What stands under it stays in the section."""
    body = paragraph("Health", style="Heading2") + paragraph("a")
    contribution = read_body(body)
    assert texts(contribution) == ["**Health**", "a"]
    assert {entry.section for entry in contribution.entries} == {"standards"}
    assert told(contribution) == {"heading-within": "warning"}


def test_a_heading_within_a_section_may_be_a_section_misspelt() -> None:
    """It is asked rather than guessed."""
    contribution = read_body(paragraph("Purpos", style="Heading2") + paragraph("a"))
    assert told(contribution) == {"heading-unknown": "error"}


def test_a_heading_with_the_mark_of_an_entry_is_a_heading() -> None:
    """Joining lines and parting them again may push a bookmark into it."""
    heading = paragraph(bookmark("_cr_one", run("AI standards")), style="Heading1")
    contribution = read(docx(heading + paragraph("a")))
    assert (only(contribution).section, told(contribution)) == ("standards", {})


def test_an_unknown_heading_is_told_with_the_one_that_was_meant() -> None:
    """What stands under it is read, and belongs to no section."""
    contribution = read(docx(paragraph("AI standardz", style="Heading1") + paragraph("a")))
    found = finding(contribution, "heading-unknown")
    assert (found.severity, found.remedy) == ("error", "Did you mean “AI standards”?")
    assert only(contribution).section == "unplaced"
    assert contribution.claims == ()


def test_a_heading_like_no_other_is_told_with_all_of_them() -> None:
    """The headings of the form are listed."""
    contribution = read(docx(paragraph("Xyz", style="Heading1") + paragraph("a")))
    remedy = finding(contribution, "heading-unknown").remedy
    assert remedy == "Use one of these headings: AI standards; Purpose; Questions."


def test_headings_are_listed_in_the_language_of_the_file() -> None:
    """Whoever writes French looks for French ones."""
    body = FRENCH + paragraph("a") + paragraph("Xyz", style="Heading1") + paragraph("b")
    remedy = finding(read(docx(body)), "heading-unknown").remedy
    assert remedy == "Use one of these headings: Normes sur l'IA; Objet; Questions."


def test_text_above_all_headings_is_told_once() -> None:
    """With its first words."""
    contribution = read(docx(paragraph("a") + paragraph("b") + STANDARDS + paragraph("c")))
    found = finding(contribution, "section-missing")
    assert (found.severity, found.location.paragraph) == ("error", 1)
    assert "“a”" in found.message
    assert [entry.section for entry in contribution.entries] == ["unplaced"] * 2 + ["standards"]


def test_without_an_outline_text_is_read_and_belongs_nowhere() -> None:
    """A file read by itself, for no session."""
    contribution = read(docx(STANDARDS + paragraph("a") + table(("b", "c"))), guide=Guide())
    assert told(contribution) == {"sections-unknown": "warning"}
    assert texts(contribution) == ["AI standards", "a", "b c"]


def test_sections_of_one_name_are_told() -> None:
    """The first of them gets the text."""
    twin = GUIDE.headings[0].model_copy(update={"section": "other-standards"})
    guide = GUIDE.model_copy(update={"headings": (*GUIDE.headings, twin)})
    contribution = read_body(paragraph("a"), guide)
    assert only(contribution).section == "standards"
    assert "other-standards" in finding(contribution, "heading-ambiguous").remedy


def test_the_words_of_our_own_form_are_passed_over() -> None:
    """Its title above the first heading, and its guidance."""
    title = paragraph("Form of ITU-T for the Council", style="Title")
    guidance = paragraph("Please write under the headings.", style="FormGuidance")
    contribution = read(docx(title + STANDARDS + guidance + paragraph("a")))
    assert (texts(contribution), told(contribution)) == (["a"], {})


def test_words_written_into_the_guidance_are_told_whole() -> None:
    """They would otherwise be lost with it."""
    words = "Please write under the headings. Here is my text."
    contribution = read_body(paragraph(words, style="FormGuidance"))
    found = finding(contribution, "guidance-changed")
    assert (found.severity, words in found.message) == ("error", True)


def test_an_entry_without_bookmark_gets_an_id_of_its_words() -> None:
    """The ids of entries that have one are not used for it."""
    body = paragraph("New work") + paragraph(bookmark("_cr_new_work", run("Old work")))
    assert [entry.id for entry in read_body(body).entries] == ["new-work-2", "new-work"]


def test_a_long_id_is_known_by_the_guide() -> None:
    """Its bookmark holds only a digest."""
    key = "a-long-name-of-an-entry-about-artificial-intelligence"
    guide = GUIDE.model_copy(update={"ids": {mark_of(key): key}})
    body = paragraph(bookmark(mark_of(key), run("Text.")))
    assert only(read_body(body, guide)).id == key


@pytest.mark.parametrize("mark", ["_Toc123", "OLE_LINK1", "_cr_É", "_cr__", "_GoBack"])
def test_bookmarks_of_others_are_no_ids(mark: str) -> None:
    """Word sets bookmarks of its own, and people set some like ours."""
    assert only(read_body(paragraph(bookmark(mark, run("Some text"))))).id == "some-text"


def test_a_copied_entry_is_a_new_one() -> None:
    """Some programs copy the bookmark with the paragraph."""
    body = "".join(
        paragraph(bookmark("_cr_one", run(words), number)) for number, words in enumerate("ab")
    )
    contribution = read_body(body)
    assert [entry.id for entry in contribution.entries] == ["one", "b"]
    assert told(contribution) == {"entry-copied": "note"}


def test_two_entries_made_one_are_told() -> None:
    """The first id stays, the other is named."""
    both = bookmark("_cr_one", run("a ")) + bookmark("_cr_two", run("b"), 2)
    contribution = read_body(paragraph(both))
    assert only(contribution).id == "one"
    found = finding(contribution, "entries-joined")
    assert (found.severity, "two" in found.message) == ("warning", True)


def test_an_entry_split_in_two_keeps_its_id_once() -> None:
    """The bookmark begins in the first half."""
    start = '<w:bookmarkStart w:id="1" w:name="_cr_one"/>'
    body = paragraph(start + run("first half")) + paragraph(
        run("second half") + '<w:bookmarkEnd w:id="1"/>'
    )
    assert [entry.id for entry in read_body(body).entries] == ["one", "second-half"]


FILLED = GUIDE.model_copy(update={"texts": {text_key("Text *one*."): "one"}})
"""A form with one entry."""


def test_an_entry_without_bookmark_is_known_by_its_words() -> None:
    """Some programs lose bookmarks; a copy is a new entry all the same."""
    body = paragraph("Text  one.") * 2
    assert [entry.id for entry in read_body(body, FILLED).entries] == ["one", "text-one"]


def test_an_unchanged_entry_keeps_its_id_though_another_has_its_bookmark() -> None:
    """A paragraph typed at the beginning of an entry takes its bookmark over."""
    body = paragraph(bookmark("_cr_one", run("New."))) + paragraph("Text one.")
    assert [entry.id for entry in read_body(body, FILLED).entries] == ["new", "one"]


def test_a_changed_entry_keeps_its_id_by_its_bookmark() -> None:
    """What its words were says nothing then."""
    body = paragraph(bookmark("_cr_one", run("New."))) + paragraph("Other.")
    assert [entry.id for entry in read_body(body, FILLED).entries] == ["one", "other"]


def test_an_entry_that_was_deleted_leaves_no_id_behind() -> None:
    """Its bookmark, now empty, may move into the paragraph that follows."""
    body = paragraph(bookmark("_cr_gone", "") + bookmark("_cr_here", run("Here."), 2))
    contribution = read_body(body + paragraph(bookmark("_cr_gone_too", "", 3) + run("New.")))
    assert [entry.id for entry in contribution.entries] == ["here", "new"]
    assert told(contribution) == {}


def test_a_table_keeps_the_id_of_its_caption() -> None:
    """And the details below the table are its own."""
    body = (
        paragraph(bookmark("_cr_cases", run("Cases")), style="Caption")
        + table(("a", "b"))
        + paragraph("Unit: ITU-T", style="EntryDetails")
    )
    entry = only(read_body(body))
    assert (entry.id, entry.kind, entry.unit) == ("cases", "table", "ITU-T")


def test_statistics_stand_in_a_table_of_their_own() -> None:
    """Under a heading of that name, in any language of the form."""
    heading = paragraph("Statistiques", style="Heading1")
    rows = table(
        ("Clé", "Valeur", "Unit", "As of", "Source"),
        ("ai-standards", "400.5", "normes", "2025-06", "ITU"),
        ("", "", "", "", ""),
    )
    contribution = read(docx(FRENCH + paragraph("[[ai-standards]]") + heading + rows))
    (statistic,) = contribution.statistics
    assert (statistic.key, str(statistic.value)) == ("ai-standards", "400.5")
    assert (statistic.unit, statistic.as_of) == ({"fr": "normes"}, "2025-06")
    assert contribution.locate("statistics", 0, "value").paragraph == 10
    assert told(contribution) == {}


def test_the_table_of_statistics_is_known_by_its_columns() -> None:
    """Somebody deleted the heading above it; what follows stays in its section."""
    rows = table(("key", "value", "unit", "as of", "source"), ("a", "1", "b", "2025", "ITU"))
    contribution = read_body(paragraph("Before.") + rows + paragraph("After."))
    assert [statistic.key for statistic in contribution.statistics] == ["a"]
    assert {entry.section for entry in contribution.entries} == {"standards"}
    assert told(contribution) == {"statistics-by-look": "note"}


def test_what_is_wrong_with_a_statistic_is_told_at_its_cell() -> None:
    """Columns, values, and text beside the table."""
    heading = paragraph("Statistics", style="Heading1")
    rows = table(("key", "valeu", "unit", "source"), ("a", "1", "b", "c"))
    contribution = read(docx(heading + rows + paragraph("And more.")))
    assert told(contribution) == {
        "column-unknown": "error",
        "key-missing": "error",
        "statistics-form": "error",
    }
    assert finding(contribution, "column-unknown").location.words == "valeu"


def test_an_empty_file_is_told() -> None:
    """There is nothing to understand."""
    assert told(read(docx(""))) == {"file-empty": "error"}


def test_characters_that_cannot_be_printed_are_told() -> None:
    """At their paragraph, each once."""
    contribution = read_body(paragraph("a\u202eb\u202e"))
    found = finding(contribution, "character-forbidden")
    assert (found.severity, found.location.paragraph) == ("error", 2)
    assert "U+202E" in found.message


def test_a_look_that_cannot_be_carried_is_told() -> None:
    """Bold that begins at a quotation mark within a word."""
    contribution = read_body(paragraph(run("a") + run("“b”", "<w:b/>") + run("c")))
    assert texts(contribution) == ["a“b”c"]
    assert "“b”" in finding(contribution, "look-simplified").message


def test_an_odf_text_is_read() -> None:
    """Headings, text, bookmarks and tables of LibreOffice."""
    body = (
        '<text:h text:style-name="Heading_20_1" text:outline-level="1">AI standards</text:h>'
        '<text:p><text:bookmark-start text:name="_cr_one"/>Some <text:span>text</text:span>.'
        '<text:bookmark-end text:name="_cr_one"/></text:p>'
        '<text:p text:style-name="Entry_20_Details">Unit: ITU-T</text:p>'
        '<text:p text:style-name="Caption">Cases</text:p><table:table><table:table-column/>'
        "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    contribution = read(odt(body), "odt")
    first, second = contribution.entries
    assert (first.id, first.section, first.unit) == ("one", "standards", "ITU-T")
    assert (texts(contribution), kinds(contribution)) == (
        ["Some text.", "Cases"],
        ["paragraph", "table"],
    )
    assert second.table == {"en": (("a",),)}
    assert contribution.locate("entries", 0).paragraph == 2
    assert told(contribution) == {}


def test_the_form_of_another_contributor_is_told() -> None:
    """Somebody took the wrong file; its title says whose it is."""
    title = "Contribution form: ITU-R, Council 2026"
    guide = GUIDE.model_copy(update={"others": {title: "ITU-R"}})
    body = paragraph(bookmark(line_mark(title), run(title)), style="Title")
    page = paragraph("Contribution  form: ITU-R, Council 2026")
    whole = docx(body + STANDARDS + paragraph("a"), headers={"header1": page})
    contribution = read(whole, guide=guide)
    assert told(contribution) == {"form-of-another": "error"}
    assert texts(contribution) == ["a"]
    found = finding(contribution, "form-of-another")
    assert (found.message, found.location.paragraph) == ("this is the form of ITU-R", 1)


def test_headings_in_another_language_than_most_are_told() -> None:
    """The text below one may well be in the language of the rest."""
    questions = paragraph("Questions", style="Heading1")
    body = STANDARDS + paragraph("a") + FRENCH + paragraph("b") + questions + paragraph("c")
    contribution = read(docx(body + STANDARDS + paragraph("d")))
    assert [list(entry.text) for entry in contribution.entries] == [["en"], ["fr"], ["en"], ["en"]]
    assert told(contribution) == {"headings-mixed": "warning"}
    found = finding(contribution, "headings-mixed")
    assert ("“Objet”" in found.message, found.location.paragraph) == (True, 3)
