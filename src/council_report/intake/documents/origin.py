"""What is known of a document besides pandoc's tree, and what is noted while it is read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from council_report.intake.documents.blocks import Part
from council_report.intake.documents.prepared import Prepared
from council_report.intake.sections import folded
from council_report.model.finding import Finding, Severity
from council_report.model.guide import Guide
from council_report.model.location import Location, Path
from council_report.model.message import Message

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What an id looks like; a bookmark of somebody else may look much like one of ours."""

FIRST_WORDS = 8
"""How many words of a paragraph say where it is."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that a document came in; a Markdown text was not prepared and has lines."""

    file: str
    prepared: Prepared | None = None

    def place(self, spots: Iterable[int], words: str = "") -> Location:
        """Where something stands; ``words`` are those of a paragraph made for the reader alone."""
        spot = next(iter(spots), None)
        if self.prepared is None or spot is None:
            return Location(self.file, line=spot)
        if spot <= len(self.prepared.paragraphs):
            words = self.prepared.paragraphs[spot - 1]
        return Location(self.file, paragraph=spot, words=first_words(words))

    def style(self, spots: Iterable[int]) -> str:
        """The name of the style of a paragraph, case-folded; empty where it has none."""
        spot = next(iter(spots), None)
        styles = self.prepared.styles if self.prepared else ()
        return folded(styles[spot - 1]) if spot and spot <= len(styles) else ""

    def is_boxed(self, spots: Iterable[int]) -> bool:
        """Whether a paragraph stands in a text box."""
        return self.prepared is not None and any(one in self.prepared.boxed for one in spots)

    def marks(self, spots: Iterable[int]) -> tuple[str, ...]:
        """The bookmarks of paragraphs, in order."""
        wanted = set(spots)
        marks = self.prepared.marks if self.prepared else ()
        return tuple(name for spot, name in marks if spot in wanted)


@dataclass(slots=True)
class Reading:
    """The reading of one document: its findings, and the words that found their place.

    ``taken`` holds words that were understood but are no text of an entry, such as headings, with
    the paragraphs they stand in.
    """

    origin: Origin
    guide: Guide
    findings: list[Finding] = field(default_factory=list)
    taken: list[tuple[tuple[int, ...], str]] = field(default_factory=list)
    places: dict[Path, Location] = field(default_factory=dict)

    def find(
        self, rule: str, severity: Severity, part: Part, message: Message, remedy: Message
    ) -> None:
        """Record a finding about a part of the document."""
        self.find_at(self.place(part), rule, severity, message, remedy)

    def find_at(
        self, place: Location, rule: str, severity: Severity, message: Message, remedy: Message
    ) -> None:
        """Record a finding at a place."""
        self.findings.append(
            Finding(rule=rule, severity=severity, location=place, message=message, remedy=remedy)
        )

    def take(self, part: Part) -> None:
        """Record that the words of a part are understood, and what was remarked about them."""
        passage = part.passage
        # Marks part the words of a Markdown text, wherever they stand.
        between = "" if self.origin.prepared else " "
        self.taken.append((passage.spots, between.join(run.text for run in passage.runs)))
        self.remark(part)

    def remark(self, part: Part) -> None:
        """Record what was remarked about the words of a part and of its cells."""
        for passage in (part.passage, *(cell for row in part.rows for cell in row)):
            place = self.origin.place(passage.spots or part.spots, passage.words)
            self.findings += [remark.at(place) for remark in passage.remarks]

    def place(self, part: Part) -> Location:
        """Where a part stands."""
        return self.origin.place(part.spots, part.passage.words)

    def ids(self, part: Part) -> tuple[str, ...]:
        """The ids of the entries that the bookmarks in a paragraph carry."""
        found = (self.guide.id_of(mark) for mark in self.origin.marks(part.passage.spots))
        return tuple(dict.fromkeys(one for one in found if one and KEY.fullmatch(one)))


def first_words(words: str) -> str:
    """The beginning of a paragraph, as a place quotes it."""
    return " ".join(words.split()[:FIRST_WORDS])
