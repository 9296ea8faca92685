"""The blocks of an ODF text rewritten so that what a person reads in it is plain to pandoc."""

from collections.abc import Iterator

from lxml import etree

from council_report.intake.documents.odfinlines import OdfInlines
from council_report.intake.documents.odfpackage import LISTS
from council_report.intake.documents.odfparts import (
    MADE,
    PARAGRAPHS,
    SILENT,
    boxes,
    is_bookmark,
    is_drawn,
    is_hidden,
)
from council_report.intake.documents.odfstyles import OdfStyles
from council_report.intake.documents.odftables import OdfTables, flattened
from council_report.intake.documents.prepared import PLACE
from council_report.office.tags import NUMBER, TABLE, TEXT, XLINK, prefixes

IN_ITEM = {f"{TEXT}p", f"{TEXT}h", f"{TEXT}list"}
"""What pandoc reads in the item of a list."""


class OdfRewriter:
    """The way through the blocks of one ODF text."""

    def __init__(self, styles: OdfStyles, inlines: OdfInlines) -> None:
        self._styles = styles
        self._inlines = inlines
        self._pending: list[str] = []
        self._tables = OdfTables(inlines, self.blocks)
        inlines.note_blocks = self._in_note

    def blocks(self, parent: etree._Element, number: int = 0) -> Iterator[etree._Element]:
        """The blocks of a text, cell, note or text box.

        ``number`` is that of the paragraph a note belongs to; its own paragraphs get no place.
        """
        for child in parent:
            yield from self._block(child, number)

    def _block(self, child: etree._Element, number: int) -> Iterator[etree._Element]:
        if child.tag in PARAGRAPHS:
            yield from self._paragraph(child, number)
        elif child.tag == f"{TEXT}list":
            yield from self._list(child, number, 1, "")
        elif child.tag == f"{TABLE}table":
            yield self._tables.table(child, number)
        elif is_hidden(child):
            self._inlines.leave("hidden", child, number)
        elif child.tag in MADE:
            self._inlines.leave("contents", child, number)
        elif is_drawn(child):
            self._inlines.note_drawn(child, number)
            yield from (block for box in boxes(child) for block in self.blocks(box, number))
        elif is_bookmark(child):
            self._pending.append(child.get(f"{TEXT}name", ""))
        elif str(child.tag).startswith(f"{TEXT}change"):
            self._inlines.pass_change(child)
        elif child.tag not in SILENT:
            yield from self.blocks(child, number)

    def _paragraph(self, paragraph: etree._Element, number: int) -> Iterator[etree._Element]:
        own = paragraph.get(NUMBER, "0")
        here = number or int(own)
        self._inlines.marks.extend((here, name) for name in self._pending)
        self._pending = []
        level = self._styles.level(paragraph)
        new = etree.Element(f"{TEXT}h" if level else f"{TEXT}p", nsmap=prefixes("text", "xlink"))
        if level:
            new.set(f"{TEXT}outline-level", str(level))
        if not number:
            place = etree.SubElement(new, f"{TEXT}a")
            place.set(f"{XLINK}href", PLACE + own)
            place.text = "\N{PILCROW SIGN}"
        found = self._inlines.read(paragraph, new, here)
        yield new
        for box in found:
            yield from self.blocks(box, number)

    def _list(
        self, source: etree._Element, number: int, depth: int, outer: str
    ) -> Iterator[etree._Element]:
        """A list; or its paragraphs alone, where it numbers headings or has no signs."""
        style = source.get(f"{TEXT}style-name", outer)
        numbered = self._styles.is_numbered(style, depth)
        has_headings = next(source.iter(f"{TEXT}h"), None) is not None
        if numbered is None or has_headings:
            for item in source:
                for child in item:
                    yield from self._in_item(child, number, depth, style)
            return
        new = etree.Element(f"{TEXT}list", nsmap=prefixes("text", "xlink"))
        new.set(f"{TEXT}style-name", LISTS[numbered])
        for item in source:
            made = etree.SubElement(new, f"{TEXT}list-item")
            for child in item:
                inside = self._in_item(child, number, depth, style)
                made.extend(flattened(inside, IN_ITEM))
        yield new

    def _in_item(
        self, child: etree._Element, number: int, depth: int, style: str
    ) -> Iterator[etree._Element]:
        if child.tag == f"{TEXT}list":
            return self._list(child, number, depth + 1, style)
        return self._block(child, number)

    def _in_note(self, body: etree._Element, number: int) -> Iterator[etree._Element]:
        return flattened(self.blocks(body, number), {f"{TEXT}p"})
