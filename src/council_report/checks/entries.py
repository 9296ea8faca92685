"""Rules about the entries of one contribution: where they go, and what they refer to."""

import re
from collections.abc import Iterator
from functools import cache

from babel.core import get_global

from council_report.checks.case import Case
from council_report.checks.rule import Problem, meant, rule
from council_report.model.country import country_codes
from council_report.model.location import Location
from council_report.model.mandate import Mandates
from council_report.model.message import Message

VISIBLE = re.compile(r"[^\s*^\[\]()\\\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
"""Anything that is neither a space, visible or not, nor a mark of the Markdown subset."""


@rule("contribution-empty", "warning", "contribution")
def contribution_empty(case: Case) -> Iterator[Problem]:
    """A file delivers nothing."""
    for contribution in case.standing:
        if not contribution.entries and not contribution.statistics:
            place = Location(contribution.file)
            message = Message("the file holds no entries and no statistics")
            yield Problem(place, message, Message("Write entries, or delete the file."))


@rule("section-unknown", "error", "contribution")
def section_unknown(case: Case) -> Iterator[Problem]:
    """An entry goes to a section that no document of the session has."""
    for one in case.entries:
        section = one.entry.section
        if section not in case.sections:
            message = Message(
                "no document of the session has a section or box row '{section}'", section=section
            )
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
        message = Message(
            "'{section}' is asked of {owners}; this is printed after theirs",
            section=one.entry.section,
            owners=owners,
        )
        remedy = Message("Move the entry to a section of yours, or have the outline changed.")
        yield Problem(one.place("section"), message, remedy)


@rule("mandate-unknown", "error", "contribution")
def mandate_unknown(case: Case) -> Iterator[Problem]:
    """An entry answers a mandate that the session's resolution does not have."""
    mandates = case.desk.mandates
    known = {mandate.id for mandate in mandates.mandates} if mandates else set()
    for one in case.entries:
        for index, mandate in enumerate(one.entry.mandates):
            if mandate not in known:
                message = _no_mandate(mandate, mandates)
                yield Problem(one.place("mandates", index), message, meant(mandate, known))


def _no_mandate(mandate: str, mandates: Mandates | None) -> Message:
    if mandates is None:
        return Message(
            "the session, which names no resolution, has no mandate '{mandate}'", mandate=mandate
        )
    resolution = mandates.resolution
    return Message(
        "{resolution} has no mandate '{mandate}'", resolution=resolution, mandate=mandate
    )


@rule("country-unknown", "error", "contribution")
def country_unknown(case: Case) -> Iterator[Problem]:
    """An entry names a country by a code that no country has."""
    for one in case.entries:
        for index, code in enumerate(one.entry.countries):
            if code not in countries():
                message = Message("'{code}' is no country's code in ISO 3166", code=code)
                yield Problem(one.place("countries", index), message, _instead(code))


@cache
def countries() -> frozenset[str]:
    """The two-letter codes that ISO 3166 assigns."""
    return frozenset(country_codes())


def _instead(code: str) -> Message:
    """What to write for a code that is in use elsewhere or was once, such as UK."""
    codes = get_global("territory_aliases").get(code, ())
    if len(codes) == 1:
        return Message("Write {code}.", code=codes[0])
    if codes:
        return Message("Write {codes} or {last}.", codes=", ".join(codes[:-1]), last=codes[-1])
    return Message("Write the code of the country: CH for Switzerland, NO for Norway.")


@rule("text-blank", "error", "contribution")
def text_blank(case: Case) -> Iterator[Problem]:
    """The text of an entry says nothing."""
    for one in case.entries:
        for language, words in one.entry.text.items():
            if not VISIBLE.search(words):
                message = Message(
                    "the text in '{language}' is nothing but spaces and marks", language=language
                )
                remedy = Message("Write the text, or delete the line to have it marked as missing.")
                yield Problem(one.place("text", language), message, remedy)
