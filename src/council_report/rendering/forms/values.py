"""The details of entries and statistics as forms write them, in one line or in one cell."""

import re
from collections.abc import Iterable
from decimal import Decimal

from council_report.model.contribution import Entry
from council_report.model.form import FormWords
from council_report.model.text import one_line

SIGN = re.compile("[\\\\;·\uff1b\u061b]")
"""The signs that set off items and fields, in any script, and the one that takes this away."""

LISTS = ("dates", "mandates", "countries", "partners", "references")


def details_line(entry: Entry, words: FormWords) -> str:
    """The details of an entry: ``Unit: SG 13 · Mandates: R1; SG4``; empty where it has none."""
    values = {
        "unit": escaped(entry.unit or ""),
        "status": words.statuses[entry.status] if entry.status else "",
        **{field: items_of(entry, field) for field in LISTS},
    }
    return " · ".join(words.said(key, value) for key, value in values.items() if value)


def items_of(entry: Entry, field: str) -> str:
    """A list of an entry with its items set off by semicolons."""
    return listed(getattr(entry, field))


def listed(items: Iterable[str]) -> str:
    """Items set off by semicolons; a sign within an item has a backslash before it."""
    return "; ".join(escaped(item) for item in items)


def escaped(value: str) -> str:
    """A value on one line whose signs have a backslash before them."""
    return SIGN.sub(r"\\\g<0>", one_line(value))


def digits(value: Decimal) -> str:
    """A number with every digit that was given, and none more."""
    return f"{value:f}"
