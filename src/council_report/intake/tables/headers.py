"""The row of a sheet that says what its columns are, in any language of the forms."""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple, cast

from council_report.intake.sections import folded
from council_report.intake.tables.cells import Cell, Sheet
from council_report.model.guide import Guide
from council_report.model.language import LANGUAGES, Language

ENTRY_FIELDS = (
    *("id", "section", "kind", "text", "unit", "status", "dates", "mandates", "countries"),
    *("partners", "references", "table"),
)
STATISTIC_FIELDS = ("key", "value", "unit", "as_of", "source")
FIELDS = (*ENTRY_FIELDS, *STATISTIC_FIELDS)
TRANSLATED = {"text", "table", "unit"}
"""Fields that may have a column for each language: ``Text (fr)``."""

REMARK = re.compile(r" ?\([^()]*\)$")
"""What somebody adds behind the name of a column: ``Text (at most 250 words)``."""

ENOUGH = 3
"""How many columns of entries tell a header from which the one of texts is gone."""

FOR_LANGUAGE = re.compile(rf"(.+?) ?\(?\b({'|'.join(LANGUAGES)})\b\)?$")


class Column(NamedTuple):
    """What a column holds: a field, in one language where the column says so."""

    field: str
    language: Language | None = None


class Header(NamedTuple):
    """The header of a sheet: its row, what the columns are, and those that nobody knows.

    ``repeated`` are columns for what another one holds already.
    """

    row: int
    of: Literal["entries", "statistics"]
    columns: dict[int, Column]
    unknown: dict[int, Cell]
    repeated: dict[int, Cell]

    def column_of(self, field: str) -> int | None:
        """The first column of a field, if there is one."""
        return next((at for at, one in self.columns.items() if one.field == field), None)


def find_header(sheet: Sheet, guide: Guide) -> Header | None:
    """The first row that names the columns of entries, or a key and a value.

    Without a column of texts it takes three others.
    """
    names = names_of_fields(guide)
    for row, cells in sheet.rows():
        known = {at: column for at, cell in cells.items() if (column := _column(cell, names))}
        fields = {column.field for column in known.values()}
        if {"key", "value"} <= fields:
            return _header(row, "statistics", cells, known)
        of_entries = len(fields & set(ENTRY_FIELDS))
        if of_entries >= (2 if "text" in fields else ENOUGH):
            return _header(row, "entries", cells, known)
    return None


def _header(
    row: int,
    of: Literal["entries", "statistics"],
    cells: dict[int, Cell],
    known: dict[int, Column],
) -> Header:
    fields = ENTRY_FIELDS if of == "entries" else STATISTIC_FIELDS
    columns: dict[int, Column] = {}
    repeated: dict[int, Cell] = {}
    for at, column in known.items():
        if column in columns.values():
            repeated[at] = cells[at]
        elif column.field in fields:
            columns[at] = column
    unknown = {at: one for at, one in cells.items() if at not in columns and at not in repeated}
    return Header(row, of, columns, unknown, repeated)


def _column(cell: Cell, names: Mapping[str, str]) -> Column | None:
    """What a cell of the header names, such as ``Text`` or ``Text (fr)``."""
    words = folded(cell.text).rstrip(" :*")
    if words in names:
        return Column(names[words])
    match = FOR_LANGUAGE.match(words)
    field = names.get(match[1]) if match else None
    if match and field in TRANSLATED:
        return Column(field, cast("Language", match[2]))
    bare = REMARK.sub("", words)
    return Column(names[bare]) if bare in names else None


def names_of_fields(guide: Guide) -> dict[str, str]:
    """What words in any language of the forms, and in English, stand for."""
    english = {field.replace("_", sign): field for field in FIELDS for sign in ("_", " ", "-")}
    return {**english, **{folded(words): field for words, field in guide.fields.items()}}
