"""The last paragraph of a text, a cell, a header or a note, where paragraphs came or went.

Its end cannot come or go: there is nothing after it that it could run on into. Word therefore
tracks the end before it in its place, and the engine does not.
"""

from collections.abc import Iterator

from lxml import etree

from council_report.comparison.redline.letters import Element
from council_report.office.tags import W
from council_report.office.tracked import GONE, run_on, successor

SIDES = {tag: side for side, tags in GONE.items() for tag in tags}
"""In which reading each tracked change is gone."""

TAGS = {"before": f"{W}ins", "after": f"{W}del"}


def settle_ends(root: Element) -> None:
    """Move what is tracked of the end of each last paragraph to where Word has it.

    Where only paragraphs that came stand before it, or only such that went, nothing is moved.
    """
    for paragraph in [*root.iter(f"{W}p")]:
        change = _change_of(paragraph)
        if change is not None and next(paragraph.itersiblings(f"{W}p", f"{W}tbl"), None) is None:
            _settle(paragraph, change)


def _settle(last: Element, change: Element) -> None:
    side = SIDES[str(change.tag)]
    for former in _before(last):
        other = _change_of(former)
        if other is None:
            change.tag = TAGS[side]
            _properties_of_end(former).insert(0, change)
            return
        if SIDES[str(other.tag)] != side:
            # Two ends, one gone and one new, become the one that both files have.
            following = successor(former)
            _drop(change)
            if following is not None:
                run_on(former, following)
            return


def _before(paragraph: Element) -> Iterator[Element]:
    """The paragraphs that directly precede one, the nearest first."""
    following = paragraph
    for former in [*paragraph.itersiblings(f"{W}p", f"{W}tbl", preceding=True)]:
        if former.tag != f"{W}p" or successor(former) is not following or _ends_section(former):
            return
        yield former
        following = former


def _ends_section(paragraph: Element) -> bool:
    return paragraph.find(f"{W}pPr/{W}sectPr") is not None


def _change_of(paragraph: Element) -> Element | None:
    """What is tracked of the end of a paragraph; None where it is in both files."""
    properties = paragraph.iterfind(f"{W}pPr/{W}rPr/*")
    return next((one for one in properties if one.tag in SIDES), None)


def _drop(change: Element) -> None:
    properties = change.getparent()
    if properties is not None:
        properties.remove(change)


def _properties_of_end(paragraph: Element) -> Element:
    """The properties of the end of a paragraph, made where there are none."""
    own = paragraph.find(f"{W}pPr")
    if own is None:
        own = etree.Element(f"{W}pPr")
        paragraph.insert(0, own)
    ends = own.find(f"{W}rPr")
    return etree.SubElement(own, f"{W}rPr") if ends is None else ends
