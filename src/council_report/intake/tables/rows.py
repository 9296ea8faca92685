"""The rows below a header, and what their values are made into: an entry or a statistic."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from council_report.intake.mismatches import explained
from council_report.intake.sections import Match
from council_report.intake.tables.cells import Cell, Sheet, joined
from council_report.intake.tables.headers import Column, Header
from council_report.intake.tables.outcome import Outcome
from council_report.model.contribution import UNPLACED, Entry, Statistic
from council_report.model.location import Location
from council_report.model.message import Message

NEVER_A_DASH = {"kind", "status", "dates", "mandates", "countries", "table", "as_of"}
NONE = {"-", "\u2013", "\u2014", "/", "n/a", "n.a.", "s.o.", "none", "aucun", "néant"}
"""What people write in a cell where nothing applies."""

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What the id of an entry and the key of a statistic look like."""

Noun = TypeVar("Noun", Entry, Statistic)


class Row(NamedTuple):
    """A row of a sheet: its number, the cells of its known columns, what its section is."""

    number: int
    cells: dict[Column, Cell]
    match: Match

    @property
    def section(self) -> str:
        """The section of the entry; one of its own where nobody knows which is meant."""
        return self.match.section or UNPLACED

    def cell(self, field: str) -> Cell | None:
        """The cell of a field that has one column."""
        return self.cells.get(Column(field))


def known_cells(sheet: Sheet, header: Header) -> Iterable[tuple[int, dict[Column, Cell]]]:
    """The rows below a header that hold something in its columns, each cell by its column."""
    for number, cells in sheet.rows():
        if number <= header.row:
            continue
        known = {
            header.columns[at]: cell
            for at, cell in cells.items()
            if at in header.columns and not _says_none(cell, header.columns[at])
        }
        if known:
            yield number, known


def _says_none(cell: Cell, column: Column) -> bool:
    """Whether a cell has a dash or the like where nothing applies; a name may be a dash."""
    return column.field in NEVER_A_DASH and cell.text.strip().casefold() in NONE


def built(
    model: type[Noun],
    value: dict[str, Any],
    cells: Mapping[Column, Cell],
    outcome: Outcome,
) -> Noun | None:
    """The noun made of the values, without those that do not fit; they are told of.

    None if nothing can be made without them; the whole row is then told of.
    """
    try:
        return model.model_validate(value)
    except ValidationError as error:
        problems = error.errors(include_url=False, include_context=True)
    told = [_tell(model, problem, cells, outcome) for problem in problems]
    spoiled = {str(problem["loc"][0]) for problem in problems}
    kept = {field: one for field, one in value.items() if field not in spoiled}
    try:
        noun = model.model_validate(kept)
    except ValidationError:
        leave_row(cells, outcome)
        return None
    outcome.leave(
        cell
        for column, cell in cells.items()
        if column.field in spoiled and not any(cell.text.strip() in message for message in told)
    )
    return noun


def leave_row(cells: Mapping[Column, Cell], outcome: Outcome) -> None:
    """Tell of a row that nothing is made of, with all its words."""
    words = joined(cells.values())
    place = next(iter(cells.values())).place
    message = Message("nothing is read of this row: “{words}”", words=words)
    remedy = Message("Mend what is wrong in the row, or empty the whole row.")
    outcome.record.tell("row-unread", "error", place, message, remedy, words)


def _tell(
    model: type[Noun], problem: ErrorDetails, cells: Mapping[Column, Cell], outcome: Outcome
) -> Message:
    """Tell of one mismatch; the message is given back, for it may quote only the first words."""
    way = problem["loc"]
    rule, message, remedy = explained(model, way, problem)
    found = [cell for column, cell in cells.items() if column.field == way[0]]
    place = found[0].place if found else Location(outcome.file)
    outcome.record.tell(
        rule, "error", place, message, remedy, " | ".join(cell.text for cell in found)
    )
    return message
