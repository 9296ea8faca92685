"""Numbers and dates as a language writes them."""

import datetime
from decimal import Decimal

from babel import Locale
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
    return _written(value, "long", catalogue)


def days(first: datetime.date, last: datetime.date, catalogue: Catalogue) -> str:
    """A range of days in full, without the month or year of the first where they are the same.

    The Unicode patterns exist with short month names only, so the month is written out in them.
    """
    if first == last:
        return day(first, catalogue)
    patterns = Locale.parse(catalogue.locale).interval_formats["yMMMd"]
    field = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    parts = (pattern.replace("MMM", "MMMM") for pattern in patterns[field])
    return "".join(
        _written(value, pattern, catalogue)
        for value, pattern in zip((first, last), parts, strict=True)
    )


def _written(value: datetime.date, pattern: str, catalogue: Catalogue) -> str:
    """A date in a pattern of Unicode, which does not know the French name of a first day."""
    written = format_date(value, pattern, locale=catalogue.locale).replace("\u2009", " ")
    if catalogue.language == "fr" and value.day == 1:
        return written.replace("1", "1er", 1)
    return written
