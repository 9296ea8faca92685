"""The cells of an Excel form: text that stays text, and how a sheet looks and is protected."""

import math
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any
from unicodedata import east_asian_width

from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from council_report.errors import UsageError

LONGEST = 32_767
"""How many UTF-16 units Excel can hold in a cell."""

UNDERSCORE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would take for the beginning of an escaped character."""

LEADING = tuple("=+-@'")
"""Signs that make Excel take what follows for more than text, when the cell is typed anew."""

DATE = "yyyy-mm-dd"
EXACT = 15
"""How many digits of a number Excel keeps."""

PADDING, HIGHEST = 4, 409
"""What a row adds to the height of its lines, and the greatest height of a row, in points."""

NORMAL, NARROW = 11, 1.15
"""The size of the letters that widths are counted in, and how many common ones take its place."""

CHINESE, CYRILLIC = 2.4, 1.2
"""How many common letters of Latin take the place of one of these."""

HEADER = PatternFill("solid", fgColor="1B4F8A")
LOCKED = PatternFill("solid", fgColor="EEF2F7")
LINED = Border(bottom=Side("thin", color="D0D7E2"))
WRAPPED = Alignment(wrap_text=True, vertical="top")


def put(
    sheet: Worksheet,
    row: int,
    column: int,
    value: str,
    *,
    is_date: bool = False,
    locked: bool = False,
) -> None:
    """Write a text into a cell to the letter, whatever it begins with; no text leaves it empty.

    Rows and columns count from 1. Raises UsageError if the text is longer than Excel can hold.
    """
    if len(value.encode("utf-16-le")) > 2 * LONGEST:
        raise UsageError(
            f"“{value[:40]}…” has more characters than Excel can hold in a cell ({LONGEST:,}).",
            "Make the form in Word: --format docx.",
        )
    cell = sheet.cell(row, column)
    if value:
        cell.value = UNDERSCORE.sub("_x005F_", value).replace("\r", "_x000D_")
        cell.data_type = "s"
        cell.quotePrefix = is_date or value.startswith(LEADING)
    _format(cell, is_date=is_date, locked=locked)


def put_number(sheet: Worksheet, row: int, column: int, value: Decimal) -> None:
    """Write a number, as text where Excel would lose a digit of it."""
    written = f"{value:f}"
    if value == value.to_integral_value() and len(written) <= EXACT and "." not in written:
        cell = sheet.cell(row, column, int(value))
        _format(cell)
    else:
        put(sheet, row, column, written)


def put_header(sheet: Worksheet, names: Sequence[str]) -> None:
    """Write the names of the columns into the first row, which stays in sight."""
    for column, name in enumerate(names, 1):
        put(sheet, 1, column, name, locked=True)
        cell = sheet.cell(1, column)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = HEADER
    sheet.print_title_rows = "1:1"


def set_columns(sheet: Worksheet, widths: Mapping[str, int], dates: Sequence[str]) -> None:
    """Set the widths of the columns, and how cells look and are locked that are still empty."""
    for number, (field, width) in enumerate(widths.items(), 1):
        column = sheet.column_dimensions[get_column_letter(number)]
        column.width = width
        column.alignment = WRAPPED
        column.protection = Protection(locked=field == "id")
        if field in dates:
            column.number_format = DATE


def fit_rows(sheet: Worksheet, line_height: float) -> None:
    """Make each row as high as its longest text needs in its column; lines in points."""
    for number, row in enumerate(sheet.iter_rows(), 1):
        lines = max(_lines(cell, sheet, column) for column, cell in enumerate(row, 1))
        height = min(lines * line_height + PADDING, HIGHEST)
        sheet.row_dimensions[number] = FittedRow(sheet, index=number, ht=height)


class FittedRow(RowDimension):
    """A row whose height is fitted anew when its text changes."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 - openpyxl's name, which is that of the file
        """Whether somebody has fixed the height."""
        return False


def _lines(cell: Cell | MergedCell, sheet: Worksheet, column: int) -> float:
    """How many lines a text takes in its column, as far as its length tells."""
    size = (cell.font.size or NORMAL) / NORMAL
    width = sheet.column_dimensions[get_column_letter(column)].width / size * NARROW
    paragraphs = str(cell.value or "").split("\n")
    return sum(size * max(1, math.ceil(width_of(words) / width)) for words in paragraphs)


def width_of(words: str) -> float:
    """How wide words are, in common letters of Latin."""
    return sum(_width(letter) for letter in words)


def _width(letter: str) -> float:
    if east_asian_width(letter) in "WF":
        return CHINESE
    return CYRILLIC if "\u0400" <= letter <= "\u04ff" else 1


def set_page(sheet: Worksheet) -> None:
    """Print a sheet on A4 paper across, as wide as the page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    footer: Any = sheet.oddFooter  # openpyxl's types say that there may be none
    footer.center.text = "&P / &N"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def protect(sheet: Worksheet) -> None:
    """Lock the locked cells of a sheet, without a password, and nothing else."""
    protection = sheet.protection
    protection.sheet = True
    for right in ("formatCells", "formatColumns", "formatRows", "insertRows", "sort"):
        setattr(protection, right, False)  # False is what allows it.


def _format(cell: Cell | MergedCell, *, is_date: bool = False, locked: bool = False) -> None:
    cell.alignment = WRAPPED
    cell.border = LINED
    cell.protection = Protection(locked=locked)
    if is_date:
        cell.number_format = DATE
    if locked:
        cell.fill = LOCKED
