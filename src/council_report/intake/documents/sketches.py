"""Entries in outline: which paragraphs make one, and what its details are."""

from dataclasses import dataclass, field

from council_report.intake.documents.blocks import Part
from council_report.intake.documents.captions import with_captions
from council_report.intake.documents.details import DETAILS, Details, is_details, read_details
from council_report.intake.documents.headings import Division
from council_report.intake.documents.origin import Reading
from council_report.model.contribution import EntryKind
from council_report.model.language import Language
from council_report.model.message import Message

SECOND_LEVEL = frozenset({"list bullet 2", "list 2"})
"""Styles of list items that are of the second level, though Word counts them as a list apart."""


@dataclass(slots=True)
class Sketch:
    """An entry before it has an id; ``caption`` is the part that names a table."""

    part: Part
    section: str
    language: Language
    kind: EntryKind
    caption: Part | None = None
    details: Details = field(default_factory=Details)

    @property
    def named(self) -> Part:
        """The part that holds its text and its bookmark."""
        return self.caption or self.part


def sketches_of(division: Division, reading: Reading) -> list[Sketch]:
    """The entries under one heading, each with the details that stand below it."""
    sketches: list[Sketch] = []
    for part, caption in with_captions(division.parts, reading):
        if sketches and is_details(part, reading):
            read_details(part, sketches[-1].details, reading)
        elif reading.origin.style(part.passage.spots) == DETAILS and is_details(part, reading):
            reading.take(part)
            _find_loose(part, reading)
        elif part.rows or _is_text(part, reading):
            sketches.append(_sketch(part, caption, division, reading))
        else:
            reading.remark(part)
    return sketches


def _is_text(part: Part, reading: Reading) -> bool:
    """Whether a paragraph has letters; one of non-breaking spaces alone is only white."""
    words = part.passage.words
    return bool(words.strip()) or (bool(words) and bool(reading.ids(part)))


def _sketch(part: Part, caption: Part | None, division: Division, reading: Reading) -> Sketch:
    for one in (part, caption):
        if one:
            reading.remark(one)
    kind: EntryKind = "paragraph" if part.kind == "heading" else part.kind
    if kind == "bullet" and reading.origin.style(part.passage.spots) in SECOND_LEVEL:
        kind = "sub-bullet"
    return Sketch(part, division.section, division.language, kind, caption)


def _find_loose(part: Part, reading: Reading) -> None:
    message = Message("“{words}” stands under no entry", words=part.passage.words)
    remedy = Message("Move the line to directly below the entry that it tells of.")
    reading.find("details-loose", "error", part, message, remedy)
