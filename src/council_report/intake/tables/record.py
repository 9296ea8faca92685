"""What is told of a file of tables: of each rule the first findings, and the words of the rest."""

from dataclasses import dataclass, field

from council_report.intake.notes import AT_MOST
from council_report.model.finding import Finding, Severity, in_reading_order
from council_report.model.location import Location
from council_report.model.message import Message


@dataclass
class Kept:
    """The findings of one rule and severity: the first ones, the next, and how many followed.

    ``words`` are those that the ones left out would have quoted, and that stand nowhere else.
    """

    first: list[Finding] = field(default_factory=list)
    next: Finding | None = None
    left_out: int = 0
    words: list[str] = field(default_factory=list)

    @property
    def is_full(self) -> bool:
        """Whether there is no room for another finding, and only its words are kept."""
        return self.next is not None

    def add(self, finding: Finding) -> None:
        """Keep a finding that there is room for."""
        if len(self.first) < AT_MOST:
            self.first.append(finding)
        else:
            self.next = finding

    def findings(self) -> list[Finding]:
        """The first findings, and one for all that followed."""
        if self.next is None:
            return self.first
        number, words = self.left_out, " | ".join(self.words)
        if words:
            message = Message(
                "and {number} more of this kind in the file: “{words}”", number=number, words=words
            )
        else:
            message = Message("and {number} more of this kind in the file", number=number)
        remedy = Message("Mend these first, then send the file again.")
        return [*self.first, self.next.model_copy(update={"message": message, "remedy": remedy})]


@dataclass
class Record:
    """The findings of a file, by rule and severity, however many there are.

    A sheet of 200,000 formulas must not become as many findings; still, no words are lost.
    """

    rules: dict[tuple[str, Severity], Kept] = field(default_factory=dict)

    def tell(
        self,
        rule: str,
        severity: Severity,
        place: Location,
        message: Message,
        remedy: Message,
        words: str = "",
    ) -> None:
        """Record a finding; ``words`` are those that stand nowhere else."""
        kept = self.rules.setdefault((rule, severity), Kept())
        if not kept.is_full:
            kept.add(
                Finding(
                    rule=rule, severity=severity, location=place, message=message, remedy=remedy
                )
            )
        if kept.is_full:
            kept.left_out += 1
            kept.words.extend([words] if words else [])

    def findings(self) -> tuple[Finding, ...]:
        """What is shown of the findings, in reading order."""
        return in_reading_order(one for kept in self.rules.values() for one in kept.findings())
