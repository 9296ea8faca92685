"""Rules about statistics: each defined once in the session, and quoted as it is defined."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from council_report.checks.case import Case, Quote
from council_report.checks.rule import Problem, rule
from council_report.model.contribution import Contribution, Statistic
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.nearest import nearest


class Defined(NamedTuple):
    """A statistic, who defined it, and where."""

    statistic: Statistic
    contributor: str
    place: Location


@rule("statistic-duplicate", "error", "session")
def statistic_duplicate(case: Case) -> Iterator[Problem]:
    """Two statistics of the session have the same key, and not just in two languages."""
    first: dict[str, Defined] = {}
    for one in _defined(case.standing):
        key = one.statistic.key
        earlier = first.setdefault(key, one)
        if earlier is not one and not _is_translation(one, earlier):
            place = earlier.place.shown
            message = Message(
                "the statistic '{key}' is defined already: {place}", key=key, place=place
            )
            remedy = Message("Delete this one, or give it a key of its own.")
            yield Problem(one.place, message, remedy)


def _is_translation(one: Defined, other: Defined) -> bool:
    """Whether a contributor sent a statistic twice, each time with its unit in other languages."""
    figures = {(d.contributor, d.statistic.value, d.statistic.as_of) for d in (one, other)}
    return len(figures) == 1 and not one.statistic.unit.keys() & other.statistic.unit


@rule("statistic-unknown", "error", "session")
def statistic_unknown(case: Case) -> Iterator[Problem]:
    """A text quotes a statistic that no file defines."""
    known = [one.statistic.key for one in _defined(case.standing)]
    for quote in _unanswered(case):
        if not _held_back_by(quote, case) and not _is_still_to_come(quote, case):
            message = Message("no file defines the statistic '{key}'", key=quote.key)
            yield Problem(quote.place, message, _meant(quote.key, known))


def _meant(key: str, known: Iterable[str]) -> Message:
    near = nearest(key, known)
    if near:
        return Message("Did you mean '[[{near}]]'?", near=near)
    return Message("Define it under 'statistics:'.")


@rule("statistic-withheld", "warning", "session")
def statistic_withheld(case: Case) -> Iterator[Problem]:
    """A text quotes a statistic that is still to come: the draft marks it as awaited."""
    for quote in _unanswered(case):
        files = _held_back_by(quote, case)
        if files:
            message = Message(
                "the statistic '{key}' is awaited: its file is set aside", key=quote.key
            )
            remedy = Message("Mend the errors in {files}.", files=", ".join(files))
            yield Problem(quote.place, message, remedy)
        elif _is_still_to_come(quote, case):
            message = Message(
                "the statistic '{key}' is awaited: the contributor who gave it last time has sent"
                " nothing yet",
                key=quote.key,
            )
            yield Problem(quote.place, message, Message("There is nothing to do here."))


def _is_still_to_come(quote: Quote, case: Case) -> bool:
    """Whether a statistic was another's in the session before, who has sent no file so far."""
    owner = case.desk.earlier_statistics.get(quote.key)
    senders = {contribution.contributor for contribution in case.contributions}
    return owner is not None and owner not in senders


@rule("statistic-unused", "note", "session")
def statistic_unused(case: Case) -> Iterator[Problem]:
    """No text quotes a statistic."""
    if len(case.standing) < len(case.contributions):
        return  # A file that is set aside may quote it.
    quoted = {quote.key for quote in case.quotes}
    for one in _defined(case.standing):
        key = one.statistic.key
        if key not in quoted:
            message = Message("no text quotes the statistic '{key}'", key=key)
            remedy = Message("Write '[[{key}]]' where the number belongs.", key=key)
            yield Problem(one.place, message, remedy)


def _defined(contributions: Iterable[Contribution]) -> Iterator[Defined]:
    """Each statistic, and where it is defined."""
    for contribution in contributions:
        for index, statistic in enumerate(contribution.statistics):
            place = contribution.locate("statistics", index, "key")
            yield Defined(statistic, contribution.contributor, place)


def _held_back_by(quote: Quote, case: Case) -> list[str]:
    """The files set aside that define a statistic, or those that may, because nobody can tell."""
    aside = [one for one in case.contributions if one.set_aside]
    defining = [one.file for one in aside if any(s.key == quote.key for s in one.statistics)]
    return defining or [one.file for one in case.unread]


def _unanswered(case: Case) -> Iterator[Quote]:
    """The quotes of statistics that no file in use defines."""
    known = {one.statistic.key for one in _defined(case.standing)}
    return (quote for quote in case.quotes if quote.key not in known)
