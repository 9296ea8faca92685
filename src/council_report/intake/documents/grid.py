"""The rows of a table in which some cells cover several, each row as wide as the table."""

from collections.abc import Iterable
from typing import NamedTuple

from council_report.intake.documents.passages import Passage
from council_report.intake.documents.remarks import merged_cell

MOST_COLUMNS = 200

Rows = tuple[tuple[Passage, ...], ...]


class Cell(NamedTuple):
    """A cell, and how many rows and columns it covers."""

    passage: Passage
    down: int = 1
    across: int = 1


def filled(rows: Iterable[Iterable[Cell]]) -> Rows:
    """The rows, with an empty cell wherever one that began before reaches."""
    covered: dict[tuple[int, int], Passage] = {}
    laid = [_laid(number, row, covered) for number, row in enumerate(rows)]
    width = max((len(row) for row in laid), default=0)
    return tuple((*row, *[Passage()] * (width - len(row))) for row in laid if row)


def _laid(
    number: int, row: Iterable[Cell], covered: dict[tuple[int, int], Passage]
) -> list[Passage]:
    """One row; what its cells cover below it is noted in ``covered``."""
    laid: list[Passage] = []
    for cell in row:
        while (number, len(laid)) in covered:
            laid.append(covered.pop((number, len(laid))))
        across = min(cell.across, MOST_COLUMNS)
        for below in range(1, cell.down):
            for column in range(len(laid), len(laid) + across):
                covered[number + below, column] = Passage()
        laid += [_marked(cell), *[Passage()] * (across - 1)]
    while (number, len(laid)) in covered:
        laid.append(covered.pop((number, len(laid))))
    return laid


def _marked(cell: Cell) -> Passage:
    if (cell.down, cell.across) == (1, 1) or not cell.passage.words:
        return cell.passage
    remarks = (*cell.passage.remarks, merged_cell(cell.passage.words))
    return cell.passage._replace(remarks=remarks)
