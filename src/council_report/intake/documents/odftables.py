"""The tables of an ODF text, in the plain form that pandoc reads whole."""

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy

from lxml import etree

from council_report.intake.documents.odfinlines import OdfInlines
from council_report.intake.documents.odfparts import PARAGRAPHS, is_hidden, number_in, words_within
from council_report.office.tags import NUMBER, TABLE, TEXT, prefixes

SPANS = (f"{TABLE}number-columns-spanned", f"{TABLE}number-rows-spanned")
ROWS = {f"{TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group")}
MOST_COLUMNS = 200


class OdfTables:
    """What makes the tables of one ODF text; ``blocks`` makes those of a cell."""

    def __init__(
        self,
        inlines: OdfInlines,
        blocks: Callable[[etree._Element, int], Iterator[etree._Element]],
    ) -> None:
        self._inlines = inlines
        self._blocks = blocks

    def table(self, table: etree._Element, number: int) -> etree._Element:
        """A table, its header rows apart; every row has all its cells, and none covers others.

        pandoc loses rows in groups, and the columns beyond those it counts where cells are merged.
        """
        new = etree.Element(f"{TABLE}table", nsmap=prefixes("table", "text"))
        header = etree.Element(f"{TABLE}table-header-rows")
        sources = [*self._rows(table, number)]
        rows = [self._row(row, number) for row in sources]
        width = max((len(row) for row in rows), default=0)
        new.extend(etree.Element(f"{TABLE}table-column") for _ in range(width))
        for made, source in zip(rows, sources, strict=True):
            (header if _parent_tag(source) == header.tag else new).append(made)
        if len(header):
            new.insert(width, header)
        return new

    def _rows(self, table: etree._Element, number: int) -> Iterator[etree._Element]:
        for child in table:
            if is_hidden(child):
                self._inlines.leave("hidden", child, number)
            elif child.tag == f"{TABLE}table-row":
                yield child
            elif child.tag in ROWS:
                yield from self._rows(child, number)

    def _row(self, row: etree._Element, number: int) -> etree._Element:
        new = etree.Element(f"{TABLE}table-row")
        for cell in row.iterfind(f"{TABLE}*"):
            made = etree.SubElement(new, f"{TABLE}table-cell")
            made.extend(self._in_cell(cell, number))
            if any(cell.get(span, "1") != "1" for span in SPANS):
                at = next((int(one.get(NUMBER, number)) for one in cell.iter(*PARAGRAPHS)), number)
                self._inlines.leftovers.add("merged", at, words_within(cell))
            repeated = number_in(cell, f"{TABLE}number-columns-repeated", 1)
            more = min(repeated, MOST_COLUMNS) - 1
            new.extend(deepcopy(made) for _ in range(more))
        return new

    def _in_cell(self, cell: etree._Element, number: int) -> Iterator[etree._Element]:
        for table in cell.iterfind(f"{TABLE}table"):
            at = next((int(one.get(NUMBER, number)) for one in table.iter(*PARAGRAPHS)), number)
            self._inlines.leftovers.add("nested", at, words_within(table))
        return flattened(self._blocks(cell, number), {f"{TEXT}p", f"{TEXT}list"})


def flattened(blocks: Iterable[etree._Element], kept: set[str]) -> Iterator[etree._Element]:
    """The blocks where pandoc reads only some kinds: of the others, their paragraphs."""
    for block in blocks:
        if block.tag in kept:
            yield block
        elif block.tag == f"{TEXT}h":
            block.tag = f"{TEXT}p"
            del block.attrib[f"{TEXT}outline-level"]
            yield block
        else:
            yield from flattened(list(block), kept)


def _parent_tag(element: etree._Element) -> str:
    parent = element.getparent()
    return "" if parent is None else str(parent.tag)
