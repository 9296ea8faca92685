"""Fields are known by their instructions, however these are written."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from council_report.office.fields import instructions


def mark(kind: str) -> str:
    """The beginning, middle or end of a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def said(words: str) -> str:
    """A part of an instruction."""
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


BEGIN, MIDDLE, END = map(mark, ("begin", "separate", "end"))


@pytest.mark.parametrize(
    ("xml", "found"),
    [
        ("<w:r><w:t>PAGE</w:t></w:r>", []),
        (f"{BEGIN}{said(' PA')}{said('GE ')}{MIDDLE}<w:r><w:t>7</w:t></w:r>{END}", ["PAGE"]),
        ("<w:fldSimple w:instr=' PAGE '><w:r><w:t>7</w:t></w:r></w:fldSimple>", ["PAGE"]),
        (f"{BEGIN}{said('IF ')}{BEGIN}{said('PAGE')}{END}{said(' = 1')}{END}", ["PAGE", "IF  = 1"]),
        (f"{BEGIN}{said('DATE')}", ["DATE"]),
        (f"{END}{said('DATE')}", []),
        (f"{BEGIN}{END}", [""]),
    ],
)
def test_each_field_gives_its_instruction(xml: str, found: list[str]) -> None:
    """Also one within another, one without end, and an empty one; what is in none is none."""
    assert list(instructions(parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"))) == found
