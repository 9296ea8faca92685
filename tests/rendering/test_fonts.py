"""The fonts that a Word file asks for: those of its languages, or it is found."""

from collections.abc import Callable

import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn

from council_report.model.catalogue import Catalogue
from council_report.model.document import Block, Document
from council_report.model.finding import Finding
from council_report.model.language import LANGUAGES, Language
from council_report.model.text import Run
from council_report.rendering.fonts import check_word
from council_report.rendering.word import render_word

MakeBlock = Callable[..., Block]
MakeDocument = Callable[..., Document]
Edited = Callable[[Callable[[WordFile], object]], bytes]
Checked = Callable[..., tuple[Finding, ...]]

JAPANESE = "MS Mincho"


@pytest.fixture(scope="module")
def checked(report: bytes, catalogues: dict[Language, Catalogue]) -> Checked:
    """Renders a document, and gives what is found of its fonts."""
    fonts = {language: one.fonts for language, one in catalogues.items()}

    def check(document: Document, template: bytes = report) -> tuple[Finding, ...]:
        word = render_word(document, template, "report.docx", None, fonts)
        return check_word(document, "a.docx", word, catalogues)

    return check


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_template_asks_for_the_fonts_of_the_language(
    full: Document, checked: Checked, language: Language
) -> None:
    """Nothing is found of it, in any language."""
    assert checked(full.model_copy(update={"language": language})) == ()


def test_the_fonts_of_a_text_that_is_not_translated_are_allowed(
    make_block: MakeBlock, make_document: MakeDocument, checked: Checked
) -> None:
    """It is set in those of its own language."""
    text = (Run("[label: ", strong=True), Run("نص.", language="ar"))
    assert checked(make_document(make_block("bullet", text))) == ()


def test_a_run_in_a_japanese_font_is_found(
    full: Document, checked: Checked, edited: Edited
) -> None:
    """A finding names the font, and says where it came from."""

    def ask(word: WordFile) -> None:
        look = word.paragraphs[0].runs[0]._r.get_or_add_rPr()
        look.get_or_add_rFonts().set(qn("w:eastAsia"), JAPANESE)

    (finding,) = checked(full.model_copy(update={"language": "zh"}), edited(ask))
    assert (finding.rule, finding.severity) == ("font-not-allowed", "warning")
    assert finding.location.file == "a.docx"
    assert JAPANESE in finding.message
    assert "template" in finding.remedy


def test_a_style_in_another_font_is_found_if_it_is_used(
    full: Document, checked: Checked, edited: Edited
) -> None:
    """So is one that a style in use is based on; nobody sees the others."""

    def in_use(word: WordFile) -> None:
        word.styles["Normal"].font.name = "Papyrus"

    def out_of_use(word: WordFile) -> None:
        word.styles.add_style("Unused", 1).font.name = "Papyrus"

    (finding,) = checked(full, edited(in_use))
    assert "Papyrus" in finding.message
    assert checked(full, edited(out_of_use)) == ()
