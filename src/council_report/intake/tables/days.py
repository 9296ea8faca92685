"""The days, months, years and intervals of a cell, as far as they can be read in one way."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from council_report.intake.lists import COMMAS
from council_report.intake.tables.cells import Cell
from council_report.intake.tables.outcome import Outcome
from council_report.intake.tables.words import items_of, pieces_of
from council_report.model.contribution import DAY, PERIOD
from council_report.model.message import Message

INTERVAL = re.compile(rf"({DAY})\s*[/\u2013\u2014-]\s*({DAY})")
"""Two days with the sign that people put between them."""

MIDNIGHT = re.compile(r"[T ]00:00(?::00)?$")
TYPED_DAY = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4}|[0-9]{2})")
TYPED_MONTH = re.compile(r"(0?[1-9]|1[0-2])[./-]([0-9]{4})")
FIRST_DAY = "1950"
"""Before it nobody reports anything of AI."""

START = date(1899, 12, 30)
"""The day from which Excel counts."""


def periods_of(cell: Cell, outcome: Outcome) -> list[str]:
    """The days, months, years and intervals of a cell; what can be none is told."""
    if cell.form == "day":
        return [] if _is_long_past(cell, outcome) else [cell.text]
    items = [
        piece
        for item in items_of(cell, coded=True)
        for piece in pieces_of(item, rf"\s*[{COMMAS}]\s*", _is_period)
    ]
    periods = [_plain(item) for item in items]
    return [period for period in periods if not _is_doubtful(period, cell, outcome)]


def _is_period(words: str) -> bool:
    return bool(PERIOD.match(_plain(words)))


def _plain(item: str) -> str:
    """An interval with a stroke between its days, a day without the midnight it begins at."""
    match = INTERVAL.fullmatch(item)
    return f"{match[1]}/{match[2]}" if match else MIDNIGHT.sub("", item)


def _is_long_past(cell: Cell, outcome: Outcome) -> bool:
    """Whether a day is one that Excel makes of a year, 2025 days after 1900; told if so."""
    if cell.text >= FIRST_DAY:
        return False
    message = Message("the day {day} is long past; was a year typed here?", day=cell.text)
    year = _year_typed(cell.text)
    remedy = (
        Message("Write the whole day, or the year with an apostrophe before it: '{year}", year=year)
        if year
        else Message("Write the whole day, like 2026-03-31.")
    )
    outcome.record.tell("date-unlikely", "error", cell.place, message, remedy, cell.text)
    return True


def _year_typed(day: str) -> int | None:
    """The year that was typed where Excel shows a day of 1905, if it can be one."""
    with suppress(ValueError):
        days = (date.fromisoformat(day) - START).days
        return days if int(FIRST_DAY) <= days < 2100 else None
    return None


def _is_doubtful(item: str, cell: Cell, outcome: Outcome) -> bool:
    """Whether a day is written so that it could be another, or none; told if so."""
    if PERIOD.match(item):
        return False
    days = list(dict.fromkeys(_days(item)))
    if len(days) == 2:
        first, second = days
        message = Message(
            "“{item}” can be {first} or {second}", item=item, first=first, second=second
        )
        remedy = Message("Write {first} or {second}.", first=first, second=second)
        outcome.record.tell("date-ambiguous", "error", cell.place, message, remedy, item)
        return True
    message = Message("“{item}” is not written the way days are written here", item=item)
    remedy = (
        Message("Write it like {day}.", day=days[0])
        if days
        else Message(
            "Write a day like 2026-03-31, a month like 2026-03, a period like "
            "2026-03-01/2026-03-05."
        )
    )
    outcome.record.tell("value-form", "error", cell.place, message, remedy, item)
    return True


def _days(item: str) -> Iterator[str]:
    """The days or the month that figures can mean, the day first and then the month first."""
    if match := TYPED_MONTH.fullmatch(item):
        yield f"{match[2]}-{match[1]:0>2}"
    elif match := TYPED_DAY.fullmatch(item):
        first, second, year = (int(part) for part in match.groups())
        for day, month in ((first, second), (second, first)):
            with suppress(ValueError):
                yield date(year if year > 99 else 2000 + year, month, day).isoformat()
