"""What the parts of an ODF text are to a person who reads it."""

import re
from collections.abc import Iterator

from lxml import etree

from council_report.office.tags import DC, DRAW, OFFICE, SVG, TABLE, TEXT

PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
BLANKS = re.compile("[ \t\r\n]+")
SILENT = {
    f"{TEXT}{name}"
    for name in (
        *("tracked-changes", "note-citation", "ruby-text", "soft-page-break", "placeholder"),
        *("sequence-decls", "variable-decls", "user-field-decls", "dde-connection-decls"),
        *("toc-mark", "alphabetical-index-mark", "user-index-mark", "script"),
        *("table-of-content-source", "bibliography-source"),
    )
} | {
    f"{OFFICE}annotation",
    f"{OFFICE}annotation-end",
    f"{OFFICE}forms",
    f"{OFFICE}event-listeners",
    f"{SVG}title",
    f"{SVG}desc",
    f"{DC}creator",
    f"{DC}date",
}
"""What holds no words of the text itself."""

OUTLINES = {
    f"{DRAW}{name}"
    for name in (
        *("enhanced-geometry", "glue-point", "image-map"),
        *("contour-polygon", "contour-path"),
    )
}
"""What says how something drawn runs, and shows nothing itself."""

MADE = {
    f"{TEXT}{name}"
    for name in (
        *("table-of-content", "illustration-index", "table-index"),
        *("object-index", "user-index", "alphabetical-index"),
    )
}
"""The indexes that the program makes of the text."""


BOOKMARK_MARKS = {f"{TEXT}bookmark{end}" for end in ("", "-start", "-end")}


def is_bookmark(element: etree._Element) -> bool:
    """Whether a bookmark begins here that stands around something.

    One without extent is left where the entry that it stood around has been deleted.
    """
    if element.tag != f"{TEXT}bookmark-start":
        return False
    here: etree._Element | None = element
    while here is not None and here.tag in BOOKMARK_MARKS:
        is_end = here.tag == f"{TEXT}bookmark-end"
        if is_end and here.get(f"{TEXT}name") == element.get(f"{TEXT}name"):
            return False
        here = None if here.tail else here.getnext()
    return True


def changes(root: etree._Element) -> dict[str, etree._Element]:
    """The tracked changes of a text by their id: an insertion, a deletion, a change of look."""
    found = {}
    for region in root.iter(f"{TEXT}changed-region"):
        key = (
            region.get(f"{TEXT}id") or region.get("{http://www.w3.org/XML/1998/namespace}id") or ""
        )
        for change in region:
            found[key] = change
    return found


def is_hidden(element: etree._Element) -> bool:
    """Whether a section, a row or a piece of text is hidden by itself, whatever its style."""
    if element.tag == f"{TEXT}section":
        return element.get(f"{TEXT}display") == "none" or _says(element, "is-hidden")
    if element.tag == f"{TABLE}table-row":
        return element.get(f"{TABLE}visibility") in {"collapse", "filter"}
    return element.tag == f"{TEXT}hidden-text" and _says(element, "is-hidden")


def is_hidden_paragraph(paragraph: etree._Element) -> bool:
    """Whether a condition in a paragraph hides it."""
    return any(_says(one, "is-hidden") for one in paragraph.iter(f"{TEXT}hidden-paragraph"))


def blanks(element: etree._Element) -> str | None:
    """The text of an element that stands for blanks, or None if it is no such element."""
    if element.tag == f"{TEXT}s":
        return " " * min(number_in(element, f"{TEXT}c", 1), 1000)
    return {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}.get(str(element.tag))


def number_in(element: etree._Element, attribute: str, otherwise: int) -> int:
    """The number that an attribute says, or another one if it says none of at most four digits."""
    value = element.get(attribute, "")
    return int(value) if re.fullmatch("[0-9]{1,4}", value) else otherwise


def is_drawn(element: etree._Element) -> bool:
    """Whether an element is a frame or a shape."""
    return str(element.tag).startswith(DRAW) and element.tag not in OUTLINES


def boxes(drawn: etree._Element) -> Iterator[etree._Element]:
    """The outermost elements of something drawn that hold paragraphs."""
    if any(child.tag in (*PARAGRAPHS, f"{TEXT}list", f"{TABLE}table") for child in drawn):
        yield drawn
        return
    for child in drawn:
        if is_drawn(child):
            yield from boxes(child)


def is_picture(drawn: etree._Element) -> bool:
    """Whether something drawn shows more than words."""
    pictures = (f"{DRAW}image", f"{DRAW}object", f"{DRAW}object-ole", f"{DRAW}plugin")
    if next(drawn.iter(*pictures), None) is not None:
        return True
    return next(boxes(drawn), None) is None


def words_within(element: etree._Element) -> str:
    """All words inside an element on one line, those of its paragraphs apart."""
    shown = " ".join("".join(_stretches(element)).split())
    return shown or " ".join(element.get(f"{TEXT}string-value", "").split())


def _stretches(element: etree._Element) -> Iterator[str]:
    for event, one in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            yield " " if one.tag in PARAGRAPHS else ""
            yield one.text or ""
        elif one is not element:
            yield one.tail or ""


def _says(element: etree._Element, attribute: str) -> bool:
    return element.get(TEXT + attribute) == "true"
