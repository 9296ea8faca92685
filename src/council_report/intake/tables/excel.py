"""The sheets of an .xlsx file, each part of it read once.

openpyxl would have to read a workbook twice, for the formulas and for their values, and leaves out
escapes, text boxes and what stands in a header; so that the tests can compare us with it, we read
the XML ourselves.
"""

from collections.abc import Iterator
from typing import cast

from lxml import etree

from council_report.intake.tables.beside import MARGINS, read_beside
from council_report.intake.tables.cells import (
    MOST_ELEMENTS,
    Sheet,
    area,
    position,
)
from council_report.intake.tables.excelshared import MAIN, Workbook, read_looks, read_strings
from council_report.intake.tables.excelvalues import read_cell
from council_report.intake.tables.outcome import Outcome
from council_report.intake.tables.package import Package

RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
ROW, CELL, COLUMNS, DEFAULTS = (f"{MAIN}{name}" for name in ("row", "c", "cols", "sheetFormatPr"))
MERGED, LINK = f"{MAIN}mergeCell", f"{MAIN}hyperlink"
FILTER, CRITERION = f"{MAIN}autoFilter", f"{MAIN}filterColumn"
LAST_COLUMN = 16_384
PIECE = 1 << 16
"""How many bytes of a sheet are parsed before its rows are read and forgotten."""


def read_sheets(data: bytes, outcome: Outcome) -> Iterator[Sheet]:
    """The sheets of a workbook, in its order, charts left out.

    Raises zipfile.BadZipFile, KeyError, ValueError or etree.XMLSyntaxError where it is damaged.
    """
    package = Package(data)
    main = next(one.target for one in package.relations("") if one.kind == "officeDocument")
    root, relations = package.xml(main), package.relations(main)
    parts = {one.kind: one.target for one in relations}
    properties = root.find(f"{MAIN}workbookPr")
    book = Workbook(
        strings=read_strings(package, parts.get("sharedStrings")),
        looks=read_looks(package, parts.get("styles")),
        from_1904=properties is not None and properties.get("date1904") in {"1", "true"},
    )
    targets = {one.id: one for one in relations}
    elements = root.findall(f"{MAIN}sheets/{MAIN}sheet")
    if not elements:
        raise ValueError("a workbook has at least one sheet")
    for element in elements:
        relation = targets[element.get(RELATION_ID, "")]
        is_hidden = element.get("state", "visible") != "visible"
        sheet = Sheet(outcome.file, element.get("name", ""), outcome.record, hidden=is_hidden)
        beside: list[etree._Element] = []
        if relation.kind == "worksheet":
            beside = _read_sheet(sheet, package.read(relation.target), book)
            _note_tables(sheet, package, relation.target)
        read_beside(sheet, package, relation.target, beside)
        yield sheet


def _read_sheet(sheet: Sheet, data: bytes, book: Workbook) -> list[etree._Element]:
    """Go once through the XML of a sheet, row by row; the links and margins are given back."""
    beside: list[etree._Element] = []
    row, seen, rows_hidden = 0, 0, False
    for element in _elements(data, (ROW, COLUMNS, DEFAULTS, MERGED, FILTER, LINK, *MARGINS)):
        if element.tag == DEFAULTS:
            rows_hidden = _is_on(element, "zeroHeight")
        elif element.tag == COLUMNS:
            sheet.hidden_columns.update(_hidden_columns(element))
        elif element.tag == MERGED:
            sheet.merged.append(area(element.get("ref", "")))
        elif element.tag == FILTER:
            _note_filter(sheet, element)
        elif element.tag != ROW:
            beside.append(element)
        else:
            row = int(element.get("r") or row + 1)
            if _is_on(element, "hidden", otherwise=rows_hidden) or element.get("ht") == "0":
                sheet.hidden_rows.add(row)
            seen += 1 + _read_row(sheet, row, element, book)
            if seen > MOST_ELEMENTS:
                sheet.give_up()
                return beside
    sheet.check_size()
    return beside


def _note_tables(sheet: Sheet, package: Package, part: str) -> None:
    """Note the filters of the areas that Excel calls tables."""
    for one in package.relations(part):
        if one.kind == "table" and package.holds(one.target):
            for element in package.xml(one.target).iter(FILTER):
                _note_filter(sheet, element)


def _note_filter(sheet: Sheet, element: etree._Element) -> None:
    """Note which hidden rows a filter hides, if it is on."""
    if element.find(CRITERION) is not None:
        reach = area(element.get("ref", ""))
        hidden = (row for row in sheet.hidden_rows if reach.top < row <= reach.bottom)
        sheet.filtered_rows.update(hidden)


def _elements(data: bytes, tags: tuple[str, ...]) -> Iterator[etree._Element]:
    """The elements of these names as they end; rows are forgotten once they are read."""
    # The iterparse of lxml minds every xml:id, whatever it is told.
    puller = etree.XMLPullParser(
        ("end",),
        tag=tags,
        resolve_entities=False,
        no_network=True,
        collect_ids=False,
        huge_tree=False,
    )
    for start in range(0, len(data), PIECE):
        puller.feed(data[start : start + PIECE])
        for _, found in puller.read_events():
            element = cast(etree._Element, found)  # The stubs think of namespaces too.
            yield element
            parent = element.getparent()
            if element.tag == ROW and parent is not None:
                parent.remove(element)
    puller.close()


def _is_on(element: etree._Element, name: str, *, otherwise: bool = False) -> bool:
    given = element.get(name)
    return otherwise if given is None else given in {"1", "true"}


def _hidden_columns(element: etree._Element) -> Iterator[int]:
    for column in element.iterfind(f"{MAIN}col"):
        if _is_on(column, "hidden") or column.get("width") == "0":
            first, last = int(column.get("min", "1")), int(column.get("max", "1"))
            yield from range(first, min(last, LAST_COLUMN) + 1)


def _read_row(sheet: Sheet, row: int, element: etree._Element, book: Workbook) -> int:
    """Read the cells of a row; says how many there are."""
    column = 0
    for cell in element.iterfind(CELL):
        _, given = position(cell.get("r", ""))
        column = given or column + 1
        if len(cell):
            read_cell(sheet, (row, column), cell, book)
    return len(element)
