"""What is said of words that an entry cannot carry as they were written."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from council_report.model.finding import Finding, Severity
from council_report.model.location import Location
from council_report.model.message import Message


class Remark(NamedTuple):
    """A finding before it is known where its paragraph stands."""

    rule: str
    severity: Severity
    message: Message
    remedy: Message

    def at(self, place: Location) -> Finding:
        """The finding at a place."""
        return Finding(
            rule=self.rule,
            severity=self.severity,
            location=place,
            message=self.message,
            remedy=self.remedy,
        )


LOOKS = {
    "Underline": Message("underlining"),
    "SmallCaps": Message("small capitals"),
    "Subscript": Message("lowered letters"),
}

PICTURE_FOLDERS = ("media/", "Pictures/")
"""Where Word and ODF files keep the pictures in them."""

NOTHING_TO_DO = Message("Nothing needs to be done if the words are right as they are.")


def looks_lost(looks: Iterable[str]) -> Iterator[Remark]:
    """One remark for each look of a paragraph that an entry cannot have."""
    for look in dict.fromkeys(looks):
        message = Message("this paragraph is read without {look}", look=LOOKS[look])
        yield Remark("look-simplified", "note", message, NOTHING_TO_DO)


def lines_joined() -> Remark:
    """Of a paragraph in several lines, as a list may be typed."""
    return Remark(
        "lines-joined",
        "warning",
        Message("the lines of this paragraph are read as one"),
        Message("Make each line a paragraph of its own if they are to stay apart."),
    )


def struck(words: str) -> Remark:
    """Of words with a line through them, which somebody may have wanted to go."""
    return Remark(
        "words-struck",
        "warning",
        Message("“{words}” is struck through, and is read as ordinary text", words=words),
        Message("Delete the words if they are not meant to stay."),
    )


def footnote(words: str) -> Remark:
    """Of a footnote or endnote."""
    return Remark(
        "footnote-left-out",
        "warning",
        Message("the footnote “{words}” is not carried: entries have no footnotes", words=words),
        Message("Write it into the text if it has to be printed."),
    )


def picture(words: str, title: str, target: str) -> Remark:
    """Of a picture, with the words that describe it and, where a person wrote it, its address."""
    inside = target.startswith(PICTURE_FOLDERS)
    named = " ".join(part for part in (words, title, "" if inside else target) if part)
    message = (
        Message("the picture “{words}” is not carried", words=named)
        if named
        else Message("a picture is not carried")
    )
    remedy = Message("Say in words what it shows, or send it to the secretariat by itself.")
    return Remark("picture-left-out", "warning", message, remedy)


def mathematics(words: str) -> Remark:
    """Of a formula, read as the signs it is typed with."""
    return Remark(
        "equation-flattened",
        "warning",
        Message("the formula is read as “{words}”", words=words),
        Message("Write it as it should be printed in a line of text."),
    )


def link_left_out(words: str, address: str) -> Remark:
    """Of a link to anything but a web page or a mail address."""
    return Remark(
        "link-left-out",
        "warning",
        Message(
            "the link of “{words}” to “{address}” is not carried, its words are",
            words=words,
            address=address,
        ),
        Message("Link to an address that begins with https:// or mailto:, or to none."),
    )


def link_title(words: str) -> Remark:
    """Of words that appear when a pointer rests on a link."""
    return Remark(
        "link-title-left-out",
        "note",
        Message("the title of a link, “{words}”, is not carried", words=words),
        Message("Write it into the text if it has to be printed."),
    )


def taken_literally(words: str) -> Remark:
    """Of marks of another language, or of something that this reader does not know."""
    return Remark(
        "marks-literal",
        "warning",
        Message("“{words}” is read as ordinary text, with its signs", words=words),
        Message("Delete what should not be printed."),
    )


def too_deep() -> Remark:
    """Of a list item below the second level."""
    return Remark(
        "list-too-deep",
        "warning",
        Message("a list has two levels at most; this item is read as one of the second"),
        Message("Write the list at two levels if the difference matters."),
    )


def nested_number() -> Remark:
    """Of a numbered item within another list."""
    return Remark(
        "list-number-left-out",
        "note",
        Message("a numbered item within a list is read as a bullet of the second level"),
        Message("Write its number or letter into the text if it is referred to."),
    )


def block_quote() -> Remark:
    """Of a paragraph set in as a quotation."""
    return Remark(
        "look-simplified",
        "note",
        Message("a paragraph set in like a quotation is read as an ordinary one"),
        NOTHING_TO_DO,
    )


def flattened_cell(words: str) -> Remark:
    """Of a cell that holds more than one paragraph."""
    return Remark(
        "cell-flattened",
        "warning",
        Message("the paragraphs of one cell are read as one line: “{words}”", words=words),
        Message("Give each of them a cell of its own if that reads better."),
    )


def merged_cell(words: str) -> Remark:
    """Of a cell that covers several."""
    return Remark(
        "cells-merged",
        "warning",
        Message("the cell “{words}” covers several; the others are read as empty", words=words),
        Message("Split the cell, and write into each part what it should say."),
    )


def code_mark(words: str) -> Remark:
    """Of the name of a language at a passage of code."""
    return Remark(
        "look-simplified",
        "note",
        Message("the mark “{words}” of a passage set as code is not carried", words=words),
        NOTHING_TO_DO,
    )
