"""The rows of a .csv file, whichever sign stands between its cells."""

import csv
import re
from contextlib import suppress
from io import StringIO

from council_report.intake.tables.cells import MOST_CELLS, Sheet
from council_report.intake.tables.headers import find_header
from council_report.intake.tables.outcome import Outcome
from council_report.intake.tables.telling import tell_error_cell
from council_report.model.guide import Guide
from council_report.model.location import Location
from council_report.model.message import Message

BYTE_ORDER_MARK = "\ufeff"
SEPARATORS = (",", ";", "\t")
ERRORS = {"#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!"}
NAMED = re.compile(r"sep=([,;\t])\r?\n", re.IGNORECASE)
"""The first line by which Excel is told the separator."""


def read_sheets(data: bytes, outcome: Outcome) -> list[Sheet]:
    """The one table of the file, with what is wrong with it.

    The separator is the one that Excel's ``sep=`` names, or else the one with which a row that
    names our columns comes first. Every cell is text: what begins with ``=`` is no formula.
    """
    text = _decoded(data)
    if text is None:
        _tell_encoding(data, outcome)
        return []
    named = NAMED.match(text)
    if named:
        return [_split(outcome, text, named[1], first=2)]
    tries = {sign: _split(Outcome(outcome.file, outcome.guide), text, sign) for sign in SEPARATORS}
    sign = min(tries, key=lambda sign: _row_of_header(tries[sign], outcome.guide))
    return [_split(outcome, text, sign)]


def _row_of_header(sheet: Sheet, guide: Guide) -> int:
    header = find_header(sheet, guide)
    return header.row if header else MOST_CELLS


def _decoded(data: bytes) -> str | None:
    try:
        return data.decode("utf-8").removeprefix(BYTE_ORDER_MARK)
    except UnicodeDecodeError:
        return None


def _tell_encoding(data: bytes, outcome: Outcome) -> None:
    message = Message("the file is not UTF-8")
    with suppress(UnicodeDecodeError):
        if b"\0" not in data:  # as it is where letters take two bytes
            data.decode("cp1252")
            message = Message("the file is not UTF-8; it seems to be Windows-1252")
    remedy = Message("In Excel, choose “CSV UTF-8” when you save it, or send the .xlsx file.")
    outcome.record.tell("file-encoding", "error", Location(outcome.file), message, remedy)


def _split(outcome: Outcome, text: str, sign: str, first: int = 1) -> Sheet:
    """The cells between the separators; rows count from 1, as Excel shows them."""
    sheet = Sheet(outcome.file, None, outcome.record)
    lines = csv.reader(StringIO(text, newline=""), delimiter=sign, strict=True)
    row, end = 0, 0
    try:
        for row, cells in enumerate(lines, 1):
            if any(cells):
                sheet.lines[row] = end + 1
            end = lines.line_num
            for column, words in enumerate(cells if row >= first else (), 1):
                _put(sheet, row, column, words)
    except csv.Error:
        _tell_quotes(sheet, row + 1, end + 1)
    sheet.check_size()
    return sheet


def _put(sheet: Sheet, row: int, column: int, words: str) -> None:
    if words in ERRORS:
        tell_error_cell(sheet, (row, column), words)
    else:
        sheet.put(row, column, words)


def _tell_quotes(sheet: Sheet, row: int, line: int) -> None:
    sheet.lines[row] = line
    message = Message(
        "the quotation marks of this row do not match, or a cell is longer than {most} characters",
        most=csv.field_size_limit(),
    )
    remedy = Message("Mend the row, or send the table as an .xlsx file.")
    sheet.tell("file-syntax", "error", (row, 1), message, remedy)
