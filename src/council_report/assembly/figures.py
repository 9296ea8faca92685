"""Numbers and dates as a language writes them."""

import datetime
from decimal import Decimal

from babel.dates import format_date

from council_report.model.catalogue import Catalogue


def number(value: Decimal, catalogue: Catalogue) -> str:
    """A number with the digit groups and decimal sign of the catalogue: ``10 000``, ``2,50``.

    Every digit that was given is written; the number patterns of Unicode would round some away.
    """
    signs = {",": catalogue.digit_group, ".": catalogue.decimal}
    return "".join(signs.get(character, character) for character in f"{value:,f}")


def day(value: datetime.date, catalogue: Catalogue) -> str:
    """A day in full: ``3 May 2021``, ``1er février 2017``."""
    return _written(value, catalogue.dates.day, catalogue)


def days(first: datetime.date, last: datetime.date, catalogue: Catalogue) -> str:
    """A range of days, without the month or year of the first where they are the same."""
    if first == last:
        return day(first, catalogue)
    dates = catalogue.dates
    patterns = dates.range
    if first.year == last.year:
        patterns = dates.range_in_month if first.month == last.month else dates.range_in_year
    return _written(first, patterns[0], catalogue) + _written(last, patterns[1], catalogue)


def _written(value: datetime.date, pattern: str, catalogue: Catalogue) -> str:
    """A date in a pattern of Unicode, which does not know that a first day may be an ordinal."""
    written = format_date(value, pattern, locale=catalogue.locale)
    if catalogue.first_day and value.day == 1:
        return written.replace("1", catalogue.first_day, 1)
    return written
