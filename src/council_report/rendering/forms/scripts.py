"""What an Excel form has of its language: fonts, direction, and room for its words."""

import math
import re
from collections.abc import Iterable, Mapping

from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from council_report.model.catalogue import Fonts
from council_report.model.language import RIGHT_TO_LEFT, Language
from council_report.rendering.forms.sheets import NORMAL, width_of

OTHER = re.compile("[\u0590-\u08ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufdff\ufe70-\uffef]")
"""A letter that the fonts for Latin and Cyrillic do not have."""

LINE_HEIGHTS: Mapping[Language, float] = {"ar": 20.0, "zh": 17.0}
LINE_HEIGHT = 14.5
"""The height of a line in points, where its language is not among these."""

FROM_LEFT, FROM_RIGHT = 1, 2
"""What Excel calls the directions of a text."""

MARGIN = 2
"""What a column is wider than a word in it, in characters."""


def set_script(sheet: Worksheet, language: Language, fonts: Fonts) -> None:
    """Write a finished sheet in the font of a language, and from right to left where it is."""
    name = _font(language, fonts)
    for row in sheet.iter_rows():
        for cell in row:
            font, own = cell.font, fonts.latin if _is_latin(cell) else name
            cell.font = Font(name=own, bold=font.b, size=font.sz or NORMAL, color=font.color)
    for column in sheet.column_dimensions.values():
        column.font = Font(name=name, size=NORMAL)
    if language in RIGHT_TO_LEFT:
        _turn_around(sheet)


def line_height(language: Language) -> float:
    """The height of a line, in points: Arabic and Chinese letters need more room."""
    return LINE_HEIGHTS.get(language, LINE_HEIGHT)


def widest(names: Iterable[str]) -> int:
    """The width that a column needs for the longest of all words, in characters."""
    return max(math.ceil(width_of(word)) for name in names for word in name.split()) + MARGIN


def _font(language: Language, fonts: Fonts) -> str:
    own = {"ar": fonts.complex, "zh": fonts.east_asian}
    return own.get(language, fonts.latin)


def _turn_around(sheet: Worksheet) -> None:
    """Let a sheet begin on the right, and its texts but those in Latin letters."""
    sheet.sheet_view.rightToLeft = True
    for row in sheet.iter_rows():
        for cell in row:
            _direct(cell)
    for column in sheet.column_dimensions.values():
        column.alignment = Alignment(wrap_text=True, vertical="top", readingOrder=FROM_RIGHT)


def _direct(cell: Cell | MergedCell) -> None:
    is_latin = _is_latin(cell)
    cell.alignment = Alignment(
        wrap_text=True,
        vertical="top",
        horizontal="right" if is_latin else None,
        readingOrder=FROM_LEFT if is_latin else FROM_RIGHT,
    )


def _is_latin(cell: Cell | MergedCell) -> bool:
    """Whether a cell holds words or figures, and none in Arabic or Chinese letters."""
    return cell.value is not None and not OTHER.search(str(cell.value))
