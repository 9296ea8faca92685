"""A redline is printed with its marks: what is new underlined, what is gone struck through."""

from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from council_report.rendering.pdf import ENGINES, Engine, inspect, libreoffice, typst

NAME = "S25-CL-C-XXXX!!MSW-redline-E.docx"
BLUE, RED = (0x0B, 0x57, 0xA4), (0xB3, 0x26, 0x1E)

engines = pytest.mark.parametrize(
    "engine",
    [pytest.param(libreoffice, marks=pytest.mark.libreoffice), typst],
    ids=[one.NAME for one in (libreoffice, typst)],
)


def track(element, kind: str) -> None:
    """Put a tracked change around a run."""
    change = OxmlElement(f"w:{kind}")
    for name, value in (
        ("id", "1"),
        ("author", "council-report"),
        ("date", "2026-11-22T10:00:00Z"),
    ):
        change.set(qn(f"w:{name}"), value)
    element.addprevious(change)
    change.append(element)


def change_words(word: Document) -> None:
    """Add paragraphs in which words were deleted, inserted and moved."""
    for style in ("Normal", "Bullet", "Heading 1"):
        marked = word.add_paragraph("–\t" if style == "Bullet" else "", style=style)
        marked.add_run("kept ")
        for kind, words in (("del", "former"), ("ins", "latter"), ("moveTo", "moved")):
            run = marked.add_run(f"{words} ")._r
            if kind == "del":
                run.find(qn("w:t")).tag = qn("w:delText")
            track(run, kind)
    whole = word.add_paragraph(style="Bullet")
    track(whole.add_run("–\twhole\u2011new")._r, "ins")


@pytest.fixture(scope="module")
def redline(make_word) -> bytes:
    """A Word file with tracked changes."""
    return make_word(change=change_words)


def colours(pdf: bytes) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """The words of a PDF, piece by piece, and their colour."""
    with inspect.PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        for page in document:
            text = page.get_textpage()
            for piece in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
                red, green, blue, alpha = (pypdfium2.raw.c_uint() for _ in range(4))
                pypdfium2.raw.FPDFPageObj_GetFillColor(piece.raw, red, green, blue, alpha)
                box = piece.get_pos() if hasattr(piece, "get_pos") else piece.get_bounds()
                yield text.get_text_bounded(*box), (red.value, green.value, blue.value)
        document.close()


@engines
def test_old_and_new_words_are_printed(engine: Engine, redline: bytes) -> None:
    """Both can be read and searched, a non-breaking hyphen among them."""
    words = inspect.text(engine.convert({NAME: redline})[NAME])
    for one in ("kept", "former", "latter", "moved", "whole\u2011new"):
        assert one in words


@engines
def test_marks_have_colours_of_their_own(engine: Engine, redline: bytes) -> None:
    """What is new and what is gone can be told apart at a glance."""
    printed = list(colours(engine.convert({NAME: redline})[NAME]))
    assert {colour for words, colour in printed if "former" in words} == {RED}
    assert {colour for words, colour in printed if "latter" in words} == {BLUE}
    assert {colour for words, colour in printed if words.strip() == "kept"} == {(0, 0, 0)}


@engines
def test_a_redline_gives_the_same_bytes(engine: Engine, redline: bytes) -> None:
    """Marks carry no trace of the moment."""
    assert engine.convert({NAME: redline}) == engine.convert({NAME: redline})


def test_every_engine_is_tried_here() -> None:
    """A new engine has to print redlines as well."""
    assert set(ENGINES) == {"libreoffice", "typst"}
