"""What there is to translate into a language: units in the order in which they are printed."""

from collections.abc import Iterator, Sequence
from itertools import chain

from council_report.assembly.amending import Amending
from council_report.assembly.figures import number
from council_report.assembly.gaps import owed_by
from council_report.assembly.order import Placed, by_section, in_order
from council_report.assembly.parts import parts_of
from council_report.model.amending import Said
from council_report.model.catalogue import Catalogue
from council_report.model.contribution import Contribution
from council_report.model.desk import Desk
from council_report.model.language import LANGUAGES, Language
from council_report.model.length import count_words
from council_report.model.session import DocumentPlan
from council_report.model.session_texts import SessionRendition
from council_report.model.text import statistics_quoted
from council_report.model.translating import Cell, Rendition, cells_of
from council_report.model.translation import (
    WANTED,
    Job,
    Term,
    Translation,
    TranslationCount,
    TranslationState,
    Unit,
    entry_unit,
)

LONGEST_TITLE = 255
"""The longest that the translation of a title should be, in characters, as Word takes it."""

LEEWAY = 40
"""The characters by which the translation of any text may be longer than twice its source."""


def job_of(
    desk: Desk,
    contributions: Sequence[Contribution],
    language: Language,
    *,
    everything: bool = False,
) -> Job:
    """What translators are asked for in a language; with ``everything``, what is done, too."""
    units = units_of(desk, contributions, language)
    wanted = tuple(one for one in units if everything or one.state in WANTED)
    sources = dict.fromkeys(one.source_language for one in wanted)
    return Job(
        session=desk.session.code,
        language=language,
        units=wanted,
        terms=tuple(
            term
            for source in sources
            for term in _terms(desk.catalogues[source], desk.catalogues[language])
        ),
    )


def units_of(
    desk: Desk, contributions: Sequence[Contribution], language: Language
) -> tuple[Unit, ...]:
    """Every unit that is translated into a language, however it stands, each once."""
    found = {
        one.unit: _session_unit(desk, one) for one in desk.renditions if one.language == language
    }
    for plan in desk.session.documents:
        if language in plan.languages:
            for unit in DocumentUnits(desk, plan, contributions, language).all():
                found.setdefault(unit.id, unit)
    return tuple(found.values())


def progress_of(desk: Desk, contributions: Sequence[Contribution]) -> tuple[TranslationCount, ...]:
    """How the translations of a session stand, in each language that it is translated into."""
    planned = {language for plan in desk.session.documents for language in plan.languages}
    return tuple(
        _count(language, units)
        for language in LANGUAGES
        if language in planned and (units := units_of(desk, contributions, language))
    )


def _count(language: Language, units: Sequence[Unit]) -> TranslationCount:
    states = tuple(dict.fromkeys(one.state for one in units))
    return TranslationCount(
        language=language,
        units={state: sum(one.state == state for one in units) for state in states},
        words={
            state: sum(count_words(one.source) for one in units if one.state == state)
            for state in states
        },
        statuses=tuple(sorted({one.status for one in units if one.status})),
    )


def _terms(source: Catalogue, target: Catalogue) -> Iterator[Term]:
    for key, name in source.names.items():
        if key in target.names:
            yield Term(
                key=key,
                source_language=source.language,
                source=name.text,
                target=target.names[key].text,
            )


def _session_unit(desk: Desk, one: SessionRendition) -> Unit:
    return Unit(
        id=one.unit,
        language=one.language,
        source_language=one.source_language,
        source=one.source,
        state=one.rendition.state,
        text=one.rendition.text,
        own=one.rendition.own,
        status=_status(one.rendition, None),
        limit=LONGEST_TITLE,
        place=desk.locate(desk.session_file, *one.way, one.source_language),
    )


class DocumentUnits:
    """The entries of one document as units of one language."""

    def __init__(
        self,
        desk: Desk,
        plan: DocumentPlan,
        contributions: Sequence[Contribution],
        language: Language,
    ) -> None:
        self.desk = desk
        self.plan = plan
        self.contributions = contributions
        self.language = language
        self.amending = Amending(desk, plan, contributions)
        self.parts = {part.section: part for part in parts_of(desk)}
        self.values = {
            statistic.key: statistic.value
            for contribution in contributions
            if not contribution.set_aside
            for statistic in contribution.statistics
        }

    def all(self) -> Iterator[Unit]:
        """The units of every entry that is printed, in order."""
        sections = by_section(self.contributions, self.language)
        outline = (section.key for section in self.plan.outline)
        for key in (*self.desk.kinds[self.plan.kind].box, *outline):
            placed, owed = sections.get(key, []), owed_by(self.plan, key)
            for _, entries in in_order(placed, owed, self.desk.session):
                for one in chain.from_iterable(map(self.amending.printed, entries)):
                    yield from self._units(one)

    def _units(self, placed: Placed) -> Iterator[Unit]:
        """The text of an entry and the cells of its table that have words."""
        layer, identity, language = self.amending.layer, placed.identity, self.language
        source_language = layer.source_language(identity)
        if source_language == language:
            return
        source, said = layer.said(identity, source_language), layer.said(identity, language)
        made = layer.rendered(identity, language)
        for cell, words in ((None, source.text), *cells_of(source.rows or ())):
            one = made.parts[cell]
            text, state = _standing(one, said, cell, language)
            yield Unit(
                id=entry_unit(*identity, cell),
                language=language,
                source_language=source_language,
                source=words,
                state=state,
                text=text,
                own=one.own,
                status=_status(one, layer.sent[identity].kept_translation(language)),
                section=self._section(placed, source_language),
                unit=placed.entry.unit,
                limit=2 * len(words) + LEEWAY,
                place=self.amending.source(placed, source, source_language),
                figures=self._figures(words, source_language),
            )

    def _section(self, placed: Placed, language: Language) -> str:
        part = self.parts.get(placed.entry.section)
        return part.name(language) if part else placed.entry.section

    def _figures(self, words: str, language: Language) -> dict[str, str]:
        """The values of the statistics that a text quotes, as its language writes them."""
        catalogue = self.desk.catalogues[language]
        return {
            key: number(self.values[key], catalogue)
            for key in statistics_quoted(words)
            if key in self.values
        }


def _standing(
    one: Rendition, said: Said, cell: Cell | None, language: Language
) -> tuple[str | None, TranslationState]:
    """A text and how it stands: one that it lacked, a reviewer's edit may have given it.

    What is out of date is shown as it is printed, with the edits that it has seen.
    """
    if cell is None and said.language == language and one.state in WANTED:
        return said.text, "own" if one.state == "missing" else one.state
    return one.text, one.state


def _status(one: Rendition, kept: Translation | None) -> str | None:
    """What is to be known of a translation, which may be one of the session before."""
    if one.record:
        return one.record.translation.status
    return kept.status if kept and one.state == "translated" else None
