"""The nouns of a session file: the session, who answers for it, and what is produced for it."""

import datetime
import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from council_report.model.language import Language, Line, Translations
from council_report.model.noun import Noun

Key = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", examples=["capacity-building"])]
"""A lasting name in lower case: ``itu-t``, ``capacity-building``."""

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _written_as_a_day(value: object) -> object:
    """Refuse what pydantic would take for a count of seconds."""
    if isinstance(value, str) and not DAY.fullmatch(value):
        raise PydanticCustomError("date_form", "a day such as 2025-06-17 is expected")
    return value


Day = Annotated[datetime.date, BeforeValidator(_written_as_a_day)]
"""A day in ISO 8601: ``2025-06-17``."""

SessionCode = Annotated[str, Field(pattern=r"^C[0-9]{2}$", examples=["C25"])]
"""The short name of a Council session: ``C25`` for 2025."""

Series = Literal["C", "INF", "ADM", "DT", "DL"]

TrackedChanges = Literal["refuse", "accept", "reject"]
"""What is done with changes that a Word file still tracks: nothing, until somebody decides."""


OutdatedTranslations = Literal["translation", "source"]
"""What is printed where a translation is out of date, each time marked: it, or its source."""


class Deadline(Noun):
    """A day by which something is due, counted back from the opening of the session."""

    key: Key
    title: Translations
    days_before_opening: Annotated[int, Field(ge=0, le=730)]


class Official(Noun):
    """An office whose holder signs a document; the gender chooses the wording of its title."""

    key: Key
    title: Translations
    gender: Literal["feminine", "masculine"]


class Contact(Noun):
    """Who answers for a contributor: the role, never a person's name, and an address.

    Forms and receipts are written in the contact's ``language``. Where it is left out, a receipt is
    in the language of the file that it answers, and a form in English unless another is asked for.
    """

    role: Line
    email: Annotated[
        str, Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$", examples=["itu-t@example.org"])
    ]
    language: Language | None = None


class Contributor(Noun):
    """A Sector, the General Secretariat, or whoever else sends contributions."""

    key: Key
    name: Translations
    contact: Contact


class Budget(Noun):
    """How long a document or a section should be at most, in each language.

    The secretariat's own measure: what is longer is shown, and never held up.
    """

    words: Annotated[int, Field(ge=1)] | None = None
    pages: Annotated[float, Field(gt=0)] | None = None


class Section(Noun):
    """A part of a document: its heading, and who owes entries to it, in the order they appear.

    A section without ``title`` has no heading; ``name`` is then what forms and receipts call it.
    ``numbering`` is how its numbered entries count.
    """

    key: Key
    title: Translations | None = None
    name: Translations | None = None
    contributors: Annotated[tuple[Key, ...], Field(min_length=1)]
    numbering: Literal["1", "1)"] = "1"
    budget: Budget | None = None


class DocumentPlan(Noun):
    """One document to be produced for the session.

    ``kind`` names ``templates/kinds/<kind>.yaml``. What is not known yet, ``number``, ``date`` or
    ``agenda_item``, is left out and printed as pending. ``author`` is the key of an official.
    ``box_from`` is the contributor who writes the rows of the box.
    """

    kind: Key
    title: Translations
    series: Series = "C"
    number: Annotated[int, Field(ge=1, le=9999)] | None = None
    revision: Annotated[int, Field(ge=1, le=99)] | None = None
    date: Day | None = None
    agenda_item: Line | None = None
    author: Key | None = None
    original_language: Language
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    box_from: Key
    budget: Budget | None = None
    outline: Annotated[tuple[Section, ...], Field(min_length=1)]


class Session(Noun):
    """A Council session: its dates and place, its deadlines, its people, its documents.

    ``follows`` is the session whose entries its forms begin with. ``contributions_due`` is the key
    of the deadline that contributors have to keep. ``tracked_changes`` is what is done with changes
    that a Word or ODF file still tracks, ``outdated_translations`` what is printed where a
    translation is out of date.
    """

    code: SessionCode
    year: Annotated[int, Field(ge=2000, le=2099)]
    place: Translations
    opens: Day
    closes: Day
    mandates: Key | None = None
    follows: SessionCode | None = None
    contributions_due: Key | None = None
    tracked_changes: TrackedChanges = "refuse"
    outdated_translations: OutdatedTranslations = "translation"
    deadlines: tuple[Deadline, ...] = ()
    officials: tuple[Official, ...] = ()
    contributors: Annotated[tuple[Contributor, ...], Field(min_length=1)]
    documents: Annotated[tuple[DocumentPlan, ...], Field(min_length=1)]

    def due(self, deadline: Deadline) -> datetime.date:
        """The day on which a deadline falls."""
        return self.opens - datetime.timedelta(days=deadline.days_before_opening)
