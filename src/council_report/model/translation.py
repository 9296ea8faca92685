"""Translations that came back from translators, and what is sent out to them."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, Field

from council_report.model.language import Language, Line
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.noun import Noun
from council_report.model.session import Day, Key, SessionCode

TRANSLATIONS = "translations"
"""The folder, beside ``session.yaml``, with a file of translations for each language."""

UnitId = Annotated[
    str, Field(pattern=r"^[a-z0-9.:-]+$", examples=["itu-t:standards-for-many-fields"])
]
"""What is translated as one: ``itu-t:key`` is the text of an entry, ``itu-t:key:2.3`` a cell of its
table (row and column, from 1), ``documents.report.title`` a text of the session file."""

TextDigest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]

TranslationState = Literal["own", "translated", "outdated", "missing"]
"""How a text stands in a language: its contributor wrote it, it was translated, what it was
translated from has changed since, or there is none."""

STATES: tuple[TranslationState, ...] = get_args(TranslationState)

WANTED: tuple[TranslationState, ...] = ("missing", "outdated")
"""What translators are asked for."""

JOB_LINE = re.compile("\\b(C[0-9]{2}) ([a-z]{2}) \N{RIGHTWARDS ARROW} ([a-z]{2})\\b")
"""What ``job_line`` writes: session, language of the sources, language of the translations."""


class Translation(Noun):
    """A unit in one language, as a translator sent it back or confirmed it.

    ``source`` is the ``text_digest`` of the text that it was made from: once that has changed, the
    translation is out of date. ``own`` is that of the contributor's own text in this language, if
    there was one: once the contributor has sent another, that one counts. Where ``text`` is left
    out, it is the contributor's own text that was confirmed. ``status`` says what is to be known
    of a translation before anybody relies on it, such as "sample translation, not official".
    """

    unit: UnitId
    source: TextDigest
    own: TextDigest | None = None
    text: str | None = None
    translator: Line
    date: Day
    status: Line | None = None

    @property
    def made_by(self) -> str:
        """Who answers for it, and what is to be known of it, in one line."""
        status = f" ({self.status})" if self.status else ""
        return f"{self.translator}, {self.date.isoformat()}{status}"


def _listed(value: object) -> object:
    """Nothing is an empty list: the last translation may be deleted, and its key left."""
    return () if value is None else value


class TranslationsFile(Noun):
    """What ``translations/<language>.yaml`` holds."""

    language: Language
    translations: Annotated[tuple[Translation, ...], BeforeValidator(_listed)] = ()


class Unit(Noun):
    """A unit as a translator needs it: the source, and how its translation stands.

    ``source`` and ``text`` are in the Markdown subset; ``text`` is what there is in ``language``:
    the translation, or where the source has changed the previous one. ``own`` is the contributor's
    own text in that language, if any. ``section`` is what its part of the document is called in
    the language of the source, ``details`` whose it is. ``limit`` is the longest that a translation
    should be, in characters. ``place`` is where the source stands. ``figures`` are the values of
    the statistics that the source quotes, by key, as its language writes them. ``status`` is that
    of the translation, if it has one.
    """

    id: UnitId
    language: Language
    source_language: Language
    source: str
    state: TranslationState
    text: str | None = None
    own: str | None = None
    section: str = ""
    unit: str | None = None
    limit: int
    place: Location
    figures: dict[str, str] = Field(default_factory=dict)
    status: Line | None = None


class Term(Noun):
    """A name that translations use: how it reads in the source language, and in the other."""

    key: str
    source_language: Language
    source: Line
    target: Line


class Job(Noun):
    """What translators are asked for in one language, with the names that they are to use."""

    session: SessionCode
    language: Language
    units: tuple[Unit, ...]
    terms: tuple[Term, ...]


class ReturnedUnit(Noun):
    """A unit as it came back: its source as the file quotes it, and the translation.

    ``target`` is None where there is none. ``machine`` is whether the file says that a machine
    translated it, and no person has confirmed it. ``problem`` says what happened to the protected
    statistics and links of the source, where they are not all in the translation as they should be.
    """

    id: str
    source: str | None
    target: str | None
    machine: bool = False
    place: Location
    problem: Message | None = None


class Returned(Noun):
    """A file that a translator sent back, read."""

    file: str
    session: str | None
    source_language: str | None
    language: str | None
    units: tuple[ReturnedUnit, ...]


class TranslationCount(Noun):
    """How many units, and words of the source, stand in each way in one language."""

    language: Language
    units: Mapping[TranslationState, int]
    words: Mapping[TranslationState, int]
    statuses: tuple[str, ...] = ()

    @property
    def words_to_translate(self) -> int:
        """The words of the sources that translators are asked for."""
        return sum(self.words.get(state, 0) for state in WANTED)


def entry_unit(contributor: Key, entry: Key, cell: tuple[int, int] | None = None) -> str:
    """The id of the text of an entry, or of a cell of its table (row and column, from 1)."""
    unit = f"{contributor}:{entry}"
    return f"{unit}:{cell[0]}.{cell[1]}" if cell else unit


def job_line(session: SessionCode, source_language: Language, language: Language) -> str:
    """What a table for translators begins with, so that it is known when it comes back."""
    return f"{session} {source_language} \N{RIGHTWARDS ARROW} {language}"
