"""What there is to translate into a language: units in the order in which they are printed."""

from collections.abc import Iterable, Iterator, Sequence

from council_report.assembly.amending import Amending
from council_report.assembly.gaps import owed_by
from council_report.assembly.order import Placed, by_section, in_order
from council_report.assembly.parts import Part, parts_of
from council_report.model.amending import Said
from council_report.model.catalogue import Catalogue
from council_report.model.contribution import Contribution
from council_report.model.desk import Desk
from council_report.model.language import LANGUAGES, Language
from council_report.model.length import count_words
from council_report.model.session import DocumentPlan
from council_report.model.translating import (
    Cell,
    Rendition,
    SessionRendition,
    cells_of,
    rendered,
)
from council_report.model.translation import (
    Job,
    Term,
    TranslationCount,
    TranslationState,
    Unit,
    entry_unit,
)

LONGEST_TITLE = 255
"""The longest that the translation of a title should be, in characters, as Word takes it."""

LEEWAY = 40
"""The characters by which the translation of any text may be longer than twice its source."""

WANTED: tuple[TranslationState, ...] = ("missing", "outdated")
"""What translators are asked for: what is missing, and what is out of date."""


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
    found: dict[str, Unit] = {}
    for one in desk.renditions:
        if one.language == language:
            found[one.unit] = _session_unit(desk, one)
    parts = {part.section: part for part in parts_of(desk)}
    for plan in desk.session.documents:
        if language in plan.languages:
            amending = Amending(desk, plan, contributions)
            for placed in _printed(desk, plan, contributions, amending, language):
                for unit in _entry_units(amending, placed, language, parts):
                    found.setdefault(unit.id, unit)
    return tuple(found.values())


def progress_of(desk: Desk, contributions: Sequence[Contribution]) -> tuple[TranslationCount, ...]:
    """How the translations of a session stand, in each language that anything is translated into."""
    planned = {language for plan in desk.session.documents for language in plan.languages}
    return tuple(
        _count(desk, language, units)
        for language in LANGUAGES
        if language in planned and (units := units_of(desk, contributions, language))
    )


def _count(desk: Desk, language: Language, units: Sequence[Unit]) -> TranslationCount:
    states = tuple(dict.fromkeys(one.state for one in units))
    records = desk.book.get(language, {}).values()
    return TranslationCount(
        language=language,
        units={state: sum(one.state == state for one in units) for state in states},
        words={
            state: sum(count_words(one.source) for one in units if one.state == state)
            for state in states
        },
        statuses=tuple(sorted({one.translation.status or "" for one in records} - {""})),
    )


def _terms(source: Catalogue, target: Catalogue) -> Iterator[Term]:
    for key, name in source.names.items():
        if key in target.names:
            yield Term(key=key, source=name.text, target=target.names[key].text)


def _session_unit(desk: Desk, one: SessionRendition) -> Unit:
    return Unit(
        id=one.unit,
        language=one.language,
        source_language=one.source_language,
        source=one.source,
        state=one.rendition.state,
        text=one.rendition.text,
        own=one.own,
        limit=LONGEST_TITLE,
        place=desk.locate(desk.session_file, *one.way, one.source_language),
    )


def _printed(
    desk: Desk,
    plan: DocumentPlan,
    contributions: Sequence[Contribution],
    amending: Amending,
    language: Language,
) -> Iterator[Placed]:
    """The entries that a document prints in a language, in order."""
    sections = by_section(contributions, language)
    for key in (*desk.kinds[plan.kind].box, *(section.key for section in plan.outline)):
        placed, owed = sections.get(key, []), owed_by(plan, key)
        for _, entries in in_order(placed, owed, desk.session):
            for entry in entries:
                yield from amending.printed(entry)


def _entry_units(
    amending: Amending, placed: Placed, language: Language, parts: dict[str, Part]
) -> Iterator[Unit]:
    """The text of an entry and the cells of its table that have words."""
    layer, identity = amending.layer, placed.identity
    source_language = layer.source_language(identity)
    if source_language == language:
        return
    source = layer.said(identity, source_language)
    entry, said = layer.sent[identity].serving(language), layer.said(identity, language)
    made = rendered(entry, identity, language, source.text, source.rows, amending.desk.book)
    own_rows = (entry.table or {}).get(language)
    part = parts.get(placed.entry.section)
    for cell, words in _sources(source):
        one = made.parts[cell]
        own = entry.text.get(language) if cell is None else _cell(own_rows, cell)
        text, state = _standing(one, said, cell, language)
        yield Unit(
            id=entry_unit(*identity, cell),
            language=language,
            source_language=source_language,
            source=words,
            state=state,
            text=text,
            own=own,
            section=part.name(source_language) if part else placed.entry.section,
            unit=placed.entry.unit,
            limit=2 * len(words) + LEEWAY,
            place=amending.source(placed, source_language),
        )


def _sources(source: Said) -> Iterable[tuple[Cell | None, str]]:
    yield None, source.text
    yield from cells_of(source.rows or ())


def _cell(rows: Sequence[Sequence[str]] | None, cell: Cell) -> str | None:
    row, column = cell
    if rows is None or row > len(rows) or column > len(rows[row - 1]):
        return None
    return rows[row - 1][column - 1]


def _standing(
    one: Rendition, said: Said, cell: Cell | None, language: Language
) -> tuple[str | None, TranslationState]:
    """A text and how it stands; a reviewer's edit may have given it one that it lacked."""
    if cell is None and one.state == "missing" and said.language == language:
        return said.text, "own"
    return one.text, one.state
