"""The order in which the letters of an Arabic PDF are printed."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from council_report.model.document import Block, Document
from council_report.rendering.pdf import libreoffice, reading
from council_report.rendering.pdf.reading import from_left_to_right
from council_report.rendering.word import render_word

MakeBlock = Callable[..., Block]
MakeDocument = Callable[..., Document]

TEMPLATE = Path(__file__).parents[3] / "templates" / "report.docx"
LINE = "القرار 214 (بوخارست، 2022) بشأن الذكاء الاصطناعي (AI)، والقرار 101 (نيودلهي، 2024)."


def made_of(content: bytes) -> bytes:
    """A PDF of one page with this content."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page().Contents = pdf.make_stream(content)
        saved = io.BytesIO()
        pdf.save(saved)
    return saved.getvalue()


def content_of(pdf: bytes) -> bytes:
    """What the page of a PDF consists of, on one line."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return b" ".join(opened.pages[0].Contents.read_bytes().split())


def test_what_is_printed_late_comes_in_its_place() -> None:
    """The pieces of a stretch of text are printed by where they stand, each as it was."""
    content = b"q BT 50 9 Td /F1 12 Tf [(ab) 3 (c)] TJ 1 0 0 1 20 9 Tm /F2 12 Tf (x) Tj ET Q"
    assert content_of(from_left_to_right(made_of(content))) == (
        b"q BT 1 0 0 1 20 9 Tm /F2 12 Tf (x) Tj 1 0 0 1 50 9 Tm /F1 12 Tf [ (ab) 3 (c) ] TJ ET Q"
    )


@pytest.mark.parametrize(
    "content",
    [
        b"BT 50 9 Td (a) Tj 1 0 0 1 20 9 Tm 1 0 0 rg (x) Tj ET",
        b"BT 50 9 Td (a) Tj 0 1 -1 0 20 9 Tm (x) Tj ET",
        b"BT 50 9 Td (a) Tj -30 0 Td (x) Tj ET",
        b"BT /F1 12 Tf 50 9 Td (a) Tj ET",
        b"BT ET",
        b"q 1 0 0 1 5 5 cm /Im1 Do Q",
    ],
)
def test_whatever_else_a_page_says_stays_as_it_is(content: bytes) -> None:
    """Colours, turned letters and places that build on each other keep their order."""
    assert content_of(from_left_to_right(made_of(content))) == content


@pytest.mark.libreoffice
def test_the_page_looks_the_same_and_reads_better(
    make_block: MakeBlock, make_document: MakeDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not a dot moves, and a bracket is no longer read after the words that follow it."""
    document = make_document(make_block("paragraph", LINE), language="ar", title="تقرير")
    words = {"a.docx": render_word(document, TEMPLATE.read_bytes(), "report.docx", None)}
    ordered = libreoffice.convert(words)["a.docx"]
    monkeypatch.setattr(reading, "from_left_to_right", lambda pdf: pdf)
    as_printed = libreoffice.convert(words)["a.docx"]
    assert ordered != as_printed
    pictures = [pypdfium2.PdfDocument(pdf)[0].render().to_pil() for pdf in (ordered, as_printed)]
    assert pictures[0].tobytes() == pictures[1].tobytes()
