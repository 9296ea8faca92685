"""Days, months and years, whatever order and words a language puts them in."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from council_report.facts.facts import Fact
from council_report.facts.figures import Figure
from council_report.facts.grammar import Grammar

DAY_SIGNS = ("日", "号")
"""What Chinese writes behind the number of a day."""

NEAR = 6
"""How many characters may stand between the parts of a date: `` and `` , `` de ``, ``日和``."""

MOST = 8
"""How many numbers at either side of a month may be parts of its date."""

ALSO_WORDS = (3, 5)
"""Months whose names are other words too, such as May: alone they do not count."""


IN_FIGURES = re.compile(
    r"(?<![0-9./-])(?:"
    r"(?P<year>(?:19|20)[0-9]{2})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12][0-9]|3[01])"
    r"|(?P<day_>0?[1-9]|[12][0-9]|3[01])(?P<sign>[./])(?P<month_>0?[1-9]|1[0-2])(?P=sign)"
    r"(?P<year_>(?:19|20)[0-9]{2}))(?![0-9/-])"
)
"""A date in figures: ``2025-07-10``, ``10.07.2025``, ``10/07/2025``, the day before the month."""


class Month(NamedTuple):
    """A month in a text, and where it begins and ends; ``short`` is whether its name is cut."""

    number: int
    start: int
    end: int
    short: bool


def date_in_figures(match: re.Match[str], words: str) -> Iterator[Fact]:
    """The facts of a date that ``IN_FIGURES`` has found."""
    for name in ("day", "month", "year"):
        number = int(match[name] or match[f"{name}_"])
        yield Fact("date", f"month {number}" if name == "month" else str(number), words)


def dates(
    figures: Sequence[Figure], signs: str, words: str, grammar: Grammar
) -> tuple[list[Fact], set[Figure]]:
    """The facts of all dates in a text, and the numbers that are parts of them.

    The numbers are given in the order in which they stand in it.
    """
    facts: list[Fact] = []
    taken: set[Figure] = set()
    months = _months(signs, grammar)
    for month in months:
        first, behind = (
            bisect_left(figures, edge, key=_start) for edge in (month.start, month.end)
        )
        taken |= {*figures[first:behind]}
    free = [one for one in figures if one not in taken]
    for month in months:
        first = bisect_left(free, month.start, key=_start)
        before, after = reversed(free[max(first - MOST, 0) : first]), free[first : first + MOST]
        parts = [*_near(month.start, before, taken), *_near(month.end, after, taken)]
        if not parts and _is_doubtful(month) and not _beside(month, months):
            continue
        start = min([month.start, *(one.start for one in parts)])
        end = max([month.end, *(one.end for one in parts)])
        end += words.startswith(DAY_SIGNS, end)
        values = [f"month {month.number}", *(one.value for one in parts)]
        facts += [Fact("date", value, words[start:end]) for value in values]
        taken |= {*parts}
    return facts, taken


def _is_doubtful(month: Month) -> bool:
    return month.short or month.number in ALSO_WORDS


def _beside(month: Month, months: Sequence[Month]) -> bool:
    """Whether a month that nobody doubts stands beside it: ``January to March``."""
    index = bisect_left(months, month.start, key=lambda one: one.start)
    around = (*months[max(index - 1, 0) : index], *months[index + 1 : index + 2])
    return any(
        max(month.start - one.end, one.start - month.end) <= NEAR
        for one in around
        if not _is_doubtful(one)
    )


def _start(one: Figure) -> int:
    return one.start


def _near(edge: int, figures: Iterable[Figure], taken: Set[Figure]) -> Iterator[Figure]:
    """The days, and beyond them the year, that stand one by one at this side of a month."""
    for one in figures:
        gap = edge - one.end if one.end <= edge else one.start - edge
        if gap > NEAR or one in taken or not (_is_day(one) or _is_year(one)):
            return
        yield one
        if _is_year(one):
            return
        edge = one.start if one.end <= edge else one.end


def _months(signs: str, grammar: Grammar) -> list[Month]:
    """The months of a text; one under two names, as Arabic may give it, is one."""
    months: list[Month] = []
    for match in grammar.month.finditer(signs):
        name = (match[1] or f"{match[0]}月").lower()
        number = grammar.months.get(name) or grammar.short_months[name]
        month = Month(number, match.start(), match.end(), name not in grammar.months)
        if months and (months[-1].number, months[-1].end + 1) == (number, month.start):
            months[-1] = months[-1]._replace(end=month.end)
        else:
            months.append(month)
    return months


def _is_day(one: Figure) -> bool:
    return one.value.isdecimal() and 1 <= len(one.value) <= 2 and 1 <= int(one.value) <= 31


def _is_year(one: Figure) -> bool:
    return one.value.isdecimal() and len(one.value) == 4 and one.value[:2] in ("19", "20")
