"""What translations make of what was written: which of them hold, and which are out of date."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from council_report.model.amendment import text_digest
from council_report.model.contribution import Entry, Identity, Table
from council_report.model.language import Language
from council_report.model.text import one_line, parse_text, plain
from council_report.model.translation import (
    Translation,
    TranslationsFile,
    TranslationState,
    entry_unit,
)

WORST: tuple[TranslationState, ...] = ("missing", "outdated", "translated", "own")
"""The states, the one that counts for an entry of several units first."""

Cell = tuple[int, int]


class Record(NamedTuple):
    """A translation, and its place in its file, from 0."""

    number: int
    translation: Translation


Book = Mapping[Language, Mapping[str, Record]]
"""The translations of a session, by language and unit; of two of the same unit, the last."""


class Rendition(NamedTuple):
    """A unit in a language: its text there, if it has one, and how that stands.

    ``record`` is the translation that the text comes from; None where its contributor wrote it, or
    it was translated for the session before. ``own`` is what the contributor wrote.
    """

    text: str | None
    state: TranslationState
    record: Record | None = None
    own: str | None = None


class Rendered(NamedTuple):
    """An entry with its translations into one language put in, how they stand, and by unit.

    ``parts`` holds the text under None, and the cells by row and column, from 1.
    """

    entry: Entry
    state: TranslationState
    parts: Mapping[Cell | None, Rendition]


def book_of(files: Sequence[TranslationsFile]) -> Book:
    """The translations of all files."""
    return {
        file.language: {
            one.unit: Record(number, one) for number, one in enumerate(file.translations)
        }
        for file in files
    }


def source_digest(source: str) -> str:
    """What stands for a source in its translations: line breaks make no difference."""
    return text_digest(one_line(source))


def rendition(own: str | None, source: str, record: Record | None) -> Rendition:
    """A unit in a language, of which ``own`` is what its contributor wrote there."""
    if record is None or not _counts(record.translation, own):
        return Rendition(own, "missing" if own is None else "own", own=own)
    translation = record.translation
    text = own if translation.text is None else translation.text
    if text is None:
        return Rendition(None, "missing")
    used = None if translation.text is None else record
    if translation.source != source_digest(source):
        return Rendition(text, "outdated", used, own)
    return Rendition(text, "translated" if used else "own", used, own)


def _counts(translation: Translation, own: str | None) -> bool:
    """Whether a translation still counts: not once the contributor has sent another text."""
    return own is None or translation.own == source_digest(own)


def worst(states: Sequence[TranslationState]) -> TranslationState:
    """How an entry stands whose units stand so."""
    return min(states, key=WORST.index)


def has_words(text: str) -> bool:
    """Whether there is anything to translate in a text: a number alone stays as it is."""
    return any(character.isalpha() for character in plain(parse_text(text)))


def rendered(
    entry: Entry,
    identity: Identity,
    language: Language,
    source: str,
    rows: Table | None,
    book: Book,
) -> Rendered:
    """An entry with its translations into a language, made from a source text and its rows."""
    records = book.get(language, {})
    own_rows = (entry.table or {}).get(language)
    parts: dict[Cell | None, Rendition] = {
        None: rendition(entry.text.get(language), source, records.get(entry_unit(*identity)))
    }
    for cell, words in cells_of(rows or ()):
        own = cell_of(own_rows, cell)
        parts[cell] = rendition(own, words, records.get(entry_unit(*identity, cell)))
    changed: dict[str, Any] = {}
    text = parts[None].text
    if text is not None:
        changed["text"] = {**entry.text, language: text}
    if rows and all(one.text is not None for one in parts.values()):
        changed["table"] = {**(entry.table or {}), language: _table(rows, own_rows, parts)}
    state = worst([one.state for one in parts.values()])
    return Rendered(entry.model_copy(update=changed), state, parts)


def cells_of(rows: Table | Sequence[Sequence[str]]) -> Iterator[tuple[Cell, str]]:
    """The cells of a table that have words to translate, by row and column, from 1."""
    for row, cells in enumerate(rows, 1):
        for column, words in enumerate(cells, 1):
            if has_words(words):
                yield (row, column), words


def cell_of(rows: Table | None, cell: Cell) -> str | None:
    """What a cell says, by row and column from 1; None where there is no such cell."""
    row, column = cell
    if rows is None or row > len(rows) or column > len(rows[row - 1]):
        return None
    return rows[row - 1][column - 1]


def _table(rows: Table, own: Table | None, parts: Mapping[Cell | None, Rendition]) -> Table:
    """The rows in a language: what is translated, what the contributor wrote, what stays."""

    def said(cell: Cell, words: str) -> str:
        if cell in parts:
            return parts[cell].text or ""
        written = cell_of(own, cell)
        return words if written is None else written

    return tuple(
        tuple(said((row, column), words) for column, words in enumerate(cells, 1))
        for row, cells in enumerate(rows, 1)
    )
