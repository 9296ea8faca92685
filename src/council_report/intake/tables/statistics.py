"""The rows of a sheet made into statistics."""

from typing import Any

from council_report.intake.tables.building import built
from council_report.intake.tables.cells import Cell, Sheet, joined
from council_report.intake.tables.entries import known_cells
from council_report.intake.tables.headers import Column, Header
from council_report.intake.tables.outcome import Outcome
from council_report.intake.tables.words import periods_of
from council_report.model.contribution import Statistic
from council_report.model.message import Message

NEEDED = ("key", "value", "unit", "source")


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
            remedy = Message("Fill the cell, or delete the whole row.")
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
    if cell := cells.get(Column("as_of")):
        value["as_of"] = next(iter(periods_of(cell, outcome)), None)
    statistic = built(Statistic, value, cells, outcome)
    if statistic is None:
        outcome.leave(cells.values())
        return
    outcome.statistics.append(statistic)
    outcome.places[("statistics", index)] = next(iter(cells.values())).place
    for column, cell in cells.items():
        outcome.places.setdefault(("statistics", index, column.field), cell.place)
