"""Where something stands in a file that somebody sent."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from council_report.model.message import Message

Path = tuple[str | int, ...]
"""The way from the top of a structured file to a value: ``("entries", 3, "section")``."""

CELL = re.compile(r"([A-Z]+)([0-9]+)$")


@dataclass(frozen=True, slots=True)
class Location:
    """A place a person can go to: a file and, where known, the place in it, counted from 1.

    Of a text file that is a ``line``; of a Word or ODF text a ``paragraph`` (counting every
    paragraph of the main text, those in tables included) with the ``words`` meant there; of a table
    a ``sheet`` and a ``cell`` such as ``C4``. A .csv file has a line and a cell.
    """

    file: str
    line: int | None = None
    paragraph: int | None = None
    words: str = ""
    sheet: str | None = None
    cell: str | None = None

    def __str__(self) -> str:
        return self.shown

    @property
    def shown(self) -> Message:
        """The file and the place in it, as a person says it."""
        place = self.place
        if place is None:
            return Message.verbatim(self.file)
        return Message("{file}, {place}", file=self.file, place=place)

    @property
    def place(self) -> Message | None:
        """The place within the file, as a person says it; None where it is the whole file."""
        if self.sheet is not None and self.cell:
            return Message("sheet “{sheet}”, cell {cell}", sheet=self.sheet, cell=self.cell)
        if self.sheet is not None:
            return Message("sheet “{sheet}”", sheet=self.sheet)
        if self.paragraph is not None and self.words:
            words = shortened(self.words)
            return Message("paragraph {number}, “{words}”", number=self.paragraph, words=words)
        if self.paragraph is not None:
            return Message("paragraph {number}", number=self.paragraph)
        if self.line is not None:
            return Message("line {line}", line=self.line)
        return Message("“{words}”", words=shortened(self.words)) if self.words else None

    @property
    def order(self) -> tuple[str, int, str, int, int, str]:
        """What sorts places of one file as a reader comes to them."""
        match = CELL.match(self.cell or "")
        column, row = (match[1], int(match[2])) if match else ("", 0)
        number = self.line or self.paragraph or 0
        return self.file, number, self.sheet or "", row, len(column), column


def shortened(words: str, characters: int = 60) -> str:
    """Words as a place or message quotes them: on one line, and never long."""
    line = " ".join(words.split())
    return line if len(line) <= characters else f"{line[: characters - 1].rstrip()}…"


def place_in(places: Mapping[Path, Location], path: Path, file: str) -> Location:
    """Where a value stands, or the nearest place above it that is known, or else the file."""
    while path and path not in places:
        path = path[:-1]
    return places.get(path, Location(file))
