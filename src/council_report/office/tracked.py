"""Tracked changes of a Word text: accepted or rejected, in the tree of a part."""

from typing import Literal

from lxml import etree

from council_report.office.tags import W

Reading = Literal["before", "after"]
"""Whether tracked changes are read as if they were rejected, or accepted."""

GONE = {
    "after": {f"{W}del", f"{W}moveFrom"},
    "before": {f"{W}ins", f"{W}moveTo"},
}
"""What a person does not read once all tracked changes are accepted, or rejected."""

LOOKS = {f"{W}rPrChange", f"{W}pPrChange"}
"""The tracked changes of look alone."""

CELL_GONE = {"after": f"{W}cellDel", "before": f"{W}cellIns"}
SKIN = f"{W}rPr", f"{W}pPr", f"{W}trPr", f"{W}numPr"
"""Where the mark of a change means the thing itself, and holds no words."""


def settle(root: etree._Element, reading: Reading) -> None:
    """Accept all tracked changes of a part, or reject them all, in its tree."""
    gone = GONE[reading]
    if reading == "before":
        for look in [*root.iter(*LOOKS)]:
            restore_look(look)
    for change in [*root.iter(*gone)]:
        if _parent(change).tag not in SKIN:
            _parent(change).remove(change)
    for row in [*root.iter(f"{W}tr")]:
        if loses_row(row, gone):
            _parent(row).remove(row)
    for mark in [*root.iter(CELL_GONE[reading])]:
        cell = _parent(_parent(mark))
        _parent(cell).remove(cell)
    _drop_empty_tables(root)
    # From the end, so that what runs on over many paragraphs is moved only once.
    for paragraph in reversed([*root.iter(f"{W}p")]):
        if loses_mark(paragraph, gone):
            _lose_mark(paragraph)


def has_changes(root: etree._Element) -> bool:
    """Whether a part reads differently once its tracked changes are accepted."""
    return next(root.iter(*GONE["after"], *GONE["before"]), None) is not None


def successor(paragraph: etree._Element) -> etree._Element | None:
    """The paragraph that directly follows a paragraph, marks between them aside."""
    following = paragraph.getnext()
    while following is not None and following.tag in _BETWEEN:
        following = following.getnext()
    return following if following is not None and following.tag == f"{W}p" else None


def run_on(paragraph: etree._Element, following: etree._Element) -> None:
    """Put what a paragraph holds before what the next one holds, and take it away."""
    content = [child for child in paragraph if child.tag != f"{W}pPr"]
    start = 1 if following.find(f"{W}pPr") is not None else 0
    following[start:start] = content
    _parent(paragraph).remove(paragraph)


_BETWEEN = {
    f"{W}{name}"
    for name in (
        "bookmarkStart",
        "bookmarkEnd",
        "commentRangeStart",
        "commentRangeEnd",
        "proofErr",
        "permStart",
        "permEnd",
        "moveFromRangeStart",
        "moveFromRangeEnd",
        "moveToRangeStart",
        "moveToRangeEnd",
    )
}


def loses_mark(paragraph: etree._Element, gone: set[str]) -> bool:
    """Whether the end of a paragraph is among what tracked changes take away."""
    properties = paragraph.find(f"{W}pPr/{W}rPr")
    return properties is not None and any(one.tag in gone for one in properties)


def loses_row(row: etree._Element, gone: set[str]) -> bool:
    """Whether tracked changes take away a row of a table."""
    properties = row.find(f"{W}trPr")
    return properties is not None and any(one.tag in gone for one in properties)


def restore_look(change: etree._Element) -> None:
    """Reject a tracked change of look: what is tracked beside it stays."""
    former, properties = change.find("*"), _parent(change)
    kept = [one for one in properties if one.tag in _NO_LOOK]
    properties[:] = [*([] if former is None else former), *kept]


_NO_LOOK = {f"{W}rPr", *GONE["before"], *GONE["after"]}
"""What stands among the properties of a paragraph or of its end, and is no look of it."""


def _drop_empty_tables(root: etree._Element) -> None:
    """Take away rows that have no cell left, and tables that have no row left."""
    for tag, content in ((f"{W}tr", f"{W}tc"), (f"{W}tbl", f"{W}tr")):
        for element in [*root.iter(tag)]:
            if next(element.iter(content), None) is None:
                _parent(element).remove(element)


def _lose_mark(paragraph: etree._Element) -> None:
    """Let a paragraph run on into the next; an empty one before a table goes altogether."""
    following = successor(paragraph)
    if following is not None:
        run_on(paragraph, following)
    elif _stands_before_table(paragraph) and next(paragraph.iter(f"{W}r"), None) is None:
        _parent(paragraph).remove(paragraph)


def _stands_before_table(paragraph: etree._Element) -> bool:
    following = next(paragraph.itersiblings(f"{W}p", f"{W}tbl"), None)
    return following is not None and following.tag == f"{W}tbl"


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    if parent is None:
        raise ValueError("the root of a part is no change")
    return parent
