"""The paragraphs, list items, headings and tables of a document, out of pandoc's blocks."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, Literal, NamedTuple

from council_report.intake.documents.grid import Cell, Rows, filled
from council_report.intake.documents.pandoc import Node
from council_report.intake.documents.passages import (
    Passage,
    all_words,
    first_line,
    merged,
    passage_of,
)
from council_report.intake.documents.remarks import (
    Remark,
    block_quote,
    code_mark,
    flattened_cell,
    nested_number,
    taken_literally,
    too_deep,
)
from council_report.model.contribution import EntryKind

LEVELS = 2
"""How many levels a list may have."""


class Part(NamedTuple):
    """A piece of a document, in reading order.

    ``rows`` are those of a table, ``level`` that of a heading, counted from 1.
    """

    kind: EntryKind | Literal["heading"]
    passage: Passage = Passage()
    rows: Rows = ()
    level: int = 0

    @property
    def spots(self) -> tuple[int, ...]:
        """The paragraphs or lines it comes from."""
        cells = (spot for row in self.rows for cell in row for spot in cell.spots)
        return tuple(dict.fromkeys((*self.passage.spots, *cells)))


def parts_of(blocks: Iterable[Node]) -> tuple[Part, ...]:
    """The pieces of a document; those without words, rows or remarks are left out."""
    walk = _Walk()
    walk.read(blocks)
    return tuple(walk.parts)


@dataclass(slots=True)
class _Walk:
    """A way through nested blocks; ``spot`` is the line where the present one begins."""

    parts: list[Part] = field(default_factory=list)
    spot: int | None = None

    def read(self, blocks: Iterable[Node], level: int = 0) -> None:
        for node in blocks:
            self._read_block(node, level)

    def _read_block(self, node: Node, level: int) -> None:
        content = node.get("c")
        match node["t"]:
            case "Para" | "Plain":
                self._add("paragraph", content or [])
            case "Header" if content:
                self._enter(content[1])
                self._add("heading", content[2], level=content[0])
            case "BulletList":
                self._read_list(content or [], level + 1, is_numbered=False)
            case "OrderedList" if content:
                self._read_list(content[1], level + 1, is_numbered=True)
            case "Table" if content:
                self._read_table(content, level)
            case "Div" if content:
                self._enter(content[0])
                self.read(content[1], level)
            case "HorizontalRule":
                pass
            case _:
                self._read_rare(node, level)

    def _enter(self, attributes: Any) -> None:
        self.spot = first_line(attributes[2]) or self.spot

    def _add(
        self,
        kind: EntryKind | Literal["heading"],
        inlines: list[Node],
        *remarks: Remark,
        level: int = 0,
    ) -> None:
        passage = passage_of(inlines, self.spot)
        passage = passage._replace(remarks=(*passage.remarks, *remarks))
        if passage.words or passage.remarks:
            self.parts.append(Part(kind, passage, level=level))

    def _read_list(self, items: list[list[Node]], level: int, *, is_numbered: bool) -> None:
        for item in items:
            self._read_item(item, level, is_numbered=is_numbered)

    def _read_item(self, item: list[Node], level: int, *, is_numbered: bool) -> None:
        """The first paragraph of an item is the item; whatever follows stands by itself."""
        first, rest = _opened(item)
        if first is not None:
            kind: EntryKind = "bullet" if level == 1 else "sub-bullet"
            remarks = [too_deep()] if level > LEVELS else []
            if is_numbered and level == 1:
                kind = "numbered"
            elif is_numbered:
                remarks.append(nested_number())
            self._enter(["", [], first[1]])
            self._add(kind, first[0], *remarks)
        self.read(rest, level)

    def _read_table(self, content: list[Any], level: int) -> None:
        attributes, (_, caption), _, head, bodies, foot = content
        self._enter(attributes)
        self.read(caption, level)
        groups = [head[1], *(rows for body in bodies for rows in body[2:4]), foot[1]]
        rows = filled([_cell(raw, self.spot) for raw in row[1]] for rows in groups for row in rows)
        if any(cell.words for row in rows for cell in row):
            self.parts.append(Part("table", rows=rows))

    def _read_rare(self, node: Node, level: int) -> None:
        match node:
            case {"t": "BlockQuote", "c": blocks}:
                start = len(self.parts)
                self.read(blocks, level)
                self._remark(start, block_quote())
            case {"t": "CodeBlock", "c": [attributes, str(words)]}:
                self._enter(attributes)
                remarks = [code_mark(name) for name in attributes[1]]
                self._add("paragraph", [{"t": "Str", "c": words}], *remarks)
            case {"t": "LineBlock", "c": lines}:
                self._add("paragraph", [part for line in lines for part in (*line, SPACE)])
            case {"t": "DefinitionList", "c": items}:
                for term, definitions in items:
                    self._add("paragraph", term)
                    self.read([block for blocks in definitions for block in blocks], level)
            case {"t": "Figure", "c": [_, [_, caption], blocks]}:
                self.read([*blocks, *caption], level)
            case _:
                words = all_words(node)
                self._add("paragraph", [{"t": "Str", "c": words}], taken_literally(words))

    def _remark(self, start: int, remark: Remark) -> None:
        """Add a remark to each part from one on."""
        for index, part in enumerate(self.parts[start:], start):
            passage = part.passage
            passage = passage._replace(remarks=(*passage.remarks, remark))
            self.parts[index] = part._replace(passage=passage)


SPACE: Node = {"t": "Space"}


def _opened(item: list[Node]) -> tuple[tuple[list[Node], Any] | None, list[Node]]:
    """The words of the first paragraph of a list item, with its attributes, and what follows."""
    attributes: Any = []
    while item and item[0]["t"] == "Div":
        (_, _, attributes), inner = item[0]["c"]
        item = [*inner, *item[1:]]
    if item and item[0]["t"] in {"Para", "Plain"}:
        return (item[0]["c"], attributes), item[1:]
    return None, item


def _cell(raw: Any, spot: int | None) -> Cell:
    """A cell with all that stands in it as one line."""
    _, _, down, across, blocks = raw
    walk = _Walk(spot=spot)
    walk.read(blocks)
    pieces = [piece for part in walk.parts for piece in (part.passage, *chain(*part.rows))]
    passage = merged(pieces)
    if len([piece for piece in pieces if piece.words]) > 1:
        passage = passage._replace(remarks=(*passage.remarks, flattened_cell(passage.words)))
    return Cell(passage, down, across)
