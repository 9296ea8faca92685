"""The entries of a document: each paragraph, list item and table under a heading."""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from council_report.intake.documents.blocks import Part
from council_report.intake.documents.captions import caption_words
from council_report.intake.documents.divisions import Division
from council_report.intake.documents.ids import ids_of
from council_report.intake.documents.origin import Reading
from council_report.intake.documents.passages import Passage
from council_report.intake.documents.sketches import Sketch, sketches_of
from council_report.intake.documents.sources import source_of
from council_report.intake.mismatches import explained
from council_report.model.contribution import Entry
from council_report.model.location import Path
from council_report.model.message import Message
from council_report.model.quoting import spelled_out
from council_report.model.text import parse_text, plain


def entries_of(divisions: Iterable[Division], reading: Reading) -> tuple[Entry, ...]:
    """The entries of a document; their places are noted by the number they will have."""
    sketches = [sketch for division in divisions for sketch in sketches_of(division, reading)]
    ids = ids_of(sketches, reading)
    entries: list[Entry] = []
    for sketch, key in zip(sketches, ids, strict=True):
        entries.append(_entry(sketch, key, ("entries", len(entries)), reading))
    return tuple(entries)


def _entry(sketch: Sketch, key: str, path: Path, reading: Reading) -> Entry:
    """The entry of a sketch, without the details that are no values of their fields."""
    language = sketch.language
    values: dict[str, Any] = {
        "id": key,
        "section": sketch.section,
        "kind": sketch.kind,
        "text": {language: _text(sketch, reading)},
    }
    values |= sketch.details.values
    if sketch.part.rows:
        values["table"] = {language: _rows(sketch.part, reading)}
    reading.places.update(_places(sketch, path, reading))
    try:
        entry = Entry.model_validate(values)
    except ValidationError as error:
        wrong = _find_mismatches(error, sketch, reading)
        entry = Entry.model_validate({name: values[name] for name in values if name not in wrong})
    _take(sketch, entry, reading)
    return entry


def _take(sketch: Sketch, entry: Entry, reading: Reading) -> None:
    """Record the words of an entry as they are in it."""
    named = sketch.named.passage
    if not sketch.part.rows or sketch.caption:
        reading.taken.append((named.spots, _spoken(entry.text[sketch.language], reading)))
    rows = entry.table[sketch.language] if entry.table else ()
    for (row, column), cell in _cells(sketch.part):
        reading.taken.append((cell.spots, _spoken(rows[row][column], reading)))


def _spoken(source: str, reading: Reading) -> str:
    """A text as its writer wrote it: in a Markdown file with its marks."""
    if reading.origin.prepared is None:
        return source
    return plain(spelled_out(parse_text(source)))


def _text(sketch: Sketch, reading: Reading) -> str:
    if sketch.kind != "table":
        return source_of(sketch.part.passage, reading)
    if sketch.caption:
        return source_of(caption_words(sketch.caption, reading), reading)
    words = _first_row(sketch.part)
    if reading.guide.headings:
        message = Message("the table that begins with “{words}” has no caption", words=words)
        remedy = Message(
            "Write its caption on a line of its own just above it, such as “Table 1: Cases”."
        )
        reading.find("table-uncaptioned", "error", sketch.part, message, remedy)
    return words


def _first_row(part: Part) -> str:
    """The words of the first row of a table that has any."""
    rows = (" ".join(cell.words for cell in row if cell.words) for row in part.rows)
    return next(filter(None, rows), "")


def _rows(part: Part, reading: Reading) -> list[list[str]]:
    return [[source_of(cell, reading) for cell in row] for row in part.rows]


def _places(sketch: Sketch, path: Path, reading: Reading) -> dict[Path, Any]:
    text = reading.place(sketch.named)
    places: dict[Path, Any] = {path: text, (*path, "text"): text}
    for field_name, part in sketch.details.parts.items():
        places[*path, field_name] = reading.place(part)
    for spot, cell in _cells(sketch.part):
        if cell.spots:
            place = reading.origin.place(cell.spots, cell.words)
            places[*path, "table", sketch.language, *spot] = place
    return places


def _cells(part: Part) -> Iterator[tuple[tuple[int, int], Passage]]:
    for number, row in enumerate(part.rows):
        for column, cell in enumerate(row):
            yield (number, column), cell


def _find_mismatches(error: ValidationError, sketch: Sketch, reading: Reading) -> set[str]:
    """Record what is wrong with the details of an entry; the names of those fields."""
    wrong: set[str] = set()
    for problem in error.errors(include_url=False, include_context=True):
        way = tuple(part for part in problem["loc"] if part != "[key]")
        rule, message, remedy = explained(Entry, way, problem)
        name = str(way[0])
        wrong.add(name)
        part = sketch.details.parts.get(name, sketch.named)
        called = sketch.details.names.get(name, name)
        told = Message("{field}: {problem}", field=called, problem=message)
        reading.find(rule, "error", part, told, remedy)
    return wrong
