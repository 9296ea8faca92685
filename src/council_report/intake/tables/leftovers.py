"""What a file of tables holds and no entry or statistic was made of: columns, cells, sheets."""

from collections.abc import Mapping

from council_report.intake.sections import folded
from council_report.intake.tables.cells import Cell, Sheet, joined
from council_report.intake.tables.headers import (
    ENTRY_FIELDS,
    STATISTIC_FIELDS,
    Header,
    names_of_fields,
)
from council_report.intake.tables.outcome import Outcome
from council_report.intake.tables.statistics import NEEDED
from council_report.model.finding import Severity
from council_report.model.guide import Guide
from council_report.model.message import Message
from council_report.model.nearest import nearest


def check_columns(sheet: Sheet, header: Header, outcome: Outcome) -> None:
    """Tell of columns that are missing, and of what stands outside of those that are known."""
    _tell_missing(sheet, header, outcome)
    for column, cells in sheet.columns().items():
        below = [cell for cell in cells if cell.row > header.row]
        if column in header.repeated:
            _tell_repeated(header.repeated[column], below, outcome)
        elif column in header.unknown:
            _tell_unknown(header, column, below, outcome)
        elif column not in header.columns:
            outcome.leave(below)
        outcome.leave(cell for cell in cells if cell.row < header.row)


def _tell_missing(sheet: Sheet, header: Header, outcome: Outcome) -> None:
    needed = ("section",) if header.of == "entries" else NEEDED
    for field in needed:
        if header.column_of(field) is None:
            message = Message("there is no column “{name}”", name=_name(field, outcome.guide))
            remedy = Message("Add the column, with this word in its first cell.")
            outcome.record.tell(
                "column-missing", "error", sheet.place(header.row, 1), message, remedy
            )


def _name(field: str, guide: Guide) -> str:
    """What a field is called, in the language of the forms and in English."""
    names = [words for words, one in names_of_fields(guide).items() if one == field]
    return " / ".join(dict.fromkeys((names[-1], names[0])))


def _tell_repeated(heading: Cell, below: list[Cell], outcome: Outcome) -> None:
    words = joined(below)
    message = Message(
        "the column “{name}” is there twice; this one is not read: “{words}”",
        name=heading.text,
        words=words,
    )
    remedy = Message("Keep one column of this name.")
    outcome.record.tell("column-unknown", _severity(below), heading.place, message, remedy, words)


def _tell_unknown(header: Header, column: int, below: list[Cell], outcome: Outcome) -> None:
    heading, guide = header.unknown[column], outcome.guide
    if outcome.is_furniture(heading) and not below:
        return
    if below:
        message = Message(
            "no column of the form is called “{name}”; not read: “{words}”",
            name=heading.text,
            words=joined(below),
        )
    else:
        message = Message("no column of the form is called “{name}”", name=heading.text)
    fields = ENTRY_FIELDS if header.of == "entries" else STATISTIC_FIELDS
    names = [words for words, field in names_of_fields(guide).items() if field in fields]
    near = nearest(folded(heading.text), names)
    remedy = (
        Message("Did you mean “{near}”?", near=near)
        if near
        else Message("Move the words into a column of the form, or delete the column.")
    )
    words = joined(below)
    outcome.record.tell("column-unknown", _severity(below), heading.place, message, remedy, words)


def _severity(below: list[Cell]) -> Severity:
    return "error" if below else "warning"


def tell_unread(sheet: Sheet, outcome: Outcome) -> None:
    """Tell of a sheet with words that are not of our forms, and no header that is known.

    Where our form's own words stand on it too, somebody wrote beside them: each cell is told of.
    """
    cells = outcome.foreign(sheet)
    if not cells or sheet.hidden:
        return
    if len(cells) < len(sheet.cells):
        choices = outcome.guide.choices  # Our own sheet of lists holds them.
        outcome.unread.extend(cell for cell in cells if cell.text not in choices)
        return
    words = joined(cells)
    message = Message(
        "no row of the sheet names the columns of the form; not read: “{words}”", words=words
    )
    remedy = Message("Write the entries into the form, or delete the sheet.")
    outcome.record.tell("sheet-unread", "error", sheet.place(), message, remedy, words)


def tell_hidden(sheet: Sheet, header: Header | None, outcome: Outcome) -> None:
    """Tell of words in hidden sheets, rows, columns or cells; hidden ids do no harm."""
    ids = header.column_of("id") if header else None
    groups: dict[tuple[str, int], list[Cell]] = {}
    for cell in outcome.foreign(sheet):
        if cell.column != ids and (group := _hiding(sheet, cell)):
            groups.setdefault(group, []).append(cell)
    _tell_groups(sheet, groups, outcome)


def _hiding(sheet: Sheet, cell: Cell) -> tuple[str, int] | None:
    """What hides a cell: its sheet, its row, its column, or its own look."""
    if sheet.hidden:
        return "sheet", 0
    if cell.row in sheet.hidden_rows:
        return "row", cell.row
    if cell.column in sheet.hidden_columns:
        return "column", cell.column
    return ("row", cell.row) if (cell.row, cell.column) in sheet.hidden_cells else None


def _tell_groups(
    sheet: Sheet, groups: Mapping[tuple[str, int], list[Cell]], outcome: Outcome
) -> None:
    for (what, _), cells in groups.items():
        words = joined(cells)
        place = sheet.place() if what == "sheet" else cells[0].place
        message = Message("these words are hidden: “{words}”", words=words)
        remedy = Message("Show all sheets, rows and columns; delete what should not be read.")
        outcome.record.tell("hidden-cells", "error", place, message, remedy, words)
