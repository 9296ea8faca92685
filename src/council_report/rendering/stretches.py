"""A text cut into stretches that Word sets in different ways: by direction, and by script.

Word knows no directions of its own: what stands between letters of two scripts, it places by the
mark of the run. So the stretches are those that the Unicode Bidirectional Algorithm finds (UAX #9),
by which PDF engines and browsers place letters, but for brackets in brackets.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

Setting = Literal["plain", "right-to-left", "number", "chinese"]
"""How Word sets a character: a ``number`` runs from left to right in the font of the Arabic letters
around it, and ``chinese`` are signs that the fonts for Latin letters have, too."""


RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
"""A letter, or mark, that is written from right to left."""

CLASSES = {"L": "L", "R": "R", "AL": "R", "EN": "N", "AN": "N", "B": "S", "S": "S", "NSM": "M"}
"""Letters from left to right and from right to left, numbers, tabs, marks on letters."""

BRACKETS = {"Ps": "o", "Pe": "c"}
FROM_LEFT, FROM_FIRST, END_OF_ISOLATE = "\u2066", "\u2068", "\u2069"

ISOLATED = re.compile(f"[{FROM_LEFT}{FROM_FIRST}]([^\u2066-\u2069]*){END_OF_ISOLATE}")
MARKED = re.compile("(.)(M+)")
FROM_THE_LEFT = re.compile(r"N*L(?:\.*(?:[LN]|o\.*[LN][LN.]*+c))*")
"""Letters from left to right with what belongs to them, between letters from right to left."""

FROM_THE_RIGHT = re.compile(r"R(?:[^LS]*R)?")
NUMBER = re.compile(r"[0-9]+(?:[.,:/\u00a0][0-9]+)+")
ONE_NUMBER = re.compile(rf"[0-9]+|{NUMBER.pattern}")
FOLLOWED = re.compile("[^LNR]*[LN]")
INSIDE = r"[^()\[\]«»]+"
ENCLOSED = re.compile(rf"\({INSIDE}\)|\[{INSIDE}\]|«{INSIDE}»")
CHINESE = re.compile("[\u201c\u201d\u2018\u2014\u2026\u00b7]+|\u2019(?![A-Za-z])")
"""Marks that Chinese shares with Latin; but an apostrophe stands before a Latin letter."""


def settings_of(text: str, right_to_left: bool) -> list[Setting]:
    """How each character of a paragraph is set; what is no text stands in it as a tab."""
    classes = _classes(text)
    if not right_to_left:
        return _set(classes, FROM_THE_RIGHT, "right-to-left", ["plain"] * len(text))
    settings = _set(text, NUMBER, "number", ["right-to-left"] * len(text))
    return _set(classes, FROM_THE_LEFT, "plain", settings)


def settings_of_chinese(text: str) -> list[Setting]:
    """How each character of a Chinese text is set."""
    return _set(text, CHINESE, "chinese", ["plain"] * len(text))


def enclosed(text: str) -> Iterator[tuple[int, int]]:
    """Where brackets and angle quotes begin and end that hold one thing from left to right.

    That is words in such letters, or a number, between words from right to left: it looks the same
    when it is set apart.
    """
    classes = _classes(text)
    for match in ENCLOSED.finditer(text):
        start, end = match.span()
        is_one = FROM_THE_LEFT.fullmatch(classes, start + 1, end - 1) or ONE_NUMBER.fullmatch(
            text, start + 1, end - 1
        )
        if is_one and not _adjoins(classes, start, end):
            yield start, end


def _adjoins(classes: str, start: int, end: int) -> bool:
    """Whether the next words before or after a place are from left to right, or a number after."""
    return classes.rfind("L", 0, start) > classes.rfind("R", 0, start) or bool(
        FOLLOWED.match(classes, end)
    )


def _set(
    text: str, sought: re.Pattern[str], setting: Setting, settings: list[Setting]
) -> list[Setting]:
    """The settings, with another one wherever something is found in the text."""
    for match in sought.finditer(text):
        settings[match.start() : match.end()] = [setting] * (match.end() - match.start())
    return settings


def _classes(text: str) -> str:
    """A letter for each character: its class, as far as it matters here."""
    classes = "".join(_class(sign) for sign in text)
    classes = MARKED.sub(lambda match: match[1] * len(match[0]), classes)
    for match in ISOLATED.finditer(text):
        inside = classes[match.start(1) : match.end(1)]
        if match[0][0] == FROM_LEFT or re.match("[^LR]*L", inside):
            inside = re.sub("[^RS]", "L", inside)
            classes = f"{classes[: match.start()]}L{inside}L{classes[match.end() :]}"
    return classes


def _class(sign: str) -> str:
    return CLASSES.get(unicodedata.bidirectional(sign)) or BRACKETS.get(
        unicodedata.category(sign), "."
    )
