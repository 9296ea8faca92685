"""The paragraphs of a Word file, and where each of them stands."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from council_report.intake.documents.package import Relation, parsed, relations
from council_report.intake.documents.wordpackage import WordFile
from council_report.intake.documents.wordparts import chosen
from council_report.intake.edited.pagenumbers import drop_page_numbers
from council_report.model.edited import Part
from council_report.office.tags import MC, NUMBER, W

Cell = tuple[int, int, int]
"""Table, row and column, each from 1."""

ORIGIN = "{urn:council-report}origin"
"""The attribute in which what a paragraph holds carries the paragraph's number."""

BOX = f"{W}txbxContent"
LATER: tuple[tuple[str, Part], ...] = (
    ("header", "header"),
    ("footer", "footer"),
    ("footnotes", "footnote"),
    ("endnotes", "endnote"),
)
"""The parts that follow the main text, by the kind of their relationship."""


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph: where it stands, and its number in that part, counted from 1.

    ``note`` is the id of the footnote or endnote that it belongs to, "" elsewhere.
    """

    element: etree._Element
    part: Part
    number: int
    cell: Cell | None
    note: str


@dataclass(frozen=True, slots=True)
class Tree:
    """A part of the file: its root, its paragraphs by a number that no other has, its links."""

    kind: str
    root: etree._Element
    places: dict[int, Place]
    addresses: dict[str, str]


def trees_of(file: WordFile) -> list[Tree]:
    """The parts of a file that hold paragraphs; each paragraph carries its number.

    What a paragraph holds carries it too, so that it is known again in another paragraph.
    """
    counter = _Counter()
    trees = [_tree(file, counter, file.main, "", "body")]
    for kind, part in LATER:
        trees += [_tree(file, counter, name, kind, part) for name in file.names(kind)]
    return trees


def _tree(file: WordFile, counter: "_Counter", name: str, kind: str, part: Part) -> Tree:
    root = parsed(file.parts[name])
    if part in {"header", "footer"}:
        drop_page_numbers(root)
    for paragraph in root.iter(f"{W}p"):
        paragraph.attrib.pop(NUMBER, "")  # Whoever wrote one there is not us.
    places: dict[int, Place] = {}
    for child in root:
        if child.get(f"{W}type", "normal") == "normal":
            note = child.get(f"{W}id", "") if part in {"footnote", "endnote"} else ""
            # In the main text this is the body; in a header, the paragraph or table itself.
            inside = [child] if part in {"header", "footer"} else child
            for place in counter.places(inside, _At(part, note)):
                places[counter.total] = place
                _mark(place.element, str(counter.total))
    return Tree(kind, root, places, _addresses(relations(file.parts, name)))


def _mark(paragraph: etree._Element, number: str) -> None:
    paragraph.set(NUMBER, number)
    for child in paragraph:
        child.set(ORIGIN, number)


def _addresses(found: dict[str, Relation]) -> dict[str, str]:
    """Where the links of a part lead to, by the id of the relationship."""
    return {
        key: one.target for key, one in found.items() if one.external and one.kind == "hyperlink"
    }


@dataclass(frozen=True, slots=True)
class _At:
    """Where the way through a part has come to."""

    part: Part
    note: str
    table: int = 0
    row: int = 0
    column: int = 0

    @property
    def cell(self) -> Cell | None:
        return (self.table, self.row, self.column) if self.column else None


class _Counter:
    """The way through the parts of one file."""

    def __init__(self) -> None:
        self.total = 0
        self._numbers: dict[Part, int] = {}
        self._tables: dict[Part, int] = {}

    def places(self, elements: etree._Element | list[etree._Element], at: _At) -> Iterator[Place]:
        """The paragraphs in elements, in reading order; a text box follows where it is anchored."""
        for child in elements:
            if child.tag == f"{W}p":
                yield self._place(child, at)
                if next(child.iter(BOX), None) is not None:
                    yield from self.places(child, at)
            elif child.tag == f"{W}tbl":
                self._tables[at.part] = self._tables.get(at.part, 0) + 1
                yield from self._rows(child, replace(at, table=self._tables[at.part]))
            elif child.tag == BOX:
                yield from self.places(child, _At("text box", at.note))
            elif child.tag == f"{MC}AlternateContent":
                branch = chosen(child)
                yield from self.places([] if branch is None else branch, at)
            else:
                yield from self.places(child, at)

    def _place(self, paragraph: etree._Element, at: _At) -> Place:
        self.total += 1
        number = self._numbers[at.part] = self._numbers.get(at.part, 0) + 1
        return Place(paragraph, at.part, number, at.cell, at.note)

    def _rows(self, table: etree._Element, at: _At) -> Iterator[Place]:
        for row_number, row in enumerate(_within(table, f"{W}tr"), 1):
            column = 1
            for cell in _within(row, f"{W}tc"):
                yield from self.places(cell, replace(at, row=row_number, column=column))
                column += _span(cell)


def _within(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table, or the cells of a row, whatever is wrapped around them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in {f"{W}tbl", f"{W}p"}:
            yield from _within(child, tag)


def _span(cell: etree._Element) -> int:
    """How many columns a cell covers."""
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    value = "1" if span is None else span.get(f"{W}val", "1")
    return max(int(value), 1) if value.isdecimal() and len(value) < 4 else 1
