"""The fields of a Word text, which show something other than what is written in them."""

import re
from typing import NamedTuple

from lxml import etree

from council_report.intake.documents.leftovers import Leftover
from council_report.intake.documents.wordparts import closed_fields, without_result
from council_report.office.tags import W

ADDRESS = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))', re.IGNORECASE)
UNSEEN = {"XE", "TC", "TA", "RD", "SET", "ASK", "PRIVATE", "ADVANCE"}
"""Fields that never show anything."""


class Shown(NamedTuple):
    """What a field that carries no result shows: words, or None and the instruction to make it."""

    words: str | None
    instruction: str


class Fields:
    """The fields that are open at one place of a part."""

    def __init__(self, root: etree._Element | None = None) -> None:
        self._closed = set() if root is None else closed_fields(root)
        self._open: list[_Field] = []

    def mark(self, mark: etree._Element) -> Shown | None:
        """Pass the begin, middle or end of a field; at the end of one without result, say what."""
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin" and mark in self._closed:
            self._open.append(_Field(mark))
        elif kind == "separate" and self._open:
            self._open[-1].has_result = True
        elif kind == "end" and self._open:
            return self._open.pop().shown()
        return None

    def instruct(self, words: str) -> None:
        """Add to the instruction of the innermost field."""
        if self._open:
            self._open[-1].instruction += words

    def note_result(self) -> None:
        """Note that the open fields show something."""
        for field in self._open:
            field.has_words = True

    def left_out_as(self) -> Leftover | None:
        """Why words at this place are not part of the text, or None if they are."""
        if any(not field.has_result for field in self._open):
            return "instruction"
        return "contents" if any(field.name == "TOC" for field in self._open) else None

    @property
    def address(self) -> str:
        """The web or mail address that the words at this place link to, or ""."""
        found = (address_in(field.instruction) for field in reversed(self._open))
        return next(filter(None, found), "")


class _Field:
    def __init__(self, begin: etree._Element) -> None:
        self._begin = begin
        self.instruction = ""
        self.has_result = False
        self.has_words = False

    @property
    def name(self) -> str:
        return next(iter(self.instruction.split(maxsplit=1)), "").upper()

    def shown(self) -> Shown | None:
        if self.has_words:
            return None
        words = without_result(self.instruction, self._begin)
        if words is None and (self.has_result or self.name in UNSEEN):
            return None
        return Shown(words, self.instruction.strip())


def address_in(instruction: str) -> str:
    """The address that the instruction of a field links to, or "" if it links to none."""
    match = ADDRESS.match(instruction)
    return (match[1] or match[2] or "") if match else ""
