"""What comes of a file of tables while it is read."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from council_report.intake.tables.cells import Cell, Sheet
from council_report.intake.tables.record import Record
from council_report.model.contribution import Entry, Statistic
from council_report.model.finding import Finding
from council_report.model.guide import Guide
from council_report.model.language import Language
from council_report.model.location import Location, Path
from council_report.model.message import Message


@dataclass
class Outcome:
    """The entries and statistics read so far, where they stand, and what is told.

    ``unread`` are cells that nothing was made of; ``language`` is that of the entries, once read.
    """

    file: str
    guide: Guide
    language: Language | None = None
    entries: list[Entry] = field(default_factory=list)
    statistics: list[Statistic] = field(default_factory=list)
    places: dict[Path, Location] = field(default_factory=dict)
    claims: dict[str, None] = field(default_factory=dict)
    record: Record = field(default_factory=Record)
    unread: list[Cell] = field(default_factory=list)

    def leave(self, cells: Iterable[Cell]) -> None:
        """Note cells as not read, but for those that our own forms hold."""
        self.unread.extend(cell for cell in cells if not self.is_furniture(cell))

    def is_furniture(self, cell: Cell) -> bool:
        """Whether our forms hold these words, whoever they are for: nobody has to read them."""
        words = " ".join(cell.text.split())
        return words in self.guide.furniture or words in self.guide.others

    def foreign(self, sheet: Sheet) -> list[Cell]:
        """The cells of a sheet that are not of our own forms, in reading order."""
        return [cell for _, cell in sorted(sheet.cells.items()) if not self.is_furniture(cell)]

    def told(self) -> tuple[Finding, ...]:
        """All findings, those about cells that were not read included, in reading order."""
        for cell in self.unread:
            words = " ".join(cell.text.split())
            message = Message("this cell is not read: “{words}”", words=words)
            remedy = Message("Move the words into a column with a heading, or delete them.")
            self.record.tell("cell-unread", "error", cell.place, message, remedy, words)
        return self.record.findings()
