"""A Word text rewritten so that everything a person reads in it is plain to pandoc."""

from collections.abc import Iterable, Iterator
from copy import deepcopy

from lxml import etree

from council_report.intake.documents.prepared import PLACE
from council_report.intake.documents.wordinlines import WRAPPERS, Inlines
from council_report.intake.documents.wordparts import is_hidden_row
from council_report.intake.documents.wordpieces import Piece, text
from council_report.intake.documents.wordstyles import WordStyles
from council_report.office.tags import MC, NUMBER, R, W, prefixes

CELL = (f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge")
ROW = (f"{W}gridBefore", f"{W}gridAfter", f"{W}tblHeader")
"""What pandoc is told of a cell and of a row."""

BULLETS, NUMBERS = "1", "2"
"""The two lists of every file that we write, by their number."""


class Links:
    """The addresses that a file we write links to, and the ids of their relationships."""

    def __init__(self) -> None:
        self.ids: dict[str, str] = {}

    def element(self, address: str) -> etree._Element:
        """A link to an address, still without words."""
        link = etree.Element(f"{W}hyperlink", nsmap=prefixes("w", "r"))
        link.set(f"{R}id", self.ids.setdefault(address, f"link{len(self.ids)}"))
        return link


class Rewriter:
    """The way through the blocks of one Word file."""

    def __init__(self, styles: WordStyles, inlines: Inlines, links: Links) -> None:
        self._styles = styles
        self._inlines = inlines
        self._links = links
        self._pending: list[str] = []

    def blocks(self, parent: etree._Element, number: int = 0) -> Iterator[etree._Element]:
        """The blocks of a part, cell, note or text box.

        ``number`` is that of the paragraph where it stands, for paragraphs without their own.
        """
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child, number)
            elif child.tag == f"{W}tbl":
                yield self._table(child, number)
            elif child.tag == f"{MC}AlternateContent":
                yield from self.blocks(self._inlines.choose(child, number), number)
            elif child.tag == f"{W}bookmarkStart":
                self._pending.append(child.get(f"{W}name", ""))
            elif child.tag not in WRAPPERS:
                self._inlines.leave("unread", child, number)
            elif child.tag != f"{W}sdt" or self._inlines.is_read(child, number):
                yield from self.blocks(child, number)

    def _paragraph(self, paragraph: etree._Element, number: int) -> Iterator[etree._Element]:
        own = paragraph.get(NUMBER)
        here = int(own or number)
        self._inlines.marks.extend((here, name) for name in self._pending)
        self._pending = []
        pieces, boxes = self._inlines.read(paragraph, here)
        new = etree.Element(f"{W}p", nsmap=prefixes("w", "r"))
        new.append(self._properties(paragraph.find(f"{W}pPr")))
        if own:
            new.append(self._place(own))
        new.extend(self._runs(pieces))
        yield new
        for box in boxes:
            yield from self.blocks(box, here)

    def _place(self, number: str) -> etree._Element:
        place = self._links.element(PLACE + number)
        place.append(_run(Piece(text("\N{PILCROW SIGN}"), None, "")))
        return place

    def _properties(self, properties: etree._Element | None) -> etree._Element:
        """What pandoc is told of a paragraph: that it is a heading, or where in a list it is."""
        level, item = self._styles.level(properties), self._styles.item(properties)
        new = etree.Element(f"{W}pPr")
        if level:
            etree.SubElement(new, f"{W}pStyle").set(f"{W}val", f"Heading{level}")
        elif item:
            listed = etree.SubElement(new, f"{W}numPr")
            etree.SubElement(listed, f"{W}ilvl").set(f"{W}val", str(item.depth))
            kind = NUMBERS if item.ordered else BULLETS
            etree.SubElement(listed, f"{W}numId").set(f"{W}val", kind)
        return new

    def _runs(self, pieces: Iterable[Piece]) -> Iterator[etree._Element]:
        """The runs that pieces make, neighbours with the same address in one link."""
        link: etree._Element | None = None
        address = ""
        for piece in pieces:
            if not piece.address:
                yield _run(piece)
            elif link is None or piece.address != address:
                link = self._links.element(_safe(piece.address))
                link.append(_run(piece))
                yield link
            else:
                link.append(_run(piece))
            address = piece.address

    def _table(self, table: etree._Element, number: int) -> etree._Element:
        new = etree.Element(f"{W}tbl", nsmap=prefixes("w", "r"))
        new.append(_selected(table.find(f"{W}tblPr"), f"{W}tblPr", (f"{W}tblLook",)))
        grid = table.find(f"{W}tblGrid")
        new.append(_selected(grid, f"{W}tblGrid", (f"{W}gridCol",)))
        for row in self._within(table, f"{W}tr", number):
            if is_hidden_row(row):
                self._inlines.leave("hidden", row, number)
            else:
                new.append(self._row(row, number))
        return new

    def _row(self, row: etree._Element, number: int) -> etree._Element:
        new = etree.Element(f"{W}tr")
        new.append(_selected(row.find(f"{W}trPr"), f"{W}trPr", ROW))
        for cell in self._within(row, f"{W}tc", number):
            made = etree.SubElement(new, f"{W}tc")
            made.append(_selected(cell.find(f"{W}tcPr"), f"{W}tcPr", CELL))
            made.extend(self.blocks(cell, number))
        return new

    def _within(self, parent: etree._Element, tag: str, number: int) -> Iterator[etree._Element]:
        """The rows of a table, or the cells of a row, whatever is wrapped around them."""
        for child in parent:
            if child.tag == tag:
                yield child
            elif child.tag == f"{MC}AlternateContent":
                yield from self._within(self._inlines.choose(child, number), tag, number)
            elif child.tag in WRAPPERS:
                if child.tag == f"{W}sdt" and not self._inlines.is_read(child, number):
                    _empty(child)
                yield from self._within(child, tag, number)


def _empty(wrapper: etree._Element) -> None:
    """Take the words out of cells that must stay, so that those after them keep their columns."""
    for run in [*wrapper.iter(f"{W}r")]:
        paragraph = run.getparent()
        if paragraph is not None:
            paragraph.remove(run)


def _run(piece: Piece) -> etree._Element:
    run = etree.Element(f"{W}r", nsmap=prefixes("w"))
    if piece.look is not None:
        run.append(deepcopy(piece.look))
    run.append(piece.content)
    return run


def _safe(address: str) -> str:
    """An address of the contributor's, which must not pass for the place of a paragraph."""
    return f"#{address}" if address.startswith(PLACE) else address


def _selected(source: etree._Element | None, tag: str, names: tuple[str, ...]) -> etree._Element:
    """A new element with copies of those children that pandoc is told of."""
    new = etree.Element(tag)
    new.extend([] if source is None else [deepcopy(one) for one in source if one.tag in names])
    return new
