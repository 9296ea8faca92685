"""What sheets hold that no entry or statistic was made of, or that nobody sees."""

from council_report.intake.tables.cells import Cell, Sheet, joined
from council_report.intake.tables.headers import Header
from council_report.intake.tables.outcome import Outcome
from council_report.model.message import Message


def tell_unread(sheet: Sheet, outcome: Outcome) -> None:
    """Tell of a sheet with words that are not of our forms, and no header that is known.

    Where it is a sheet of our form, it may be that its own words have been changed since it was
    sent: that sets no file aside.
    """
    cells = outcome.foreign(sheet)
    if not cells or sheet.hidden:
        return
    others = [cell for cell in cells if cell.text not in outcome.guide.choices]
    is_ours = len(cells) < len(sheet.cells) or 2 * len(others) < len(cells)
    words = joined(others if is_ours else cells)
    if is_ours and words:
        message = Message("not read on this sheet of the form: “{words}”", words=words)
        remedy = Message("Nothing, if you wrote nothing there; move your own words to the entries.")
        outcome.record.tell("help-changed", "warning", sheet.place(), message, remedy, words)
    elif not is_ours:
        message = Message(
            "no row of the sheet names the columns of the form; not read: “{words}”", words=words
        )
        remedy = Message("Write the entries into the form, or delete the sheet.")
        outcome.record.tell("sheet-unread", "error", sheet.place(), message, remedy, words)


def tell_other_form(sheet: Sheet, outcome: Outcome) -> None:
    """Tell of the title line of the form of another contributor."""
    for cell in sheet.cells.values():
        if name := outcome.guide.others.get(" ".join(cell.text.split())):
            message = Message("this is the form of {name}", name=name)
            remedy = Message("Put it into that contributor's folder.")
            outcome.record.tell("form-of-another", "error", cell.place, message, remedy)


def tell_hidden(sheet: Sheet, header: Header | None, outcome: Outcome) -> None:
    """Tell of words in hidden sheets, rows, columns or cells.

    Hidden ids do no harm, nor does a hidden column with nothing below its name. Rows that a filter
    hides are read: a filter is a way to look at rows, not to take them out.
    """
    ids = header.column_of("id") if header else None
    groups: dict[tuple[str, int], list[Cell]] = {}
    for cell in outcome.foreign(sheet):
        if cell.column != ids and (group := _hiding(sheet, cell)):
            groups.setdefault(group, []).append(cell)
    filtered = groups.pop(("filter", 0), [])
    if filtered:
        _tell_filtered(filtered, outcome)
    named = {("column", at) for at in header.columns} if header else set()
    for group, cells in groups.items():
        if not (group in named and all(header and cell.row == header.row for cell in cells)):
            _tell_group(sheet, group[0], cells, outcome)


def _hiding(sheet: Sheet, cell: Cell) -> tuple[str, int] | None:
    """What hides a cell: its sheet, a filter, its row, its column, or its own look."""
    if sheet.hidden:
        return "sheet", 0
    if cell.column in sheet.hidden_columns:
        return "column", cell.column
    if cell.row in sheet.filtered_rows:
        return "filter", 0
    is_hidden = cell.row in sheet.hidden_rows or (cell.row, cell.column) in sheet.hidden_cells
    return ("row", cell.row) if is_hidden else None


def _tell_filtered(cells: list[Cell], outcome: Outcome) -> None:
    words = joined(cells)
    message = Message(
        "a filter hides these rows; they are read all the same: “{words}”", words=words
    )
    remedy = Message("Switch the filter off to see them; delete the rows that are not meant.")
    outcome.record.tell("rows-filtered", "warning", cells[0].place, message, remedy, words)


def _tell_group(sheet: Sheet, what: str, cells: list[Cell], outcome: Outcome) -> None:
    words = joined(cells)
    place = sheet.place() if what == "sheet" else cells[0].place
    message = Message("these words are hidden: “{words}”", words=words)
    remedy = Message("Show all sheets, rows and columns; delete what should not be read.")
    outcome.record.tell("hidden-cells", "error", place, message, remedy, words)
