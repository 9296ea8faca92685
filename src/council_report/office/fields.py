"""The fields of a Word text: what each is instructed to show."""

from collections.abc import Iterator

from lxml import etree

from council_report.office.tags import W

SIMPLE, MARK, WORDS = f"{W}fldSimple", f"{W}fldChar", f"{W}instrText"


def instructions(root: etree._Element) -> Iterator[str]:
    """The instruction of each field of a part, such as ``PAGE``, also of one that does not end.

    The words of an instruction may be spread over many runs, with other fields among them.
    """
    begun: list[str] = []
    for element in root.iter(SIMPLE, MARK, WORDS):
        kind = element.get(f"{W}fldCharType")
        if element.tag == SIMPLE:
            yield element.get(f"{W}instr", "").strip()
        elif kind == "begin":
            begun.append("")
        elif kind == "end" and begun:
            yield begun.pop().strip()
        elif element.tag == WORDS and begun:
            begun[-1] += element.text or ""
    yield from (one.strip() for one in begun)
