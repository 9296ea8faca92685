"""The plain text of an ODF text as a person reads it, paragraph by paragraph.

This walks the file as it came, and shares no step with what is made ready for pandoc.
"""

from lxml import etree

from council_report.intake.documents.odfparts import (
    BLANKS,
    MADE,
    PARAGRAPHS,
    SILENT,
    blanks,
    changes,
    is_hidden,
    is_hidden_paragraph,
)
from council_report.intake.documents.odfstyles import OdfStyles
from council_report.office.tags import TEXT
from council_report.office.tracked import Reading


def odf_texts(root: etree._Element, styles: OdfStyles, reading: Reading) -> tuple[str, ...]:
    """The text of every paragraph and heading of a part, in the order in which they stand in it.

    A paragraph that no reader sees is "". The text of notes is not in it.
    """
    reader = _Reader(root, styles, reading)
    reader.read(root)
    return tuple("".join(words) for words in reader.texts.values())


def note_text(note: etree._Element, styles: OdfStyles, reading: Reading) -> str:
    """The text of a footnote or endnote on one line."""
    bodies = note.iterfind(f"{TEXT}note-body")
    texts = (text for body in bodies for text in odf_texts(body, styles, reading))
    return " ".join(" ".join(texts).split())


class _Reader:
    """One reading of a part: the words of each paragraph, as far as they have been read."""

    def __init__(self, root: etree._Element, styles: OdfStyles, reading: Reading) -> None:
        self.texts: dict[etree._Element, list[str]] = {p: [] for p in root.iter(*PARAGRAPHS)}
        self._styles = styles
        self._changes = changes(root.getroottree().getroot())
        self._is_before = reading == "before"
        self._inserting: set[str] = set()
        self._paragraph: etree._Element | None = None
        self._hidden = False

    def read(self, element: etree._Element) -> None:
        """Read what an element holds."""
        if element.tag not in SILENT and element.tag not in MADE and not is_hidden(element):
            if element.tag in PARAGRAPHS:
                self._read_paragraph(element)
            else:
                self._read_children(element)

    def _read_paragraph(self, paragraph: etree._Element) -> None:
        outer = self._paragraph, self._hidden
        self._paragraph = paragraph
        self._hidden = bool(self._styles.hides(paragraph)) or is_hidden_paragraph(paragraph)
        self._read_children(paragraph)
        self._paragraph, self._hidden = outer

    def _read_children(self, element: etree._Element) -> None:
        outer = self._hidden
        if element.tag == f"{TEXT}span":
            told = self._styles.hides(element)
            self._hidden = outer if told is None else told
        self._say(element.text)
        for child in element:
            self._read_child(child)
            self._say(child.tail)
        self._hidden = outer

    def _read_child(self, child: etree._Element) -> None:
        blank = blanks(child)
        if blank is not None:
            self._say_as_is(blank)
        elif child.tag == f"{TEXT}note":
            return
        elif str(child.tag).startswith(f"{TEXT}change"):
            self._pass_change(child)
        else:
            self.read(child)

    def _pass_change(self, mark: etree._Element) -> None:
        key = mark.get(f"{TEXT}change-id", "")
        change = self._changes.get(key)
        if change is None or not self._is_before:
            return
        if mark.tag == f"{TEXT}change" and change.tag == f"{TEXT}deletion":
            deleted = (one for one in change if one.tag in PARAGRAPHS)
            self._say_as_is("\n".join("".join(_written(one)) for one in deleted))
        elif mark.tag == f"{TEXT}change-start" and change.tag == f"{TEXT}insertion":
            self._inserting.add(key)
        elif mark.tag == f"{TEXT}change-end":
            self._inserting.discard(key)

    def _say(self, words: str | None) -> None:
        if words and self._paragraph is not None:
            words = BLANKS.sub(" ", words)
            self._say_as_is(words if self.texts[self._paragraph] else words.lstrip(" "))

    def _say_as_is(self, words: str) -> None:
        if self._paragraph is not None and not self._hidden and not self._inserting:
            self.texts[self._paragraph].append(words)


def _written(paragraph: etree._Element) -> list[str]:
    return [BLANKS.sub(" ", str(words)) for words in paragraph.itertext()]
