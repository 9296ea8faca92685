"""The cells of a table, each with the one that it was in the table before."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from council_report.comparison.alignment import Stretch, aligned
from council_report.model.text import Text, plain

Row = tuple[Text, ...]

Pair = tuple[int | None, int | None]
"""The places of a row or cell in the old and in the new table; None where it is not there."""


class CellPair(NamedTuple):
    """A cell before and after; None where there is none, because its row or column is not there.

    Row and column are counted from 1, in the new table; of a cell that is gone, in the old one.
    """

    row: int
    column: int
    old: Text | None
    new: Text | None

    @property
    def is_paired(self) -> bool:
        """Whether the cell is in both tables."""
        return self.old is not None and self.new is not None


def paired_cells(old: Sequence[Row], new: Sequence[Row]) -> list[CellPair]:
    """Every cell of two tables: rows that read the same belong together, then those that begin so.

    Other rows between these belong together in their order, and so do the cells of a row.
    """
    return [
        _cell_pair(old, new, rows, columns)
        for rows in _rows(old, new)
        for columns in _columns(_row(old, rows[0]), _row(new, rows[1]))
    ]


def _cell_pair(old: Sequence[Row], new: Sequence[Row], rows: Pair, columns: Pair) -> CellPair:
    before, after = _place(rows[0], columns[0]), _place(rows[1], columns[1])
    row, column = after or before or (0, 0)
    return CellPair(
        row + 1,
        column + 1,
        old[before[0]][before[1]] if before else None,
        new[after[0]][after[1]] if after else None,
    )


def _place(row: int | None, column: int | None) -> tuple[int, int] | None:
    return None if row is None or column is None else (row, column)


def _row(rows: Sequence[Row], place: int | None) -> Row:
    return () if place is None else rows[place]


def _rows(old: Sequence[Row], new: Sequence[Row]) -> Iterator[Pair]:
    for alike in aligned([*map(_words, old)], [*map(_words, new)]):
        for stretch in _by_first_cell(old, new, alike):
            yield from zip_longest(stretch.old, stretch.new)


def _by_first_cell(old: Sequence[Row], new: Sequence[Row], rows: Stretch) -> Iterator[Stretch]:
    """A stretch of rows, those of it together that have the same first cell."""
    if rows.is_same:
        yield rows
        return
    olds = [_words(old[place][:1]) for place in rows.old]
    news = [_words(new[place][:1]) for place in rows.new]
    for one in aligned(olds, news):
        yield one.within(rows)


def _columns(old: Row, new: Row) -> Iterator[Pair]:
    if len(old) == len(new):
        yield from enumerate(range(len(new)))
        return
    for stretch in aligned(_words(old), _words(new)):
        yield from zip_longest(stretch.old, stretch.new)


def _words(row: Row) -> tuple[str, ...]:
    return tuple(map(plain, row))
