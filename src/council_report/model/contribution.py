"""The nouns of a contribution: what one file delivers."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from council_report.model.finding import Finding, has_errors
from council_report.model.language import Language, Line, Translations
from council_report.model.location import Location, Path, place_in
from council_report.model.message import Message
from council_report.model.noun import Noun
from council_report.model.session import Key

EntryKind = Literal["paragraph", "bullet", "sub-bullet", "numbered", "table"]
Status = Literal["done", "under way", "planned"]

Identity = tuple[Key, Key]
"""The contributor who sent an entry, and its id."""

UNPLACED = "unplaced"
"""The section of entries that stand under no heading, or no section's name, that anybody knows."""

KIND_WORDS: Mapping[EntryKind, Message] = {
    "paragraph": Message("paragraph"),
    "bullet": Message("bullet"),
    "sub-bullet": Message("sub-bullet"),
    "numbered": Message("numbered"),
    "table": Message("table"),
}
"""What each kind of entry is called in forms and receipts."""

STATUS_WORDS: Mapping[Status, Message] = {
    "done": Message("done"),
    "under way": Message("under way"),
    "planned": Message("planned"),
}
"""What each status is called there."""

DAY = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
PERIOD = re.compile(rf"^({DAY})(?:/({DAY}))?$")
STUDY_GROUP = re.compile(r"\b(?:Study Group|SG) ?([0-9]{1,3})$")


def _is_period(value: str) -> str:
    match = PERIOD.match(value)
    if not match:
        raise ValueError(
            Message("a year, month, day or interval is expected, such as 2025-12-02/2025-12-03")
        )
    first, last = match[1], match[2] or match[1]
    for day in (first, last):
        _must_exist(day)
    if last < first[: len(last)]:
        raise ValueError(Message("the interval ends before it begins"))
    return value


def _must_exist(day: str) -> None:
    try:
        date.fromisoformat(day + "-01-01"[len(day) - 4 :])
    except ValueError:
        raise ValueError(Message("no calendar has the day or month {day}", day=day)) from None


Period = Annotated[
    str,
    Field(pattern=PERIOD.pattern, examples=["2025-12-02/2025-12-03"]),
    AfterValidator(_is_period),
]
"""A day, month, year or interval in ISO 8601: ``2025-10``, ``2025-12-02/2025-12-03``."""

Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$", examples=["NO"])]
"""A country by its ISO 3166-1 code: ``NO`` is Norway."""

Table = Annotated[tuple[Annotated[tuple[str, ...], Field(min_length=1)], ...], Field(min_length=1)]
"""The rows of a table, the first one its header; each cell is text in the Markdown subset."""


class Entry(Noun):
    """One paragraph, bullet, numbered point or table of a document, with a lasting id.

    ``text`` is in the Markdown subset of ``model/text.py``, one version per language; of a table
    it is the caption. ``section`` names a section of the outline or a row of the box.
    """

    id: Key
    section: Key
    kind: EntryKind = "paragraph"
    unit: Line | None = None
    status: Status | None = None
    dates: tuple[Period, ...] = ()
    mandates: tuple[Line, ...] = ()
    countries: tuple[Country, ...] = ()
    partners: tuple[Line, ...] = ()
    references: tuple[Line, ...] = ()
    text: Translations
    table: dict[Language, Table] | None = None

    @property
    def study_group(self) -> int | None:
        """The number of the study group that owns the entry, if one does."""
        match = STUDY_GROUP.search(self.unit or "")
        return int(match[1]) if match else None


class Statistic(Noun):
    """A number that texts quote by its key, defined once.

    ``as_of`` is the day, month or year it was true; left out where the source does not say.
    """

    key: Key
    value: Annotated[Decimal, Field(max_digits=30, decimal_places=12)]
    unit: Translations
    as_of: Period | None = None
    source: Line


class ContributionFile(Noun):
    """What a contributor writes in a YAML or JSON file."""

    statistics: tuple[Statistic, ...] = ()
    entries: tuple[Entry, ...] = ()


class Contribution(Noun):
    """One file of a contributor, read: its entries and statistics, or why it could not be.

    ``digest`` is empty where not even its bytes could be read. ``places`` says where each value
    stands in the file. ``claims`` are the sections that the file
    writes to, as far as it could be read, so that its gap can be marked when it is set aside.
    """

    contributor: Key
    file: str
    digest: str
    statistics: tuple[Statistic, ...] = ()
    entries: tuple[Entry, ...] = ()
    places: dict[Path, Location] = Field(default_factory=dict)
    claims: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    def locate(self, *path: str | int) -> Location:
        """Where a value stands, or the nearest place above it that is known."""
        return place_in(self.places, path, self.file)

    @property
    def language(self) -> Language | None:
        """The language that all its texts are in; None where there are several, or no text."""
        languages = {language for entry in self.entries for language in entry.text}
        return languages.pop() if len(languages) == 1 else None

    @property
    def set_aside(self) -> bool:
        """Whether the file takes no part in the document, for an error in it."""
        return has_errors(self.findings)
