"""Texts in another direction, set apart for the engine that needs it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from council_report.model.document import Block, Document
from council_report.model.language import Language
from council_report.model.text import Run
from council_report.rendering.pdf.isolates import with_brackets_apart, with_languages_apart
from council_report.rendering.readback import main_text, paragraphs, trees_of
from council_report.rendering.stretches import END_OF_ISOLATE, FROM_FIRST, FROM_LEFT
from council_report.rendering.word import render_word

MakeBlock = Callable[..., Block]
MakeDocument = Callable[..., Document]

TEMPLATE = Path(__file__).parents[3] / "templates" / "report.docx"


@pytest.fixture
def make_word(make_block: MakeBlock, make_document: MakeDocument) -> Callable[..., bytes]:
    """Makes a Word file of one text within the words of a label."""

    def make(language: Language, *runs: Run) -> bytes:
        text = (Run("[label: ", strong=True), *runs, Run("]", strong=True))
        document = make_document(make_block("paragraph", text), language=language)
        return render_word(document, TEMPLATE.read_bytes(), "report.docx", None)

    return make


def lines(word: bytes) -> list[str]:
    """What every paragraph of a Word file says."""
    return paragraphs(main_text(trees_of(word)))


def test_it_stands_apart_as_a_whole(make_word: Callable[..., bytes]) -> None:
    """However many runs it has, it is one text in its own direction."""
    runs = (Run("An ", language="en"), Run("English", emphasis=True, language="en"))
    word = make_word("ar", *runs, Run(" text.", language="en"))
    assert f"[label: {FROM_FIRST}An English text.{END_OF_ISOLATE}]" in lines(
        with_languages_apart(word, "ar-SA")
    )


def test_an_arabic_text_stands_apart_elsewhere(make_word: Callable[..., bytes]) -> None:
    """The same holds the other way round."""
    word = make_word("fr", Run("نص ITU.", language="ar"))
    assert f"[label: {FROM_FIRST}نص ITU.{END_OF_ISOLATE}]" in lines(
        with_languages_apart(word, "fr-FR")
    )


@pytest.mark.parametrize(("language", "other"), [("fr", "en"), ("ar", None), ("zh", "ru")])
def test_no_other_text_is_touched(
    make_word: Callable[..., bytes], language: Language, other: Language | None
) -> None:
    """Where all reads in one direction, the document is as it was."""
    word = make_word(language, Run("A text.", language=other))
    assert (
        with_languages_apart(word, {"fr": "fr-FR", "ar": "ar-SA", "zh": "zh-CN"}[language]) == word
    )


def test_latin_words_stay_with_their_brackets(make_word: Callable[..., bytes]) -> None:
    """The words of an Arabic text, a link among them; one in another language is as it was."""
    link = Run("A/RES/78/311", href="https://undocs.org/A/RES/78/311")
    runs = (Run("القرار ("), link, Run(") بشأن الذكاء (AI)."))
    symbol, acronym = (f"{FROM_LEFT}({one}){END_OF_ISOLATE}" for one in ("A/RES/78/311", "AI"))
    line = f"[label: القرار {symbol} بشأن الذكاء {acronym}.]"
    assert line in lines(with_brackets_apart(make_word("ar", *runs)))
    word = make_word("fr", Run("Le Conseil (C25), نص (AI)."))
    assert with_brackets_apart(word) == word
