"""The sheets of an .ods file, read from its content.xml."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from council_report.intake.tables.beside import tell_aside, tell_comment, tell_link, tell_picture
from council_report.intake.tables.cells import (
    MOST_COLUMNS,
    MOST_ELEMENTS,
    MOST_ROWS,
    Area,
    Position,
    Sheet,
)
from council_report.intake.tables.odfvalues import put_value
from council_report.intake.tables.odfwords import (
    DRAW,
    OFFICE,
    TABLE,
    Styles,
    Words,
    all_words,
    read_styles,
    words_of,
)
from council_report.intake.tables.outcome import Outcome
from council_report.intake.tables.package import Package
from council_report.intake.tables.telling import tell_look, tell_tracked

ROW, COLUMN = f"{TABLE}table-row", f"{TABLE}table-column"
CELLS = {f"{TABLE}table-cell", f"{TABLE}covered-table-cell"}
GROUPS = {
    f"{TABLE}{name}"
    for name in (
        *("table-header-rows", "table-rows", "table-row-group"),
        *("table-header-columns", "table-columns", "table-column-group"),
    )
}
AUTHOR = "{http://purl.org/dc/elements/1.1/}creator"


class Part(NamedTuple):
    """A row or column, how often it repeats, whether it is hidden, and whether by a filter."""

    element: etree._Element
    times: int
    is_hidden: bool
    is_filtered: bool


def read_sheets(data: bytes, outcome: Outcome) -> Iterator[Sheet]:
    """The sheets of a file, in its order.

    Raises zipfile.BadZipFile, KeyError, ValueError or etree.XMLSyntaxError where it is damaged.
    """
    package = Package(data)
    root = package.xml("content.xml")
    styles = read_styles(package, root)
    for tracked in root.iter(f"{TABLE}tracked-changes"):
        sheet = Sheet(outcome.file, None, outcome.record)
        tell_tracked(sheet, " | ".join(all_words(tracked)))
        yield sheet
    for table in root.iterfind(f"{OFFICE}body/{OFFICE}spreadsheet/{TABLE}table"):
        style = table.get(f"{TABLE}style-name", "")
        name, is_hidden = table.get(f"{TABLE}name", ""), style in styles.hidden_sheets
        sheet = Sheet(outcome.file, name, outcome.record, hidden=is_hidden)
        _read_rows(sheet, table, styles)
        sheet.check_size()
        for words in styles.margins.get(style, ()):
            tell_aside(sheet, words)
        for shapes in table.iterfind(f"{TABLE}shapes"):
            _tell_shapes(sheet, shapes)
        yield sheet


def _read_rows(sheet: Sheet, table: etree._Element, styles: Styles) -> None:
    column = 0
    for part in _parts(table, COLUMN):
        column += part.times
        if part.is_hidden:
            first = column - part.times + 1
            sheet.hidden_columns.update(range(first, min(column, 1 << 14) + 1))
    row, seen = 0, 0
    for part in _parts(table, ROW):
        seen += 1 + len(part.element)
        if seen > MOST_ELEMENTS or (part.times > MOST_ROWS and _holds(part.element)):
            sheet.give_up()
            return
        for again in range(part.times if _holds(part.element) else 0):
            if part.is_hidden:
                sheet.hidden_rows.add(row + again + 1)
            if part.is_filtered:
                sheet.filtered_rows.add(row + again + 1)
            if not _read_row(sheet, row + again + 1, part.element, styles):
                sheet.give_up()
                return
        row += part.times


def _parts(parent: etree._Element, tag: str, *, is_hidden: bool = False) -> Iterator[Part]:
    """The rows or columns of a table, those in groups included."""
    for child in parent:
        if child.tag == tag:
            name = tag.removeprefix(f"{TABLE}table-")
            times = int(child.get(f"{TABLE}number-{name}s-repeated", "1"))
            seen = child.get(f"{TABLE}visibility", "visible")
            yield Part(child, times, is_hidden or seen != "visible", seen == "filter")
        elif child.tag in GROUPS:
            hides = child.get(f"{TABLE}display") == "false"
            yield from _parts(child, tag, is_hidden=is_hidden or hides)


def _holds(row: etree._Element) -> bool:
    """Whether any cell of a row holds something."""
    return any(len(cell) or cell.get(f"{TABLE}formula") for cell in row if cell.tag in CELLS)


def _read_row(sheet: Sheet, row: int, element: etree._Element, styles: Styles) -> bool:
    """Read the cells of a row; False if one that holds something is repeated too often."""
    column = 0
    for cell in element:
        if cell.tag not in CELLS:
            continue
        times = int(cell.get(f"{TABLE}number-columns-repeated", "1"))
        if len(cell) or cell.get(f"{TABLE}formula"):
            if times > MOST_COLUMNS or len(sheet.cells) > MOST_ELEMENTS:
                return False
            for again in range(times):
                _read_cell(sheet, (row, column + again + 1), cell, styles)
        column += times
    return True


def _read_cell(sheet: Sheet, at: Position, cell: etree._Element, styles: Styles) -> None:
    words = words_of(cell)
    put_value(sheet, at, cell, words)
    if at in sheet.cells:
        _tell_words(sheet, at, words, cell, styles)
    for note in cell.iterfind(f"{OFFICE}annotation"):
        tell_comment(sheet, at, note.findtext(AUTHOR) or "", words_of(note).text)
    wide = int(cell.get(f"{TABLE}number-columns-spanned", "1"))
    high = int(cell.get(f"{TABLE}number-rows-spanned", "1"))
    if wide > 1 or high > 1:
        sheet.merged.append(Area(*at, at[0] + high - 1, at[1] + wide - 1))
    _tell_shapes(sheet, cell)


def _tell_words(
    sheet: Sheet, at: Position, words: Words, cell: etree._Element, styles: Styles
) -> None:
    looks = [*words.looks, cell.get(f"{TABLE}style-name", "")]
    struck = any(look in styles.struck for look in looks)
    tell_look(sheet, at, has_look=bool(words.looks), is_struck=struck)
    for address in words.links:
        tell_link(sheet, at, address)


def _tell_shapes(sheet: Sheet, parent: etree._Element) -> None:
    """Tell of text boxes and pictures that lie on the sheet."""
    for shape in parent:
        if not str(shape.tag).startswith(DRAW):
            continue
        words = " | ".join(all_words(shape))
        if words:
            tell_aside(sheet, words)
        if any(True for _ in shape.iter(f"{DRAW}image", f"{DRAW}object")):
            tell_picture(sheet)
