"""What a number in a workbook stands for: a day, a time, or a number and how it looks."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Literal

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format

LOCAL_DATES = {*range(27, 32), 36, *range(50, 59)}
"""Formats without a code in the file, that Excel shows as dates where Chinese is the language."""

LOCAL_TIMES = {32, 33, 34, 35}
LAST_DAY = 2_958_465
"""The serial number of 31 December 9999, after which Excel knows no day."""

BLANKS = dict.fromkeys(map(ord, " \u00a0\u202f\u2009'\u2019"))
"""What stands between groups of digits, to be left out."""

PLAIN_LOOKS = {"", "General", "@", "0", "#", "Standard"}
SECONDS_A_DAY = 86_400
FURTHEST = 330
"""The power of ten beyond which no workbook has a number, and writing one out takes its time."""

Look = Literal["plain", "date", "time", "percent", "hidden", "other"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A date cell: its day, its time of day, or both."""

    day: date | None
    clock: time | None


def look_of(number_format: int, code: str | None) -> Look:
    """How a cell shows its number, by the id and code of its format."""
    code = code_of(number_format, code)
    if number_format in LOCAL_DATES:
        return "date"
    if number_format in LOCAL_TIMES:
        return "time"
    if code.strip() in PLAIN_LOOKS:
        return "plain"
    if code.replace(" ", "") == ";;;":
        return "hidden"
    if is_timedelta_format(code):
        return "other"
    if is_date_format(code):
        return "date" if set(_letters_of(code)) & set("yde") else "time"
    return "percent" if "%" in code else "other"


def code_of(number_format: int, code: str | None) -> str:
    """The code of a format: that of the workbook, or else of those that Excel always knows."""
    return BUILTIN_FORMATS.get(number_format, "General") if code is None else code


def _letters_of(code: str) -> str:
    """The letters of a format code that stand for parts of a date."""
    kept, quoted, skip = [], False, False
    for sign in code.split(";")[0]:
        if skip:
            skip = False
        elif sign == '"':
            quoted = not quoted
        elif sign in "\\_*":
            skip = True
        elif not quoted:
            kept.append(sign)
    words = "".join(kept).lower()
    while "[" in words and "]" in words[words.index("[") :]:
        start = words.index("[")
        words = words[:start] + words[words.index("]", start) + 1 :]
    return words.replace("general", "").replace("am/pm", "")


def moment_of(serial: Decimal, *, from_1904: bool) -> Moment | None:
    """The day and time that a serial number stands for; None if no calendar has it.

    Excel counts days from 1 January 1900, or from 1904 in some workbooks, and believes that
    there was a 29 February 1900.
    """
    seconds = round(serial * SECONDS_A_DAY)
    days, rest = divmod(seconds, SECONDS_A_DAY)
    clock = time(rest // 3600, rest // 60 % 60, rest % 60) if rest else None
    last = LAST_DAY - 1462 if from_1904 else LAST_DAY
    if days < 0 or days > last or (not from_1904 and days == 60):
        return None
    if days == 0 and not from_1904:
        return Moment(None, clock or time(0))
    start = date(1904, 1, 1) if from_1904 else date(1899, 12, 31 if days < 60 else 30)
    return Moment(start + timedelta(days=days), clock)


def number_of(value: str) -> Decimal | None:
    """The number in the file, to the 15 digits that Excel itself knows; None if it is none."""
    try:
        number = Decimal(value.strip())
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number.adjusted()) > FURTHEST:
        return None
    return Decimal(format(float(number), ".15g")) if len(number.as_tuple().digits) > 15 else number


def digits_of(number: Decimal) -> str:
    """A number as digits and a decimal point: ``12.5``, ``1200``, ``0``."""
    if not number:
        return "0"
    words = format(number, "f")
    return words.rstrip("0").rstrip(".") if "." in words else words


def as_shown(number: Decimal, code: str) -> str | None:
    """A number in a fixed look such as ``0.00`` or ``#,##0``, without signs between its digits.

    None where the look is another one, or rounds the number.
    """
    whole, _, fraction = code.strip().partition(".")
    if whole not in {"0", "#,##0", "#"} or fraction.strip("0"):
        return None
    shown = f"{number:.{len(fraction)}f}"
    return shown if Decimal(shown) == number else None
