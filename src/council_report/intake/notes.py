"""What is noted while one file is read: where each value stands, and what is wrong with it."""

import re

from council_report.model.finding import Finding
from council_report.model.location import Location, Path

UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ud800-\udfff\ufffe\uffff]"
)
"""Characters that XML cannot carry, or that would change unseen how the text around them looks."""

Places = dict[Path, Location]
"""Where each value of a file stands."""


class Notes:
    """The places and the findings of one file.

    ``spoiled`` are the values that a finding has already been made about; whatever else is wrong
    with one of them follows from that.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.places: Places = {}
        self.findings: list[Finding] = []
        self.spoiled: set[Path] = set()

    def find(self, rule: str, line: int | None, message: str, remedy: str) -> None:
        """Record an error at a line, counted from 1."""
        place = Location(self.file, line)
        self.findings.append(
            Finding(rule=rule, severity="error", location=place, message=message, remedy=remedy)
        )

    def forbid(self, character: str, line: int) -> None:
        """Record a character that cannot be printed."""
        self.find(
            "character-forbidden",
            line,
            f"{_name(character)}, U+{ord(character):04X}, cannot be printed",
            "Delete the character wherever it stands in the file.",
        )

    def place(self, path: Path) -> Location:
        """Where a value stands, or the nearest place above it that is known."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Location(self.file))


def _name(character: str) -> str:
    if "\ud800" <= character <= "\udfff":
        return "half of a character"
    if character in "\u202d\u202e":
        return "a direction override"
    if character in "\x85\u2028\u2029":
        return "a hidden line break"
    return "a control character"
