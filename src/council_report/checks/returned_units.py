"""What is judged of one unit that a translator sent back."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from council_report.checks.disagreeing import between
from council_report.checks.parity import AS_THE_SOURCE, as_listed, difference_of, name_missing
from council_report.checks.tongues import SCRIPT_OF, is_in_script_of
from council_report.facts.grammar import Grammar
from council_report.facts.reading import facts_of, without_names
from council_report.model.catalogue import Catalogue
from council_report.model.finding import Finding, Severity
from council_report.model.language import LANGUAGE_NAMES, Language
from council_report.model.location import Location, shortened
from council_report.model.message import Message
from council_report.model.text import parse_text, plain
from council_report.model.translation import ReturnedUnit, Unit

SEVERITIES: Mapping[str, Severity] = {
    "translation-language": "error",
    "translation-unknown": "error",
    "translation-twice": "error",
    "translation-source": "error",
    "translation-empty": "error",
    "translation-untranslated": "error",
    "translation-machine": "error",
    "translation-placeholder": "error",
    "translation-long": "warning",
}
"""The rules of this module; what a translation states is judged by the rules of parity."""

EXPORT_AGAIN = Message("Ask for a new file: council-report translate export.")
TRANSLATE = Message("Translate it, and send the file again.")
PROTECTED = ("parity-statistic", "parity-link")
"""What is not told again of a unit whose protected parts are told to be lost or doubled."""

WORDS_OF_A_NAME = 3
"""So many words that no name, number or symbol accounts for are a text that is to be translated."""


class Told(NamedTuple):
    """What is wrong with a unit: the rule, and what is said of it."""

    rule: str
    message: Message
    remedy: Message


def finding_of(told: Told, place: Location, severity: Severity | None = None) -> Finding:
    """What is told, as a finding of its rule."""
    return Finding(
        rule=told.rule,
        severity=severity or SEVERITIES[told.rule],
        location=place,
        message=told.message,
        remedy=told.remedy,
    )


def unit_findings(
    one: ReturnedUnit,
    unit: Unit | None,
    times: int,
    grammars: Mapping[Language, Grammar],
    catalogues: Mapping[Language, Catalogue],
) -> Iterator[Finding]:
    """What is wrong with a unit that stands so many ``times`` in its file."""
    found = [*_known(one, unit, times)]
    if unit and not found and _is_new(one, unit):
        found = [*_translated(one, unit, grammars)]
    for told in found:
        yield finding_of(_named(told, one), one.place)
    if unit and one.target and _is_new(one, unit):
        if not found:
            yield from _stated(one, unit, grammars, catalogues)
        elif {told.rule for told in found} == {"translation-placeholder"}:
            for finding in _stated(one, unit, grammars, catalogues):
                if finding.rule not in PROTECTED:
                    yield finding


def _is_new(one: ReturnedUnit, unit: Unit) -> bool:
    """Whether there is anything to take over: a file may hold what is up to date, too."""
    return unit.state in ("missing", "outdated") or one.target != unit.text


def _named(told: Told, one: ReturnedUnit) -> Told:
    """What is told of a unit, with its id, by which translators' programs find it."""
    message = Message("'{unit}': {problem}", unit=one.id, problem=told.message)
    return told._replace(message=message)


def _known(one: ReturnedUnit, unit: Unit | None, times: int) -> Iterator[Told]:
    """A unit that is not ours, comes twice, or was made from another text than there is now."""
    if unit is None:
        message = Message("no text of the session has this id")
        yield Told("translation-unknown", message, EXPORT_AGAIN)
    elif times > 1:
        message = Message("the file has this text {times} times", times=times)
        yield Told("translation-twice", message, Message("Keep one of them."))
    elif one.source is not None and parse_text(one.source) != parse_text(unit.source):
        message = Message(
            "it was translated from “{old}”, and the text is by now “{new}” ({place})",
            old=shortened(plain(parse_text(one.source))),
            new=shortened(plain(parse_text(unit.source))),
            place=unit.place.shown,
        )
        yield Told("translation-source", message, EXPORT_AGAIN)


def _translated(
    one: ReturnedUnit, unit: Unit, grammars: Mapping[Language, Grammar]
) -> Iterator[Told]:
    """A unit that nobody has translated, or not into this language, or not with all its parts."""
    source, words = parse_text(unit.source), parse_text(one.target or "")
    said = plain(words)
    if not any(run.statistic or run.text.strip() for run in words):
        message = Message("there is no translation of “{words}”", words=shortened(plain(source)))
        yield Told("translation-empty", message, TRANSLATE)
    elif one.machine:
        message = Message(
            "“{words}” is a machine's, and no person has confirmed it", words=shortened(said)
        )
        remedy = Message("Read it, mark it as translated, and send the file again.")
        yield Told("translation-machine", message, remedy)
    elif words == source and _has_prose(unit, grammars[unit.source_language]):
        message = Message("“{words}” is left as it was", words=shortened(said))
        yield Told("translation-untranslated", message, TRANSLATE)
    elif not is_in_script_of(said, unit.language):
        message = Message(
            "“{words}” is not in {language}",
            words=shortened(said),
            language=LANGUAGE_NAMES[unit.language],
        )
        yield Told("translation-language", message, TRANSLATE)
    elif one.problem:
        remedy = Message("Copy the protected parts of the source into the translation, each once.")
        yield Told("translation-placeholder", one.problem, remedy)


def _has_prose(unit: Unit, grammar: Grammar) -> bool:
    """Whether a text is more than names and symbols, which may be the same in two languages.

    A title of the session file is no name: one word of it tells.
    """
    is_title, in_other_letters = ":" not in unit.id, unit.language in SCRIPT_OF
    words = without_names(unit.source, grammar).split()
    telling = [
        word
        for word in words
        if word.islower() or (is_title and in_other_letters and word.istitle())
    ]
    return len(telling) >= (1 if is_title or in_other_letters else WORDS_OF_A_NAME)


def _stated(
    one: ReturnedUnit,
    unit: Unit,
    grammars: Mapping[Language, Grammar],
    catalogues: Mapping[Language, Catalogue],
) -> Iterator[Finding]:
    """What the translation does not state as its source does, and how long it is."""
    source = facts_of(unit.source, grammars[unit.source_language])
    target = facts_of(one.target or "", grammars[unit.language])
    names = catalogues[unit.language].names
    for kind, here, there in between(source, target, names):
        values = there, unit.source_language, unit.place
        if kind == "name":
            told = Told("parity-name", name_missing(*values), as_listed(here))
            yield finding_of(_named(told, one), one.place, "warning")
        else:
            told = Told(f"parity-{kind}", difference_of(here, *values), AS_THE_SOURCE)
            yield finding_of(_named(told, one), one.place, "error")
    yield from _too_long(one, unit)


def _too_long(one: ReturnedUnit, unit: Unit) -> Iterable[Finding]:
    length = len(plain(parse_text(one.target or "")))
    if length <= unit.limit:
        return ()
    message = Message(
        "it has {length} characters, and should have {limit} at most",
        length=length,
        limit=unit.limit,
    )
    told = Told("translation-long", message, Message("Shorten it if you can."))
    return (finding_of(_named(told, one), one.place),)
