"""The letters of an Arabic PDF in the order in which they stand on the page.

LibreOffice prints what comes from a second font, brackets above all, after the rest of a stretch of
text; programs that read a PDF take the order of printing for that of the letters.
"""

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import ContentStreamInlineImage, ContentStreamInstruction

UPRIGHT = [1, 0, 0, 1]
KNOWN = {"Td", "Tm", "Tf", "Tj", "TJ"}
PLACES = {"Td", "Tm"}
"""What begins a piece of text at a place of its own."""

Instruction = ContentStreamInstruction | ContentStreamInlineImage
Piece = list[Instruction]


def from_left_to_right(pdf: bytes) -> bytes:
    """The PDF of LibreOffice, the pieces of each stretch of text printed from left to right."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            ordered = pikepdf.unparse_content_stream([*_ordered(page)])
            page.Contents = document.make_stream(ordered)
        target = io.BytesIO()
        document.save(target)
    return target.getvalue()


def _ordered(page: pikepdf.Page) -> Iterator[Instruction]:
    """The instructions of a page, those between BT and ET by where they print."""
    stretch: Piece | None = None
    for one in pikepdf.parse_content_stream(page):
        name = str(one.operator)
        if name == "ET" and stretch is not None:
            yield from _sorted(stretch)
            stretch = None
        if stretch is None:
            yield one
        else:
            stretch.append(one)
        if name == "BT":
            stretch = []


def _sorted(stretch: Piece) -> Piece:
    """The instructions of one stretch; as they are where they say more than what stands where."""
    pieces: list[Piece] = []
    for one in stretch:
        name = str(one.operator)
        if name not in KNOWN or (not pieces and name not in PLACES):
            return stretch
        if name in PLACES:
            pieces.append([])
        pieces[-1].append(one)
    if not all(map(_is_upright, pieces[1:])) or not pieces or str(pieces[0][0].operator) != "Td":
        return stretch
    first = pieces[0][0]
    pieces[0][0] = ContentStreamInstruction([*UPRIGHT, *first.operands], pikepdf.Operator("Tm"))
    pieces.sort(key=lambda piece: float(piece[0].operands[4]))
    return [one for piece in pieces for one in piece]


def _is_upright(piece: Piece) -> bool:
    place = piece[0]
    return str(place.operator) == "Tm" and [*map(float, place.operands[:4])] == UPRIGHT
