"""How many pages each section of a document takes in its PDF."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pypdfium2

from council_report.model.document import Block, Document
from council_report.model.language import RIGHT_TO_LEFT
from council_report.model.session import Key
from council_report.rendering.pdf.inspect import PDFIUM

LETTER = re.compile(r"[^\W_]")
"""A letter or digit; engines write in more than one way what stands between: spaces, hyphens."""

ENOUGH = 40
"""How many letters of a line are looked for: further on, a page may end in the middle of it."""

RUNNING = 500
"""How many letters may stand in between that no line accounts for: those that run along pages."""

MARGIN = 71.0
"""The upper and lower margin of a page in points, in our templates and with both engines."""


def section_pages(pdf: bytes, document: Document) -> dict[Key, float]:
    """How many pages each section and row of the box takes, in tenths of a page.

    A rule counts with what is above it; what is above the box counts with nothing. A section is
    left out where its beginning or end is not found. In Arabic it is taken to begin where the line
    before it ends: a PDF may have numbers and marks in another place among the letters.
    """
    with PDFIUM:
        opened = pypdfium2.PdfDocument(pdf)
        try:
            starts = list(_starts(_Letters(opened), document))
        finally:
            opened.close()
    return {
        key: round(end - start, 1)
        for (key, start), (_, end) in pairwise(starts)
        if key is not None and start is not None and end is not None
    }


class _Letters:
    """The letters of a PDF in the order in which they are read, and where each stands."""

    def __init__(self, pdf: pypdfium2.PdfDocument) -> None:
        self.pages = [page.get_textpage() for page in pdf]
        self.heights = [page.get_height() for page in pdf]
        texts = [page.get_text_range() for page in self.pages]
        self.spots = [
            (page, match.start())
            for page, text in enumerate(texts)
            for match in LETTER.finditer(text)
        ]
        self.text = "".join(letters_of(text) for text in texts)

    def above(self, letter: int) -> float:
        """How many pages stand above a letter."""
        page, at = self.spots[letter]
        _, _, _, top = self.pages[page].get_charbox(at)
        return self._pages(page, top)

    def down_to(self, letter: int) -> float:
        """How many pages there are from the first line to that of a letter."""
        page, at = self.spots[letter]
        _, bottom, _, _ = self.pages[page].get_charbox(at)
        return self._pages(page, bottom)

    def _pages(self, page: int, y: float) -> float:
        height = self.heights[page]
        share = float(height - MARGIN - y) / float(height - 2 * MARGIN)
        return page + min(max(share, 0.0), 1.0)


def letters_of(text: str) -> str:
    """The letters and digits of a text, one after the other."""
    return "".join(LETTER.findall(text))


def _starts(letters: _Letters, document: Document) -> Iterator[tuple[Key | None, float | None]]:
    """Where each section begins, in pages, or None where it is not found; then the end of all."""
    lines = [(line.block, letters_of(line.text)) for line in document.lines()]
    lines = [(block, words) for block, words in lines if words]
    section, end = None, -1
    for (block, words), found in zip(lines, _places(letters.text, lines), strict=True):
        is_guessed = found is None and 0 < end < len(letters.spots)
        place = end if is_guessed and document.language in RIGHT_TO_LEFT else found
        if block and block.section != section:
            section = block.section
            yield section, None if place is None else letters.above(place)
        end = (end if place is None else place) + len(words)
    if letters.spots:
        yield None, letters.down_to(min(end, len(letters.spots)) - 1)


def _places(text: str, lines: Sequence[tuple[Block | None, str]]) -> Iterator[int | None]:
    """Where each line begins among the letters of a PDF, one after the other.

    A line is not looked for any further than the lines before it can reach: the same words may
    stand in many places.
    """
    position, reach = 0, RUNNING
    for _, words in lines:
        wanted = words[:ENOUGH]
        place = text.find(wanted, position, position + reach + len(wanted))
        if place < 0:
            reach += len(words)
            yield None
        else:
            position, reach = place + len(wanted), len(words) + RUNNING
            yield place
