"""The pieces that a paragraph of a Word file is told in: their look, words and text boxes."""

from collections.abc import Iterator
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from council_report.intake.documents.wordparts import chosen
from council_report.intake.documents.wordstyles import WordStyles, switch
from council_report.office.tags import MC, WP, V, W

LOOKS = {f"{W}{name}" for name in ("b", "i", "strike", "dstrike", "smallCaps", "vertAlign", "u")}
COMPLEX = {f"{W}bCs": f"{W}b", f"{W}iCs": f"{W}i"}
"""What bold and italics are called for letters such as those of Arabic, and for all others."""

LINK_STYLES = {"hyperlink", "followedhyperlink", "internet link"}


class Piece(NamedTuple):
    """One element of a run, with the properties of the run and the address it links to, or ""."""

    content: etree._Element
    look: etree._Element | None
    address: str


def look_of(properties: etree._Element | None, styles: WordStyles) -> etree._Element | None:
    """What pandoc is told of the look of a run."""
    is_complex = switch(properties, "rtl") or switch(properties, "cs")
    new = etree.Element(f"{W}rPr")
    for one in () if properties is None else properties:
        style = one.get(f"{W}val", "") if one.tag == f"{W}rStyle" else ""
        is_link = styles.named(style).name.lower() in LINK_STYLES
        if one.tag in LOOKS or (style and not is_link):
            new.append(deepcopy(one))
        elif is_complex and one.tag in COMPLEX:
            for other in new.findall(COMPLEX[str(one.tag)]):
                new.remove(other)
            known = deepcopy(one)
            known.tag = COMPLEX[str(one.tag)]
            new.append(known)
    return new if len(new) else None


def alternative(element: etree._Element) -> str:
    """The words that stand for a picture, if this element carries them."""
    named = element.get("descr", "") if element.tag == f"{WP}docPr" else ""
    return named or (element.get("alt", "") if element.tag == f"{V}shape" else "")


def boxes(drawn: etree._Element | None) -> Iterator[etree._Element]:
    """The contents of the outermost text boxes, each once however often it is drawn."""
    for child in () if drawn is None else drawn:
        if child.tag == f"{W}txbxContent":
            yield child
        elif child.tag == f"{MC}AlternateContent":
            yield from boxes(chosen(child))
        else:
            yield from boxes(child)


def contents(words: str) -> Iterator[etree._Element]:
    """The elements of a run that say these words."""
    for line_number, line in enumerate(words.split("\n")):
        if line_number:
            yield etree.Element(f"{W}br")
        for stop, stretch in enumerate(line.split("\t")):
            if stop:
                yield etree.Element(f"{W}tab")
            if stretch:
                yield text(stretch)


def text(words: str) -> etree._Element:
    """The element of a run that says words which hold neither tabs nor line breaks."""
    element = etree.Element(f"{W}t")
    element.text = words
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element
