"""Numbers and dates as a language writes them."""

import datetime
from decimal import Decimal

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

from council_report.model.catalogue import Catalogue


def number(value: Decimal, catalogue: Catalogue) -> str:
    """A number with the digit groups and decimal sign of the catalogue: ``10 000``."""
    locale = catalogue.locale
    written = format_decimal(value, locale=locale, decimal_quantization=False)
    signs = {
        get_group_symbol(locale): catalogue.digit_group,
        get_decimal_symbol(locale): catalogue.decimal,
    }
    return "".join(signs.get(character, character) for character in written)


def day(value: datetime.date, catalogue: Catalogue) -> str:
    """A day in full: ``3 May 2021``, ``1er février 2017``."""
    written = format_date(value, "long", locale=catalogue.locale)
    if catalogue.language == "fr" and value.day == 1:
        return written.replace("1", "1er", 1)
    return written


def days(first: datetime.date, last: datetime.date, catalogue: Catalogue) -> str:
    """A range of days in full: ``17–27 June 2025``, ``28 April – 8 May 2026``.

    The Unicode patterns exist with short month names only, so the month is written out in them.
    """
    patterns = Locale.parse(catalogue.locale).interval_formats["yMMMd"]
    field = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    parts = (pattern.replace("MMM", "MMMM") for pattern in patterns[field])
    return "".join(
        format_date(value, pattern, locale=catalogue.locale)
        for value, pattern in zip((first, last), parts, strict=True)
    )
