"""Word constructs, end to end: what a person reads is in an entry, or a finding quotes it."""

import pytest

from council_report.model.guide import Guide
from tests.intake.documents.builders import bookmark, docx, paragraph, run, table
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

INS = '<w:ins w:id="90" w:author="A" w:date="2025-01-01T00:00:00Z">'
DEL = '<w:del w:id="91" w:author="A" w:date="2025-01-01T00:00:00Z">'
WIDE = '<w:gridCol w:w="1000"/>'
BOX = (
    "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape>"
    "</w:pict></w:r>"
)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (run("R&amp;D &lt;b&gt; {{ 7*7 }} ]]&gt;"), "R&D <b> {{ 7*7 }} ]]>"),
        (run("a ") + run("b", "<w:b/>"), "a **b**"),
        (run("a ") + run("b", "<w:i/>"), "a *b*"),
        (run("a ") + run("b", "<w:b/><w:i/>"), "a ***b***"),
        (run("2") + run("nd", '<w:vertAlign w:val="superscript"/>'), "2^nd^"),
        (run("a") + "<w:r><w:noBreakHyphen/></w:r>" + run("b"), "a\u2011b"),
        (run("a\u00a0b\u202fc"), "a\u00a0b\u202fc"),
        (run("a") + "<w:r><w:softHyphen/></w:r>" + run("b"), "a\u00adb"),
        (run("a") + "<w:r><w:tab/></w:r>" + run("b"), "a b"),
        (run("a") + "<w:r><w:br/></w:r>" + run("b"), "a b"),
        (run("العربية 中文 🎉 é"), "العربية 中文 🎉 é"),
        (run("over [[total]] cases"), "over [[total]] cases"),
        (run("5 * 3 [Rev.] _x_"), "5 * 3 [Rev.] _x_"),
        (run("*a*"), r"\*a\*"),
        ('<w:smartTag w:element="x">' + run("smart") + "</w:smartTag>", "smart"),
        ('<w:customXml w:element="x">' + run("custom") + "</w:customXml>", "custom"),
        (
            run("a ") + "<w:sdt><w:sdtContent>" + run("control") + "</w:sdtContent></w:sdt>",
            "a control",
        ),
        ('<w:fldSimple w:instr="PAGE">' + run("12") + "</w:fldSimple>", "12"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>SEQ x</w:instrText>'
            '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + run("7")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "7",
        ),
        ('<w:bdo w:val="rtl">' + run("turned") + "</w:bdo>", "turned"),
        ('<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>', "α"),
    ],
)
def test_the_words_of_a_paragraph_are_read(content: str, text: str) -> None:
    """Whatever Word wraps around words, they are read as a person reads them."""
    contribution = read_body(paragraph(content))
    assert texts(contribution) == [text]
    assert not contribution.set_aside


def test_a_link_is_read() -> None:
    """The words of a link keep the address they lead to."""
    link = '<w:hyperlink r:id="rLink">' + run("page") + "</w:hyperlink>"
    contribution = read(docx(STANDARDS + paragraph(link), links={"rLink": "https://example.org/a"}))
    assert texts(contribution) == ["[page](https://example.org/a)"]


def test_a_cross_reference_is_read_as_its_words() -> None:
    """A link within the file leads nowhere in the report."""
    link = '<w:hyperlink w:anchor="here">' + run("page 3") + "</w:hyperlink>"
    contribution = read_body(paragraph(link))
    assert (texts(contribution), told(contribution)) == (["page 3"], {})


def test_lists_of_two_levels_and_numbers_are_read() -> None:
    """Real Word lists give bullets, bullets below them, and numbered points."""
    body = "".join(paragraph(key, style=key) for key in ("ListBullet", "ListBullet2", "ListNumber"))
    assert kinds(read_body(body)) == ["bullet", "sub-bullet", "numbered"]


def test_a_second_level_list_of_its_own_is_of_the_second_level() -> None:
    """Some programs make List Bullet 2 a list apart, whose first level looks like a second."""
    style = '<w:style w:type="paragraph" w:styleId="LB2"><w:name w:val="List Bullet 2"/></w:style>'
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = paragraph("a", style="ListBullet") + paragraph("b", style="LB2", properties=numbered)
    assert kinds(read_body(body, styles=style)) == ["bullet", "sub-bullet"]


def test_a_list_item_of_the_third_level_is_told() -> None:
    """A list has two levels in a report."""
    deep = '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>'
    body = (
        paragraph("a", style="ListBullet")
        + paragraph("b", style="ListBullet2")
        + paragraph("c", style="ListBullet", properties=deep)
    )
    contribution = read_body(body)
    assert kinds(contribution) == ["bullet", "sub-bullet", "sub-bullet"]
    assert finding(contribution, "list-too-deep").location.paragraph == 4


def test_a_table_is_read_with_its_caption() -> None:
    """The caption stands above the table; looks in cells are kept."""
    bold = paragraph(run("b", "<w:b/>"))
    body = paragraph("Cases", style="Caption") + table(
        ("a", bold), ("c & d".replace("&", "&amp;"), "")
    )
    entry = only(read_body(body))
    assert (entry.kind, entry.text) == ("table", {"en": "Cases"})
    assert entry.table == {"en": (("a", "**b**"), ("c & d", ""))}


def test_a_caption_may_stand_below_its_table() -> None:
    """Of two tables with captions below, each gets its own."""
    body = "".join(
        table((name, "x"))
        + paragraph(f"Caption {name}", style="Caption")
        + paragraph(f"Text {name}")
        for name in ("a", "b")
    )
    contribution = read_body(body)
    assert texts(contribution) == ["Caption a", "Text a", "Caption b", "Text b"]


def test_a_table_without_caption_is_told() -> None:
    """Nobody can refer to a table that has no name."""
    found = finding(read_body(table(("first", "second"))), "table-uncaptioned")
    assert (found.severity, "first second" in found.message) == ("error", True)


@pytest.mark.parametrize(
    "words", ["Table 1: Cases", "Tableau 2 \u2013 Cases", "Table: Cases", "表1:案例"]
)
def test_a_line_above_a_table_may_be_its_caption_by_its_words(words: str) -> None:
    """Few people know the style of captions."""
    contribution = read_body(paragraph(words) + table(("a", "b")))
    assert (texts(contribution), kinds(contribution)) == ([words], ["table"])
    assert told(contribution) == {"caption-by-look": "note"}


@pytest.mark.parametrize("words", ["Table 1 shows the cases.", "Cases: many", "Tables: a word"])
def test_a_sentence_above_a_table_is_no_caption(words: str) -> None:
    """Though it may begin with the word."""
    contribution = read_body(paragraph(words) + table(("a", "b")))
    assert told(contribution) == {"table-uncaptioned": "error"}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("- Health", "bullet"),
        ("\u2013\tHealth", "bullet"),
        ("• Health", "bullet"),
        ("◦\N{NO-BREAK SPACE}Health", "sub-bullet"),
    ],
)
def test_a_bullet_typed_by_hand_is_a_bullet(words: str, kind: str) -> None:
    """As in an e-mail, or in the documents of ITU; a note says so."""
    contribution = read_body(paragraph(run(words)))
    assert (texts(contribution), kinds(contribution)) == (["Health"], [kind])
    assert told(contribution) == {"bullet-by-look": "note"}


@pytest.mark.parametrize("words", ["-5 degrees", "1) Health", "a - b", "-"])
def test_other_signs_at_the_beginning_are_text(words: str) -> None:
    """Numbers typed by hand stay as they are."""
    contribution = read_body(paragraph(words))
    assert (texts(contribution), kinds(contribution)) == ([words], ["paragraph"])
    assert told(contribution) == {}


def test_the_text_of_an_entry_may_begin_like_a_bullet() -> None:
    """Its bookmark says that it came so from the form."""
    contribution = read_body(paragraph(bookmark("_cr_one", run("- Health"))))
    assert (texts(contribution), kinds(contribution)) == (["- Health"], ["paragraph"])


def test_lines_of_one_paragraph_are_read_as_one_and_told() -> None:
    """Shift and Enter; what stands at the end of a paragraph parts nothing."""
    contribution = read_body(paragraph(run("a") + "<w:r><w:br/></w:r>" + run("b")))
    assert (texts(contribution), told(contribution)) == (["a b"], {"lines-joined": "warning"})
    assert told(read_body(paragraph(run("a") + '<w:r><w:br w:type="page"/></w:r>'))) == {}


def test_a_caption_without_table_is_read_as_text() -> None:
    """Somebody deleted the table and left its caption."""
    contribution = read_body(paragraph("Cases", style="Caption"))
    assert (texts(contribution), told(contribution)) == (["Cases"], {"caption-alone": "warning"})


def test_a_merged_cell_is_told() -> None:
    """What one cell says of several columns is read in the first of them."""
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph("wide") + "</w:tc>"
    plain = "".join(f"<w:tc><w:tcPr/>{paragraph(word)}</w:tc>" for word in "ab")
    rows = f"<w:tr>{wide}</w:tr><w:tr>{plain}</w:tr>"
    grid = f"<w:tblGrid>{WIDE * 2}</w:tblGrid>"
    body = paragraph("Cases", style="Caption") + f"<w:tbl><w:tblPr/>{grid}{rows}</w:tbl>"
    contribution = read_body(body)
    assert only(contribution).table == {"en": (("wide", ""), ("a", "b"))}
    assert "wide" in finding(contribution, "cells-merged").message


def test_a_nested_table_is_read_as_one_line() -> None:
    """The words of a table in a cell are kept, and the cell is told."""
    inner = table(("in", "side")) + paragraph("after")
    contribution = read_body(paragraph("Cases", style="Caption") + table(("a", inner)))
    assert only(contribution).table == {"en": (("a", "in side after"),)}
    assert "in side after" in finding(contribution, "cell-flattened").message


def test_a_text_box_is_read_or_told() -> None:
    """The words of a text box are in an entry or in a finding, once."""
    contribution = read_body(paragraph(run("host") + BOX.format(paragraph("in a box"))))
    everything = [*texts(contribution), *(one.message for one in contribution.findings)]
    assert sum("in a box" in words for words in everything) == 1


def test_a_footnote_is_told_whole() -> None:
    """Entries have no footnotes, and the words of one are not lost."""
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2">{paragraph("A long note.")}</w:footnote>'
    contribution = read_body(paragraph(run("Text") + mark + run(".")), footnotes=notes)
    assert texts(contribution) == ["Text."]
    assert told(contribution) == {"footnote-left-out": "warning"}
    assert "A long note." in finding(contribution, "footnote-left-out").message


@pytest.mark.parametrize(
    ("properties", "rule", "severity"),
    [
        ('<w:u w:val="single"/>', "look-simplified", "note"),
        ("<w:smallCaps/>", "look-simplified", "note"),
        ('<w:vertAlign w:val="subscript"/>', "look-simplified", "note"),
        ("<w:strike/>", "words-struck", "warning"),
    ],
)
def test_a_look_that_entries_cannot_have_is_told(properties: str, rule: str, severity: str) -> None:
    """The words are kept."""
    contribution = read_body(paragraph(run("a ") + run("word", properties)))
    assert (texts(contribution), told(contribution)) == (["a word"], {rule: severity})


def test_tracked_changes_are_refused_with_both_readings() -> None:
    """Nobody accepts or rejects somebody's changes by reading the file."""
    deleted = f"{DEL}<w:r><w:delText>old</w:delText></w:r></w:del>"
    contribution = read_body(paragraph(run("the ") + deleted + INS + run("new") + "</w:ins>"))
    found = finding(contribution, "tracked-changes")
    assert found.severity == "error"
    assert "the old" in found.message
    assert "the new" in found.message


@pytest.mark.parametrize(("policy", "text"), [("accept", "the new"), ("reject", "the old")])
def test_tracked_changes_follow_the_session(policy: str, text: str) -> None:
    """The session may decide to accept or to reject them all."""
    deleted = f"{DEL}<w:r><w:delText>old</w:delText></w:r></w:del>"
    body = paragraph(run("the ") + deleted + INS + run("new") + "</w:ins>")
    guide = Guide.model_validate({**GUIDE.model_dump(), "tracked_changes": policy})
    contribution = read_body(body, guide)
    assert texts(contribution) == [text]
    assert not contribution.set_aside


def test_hidden_text_is_told() -> None:
    """What nobody sees on paper is not printed."""
    contribution = read_body(paragraph(run("seen ") + run("unseen", "<w:vanish/>")))
    assert texts(contribution) == ["seen"]
    assert "unseen" in finding(contribution, "hidden-text").message


def test_a_comment_is_told() -> None:
    """A comment goes to the secretariat, not into the text."""
    mark = '<w:r><w:commentReference w:id="3"/></w:r>'
    comments = f'<w:comment w:id="3" w:author="Ana">{paragraph("Please check.")}</w:comment>'
    contribution = read_body(paragraph(run("Text.") + mark), comments=comments)
    assert texts(contribution) == ["Text."]
    assert "Please check." in finding(contribution, "comment-carried").message


def test_the_words_of_a_page_header_are_told() -> None:
    """A header is no part of the text."""
    contribution = read(docx(STANDARDS + paragraph("Text."), headers={"header1": paragraph("Top")}))
    assert texts(contribution) == ["Text."]
    found = finding(contribution, "text-aside")
    assert (found.severity, "Top" in found.message) == ("note", True)


@pytest.mark.parametrize(
    ("key", "name", "more"),
    [
        ("Titre1", "heading 1", ""),
        ("Berschrift1", "Überschrift 1", ""),
        ("Own", "My heading", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        ("Below", "Mine too", '<w:basedOn w:val="Heading1"/>'),
    ],
)
def test_a_heading_of_a_localised_word_is_a_heading(key: str, name: str, more: str) -> None:
    """Headings are known by built-in name, by localised name, and by outline level."""
    style = (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{more}</w:style>'
    )
    contribution = read(docx(paragraph("Objet", style=key) + paragraph("a"), styles=style))
    assert (only(contribution).section, only(contribution).text) == ("purpose", {"fr": "a"})


def test_an_entry_keeps_the_id_that_its_bookmark_carries() -> None:
    """Whatever becomes of the text of an entry, it stays that entry."""
    contribution = read_body(paragraph(bookmark("_cr_summit_2025", run("New words."))))
    assert only(contribution).id == "summit-2025"


def test_pictures_are_told() -> None:
    """A picture is not carried; the words that describe it are quoted."""
    picture = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="A chart"/></wp:inline>'
        "</w:drawing></w:r>"
    )
    contribution = read_body(paragraph(run("See ") + picture))
    assert texts(contribution) == ["See"]
    assert "A chart" in finding(contribution, "picture-left-out").message


def test_an_equation_is_told() -> None:
    """The signs of a formula are read in a line."""
    equation = "<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>"
    contribution = read_body(paragraph(run("So ") + equation))
    assert texts(contribution) == ["So E=mc"]
    assert told(contribution) == {"equation-flattened": "warning"}
