"""What is read in an .ods file, and what is told of it."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from council_report.model.contribution import Contribution
from tests.intake.tables.workbooks import read, told

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in {
        "office": "office",
        "table": "table",
        "text": "text",
        "draw": "drawing",
        "style": "style",
    }.items()
)
OTHERS = (
    'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)


def ods(tables: str, styles: str = "") -> bytes:
    """An .ods file with these tables and automatic styles."""
    content = (
        f"<office:document-content {SPACES} {OTHERS}>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
    return stream.getvalue()


def cell(words: str, more: str = "") -> str:
    """A cell with one paragraph."""
    return f"<table:table-cell {more}><text:p>{words}</text:p></table:table-cell>"


def row(*cells: str, more: str = "") -> str:
    """A row of these cells."""
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def sheet(*rows: str, name: str = "Entries", more: str = "") -> str:
    """A sheet of these rows."""
    return f'<table:table table:name="{name}" {more}>{"".join(rows)}</table:table>'


HEADER = row(cell("Section"), cell("Text"), cell("Dates"))


def entry(text: str, *, more: str = "") -> Contribution:
    """What comes of one row with this cell for the text."""
    return read(ods(sheet(HEADER, row(cell("Studies"), text, more=more))), "ods")


def test_a_row_becomes_an_entry_with_the_place_of_every_value() -> None:
    """Repeated rows and cells count as many as they stand for."""
    empty = row("<table:table-cell/>", more='table:number-rows-repeated="1048000"')
    last = row(cell("Studies"), cell("Words"))
    contribution = read(ods(sheet(empty, HEADER, last)), "ods")
    assert contribution.entries[0].text == {"en": "Words"}
    assert contribution.locate("entries", 0, "text").cell == "B1048002"


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (cell("a<text:s text:c='2'/>b<text:tab/>c<text:line-break/>d"), "a  b\tc\nd"),
        (cell("12,50", 'office:value-type="float" office:value="12.5"'), "12.50"),
        (cell("1 234", 'office:value-type="float" office:value="1234"'), "1234"),
        (cell("VRAI", 'office:value-type="boolean" office:boolean-value="true"'), "TRUE"),
        (cell("02/12/25", 'office:value-type="date" office:date-value="2025-12-02"'), "2025-12-02"),
        ("<table:table-cell><text:p>a</text:p><text:p>b</text:p></table:table-cell>", "a\nb"),
    ],
)
def test_a_cell_is_read_as_a_person_sees_it(xml: str, text: str) -> None:
    """Numbers, days and paragraphs come out as words; that lines are joined is told."""
    contribution = entry(xml)
    assert contribution.entries[0].text == {"en": text}
    assert {one.rule for one in contribution.findings} <= {"paragraphs-joined"}


@pytest.mark.parametrize(
    ("xml", "rule", "words"),
    [
        (cell("", 'table:formula="of:=1+1"'), "formula-without-value", "=1+1"),
        (cell("#REF!", 'table:formula="of:=A1" calcext:value-type="error"'), "cell-error", "#REF!"),
        (
            cell("2", 'table:formula="of:=1+1" office:value-type="float" office:value="2"'),
            "formula-value",
            "“2”",
        ),
        (
            cell("45 %", 'office:value-type="percentage" office:value="0.45"'),
            "number-percent",
            "0.45",
        ),
        (cell("1,2", 'office:value-type="float" office:value="1.2345"'), "number-look", "1.2345"),
        (
            cell("x", 'office:value-type="date" office:date-value="2025-12-02T14:30:00"'),
            "time-left-out",
            "14:30",
        ),
        (cell("a <text:span>b</text:span>"), "look-simplified", "left out"),
        (cell('<text:a xlink:href="https://itu.int/ai">b</text:a>'), "link-left-out", "itu.int/ai"),
        (cell("a", 'table:number-rows-spanned="2"'), "cells-merged", "“a”"),
        (
            "<table:table-cell><office:annotation><dc:creator>Ann</dc:creator><text:p>why?</text:p>"
            "</office:annotation><text:p>a</text:p></table:table-cell>",
            "comment-carried",
            "comment by Ann: “why?”",
        ),
        (
            "<table:table-cell><draw:frame><draw:text-box><text:p>box</text:p></draw:text-box>"
            "</draw:frame><text:p>a</text:p></table:table-cell>",
            "text-aside",
            "box",
        ),
        (
            "<table:table-cell><draw:frame><draw:image/></draw:frame><text:p>a</text:p>"
            "</table:table-cell>",
            "picture-left-out",
            "picture",
        ),
    ],
)
def test_a_cell_that_can_mislead_is_told(xml: str, rule: str, words: str) -> None:
    """The finding quotes what is in the cell or beside it."""
    assert words in told(entry(xml))[rule][0].message


def test_rows_that_a_filter_hides_are_read_and_quoted() -> None:
    """A filter is a way to look at rows, not to take them out."""
    contribution = entry(cell("Words"), more='table:visibility="filter"')
    assert contribution.entries[0].text == {"en": "Words"}
    assert [one.rule for one in contribution.findings] == ["rows-filtered"]
    assert "Words" in contribution.findings[0].message


def test_hidden_rows_and_columns_are_refused_and_quoted() -> None:
    """Those in a closed group included."""
    hidden = entry(cell("Words"), more='table:visibility="collapse"')
    assert "Words" in told(hidden)["hidden-cells"][0].message
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    data = ods(sheet(columns, HEADER, row(cell("Studies"), cell("Words"))))
    assert "Words" in told(read(data, "ods"))["hidden-cells"][0].message
    group = '<table:table-row-group table:display="false">{}</table:table-row-group>'
    data = ods(sheet(HEADER, group.format(row(cell("Studies"), cell("Words")))))
    assert "Words" in told(read(data, "ods"))["hidden-cells"][0].message


def test_a_hidden_sheet_is_refused_and_quoted() -> None:
    """Its style says that it is hidden."""
    style = (
        '<style:style style:name="ta1" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
    )
    data = ods(sheet(row(cell("secret")), name="S", more='table:style-name="ta1"'), style)
    assert "secret" in told(read(data, "ods"))["hidden-cells"][0].message


def test_struck_words_are_told() -> None:
    """They are read as ordinary text, with a warning."""
    style = (
        '<style:style style:name="T1" style:family="text">'
        '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    )
    struck = cell('<text:span text:style-name="T1">gone</text:span>')
    data = ods(sheet(HEADER, row(cell("Studies"), struck)), style)
    assert told(read(data, "ods"))["look-simplified"][0].severity == "warning"


def test_tracked_changes_are_refused() -> None:
    """Such a file can be read in two ways."""
    tracked = "<table:tracked-changes><text:p>before</text:p></table:tracked-changes>"
    assert "before" in told(read(ods(tracked + sheet(HEADER)), "ods"))["tracked-changes"][0].message


@pytest.mark.parametrize(
    "xml",
    [
        sheet(row(cell("x"), more='table:number-rows-repeated="1048576"')),
        sheet(row(cell("x", 'table:number-columns-repeated="16384"'))),
        sheet(*(row(cell("x", 'table:number-columns-repeated="200"')) for _ in range(1001))),
    ],
)
def test_a_cell_that_stands_for_a_million_is_refused(xml: str) -> None:
    """The budget is kept before the cells are made."""
    assert told(read(ods(xml), "ods"))["table-too-large"]


def test_a_broken_file_is_a_finding() -> None:
    """Whatever is wrong inside, nobody sees an exception."""
    assert told(read(ods("<broken"), "ods"))["file-damaged"]
    assert told(read(b"PK", "ods"))["file-damaged"]


@pytest.mark.parametrize("day", ["1900-13-45", "abc", "0000-00-00", "-0044-03-15", "1905-07-18"])
def test_a_day_that_no_calendar_has_is_told(day: str) -> None:
    """Some other program wrote it; nobody sees an exception."""
    written = cell("x", f'office:value-type="date" office:date-value="{day}"')
    header = row(cell("Section"), cell("Text"), cell("Dates"))
    contribution = read(ods(sheet(header, row(cell("Studies"), cell("x"), written))), "ods")
    assert {one.severity for one in contribution.findings} == {"error"}
    assert contribution.entries[0].dates == ()


@pytest.mark.parametrize("name", ["1 x", "twice"])
def test_ids_of_elements_do_no_harm(name: str) -> None:
    """Some program wrote one twice, or one that is no name; nothing looks for it."""
    words = cell("x", f'xml:id="{name}"')
    contribution = read(ods(sheet(HEADER, *[row(cell("Studies"), words)] * 2)), "ods")
    assert [entry.text for entry in contribution.entries] == [{"en": "x"}] * 2
    assert contribution.findings == ()
