"""The table of an entry in a reviewer's copy, compared with the one of the draft."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from council_report.comparison.feedback.alignment import ALIKE, likeness
from council_report.comparison.feedback.edits import (
    Edit,
    Passage,
    Reviewer,
    author_of_new,
    edits_of,
)
from council_report.comparison.feedback.proposing import (
    ROW_ADDED,
    ROW_CHANGED,
    ROW_REMOVED,
    Target,
    comment,
    rewording,
    row_edit,
)
from council_report.comparison.feedback.spots import in_order, words_of
from council_report.model.feedback import Proposal

BETWEEN_CELLS = " | "


class Row(NamedTuple):
    """A row of a table of the copy, cell by cell."""

    cells: tuple[Passage, ...]

    @property
    def words(self) -> str:
        """What it says, as the reviewer found it."""
        return BETWEEN_CELLS.join(words_of(cell.seen) for cell in self.cells)

    @property
    def is_put_in(self) -> bool:
        """Whether tracked changes have put it in."""
        return all(cell.before is None for cell in self.cells)

    @property
    def is_gone(self) -> bool:
        """Whether tracked changes take it away."""
        return all(cell.after is None for cell in self.cells)


def rows_of(cells: Mapping[tuple[int, int], Passage]) -> tuple[Row, ...]:
    """The rows of a table, given by row and column, each from 1."""
    numbers = sorted({row for row, _ in cells})
    return tuple(
        Row(tuple(cells[key] for key in sorted(cells) if key[0] == row)) for row in numbers
    )


def table_edits(target: Target, rows: Sequence[Row], reviewer: Reviewer) -> Iterator[Proposal]:
    """The edits and comments in a table; what makes other rows or columns has an obstacle."""
    printed = [BETWEEN_CELLS.join(words_of(cell) for cell in row) for row in target.block.rows]
    pairs = _paired(printed, rows)
    for number, row in enumerate(rows):
        first = _at(target, row.cells[0])
        if number not in pairs:
            edit = author_of_new(row.cells[0], reviewer)
            yield row_edit(first, edit, "", row.words, ROW_ADDED)
            yield from _remarks(first, row)
            continue
        old = pairs[number]
        if row.is_gone:
            edit = _first_edit(row, target, old, reviewer)
            yield row_edit(first, edit, printed[old], "", ROW_REMOVED)
            yield from _remarks(first, row)
        elif len(row.cells) != len(target.block.rows[old]):
            edit = Edit(reviewer.name, reviewer.saved, None)
            yield row_edit(first, edit, printed[old], row.words, ROW_CHANGED)
            yield from _remarks(first, row)
        else:
            yield from _cell_edits(target, row, old, reviewer)
    for old in sorted(set(range(len(printed))) - set(pairs.values())):
        edit = Edit(reviewer.name, reviewer.saved, None)
        yield row_edit(target, edit, printed[old], "", ROW_REMOVED)


def _cell_edits(target: Target, row: Row, old: int, reviewer: Reviewer) -> Iterator[Proposal]:
    for column, cell in enumerate(row.cells, 1):
        own = _at(target, cell)._replace(cell=(old + 1, column))
        for edit in edits_of(cell, own.printed, reviewer):
            yield rewording(own, edit)
        for remark in cell.remarks:
            yield comment(own, remark)


def _remarks(target: Target, row: Row) -> Iterator[Proposal]:
    for cell in row.cells:
        for remark in cell.remarks:
            yield comment(target, remark)


def _at(target: Target, cell: Passage) -> Target:
    return target._replace(place=cell.place)


def _first_edit(row: Row, target: Target, old: int, reviewer: Reviewer) -> Edit:
    """Who took a row away."""
    printed = target.block.rows[old]
    for cell, text in zip(row.cells, printed, strict=False):
        for edit in edits_of(cell, text, reviewer):
            return edit._replace(text=None)
    return Edit(reviewer.name, reviewer.saved, None)


def _paired(old: Sequence[str], rows: Sequence[Row]) -> dict[int, int]:
    """Which row of the draft each row of the copy was: the same, or one alike in its place."""
    there = [number for number, row in enumerate(rows) if not row.is_put_in]
    pairs = {
        there[new]: one for one, new in in_order(old, [rows[number].words for number in there])
    }
    if len(there) == len(old) and all(there.index(new) == one for new, one in pairs.items()):
        return dict(zip(there, range(len(old)), strict=True))
    for number in there:
        if number not in pairs:
            low = max((pairs[one] for one in pairs if one < number), default=-1)
            high = min((pairs[one] for one in pairs if one > number), default=len(old))
            ranked = [
                (likeness(old[one], rows[number].words), -one) for one in range(low + 1, high)
            ]
            if ranked and max(ranked)[0] >= ALIKE:
                pairs[number] = -max(ranked)[1]
    return pairs
