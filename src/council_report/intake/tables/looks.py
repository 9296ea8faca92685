"""How the cells of a workbook look, as far as it changes what a person reads in them."""

from dataclasses import dataclass

from lxml import etree

from council_report.intake.tables import numbers
from council_report.intake.tables.package import Package
from council_report.intake.tables.strings import MAIN


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
        is_struck=font < len(struck) and struck[font],
    )


def _strikes(font: etree._Element) -> bool:
    strike = font.find(f"{MAIN}strike")
    return strike is not None and strike.get("val", "1") not in {"0", "false"}
