"""The lists of a Word form: en dashes on two levels, and numbers."""

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

BULLETS, NUMBERS = 1, 2
"""The lists of a form, by the id of their definition."""

LEVEL = (
    '<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{sort}"/>{style}'
    '<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="{indent}" w:hanging="397"/></w:pPr></w:lvl>'
)


def set_lists(document: Any) -> None:
    """Give a document these lists in place of its own, and link the styles of a form to them."""
    numbering = document.part.numbering_part.element
    for element in list(numbering):
        numbering.remove(element)
    dashes = "".join(
        _level(level, "bullet", "\N{EN DASH}", style)
        for level, style in enumerate(("ListBullet", "ListBullet2"))
    )
    definitions = {BULLETS: dashes, NUMBERS: _level(0, "decimal", "%1.", "ListNumber")}
    for number, levels in definitions.items():
        xml = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{levels}</w:abstractNum>'
        numbering.append(parse_xml(xml))
    for number in definitions:
        xml = (
            f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        )
        numbering.append(parse_xml(xml))
    for name, number, level in (
        ("List Bullet", BULLETS, 0),
        ("List Bullet 2", BULLETS, 1),
        ("List Number", NUMBERS, 0),
    ):
        properties = document.styles[name].element.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = level
        properties.get_or_add_numId().val = number


def _level(level: int, sort: str, sign: str, style: str) -> str:
    linked = f'<w:pStyle w:val="{style}"/>'
    return LEVEL.format(level=level, sort=sort, sign=sign, style=linked, indent=397 * (level + 1))


def restarted_numbers(document: Any) -> int:
    """The id of a numbered list that begins at 1 again."""
    numbering = document.part.numbering_part.element
    number = len(numbering.num_lst) + 1
    numbering.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{NUMBERS}"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
    )
    return number
