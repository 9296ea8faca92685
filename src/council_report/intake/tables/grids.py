"""The sheets that entries name as theirs: the rows of tables to be printed."""

from collections.abc import Mapping

from council_report.intake.sections import folded
from council_report.intake.tables.cells import Cell, Sheet
from council_report.intake.tables.outcome import Outcome
from council_report.model.language import Language
from council_report.model.message import Message
from council_report.model.nearest import nearest

Grid = tuple[tuple[str, ...], ...]


class Grids:
    """The sheets that may hold the rows of a table, by name, and which of them are used."""

    def __init__(self, sheets: Mapping[str, Sheet]) -> None:
        self._sheets = {folded(name): sheet for name, sheet in sheets.items()}

    def rows(self, cells: Mapping[Language, Cell], outcome: Outcome) -> dict[Language, Grid] | None:
        """The rows of the sheets that the cells name, in each language; None if there are none."""
        found = {language: self._grid(cell, outcome) for language, cell in cells.items()}
        return {language: grid for language, grid in found.items() if grid} or None

    def _grid(self, cell: Cell, outcome: Outcome) -> Grid:
        sheet = self._sheets.get(folded(cell.text))
        if sheet and sheet.cells:
            return grid_of(sheet)
        if sheet:
            message = Message("the sheet “{name}” holds no rows", name=cell.text)
            remedy = Message("Write the rows of the table into it.")
        else:
            near = nearest(cell.text, [one.name or "" for one in self._sheets.values()])
            message = Message("no sheet for a table is called “{name}”", name=cell.text)
            remedy = (
                Message("Did you mean “{near}”?", near=near)
                if near
                else Message("Write the rows of the table on a sheet of this name.")
            )
        outcome.record.tell("table-unknown", "error", cell.place, message, remedy, cell.text)
        return ()


def grid_of(sheet: Sheet) -> Grid:
    """The cells of a sheet as rows of equal length; rows and columns without words are left out."""
    columns = sorted({column for _, column in sheet.cells})
    return tuple(
        tuple(cells[column].text if column in cells else "" for column in columns)
        for _, cells in sheet.rows()
    )
