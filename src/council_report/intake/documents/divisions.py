"""What a document is divided into by its headings."""

from dataclasses import dataclass, field

from council_report.intake.documents.blocks import Part
from council_report.intake.sections import Match
from council_report.model.language import Language
from council_report.model.session import Key

STATISTICS = "statistics"
"""What our field names call the table of numbers, and the division that holds it."""


@dataclass(slots=True)
class Division:
    """What stands under one heading; ``language`` is that of its words.

    ``heading`` is None at the top of a document. The words of one that names no section match none.
    """

    section: Key
    heading: Part | None = None
    match: Match = field(default_factory=Match)
    language: Language = "en"
    parts: list[Part] = field(default_factory=list)
