"""Rules about statistics: each defined once in the session, and quoted as it is defined."""

from collections.abc import Iterable, Iterator

from council_report.checks.case import Case, Quote
from council_report.checks.rule import Problem, rule
from council_report.model.contribution import Contribution
from council_report.model.location import Location
from council_report.model.nearest import nearest


@rule("statistic-duplicate", "error", "session")
def statistic_duplicate(case: Case) -> Iterator[Problem]:
    """Two statistics of the session have the same key."""
    first: dict[str, Location] = {}
    for key, place in _defined(case.standing):
        earlier = first.setdefault(key, place)
        if earlier is not place:
            message = f"the statistic '{key}' is defined already: {earlier}"
            yield Problem(place, message, "Delete this one, or give it a key of its own.")


@rule("statistic-unknown", "error", "session")
def statistic_unknown(case: Case) -> Iterator[Problem]:
    """A text quotes a statistic that no file defines."""
    known = [key for key, _ in _defined(case.standing)]
    for quote in _unanswered(case):
        if not _held_back_by(quote, case):
            near = nearest(quote.key, known)
            remedy = f"Did you mean '[[{near}]]'?" if near else "Define it under 'statistics:'."
            yield Problem(quote.place, f"no file defines the statistic '{quote.key}'", remedy)


@rule("statistic-withheld", "warning", "session")
def statistic_withheld(case: Case) -> Iterator[Problem]:
    """A text quotes a statistic of a file that is set aside, or may be: it is marked as awaited."""
    for quote in _unanswered(case):
        files = _held_back_by(quote, case)
        if files:
            message = f"the statistic '{quote.key}' is awaited: its file is set aside"
            yield Problem(quote.place, message, f"Mend the errors in {', '.join(files)}.")


@rule("statistic-unused", "note", "session")
def statistic_unused(case: Case) -> Iterator[Problem]:
    """No text quotes a statistic."""
    if len(case.standing) < len(case.contributions):
        return  # A file that is set aside may quote it.
    quoted = {quote.key for quote in case.quotes}
    for key, place in _defined(case.standing):
        if key not in quoted:
            message = f"no text quotes the statistic '{key}'"
            yield Problem(place, message, f"Write '[[{key}]]' where the number belongs.")


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
