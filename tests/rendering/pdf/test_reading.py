"""The order in which the letters of an Arabic PDF are printed and read, and where lines break."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from council_report.model.document import Block, Document
from council_report.model.text import Run
from council_report.rendering.pdf import inspect, libreoffice, reading
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


@pytest.mark.libreoffice
def test_an_arabic_page_is_read_in_logical_order(
    make_block: MakeBlock, make_document: MakeDocument
) -> None:
    """Every word from its first letter to its last, and the words one after the other."""
    line = "نفذ المجلس القرار 214 بشأن الذكاء الاصطناعي والاتصالات، بدعم من ITU في جنيف."
    document = make_document(make_block("paragraph", line), language="ar", title="تقرير")
    words = {"a": render_word(document, TEMPLATE.read_bytes(), "report.docx", None)}
    text = " ".join(inspect.text(libreoffice.convert(words)["a"]).split())
    assert line in text


@pytest.mark.libreoffice
def test_no_line_breaks_between_a_bracket_and_its_words(
    make_block: MakeBlock, make_document: MakeDocument
) -> None:
    """Wherever on a line they stand, in a link or not."""
    link = Run("A/RES/78/311", href="https://undocs.org/A/RES/78/311")
    blocks = [
        make_block("paragraph", (Run(f"{'قرار ' * 15}{'ب' * length} ("), words, Run(") من")))
        for words in (link, Run("IEC"), Run("2024"))
        for length in range(1, 40, 2)
    ]
    document = make_document(*blocks, language="ar", title="تقرير")
    words = {"a": render_word(document, TEMPLATE.read_bytes(), "report.docx", None)}
    signs = [*signs_of(libreoffice.convert(words)["a"])]
    latin = [box for sign, box in signs if sign.isascii() and sign.isalnum()]
    brackets = [box for sign, box in signs if sign in "()"]
    assert len(brackets) == 2 * len(blocks)
    assert all(any(touch(one, other) for other in latin) for one in brackets)


Box = tuple[int, float, float, float]
"""Where a sign stands: its page, its left and right edge, its foot."""


def signs_of(pdf: bytes) -> Iterator[tuple[str, Box]]:
    """The signs of a PDF."""
    for number, page in enumerate(pypdfium2.PdfDocument(pdf)):
        text = page.get_textpage()
        for at in range(text.count_chars()):
            left, bottom, right, _ = text.get_charbox(at, loose=True)
            yield text.get_text_range(at, 1), (number, left, right, bottom)


def touch(one: Box, other: Box) -> bool:
    """Whether two signs stand beside each other on the same line."""
    gap = min(abs(one[1] - other[2]), abs(one[2] - other[1]))
    return one[0] == other[0] and gap < 1 and abs(one[3] - other[3]) < 6
