"""Word files made into PDF files, and what is to be known of these."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from council_report.model.session import Key
from council_report.rendering.pdf import Engine
from council_report.rendering.pdf.fonts import Font, fonts_of
from council_report.rendering.pdf.inspect import pages
from council_report.rendering.pdf.lengths import section_pages
from flows.drafting import Rendered
from flows.steps import Step, plainly


class Paper(NamedTuple):
    """A PDF file: how many pages it has, how many each section takes of them, and its fonts."""

    pdf: bytes
    pages: int
    sections: Mapping[Key, float]
    fonts: tuple[Font, ...]


def print_all(
    rendered: Sequence[Rendered], engine: Engine | None, step: Step = plainly
) -> dict[str, Paper]:
    """The PDF files of Word files, by name, made in one go.

    Each is measured while the engine prints the next.
    """
    if engine is None or not rendered:
        return {}
    by_word = {one.name: one for one in rendered}
    papers: dict[str, Paper] = {}

    def measure(name: str, pdf: bytes) -> None:
        one = by_word[name]
        sections = section_pages(pdf, one.document) if one.edition == "publication" else {}
        papers[one.pdf_name] = Paper(pdf, pages(pdf), sections, fonts_of(pdf))

    words = {one.name: one.word for one in rendered}
    step(f"convert to PDF with {engine.NAME}", engine.convert, words, measure)
    return papers
