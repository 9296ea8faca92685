"""The letters of a run of Word text: what it says, how it looks, where it leads to."""

from typing import NamedTuple

from lxml import etree

from council_report.office.tags import W

Element = etree._Element

OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands for a picture, or for the sign of a note."""

SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    f"{W}softHyphen": "\N{SOFT HYPHEN}",
    f"{W}drawing": OBJECT,
    f"{W}pict": OBJECT,
    f"{W}object": OBJECT,
    f"{W}footnoteReference": OBJECT,
    f"{W}endnoteReference": OBJECT,
}

WORDS = {f"{W}t", f"{W}delText", f"{W}instrText", f"{W}delInstrText"}

NO_LOOK = {f"{W}{name}" for name in ("rPrChange", "ins", "del", "moveFrom", "moveTo")}
"""What stands among the properties of a run, and is not how it looks."""


class Letters(NamedTuple):
    """Letters that look alike: ``look`` are the properties of their run, as XML.

    ``target`` is the address that they lead to, or what stands for a picture: its digest.
    """

    text: str
    look: str = ""
    target: str = ""


def text_of(piece: Element) -> str:
    """The letters of one piece of a run: words, a sign, or one letter for an object."""
    tag = str(piece.tag)
    if tag in WORDS:
        return piece.text or ""
    if tag == f"{W}sym":
        return chr(int(piece.get(f"{W}char", "FFFD"), 16))
    return SIGNS.get(tag, "")


def look_of(run: Element) -> str:
    """How the letters of a run look."""
    return properties(run.find(f"{W}rPr"), NO_LOOK)


def properties(element: Element | None, apart: set[str]) -> str:
    """The properties in an element, as XML that is the same for the same properties."""
    if element is None:
        return ""
    kept = (child for child in element if child.tag not in apart)
    return "".join(etree.tostring(child, method="c14n", exclusive=True).decode() for child in kept)
