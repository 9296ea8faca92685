"""What is noted while one file is read: where each value stands, and what is wrong with it."""

import re
from collections.abc import Iterable

from council_report.model.finding import Finding, in_reading_order
from council_report.model.location import Location, Path, place_in
from council_report.model.message import Message

UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ud800-\udfff\ufffe\uffff]"
)
"""Characters that XML cannot carry, or that would change unseen how the text around them looks."""

AT_MOST = 20
"""How many findings of one rule are shown of one file."""

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

    def find(self, rule: str, line: int | None, message: Message, remedy: Message) -> None:
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
            Message(
                "{character}, U+{code}, cannot be printed",
                character=_name(character),
                code=f"{ord(character):04X}",
            ),
            Message("Delete the character wherever it stands in the file."),
        )

    def place(self, path: Path) -> Location:
        """Where a value stands, or the nearest place above it that is known."""
        return place_in(self.places, path, self.file)


def abridged(findings: Iterable[Finding]) -> list[Finding]:
    """The findings of a file in reading order: the first of each rule, then how many more.

    One slip repeated on every line would otherwise bury everything else.
    """
    by_rule: dict[str, list[Finding]] = {}
    for finding in in_reading_order(findings):
        by_rule.setdefault(finding.rule, []).append(finding)
    kept = [one for found in by_rule.values() for one in found[:AT_MOST]]
    rest = [_and_more(found[AT_MOST:]) for found in by_rule.values() if len(found) > AT_MOST]
    # A list sorted by line keeps the order of its items: the rest follows the last one shown.
    return sorted([*kept, *rest], key=lambda finding: finding.location.line or 0)


def _and_more(left_out: list[Finding]) -> Finding:
    message = Message("and {number} more of this kind in the file", number=len(left_out))
    remedy = Message("Mend these first, then send the file again.")
    return left_out[0].model_copy(update={"message": message, "remedy": remedy})


def _name(character: str) -> Message:
    if "\ud800" <= character <= "\udfff":
        return Message("half of a character")
    if character in "\u202d\u202e":
        return Message("a direction override")
    if character in "\x85\u2028\u2029":
        return Message("a hidden line break")
    return Message("a control character")
