"""The rows of a sheet made into entries."""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from council_report.intake.lists import split_list
from council_report.intake.naming import generated_id
from council_report.intake.sections import Match, language_in, language_of
from council_report.intake.tables.building import built
from council_report.intake.tables.cells import Cell, Sheet, joined
from council_report.intake.tables.grids import Grids
from council_report.intake.tables.headers import Column, Header
from council_report.intake.tables.outcome import Outcome
from council_report.intake.tables.words import (
    UNPLACED,
    check_joined,
    kind_of,
    periods_of,
    section_of,
    status_of,
)
from council_report.model.contribution import Entry
from council_report.model.language import Language
from council_report.model.location import Location, Path
from council_report.model.message import Message

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LISTS = ("mandates", "countries", "partners", "references")


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


def read_entries(sheet: Sheet, header: Header, grids: Grids, outcome: Outcome) -> None:
    """Read every row below the header as an entry, or tell why it is none."""
    rows = [
        _row(sheet, header, number, cells, outcome)
        for number, cells in known_cells(sheet, header)
        if not _is_emptied(cells, outcome)
    ]
    usual = outcome.language = language_of((row.match for row in rows), outcome.guide)
    written = {row.cells[Column("id")].text.strip() for row in rows if row.cell("id")}
    written |= {entry.id for entry in outcome.entries}
    used = {entry.id for entry in outcome.entries}
    for row in rows:
        language = language_in(row.match, usual)
        texts = _texts(row, language, "text")
        if not texts:
            _tell_textless(sheet, header, row, outcome)
            continue
        name = _id(row, next(iter(texts.values())).text, written, used, outcome)
        used.add(name)
        written.add(name)
        _add(row, name, texts, language, grids, outcome)


def known_cells(sheet: Sheet, header: Header) -> Iterable[tuple[int, dict[Column, Cell]]]:
    """The rows below a header that hold something in its columns, each cell by its column."""
    for number, cells in sheet.rows():
        if number <= header.row:
            continue
        known = {header.columns[at]: cell for at, cell in cells.items() if at in header.columns}
        if known:
            yield number, known


def _row(
    sheet: Sheet, header: Header, number: int, cells: dict[Column, Cell], outcome: Outcome
) -> Row:
    if cell := cells.get(Column("section")):
        return Row(number, cells, section_of(cell, outcome))
    if at := header.column_of("section"):
        message = Message("the row names no section")
        remedy = Message("Choose the section that the entry belongs to.")
        outcome.record.tell("section-missing", "error", sheet.place(number, at), message, remedy)
    return Row(number, cells, Match())


def _is_emptied(cells: dict[Column, Cell], outcome: Outcome) -> bool:
    """Whether nothing is left in a row but the id, which the form locks."""
    if set(cells) != {Column("id")}:
        return False
    cell = cells[Column("id")]
    message = Message("the row of entry “{id}” is empty: the entry is left out", id=cell.text)
    remedy = Message("Nothing, if that is meant; otherwise write its text again.")
    outcome.record.tell("row-emptied", "note", cell.place, message, remedy, cell.text)
    return True


def _texts(row: Row, language: Language, field: str) -> dict[Language, Cell]:
    """The cells of a field by language; a column without one is in the language of the sheet."""
    return {
        column.language or language: cell
        for column, cell in row.cells.items()
        if column.field == field
    }


def _id(row: Row, words: str, written: set[str], used: set[str], outcome: Outcome) -> str:
    """The id of the row, or a new one where it has none, or one that cannot be its own."""
    cell = row.cell("id")
    given = cell.text.strip() if cell else ""
    if KEY.fullmatch(given) and given not in used:
        return given
    name = generated_id(words, row.section, written)
    if cell and given in used:
        message = Message("the id “{id}” is that of an earlier row", id=given)
        remedy = Message("Nothing: the entry gets the id “{name}”.", name=name)
        outcome.record.tell("id-copied", "note", cell.place, message, remedy, given)
    elif cell:
        message = Message("“{id}” cannot be the id of an entry", id=given)
        remedy = Message("Leave the cell empty: a new entry gets an id by itself.")
        outcome.record.tell("value-form", "error", cell.place, message, remedy, given)
    return name


def _tell_textless(sheet: Sheet, header: Header, row: Row, outcome: Outcome) -> None:
    outcome.claims[row.section] = None
    words = joined(row.cells.values())
    place = sheet.place(row.number, header.column_of("text") or 1)
    message = Message("the row has no text: “{words}”", words=words)
    remedy = Message("Write the text, or delete the whole row.")
    outcome.record.tell("text-missing", "error", place, message, remedy, words)


def _add(
    row: Row,
    name: str,
    texts: dict[Language, Cell],
    language: Language,
    grids: Grids,
    outcome: Outcome,
) -> None:
    """Build an entry of the values of a row, and note where they stand."""
    index = len(outcome.entries)
    value: dict[str, Any] = {"id": name, "section": row.section, **_values(row, outcome)}
    value["text"] = {known: cell.text for known, cell in texts.items()}
    for cell in texts.values():
        check_joined(cell, outcome)
    tables = _texts(row, language, "table")
    if tables:
        value["table"] = grids.rows(tables, outcome)
        value.setdefault("kind", "table")
    first = next(iter(row.cells.values()))
    places: dict[Path, Location] = {("entries", index): first.place}
    for column, cell in row.cells.items():
        places.setdefault(("entries", index, column.field), cell.place)
        if column.field == "text":
            places[("entries", index, "text", column.language or language)] = cell.place
    entry = built(Entry, value, row.cells, outcome)
    if entry:
        outcome.entries.append(entry)
        outcome.places.update(places)
        outcome.claims[entry.section] = None


def _values(row: Row, outcome: Outcome) -> dict[str, Any]:
    """What the columns of a row say beside its text, as far as it is known."""
    values: dict[str, Any] = {}
    if cell := row.cell("unit"):
        values["unit"] = cell.text.strip()
    for field in LISTS:
        if cell := row.cell(field):
            values[field] = split_list(cell.text)
    if (cell := row.cell("dates")) is not None:
        values["dates"] = periods_of(cell, outcome)
    if (cell := row.cell("kind")) and (kind := kind_of(cell, outcome)):
        values["kind"] = kind
    if (cell := row.cell("status")) and (status := status_of(cell, outcome)):
        values["status"] = status
    return values
