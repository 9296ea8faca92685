"""The columns of a sheet: those that are missing, unknown or double, and what stands outside."""

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
from council_report.model.form import FIELD_WORDS
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
    for row, above in sheet.rows():
        if row < header.row:
            _tell_above(list(above.values()), outcome)


def _tell_above(cells: list[Cell], outcome: Outcome) -> None:
    """Tell of a row above the header: of one cell it is a title, of several perhaps an entry."""
    if len(cells) > 1 or outcome.is_furniture(cells[0]):
        outcome.leave(cells)
        return
    words = joined(cells)
    message = Message("these words above the table are not read: “{words}”", words=words)
    remedy = Message("Write them into the table if they belong in the report.")
    outcome.record.tell("text-aside", "note", cells[0].place, message, remedy, words)


def _tell_missing(sheet: Sheet, header: Header, outcome: Outcome) -> None:
    place = sheet.place(header.row, 1)
    for field in ("section",) if header.of == "entries" else NEEDED:
        if header.column_of(field) is None:
            message = Message("there is no column “{name}”", name=FIELD_WORDS[field])
            remedy = Message("Add the column, with this word in its first cell.")
            outcome.record.tell("column-missing", "error", place, message, remedy)
    if header.of == "statistics":
        return
    if header.column_of("text") is None:
        below = [cell for at, cell in sorted(sheet.cells.items()) if at[0] > header.row]
        words = joined(cell for cell in below if cell.column in header.columns)
        message = Message(
            "there is no column “{name}”; not read: “{words}”",
            name=FIELD_WORDS["text"],
            words=words,
        )
        remedy = Message("Add the column, with this word in its first cell.")
        outcome.record.tell("column-missing", "error", place, message, remedy, words)
    if header.column_of("id") is None and outcome.guide.ids:
        message = Message(
            "there is no column “{name}”: each row is taken for a new entry",
            name=FIELD_WORDS["id"],
        )
        remedy = Message("If these are last session's entries, enter them in the form again.")
        outcome.record.tell("column-missing", "warning", place, message, remedy)


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
    names = {words: one for words, one in names_of_fields(guide).items() if one in fields}
    near = nearest(folded(heading.text), names)
    remedy = (
        Message(
            "Did you mean “{near}”? Otherwise move the words into a column of the form, or delete "
            "the column.",
            near=FIELD_WORDS[names[near]],
        )
        if near
        else Message("Move the words into a column of the form, or delete the column.")
    )
    words = joined(below)
    outcome.record.tell("column-unknown", _severity(below), heading.place, message, remedy, words)


def _severity(below: list[Cell]) -> Severity:
    return "error" if below else "warning"
