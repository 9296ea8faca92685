"""Every paragraph of a copy is read, with what is known of it."""

import pytest

from council_report.model.text import Run
from tests.intake.documents.builders import bookmark, paragraph, run, table
from tests.intake.edited.tracking import both, copy_of, paragraphs_of, words

PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="A chart of ours"/><a:graphic>'
    '<a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)
LINKS = {"out": "https://a.example/?a=1", "file": "file:///tmp/x"}


def boxed(*texts: str) -> str:
    """A run with a text box, as Word writes it: once for itself and once for older programs."""
    content = f"<w:txbxContent>{''.join(map(paragraph, texts))}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:wsp><wps:txbx>{content}</wps:txbx>'
        "</wps:wsp></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_paragraphs_of_the_body_are_counted_with_those_in_tables() -> None:
    """Each cell says which table, row and column it is."""
    body = paragraph("One.") + table(("a", "b"), ("c", "d")) + paragraph("Two.") + table(("e",))
    found = paragraphs_of(body)
    assert [(one.number, one.cell, words(one.after)) for one in found] == [
        (1, None, "One."),
        (2, (1, 1, 1), "a"),
        (3, (1, 1, 2), "b"),
        (4, (1, 2, 1), "c"),
        (5, (1, 2, 2), "d"),
        (6, None, "Two."),
        (7, (2, 1, 1), "e"),
    ]


def test_a_table_within_a_cell_is_a_table_of_its_own() -> None:
    """It is counted after the one around it; what follows it is in the outer cell again."""
    inner = paragraph("before") + table(("inner",)) + paragraph("after")
    found = paragraphs_of(table((inner, "next")) + table(("last",)))
    assert [(one.cell, words(one.after)) for one in found] == [
        ((1, 1, 1), "before"),
        ((2, 1, 1), "inner"),
        ((1, 1, 1), "after"),
        ((1, 1, 2), "next"),
        ((3, 1, 1), "last"),
    ]


def test_a_cell_that_covers_several_columns_counts_for_all_of_them() -> None:
    """The cell beside it keeps its column."""
    merged = table(("a", "b")).replace("<w:tcPr/>", '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>', 1)
    assert [one.cell for one in paragraphs_of(merged)] == [(1, 1, 1), (1, 1, 3)]


def test_headers_footers_and_notes_are_parts_of_their_own() -> None:
    """Each part is counted from 1, in the order of the file."""
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = (
        '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
        f'<w:footnote w:id="2">{paragraph("A note.")}</w:footnote>'
    )
    found = paragraphs_of(
        paragraph(run("Text") + reference),
        footnotes=notes,
        headers={"header1": paragraph("Top"), "footer1": paragraph("a") + paragraph("b")},
    )
    assert [(one.part, one.number, words(one.after)) for one in found] == [
        ("body", 1, "Text"),
        ("header", 1, "Top"),
        ("footer", 1, "a"),
        ("footer", 2, "b"),
        ("footnote", 1, "A note."),
    ]


def test_a_note_goes_with_the_mark_that_refers_to_it() -> None:
    """Where the mark is taken out, no reader sees the note any more."""
    reference = '<w:r><w:endnoteReference w:id="2"/></w:r>'
    tracked = f'<w:del w:id="1" w:author="Ann" w:date="2026-11-20T10:00:00Z">{reference}</w:del>'
    note = f'<w:endnote w:id="2">{paragraph("A note.")}</w:endnote>'
    text, found = paragraphs_of(paragraph(run("Text") + tracked), endnotes=note)
    assert found.part == "endnote"
    assert both(found) == ("A note.", None)
    assert both(text) == ("Text", "Text")


def test_page_numbers_are_not_read() -> None:
    """Every program writes them anew, so that a different one is nobody's edit."""
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = '<w:fldSimple w:instr="NUMPAGES"><w:r><w:t>9</w:t></w:r></w:fldSimple>'
    header = paragraph(run("page ") + field + run(" of ") + simple)
    found = paragraphs_of(paragraph("Text"), headers={"header1": header})
    assert words(found[1].after) == "page  of "


def test_a_text_box_is_read_once_where_it_is_anchored() -> None:
    """Word writes it twice, for itself and for programs that do not know it."""
    found = paragraphs_of(paragraph(run("Text") + boxed("In a", "box")) + paragraph("Next"))
    assert [(one.part, one.number, words(one.after)) for one in found] == [
        ("body", 1, "Text"),
        ("text box", 1, "In a"),
        ("text box", 2, "box"),
        ("body", 2, "Next"),
    ]


def test_bookmarks_are_those_that_begin_in_the_paragraph_or_just_before_it() -> None:
    """Some programs put the beginning of a bookmark between two paragraphs."""
    outside = '<w:bookmarkStart w:id="9" w:name="_outside"/>'
    found = paragraphs_of(
        paragraph(bookmark("_one", run("One.")) + bookmark("_more", run("More."), 2))
        + outside
        + paragraph(run("Two.") + '<w:bookmarkEnd w:id="9"/>')
        + table((paragraph(bookmark("_cell", run("cell"), 3)),))
    )
    assert [one.marks for one in found] == [("_one", "_more"), ("_outside",), ("_cell",)]


def test_a_bookmark_around_nothing_counts_only_where_there_is_no_other() -> None:
    """What it stood around was deleted, and it may have slipped into the next paragraph."""
    first, second = paragraphs_of(
        paragraph(bookmark("_gone", "", 1) + bookmark("_here", run("Here."), 2))
        + paragraph(bookmark("_emptied", "", 3) + run("Typed anew."))
    )
    assert first.marks == ("_here",)
    assert second.marks == ("_emptied",)


@pytest.mark.parametrize("marker", ["\N{EN DASH}", "-", "1", "12.", "2.1", "3)"])
def test_the_dash_or_number_in_front_of_a_text_is_none_of_it(marker: str) -> None:
    """Our drafts write it as a text of its own, with a tab."""
    body = paragraph(run(marker) + "<w:r><w:tab/></w:r>" + run("Text", "<w:b/>"))
    (one,) = paragraphs_of(body)
    assert one.after == (Run("Text", strong=True),)


def test_tabs_line_breaks_and_spaces_are_as_word_has_them() -> None:
    """Nothing is tidied here."""
    (one,) = paragraphs_of(paragraph(run("a  b ") + "<w:r><w:tab/><w:br/></w:r>" + run(" c")))
    assert words(one.after) == "a  b \t\n c"


def test_what_word_wraps_around_words_is_not_read_and_the_words_are() -> None:
    """Content controls, smart tags, spelling marks and runs that were split."""
    body = (
        "<w:sdt><w:sdtPr/><w:sdtContent>"
        + paragraph(
            '<w:proofErr w:type="spellStart"/><w:r w:rsidR="00A1"><w:t>Wo</w:t></w:r>'
            '<w:r w:rsidR="00B2"><w:t>rds</w:t></w:r><w:proofErr w:type="spellEnd"/>'
            f'<w:smartTag w:uri="u" w:element="e">{run(" in")}</w:smartTag>'
            f"<w:sdt><w:sdtPr/><w:sdtContent>{run(' control')}</w:sdtContent></w:sdt>"
        )
        + "</w:sdtContent></w:sdt>"
    )
    (one,) = paragraphs_of(body)
    assert one.after == (Run("Words in control"),)


def test_links_are_read_by_their_address() -> None:
    """A link to neither the web nor a mail address is none, and is told of."""
    look = '<w:rStyle w:val="Hyperlink"/>'
    linked = "".join(f'<w:hyperlink r:id="{key}">{run(key, look)}</w:hyperlink>' for key in LINKS)
    copy = copy_of(paragraph(linked), links=LINKS)
    assert copy.paragraphs[0].after == (Run("out", href="https://a.example/?a=1"), Run("file"))
    assert [one.rule for one in copy.findings] == ["link-left-out"]


def test_a_picture_that_was_put_in_is_told_of_at_its_place() -> None:
    """It is not read, and must not be lost in silence either."""
    copy = copy_of(paragraph("One.") + paragraph(run("See ") + PICTURE))
    (finding,) = copy.findings
    assert (finding.rule, finding.severity) == ("picture-left-out", "warning")
    assert finding.location.paragraph == 2
    assert "A chart of ours" in finding.message


def test_hidden_words_are_told_of_and_do_not_keep_the_copy_from_being_read() -> None:
    """Nothing within a copy is an error."""
    copy = copy_of(paragraph(run("Seen") + run(" hidden", "<w:vanish/>")))
    assert words(copy.paragraphs[0].after) == "Seen"
    assert [(one.rule, one.severity) for one in copy.findings] == [("hidden-text", "warning")]


def test_words_struck_through_and_underlined_are_told_of() -> None:
    """Reviewers mark changes so, where nothing is tracked."""
    body = paragraph(run("old", "<w:strike/>") + run("new", '<w:u w:val="single"/>'))
    copy = copy_of(body)
    assert words(copy.paragraphs[0].after) == "oldnew"
    assert [one.rule for one in copy.findings] == ["look-simplified", "words-struck"]


def test_a_changed_number_in_front_of_a_text_is_told_of() -> None:
    """It is no part of the text, so that no edit would show it."""
    change = (
        '<w:del w:id="1" w:author="Ann"><w:r><w:delText>1</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="Ann"><w:r><w:t>2</w:t></w:r></w:ins>'
    )
    copy = copy_of(paragraph(change + "<w:r><w:tab/></w:r>" + run("Text")))
    assert both(copy.paragraphs[0]) == ("Text", "Text")
    assert [(one.rule, one.location.paragraph) for one in copy.findings] == [("marker-changed", 1)]


def test_a_look_that_is_not_read_is_told_of_where_it_is_tracked() -> None:
    """A change of colour is a tracked change too."""
    coloured = (
        '<w:color w:val="FF0000"/><w:rPrChange w:id="1" w:author="Ann"><w:rPr/></w:rPrChange>'
    )
    copy = copy_of(paragraph(run("Red", coloured)))
    assert copy.paragraphs[0].edits == ()
    assert [one.rule for one in copy.findings] == ["tracked-look"]


def test_a_finding_in_a_header_has_no_paragraph_of_the_body() -> None:
    """Its words say where it is."""
    copy = copy_of(paragraph("Text"), headers={"header1": paragraph(run("Top ") + PICTURE)})
    assert copy.findings[0].location.paragraph is None
    assert copy.findings[0].location.words == "Top"
