"""The countries that an entry may name, by their codes."""

from functools import cache

from babel import Locale

NO_COUNTRIES = frozenset(
    ("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ")
)
"""Codes that Unicode names a territory for, and ISO 3166 assigns to no country."""


@cache
def country_codes() -> tuple[str, ...]:
    """The two-letter codes that ISO 3166 assigns, sorted."""
    territories = (str(code) for code in Locale("en").territories)
    return tuple(sorted({code for code in territories if len(code) == 2} - NO_COUNTRIES))
