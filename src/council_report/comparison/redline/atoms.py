"""A paragraph of a redline taken apart, each letter with the looks that it has in both files."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import groupby
from typing import NamedTuple

from council_report.comparison.redline.letters import WORDS, Element, text_of
from council_report.comparison.redline.looks import Pair, own_look
from council_report.comparison.redline.paragraphs import Targets
from council_report.office.tags import W

SPACE = "{http://www.w3.org/XML/1998/namespace}space"

CHANGES = {f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"}

BOOKMARKS = {f"{W}bookmarkStart", f"{W}bookmarkEnd"}
"""Left out as the engine has them: it lets many end where they begin."""

BETWEEN = {
    f"{W}{name}{end}"
    for name in ("commentRange", "perm", "moveFromRange", "moveToRange")
    for end in ("Start", "End")
} | {f"{W}proofErr"}
"""What stands between runs, and is left where it is."""


class Atom(NamedTuple):
    """What a paragraph is made of: letters that look alike, a sign, or what stands between runs.

    ``change`` is the tracked change around it, empty where there is none.
    """

    change: str
    piece: Element
    looks: Pair

    @property
    def target(self) -> str:
        """Where it leads to."""
        look = self.looks.new or self.looks.old
        return look.target if look else ""

    @property
    def properties(self) -> tuple[str | None, str | None]:
        """Its properties in the old and in the new file."""
        old, new = self.looks
        return old and old.properties, new and new.properties


def is_known(element: Element) -> bool:
    """Whether an element is a run, or holds nothing but runs and what stands between them."""
    if element.tag in CHANGES or element.tag == f"{W}hyperlink":
        return all(map(is_known, element))
    return element.tag == f"{W}r" or element.tag in BETWEEN | BOOKMARKS


def atoms_of(
    content: Iterable[Element],
    looks: Mapping[Element, Sequence[Pair]],
    targets: Targets,
    change: str = "",
) -> Iterator[Atom]:
    """What stands in a paragraph, taken out of its links and tracked changes."""
    for element in content:
        if element.tag == f"{W}r":
            own = own_look(element, targets)
            for piece, pair in _cut(element, looks[element]):
                yield from _settled(piece, pair or Pair(own, own), change)
        elif element.tag in BETWEEN:
            yield Atom(change, element, Pair(None, None))
        elif element.tag not in BOOKMARKS:
            inner = str(element.tag) if element.tag in CHANGES else change
            yield from atoms_of(element, looks, targets, inner)


def _cut(run: Element, pairs: Sequence[Pair]) -> Iterator[tuple[Element, Pair | None]]:
    """The pieces of a run, its words cut where the look changes; None for what is no letter."""
    at = 0
    for piece in run.iterchildren():
        text = text_of(piece)
        if piece.tag in WORDS:
            for pair, group in groupby(pairs[at : at + len(text)]):
                words = deepcopy(piece)
                words.text = text[: len([*group])]
                words.set(SPACE, "preserve")
                text, at = text[len(words.text) :], at + len(words.text)
                yield words, pair
        elif piece.tag != f"{W}rPr":
            yield piece, pairs[at] if text else None
            at += len(text)


def _settled(piece: Element, looks: Pair, change: str) -> Iterator[Atom]:
    """A piece as it is; one that leads elsewhere than before as deleted and inserted again."""
    old, new = looks
    if not change and old and new and old.target != new.target:
        yield Atom(f"{W}del", deepcopy(piece), Pair(old, None))
        yield Atom(f"{W}ins", piece, Pair(None, new))
    else:
        yield Atom(change, piece, looks)
