"""What is judged of a file that a translator sent back, before any of it is kept."""

from collections import Counter
from collections.abc import Iterator, Mapping

from council_report.checks.returned_units import EXPORT_AGAIN, Told, finding_of, unit_findings
from council_report.checks.tongues import SCRIPT_OF, is_in_script_of, tongue_of
from council_report.facts.grammar import grammar_of
from council_report.model.catalogue import Catalogue
from council_report.model.finding import Finding
from council_report.model.language import LANGUAGE_NAMES, LANGUAGES, Language
from council_report.model.location import Location, shortened
from council_report.model.message import Message
from council_report.model.translation import Returned, Unit


def judge_returned(
    returned: Returned, units: Mapping[str, Unit], catalogues: Mapping[Language, Catalogue]
) -> tuple[Finding, ...]:
    """What is wrong with a file that came back; with any error, nothing of it may be kept.

    ``units`` are all units of the language that the file is in, by id. What a unit states is
    compared with its source only where nothing else is wrong with it.
    """
    wrong = tuple(_of_the_file(returned, units))
    if wrong:
        return wrong
    grammars = {one.language: grammar_of(one) for one in catalogues.values()}
    seen = Counter(one.id for one in returned.units)
    return tuple(
        finding
        for one in returned.units
        for finding in unit_findings(one, units.get(one.id), seen[one.id], grammars, catalogues)
    )


def _of_the_file(returned: Returned, units: Mapping[str, Unit]) -> Iterator[Finding]:
    """A language that is not the one asked for, by what the file says or by what it holds."""
    wanted = next((one.language for one in units.values()), None)
    if wanted is None:
        return
    place = Location(returned.file)
    named = next((one for one in LANGUAGES if one == returned.language), None)
    sources = {units[one.id].source_language for one in returned.units if one.id in units}
    if named != wanted:
        message = Message(
            "the file says that its translations are in “{named}”, and not in {language}",
            named=returned.language or "",
            language=LANGUAGE_NAMES[wanted],
        )
        yield finding_of(Told("translation-language", message, EXPORT_AGAIN), place)
    elif returned.source_language and sources and returned.source_language not in sources:
        message = Message(
            "the file says that it was translated from “{named}”, and it was sent in {language}",
            named=returned.source_language,
            language=LANGUAGE_NAMES[min(sources)],
        )
        yield finding_of(Told("translation-language", message, EXPORT_AGAIN), place)
    elif told := _of_other_words(returned, wanted):
        yield finding_of(told, place)


def _of_other_words(returned: Returned, wanted: Language) -> Told | None:
    """That the translations, taken together, are in other letters or words than they should be."""
    changed = [one.target for one in returned.units if one.target and one.target != one.source]
    tongue = None if wanted in SCRIPT_OF else tongue_of(changed)
    if not is_in_script_of(" ".join(changed), wanted):
        message = Message(
            "“{words}” is not in {language}",
            words=shortened(changed[0]),
            language=LANGUAGE_NAMES[wanted],
        )
    elif tongue and tongue != wanted:
        message = Message(
            "the translations should be in {language}, and read like {other}",
            language=LANGUAGE_NAMES[wanted],
            other=LANGUAGE_NAMES[tongue],
        )
    else:
        return None
    remedy = Message("See whether this is the right file, and send the one in this language.")
    return Told("translation-language", message, remedy)
