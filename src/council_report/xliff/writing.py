"""Rich text written into an element of XLIFF, with inline codes."""

from collections.abc import Mapping, Sequence
from itertools import count

from lxml import etree

from council_report.model.text import Text
from council_report.xliff.codes import Code, Coded, Piece, pieces_of
from council_report.xliff.names import X


def write_inline(
    element: etree._Element, text: Text, codes: Sequence[Code], figures: Mapping[str, str]
) -> None:
    """Write a text into an empty element, such as ``source`` or ``target``.

    ``codes`` are those of the source, from which equal ones take their ids; what the source does
    not have gets an id that the source does not have either. ``figures`` says how a statistic
    reads, by its key: what a tool may show in the place of its code.
    """
    _write(element, pieces_of(text), _Ids(codes), figures)


class _Ids:
    """The ids of codes, each given once."""

    def __init__(self, codes: Sequence[Code]) -> None:
        self._free = list(enumerate(codes, 1))
        self._more = count(len(codes) + 1)

    def next(self, code: Code) -> str:
        for place, (number, known) in enumerate(self._free):
            if known == code:
                del self._free[place]
                return str(number)
        return str(next(self._more))


def _write(
    parent: etree._Element, pieces: Sequence[Piece], ids: _Ids, figures: Mapping[str, str]
) -> None:
    last: etree._Element | None = None
    for piece in pieces:
        if isinstance(piece, Coded):
            last = _coded(parent, piece, ids, figures)
        elif last is None:
            parent.text = (parent.text or "") + piece
        else:
            last.tail = (last.tail or "") + piece


def _coded(
    parent: etree._Element, piece: Coded, ids: _Ids, figures: Mapping[str, str]
) -> etree._Element:
    kind, value = piece.code
    if kind == "x-statistic":
        shown = figures.get(value) or f"[[{value}]]"
        attributes = {"id": ids.next(piece.code), "ctype": kind, "equiv-text": shown, "clone": "no"}
        return etree.SubElement(parent, f"{X}x", attributes)
    element = etree.SubElement(parent, f"{X}g", {"id": ids.next(piece.code), "ctype": kind})
    _write(element, piece.inside, ids, figures)
    return element
