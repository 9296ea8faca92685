"""The paragraphs of a draft's Word file: what each says, and what it is."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from council_report.model.document import Block, Document
from council_report.model.edited import EditedCopy, EditedParagraph, Part
from council_report.model.location import Location
from council_report.model.session import Key
from council_report.model.spacing import tidied
from council_report.model.text import Run, Text, plain

TEMPLATE = "template"
"""What words are that the Word template holds itself."""


class Spot(NamedTuple):
    """A paragraph of the draft's Word file.

    ``number`` is its place among them, ``part`` that of ``Printed``, ``source`` where a person
    changes it, None where that is the Word template. ``cell`` is row and column in the table of
    its entry, from 1. ``style`` is the name of its paragraph style, where that is known, ``mark``
    the bookmark around the text of an entry. ``read`` is its text as it is read in the Word file,
    where the template may give it another look.
    """

    number: int
    home: Part
    text: Text
    part: str
    source: Location | None = None
    block: Block | None = None
    cell: tuple[int, int] | None = None
    style: str = ""
    mark: str | None = None
    read: Text | None = None

    @property
    def words(self) -> str:
        """What it says."""
        return words_of(self.text)

    @property
    def entry(self) -> Key | None:
        """The entry that it is a text or cell of, if it is."""
        is_entry = self.block is not None and self.part in (self.block.kind, "cell")
        return self.block.entry if self.block and is_entry else None


def words_of(text: Text | None) -> str:
    """The words of a paragraph, on one line; none where there is no paragraph."""
    return plain(tidied(text)) if text else ""


def spots_of(document: Document, original: EditedCopy) -> tuple[Spot, ...]:
    """The paragraphs of a draft, in order; empty ones are left out.

    ``original`` is the draft's own Word file, as it was read; where that cannot be had it is
    without paragraphs, and nothing is known of what the template printed.
    """
    lines = [line for line in _lines(document) if line.words]
    printed = [one for one in original.paragraphs if words_of(one.before)]
    if not printed:
        return _numbered(lines)
    body = [one for one in printed if one.part == "body"]
    pairs = dict(in_order([line.words for line in lines], [words_of(one.before) for one in body]))
    found = {place: lines[number] for number, place in pairs.items()}
    spots = [
        _known(found[place], one) if place in found else _fixed(one)
        for place, one in enumerate(body)
    ]
    others = [one for one in printed if one.part != "body"]
    return _numbered([*spots, *(_fixed(one) for one in others)])


def in_order(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The places of texts that are the same in two lists, as many as keep their order."""
    numbers = {text: number for number, text in enumerate(dict.fromkeys((*old, *new)))}
    steps = LCSseq.opcodes([numbers[text] for text in old], [numbers[text] for text in new])
    for step in steps:
        if step.tag == "equal":
            yield from zip(
                range(step.src_start, step.src_end),
                range(step.dest_start, step.dest_end),
                strict=True,
            )


def _lines(document: Document) -> Iterator[Spot]:
    cells: Iterator[tuple[tuple[int, int], Text]] = iter(())
    marks = document.marks()
    for line in document.lines():
        spot = Spot(0, "body", (Run(line.text),), line.part, line.source, line.block)
        if line.part == "cell":
            cell, text = next(cells)
            spot = spot._replace(text=text, cell=cell)
        elif line.block and line.part == line.block.kind:
            cells = _cells(line.block)
            spot = spot._replace(text=line.block.text, mark=next(marks))
        yield spot


def _cells(block: Block) -> Iterator[tuple[tuple[int, int], Text]]:
    for row, cells in enumerate(block.rows, 1):
        for column, text in enumerate(cells, 1):
            yield (row, column), text


def _known(line: Spot, printed: EditedParagraph) -> Spot:
    return line._replace(style=printed.style, read=printed.before)


def _fixed(printed: EditedParagraph) -> Spot:
    return Spot(0, printed.part, printed.before or (), TEMPLATE, style=printed.style)


def _numbered(spots: Sequence[Spot]) -> tuple[Spot, ...]:
    return tuple(spot._replace(number=number) for number, spot in enumerate(spots))
