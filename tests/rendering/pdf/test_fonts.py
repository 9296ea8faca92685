"""The fonts of a PDF: which they are, and that they are those of the language."""

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pikepdf
import pypdfium2
import pytest
from docx.oxml.ns import qn
from PIL import ImageOps

from council_report.model.catalogue import Catalogue
from council_report.model.document import Block, Document
from council_report.model.language import LANGUAGES, Language
from council_report.rendering.fonts import check_pdf
from council_report.rendering.pdf import ENGINES, inspect
from council_report.rendering.pdf.fonts import Font, fonts_of
from council_report.rendering.word import render_word

MakeBlock = Callable[..., Block]
MakeDocument = Callable[..., Document]
MakeWord = Callable[..., bytes]

ROOT = Path(__file__).parents[3]

TEXTS: dict[Language, str] = {
    "en": "The Council – 17–27 June 2025 (C25/43): “AI for Good” → 50% ≥ 5 \u2011 x ✓ ● ☐.",
    "fr": "Le Conseil – 17-27 juin 2025 (C25/43): l'IA à 50 %, cœur et Œuvre.",
    "es": "El Consejo – 17-27 de junio de 2025 (C25/43): «¿IA?» 50%, niñez ✓ ★ ▶.",
    "ru": "Совет – 17–27 июня 2025 года (C25/43): МСЭ-Т и МСЭ-R, «ИИ» № 5.",
    "zh": "理事会——2025年6月17-27日（C25/43）：“人工智能”、ITU-T，50%……直骨角。",
    "ar": "المجلس – 17-27 يونيو 2025 (C25/43): «ذكاءً»؛ ITU-T، و50% [في الانتظار].",
}


@pytest.fixture(scope="module")
def documents(make_block: MakeBlock, make_document: MakeDocument) -> dict[Language, Document]:
    """A document in each language, with letters and signs of all looks."""
    kinds = ("heading", "paragraph", "bullet", "placeholder")
    return {
        language: make_document(
            *(make_block(kind, text) for kind in kinds), language=language, title=text
        )
        for language, text in TEXTS.items()
    }


@pytest.fixture(
    scope="module", params=[pytest.param("libreoffice", marks=pytest.mark.libreoffice), "typst"]
)
def printed(
    request: pytest.FixtureRequest,
    documents: dict[Language, Document],
    catalogues: dict[Language, Catalogue],
) -> dict[str, bytes]:
    """The PDF of each document, by language."""
    template = (ROOT / "templates" / "report.docx").read_bytes()
    fonts = {language: one.fonts for language, one in catalogues.items()}
    words = {
        language: render_word(document, template, "report.docx", None, fonts)
        for language, document in documents.items()
    }
    return ENGINES[request.param].convert(words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_is_printed_in_the_fonts_of_its_language(
    printed: dict[str, bytes],
    documents: dict[Language, Document],
    catalogues: dict[Language, Catalogue],
    language: Language,
) -> None:
    """Every font of the PDF is embedded and on the list of the language; none is Japanese."""
    fonts = fonts_of(printed[language])
    assert fonts
    assert check_pdf(documents[language], "a.pdf", fonts, catalogues) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_names_its_language(printed: dict[str, bytes], language: Language) -> None:
    """A screen reader speaks it in the right one."""
    with pikepdf.open(io.BytesIO(printed[language])) as pdf:
        assert str(pdf.Root.Lang).startswith(f"{language}-")


def test_arabic_words_are_in_the_order_in_which_they_are_read(printed: dict[str, bytes]) -> None:
    """Their letters are the plain ones, not the forms that the font has for their places."""
    text = inspect.text(printed["ar"])
    assert "المجلس" in text
    assert text.index("المجلس") < text.index("يونيو")
    assert not any("\ufb50" <= sign <= "\ufdff" or "\ufe70" <= sign <= "\ufefc" for sign in text)


def test_chinese_arrives_to_the_letter(printed: dict[str, bytes]) -> None:
    """Its signs are as wide as they were sent, wherever lines break."""
    assert TEXTS["zh"] in "".join(inspect.text(printed["zh"]).split())


def test_a_font_that_is_not_on_the_list_is_found(
    make_word: MakeWord, documents: dict[Language, Document], catalogues: dict[Language, Catalogue]
) -> None:
    """Letters of a script that the language has no font for come in one of another language."""
    pdf = ENGINES["typst"].convert({"a.docx": make_word("English, русский, 中文")})["a.docx"]
    (finding,) = check_pdf(documents["en"], "a.pdf", fonts_of(pdf), catalogues)
    assert (finding.rule, finding.severity) == ("font-not-allowed", "warning")
    assert finding.location.file == "a.pdf"
    assert "NotoSansCJKsc" in finding.message
    assert check_pdf(documents["zh"], "a.pdf", fonts_of(pdf), catalogues) == ()


def test_a_japanese_font_is_found(
    documents: dict[Language, Document], catalogues: dict[Language, Catalogue]
) -> None:
    """Its forms of the letters are not those of Chinese."""
    fonts = [Font("NotoSansCJKsc-Bold", True), Font("NotoSansCJKjp-Regular", True)]
    (finding,) = check_pdf(documents["zh"], "a.pdf", fonts, catalogues)
    assert "NotoSansCJKjp" in finding.message


def test_a_font_that_is_not_embedded_is_found(
    documents: dict[Language, Document], catalogues: dict[Language, Catalogue]
) -> None:
    """Another machine would print the letters in another font."""
    fonts = [Font("Carlito", False), Font("Carlito-Bold", True)]
    (finding,) = check_pdf(documents["en"], "a.pdf", fonts, catalogues)
    assert "Carlito" in finding.message
    assert "not in the file" in finding.message


def test_every_font_is_found_wherever_it_is_used() -> None:
    """Composed fonts, fonts of forms, fonts drawn in the file, and fonts that are not in it."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        file = pdf.make_stream(b"")
        described = pikepdf.Dictionary(FontDescriptor=pikepdf.Dictionary(FontFile3=file))
        composed = font("ABCDEF+NotoSansCJKjp-Regular", "Type0")
        composed.DescendantFonts = pikepdf.Array([described])
        drawn = font("Drawn", "Type3")
        form = pdf.make_stream(b"", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
        form.Resources = resources(F3=font("Arial,Bold", "TrueType"), F4=drawn)
        page.obj.Resources = resources(F1=composed, F2=font("Helvetica", "Type1"))
        page.obj.Resources.XObject = pikepdf.Dictionary(X1=form)
        saved = io.BytesIO()
        pdf.save(saved)
    found = fonts_of(saved.getvalue())
    assert found == (
        Font("Arial,Bold", False),
        Font("Drawn", True),
        Font("Helvetica", False),
        Font("NotoSansCJKjp-Regular", True),
    )
    assert [one.family for one in found] == ["Arial", "Drawn", "Helvetica", "NotoSansCJKjp"]


def font(name: str, kind: str) -> pikepdf.Dictionary:
    """A font without anything that it does not need."""
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name(f"/{kind}"), BaseFont=pikepdf.Name(f"/{name}")
    )


def resources(**fonts: pikepdf.Dictionary) -> pikepdf.Dictionary:
    """What a page or form uses."""
    return pikepdf.Dictionary(Font=pikepdf.Dictionary(**fonts))


@pytest.mark.libreoffice
def test_a_japanese_font_is_not_printed_in(make_word: MakeWord) -> None:
    """Where a Word file asks for one, the letters come in their Chinese forms."""

    def ask(word: docx.document.Document) -> None:
        run = word.paragraphs[0].runs[0]._r
        run.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "Noto Sans CJK JP")

    words = {"asked.docx": make_word("直骨角", change=ask), "not.docx": make_word("直骨角")}
    pdfs = ENGINES["libreoffice"].convert(words)
    families = {one.family for one in fonts_of(pdfs["asked.docx"])}
    assert families == {"Carlito", "NotoSansCJKsc"}
    pictures = [pypdfium2.PdfDocument(pdf)[0].render().to_pil() for pdf in pdfs.values()]
    asked, without = (one.crop(ImageOps.invert(one.convert("L")).getbbox()) for one in pictures)
    assert asked.tobytes() == without.tobytes()
