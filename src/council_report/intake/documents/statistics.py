"""The statistics of a document: the table under the heading of that name."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from council_report.intake.documents.blocks import Part
from council_report.intake.documents.divisions import STATISTICS, Division
from council_report.intake.documents.grid import Rows
from council_report.intake.documents.origin import Reading
from council_report.intake.documents.passages import Passage
from council_report.intake.mismatches import explained
from council_report.intake.sections import folded
from council_report.model.contribution import Statistic
from council_report.model.form import FIELD_WORDS
from council_report.model.guide import Guide
from council_report.model.language import Language
from council_report.model.message import Message, listed
from council_report.model.nearest import nearest

COLUMNS: Mapping[str, str] = {
    "key": "key",
    "value": "value",
    "unit": "unit",
    "as of": "as_of",
    "as_of": "as_of",
    "source": "source",
}
"""The columns of the table by their English names, and the fields they fill."""


NEEDED = {"key", "value", "unit", "source"}
"""The fields that every statistic has."""


def statistics_of(divisions: Iterable[Division], reading: Reading) -> tuple[Statistic, ...]:
    """The statistics of a document; their places are noted by the number they will have."""
    statistics: list[Statistic] = []
    for division in divisions:
        for part in division.parts if division.section == STATISTICS else ():
            reading.remark(part)
            if part.kind == "table":
                _read_table(part, division.language, statistics, reading)
            elif part.passage.words:
                _find_loose(part, reading)
    return tuple(statistics)


def _find_loose(part: Part, reading: Reading) -> None:
    message = Message(
        "“{words}” stands at the statistics, where only a table is read", words=part.passage.words
    )
    remedy = Message("Write it in the table, or under the heading of a section.")
    reading.find("statistics-form", "error", part, message, remedy)


def _read_table(
    part: Part, language: Language, statistics: list[Statistic], reading: Reading
) -> None:
    columns = _columns(part.rows, reading)
    for row in part.rows:
        reading.taken += [(cell.spots, cell.words) for cell in row]
    for row in part.rows[1:]:
        cells = {name: cell for name, cell in zip(columns, row, strict=True) if name and cell.words}
        if cells:
            number = len(statistics)
            made = _statistic(cells, language, number, reading)
            statistics += [made] if made else []


def _columns(rows: Rows, reading: Reading) -> list[str | None]:
    """The field that each column fills, by the words at its head."""
    return [_column(cell, reading) for cell in rows[0]]


def _column(cell: Passage, reading: Reading) -> str | None:
    name = column_named(cell.words, reading.guide)
    if name is None:
        fields = reading.guide.fields.items()
        known = {**COLUMNS, **{word: key for word, key in fields if key in COLUMNS.values()}}
        near = nearest(cell.words, known)
        names = [FIELD_WORDS[key] for key in dict.fromkeys(COLUMNS.values())]
        message = Message("no column of the statistics is called “{words}”", words=cell.words)
        remedy = (
            Message("Did you mean “{near}”?", near=FIELD_WORDS[known[near]])
            if near
            else Message("Use these columns: {names}.", names=listed(names))
        )
        place = reading.origin.place(cell.spots, cell.words)
        reading.find_at(place, "column-unknown", "error", message, remedy)
    return name


def is_statistics(part: Part, guide: Guide) -> bool:
    """Whether a table is headed like that of the statistics, wherever it stands."""
    heads = part.rows[0] if part.rows else ()
    return {column_named(cell.words, guide) for cell in heads} >= NEEDED


def column_named(words: str, guide: Guide) -> str | None:
    """The field of a statistic that the words at the head of a column name."""
    form = folded(words)
    return COLUMNS.get(guide.fields.get(form, form))


def _statistic(
    cells: Mapping[str, Passage], language: Language, number: int, reading: Reading
) -> Statistic | None:
    values: dict[str, Any] = {name: cell.words for name, cell in cells.items()}
    if "unit" in values:
        values["unit"] = {language: values["unit"]}
    first = next(iter(cells.values()))
    reading.places["statistics", number] = reading.origin.place(first.spots, first.words)
    for name, cell in cells.items():
        place = reading.origin.place(cell.spots, cell.words)
        reading.places["statistics", number, name] = place
    try:
        return Statistic.model_validate(values)
    except ValidationError as error:
        _find_mismatches(error, cells, reading)
        return None


def _find_mismatches(
    error: ValidationError, cells: Mapping[str, Passage], reading: Reading
) -> None:
    first = next(iter(cells.values()))
    for problem in error.errors(include_url=False, include_context=True):
        way = tuple(part for part in problem["loc"] if part != "[key]")
        rule, message, remedy = explained(Statistic, way, problem)
        cell = cells.get(str(way[0]), first)
        told = Message("{field}: {problem}", field=str(way[0]), problem=message)
        place = reading.origin.place(cell.spots, cell.words)
        reading.find_at(place, rule, "error", told, remedy)
