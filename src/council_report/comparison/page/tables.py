"""A table as HTML, with what changed in each of its cells."""

from typing import NamedTuple

from markupsafe import Markup

from council_report.comparison.cells import CellPair, paired_cells
from council_report.comparison.page.marking import deleted, inserted, marked, shown
from council_report.model.change import Change, Passage
from council_report.model.text import Text

Rows = list[list[Markup]]


class Tables(NamedTuple):
    """The table as it is printed, and the one before where some of its cells are gone."""

    now: Rows
    before: Rows


def tables_of(passage: Passage, change: Change | None) -> Tables:
    """The table of a passage; of one that is new or gone, every cell is marked."""
    if change is None or change.old is None or change.new is None:
        mark = shown if change is None else inserted if change.new else deleted
        return Tables([[mark(cell) for cell in row] for row in passage.rows], [])
    pairs = paired_cells(change.old.rows, change.new.rows)
    gone = {(one.row, one.column): deleted(one.old or ()) for one in pairs if one.new is None}
    now = _marked(change, [one for one in pairs if one.new is not None])
    return Tables(_filled(change.new, now), _filled(change.old, gone) if gone else [])


def _marked(change: Change, pairs: list[CellPair]) -> dict[tuple[int, int], Markup]:
    words = {(one.row, one.column): one.words for one in change.cells if not one.gone}
    return {
        (one.row, one.column): inserted(one.new or ())
        if one.old is None
        else marked(one.old, one.new or (), words.get((one.row, one.column), ()))
        for one in pairs
        if one.old != one.new
    }


def _filled(passage: Passage, changed: dict[tuple[int, int], Markup]) -> Rows:
    def cell(row: int, column: int, text: Text) -> Markup:
        return changed[row, column] if (row, column) in changed else shown(text)

    return [
        [cell(row, column, text) for column, text in enumerate(cells, start=1)]
        for row, cells in enumerate(passage.rows, start=1)
    ]
