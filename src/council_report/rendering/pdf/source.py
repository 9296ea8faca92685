"""What an engine must know of a Word document besides its body."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import docx
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.section import _Footer, _Header
from docx.text.paragraph import Paragraph
from lxml import etree

from council_report.office.parts import PARSER
from council_report.rendering.traces import parts_of

RunningLine = list[str | None]
"""A line at the top or foot of a page: pieces of text, ``None`` for the number of the page."""


@dataclass(frozen=True, slots=True)
class Source:
    """The properties and fonts of a Word document, and the lines that run along its pages.

    ``latin_fonts`` are those for Latin and Cyrillic letters, the preferred one first,
    ``other_fonts`` those for Arabic and for Chinese letters.
    """

    title: str
    language: str
    latin_fonts: list[str]
    other_fonts: list[str]
    first_header: list[RunningLine]
    first_footer: list[RunningLine]
    header: list[RunningLine]
    footer: list[RunningLine]


def read_source(document: bytes) -> Source:
    """The properties and running lines of a Word document."""
    word = docx.Document(io.BytesIO(document))
    section = word.sections[0]
    header, footer = _lines(section.header), _lines(section.footer)
    first = section.different_first_page_header_footer
    fonts = _fonts(word)
    return Source(
        title=word.core_properties.title,
        language=word.core_properties.language,
        latin_fonts=_with_another(word, fonts.get("ascii", [])),
        other_fonts=[*fonts.get("cs", []), *fonts.get("eastAsia", [])],
        first_header=_lines(section.first_page_header) if first else header,
        first_footer=_lines(section.first_page_footer) if first else footer,
        header=header,
        footer=footer,
    )


def _fonts(word: WordFile) -> dict[str, list[str]]:
    """The font of all text that no style gives another to, by the kind of its letters."""
    named = word.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:rFonts')}")
    attributes = {} if named is None else named.attrib
    return {str(key).rpartition("}")[2]: [str(name)] for key, name in attributes.items()}


def _with_another(word: WordFile, names: list[str]) -> list[str]:
    """The fonts that a file names as the next best, then those themselves."""
    tables = (part.blob for part in parts_of(word) if part.content_type.endswith("fontTable+xml"))
    fonts = (font for table in tables for font in etree.fromstring(table, PARSER))
    others = [
        one.get(qn("w:val"), "")
        for font in fonts
        if font.get(qn("w:name")) in names
        for one in font.iter(qn("w:altName"))
    ]
    return [*others, *names]


def _lines(part: _Header | _Footer) -> list[RunningLine]:
    lines = [list(_pieces(paragraph)) for paragraph in part.paragraphs]
    return [line for line in lines if line]


def _pieces(paragraph: Paragraph) -> Iterator[str | None]:
    """The texts of a paragraph; a field is taken for the page number, its cached value left out."""
    in_field = False
    for element in paragraph._p.iter(qn("w:t"), qn("w:fldChar")):
        kind = element.get(qn("w:fldCharType"))
        if kind == "begin":
            in_field = True
            yield None
        elif kind == "end":
            in_field = False
        elif not kind and not in_field and element.text:
            yield element.text
