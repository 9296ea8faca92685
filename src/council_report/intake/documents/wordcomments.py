"""The comments in a Word file, carried to the secretariat."""

from collections.abc import Iterator

from lxml import etree

from council_report.model.finding import Finding
from council_report.model.location import Location, shortened
from council_report.model.message import Message
from council_report.model.receipt import AUTHOR
from council_report.office.tags import W

ANCHORS = (f"{W}commentRangeStart", f"{W}commentReference")


def comment_findings(
    file: str, root: etree._Element, comments: etree._Element | None, texts: tuple[str, ...]
) -> Iterator[Finding]:
    """A note for each comment, replies included, at the paragraph it was made on.

    ``root`` is the main text with the comments still in it, ``texts`` its paragraphs as read.
    """
    places = _places(root)
    for comment in () if comments is None else comments.iter(f"{W}comment"):
        words = " ".join("".join(map(str, one.itertext(f"{W}t"))) for one in comment.iter(f"{W}p"))
        number = places.get(comment.get(f"{W}id", ""))
        around = "" if number is None else shortened(texts[number - 1])
        place = Location(file, paragraph=number, words=around)
        author = comment.get(f"{W}author") or ""
        if author != AUTHOR:
            yield comment_finding(place, author, " ".join(words.split()))


def comment_finding(place: Location, author: str, words: str) -> Finding:
    """The note that carries one comment."""
    return Finding(
        rule="comment-carried",
        severity="note",
        location=place,
        message=_said(author.strip(), words),
        remedy=Message("Nothing to do: the secretariat reads it. It is not part of the document."),
    )


def _said(author: str, words: str) -> Message:
    if not author:
        return Message("a comment says: “{words}”", words=words)
    return Message("a comment by {author} says: “{words}”", author=author, words=words)


def _places(root: etree._Element) -> dict[str, int]:
    """The number of the paragraph where each comment begins, by the id of the comment."""
    places: dict[str, int] = {}
    for number, paragraph in enumerate(root.iter(f"{W}p"), 1):
        for anchor in paragraph.iter(*ANCHORS):
            places.setdefault(anchor.get(f"{W}id", ""), number)
    return places
