"""The rows of a sheet made into statistics."""

import re
from typing import Any

from council_report.intake.naming import generated_id
from council_report.intake.tables.cells import Cell, Sheet, joined
from council_report.intake.tables.days import periods_of
from council_report.intake.tables.headers import Column, Header
from council_report.intake.tables.numbers import BLANKS
from council_report.intake.tables.outcome import Outcome
from council_report.intake.tables.rows import KEY, built, known_cells, leave_row
from council_report.model.contribution import Statistic
from council_report.model.message import Message

NEEDED = ("key", "value", "unit", "source")

PLAIN = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+")


def read_statistics(sheet: Sheet, header: Header, outcome: Outcome) -> None:
    """Read every row below the header as a statistic, or tell why it is none."""
    for number, cells in known_cells(sheet, header):
        if _is_whole(sheet, header, number, cells, outcome):
            _add(cells, outcome)


def _is_whole(
    sheet: Sheet, header: Header, number: int, cells: dict[Column, Cell], outcome: Outcome
) -> bool:
    """Whether a row has all that a statistic needs; what is missing is told."""
    given = {column.field for column in cells}
    missing = [field for field in NEEDED if field not in given]
    words = joined(cells.values())
    for field in missing:
        if at := header.column_of(field):
            message = Message("nothing stands here; the row holds “{words}”", words=words)
            remedy = Message("Fill the cell, or empty the whole row.")
            place = sheet.place(number, at)
            outcome.record.tell("value-missing", "error", place, message, remedy, words)
    return not missing


def _add(cells: dict[Column, Cell], outcome: Outcome) -> None:
    index = len(outcome.statistics)
    value: dict[str, Any] = {
        column.field: cell.text.strip() for column, cell in cells.items() if column.field != "unit"
    }
    language = outcome.language or outcome.guide.language
    value["unit"] = {
        column.language or language: cell.text
        for column, cell in cells.items()
        if column.field == "unit"
    }
    value["value"] = _number(cells[Column("value")], outcome)
    if cell := cells.get(Column("as_of")):
        value["as_of"] = _one_period(cell, outcome)
    if value["value"] is None or not _is_key(cells[Column("key")], outcome):
        leave_row(cells, outcome)
        return
    statistic = built(Statistic, value, cells, outcome)
    if statistic is None:
        return
    outcome.statistics.append(statistic)
    outcome.places[("statistics", index)] = next(iter(cells.values())).place
    for column, cell in cells.items():
        outcome.places.setdefault(("statistics", index, column.field), cell.place)


def _number(cell: Cell, outcome: Outcome) -> str | None:
    """The digits of a number as it was typed; None, and told, where it is none, or could be two."""
    digits = cell.text.strip().translate(BLANKS)
    if PLAIN.fullmatch(digits):
        return digits
    if COMMA.fullmatch(digits) and len(digits.partition(",")[2]) != 3:
        return digits.replace(",", ".")
    remedy = Message("Write only digits, with a point before a fraction, such as 1250 or 12.5.")
    if COMMA.fullmatch(digits):
        whole, fraction = digits.replace(",", ""), digits.replace(",", ".")
        message = Message(
            "“{number}” can be {whole} or {fraction}",
            number=cell.text.strip(),
            whole=whole,
            fraction=fraction,
        )
        remedy = Message("Write {first} or {second}.", first=whole, second=fraction)
    else:
        message = Message("“{words}” is not a number", words=cell.text.strip())
    outcome.record.tell("value-type", "error", cell.place, message, remedy, cell.text)
    return None


def _is_key(cell: Cell, outcome: Outcome) -> bool:
    """Whether a key has the form of one; told with one like it if not."""
    words = cell.text.strip()
    if KEY.fullmatch(words):
        return True
    message = Message("“{words}” cannot be a key", words=words)
    remedy = Message(
        "Write it in small letters without accents, with hyphens between its words: {key}.",
        key=generated_id(words, "statistic", ()),
    )
    outcome.record.tell("value-form", "error", cell.place, message, remedy, words)
    return False


def _one_period(cell: Cell, outcome: Outcome) -> str | None:
    """The one day, month, year or interval of a cell; told if there are several."""
    periods = periods_of(cell, outcome)
    if len(periods) > 1:
        message = Message("“{words}” are several dates", words=cell.text)
        remedy = Message("Write one, or a period like 2026-03-01/2026-03-05.")
        outcome.record.tell("value-form", "error", cell.place, message, remedy, cell.text)
    return periods[0] if periods else None
