"""What stands beside the cells of an Excel sheet: comments, links, text boxes, page headers."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from council_report.intake.tables.cells import Position, Sheet, position
from council_report.intake.tables.excelshared import MAIN, words_of
from council_report.intake.tables.package import Package, Relation
from council_report.model.message import Message
from council_report.model.receipt import AUTHOR

MARGINS = tuple(
    f"{MAIN}{which}{what}" for which in ("odd", "even", "first") for what in ("Header", "Footer")
)
MARGIN_CODE = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K[0-9]{2}[+-][0-9]{3}|\d+|[A-Za-z]|(&))')
"""A code for a font, a colour, a size, a page number or the like; ``&&`` is an ampersand."""

THREADS = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
STAND_IN = "[Threaded comment]"
"""How the note begins that Excel keeps for older versions in place of a threaded comment."""


def read_beside(
    sheet: Sheet, package: Package, part: str, beside: Iterable[etree._Element]
) -> None:
    """Tell of everything that a sheet holds beside its cells."""
    relations = package.relations(part)
    addresses = {one.id: one.target for one in relations}
    for element in beside:
        if element.tag in MARGINS:
            _tell_margin(sheet, element.text or "")
        else:
            _tell_link(sheet, element, addresses)
    threads = [thread for one in relations for thread in _threads(package, one)]
    answered = {at for at, _, _ in threads}
    notes = [note for one in relations for note in _notes(package, one)]
    stand_ins = [one for one in notes if one[0] in answered and one[2].startswith(STAND_IN)]
    for at, author, words in [*(one for one in notes if one not in stand_ins), *threads]:
        tell_comment(sheet, at, author, words)
    for one in relations:
        if one.kind == "drawing":
            _tell_drawing(sheet, package, one.target)


Remark = tuple[Position, str, str]
"""A comment: its cell, its author, its words."""


def _notes(package: Package, relation: Relation) -> Iterator[Remark]:
    if relation.kind != "comments" or not package.holds(relation.target):
        return
    root = package.xml(relation.target)
    authors = [one.text or "" for one in root.iterfind(f"{MAIN}authors/{MAIN}author")]
    for one in root.iterfind(f"{MAIN}commentList/{MAIN}comment"):
        index = int(one.get("authorId", "0"))
        author = authors[index] if index < len(authors) else ""
        text = one.find(f"{MAIN}text")
        words = "" if text is None else words_of(text).text
        yield position(one.get("ref", "")), author, words.removeprefix(f"{author}:")


def _threads(package: Package, relation: Relation) -> Iterator[Remark]:
    if relation.kind != "threadedComment" or not package.holds(relation.target):
        return
    people = _people(package)
    for one in package.xml(relation.target).iterfind(f"{THREADS}threadedComment"):
        author = people.get(one.get("personId", ""), "")
        yield position(one.get("ref", "")), author, one.findtext(f"{THREADS}text") or ""


def _people(package: Package) -> dict[str, str]:
    """The names of those who write threaded comments."""
    part = "xl/persons/person.xml"
    if not package.holds(part):
        return {}
    people = package.xml(part).iterfind(f"{THREADS}person")
    return {one.get("id", ""): one.get("displayName", "") for one in people}


def tell_comment(sheet: Sheet, at: Position, author: str, words: str) -> None:
    """A comment, which goes to the secretariat and not into the report; our own goes nowhere."""
    author, words = author.strip(), words.strip()
    if author == AUTHOR:
        return
    if author:
        message = Message("comment by {author}: “{words}”", author=author, words=words)
    else:
        message = Message("comment: “{words}”", words=words)
    remedy = Message("The secretariat reads it; it is not printed.")
    sheet.tell("comment-carried", "note", at, message, remedy, f"{author} {words}".strip())


def tell_aside(sheet: Sheet, words: str) -> None:
    """Words of a sheet that stand in no cell."""
    message = Message("these words stand beside the cells and are not read: “{words}”", words=words)
    remedy = Message("Write them into a cell if they belong in the report.")
    sheet.tell("text-aside", "note", (0, 0), message, remedy, words)


def tell_picture(sheet: Sheet) -> None:
    """A picture or chart, which a table cannot bring into the report."""
    message = Message("the sheet holds a picture or a chart, which is not taken")
    remedy = Message("Send pictures to the secretariat by other means.")
    sheet.tell("picture-left-out", "warning", (0, 0), message, remedy)


def tell_link(sheet: Sheet, at: Position, address: str) -> None:
    """A link on a cell whose words do not show where it leads."""
    if at in sheet.cells and address.removeprefix("mailto:") in sheet.cells[at].text:
        return
    message = Message("the link of the cell to “{address}” is left out", address=address)
    remedy = Message(
        "Write the link into the text, like [words](https://example.org), if it should be printed."
    )
    sheet.tell("link-left-out", "note", at, message, remedy, address)


def _tell_link(sheet: Sheet, element: etree._Element, addresses: dict[str, str]) -> None:
    outside = addresses.get(element.get(RELATION_ID, ""), "")
    inside = element.get("location", "")
    address = f"{outside}#{inside}" if outside and inside else outside or inside
    tell_link(sheet, position(element.get("ref", "").partition(":")[0]), address)


def _tell_margin(sheet: Sheet, text: str) -> None:
    words = " ".join(MARGIN_CODE.sub(lambda code: code[1] or " ", text).split())
    if any(sign.isalnum() for sign in words):
        tell_aside(sheet, words)


def _tell_drawing(sheet: Sheet, package: Package, part: str) -> None:
    """Tell of the text boxes, pictures and charts of a drawing, and of the words in charts."""
    relations = package.relations(part)
    inner = [one.target for one in relations if one.kind in {"chart", "diagramData"}]
    words = [
        words for one in (part, *inner) if package.holds(one) for words in _words(package.xml(one))
    ]
    if words:
        tell_aside(sheet, " | ".join(words))
    if any(one.kind in {"image", "chart", "diagramData"} for one in relations):
        tell_picture(sheet)


def _words(root: etree._Element) -> Iterator[str]:
    """The paragraphs of the texts in a drawing."""
    for paragraph in root.iter(f"{DRAWING}p"):
        words = "".join(text.text or "" for text in paragraph.iter(f"{DRAWING}t"))
        if words.strip():
            yield " ".join(words.split())
