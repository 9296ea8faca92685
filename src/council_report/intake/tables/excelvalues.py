"""The value of a cell of an .xlsx file."""

from decimal import Decimal

from lxml import etree

from council_report.intake.tables import numbers
from council_report.intake.tables.cells import Position, Sheet
from council_report.intake.tables.excelshared import (
    MAIN,
    Look,
    Words,
    Workbook,
    decoded,
    words_of,
)
from council_report.intake.tables.telling import (
    tell_error_cell,
    tell_formula,
    tell_impossible_date,
    tell_look,
    tell_number_look,
    tell_reading,
    tell_time,
    tell_too_long,
)

LONGEST = 32_767
"""How many characters a cell of Excel can hold; what is longer was written by something else."""


def read_cell(sheet: Sheet, at: Position, cell: etree._Element, book: Workbook) -> None:
    """Put the value of a cell into the sheet, and tell of what it is not."""
    index = int(cell.get("s", "0"))
    look = book.looks[index] if 0 <= index < len(book.looks) else Look()
    value = cell.findtext(f"{MAIN}v")
    formula = cell.find(f"{MAIN}f")
    form = cell.get("t", "n")
    if formula is not None and (value is None or (not value and form != "str")):
        tell_formula(sheet, at, formula.text or "", None)
    elif form == "n" and value is not None:
        _read_number(sheet, at, value, look, from_1904=book.from_1904)
    else:
        words = _words(cell, form, value or "", book)
        if words is None:
            tell_error_cell(sheet, at, value or "")
        else:
            _put_words(sheet, at, words, look)
    if formula is not None and at in sheet.cells:
        tell_formula(sheet, at, formula.text or "", sheet.cells[at].text)
    if look.kind == "hidden" and at in sheet.cells:
        sheet.hidden_cells.add(at)


def _words(cell: etree._Element, form: str, value: str, book: Workbook) -> Words | None:
    """The words of a cell that holds no number; None if it holds an error."""
    if form == "s":
        known = value.isdecimal() and int(value) < len(book.strings)
        return book.strings[int(value)] if known else None
    if form == "inlineStr":
        element = cell.find(f"{MAIN}is")
        return Words("") if element is None else words_of(element)
    if form == "b":
        return Words("TRUE" if value in {"1", "true"} else "FALSE")
    if form == "d":
        return Words(value.removesuffix("T00:00:00"))
    return None if form == "e" else Words(decoded(value))


def _put_words(sheet: Sheet, at: Position, words: Words, look: Look) -> None:
    sheet.put(*at, words.text)
    if at not in sheet.cells:
        return
    tell_look(sheet, at, has_look=words.has_look, is_struck=words.is_struck or look.is_struck)
    if words.reading:
        tell_reading(sheet, at, words.reading)
    length = len(words.text.encode("utf-16-le")) // 2  # Excel counts halves of an emoji.
    if length >= LONGEST:
        tell_too_long(sheet, at, length, LONGEST)


def _read_number(sheet: Sheet, at: Position, value: str, look: Look, *, from_1904: bool) -> None:
    number = numbers.number_of(value)
    if number is None:
        if value.strip():
            tell_error_cell(sheet, at, value)
    elif look.kind in {"date", "time"}:
        _read_moment(sheet, at, number, from_1904=from_1904)
    elif look.kind == "plain":
        sheet.put(*at, numbers.digits_of(number), "number")
    else:
        shown = numbers.as_shown(number, look.code)
        sheet.put(*at, shown or numbers.digits_of(number), "number")
        if shown is None and look.kind != "hidden":
            tell_number_look(sheet, at, number, look.code, is_percent=look.kind == "percent")


def _read_moment(sheet: Sheet, at: Position, serial: Decimal, *, from_1904: bool) -> None:
    moment = numbers.moment_of(serial, from_1904=from_1904)
    if moment is None:
        sheet.put(*at, numbers.digits_of(serial), "number")
        tell_impossible_date(sheet, at, numbers.digits_of(serial))
    elif moment.day is None:
        sheet.put(*at, f"{moment.clock:%H:%M}")
    else:
        sheet.put(*at, moment.day.isoformat(), "day")
        if moment.clock:
            tell_time(sheet, at, f"{moment.day} {moment.clock:%H:%M}", moment.day.isoformat())
