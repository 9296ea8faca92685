"""Comments at the cells of a worksheet, added to those that are there already."""

import re
from collections.abc import Mapping

from lxml import etree

from council_report.model.receipt import AUTHOR
from council_report.office.parts import LENIENT, OFFICE, Element, Parts
from council_report.pages.speech import Direction
from council_report.rendering.receipts.balloons import add_balloon, new_drawing

NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
MAIN = f"{{{NAMESPACE}}}"
PRESERVED = "{http://www.w3.org/XML/1998/namespace}space"
COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
DRAWING = "application/vnd.openxmlformats-officedocument.vmlDrawing"

NO_COMMENTS = f"<comments xmlns='{NAMESPACE}'><authors/><commentList/></comments>"

AFTER_DRAWING = re.compile(
    "legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst"
    "|AlternateContent"
)
"""What comes after the reference to a drawing, in the order that the format asks for."""


def comment_cells(
    parts: Parts, sheet: str, remarks: Mapping[str, str], direction: Direction
) -> None:
    """Add a comment to each of these cells of a worksheet; one that is there is continued."""
    name = next((part for _, part in parts.related(sheet, "comments")), None)
    if name is None:
        name = parts.unused("xl/comments{}.xml")
        parts.add(name, COMMENTS, sheet, "comments")
        root = etree.fromstring(NO_COMMENTS)
    else:
        root = parts.tree(name)
    there = {str(one.get("ref")): one for one in root.iter(f"{MAIN}comment")}
    author = _author(root)
    for cell, text in remarks.items():
        if cell in there:
            _say(there[cell], f"\n\n{AUTHOR}:\n{text}")
        else:
            comments, values = _child(root, "commentList"), {"ref": cell, "authorId": author}
            _say(etree.SubElement(comments, f"{MAIN}comment", values), text)
    parts.put(name, root)
    _draw(parts, sheet, [cell for cell in remarks if cell not in there], direction)


def _author(comments: Element) -> str:
    """The number of our name among the authors, added as the last of them."""
    authors = _child(comments, "authors")
    etree.SubElement(authors, f"{MAIN}author").text = AUTHOR
    return str(len(authors) - 1)


def _say(comment: Element, words: str) -> None:
    run = etree.SubElement(_child(comment, "text"), f"{MAIN}r")
    text = etree.SubElement(run, f"{MAIN}t")
    text.set(PRESERVED, "preserve")
    text.text = words


def _child(parent: Element, name: str) -> Element:
    child = parent.find(f"{MAIN}{name}")
    return etree.SubElement(parent, f"{MAIN}{name}") if child is None else child


def _draw(parts: Parts, sheet: str, cells: list[str], direction: Direction) -> None:
    """Add the balloons of these cells to the drawing of a worksheet."""
    if not cells:
        return
    root = parts.tree(sheet)
    reference = root.find(f"{MAIN}legacyDrawing")
    if reference is None:
        name, drawing = parts.unused("xl/drawings/vmlDrawing{}.vml"), new_drawing()
        _refer(root, parts.add(name, DRAWING, sheet, "vmlDrawing"))
        parts.put(sheet, root)
    else:
        name = dict(parts.related(sheet, "vmlDrawing"))[reference.get(f"{{{OFFICE}}}id", "")]
        drawing = parts.tree(name, LENIENT)
    for cell in cells:
        add_balloon(drawing, cell, direction)
    parts.put(name, drawing)


def _refer(sheet: Element, relationship: str) -> None:
    """Refer to a drawing from its place in a worksheet."""
    reference = etree.Element(f"{MAIN}legacyDrawing", {f"{{{OFFICE}}}id": relationship})
    later = (one for one in sheet if AFTER_DRAWING.fullmatch(etree.QName(one).localname))
    first = next(later, None)
    if first is None:
        sheet.append(reference)
    else:
        first.addprevious(reference)
