"""Rules about the entries of one contribution: where they go, and what they refer to."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from babel import Locale
from babel.core import get_global

from council_report.checks.case import Case, Duty
from council_report.checks.rule import Problem, meant, rule
from council_report.model.language import Language
from council_report.model.location import Location

VISIBLE = re.compile(r"[^\s*^\[\]()\\\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
"""Anything that is neither a space, visible or not, nor a mark of the Markdown subset."""

NO_COUNTRIES = frozenset(
    ("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ")
)
"""Codes that Unicode names a territory for, and ISO 3166 assigns to no country."""


@rule("contribution-empty", "warning", "contribution")
def contribution_empty(case: Case) -> Iterator[Problem]:
    """A file delivers nothing."""
    for contribution in case.standing:
        if not contribution.entries and not contribution.statistics:
            place = Location(contribution.file)
            message = "the file holds no entries and no statistics"
            yield Problem(place, message, "Write entries, or delete the file.")


@rule("section-unknown", "error", "contribution")
def section_unknown(case: Case) -> Iterator[Problem]:
    """An entry goes to a section that no document of the session has."""
    for one in case.entries:
        section = one.entry.section
        if section not in case.sections:
            message = f"no document of the session has a section or box row '{section}'"
            yield Problem(one.place("section"), message, meant(section, case.sections))


@rule("section-not-owed", "warning", "contribution")
def section_not_owed(case: Case) -> Iterator[Problem]:
    """An entry goes to a section that the contributor is not asked to write to."""
    known = {contributor.key for contributor in case.desk.session.contributors}
    for one in case.entries:
        duties = case.sections.get(one.entry.section, ())
        sender = one.contribution.contributor
        if sender not in known or not duties or any(sender == duty.contributor for duty in duties):
            continue
        owners = ", ".join(dict.fromkeys(duty.contributor for duty in duties))
        message = f"'{one.entry.section}' is asked of {owners}; this is printed after theirs"
        remedy = "Move the entry to a section of yours, or have the outline changed."
        yield Problem(one.place("section"), message, remedy)


@rule("mandate-unknown", "error", "contribution")
def mandate_unknown(case: Case) -> Iterator[Problem]:
    """An entry answers a mandate that the session's resolution does not have."""
    mandates = case.desk.mandates
    known = {mandate.id for mandate in mandates.mandates} if mandates else set()
    source = mandates.resolution if mandates else "the session, which names no resolution,"
    for one in case.entries:
        for index, mandate in enumerate(one.entry.mandates):
            if mandate not in known:
                message = f"{source} has no mandate '{mandate}'"
                yield Problem(one.place("mandates", index), message, meant(mandate, known))


@rule("country-unknown", "error", "contribution")
def country_unknown(case: Case) -> Iterator[Problem]:
    """An entry names a country by a code that no country has."""
    for one in case.entries:
        for index, code in enumerate(one.entry.countries):
            if code not in countries():
                message = f"'{code}' is no country's code in ISO 3166"
                yield Problem(one.place("countries", index), message, _instead(code))


@cache
def countries() -> frozenset[str]:
    """The two-letter codes that ISO 3166 assigns."""
    territories = (str(code) for code in Locale("en").territories)
    return frozenset(code for code in territories if len(code) == 2) - NO_COUNTRIES


def _instead(code: str) -> str:
    """What to write for a code that is in use elsewhere or was once, such as UK."""
    codes = get_global("territory_aliases").get(code, ())
    if codes:
        return f"Write {' or '.join(codes)}."
    return "Write the code of the country: CH for Switzerland, NO for Norway."


@rule("text-blank", "error", "contribution")
def text_blank(case: Case) -> Iterator[Problem]:
    """The text of an entry says nothing."""
    for one in case.entries:
        for language, words in one.entry.text.items():
            if not VISIBLE.search(words):
                message = f"the text in '{language}' is nothing but spaces and marks"
                remedy = "Write the text, or delete the line to have it marked as missing."
                yield Problem(one.place("text", language), message, remedy)


@rule("text-untranslated", "warning", "contribution")
def text_untranslated(case: Case) -> Iterator[Problem]:
    """The text of an entry is missing in a language of a document that prints it."""
    wanted = {section: _languages(duties) for section, duties in case.sections.items()}
    for one in case.entries:
        text = one.entry.text
        missing = [code for code in wanted.get(one.entry.section, ()) if code not in text]
        if missing and text:
            message = f"the text is missing in: {', '.join(missing)}; there it is marked as missing"
            keys = " and ".join(f"'{code}: …'" for code in missing)
            yield Problem(one.place("text"), message, f"Add {keys}.")


def _languages(duties: Iterable[Duty]) -> tuple[Language, ...]:
    """The languages of all documents that print a section."""
    return tuple(dict.fromkeys(code for duty in duties for code in duty.plan.languages))
