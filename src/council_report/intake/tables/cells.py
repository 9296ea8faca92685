"""A table as a person sees it, whatever the format: sheets of cells, and what is told of them.

Only cells that hold something are kept, so that a sheet with one cell in its last row and column
is as small as it looks.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, NamedTuple

from council_report.intake.tables.record import Record
from council_report.model.finding import Severity
from council_report.model.location import Location
from council_report.model.message import Message

MOST_ROWS = 5_000
MOST_COLUMNS = 200
MOST_CELLS = 200_000
MOST_ELEMENTS = 2_000_000
"""How many rows and cells, empty ones included, are gone through before a sheet is given up."""

Position = tuple[int, int]
"""Row and column, both counted from 1."""

Form = Literal["text", "number", "day"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that holds something: its words as they are read, and its place.

    Of a date the text is the day in ISO 8601, of a number its digits with a decimal point.
    """

    row: int
    column: int
    text: str
    place: Location
    form: Form = "text"


class Area(NamedTuple):
    """A rectangle of cells, both corners within it."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass
class Sheet:
    """A sheet while it is read: its cells, what is hidden or merged, what is told of it.

    ``filtered_rows`` are hidden by a filter alone. ``lines`` say where the rows of a text file
    begin.
    """

    file: str
    name: str | None
    record: Record
    hidden: bool = False
    cells: dict[Position, Cell] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    filtered_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    hidden_cells: set[Position] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    lines: dict[int, int] = field(default_factory=dict)
    too_large: bool = False

    def place(self, row: int = 0, column: int = 0) -> Location:
        """A cell of the sheet, or without a row and column the sheet itself."""
        cell = f"{letters(column)}{row}" if row else None
        return Location(self.file, line=self.lines.get(row), sheet=self.name, cell=cell)

    def put(self, row: int, column: int, text: str, form: Form = "text") -> None:
        """Keep a cell, if it holds more than spaces."""
        if text.strip():
            self.cells[row, column] = Cell(row, column, text, self.place(row, column), form)

    def tell(
        self,
        rule: str,
        severity: Severity,
        at: Position,
        message: Message,
        remedy: Message,
        words: str = "",
    ) -> None:
        """Record a finding at a cell, or at (0, 0) about the sheet; ``words`` must not be lost."""
        self.record.tell(rule, severity, self.place(*at), message, remedy, words)

    def rows(self) -> Iterator[tuple[int, dict[int, Cell]]]:
        """The rows that hold something, from the top, each with its cells by column."""
        rows: dict[int, dict[int, Cell]] = {}
        for row, column in sorted(self.cells):
            rows.setdefault(row, {})[column] = self.cells[row, column]
        yield from rows.items()

    def columns(self) -> dict[int, list[Cell]]:
        """The cells of each column that holds something, from the top."""
        columns: dict[int, list[Cell]] = {}
        for row, column in sorted(self.cells):
            columns.setdefault(column, []).append(self.cells[row, column])
        return columns

    def check_size(self) -> None:
        """Give the sheet up if it holds more than any form."""
        rows = len({row for row, _ in self.cells})
        columns = len({column for _, column in self.cells})
        if rows > MOST_ROWS or columns > MOST_COLUMNS or len(self.cells) > MOST_CELLS:
            self.give_up()

    def give_up(self) -> None:
        """Read nothing of a sheet that is too large, and say so."""
        self.cells, self.too_large = {}, True
        message = Message(
            "the sheet is too large: at most {rows} rows, {columns} columns and {cells} cells are"
            " read",
            rows=MOST_ROWS,
            columns=MOST_COLUMNS,
            cells=MOST_CELLS,
        )
        remedy = Message("Send only the rows that belong in the report, in the form.")
        self.tell("table-too-large", "error", (0, 0), message, remedy)


@cache
def letters(column: int) -> str:
    """The letters of a column counted from 1: ``AA`` is 27."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def position(address: str) -> Position:
    """The row and column of an address such as ``$C$4``; (0, 0) if it is none."""
    plain = address.replace("$", "").upper()
    digits = plain.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    column = 0
    for letter in plain[: len(plain) - len(digits)]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return (int(digits), column) if digits.isdecimal() and column else (0, 0)


def area(address: str) -> Area:
    """The rectangle of an address such as ``B2:C4``, or of one cell."""
    first, _, last = address.partition(":")
    return Area(*position(first), *position(last or first))


def joined(cells: Iterable[Cell]) -> str:
    """The words of cells, in one line, as a finding quotes them."""
    return " | ".join(" ".join(cell.text.split()) for cell in cells)
