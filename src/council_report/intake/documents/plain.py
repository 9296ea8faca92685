"""The plain text of a Word file as a person reads it, paragraph by paragraph.

This walks the file as it came, and shares no step with what is made ready for pandoc, so that the
one can be held against the other.
"""

from collections.abc import Iterator

from lxml import etree

from council_report.intake.documents.symbols import Fonts
from council_report.intake.documents.wordparts import (
    character,
    chosen,
    closed_fields,
    fonts_of,
    is_contents,
    is_hidden_row,
    is_placeholder,
    without_result,
)
from council_report.intake.documents.wordstyles import WordStyles
from council_report.office.tags import MC, M, W
from council_report.office.tracked import GONE, Reading, loses_mark, loses_row, successor


def word_texts(root: etree._Element, styles: WordStyles, reading: Reading) -> tuple[str, ...]:
    """The text of every paragraph of a part, in the order in which they stand in it.

    A paragraph that no reader sees, such as one in a deleted row, is "". One whose end is deleted
    runs on in the next.
    """
    reader = _Reader(root, styles, reading)
    reader.read(root)
    texts = {paragraph: "".join(words) for paragraph, words in reader.texts.items()}
    return tuple(_run_on(texts, GONE[reading]))


def _run_on(texts: dict[etree._Element, str], gone: set[str]) -> Iterator[str]:
    """The texts, each that loses its end put before the one it runs on in."""
    ends: dict[etree._Element, etree._Element] = {}
    for paragraph in reversed(texts):
        following = successor(paragraph) if loses_mark(paragraph, gone) else None
        if following is not None:
            ends[paragraph] = ends.get(following, following)
    before: dict[etree._Element, list[str]] = {}
    for paragraph, text in texts.items():
        if paragraph in ends:
            before.setdefault(ends[paragraph], []).append(text)
            yield ""
        else:
            yield "".join((*before.get(paragraph, ()), text))


class _Reader:
    """One reading of a part: the words of each paragraph, as far as they have been read."""

    def __init__(self, root: etree._Element, styles: WordStyles, reading: Reading) -> None:
        self.texts: dict[etree._Element, list[str]] = {p: [] for p in root.iter(f"{W}p")}
        self._styles = styles
        self._gone = GONE[reading]
        self._closed = closed_fields(root)
        self._fields: list[_Field] = []
        self._paragraph: etree._Element | None = None

    def read(self, element: etree._Element) -> None:
        """Read what an element holds."""
        for child in element:
            if child.tag == f"{W}p":
                self._read_paragraph(child)
            elif child.tag == f"{W}r":
                self._read_run(child)
            elif child.tag == f"{MC}AlternateContent":
                self._read_chosen(child)
            elif child.tag == f"{M}t":
                self._say(child.text or "")
            elif not self._is_unread(child):
                self.read(child)

    def _is_unread(self, element: etree._Element) -> bool:
        if element.tag == f"{W}sdt":
            return is_placeholder(element) or is_contents(element)
        if element.tag == f"{W}tr":
            return loses_row(element, self._gone) or is_hidden_row(element)
        return element.tag in self._gone or element.tag in _UNREAD

    def _read_paragraph(self, paragraph: etree._Element) -> None:
        outer, self._paragraph = self._paragraph, paragraph
        self.read(paragraph)
        self._paragraph = outer

    def _read_chosen(self, alternate: etree._Element) -> None:
        branch = chosen(alternate)
        if branch is not None:
            self.read(branch)

    def _read_run(self, run: etree._Element) -> None:
        properties = run.find(f"{W}rPr")
        paragraph = None if self._paragraph is None else self._paragraph.find(f"{W}pPr")
        hidden = self._styles.hides(properties, paragraph)
        for child in run:
            if child.tag == f"{W}fldChar":
                self._read_mark(child, hidden)
            elif child.tag == f"{W}instrText" and self._fields:
                self._fields[-1].instruction += child.text or ""
            elif not hidden:
                self._read_piece(child, fonts_of(properties))

    def _read_piece(self, element: etree._Element, fonts: Fonts) -> None:
        found = character(element, fonts)
        if found:
            self._say(found[0])
        elif element.tag == f"{MC}AlternateContent":
            branch = chosen(element)
            for child in () if branch is None else branch:
                self._read_piece(child, fonts)
        elif element.tag not in _UNREAD:
            self.read(element)

    def _read_mark(self, mark: etree._Element, hidden: bool) -> None:
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin" and mark in self._closed:
            self._fields.append(_Field(mark))
        elif kind == "separate" and self._fields:
            self._fields[-1].has_result = True
        elif kind == "end" and self._fields:
            field = self._fields.pop()
            if not field.said and not hidden:
                self._say(without_result(field.instruction, field.begin) or "")

    def _say(self, words: str) -> None:
        for field in self._fields:
            if not field.has_result or field.instruction.split()[:1] == ["TOC"]:
                return
        for field in self._fields:
            field.said = True
        if self._paragraph is not None:
            self.texts[self._paragraph].append(words)


class _Field:
    def __init__(self, begin: etree._Element) -> None:
        self.begin = begin
        self.instruction = ""
        self.has_result = False
        self.said = False


_UNREAD = {f"{W}{name}" for name in ("pPr", "rPr", "sdtPr", "tblPr", "tcPr", "trPr", "rt")}
"""What holds no words for a reader, the small letters above others included."""
