"""What is told of single cells of a table."""

from decimal import Decimal

from council_report.intake.notes import UNPRINTABLE
from council_report.intake.tables.cells import Position, Sheet
from council_report.model.location import shortened
from council_report.model.message import Message


def tell_formula(sheet: Sheet, at: Position, formula: str, value: str | None) -> None:
    """A formula, whose value is taken, or is not in the file."""
    words = f"={formula}" if formula else "="
    if value is not None:
        message = Message(
            "the cell holds a formula, “{formula}”; its value “{value}” is read",
            formula=shortened(words),
            value=shortened(value),
        )
        remedy = Message("Write the value itself if it should not change.")
        sheet.tell("formula-value", "note", at, message, remedy)
        return
    message = Message("the formula “{formula}” has no value in the file", formula=words)
    remedy = Message("Open the file in Excel and save it again, or write the value itself.")
    sheet.tell("formula-without-value", "error", at, message, remedy, words)


def tell_error_cell(sheet: Sheet, at: Position, value: str) -> None:
    """A cell that shows an error such as ``#REF!`` in place of a value."""
    message = Message("the cell shows an error, “{value}”, and no value", value=value)
    remedy = Message("Correct the formula, or write the value itself.")
    sheet.tell("cell-error", "error", at, message, remedy, value)


def tell_impossible_date(sheet: Sheet, at: Position, serial: str) -> None:
    """A date cell with a number that stands for no day."""
    message = Message("the cell is a date, but its number {serial} is no day", serial=serial)
    remedy = Message("Write the day like 2025-12-02.")
    sheet.tell("date-impossible", "error", at, message, remedy)


def tell_time(sheet: Sheet, at: Position, moment: str, day: str) -> None:
    """A date cell with a time of day, which no entry has room for."""
    message = Message(
        "the cell holds “{moment}”; only the day {day} is read", moment=moment, day=day
    )
    remedy = Message("Write the time in the text if it matters.")
    sheet.tell("time-left-out", "warning", at, message, remedy, moment)


def tell_number_look(
    sheet: Sheet, at: Position, number: Decimal, code: str, *, is_percent: bool
) -> None:
    """A number that looks otherwise in its cell than it is read."""
    if is_percent:
        message = Message(
            "the cell shows {shown} % but holds {number}",
            shown=f"{(number * 100).normalize():f}",
            number=f"{number:f}",
        )
        remedy = Message(
            "Give the cell the format “General” or “Text”, and write the number as it should be"
            " printed."
        )
        sheet.tell("number-percent", "error", at, message, remedy)
        return
    message = Message(
        "the number is read as {number}, without its look in the cell (“{code}”)",
        number=f"{number:f}",
        code=code,
    )
    remedy = Message("If the look matters, give the cell the format “Text” and write it out.")
    sheet.tell("number-look", "warning", at, message, remedy)


def tell_look(sheet: Sheet, at: Position, *, has_look: bool, is_struck: bool) -> None:
    """Words in a cell that are bold, coloured, or struck out."""
    if is_struck:
        message = Message("struck words of the cell are read as ordinary text")
        remedy = Message("Delete the words that should not be in the report.")
        sheet.tell("look-simplified", "warning", at, message, remedy)
    elif has_look:
        message = Message("bold, italic and other looks of words in the cell are left out")
        remedy = Message("Write **bold** or *italic* with asterisks if they should be printed.")
        sheet.tell("look-simplified", "note", at, message, remedy)


def tell_reading(sheet: Sheet, at: Position, words: str) -> None:
    """A reading aid above Chinese or Japanese words."""
    message = Message("the reading aid “{words}” is not part of the text", words=words)
    remedy = Message("Write it into the text if it should be printed.")
    sheet.tell("text-aside", "note", at, message, remedy, words)


def tell_too_long(sheet: Sheet, at: Position, length: int, most: int) -> None:
    """A cell that is full, so that its end may be cut, or holds more than Excel will keep."""
    remedy = Message("Divide the text into several rows.")
    if length > most:
        message = Message(
            "the cell holds {length} characters; Excel keeps only {most}", length=length, most=most
        )
        sheet.tell("cell-too-long", "error", at, message, remedy)
    else:
        message = Message(
            "the cell is full, with {most} characters: the end of the text may be missing",
            most=most,
        )
        sheet.tell("cell-too-long", "warning", at, message, remedy)


def tell_forbidden(sheet: Sheet) -> None:
    """Characters of any cell that cannot be printed, each character once in a cell."""
    for at, cell in sheet.cells.items():
        for character in dict.fromkeys(UNPRINTABLE.findall(cell.text)):
            message = Message(
                "the character U+{code} cannot be printed, or changes unseen how the text looks",
                code=f"{ord(character):04X}",
            )
            remedy = Message("Delete the character, or write the text of the cell anew.")
            sheet.tell("character-forbidden", "error", at, message, remedy)


def tell_merged(sheet: Sheet, at: Position, words: str) -> None:
    """A cell of the table that stands for several."""
    message = Message(
        "the cell is merged with its neighbours; “{words}” is read in the first one only",
        words=shortened(words),
    )
    remedy = Message("Unmerge the cells, and write the words in each of them.")
    sheet.tell("cells-merged", "error", at, message, remedy)


def tell_tracked(sheet: Sheet, words: str) -> None:
    """Changes that the file still tracks, so that it can be read in two ways."""
    message = Message("the file tracks changes to its cells: “{words}”", words=words)
    remedy = Message("Accept or reject all changes, end the tracking, and save the file.")
    sheet.tell("tracked-changes", "error", (0, 0), message, remedy, words)
