"""The paragraphs of a part of a Word file, as they are compared."""

import hashlib
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from council_report.comparison.redline.letters import Element, Letters, look_of, properties, text_of
from council_report.office.parts import Parts
from council_report.office.tags import DRAWING, R, W

NO_SHAPE = {f"{W}rPr", f"{W}pPrChange", f"{W}sectPr"}
"""What stands among the properties of a paragraph, and is not how it looks."""

Targets = Mapping[str, str]
"""What the relationships of a part lead to, by their ids: addresses, and digests of pictures."""


class Paragraph(NamedTuple):
    """A paragraph as it is compared.

    ``place`` is empty outside of tables; in one it is the numbers of table, row and cell.
    ``pieces`` are its letters with how they look and where they lead to; ``shape`` are the
    properties of the paragraph, as XML; ``marks`` are where bookmarks begin (their name) and end
    (no name) in it, each with the number of letters before it.
    """

    place: tuple[int, ...]
    shape: str
    pieces: tuple[Letters, ...]
    marks: tuple[tuple[str, int], ...] = ()

    @property
    def words(self) -> str:
        """What it says."""
        return "".join(piece.text for piece in self.pieces)


def paragraphs(root: Element, targets: Targets) -> Iterator[Paragraph]:
    """The paragraphs below an element, in order; nothing may be tracked in it any more."""
    for element, place in _places(root, ()):
        pieces, marks = _read(element, targets)
        shape = properties(element.find(f"{W}pPr"), NO_SHAPE)
        yield Paragraph(place, shape, pieces, marks)


def targets_of(parts: Parts, part: str) -> Targets:
    """What the relationships of a part lead to."""
    pictures = {
        key: hashlib.sha256(parts.data(name)).hexdigest()
        for key, name in parts.related(part, "image")
    }
    return {**parts.targets(part), **pictures}


def _places(box: Element, place: tuple[int, ...]) -> Iterator[tuple[Element, tuple[int, ...]]]:
    """Each paragraph with its place; what is only wrapped in something stands where that does."""
    tables = 0
    for element in _unwrapped(box):
        if element.tag == f"{W}p":
            yield element, place
            continue
        tables += 1
        for row, one in enumerate(_unwrapped(element, f"{W}tr"), 1):
            for cell, inner in enumerate(_unwrapped(one, f"{W}tc"), 1):
                yield from _places(inner, (*place, tables, row, cell))


def _unwrapped(box: Element, *wanted: str) -> Iterator[Element]:
    """The paragraphs and tables in an element, or what else is wanted, through any wrapping."""
    wanted = wanted or (f"{W}p", f"{W}tbl")
    for child in box.iterchildren(f"{W}*"):
        if child.tag in wanted:
            yield child
        else:
            yield from _unwrapped(child, *wanted)


def _read(
    paragraph: Element, targets: Targets
) -> tuple[tuple[Letters, ...], tuple[tuple[str, int], ...]]:
    """The letters of a paragraph, and the bookmarks in it."""
    found: list[Letters] = []
    marks: list[tuple[str, int]] = []
    for element in paragraph.iter(f"{W}r", f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        if element.tag != f"{W}r":
            marks.append((element.get(f"{W}name", ""), sum(len(one.text) for one in found)))
            continue
        look, link = look_of(element), link_of(element, targets)
        found += (
            Letters(text, look, link or _picture(piece, targets))
            for piece in element
            if (text := text_of(piece))
        )
    return _joined(found), tuple(marks)


def _joined(found: list[Letters]) -> tuple[Letters, ...]:
    """Letters of the same look and target as one piece, however they are cut into runs."""
    groups = groupby(found, key=lambda one: one[1:])
    return tuple(Letters("".join(one.text for one in group), *kind) for kind, group in groups)


def link_of(run: Element, targets: Targets) -> str:
    """Where a run leads to: an address, after a new line the name of a bookmark, or nothing."""
    link = next(run.iterancestors(f"{W}hyperlink"), None)
    if link is None:
        return ""
    anchor = link.get(f"{W}anchor")
    return targets.get(link.get(f"{R}id", ""), "") + (f"\n{anchor}" if anchor else "")


def _picture(piece: Element, targets: Targets) -> str:
    """What stands for the pictures in a piece: their digests."""
    shown = piece.iter(f"{DRAWING}blip")
    return " ".join(targets.get(one.get(f"{R}embed", ""), "") for one in shown)
