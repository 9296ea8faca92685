"""Marks that turn the direction of what follows, and what Arabic shows in another order."""

import re
from collections.abc import Iterator

from council_report.model.language import RIGHT_TO_LEFT, Language
from council_report.model.message import Message
from council_report.typography.arabic import DISORDERED
from council_report.typography.flaw import Flaw, code_point

OVERRIDES = "\u202d\u202e"
END_OF_EMBEDDING, END_OF_ISOLATE = "\u202c", "\u2069"
PARTNERS = dict.fromkeys("\u202a\u202b\u202d\u202e", END_OF_EMBEDDING) | dict.fromkeys(
    "\u2066\u2067\u2068", END_OF_ISOLATE
)
OPENING = {END_OF_EMBEDDING: "\u202b", END_OF_ISOLATE: "\u2067"}
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def unbalanced(words: str, _language: Language) -> Iterator[Flaw]:
    """Marks that turn the direction and that nothing turns back, or that turn letters around."""
    if not TURNING.search(words):
        return
    open_marks: list[str] = []
    for mark in TURNING.findall(words):
        if mark in OVERRIDES:
            message = Message(
                "{mark} turns the letters after it around, unseen", mark=code_point(mark)
            )
            yield Flaw(
                message,
                Message("Delete it: search for it in Word as ^u{number}.", number=ord(mark)),
            )
        if mark in PARTNERS:
            open_marks.append(mark)
        elif open_marks and PARTNERS[open_marks[-1]] == mark:
            open_marks.pop()
        else:
            yield _alone(mark, OPENING[mark])
    for mark in open_marks:
        yield _alone(mark, PARTNERS[mark])


def _alone(mark: str, partner: str) -> Flaw:
    return Flaw(
        Message("{mark}, which nobody sees, has no partner", mark=code_point(mark)),
        Message(
            "Delete it, which Word finds as ^u{number}, or add {partner}.",
            number=ord(mark),
            partner=code_point(partner),
        ),
    )


def disordered(words: str, language: Language) -> Iterator[Flaw]:
    """What a text from right to left shows in another order, and nothing isolates."""
    if language not in RIGHT_TO_LEFT:
        return
    for match in DISORDERED.finditer(words):
        before = words[: match.start()]
        isolated = sum(before.count(mark) for mark in "\u2066\u2067\u2068")
        if isolated <= before.count(END_OF_ISOLATE):
            yield Flaw(
                Message("“{words}” is shown in another order within Arabic", words=match[0]),
                Message("Put U+2066 before it and U+2069 after it, or write it in words."),
            )
