"""What is written to a workbook comes back, and other readers see the same cells in it."""

import math
import re
from datetime import date, datetime
from io import BytesIO
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook

from council_report.intake.notes import UNPRINTABLE
from council_report.intake.tables.excel import read_sheets
from council_report.intake.tables.outcome import Outcome
from council_report.model.contribution import Contribution
from council_report.model.guide import Guide
from tests.intake.tables.workbooks import read, shared, workbook

ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")

TEXTS = st.text(min_size=1, max_size=200).filter(
    lambda text: bool(text.strip()) and not UNPRINTABLE.search(text)
)
CELLS = st.one_of(
    st.none(),
    TEXTS,
    st.booleans(),
    st.integers(-(10**14), 10**14),
    st.floats(allow_nan=False, allow_infinity=False, min_value=-1e14, max_value=1e14),
    st.dates(date(1901, 1, 1), date(9999, 1, 1)),
)


def as_words(book: Workbook) -> None:
    """Make every cell a text, as our forms do, with what looks like an escape escaped."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    cell.value = ESCAPE.sub("_x005F_", cell.value)
                    cell.data_type = "s"


def sheets_of(data: bytes) -> list[dict[tuple[int, int], str]]:
    """The words of the cells that we read, sheet by sheet."""
    sheets = read_sheets(data, Outcome("table.xlsx", Guide()))
    return [{at: cell.text for at, cell in sheet.cells.items()} for sheet in sheets]


def alike(ours: str, theirs: Any) -> bool:
    """Whether a text of ours says the same as a value of another reader."""
    if isinstance(theirs, bool):
        return ours == str(theirs).upper()
    if isinstance(theirs, int | float):
        return math.isclose(float(ours), theirs, rel_tol=1e-14, abs_tol=1e-300)
    if isinstance(theirs, date | datetime):
        return ours == theirs.isoformat()[:10]
    return ours == theirs


def decoded(value: Any) -> Any:
    """A value that openpyxl read, its texts without the escapes, which it leaves as they are."""
    pattern = r"_x([0-9A-Fa-f]{4})_"
    is_text = isinstance(value, str)
    return re.sub(pattern, lambda code: chr(int(code[1], 16)), value) if is_text else value


def noted(contribution: Contribution) -> set[str]:
    """The rules of everything that was told."""
    return {finding.rule for finding in contribution.findings}


@given(st.lists(TEXTS, min_size=1, max_size=4))
@example(["=cmd|'/c calc'!A1", "a_x0041_b", " **x** [[key]]\r\n\ty ", "x" * 32_766])
def test_any_text_comes_back_to_the_letter(texts: list[str]) -> None:
    """Formulas, escapes, spaces and marks of the Markdown subset are the text's own."""
    rows = [["section", "text"], *(["Studies", text] for text in texts)]
    contribution = read(workbook({"Entries": rows}, as_words))
    assert [entry.text["en"] for entry in contribution.entries] == texts
    assert noted(contribution) <= {"paragraphs-joined"}


@example([["a_x0041_b", None, "=1+1"], [None, 0.1 + 0.2]], True)
@example([["a_x0041_b", "_x005F_x0041_"]], False)
@given(st.lists(st.lists(CELLS, max_size=4), min_size=1, max_size=4), st.booleans())
def test_other_readers_see_the_same_cells(rows: list[list[Any]], is_shared: bool) -> None:
    """openpyxl and calamine find every cell that we find, no other, and the same in it."""
    data = workbook({"Cells": rows}, as_words)
    data = shared(data) if is_shared else data
    ours = sheets_of(data)[0]
    sheet = load_workbook(BytesIO(data), data_only=True)["Cells"]
    cells = {(cell.row, cell.column): cell.value for row in sheet.iter_rows() for cell in row}
    # openpyxl takes out the escapes of texts in a part of their own, and leaves all others.
    decode = (lambda value: value) if is_shared else decoded
    theirs = {at: decode(value) for at, value in cells.items() if value is not None}
    assert ours.keys() == theirs.keys()
    assert all(alike(ours[at], theirs[at]) for at in ours)
    table = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0)
    top, left = table.start or (0, 0)
    found = {
        (top + row, left + column): value
        for row, values in enumerate(table.to_python(skip_empty_area=True), 1)
        for column, value in enumerate(values, 1)
        if value != ""
    }
    assert ours.keys() == found.keys()
    assert all(alike(ours[at], found[at]) for at in ours)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_contribution_or_a_finding(data: bytes) -> None:
    """Whatever the file holds, and whatever it is called, nobody sees an exception."""
    assert read(data, "xlsx").findings
    assert read(data, "ods").findings
    has_words = any(sign.isalnum() for sign in data.decode("utf-8", "replace"))
    assert read(data, "csv").findings or not has_words


@given(st.text(alphabet="ab;,\t\"\n=' ", max_size=60))
def test_any_csv_text_is_read_or_quoted(text: str) -> None:
    """Letters that stand in the file stand in the contribution or in a finding."""
    contribution = read(("section,text\n" + text).encode(), "csv")
    told = " ".join(finding.message for finding in contribution.findings)
    texts = " ".join(entry.text["en"] for entry in contribution.entries)
    assert any(letter in texts + told for letter in "ab") or not set("ab") & set(text)
