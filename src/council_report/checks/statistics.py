"""Rules about statistics: each defined once in the session, and quoted as it is defined."""

from collections.abc import Iterable, Iterator

from council_report.checks.case import Case, Quote
from council_report.checks.rule import Problem, rule
from council_report.model.contribution import Contribution
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.nearest import nearest


@rule("statistic-duplicate", "error", "session")
def statistic_duplicate(case: Case) -> Iterator[Problem]:
    """Two statistics of the session have the same key."""
    first: dict[str, Location] = {}
    for key, place in _defined(case.standing):
        earlier = first.setdefault(key, place)
        if earlier is not place:
            message = Message(
                "the statistic '{key}' is defined already: {place}", key=key, place=earlier.shown
            )
            remedy = Message("Delete this one, or give it a key of its own.")
            yield Problem(place, message, remedy)


@rule("statistic-unknown", "error", "session")
def statistic_unknown(case: Case) -> Iterator[Problem]:
    """A text quotes a statistic that no file defines."""
    known = [key for key, _ in _defined(case.standing)]
    for quote in _unanswered(case):
        if not _held_back_by(quote, case):
            message = Message("no file defines the statistic '{key}'", key=quote.key)
            yield Problem(quote.place, message, _meant(quote.key, known))


def _meant(key: str, known: Iterable[str]) -> Message:
    near = nearest(key, known)
    if near:
        return Message("Did you mean '[[{near}]]'?", near=near)
    return Message("Define it under 'statistics:'.")


@rule("statistic-withheld", "warning", "session")
def statistic_withheld(case: Case) -> Iterator[Problem]:
    """A text quotes a statistic of a file that is set aside, or may be: it is marked as awaited."""
    for quote in _unanswered(case):
        files = _held_back_by(quote, case)
        if files:
            message = Message(
                "the statistic '{key}' is awaited: its file is set aside", key=quote.key
            )
            remedy = Message("Mend the errors in {files}.", files=", ".join(files))
            yield Problem(quote.place, message, remedy)


@rule("statistic-unused", "note", "session")
def statistic_unused(case: Case) -> Iterator[Problem]:
    """No text quotes a statistic."""
    if len(case.standing) < len(case.contributions):
        return  # A file that is set aside may quote it.
    quoted = {quote.key for quote in case.quotes}
    for key, place in _defined(case.standing):
        if key not in quoted:
            message = Message("no text quotes the statistic '{key}'", key=key)
            remedy = Message("Write '[[{key}]]' where the number belongs.", key=key)
            yield Problem(place, message, remedy)


def _defined(contributions: Iterable[Contribution]) -> Iterator[tuple[str, Location]]:
    """The key of each statistic, and where it is defined."""
    for contribution in contributions:
        for index, statistic in enumerate(contribution.statistics):
            yield statistic.key, contribution.locate("statistics", index, "key")


def _held_back_by(quote: Quote, case: Case) -> list[str]:
    """The files set aside that define a statistic, or those that may, because nobody can tell."""
    aside = [one for one in case.contributions if one.set_aside]
    defining = [one.file for one in aside if any(s.key == quote.key for s in one.statistics)]
    return defining or [one.file for one in case.unread]


def _unanswered(case: Case) -> Iterator[Quote]:
    """The quotes of statistics that no file in use defines."""
    known = {key for key, _ in _defined(case.standing)}
    return (quote for quote in case.quotes if quote.key not in known)
