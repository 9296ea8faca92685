"""Rules about what translators have sent back, as it is kept beside the inputs."""

from collections import Counter
from collections.abc import Iterator

from council_report.checks.case import Case
from council_report.checks.pairs import Pair
from council_report.checks.rule import LANGUAGE_NAMES, Problem, rule
from council_report.model.amending import Layer
from council_report.model.contribution import Identity
from council_report.model.language import Language
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.translating import cells_of, session_texts
from council_report.model.translation import entry_unit

EXPORT = Message("Have it translated again: council-report translate export.")


@rule("translation-outdated", "warning", "session")
def translation_outdated(case: Case) -> Iterator[Problem]:
    """What a text was translated from has changed since."""
    if not case.desk.translations:
        return
    for pair in _outdated(case):
        language = LANGUAGE_NAMES[pair.source_language]
        place = pair.source_place(case.desk, case.standing).shown
        if case.desk.session.outdated_translations == "translation":
            message = Message(
                "the text in {language} ({place}) has changed since this was translated; the draft"
                " prints the old translation, marked as out of date",
                language=language,
                place=place,
            )
        else:
            message = Message(
                "the text in {language} ({place}) has changed since this was translated; the draft"
                " prints that text, marked as out of date",
                language=language,
                place=place,
            )
        yield Problem(pair.place(case.desk, case.standing), message, EXPORT)


def _outdated(case: Case) -> Iterator[Pair]:
    for one in case.desk.renditions:
        if one.rendition.state == "outdated":
            text = one.rendition.text or ""
            yield Pair(one.language, one.source_language, text, one.source, True, way=one.way)
    for layer in case.layers:
        for identity in layer.sections:
            for language in layer.plan.languages if identity not in layer.removed else ():
                if layer.said(identity, language).state == "outdated":
                    yield from _outdated_parts(layer, identity, language)


def _outdated_parts(layer: Layer, identity: Identity, language: Language) -> Iterator[Pair]:
    source_language = layer.source_language(identity)
    for cell, part in layer.rendered(identity, language).parts.items():
        if part.state == "outdated":
            yield Pair(language, source_language, "", "", True, layer, identity, cell)


@rule("translation-unused", "note", "session")
def translation_unused(case: Case) -> Iterator[Problem]:
    """A translation is of a text that nobody sends any more."""
    aside = {one.contributor for one in case.contributions if one.set_aside}
    known = _units(case) if case.desk.translations else set()
    for file in case.desk.translations:
        for number, one in enumerate(file.translations):
            if one.unit not in known and one.unit.partition(":")[0] not in aside:
                message = Message("there is no text '{unit}' in the session", unit=one.unit)
                remedy = Message("Keep it if the text may come back, or else delete it.")
                yield Problem(_place(case, file.language, number), message, remedy)


def _units(case: Case) -> set[str]:
    """The ids of everything that there is to translate."""
    units = {one.unit for one in session_texts(case.desk.session)}
    for layer in case.layers:
        for identity in layer.sent:
            source = layer.said(identity, layer.source_language(identity))
            units.add(entry_unit(*identity))
            units |= {entry_unit(*identity, cell) for cell, _ in cells_of(source.rows or ())}
    return units


@rule("translation-duplicate", "warning", "session")
def translation_duplicate(case: Case) -> Iterator[Problem]:
    """A file of translations has the same text twice."""
    for file in case.desk.translations:
        first: dict[str, int] = {}
        for number, one in enumerate(file.translations):
            if first.setdefault(one.unit, number) != number:
                place = _place(case, file.language, first[one.unit]).shown
                message = Message(
                    "'{unit}' is translated twice, first here: {place}; the last one counts",
                    unit=one.unit,
                    place=place,
                )
                remedy = Message("Delete the one that is not to count.")
                yield Problem(_place(case, file.language, number), message, remedy)


@rule("translation-status", "note", "session")
def translation_status(case: Case) -> Iterator[Problem]:
    """Translations have a status that readers of the draft should know of."""
    for file in case.desk.translations:
        counts = Counter(one.status for one in file.translations if one.status)
        for status, number in counts.items():
            message = Message(
                "{number} texts in {language} have the status “{status}”",
                number=number,
                language=LANGUAGE_NAMES[file.language],
                status=status,
            )
            remedy = Message("Have them confirmed before anybody relies on them.")
            place = Location(case.desk.translations_file(file.language))
            yield Problem(place, message, remedy)


def _place(case: Case, language: Language, number: int) -> Location:
    file = case.desk.translations_file(language)
    return case.desk.locate(file, "translations", number, "unit")
