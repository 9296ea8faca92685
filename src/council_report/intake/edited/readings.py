"""What the paragraphs of a file say once tracked changes are accepted or rejected."""

from collections.abc import Callable, Container
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from council_report.intake.documents.leftovers import Leftovers
from council_report.intake.documents.wordinlines import Inlines
from council_report.intake.documents.wordparts import WRITTEN
from council_report.intake.documents.wordpieces import Piece
from council_report.intake.documents.wordstyles import WordStyles
from council_report.intake.edited.looks import Looks
from council_report.intake.edited.places import ORIGIN, Place, Tree
from council_report.model.text import Text
from council_report.office.tags import NUMBER, W
from council_report.office.tracked import GONE, loses_mark

Settle = Callable[[etree._Element], None]
"""Makes the tracked changes in the tree of a part such that all can be accepted, and does that."""


class Reading(NamedTuple):
    """The texts of the paragraphs that are there, by number, and the pieces they are made of."""

    texts: dict[int, Text]
    pieces: dict[int, list[Piece]]
    leftovers: Leftovers


def read_as(
    trees: list[Tree],
    settle: Settle,
    styles: WordStyles,
    looks: Looks,
    known: Container[int] = (),
) -> Reading:
    """The paragraphs of a file as they are with its tracked changes settled.

    Where several run on in one, that one is known by the number of the one that gave it most, and
    that was there before if any of them was: ``known`` are the numbers of those.
    """
    inlines = Inlines(styles)
    reading = Reading({}, {}, inlines.leftovers)
    for tree in trees:
        root = deepcopy(tree.root)
        settle(root)
        for instruction in root.iter(f"{W}delInstrText"):
            instruction.tag = f"{W}instrText"
        inlines.enter(root, tree.addresses)
        noted = {(kind, key) for _, kind, key in inlines.notes}
        for paragraph in root.iter(f"{W}p"):
            own = int(paragraph.get(NUMBER, "0"))
            if own in tree.places:
                number = _owner(paragraph, own, known)
                pieces, _ = inlines.read(paragraph, number)
                place = tree.places[number]
                if _is_there(paragraph, pieces) and _is_noted(tree, place, noted):
                    reading.pieces[number] = pieces
                    reading.texts[number] = looks.text(pieces, place.element.find(f"{W}pPr"))
    return reading


def _is_there(paragraph: etree._Element, pieces: list[Piece]) -> bool:
    """Whether anything is left of a paragraph: its words, or else its end."""
    return bool(pieces) or not loses_mark(paragraph, GONE["after"])


def _is_noted(tree: Tree, place: Place, noted: set[tuple[str, str]]) -> bool:
    """Whether the text refers to the note that a paragraph is part of, if it is part of one."""
    return not place.note or (tree.kind, place.note) in noted


def _owner(paragraph: etree._Element, own: int, known: Container[int]) -> int:
    """The number of the paragraph that one is known by, into which others may have run on."""
    given = {own: 0}
    for child in paragraph:
        number = int(child.get(ORIGIN, str(own)))
        given[number] = given.get(number, 0) + _length(child)
    if len(given) == 1:
        return own

    def rank(number: int) -> tuple[bool, bool, int, bool]:
        return given[number] > 0, number in known, given[number], number == own

    return max(given, key=rank)


def _length(element: etree._Element) -> int:
    """How many letters an element holds, those in text boxes aside."""
    box = next(element.iter(f"{W}txbxContent"), None)
    return 0 if box is not None else sum(len(one.text or "") for one in element.iter(*WRITTEN))
