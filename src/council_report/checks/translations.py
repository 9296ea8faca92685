"""Rules about languages: what is missing in one, or may be out of date there."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from council_report.checks.case import Case, Placed
from council_report.checks.rule import Problem, named, rule, to_add
from council_report.model.amending import Judged, Layer
from council_report.model.contribution import Identity
from council_report.model.language import LANGUAGE_NAMES, Language
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.translation import entry_unit

SEND_TRANSLATION = Message(
    "Send the same form in that language too, or leave it to the translators."
)

FEW = 5
"""So many texts of a file that lack the same languages are told one by one."""


@rule("text-untranslated", "warning", "session")
def text_untranslated(case: Case) -> Iterator[Problem]:
    """The text of an entry is missing in a language of a document that prints it.

    Its contributor is not told of a language that translators have begun to work in.
    """
    begun = {file.language for file in case.desk.translations}
    waiting: dict[Language, dict[Identity, None]] = {language: {} for language in begun}
    for contribution, entries in groupby(case.entries, key=lambda one: one.contribution):
        missing = []
        for one in entries:
            identity = contribution.contributor, one.entry.id
            languages = _missing(identity, case)
            missing.append((one, tuple(each for each in languages if each not in begun)))
            for language in begun.intersection(languages):
                waiting[language][identity] = None
        groups: dict[tuple[Language, ...], list[Placed]] = {}
        for one, languages in missing:
            groups.setdefault(languages, []).append(one)
        if len(missing) > 1 and len(groups) == 1 and missing[0][1]:
            place = Location(contribution.file)
            yield Problem(place, _untranslated(missing[0][1]), SEND_TRANSLATION)
        else:
            for languages, group in groups.items():
                yield from _some_untranslated(group, languages) if languages else ()
    for language in case.languages:
        yield from _for_translators(case, language, tuple(waiting.get(language, ())))


def _for_translators(
    case: Case, language: Language, waiting: Sequence[Identity]
) -> Iterator[Problem]:
    """What is still to be translated, told where the translations are kept."""
    if waiting:
        message = Message(
            "texts still to be translated into {language}: {number}, the first of them '{unit}';"
            " there the draft prints them as they are, marked as not translated",
            number=len(waiting),
            language=LANGUAGE_NAMES[language],
            unit=entry_unit(*waiting[0]),
        )
        remedy = Message("Hand them to the translators: council-report translate export.")
        yield Problem(Location(case.desk.translations_file(language)), message, remedy)


def _untranslated(languages: Sequence[Language]) -> Message:
    return Message(
        "no text in this file has a version in {languages}; there the draft prints the texts as"
        " they are, marked as not translated",
        languages=named(languages),
    )


def _some_untranslated(group: Sequence[Placed], languages: Sequence[Language]) -> Iterator[Problem]:
    """Each of them where they are few; of many, one finding."""
    if len(group) <= FEW:
        yield from (_one_untranslated(one, languages) for one in group)
        return
    message = Message(
        "{number} texts in this file have no version in {languages}, the first of them '{entry}';"
        " there the draft prints them as they are, marked as not translated",
        number=len(group),
        languages=named(languages),
        entry=group[0].entry.id,
    )
    yield Problem(group[0].place("text"), message, SEND_TRANSLATION)


def _one_untranslated(one: Placed, languages: Sequence[Language]) -> Problem:
    message = Message(
        "the text has no version in {languages}; there the draft prints it as it is, marked as not"
        " translated",
        languages=named(languages),
    )
    place = one.place("text")
    return Problem(place, message, to_add(languages) if place.line else SEND_TRANSLATION)


@rule("amendment-untranslated", "warning", "session")
def amendment_untranslated(case: Case) -> Iterator[Problem]:
    """A paragraph that an amendment adds is missing in a language that prints it."""
    for one in case.judged:
        added = one.amendment.contributor, one.amendment.id or ""
        missing = _missing(added, case) if one.holds and one.amendment.id else ()
        if missing:
            message = Message(
                "the added paragraph has no version in {languages}; there the draft prints it as"
                " it is, marked as not translated",
                languages=named(missing),
            )
            remedy = Message(
                "Edit it in those drafts, and send them with council-report feedback; or leave it"
                " to the translators."
            )
            yield Problem(case.in_amendments(one.number, "new"), message, remedy)


def _missing(identity: Identity, case: Case) -> tuple[Language, ...]:
    """The languages that print an entry and have no text of it, whoever might have sent one."""
    printing = [
        layer
        for layer in case.layers
        if identity in layer.sections and identity not in layer.removed
    ]
    return tuple(
        language
        for language in case.languages
        if any(
            language in layer.plan.languages and _is_missing(layer, identity, language)
            for layer in printing
        )
    )


def _is_missing(layer: Layer, identity: Identity, language: Language) -> bool:
    """Whether there is no text in a language, not even one that is out of date."""
    said = layer.said(identity, language)
    return said.language != language and said.state != "outdated"


@rule("amendment-one-language", "note", "session")
def amendment_one_language(case: Case) -> Iterator[Problem]:
    """A text or cell was amended in one language, and not in another that also has it."""
    for edits in _edits(case):
        last = edits[-1]
        others = _left_behind(edits, case)
        if others:
            message = Message(
                "'{entry}' was amended in {amended}, and not in {others}",
                entry=last.amendment.entry,
                amended=named(_languages_of(edits)),
                others=named(others),
            )
            remedy = Message(
                "See whether the other text has to change too; if so, edit it in that draft, and"
                " send it with council-report feedback."
            )
            yield Problem(case.in_amendments(last.number, "new"), message, remedy)


def _edits(case: Case) -> Iterable[Sequence[Judged]]:
    """The replacements that hold, those of one text or cell, in whatever language, together."""
    edits: dict[tuple[Identity, tuple[int, int] | None], list[Judged]] = {}
    for one in case.judged:
        if one.holds and one.amendment.action == "replace":
            edits.setdefault((one.identity, one.amendment.cell), []).append(one)
    return edits.values()


def _languages_of(edits: Sequence[Judged]) -> tuple[Language, ...]:
    return tuple(dict.fromkeys(one.amendment.language for one in edits))


def _left_behind(edits: Sequence[Judged], case: Case) -> tuple[Language, ...]:
    """The languages of the documents that have what was edited in another one, as it was sent.

    To translate what is missing in a language is no edit.
    """
    identity, cell = edits[0].identity, edits[0].amendment.cell
    amended = _languages_of(edits)
    layer = next((one for one in case.layers if identity in one.sections), case.layers[0])

    def is_sent(language: Language) -> bool:
        entry = layer.rendered(identity, language).entry
        return language in ((entry.table or {}) if cell else entry.text)

    def is_told(language: Language) -> bool:
        """Whether it is found to be out of date, for the text was translated from this one."""
        return layer.said(identity, language).state == "outdated"

    if identity in layer.removed or not any(map(is_sent, amended)):
        return ()
    others = (language for language in case.languages if language not in amended)
    return tuple(language for language in others if is_sent(language) and not is_told(language))
