"""What all sheets of a workbook share: its texts, and how its cells look.

Of a look only that counts which changes what a person reads in a cell.
"""

import re
from dataclasses import dataclass

from lxml import etree

from council_report.intake.tables import numbers
from council_report.intake.tables.package import Package

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
HALF = re.compile("[\ud800-\udfff]")
PLAIN = {f"{MAIN}{name}" for name in ("rFont", "sz", "family", "charset", "scheme", "color")}
"""What of a run's look says nothing: its font, size and colour."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text: its words, whether parts of it had a look or were struck, its reading aid."""

    text: str
    has_look: bool = False
    is_struck: bool = False
    reading: str = ""


def words_of(element: etree._Element) -> Words:
    """The words of a shared or inline string."""
    runs = element.findall(f"{MAIN}r")
    looks = [look for run in runs for look in run.findall(f"{MAIN}rPr/*") if _is_on(look)]
    texts = [*element.findall(f"{MAIN}t"), *element.iterfind(f"{MAIN}r/{MAIN}t")]
    aids = element.iterfind(f"{MAIN}rPh/{MAIN}t")
    return Words(
        decoded("".join(text.text or "" for text in texts)),
        has_look=any(look.tag not in PLAIN for look in looks),
        is_struck=any(look.tag == f"{MAIN}strike" for look in looks),
        reading=decoded("".join(aid.text or "" for aid in aids)),
    )


def _is_on(look: etree._Element) -> bool:
    return look.get("val") not in {"0", "false", "none"}


def decoded(text: str) -> str:
    """A text without Excel's escapes: ``_x000D_`` is a carriage return, ``_x005F_`` a line.

    Half of a character becomes U+FFFE, which is none either and can be told of like any other.
    """
    if "_x" not in text:
        return text
    plain = ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    whole = plain.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    return HALF.sub("\ufffe", whole)


def read_strings(package: Package, part: str | None) -> list[Words]:
    """The texts that cells name by their place in this list; empty if the workbook has none."""
    if part is None or not package.holds(part):
        return []
    return [words_of(one) for one in package.xml(part).iterfind(f"{MAIN}si")]


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a cell: how it shows a number, with the code, and whether it is struck out."""

    kind: numbers.Look = "plain"
    code: str = "General"
    is_struck: bool = False


def read_looks(package: Package, part: str | None) -> list[Look]:
    """The looks that cells name by their place in this list; empty if the workbook has none."""
    if part is None or not package.holds(part):
        return []
    root = package.xml(part)
    codes = {
        int(one.get("numFmtId", "0")): one.get("formatCode", "")
        for one in root.iterfind(f"{MAIN}numFmts/{MAIN}numFmt")
    }
    struck = [_strikes(font) for font in root.iterfind(f"{MAIN}fonts/{MAIN}font")]
    return [_look(one, codes, struck) for one in root.iterfind(f"{MAIN}cellXfs/{MAIN}xf")]


def _look(element: etree._Element, codes: dict[int, str], struck: list[bool]) -> Look:
    number_format = int(element.get("numFmtId", "0"))
    font = int(element.get("fontId", "0"))
    code = codes.get(number_format)
    return Look(
        kind=numbers.look_of(number_format, code),
        code=numbers.code_of(number_format, code),
        is_struck=0 <= font < len(struck) and struck[font],
    )


def _strikes(font: etree._Element) -> bool:
    strike = font.find(f"{MAIN}strike")
    return strike is not None and strike.get("val", "1") not in {"0", "false"}


@dataclass(frozen=True, slots=True)
class Workbook:
    """What all sheets of a workbook share: its texts, the looks of cells, how it counts days."""

    strings: list[Words]
    looks: list[Look]
    from_1904: bool
