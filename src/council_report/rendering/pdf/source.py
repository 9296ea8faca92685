"""What an engine must know of a Word document besides its body."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import docx
from docx.oxml.ns import qn
from docx.section import _Footer, _Header
from docx.text.paragraph import Paragraph

RunningLine = list[str | None]
"""A line at the top or foot of a page: pieces of text, ``None`` for the number of the page."""


@dataclass(frozen=True, slots=True)
class Source:
    """The properties of a Word document, and the lines that run along its pages."""

    title: str
    language: str
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
    return Source(
        title=word.core_properties.title,
        language=word.core_properties.language,
        first_header=_lines(section.first_page_header) if first else header,
        first_footer=_lines(section.first_page_footer) if first else footer,
        header=header,
        footer=footer,
    )


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
