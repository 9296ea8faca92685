"""Rules about what has to be the same in every language, whoever wrote it there.

In a translation a difference is an error: it was made from the other text. In the texts that a
contributor wrote in two languages it is a warning, since nobody can tell which one is right.
"""

from collections.abc import Iterator

from council_report.checks.case import Case
from council_report.checks.disagreeing import Disagreement, DisagreementKind
from council_report.checks.rule import Problem, rule
from council_report.model.language import LANGUAGE_NAMES, Language
from council_report.model.location import Location, shortened
from council_report.model.message import Message

AS_THE_SOURCE = Message(
    "Write what the other text has. If that one is wrong, have it corrected first."
)


@rule("parity-number", "error", "session")
def parity_number(case: Case) -> Iterator[Problem]:
    """A number in a translation is not that of its source."""
    return _in_translations(case, "number")


@rule("parity-date", "error", "session")
def parity_date(case: Case) -> Iterator[Problem]:
    """A date in a translation is not that of its source."""
    return _in_translations(case, "date")


@rule("parity-citation", "error", "session")
def parity_citation(case: Case) -> Iterator[Problem]:
    """A translation cites another resolution than its source, or as revised where that does not."""
    return _in_translations(case, "citation")


@rule("parity-link", "error", "session")
def parity_link(case: Case) -> Iterator[Problem]:
    """A translation links to another page than its source, or to none."""
    return _in_translations(case, "link")


@rule("parity-symbol", "error", "session")
def parity_symbol(case: Case) -> Iterator[Problem]:
    """A translation has another document symbol than its source."""
    return _in_translations(case, "symbol")


@rule("parity-statistic", "error", "session")
def parity_statistic(case: Case) -> Iterator[Problem]:
    """A translation quotes other statistics than its source."""
    return _in_translations(case, "statistic")


@rule("parity-name", "warning", "session")
def parity_name(case: Case) -> Iterator[Problem]:
    """A translation does not have a name that its source has, in any form of the term list."""
    for one in case.disagreements:
        if one.kind == "name":
            message = name_missing(one.there, one.source_language, one.source_place)
            yield Problem(one.place, message, as_listed(one.here))


@rule("text-differs", "warning", "session")
def text_differs(case: Case) -> Iterator[Problem]:
    """What a contributor wrote in two languages does not say the same in both."""
    for one in case.disagreements:
        if not one.is_translation:
            remedy = Message("See which of the two is right, and write the same in both.")
            yield Problem(one.place, _difference(one), remedy)


def _in_translations(case: Case, kind: DisagreementKind) -> Iterator[Problem]:
    for one in case.disagreements:
        if one.is_translation and one.kind == kind:
            yield Problem(one.place, _difference(one), AS_THE_SOURCE)


def _difference(one: Disagreement) -> Message:
    return difference_of(one.here, one.there, one.source_language, one.source_place)


def difference_of(
    here: str | None, there: str | None, source: Language, place: Location
) -> Message:
    """What is ``here`` in a text and ``there`` in its source, as a person is told it."""
    values = {"language": LANGUAGE_NAMES[source], "place": place.shown}
    if here is None:
        there = shortened(there or "")
        return Message(
            "“{there}” of the text in {language} is missing here ({place})", there=there, **values
        )
    here = shortened(here)
    if there is None:
        return Message("“{here}” is not in the text in {language} ({place})", here=here, **values)
    return Message(
        "“{here}” is “{there}” in the text in {language} ({place})",
        here=here,
        there=shortened(there),
        **values,
    )


def name_missing(there: str | None, source: Language, place: Location) -> Message:
    """That a text lacks a name of the term list that its source has as ``there``."""
    return Message(
        "“{there}” of the text in {language} ({place}) has no counterpart of the term list here",
        language=LANGUAGE_NAMES[source],
        place=place.shown,
        there=there,
    )


def as_listed(here: str | None) -> Message:
    """What to do about a name that is not written as the term list has it."""
    return Message("Write “{here}”, or add the form that is used here to the term list.", here=here)
