"""What is read in an Excel file, and what is told of it."""

import re
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from council_report.intake.tables.cells import MOST_CELLS, MOST_ROWS
from tests.intake.tables.workbooks import (
    GUIDE,
    HEADER,
    MAIN,
    beside,
    changed,
    entries,
    read,
    shared,
    told,
    workbook,
)

SHEET = "xl/worksheets/sheet1.xml"
STYLES = "xl/styles.xml"


def one(text: Any, **more: Any) -> tuple[Any, ...]:
    """A row of the sheet of entries."""
    values = {"Id": "a-b", "Section": "Studies", "Text": text, **more}
    return tuple(values.get(name) for name in HEADER)


def test_a_row_becomes_an_entry_with_the_place_of_every_value() -> None:
    """The words of each cell are read, and each is found again at its address."""
    row = one("Words", Kind="puce", Status="En cours", Dates="2025-12-02/2025-12-03")
    contribution = read(entries((*row[:6], r"R1; S\;G4", None)))
    entry = contribution.entries[0]
    assert (entry.id, entry.section, entry.kind) == ("a-b", "studies", "bullet")
    assert (entry.text, entry.status) == ({"en": "Words"}, "under way")
    assert (entry.dates, entry.mandates) == (("2025-12-02/2025-12-03",), ("R1", "S;G4"))
    assert contribution.findings == ()
    assert contribution.locate("entries", 0, "text", "en").cell == "D2"
    assert contribution.locate("entries", 0, "mandates", 1).cell == "G2"
    assert contribution.locate("entries", 0).sheet == "Entries"
    assert contribution.claims == ("studies",)


@pytest.mark.parametrize(
    ("value", "look", "text"),
    [
        (12.5, "General", "12.5"),
        (0.1 + 0.2, "General", "0.3"),
        (1e20, "General", "100000000000000000000"),
        ("0777", "General", "0777"),
        ("12", "@", "12"),
        (12.5, "0.00", "12.50"),
        (1234, "#,##0", "1234"),
        (True, "General", "TRUE"),
        (date(2025, 12, 2), "dd/mm/yyyy", "2025-12-02"),
        ("=not a formula", "text", "=not a formula"),
        ("+41 22 730", "General", "+41 22 730"),
        ("@home", "General", "@home"),
        ("-5 degrees", "General", "-5 degrees"),
    ],
)
def test_a_cell_is_read_as_a_person_sees_it(value: Any, look: str, text: str) -> None:
    """Numbers, days, words and signs come out as words, and nothing is told."""

    def form(book: Workbook) -> None:
        cell = book["Entries"]["D2"]
        if look == "text":
            cell.data_type = "s"
        else:
            cell.number_format = look

    contribution = read(entries(one(value), change=form))
    assert contribution.entries[0].text == {"en": text}
    assert contribution.findings == ()


@pytest.mark.parametrize(
    ("value", "look", "rule", "words"),
    [
        (0.45, "0.0%", "number-percent", "45 % but holds 0.45"),
        (1234.567, "0.0", "number-look", "1234.567"),
        (60, "yyyy-mm-dd", "date-impossible", "60"),
        (-1, "yyyy-mm-dd", "date-impossible", "-1"),
        (2958466, "yyyy-mm-dd", "date-impossible", "2958466"),
        (datetime(2025, 12, 2, 14, 30), "yyyy-mm-dd hh:mm", "time-left-out", "14:30"),  # noqa: DTZ001
        ("=1+1", "General", "formula-without-value", "=1+1"),
        ("x" * 40_000, "General", "cell-too-long", "32767"),
        ("one\n\ntwo", "General", "paragraphs-joined", "one paragraph"),
        ("a\u202eb", "General", "character-forbidden", "U+202E"),
        ("#REF!", "General", "cell-error", "#REF!"),
    ],
)
def test_a_cell_that_can_mislead_is_told(value: Any, look: str, rule: str, words: str) -> None:
    """The finding stands at the cell and quotes what is in it."""

    def form(book: Workbook) -> None:
        book["Entries"]["D2"].number_format = look

    findings = told(read(entries(one(value), change=form)))
    assert words in findings[rule][0].message
    assert findings[rule][0].location.cell == "D2"


def test_the_value_of_a_formula_is_read() -> None:
    """Excel keeps the value beside the formula; a note says so."""
    data = entries(one("=1+1"))
    contribution = read(changed(data, SHEET, lambda xml: re.sub("<v ?/>|<v></v>", "<v>2</v>", xml)))
    assert contribution.entries[0].text == {"en": "2"}
    assert told(contribution)["formula-value"][0].severity == "note"


def test_a_cell_longer_than_excel_keeps_is_refused_and_read() -> None:
    """Another program wrote it; Excel would cut it unseen."""
    data = entries(one("LONG"))
    data = changed(data, SHEET, lambda xml: xml.replace("LONG", "x" * 40_000))
    contribution = read(data)
    assert contribution.entries[0].text == {"en": "x" * 40_000}
    assert told(contribution)["cell-too-long"][0].severity == "error"


def test_days_of_a_workbook_that_counts_from_1904() -> None:
    """The same day is read, four years of serial numbers apart."""

    def form(book: Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904

    contribution = read(entries(one("Words", Dates=date(2025, 12, 2)), change=form))
    assert contribution.entries[0].dates == ("2025-12-02",)


def test_a_year_in_a_cell_for_days_is_not_taken_for_a_day_of_1905() -> None:
    """Excel makes 2025 the day that is 2025 days after 1900."""

    def form(book: Workbook) -> None:
        book["Entries"]["F2"].number_format = "yyyy-mm-dd"

    contribution = read(entries(one("Words", Dates=2025), change=form))
    finding = told(contribution)["date-unlikely"][0]
    assert "1905-07-17" in finding.message
    assert finding.remedy.endswith("'2025")
    assert contribution.entries[0].dates == ()


def test_excels_escapes_are_decoded() -> None:
    """A carriage return is one, a literal underscore stays, half of a character is told."""
    text = "a_x000D_b_x005F_x0041_c_xD83D__xDE00_"
    contribution = read(entries(one(text)))
    assert contribution.entries[0].text == {"en": "a\rb_x0041_c😀"}
    assert told(read(entries(one("a_xD83D_b"))))["character-forbidden"]
    assert told(read(entries(one("a_x0007_b"))))["character-forbidden"]


def test_a_wrong_dimension_does_no_harm() -> None:
    """Every row is read, whatever the sheet says of its size."""
    data = entries(*(one(f"Words {number}") for number in range(9)))
    wrong = changed(data, SHEET, lambda xml: xml.replace('ref="A1:', 'ref="A1:A1" x="'))
    assert len(read(wrong).entries) == 9


def test_a_cell_in_the_last_corner_is_one_cell() -> None:
    """It is told, and no time is spent on the empty ones before it."""

    def form(book: Workbook) -> None:
        book["Entries"]["XFD1048576"] = "far away"

    finding = told(read(entries(one("Words"), change=form)))["cell-unread"][0]
    assert "far away" in finding.message
    assert finding.location.cell == "XFD1048576"


@pytest.mark.parametrize("what", ["sheet", "row", "column", "look"])
@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden_words_are_refused_and_quoted(what: str, state: str) -> None:
    """Whatever hides them, the finding holds the words."""

    def form(book: Workbook) -> None:
        sheet = book["Entries"]
        if what == "sheet":
            extra = book.create_sheet("Secret")
            extra["A1"] = "Words"
            extra.sheet_state = state
        sheet.row_dimensions[2].hidden = what == "row"
        sheet.column_dimensions["D"].hidden = what == "column"
        if what == "look":
            sheet["D2"] = 7
            sheet["D2"].number_format = ";;;"

    finding = told(read(entries(one("Words"), change=form)))["hidden-cells"][0]
    assert finding.severity == "error"
    assert ("7" if what == "look" else "Words") in finding.message


def test_a_hidden_column_of_ids_does_no_harm() -> None:
    """Nobody writes ids, so nobody misses them."""

    def form(book: Workbook) -> None:
        book["Entries"].column_dimensions["A"].hidden = True

    assert read(entries(one("Words"), change=form)).findings == ()


def test_merged_cells_of_the_table_are_refused() -> None:
    """What stands in the first of them may be meant for the others."""

    def form(book: Workbook) -> None:
        book["Entries"].merge_cells("B2:B3")

    findings = told(read(entries(one("One"), one("Two", Id="c-d"), change=form)))
    assert findings["cells-merged"][0].location.cell == "B2"


def test_comments_are_carried_as_notes() -> None:
    """The secretariat reads who wrote what, at which cell."""

    def form(book: Workbook) -> None:
        book["Entries"]["D2"].comment = Comment("Ann:\nis this right?", "Ann")

    finding = told(read(entries(one("Words"), change=form)))["comment-carried"][0]
    assert (finding.severity, finding.location.cell) == ("note", "D2")
    assert finding.message == "comment by Ann: “is this right?”"


def test_the_answers_to_a_comment_are_carried_too() -> None:
    """What Excel keeps for older versions in place of a conversation is not told twice."""
    threads = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    texts = "".join(
        f'<threadedComment ref="D2" personId="{{P}}"><text>{words}</text></threadedComment>'
        for words in ("why?", "because")
    )
    note = (
        f'<comments xmlns="{MAIN}"><authors><author>tc={{1}}</author></authors><commentList>'
        '<comment ref="D2" authorId="0"><text><t>[Threaded comment] Your version …</t></text>'
        "</comment></commentList></comments>"
    )
    person = f'<personList xmlns="{threads}"><person displayName="Ann" id="{{P}}"/></personList>'
    data = beside(
        entries(one("Words")),
        comments=("comments1.xml", note),
        threadedComment=(
            "threads.xml",
            f'<ThreadedComments xmlns="{threads}">{texts}</ThreadedComments>',
        ),
        person=("persons/person.xml", person),
    )
    assert [finding.message for finding in told(read(data))["comment-carried"]] == [
        "comment by Ann: “because”",
        "comment by Ann: “why?”",
    ]


def test_text_boxes_and_pictures_are_told() -> None:
    """The words of a box are quoted; a picture is named as one."""
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    runs = "<a:r><a:t>in a </a:t></a:r><a:r><a:t>box</a:t></a:r>"
    box = f'<x xmlns:a="{drawing}"><a:p>{runs}</a:p></x>'
    data = beside(entries(one("Words")), drawing=("drawings/drawing1.xml", box))
    assert "“in a box”" in told(read(data))["text-aside"][0].message

    def form(book: Workbook) -> None:
        book["Entries"].add_chart(BarChart(), "J2")

    assert told(read(entries(one("Words"), change=form)))["picture-left-out"]


def test_texts_in_a_part_of_their_own_are_read() -> None:
    """Excel writes each text once, and its number into the cells."""
    bold = CellRichText("plain ", TextBlock(InlineFont(b=True), "bold"))
    contribution = read(shared(entries(one("Words"), one(bold, Id="c-d"))))
    assert [entry.text["en"] for entry in contribution.entries] == ["Words", "plain bold"]
    lost = changed(
        shared(entries(one("Words"))), SHEET, lambda xml: xml.replace("<v>10<", "<v>99<")
    )
    assert told(read(lost))["cell-error"][0].location.cell == "D2"


def test_reading_aids_are_no_part_of_the_text() -> None:
    """They are quoted in a note."""
    aid = "<t>Words</t><rPh sb='0' eb='1'><t>aid</t></rPh>"
    data = changed(entries(one("Words")), SHEET, lambda xml: xml.replace("<t>Words</t>", aid))
    contribution = read(data)
    assert contribution.entries[0].text == {"en": "Words"}
    assert "“aid”" in told(contribution)["text-aside"][0].message


def test_looks_within_a_cell_are_dropped_and_told() -> None:
    """Bold words are read as plain ones with a note, struck ones with a warning."""
    bold = CellRichText("plain ", TextBlock(InlineFont(b=True), "bold"))
    contribution = read(entries(one(bold)))
    assert contribution.entries[0].text == {"en": "plain bold"}
    assert told(contribution)["look-simplified"][0].severity == "note"
    struck = CellRichText("plain ", TextBlock(InlineFont(strike=True), "struck"))
    assert told(read(entries(one(struck))))["look-simplified"][0].severity == "warning"


def test_a_cell_that_is_struck_out_is_told() -> None:
    """Its words are read, and a warning says that they were struck."""

    def form(book: Workbook) -> None:
        book["Entries"]["D2"].font = Font(strike=True)

    contribution = read(entries(one("Words"), change=form))
    assert contribution.entries[0].text == {"en": "Words"}
    assert told(contribution)["look-simplified"][0].severity == "warning"


def test_the_address_of_a_link_is_quoted() -> None:
    """Unless the words show it themselves."""

    def form(book: Workbook) -> None:
        book["Entries"]["D2"].hyperlink = "https://www.itu.int/ai"

    finding = told(read(entries(one("Words"), change=form)))["link-left-out"][0]
    assert "https://www.itu.int/ai" in finding.message
    assert read(entries(one("See https://www.itu.int/ai."), change=form)).findings == ()


def test_words_in_the_margins_of_the_page_are_quoted() -> None:
    """Codes for fonts and page numbers are not words."""

    def form(book: Workbook) -> None:
        book["Entries"].oddHeader.center.text = '&"Arial,Bold"R&&D draft'
        book["Entries"].oddFooter.center.text = "&P / &N"

    findings = told(read(entries(one("Words"), change=form)))["text-aside"]
    assert [finding.message for finding in findings] == [
        "these words stand beside the cells and are not read: “R&D draft”"
    ]


def test_too_many_rows_are_refused() -> None:
    """The sheet is given up whole, with the budget named."""
    data = workbook({"Entries": [HEADER, *(one("x") for _ in range(MOST_ROWS + 1))]})
    contribution = read(data)
    assert contribution.entries == ()
    assert str(MOST_CELLS) in told(contribution)["table-too-large"][0].message


def test_a_thousand_formulas_are_told_without_burying_the_rest() -> None:
    """The first twenty stand alone, one more finding holds the words of all others."""
    rows = [one(f"={number}+1") for number in range(100)]
    findings = told(read(entries(*rows)))["formula-without-value"]
    assert len(findings) == 21
    assert all(f"={number}+1" in findings[-1].message for number in range(20, 100))


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
def test_a_broken_part_is_a_finding(part: str) -> None:
    """Whatever is wrong inside, nobody sees an exception."""
    broken = changed(entries(one("Words")), part, lambda xml: xml[: len(xml) // 2])
    assert told(read(broken))["file-damaged"][0].severity == "error"
    assert told(read(b"PK nonsense"))["file-damaged"]
    other = changed(entries(one("Words")), "xl/workbook.xml", lambda xml: xml.replace(MAIN, "x"))
    assert told(read(other))["file-damaged"]


def test_the_words_of_our_own_forms_are_passed_over() -> None:
    """Instructions that nobody changed are no news; a word beside them is."""
    data = workbook({"Help": [["Instructions"], ["One row per  entry."]]})
    assert read(data).findings == ()
    changed_help = workbook({"Help": [["Instructions"], ["My own words"]]})
    finding = told(read(changed_help, guide=GUIDE))["help-changed"][0]
    assert (finding.severity, "My own words" in finding.message) == ("warning", True)


@pytest.mark.parametrize(
    ("part", "before", "after"),
    [
        (STYLES, '<xf numFmtId="0" fontId="0"', '<xf numFmtId="-9" fontId="-9"'),
        (SHEET, '<c r="D2"', '<c r="D2" s="-9"'),
        (SHEET, "<row ", '<row xml:id="1 x" '),
        (STYLES, "<font>", '<font xml:id="1 x">'),
    ],
)
def test_a_number_or_id_that_names_nothing_does_no_harm(part: str, before: str, after: str) -> None:
    """Some other program wrote it; the cell is read without its look."""
    data = changed(entries(one("Words")), part, lambda xml: xml.replace(before, after))
    assert data != entries(one("Words"))
    assert after.encode() in ZipFile(BytesIO(data)).read(part)
    contribution = read(data)
    assert [entry.text for entry in contribution.entries] == [{"en": "Words"}]
    assert contribution.findings == ()


def test_the_form_of_another_contributor_is_told() -> None:
    """Somebody took the wrong file; its title says whose it is."""
    title = "Contribution form: ITU-R, Council 2026"
    guide = GUIDE.model_copy(update={"others": {title: "ITU-R"}})
    data = workbook({"Entries": [HEADER, one("Words")], "Help": [[title], ["Instructions"]]})
    contribution = read(data, guide=guide)
    assert list(told(contribution)) == ["form-of-another"]
    (found,) = contribution.findings
    assert (found.severity, found.message) == ("error", "this is the form of ITU-R")
    assert (found.location.sheet, found.location.cell) == ("Help", "A1")
