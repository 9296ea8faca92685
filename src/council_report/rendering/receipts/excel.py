"""A contact's Excel file with each finding as a comment at its cell.

openpyxl would lose what it does not know: the values of formulas, shapes, pivot tables. So the
comments are added to the parts of the file, and everything else stays as it is.
"""

import re
from collections.abc import Iterable, Sequence

from openpyxl.utils import coordinate_to_tuple
from openpyxl.worksheet.cell_range import CellRange

from council_report.model.finding import Finding
from council_report.office.package import normalised
from council_report.office.parts import OFFICE, Parts
from council_report.pages.speech import Speech
from council_report.rendering.receipts.cells import MAIN, comment_cells
from council_report.rendering.receipts.remark import remark

CELL = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}")
FIRST = "A1"


def annotate_excel(data: bytes, findings: Sequence[Finding], speech: Speech) -> bytes:
    """The Excel file with a comment for each finding, and otherwise as it was.

    A comment stands at the cell of the finding's location, or else at the first of the sheet, or
    else at that of the first sheet; what a comment there says already stays. What zipfile and lxml
    raise on a file that they cannot read is passed on; StopIteration if there is no sheet at all.
    """
    parts = Parts(data)
    sheets = _sheets(parts)
    remarks: dict[str, list[tuple[str, str]]] = {}
    for finding in findings:
        place = finding.location
        sheet = sheets.get(place.sheet or "") or next(iter(sheets.values()))
        cell = place.cell if place.cell and CELL.fullmatch(place.cell) else FIRST
        remarks.setdefault(sheet, []).append((cell, remark(finding, speech)))
    for sheet, told in remarks.items():
        said = _by_cell(told, _merged(parts, sheet))
        comment_cells(parts, sheet, said, speech.direction)
    return normalised(parts.saved())


def _sheets(parts: Parts) -> dict[str, str]:
    """The parts of the worksheets by the names of the sheets, in their order."""
    _, workbook = next(parts.related("", "officeDocument"))
    worksheets = dict(parts.related(workbook, "worksheet"))
    named = {
        sheet.get("name", ""): sheet.get(f"{{{OFFICE}}}id", "")
        for sheet in parts.tree(workbook).iter(f"{MAIN}sheet")
    }
    return {name: worksheets[key] for name, key in named.items() if key in worksheets}


def _by_cell(told: Iterable[tuple[str, str]], merged: Sequence[CellRange]) -> dict[str, str]:
    """What is told at each cell; of cells that are merged, at the first, which alone is shown."""
    texts: dict[str, list[str]] = {}
    for cell, text in told:
        row, column = coordinate_to_tuple(cell)
        area = next((one for one in merged if _holds(one, row, column)), None)
        texts.setdefault(area.coord.partition(":")[0] if area else cell, []).append(text)
    return {cell: "\n\n".join(paragraphs) for cell, paragraphs in texts.items()}


def _holds(area: CellRange, row: int, column: int) -> bool:
    return area.min_row <= row <= area.max_row and area.min_col <= column <= area.max_col


def _merged(parts: Parts, sheet: str) -> list[CellRange]:
    """The areas of a worksheet whose cells are merged."""
    areas = parts.tree(sheet).iter(f"{MAIN}mergeCell")
    return [CellRange(area.get("ref", FIRST)) for area in areas]
