"""Comments in a Word file that has none: written as a part of their own, all at once."""

from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

from council_report.model.language import TAGS, Language
from council_report.model.message import Message, Wording
from council_report.model.receipt import AUTHOR
from council_report.model.text import one_line
from council_report.office.package import normalised
from council_report.office.parts import Parts
from council_report.office.tags import W, prefixes
from council_report.pages.visible import visible
from council_report.rendering.directions import typeset_paragraph
from council_report.rendering.readback import PARAGRAPH
from council_report.rendering.receipts.remark import INITIALS
from council_report.rendering.runs import KINDS

PART = "word/comments.xml"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"

HALF_POINTS = "18"
"""The size of the letters: our templates have no style for comments, and may have large text."""


class Comment(NamedTuple):
    """A comment on a whole paragraph, by its number from 0; ``lines`` are its own paragraphs."""

    paragraph: int
    lines: Sequence[Message]


def with_comments(
    word: bytes, comments: Sequence[Comment], wording: Wording, language: Language
) -> bytes:
    """The Word file with comments, the same bytes for the same arguments.

    They are said in ``language``, by ``wording``, or else in English, and every line is marked as
    what it is. They have no date. The file must not have comments yet.
    """
    parts = Parts(word)
    (name,) = (one for _, one in parts.related("", "officeDocument"))
    main = parts.tree(name)
    paragraphs = [_outside_text_boxes(one) for one in main.iter(PARAGRAPH)]
    root = etree.Element(f"{W}comments", nsmap=prefixes("w"))
    for number, comment in enumerate(comments):
        _mark(paragraphs[comment.paragraph], str(number))
        made = _in(root, "comment", id=str(number), author=AUTHOR, initials=INITIALS)
        for message in comment.lines:
            _write(made, message, wording, language)
    parts.put(name, main)
    parts.put(PART, root)
    parts.add(PART, TYPE, name, "comments")
    return normalised(parts.saved())


def _outside_text_boxes(paragraph: etree._Element) -> etree._Element:
    """The paragraph, or that in which its text box stands: Word has no comments in text boxes."""
    boxes = [*paragraph.iterancestors(f"{W}txbxContent")]
    return next(boxes[-1].iterancestors(PARAGRAPH)) if boxes else paragraph


def _mark(paragraph: etree._Element, number: str) -> None:
    """Set the beginning, end and sign of a comment around all that a paragraph says."""
    has_properties = len(paragraph) > 0 and paragraph[0].tag == f"{W}pPr"
    paragraph.insert(int(has_properties), _in(paragraph, "commentRangeStart", id=number))
    _in(paragraph, "commentRangeEnd", id=number)
    _in(_in(paragraph, "r"), "commentReference", id=number)


def _write(comment: etree._Element, message: Message, wording: Wording, language: Language) -> None:
    known = message.known_in(wording)
    spoken: Language = language if known else "en"
    paragraph = _in(comment, "p")
    run = _in(paragraph, "r")
    look = _in(run, "rPr")
    for size in ("sz", "szCs"):
        _in(look, size, val=HALF_POINTS)
    _in(look, "lang", **{KINDS.get(spoken, "val"): TAGS[spoken]})
    _in(run, "t").text = visible(one_line(message.said(wording if known else {})))
    typeset_paragraph(paragraph, spoken)


def _in(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    """A new element at the end of another."""
    named = {f"{W}{key}": value for key, value in attributes.items()}
    return etree.SubElement(parent, f"{W}{name}", named)
