"""What is not carried from a Word or ODF text into a contribution, and what is said of it."""

from typing import Literal, NamedTuple

from council_report.model.finding import Finding, Severity
from council_report.model.location import Location, shortened
from council_report.model.message import Message

Leftover = Literal[
    "hidden",
    "picture",
    "equation",
    "ruby",
    "symbol",
    "field",
    "instruction",
    "contents",
    "placeholder",
    "merged",
    "nested",
    "unread",
]
"""Why words are left out, or not carried as they look."""

APART: set[Leftover] = {"picture", "equation", "symbol", "field", "merged", "nested"}
"""What is told one by one; of the rest, what stands in one paragraph is told at once."""


class _Left(NamedTuple):
    kind: Leftover
    number: int
    words: str


class Leftovers:
    """What has been left out of one file so far, by the paragraph where it stands."""

    def __init__(self) -> None:
        self._left: list[_Left] = []

    def add(self, kind: Leftover, number: int, words: str) -> None:
        """Note words that are left out; more of a kind in the same paragraph join them."""
        last = self._left[-1] if self._left else None
        if last and last.kind == kind and kind == "contents":
            self._left[-1] = last._replace(words=f"{last.words} {words}")
        elif last and (last.kind, last.number) == (kind, number) and kind not in APART:
            self._left[-1] = last._replace(words=last.words + words)
        else:
            self._left.append(_Left(kind, number, words))

    def findings(self, file: str, texts: tuple[str, ...]) -> list[Finding]:
        """A finding for each thing left out, at its paragraph."""
        told = [left for left in self._left if left.words.strip() or left.kind == "picture"]
        return [_finding(file, left, texts) for left in told]


def _finding(file: str, left: _Left, texts: tuple[str, ...]) -> Finding:
    rule, severity, message, remedy = _told(left.kind, " ".join(left.words.split()))
    around = texts[left.number - 1] if 0 < left.number <= len(texts) else ""
    place = Location(
        file, paragraph=left.number or None, words=shortened(around.strip() or left.words)
    )
    return Finding(rule=rule, severity=severity, location=place, message=message, remedy=remedy)


def _told(kind: Leftover, words: str) -> tuple[str, Severity, Message, Message]:
    match kind:
        case "hidden":
            return (
                "hidden-text",
                "error",
                Message("“{words}” is hidden text, which no reader sees", words=words),
                Message("Delete the words, or make them visible, then send the file again."),
            )
        case "picture":
            return "picture-left-out", "warning", _picture(words), PICTURE
        case "equation":
            return (
                "equation-flattened",
                "warning",
                Message("the equation “{words}” is read as plain text", words=words),
                Message("Check how it reads; if it must stand as an equation, tell us."),
            )
        case "ruby":
            return (
                "ruby-left-out",
                "warning",
                Message("the small letters above the words, “{words}”, are left out", words=words),
                Message("If readers need them, write them in brackets behind the words."),
            )
        case "symbol":
            return (
                "symbol-left-out",
                "warning",
                Message("the symbol {code} has no letter that we know and is left out", code=words),
                Message("Write the sign itself: Insert, Symbol, in a normal font."),
            )
        case _:
            return _told_of_rest(kind, words)


def _told_of_rest(kind: Leftover, words: str) -> tuple[str, Severity, Message, Message]:
    match kind:
        case "field":
            return (
                "field-without-text",
                "warning",
                Message("Word makes these words itself, and has not yet: “{words}”", words=words),
                Message("Write the words themselves instead of a field."),
            )
        case "instruction":
            return (
                "field-words",
                "note",
                Message("“{words}” stands inside a field, where no reader sees it", words=words),
                Message("If it belongs to the text, write it outside the field."),
            )
        case "contents":
            return (
                "contents-left-out",
                "note",
                Message("the table of contents is left out: “{words}”", words=words),
                Message("Nothing to do: the document gets its own."),
            )
        case "placeholder":
            return (
                "placeholder-left-out",
                "warning",
                Message("“{words}” is the hint of a field that nobody filled in", words=words),
                Message("Fill the field in, or delete it. If you wrote the words, type them anew."),
            )
        case "merged":
            return (
                "cells-merged",
                "warning",
                Message(
                    "the cell “{words}” covers several; the others are read as empty", words=words
                ),
                Message("Split the cell, and write into each part what it should say."),
            )
        case "nested":
            return (
                "cell-flattened",
                "warning",
                Message("the table inside a cell, “{words}”, is read as lines of it", words=words),
                Message("Put the inner table below the other one."),
            )
        case _:
            return (
                "text-left-out",
                "warning",
                Message("“{words}” stands where it cannot be read as text", words=words),
                Message("Write the words as an ordinary paragraph."),
            )


PICTURE = Message("Pictures are not carried: say in words what it shows, or send it apart.")


def _picture(words: str) -> Message:
    if not words:
        return Message("a picture is left out")
    return Message("the picture “{words}” is left out", words=words)
