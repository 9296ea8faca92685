"""The words of an ODF file, with their spaces, links and looks, and what its styles do to them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from council_report.intake.tables.package import Package

NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TABLE, TEXT, DRAW, STYLE = (
    f"{{{NAMESPACE}{name}:1.0}}" for name in ("office", "table", "text", "drawing", "style")
)
LINK = "{http://www.w3.org/1999/xlink}href"
PASSED_OVER = {f"{OFFICE}annotation", f"{OFFICE}annotation-end", f"{TEXT}ruby-text"}
"""What stands in a paragraph and is told of elsewhere."""

FIELDS = {f"{TEXT}{name}" for name in ("sheet-name", "page-number", "page-count", "date", "time")}

MARGINS = tuple(
    f"{STYLE}{name}{side}" for name in ("header", "footer") for side in ("", "-left", "-first")
)


@dataclass
class Words:
    """A text as it is put together: its pieces, the addresses it links to, the looks it has.

    Blanks stay as they are: LibreOffice writes two spaces in a cell as two spaces, although ODF
    counts them as one.
    """

    pieces: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    looks: list[str] = field(default_factory=list)
    has_fields: bool = False

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.pieces)


def words_of(element: etree._Element) -> Words:
    """The paragraphs of a cell, comment or shape, one in each line."""
    words = Words()
    for number, paragraph in enumerate(element.iterfind(f"{TEXT}p")):
        if number:
            words.pieces.append("\n")
        _add(words, paragraph)
    return words


def _add(words: Words, element: etree._Element) -> None:
    words.pieces.append(element.text or "")
    for child in element:
        if child.tag not in PASSED_OVER:
            _add_child(words, child)
        words.pieces.append(child.tail or "")


def _add_child(words: Words, child: etree._Element) -> None:
    if child.tag == f"{TEXT}s":
        words.pieces.append(" " * min(int(child.get(f"{TEXT}c", "1")), 1000))
    elif child.tag == f"{TEXT}tab":
        words.pieces.append("\t")
    elif child.tag == f"{TEXT}line-break":
        words.pieces.append("\n")
    elif child.tag in FIELDS:
        words.has_fields = True
    else:
        if child.tag == f"{TEXT}a":
            words.links.append(child.get(LINK, ""))
        if child.tag == f"{TEXT}span":
            words.looks.append(child.get(f"{TEXT}style-name", ""))
        _add(words, child)


def all_words(element: etree._Element) -> Iterator[str]:
    """The words of every paragraph below an element, those without words left out."""
    for paragraph in element.iter(f"{TEXT}p"):
        words = Words()
        _add(words, paragraph)
        if words.text.strip() and not (words.has_fields and len(words.text.split()) < 2):
            yield " ".join(words.text.split())


class Styles(NamedTuple):
    """The names of styles that hide a sheet or strike words out; words in page margins.

    ``margins`` are the words in headers and footers, by the style of the sheets they belong to.
    """

    hidden_sheets: frozenset[str]
    struck: frozenset[str]
    margins: dict[str, tuple[str, ...]]


def read_styles(package: Package, content: etree._Element) -> Styles:
    """The styles of a file, from its content and from its styles.xml."""
    roots = [content]
    if package.holds("styles.xml"):
        roots.append(package.xml("styles.xml"))
    named = [one for root in roots for one in root.iter(f"{STYLE}style")]
    pages = {
        one.get(f"{STYLE}name", ""): tuple(_margins(one))
        for root in roots
        for one in root.iter(f"{STYLE}master-page")
    }
    return Styles(
        frozenset(one.get(f"{STYLE}name", "") for one in named if _hides(one)),
        frozenset(one.get(f"{STYLE}name", "") for one in named if _strikes(one)),
        {
            one.get(f"{STYLE}name", ""): pages.get(one.get(f"{STYLE}master-page-name", ""), ())
            for one in named
        },
    )


def _hides(style: etree._Element) -> bool:
    found = style.find(f"{STYLE}table-properties")
    return found is not None and found.get(f"{TABLE}display") == "false"


def _strikes(style: etree._Element) -> bool:
    found = style.find(f"{STYLE}text-properties")
    line = "none" if found is None else found.get(f"{STYLE}text-line-through-style", "none")
    return line != "none"


def _margins(page: etree._Element) -> Iterator[str]:
    for margin in page.iter(*MARGINS):
        if margin.get(f"{STYLE}display") != "false":
            yield from all_words(margin)
