"""Page numbers, which programs write anew each time, whoever edits a file."""

from lxml import etree

from council_report.intake.documents.wordparts import WRITTEN
from council_report.office.tags import W

COUNTED = {"PAGE", "NUMPAGES", "SECTIONPAGES"}
"""The fields that show how pages are counted."""


def drop_page_numbers(root: etree._Element) -> None:
    """Take the page numbers out of a header or footer: a new one is no edit of anybody's."""
    for field in root.iter(f"{W}fldSimple"):
        if _is_counted(field.get(f"{W}instr", "")):
            field[:] = []
    instructions: list[str] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText", *WRITTEN):
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            instructions.append("")
        elif kind == "end" and instructions:
            instructions.pop()
        elif element.tag == f"{W}instrText" and instructions:
            instructions[-1] += element.text or ""
        elif element.tag in WRITTEN and any(map(_is_counted, instructions)):
            element.text = ""


def _is_counted(instruction: str) -> bool:
    return not COUNTED.isdisjoint(instruction.upper().split()[:1])
