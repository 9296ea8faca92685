"""What a person reads in an ODF text is what pandoc reads in it, or a finding quotes the rest."""

import re

import pytest

from tests.intake.documents.builders import odt
from tests.intake.documents.preparing import a_source, by_pandoc, odf, told

PLACE = re.compile(r'<a href="crp:([0-9]+)">¶</a>')
STYLES = (
    '<style:style style:name="B" style:family="text"><style:text-properties'
    ' fo:font-weight="bold"/></style:style>'
    '<style:style style:name="H" style:family="text"><style:text-properties'
    ' text:display="none"/></style:style>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Standard">'
    '<style:text-properties fo:font-style="italic"/></style:style>'
    '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Standard">'
    '<style:text-properties text:display="none"/></style:style>'
)


def p(content: str, style: str = "") -> str:
    """A paragraph of ODF."""
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:p{named}>{content}</text:p>"


def row(*cells: str, header: bool = False) -> str:
    """A row of a table of ODF."""
    inside = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
    made = f"<table:table-row>{inside}</table:table-row>"
    return f"<table:table-header-rows>{made}</table:table-header-rows>" if header else made


def changed(key: str, kind: str, content: str = "") -> str:
    """A tracked change of ODF."""
    return (
        f'<text:changed-region text:id="{key}"><text:{kind}><office:change-info/>{content}'
        f"</text:{kind}></text:changed-region>"
    )


READ = {
    "blanks": (p('a  b<text:s text:c="2"/>c<text:tab/>d'), "a b c d"),
    "a span": (p('a <text:span text:style-name="B">b</text:span> c'), "a b c"),
    "a field": (
        p('page <text:page-number text:select-page="current">7</text:page-number>'),
        "page 7",
    ),
    "a section": (f"<text:section>{p('inside')}</text:section>", "inside"),
    "a text box": (
        p(f"host<draw:frame><draw:text-box>{p('boxed')}</draw:text-box></draw:frame>"),
        "host boxed",
    ),
    "a shape with words": (f"<draw:custom-shape>{p('shaped')}</draw:custom-shape>", "shaped"),
    "a frame on the page": (
        f"<draw:frame><draw:text-box>{p('framed')}</draw:text-box></draw:frame>",
        "framed",
    ),
    "marks of all kinds": (
        p('<text:reference-mark-start text:name="x"/>a<text:soft-page-break/>b<text:toc-mark/>'),
        "ab",
    ),
    "text under a condition": (p("<text:conditional-text>so</text:conditional-text>"), "so"),
    "a bibliography": (
        f"<text:bibliography><text:bibliography-source>x</text:bibliography-source>"
        f"<text:index-body>{p('Turing 1950')}</text:index-body></text:bibliography>",
        "Turing 1950",
    ),
    "small letters": (
        p("<text:ruby><text:ruby-base>東</text:ruby-base></text:ruby>"),
        "東",
    ),
    "a numbered paragraph": (f"<text:numbered-paragraph>{p('n')}</text:numbered-paragraph>", "n"),
}


@pytest.mark.parametrize(("body", "words"), READ.values(), ids=READ)
def test_what_a_person_reads_is_read(body: str, words: str) -> None:
    """The words are in the plain text and in what pandoc reads, once, and nothing is amiss."""
    prepared = odf(body, automatic=STYLES)
    assert " ".join(" ".join(prepared.paragraphs).split()) == words
    html = PLACE.sub("", by_pandoc(prepared, "odt"))
    assert re.sub(
        r"<[^>]*>", " ", html.replace("<strong>", "").replace("</strong>", "")
    ).split() == (words.split())
    assert told(prepared) == []


LEFT = {
    "hidden words": (
        p('<text:span text:style-name="H">secret</text:span>seen'),
        ("hidden-text", "error", 1, "“secret” is hidden text, which no reader sees"),
    ),
    "a hidden paragraph": (
        p("secret", "P2"),
        ("hidden-text", "error", 1, "“secret” is hidden text, which no reader sees"),
    ),
    "a paragraph under a condition": (
        p('<text:hidden-paragraph text:is-hidden="true"/>secret'),
        ("hidden-text", "error", 1, "“secret” is hidden text, which no reader sees"),
    ),
    "a hidden text field": (
        p('<text:hidden-text text:is-hidden="true" text:string-value="secret"/>'),
        ("hidden-text", "error", 1, "“secret” is hidden text, which no reader sees"),
    ),
    "a hidden section": (
        f'<text:section text:display="none">{p("secret")}</text:section>',
        ("hidden-text", "error", 1, "“secret” is hidden text, which no reader sees"),
    ),
    "a hidden row": (
        "<table:table>"
        + row(p("secret")).replace("row>", 'row table:visibility="collapse">', 1)
        + row(p("b"))
        + "</table:table>",
        ("hidden-text", "error", 1, "“secret” is hidden text, which no reader sees"),
    ),
    "a picture": (
        p("<draw:frame><draw:image/><svg:title>A map</svg:title></draw:frame>"),
        ("picture-left-out", "warning", 1, "the picture “A map” is left out"),
    ),
    "small letters": (
        p(
            "<text:ruby><text:ruby-base>東</text:ruby-base><text:ruby-text>とう</text:ruby-text></text:ruby>"
        ),
        ("ruby-left-out", "warning", 1, "the small letters above the words, “とう”, are left out"),
    ),
    "a comment": (
        p(f"<office:annotation><dc:creator>Ann</dc:creator>{p('why?')}</office:annotation>a"),
        ("comment-carried", "note", 1, "a comment by Ann says: “why?”"),
    ),
    "a table of contents": (
        f"<text:table-of-content><text:index-body>{p('Normes 3')}</text:index-body>"
        "</text:table-of-content>",
        ("contents-left-out", "note", 1, "the table of contents is left out: “Normes 3”"),
    ),
    "a table inside a cell": (
        f"<table:table>{row(p('a') + '<table:table>' + row(p('b')) + '</table:table>')}"
        "</table:table>",
        ("cell-flattened", "warning", 2, "the table inside a cell, “b”, is read as lines of it"),
    ),
    "a merged cell": (
        "<table:table>"
        + row(p("a")).replace("cell>", 'cell table:number-columns-spanned="2">', 1)
        + "</table:table>",
        (
            "cells-merged",
            "warning",
            1,
            "the cell “a” covers several; the others are read as empty",
        ),
    ),
}


@pytest.mark.parametrize(("body", "finding"), LEFT.values(), ids=LEFT)
def test_what_is_not_carried_is_quoted(body: str, finding: tuple[str, str, int, str]) -> None:
    """A finding at the paragraph says what is left out, with its words."""
    prepared = odf(body, automatic=STYLES)
    assert finding in told(prepared)
    assert "secret" not in by_pandoc(prepared, "odt")


def test_the_policy_of_the_session_decides_about_changes() -> None:
    """Refused with both readings, accepted, or rejected."""
    body = (
        "<text:tracked-changes>"
        + changed("c1", "deletion", p("old"))
        + changed("c2", "insertion")
        + "</text:tracked-changes>"
        + p(
            '<text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>new'
            '<text:change-end text:change-id="c2"/> z'
        )
    )
    both = "a tracked change: before it, this reads “old z”; after it, “new z”"
    refused, rejected = odf(body), odf(body, "reject")
    assert told(refused) == [("tracked-changes", "error", 2, both)]
    assert told(rejected) == [("tracked-changes-settled", "note", 2, both)]
    assert (refused.paragraphs, rejected.paragraphs) == (("", "new z"), ("", "old z"))
    assert by_pandoc(refused, "odt", "plain") == "¶new z"
    assert by_pandoc(rejected, "odt", "plain") == "¶old z"


def test_a_change_of_look_alone_is_a_note() -> None:
    """The words are the same before and after it."""
    body = f"<text:tracked-changes>{changed('c1', 'format-change')}</text:tracked-changes>" + p(
        '<text:change-start text:change-id="c1"/>a<text:change-end text:change-id="c1"/>'
    )
    assert [found[:3] for found in told(odf(body))] == [("tracked-look", "note", 1)]


def test_every_paragraph_is_numbered_as_in_the_file() -> None:
    """Headings, cells, text boxes and notes count; the number is what pandoc reads first."""
    note = f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('n')}"
    body = (
        '<text:h text:outline-level="2">a</text:h>'
        + p(f"b{note}</text:note-body></text:note>")
        + f"<table:table>{row(p('d'))}</table:table>"
        + p("e", "Entry_20_Details")
    )
    prepared = odf(body)
    assert prepared.paragraphs == ("a", "b", "", "d", "e")
    assert prepared.styles[-1] == "Entry Details"
    assert prepared.notes == ((2, "n"),)
    assert PLACE.findall(by_pandoc(prepared, "odt")) == ["1", "2", "4", "5"]


def test_headings_lists_and_looks_reach_pandoc() -> None:
    """By style, by level; both kinds of list; the look of words and of whole paragraphs."""
    body = (
        p("a", "Heading_20_2")
        + '<text:list text:style-name="Numbers"><text:list-item><text:h text:outline-level="1">b'
        "</text:h></text:list-item></text:list>"
        '<text:list text:style-name="Bullets"><text:list-item>'
        + p("c")
        + f"<text:list><text:list-item>{p('d')}</text:list-item></text:list></text:list-item>"
        f'</text:list><text:list text:style-name="Numbers"><text:list-item>{p("e")}'
        "</text:list-item></text:list>"
        + p('<text:a xlink:href="https://a.example">f</text:a>', "P1")
        + p('<text:a xlink:href="#x">g</text:a><text:a xlink:href="crp:9">h</text:a>')
    )
    html = PLACE.sub("", by_pandoc(odf(body, automatic=STYLES), "odt")).replace("\n", "")
    assert re.sub(r' id="[^"]*"', "", html) == (
        "<h2>a</h2><h1>b</h1><ul><li><p>c</p><ul><li>d</li></ul></li></ul>"
        '<ol type="1"><li>e</li></ol><p><em><a href="https://a.example">f</a></em></p><p>gh</p>'
    )


def test_every_cell_of_a_table_reaches_pandoc() -> None:
    """Rows in groups, merged cells, nested tables and headings in cells included."""
    inner = f"<table:table>{row(p('in'), p('ner'))}</table:table>"
    wide = row(p("wide"), p("b")).replace("cell>", 'cell table:number-columns-spanned="4">', 1)
    body = (
        "<table:table><table:table-columns><table:table-column/></table:table-columns>"
        + row(p("top"), header=True)
        + f"<table:table-rows><table:table-row-group>{wide}</table:table-row-group>"
        + row('<text:h text:outline-level="1">head</text:h>', inner, p("last"))
        + "</table:table-rows></table:table>"
    )
    read = by_pandoc(odf(body), "odt")
    places = [number for number in range(1, 8) if f'"crp:{number}"' in read]
    assert places == [1, 2, 3, 4, 5, 6, 7]


def test_bookmarks_and_page_headers_are_told() -> None:
    """Those inside a paragraph and before it; the words of headers once."""
    master = (
        f"<style:master-page><style:header>{p('Draft')}</style:header><style:footer>{p('Draft')}"
        "</style:footer></style:master-page>"
    )
    body = (
        p('<text:bookmark-start text:name="_cr_a"/>a') + '<text:bookmark-start text:name="_cr_b"/>'
    )
    prepared = odf(body + p("b"), master=master)
    assert prepared.marks == ((1, "_cr_a"), (2, "_cr_b"))
    assert [words for _, words in prepared.aside] == ["Draft"]


def test_the_same_file_gives_the_same_bytes() -> None:
    """Nothing of the time or place of reading is in what pandoc gets."""
    assert odf(p("a")).data == odf(p("a")).data
    assert a_source(odt(p("a"))).digest == a_source(odt(p("a"))).digest


def test_the_hint_of_a_field_nobody_filled_in_is_told() -> None:
    """It is no text that somebody wrote."""
    prepared = odf(p("a <text:placeholder>&lt;your text&gt;</text:placeholder>"))
    assert prepared.paragraphs == ("a ",)
    ((rule, _, number, message),) = told(prepared)
    assert (rule, number, "<your text>" in message) == ("placeholder-left-out", 1, True)


def test_words_hidden_by_a_condition_are_quoted_once() -> None:
    """The file has them twice: as they are shown, and as they would be."""
    hidden = '<text:hidden-text text:string-value="b" text:is-hidden="true">b</text:hidden-text>'
    ((rule, *_, message),) = told(odf(p(f"a {hidden}")))
    assert (rule, "“b”" in message) == ("hidden-text", True)


def test_a_shape_with_words_is_no_picture() -> None:
    """Its outline shows nothing; its words are read as those of a text box."""
    shape = f"<draw:custom-shape>{p('b')}<draw:enhanced-geometry/></draw:custom-shape>"
    prepared = odf(p(f"a{shape}"))
    assert (told(prepared), prepared.boxed) == ([], {2})


UNDERLINED = (
    '<style:style style:name="U" style:family="text"><style:text-properties '
    'style:text-underline-style="solid" fo:font-variant="small-caps"/></style:style>'
)


def test_underlining_is_told_and_not_taken_for_emphasis() -> None:
    """As in a Word file; that of a link says only that it is one."""
    span = '<text:span text:style-name="U">b</text:span>'
    link = f'<text:a xlink:href="https://a.example">{span}</text:a>'
    prepared = odf(p(f"a {span}") + p(link), automatic=UNDERLINED)
    assert by_pandoc(prepared, "odt", "plain") == "¶a b\n\n¶b"
    assert [
        (rule, number, "small capitals" in said) for rule, _, number, said in told(prepared)
    ] == [
        ("look-simplified", 1, True),
        ("look-simplified", 1, False),
        ("look-simplified", 2, True),
    ]


def test_a_merged_cell_is_quoted_with_its_paragraphs_apart() -> None:
    """Words that stand on two lines are two words."""
    wide = row(p("a") + p("b"), p("c")).replace("cell>", 'cell table:number-rows-spanned="2">', 1)
    messages = [said for rule, *_, said in told(odf(f"<table:table>{wide}</table:table>"))]
    assert any("“a b”" in said for said in messages)


def test_the_bookmark_of_a_deleted_entry_is_no_mark_of_the_next() -> None:
    """LibreOffice leaves it there without extent."""
    empty = '<text:bookmark-start text:name="_cr_a"/><text:bookmark-end text:name="_cr_a"/>'
    other = '<text:bookmark-start text:name="_cr_c"/>text<text:bookmark-end text:name="_cr_c"/>'
    prepared = odf(p(f'{empty}<text:bookmark text:name="_cr_b"/>{other}'))
    assert prepared.marks == ((1, "_cr_c"),)


def test_two_lists_of_the_same_id_are_read() -> None:
    """Some program copied one with all its marks."""
    one = f'<text:list xml:id="list1"><text:list-item>{p("a")}</text:list-item></text:list>'
    assert odf(one * 2).paragraphs == ("a", "a")


@pytest.mark.parametrize("name", ["1 x", ""])
def test_an_id_that_is_no_name_does_no_harm(name: str) -> None:
    """Nothing looks for it."""
    text = f'<text:p xml:id="{name}">a</text:p>'
    assert odf(text).paragraphs == ("a",)
