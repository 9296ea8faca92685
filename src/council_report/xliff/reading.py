"""Rich text read out of an element of XLIFF, whatever tool has written it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from lxml import etree

from council_report.model.spacing import tidied
from council_report.model.text import Run, Text
from council_report.xliff.codes import Code
from council_report.xliff.names import LOOKS

DELETED = "x-sdl-deleted"
"""How Trados marks words that a tracked change takes away."""

STANDING = {"x", "ph"}
OPENING, CLOSING = {"bx", "bpt", "it"}, {"ex", "ept"}


class Inline(NamedTuple):
    """A text, its spaces tidied, and the ids of codes in it that the source does not have.

    Where such a code would be a statistic, its id stands in the text, in braces.
    """

    text: Text
    unknown: tuple[str, ...]


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace; "" for a comment or instruction."""
    return str(etree.QName(element).localname) if isinstance(element.tag, str) else ""


def read_inline(element: etree._Element, codes: Sequence[Code]) -> Inline:
    """The text in an element, its codes being those of the source by their ids, the first is 1.

    What a tool has split into segments is joined. Where a link leads, and which statistic is
    quoted, is never taken from the file.
    """
    reader = _Reader(codes)
    reader.read(element, Run(""))
    return Inline(tidied(tuple(reader.runs)), tuple(dict.fromkeys(reader.unknown)))


class _Reader:
    def __init__(self, codes: Sequence[Code]) -> None:
        self._codes = {str(number): code for number, code in enumerate(codes, 1)}
        self._open: dict[str, Code] = {}
        self.runs: list[Run] = []
        self.unknown: list[str] = []

    def read(self, element: etree._Element, look: Run) -> None:
        """Read what stands in an element, in the look that stands around it."""
        self._say(element.text, look)
        for child in element:
            self._read_child(child, look)
            self._say(child.tail, look)

    def _read_child(self, child: etree._Element, look: Run) -> None:
        name = local_name(child)
        if name == "g":
            self.read(child, _looking(look, self._code(child)))
        elif name in STANDING:
            self._stand(child, look)
        elif name in OPENING and child.get("pos") != "close":
            self._begin(child)
        elif name in OPENING | CLOSING:
            self._open.pop(_pair(child), None)
        elif name and child.get("mtype") != DELETED:
            self.read(child, look)

    def _begin(self, child: etree._Element) -> None:
        code = self._code(child)
        if code:
            self._open[_pair(child)] = code

    def _say(self, words: str | None, look: Run) -> None:
        if words:
            self.runs.append(replace(self._opened(look), text=words))

    def _opened(self, look: Run) -> Run:
        """A look with those added that have been opened and not closed."""
        for code in self._open.values():
            look = _looking(look, code)
        return look

    def _stand(self, child: etree._Element, look: Run) -> None:
        code = self._code(child)
        if code and code.kind == "x-statistic":
            self.runs.append(replace(self._opened(look), statistic=code.value))
            return
        given = child.get("id", "")
        self.unknown.append(given)
        self.runs.append(replace(look, text=f"{{{given}}}"))

    def _code(self, child: etree._Element) -> Code | None:
        """The code of the source that an element stands for; None, and noted, if there is none."""
        given, kind = child.get("id", ""), child.get("ctype")
        code = self._codes.get(given)
        if code and kind in {None, code.kind}:
            return code
        if kind in LOOKS:
            return Code(LOOKS[LOOKS.index(kind)])
        self.unknown.append(given)
        return None


def _pair(element: etree._Element) -> str:
    """What an opening element and its closing one have in common."""
    return str(element.get("rid") or element.get("id", ""))


def _looking(look: Run, code: Code | None) -> Run:
    match code:
        case Code("link", address):
            return replace(look, href=address)
        case Code("bold"):
            return replace(look, strong=True)
        case Code("italic"):
            return replace(look, emphasis=True)
        case Code("x-superscript"):
            return replace(look, superscript=True)
        case _:
            return look
