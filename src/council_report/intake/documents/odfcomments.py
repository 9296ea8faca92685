"""The comments in an ODF text."""

from typing import NamedTuple

from lxml import etree

from council_report.intake.documents.odfparts import PARAGRAPHS, words_within
from council_report.office.tags import DC, TEXT


class Comment(NamedTuple):
    """A comment: the number of its paragraph, who made it, and what it says."""

    number: int
    author: str
    words: str


def comment_in(annotation: etree._Element, number: int) -> Comment:
    """The comment that an element carries in the paragraph of this number."""
    author = annotation.findtext(f"{DC}creator", "")
    held = (one for one in annotation if one.tag in (*PARAGRAPHS, f"{TEXT}list"))
    return Comment(number, author, " ".join(map(words_within, held)))
