"""The value of a cell of an .ods file."""

from decimal import Decimal, InvalidOperation

from lxml import etree

from council_report.intake.tables.cells import Position, Sheet
from council_report.intake.tables.numbers import BLANKS, digits_of, number_of
from council_report.intake.tables.odfwords import OFFICE, TABLE, Words
from council_report.intake.tables.telling import (
    tell_error_cell,
    tell_formula,
    tell_number_look,
    tell_time,
)

ERROR_TYPE = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
ERRORS = ("Err:", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!")


def put_value(sheet: Sheet, at: Position, cell: etree._Element, words: Words) -> None:
    """Put the value of a cell into the sheet, and tell of what it is not."""
    formula = cell.get(f"{TABLE}formula")
    if formula and _is_error(cell, words.text):
        tell_error_cell(sheet, at, words.text)
        return
    if formula and not cell.get(f"{OFFICE}value-type") and not words.text:
        tell_formula(sheet, at, _bare(formula), None)
        return
    match cell.get(f"{OFFICE}value-type"):
        case "float" | "currency" | "percentage" as form:
            _put_number(sheet, at, cell, words.text, is_percent=form == "percentage")
        case "date":
            _put_day(sheet, at, cell.get(f"{OFFICE}date-value", ""))
        case "boolean":
            is_true = cell.get(f"{OFFICE}boolean-value") == "true"
            sheet.put(*at, "TRUE" if is_true else "FALSE")
        case _:
            sheet.put(*at, words.text or cell.get(f"{OFFICE}string-value", ""))
    if formula and at in sheet.cells:
        tell_formula(sheet, at, _bare(formula), sheet.cells[at].text)


def _is_error(cell: etree._Element, words: str) -> bool:
    return cell.get(ERROR_TYPE) == "error" or words.startswith(ERRORS)


def _bare(formula: str) -> str:
    """A formula without the sign of its language: ``of:=1+1`` is ``1+1``."""
    return formula.partition("=")[2] or formula


def _put_number(
    sheet: Sheet, at: Position, cell: etree._Element, shown: str, *, is_percent: bool
) -> None:
    number = number_of(cell.get(f"{OFFICE}value", ""))
    if number is None:
        tell_error_cell(sheet, at, shown)
        return
    if shown and not any(sign.isdigit() for sign in shown):
        sheet.put(*at, shown)  # A person sees a word, such as TRUE, in place of the number.
        return
    sheet.put(*at, _as_shown(number, shown) or digits_of(number), "number")
    if is_percent or _as_shown(number, shown) is None:
        tell_number_look(sheet, at, number, shown, is_percent=is_percent)


def _as_shown(number: Decimal, shown: str) -> str | None:
    """The digits that a person sees, with a point; None if they are not those of the number."""
    bare = shown.translate(BLANKS)
    for digits in (bare, bare.replace(",", ""), bare.replace(".", "").replace(",", ".")):
        try:
            if Decimal(digits) == number:
                return digits
        except InvalidOperation:
            continue
    return None


def _put_day(sheet: Sheet, at: Position, value: str) -> None:
    """Put the day of a date, and tell of a time of day."""
    day, _, clock = value.partition("T")
    sheet.put(*at, day, "day")
    if clock.strip("0:."):
        tell_time(sheet, at, f"{day} {clock}", day)
