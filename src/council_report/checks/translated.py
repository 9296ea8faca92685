"""Rules about what translators have sent back, as it is kept beside the inputs."""

from collections import Counter
from collections.abc import Iterator

from council_report.checks.case import Case
from council_report.checks.passages import Passage
from council_report.checks.rule import Problem, rule
from council_report.checks.translations import SEND_TRANSLATION
from council_report.model.amending import Layer
from council_report.model.contribution import Identity
from council_report.model.language import LANGUAGE_NAMES, Language
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.session_texts import session_texts
from council_report.model.translating import cells_of, source_digest
from council_report.model.translation import Translation, entry_unit

EXPORT = Message("Have it translated again: council-report translate export.")


@rule("translation-outdated", "warning", "session")
def translation_outdated(case: Case) -> Iterator[Problem]:
    """What a text was translated from has changed since."""
    if not case.desk.translations:
        return
    for passage, translated, source in _outdated(case):
        language = LANGUAGE_NAMES[source]
        place = passage.place(source, case.desk, case.standing).shown
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
        here = passage.place(translated, case.desk, case.standing)
        is_sent = here.file in {one.file for one in case.standing}
        yield Problem(here, message, SEND_TRANSLATION if is_sent else EXPORT)


def _outdated(case: Case) -> Iterator[tuple[Passage, Language, Language]]:
    """What is out of date, the language that it is so in, and the one that it goes back to."""
    for one in case.desk.renditions:
        if one.rendition.state == "outdated":
            yield Passage(way=one.way), one.language, one.source_language
    for layer in case.layers:
        for identity in layer.sections:
            for language in layer.plan.languages if identity not in layer.removed else ():
                if layer.said(identity, language).state == "outdated":
                    for passage in _outdated_parts(layer, identity, language):
                        yield passage, language, layer.source_language(identity)


def _outdated_parts(layer: Layer, identity: Identity, language: Language) -> Iterator[Passage]:
    for cell, part in layer.rendered(identity, language).parts.items():
        if part.state == "outdated":
            yield Passage(layer, identity, cell)


@rule("translation-unconfirmed", "note", "session")
def translation_unconfirmed(case: Case) -> Iterator[Problem]:
    """A contributor has changed a text, and not the one that it was confirmed to agree with."""
    for passage, changed, source in _changed_alone(case):
        message = Message(
            "this has changed since it was confirmed to say what the text in {language} says"
            " ({place}), and that one has not",
            language=LANGUAGE_NAMES[source],
            place=passage.place(source, case.desk, case.standing).shown,
        )
        remedy = Message("See which of the two is right, and write the same in both.")
        yield Problem(passage.place(changed, case.desk, case.standing), message, remedy)


def _changed_alone(case: Case) -> Iterator[tuple[Passage, Language, Language]]:
    for layer in case.layers:
        for language in layer.plan.languages:
            known = case.desk.book.get(language, {})
            for identity in layer.sections if known else ():
                record = known.get(entry_unit(*identity))
                if record and _is_changed_alone(record.translation, layer, identity, language):
                    yield Passage(layer, identity), language, layer.source_language(identity)


def _is_changed_alone(
    known: Translation, layer: Layer, identity: Identity, language: Language
) -> bool:
    own = layer.rendered(identity, language).parts[None].own
    if own is None or known.own in (None, source_digest(own)):
        return False
    source = layer.said(identity, layer.source_language(identity)).text
    return known.source == source_digest(source)


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
    counts = Counter((*_statuses(case), *_statuses_before(case)))
    for (file, language, status), number in counts.items():
        message = Message(
            "{number} texts in {language} have the status “{status}”",
            number=number,
            language=LANGUAGE_NAMES[language],
            status=status,
        )
        remedy = Message("Have them confirmed before anybody relies on them.")
        yield Problem(Location(file), message, remedy)


def _statuses(case: Case) -> Iterator[tuple[str, Language, str]]:
    """The file, language and status of each translation of the session that has a status."""
    for file in case.desk.translations:
        for one in file.translations:
            if one.status:
                yield case.desk.translations_file(file.language), file.language, one.status


def _statuses_before(case: Case) -> Iterator[tuple[str, Language, str]]:
    """The same of each text that was translated for the session before, and serves again."""
    for identity, sent in case.layers[0].sent.items() if case.layers else ():
        for language in sent.earlier.translations if sent.earlier else ():
            known = case.desk.book.get(language, {})
            kept = None if entry_unit(*identity) in known else sent.kept_translation(language)
            printed = any(language in one.plan.languages for one in _printing(case, identity))
            if sent.earlier and kept and kept.status and printed:
                yield sent.earlier.place_in(language).file, language, kept.status


def _printing(case: Case, identity: Identity) -> Iterator[Layer]:
    """The documents that print an entry."""
    for layer in case.layers:
        if identity in layer.sections and identity not in layer.removed:
            yield layer


def _place(case: Case, language: Language, number: int) -> Location:
    file = case.desk.translations_file(language)
    return case.desk.locate(file, "translations", number, "unit")
