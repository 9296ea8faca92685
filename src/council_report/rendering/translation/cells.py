"""Rich text as Word paragraphs in the direction of its language, and tables of them."""

import re
from collections.abc import Callable, Iterator, Sequence

from docx.oxml.ns import nsdecls

from council_report.model.language import RIGHT_TO_LEFT, TAGS, Language
from council_report.model.text import Run, Text
from council_report.rendering.forms.look import SHADE
from council_report.rendering.runs import KINDS, escaped

MARK = re.compile(r"(?<!\\)(\[\[[a-z0-9-]+\]\])")
"""How a statistic is quoted, which is not to be changed."""

TWIPS = 56.7
"""How many of Word's units of length a millimetre has."""

MARGINS = "<w:tblCellMar>{}</w:tblCellMar>".format(
    "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 60), ("left", 108), ("bottom", 30), ("right", 108))
    )
)
"""The room around the words of a cell, in twentieths of a point."""

Relation = Callable[[str], str]
"""Gives the id of the relationship to an address."""


class Cells:
    """Writes the paragraphs of one Word file, whose links become relationships."""

    def __init__(self, relation: Relation) -> None:
        self._relation = relation

    def paragraph(self, text: Text, language: Language, style: str) -> str:
        """A paragraph of a text whose statistics are spelled out; without any, one to write in."""
        turned = language in RIGHT_TO_LEFT
        mark = f"<w:rPr>{'<w:rtl/>' if turned else ''}{_lang(language)}</w:rPr>"
        runs = "".join(xml for run in text for xml in self._runs(run, language))
        return (
            f'<w:p {nsdecls("w", "r")}><w:pPr><w:pStyle w:val="{style}"/>'
            f'<w:bidi w:val="{int(turned)}"/>{mark}</w:pPr>{runs}</w:p>'
        )

    def _runs(self, run: Run, language: Language) -> Iterator[str]:
        for words in filter(None, MARK.split(run.text)):
            look = _look(run, language, is_mark=bool(MARK.fullmatch(words)))
            xml = f'<w:r>{look}<w:t xml:space="preserve">{escaped(words)}</w:t></w:r>'
            yield xml if run.href is None else self._linked(xml, run.href)

    def _linked(self, xml: str, href: str) -> str:
        return f'<w:hyperlink r:id="{self._relation(href)}" w:history="1">{xml}</w:hyperlink>'


def table_xml(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
    """A table of cells, each the XML of its paragraphs; the first row is its header.

    ``widths`` are those of the columns in mm. The last column is left white, to be written in.
    """
    grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in widths)
    lines = "".join(_row(row, widths, is_header=not number) for number, row in enumerate(rows))
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{_twips(sum(widths))}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"{MARGINS}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"
    )


def _row(cells: Sequence[str], widths: Sequence[int], *, is_header: bool) -> str:
    repeated = "<w:tblHeader/>" if is_header else ""
    last = len(cells) - 1
    inside = "".join(
        _cell(cell, width, is_shaded=is_header or place < last)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{inside}</w:tr>"


def _cell(paragraphs: str, width: int, *, is_shaded: bool) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>' if is_shaded else ""
    size = f'<w:tcW w:w="{_twips(width)}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{size}{shade}</w:tcPr>{paragraphs}</w:tc>"


def _twips(millimetres: float) -> int:
    return round(millimetres * TWIPS)


def _look(run: Run, language: Language, *, is_mark: bool) -> str:
    """The look of a run, in the order that the schema of WordprocessingML asks for."""
    marks = (
        '<w:rStyle w:val="Hyperlink"/>' if run.href else "",
        "<w:b/><w:bCs/>" if run.strong else "",
        "<w:i/><w:iCs/>" if run.emphasis else "",
        f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>' if is_mark else "",
        '<w:vertAlign w:val="superscript"/>' if run.superscript else "",
        _lang(language),
    )
    return f"<w:rPr>{''.join(marks)}</w:rPr>"


def _lang(language: Language) -> str:
    """The language of a run, in the attribute for letters of its sort."""
    return f'<w:lang w:{KINDS.get(language, "val")}="{TAGS[language]}"/>'
