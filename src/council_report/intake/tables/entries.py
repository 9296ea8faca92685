"""The rows of a sheet made into entries."""

from collections.abc import Callable, Mapping
from typing import Any

from council_report.intake.naming import generated_id
from council_report.intake.sections import Match, language_in, language_of
from council_report.intake.tables.cells import Cell, Sheet, joined
from council_report.intake.tables.days import periods_of
from council_report.intake.tables.grids import Grids
from council_report.intake.tables.headers import Column, Header
from council_report.intake.tables.outcome import Outcome
from council_report.intake.tables.rows import KEY, Row, built, known_cells
from council_report.intake.tables.words import (
    check_words,
    countries_of,
    items_of,
    kind_of,
    mandates_of,
    section_of,
    status_of,
)
from council_report.model.contribution import Entry
from council_report.model.language import Language
from council_report.model.location import Location, Path, shortened
from council_report.model.message import Message


def read_entries(sheet: Sheet, header: Header, grids: Grids, outcome: Outcome) -> None:
    """Read every row below the header as an entry, or tell why it is none."""
    if header.column_of("text") is None:  # That is told, with all words.
        return
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


def _row(
    sheet: Sheet, header: Header, number: int, cells: dict[Column, Cell], outcome: Outcome
) -> Row:
    if cell := cells.get(Column("section")):
        return Row(number, cells, section_of(cell, outcome))
    at = header.column_of("section")
    if at and any(column.field == "text" for column in cells):
        words = joined(cells.values())
        message = Message("the row names no section: “{words}”", words=shortened(words))
        remedy = Message(
            "Choose the section that the entry belongs to, or empty the row if it is no entry."
        )
        outcome.record.tell("section-missing", "error", sheet.place(number, at), message, remedy)
    return Row(number, cells, Match())


def _is_emptied(cells: dict[Column, Cell], outcome: Outcome) -> bool:
    """Whether a row holds only the id, which the form locks, or words of its lists; told if so."""
    first, *others = cells.values()
    if not others and Column("id") in cells:
        message = Message("the row of entry “{id}” is empty: the entry is left out", id=first.text)
        remedy = Message("Nothing, if that is meant; otherwise write its text again.")
    elif {cell.text for cell in cells.values()} <= outcome.guide.choices:
        words = joined(cells.values())
        message = Message("the row has no text, and is passed over: “{words}”", words=words)
        remedy = Message("Nothing, if no entry is meant; otherwise write its text.")
    else:
        return False
    outcome.record.tell("row-emptied", "note", first.place, message, remedy, joined(cells.values()))
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
    remedy = Message("Write the text, or empty the whole row.")
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
        check_words(cell, outcome)
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
    for field, read in LISTS.items():
        if cell := row.cell(field):
            values[field] = read(cell, outcome)
    if (cell := row.cell("kind")) and (kind := kind_of(cell, outcome)):
        values["kind"] = kind
    if (cell := row.cell("status")) and (status := status_of(cell, outcome)):
        values["status"] = status
    return values


LISTS: Mapping[str, Callable[[Cell, Outcome], list[str]]] = {
    "dates": periods_of,
    "mandates": mandates_of,
    "countries": countries_of,
    "partners": lambda cell, _: items_of(cell),
    "references": lambda cell, _: items_of(cell),
}
"""How the cell of a field with several values is read."""
