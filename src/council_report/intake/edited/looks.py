"""The words of a paragraph with those looks that stand out in it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from council_report.intake.documents.wordpieces import Piece
from council_report.intake.documents.wordstyles import VALUE, is_on, switch, value_of
from council_report.model.text import Run, Text, address_of, joined, plain
from council_report.office.tags import W

MARKER = re.compile(r"(?:[-\N{EN DASH}\N{EM DASH}\N{BULLET}]|[0-9]+(?:\.[0-9]+)*[.)]?)\t")
"""What stands before the text of a bullet, numbered point or heading of our drafts."""

WRITTEN = {f"{W}tab": "\t", f"{W}br": "\n"}


class Looks:
    """What the styles of a file say of bold, italics and raised letters."""

    def __init__(self, styles: etree._Element | None) -> None:
        elements = [] if styles is None else list(styles.iter(f"{W}style"))
        self._elements = {one.get(f"{W}styleId", ""): one for one in elements}

    def text(self, pieces: Iterable[Piece], paragraph: etree._Element | None) -> Text:
        """The runs of a paragraph with these properties.

        What the style of the paragraph gives to all of it is no look of a run. A link that leads
        neither to the web nor to a mail address is none.
        """
        style = value_of(paragraph, "pStyle")
        return joined(self._run(piece, style) for piece in pieces)

    def _run(self, piece: Piece, paragraph: str) -> Run:
        words = piece.content.text or "" if piece.content.tag == f"{W}t" else ""
        return Run(
            words or WRITTEN.get(str(piece.content.tag), ""),
            strong=self._stands_out(piece.look, "b", paragraph),
            emphasis=self._stands_out(piece.look, "i", paragraph),
            superscript=self._is_raised(piece.look),
            href=address_of(piece.address) if piece.address else None,
        )

    def _stands_out(self, look: etree._Element | None, name: str, paragraph: str) -> bool:
        direct = switch(look, name)
        if direct is not None:
            return direct
        # In Word a style of characters takes away what the style of the paragraph gives.
        given = self._given(value_of(look, "rStyle"), name)
        return _is_given(given) and not _is_given(self._given(paragraph, name))

    def _is_raised(self, look: etree._Element | None) -> bool:
        direct = None if look is None else look.find(f"{W}vertAlign")
        found = self._given(value_of(look, "rStyle"), "vertAlign") if direct is None else direct
        return found is not None and found.get(VALUE) == "superscript"

    def _given(self, style: str, name: str, *below: str) -> etree._Element | None:
        """What a style, or one that it is based on, says of a look."""
        if style in below or style not in self._elements:
            return None
        element = self._elements[style]
        found = element.find(f"{W}rPr/{W}{name}")
        based = value_of(element, "basedOn")
        return self._given(based, name, style, *below) if found is None else found


def marker_of(text: Text | None) -> str:
    """The dash or number before a text, with its tab; "" where there is none."""
    found = MARKER.match(plain(text or ()))
    return found[0] if found else ""


def without_beginning(text: Text, characters: int) -> Text:
    """The runs without so many characters at the beginning."""
    runs = []
    for run in text:
        runs.append(replace(run, text=run.text[characters:]))
        characters = max(characters - len(run.text), 0)
    return joined(runs)


def _is_given(found: etree._Element | None) -> bool:
    return found is not None and is_on(found.get(VALUE, "1"))
