"""Which tables of a Word file are ours, by what can be seen of them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from council_report.model.edited import EditedCopy, EditedParagraph
from council_report.model.spacing import tidied
from council_report.model.text import Run, Text, plain
from council_report.model.translation import JOB_LINE, Unit

Cells = dict[int, list[EditedParagraph]]
"""The paragraphs of the cells of a row, by column."""

FEWEST = 3
"""The cells of a row: the id, the source and the translation, and perhaps the previous one."""


class Sheet(NamedTuple):
    """A table that begins with the line of a job: session, languages, and the rows below.

    ``columns`` is how many there are: a row with more or fewer cells has been parted or joined.
    """

    session: str
    source_language: str
    language: str
    columns: int
    rows: Sequence[Cells]

    def id_in(self, cells: Cells) -> str:
        """The id of the unit in a row: the first line of its first cell; "" if it is of none."""
        given = "".join(plain(text_of(cells.get(1, ())[:1])).split())
        return given if len(cells) == self.columns >= FEWEST else ""


def sheets_in(copy: EditedCopy, units: Mapping[str, Unit]) -> Iterator[Sheet]:
    """The tables of ours; one that somebody has split off, with units in it, goes on as the last.

    ``units`` are those that are known, by id.
    """
    last: Sheet | None = None
    for first, *rest in _tables(copy):
        line = JOB_LINE.search(plain(text_of(first.get(1, ()))))
        if line:
            last = Sheet(line[1], line[2], line[3], len(first), rest)
            yield last
        elif last and any(last.id_in(row) in units for row in (first, *rest)):
            yield last._replace(rows=(first, *rest))


def text_of(paragraphs: Sequence[EditedParagraph]) -> Text:
    """The text of a cell: its paragraphs as one."""
    runs = [run for one in paragraphs for run in (*(one.after or ()), Run(" "))]
    return tidied(tuple(runs))


def _tables(copy: EditedCopy) -> Iterator[list[Cells]]:
    """The rows of each table."""
    tables: dict[int, dict[int, Cells]] = {}
    for paragraph in copy.paragraphs:
        if paragraph.part == "body" and paragraph.cell:
            table, row, column = paragraph.cell
            cells = tables.setdefault(table, {}).setdefault(row, {})
            cells.setdefault(column, []).append(paragraph)
    for rows in tables.values():
        yield [*rows.values()]
