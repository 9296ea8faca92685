"""Forms in the script and direction of their language."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from council_report.intake.documents import read_document
from council_report.model.form import Form
from council_report.model.source import SourceFile
from council_report.rendering.forms.excel import render_excel_form
from council_report.rendering.forms.word import render_word_form
from tests.rendering.forms.samples import an_entry
from tests.rendering.forms.test_round_trip import guide_of

MakeForm = Callable[..., Form]

FONTS = {"latin": "Calibri", "complex": "Noto Naskh Arabic", "east_asian": "Noto Sans CJK SC"}
TEXTS = {
    "ar": "نشر قطاع ITU-T (AI) 120 معياراً.",
    "zh": "ITU-T发布了“120项标准”。",
    "fr": "L'UIT-T a publié 120 normes.",
}


@pytest.fixture
def a_form(make_form: MakeForm) -> Callable[[str], Form]:
    """Makes a form in a language with a text and a table in it."""

    def make(language: str) -> Form:
        rows = {language: [["A", "B"], ["1", "2"]]}
        entries = [an_entry("a", dates=["2026-03-31"]), an_entry("t", kind="table", table=rows)]
        texts = {"text": {language: TEXTS[language]}}
        spoken = [entry.model_copy(update=texts) for entry in entries]
        return make_form(*spoken, language=language, fonts=FONTS)

    return make


def word(form: Form) -> Any:
    """The Word file of a form as python-docx reads it."""
    return Document(io.BytesIO(render_word_form(form)))


def excel(form: Form) -> Any:
    """The Excel file of a form as openpyxl reads it."""
    return load_workbook(io.BytesIO(render_excel_form(form)))


def has(element: Any, way: str) -> bool:
    """Whether there is such an element below this one."""
    return bool(element.xpath(way))


def test_an_arabic_word_form_reads_from_right_to_left(a_form: Callable[[str], Form]) -> None:
    """Every paragraph, table and page of it, and what is typed in its common style."""
    document = word(a_form("ar"))
    body = document.element.body
    assert all(has(one, "w:pPr/w:bidi") for one in body.iter(qn("w:p")))
    assert all(has(one, "w:tblPr/w:bidiVisual") for one in body.iter(qn("w:tbl")))
    assert has(body, "w:sectPr/w:bidi")
    assert has(document.styles["Normal"].element, "w:pPr/w:bidi")
    header = document.sections[0].header.paragraphs[0]._p
    assert has(header, "w:pPr/w:bidi")


def test_latin_words_in_an_arabic_form_keep_their_order(a_form: Callable[[str], Form]) -> None:
    """Runs of Arabic letters are marked, those of an acronym are not."""
    paragraph = next(one for one in word(a_form("ar")).paragraphs if one.text == TEXTS["ar"])
    turned = {run.text.strip(): has(run._r, "w:rPr/w:rtl") for run in paragraph.runs}
    assert [marked for words, marked in turned.items() if "ITU-T" in words] == [False]
    assert [marked for words, marked in turned.items() if "قطاع" in words] == [True]


def test_arabic_letters_are_as_large_and_bold_as_others(a_form: Callable[[str], Form]) -> None:
    """Word keeps the size and weight of complex scripts apart."""
    title = word(a_form("ar")).styles["Title"].element.rPr
    assert title.find(qn("w:szCs")).get(qn("w:val")) == title.find(qn("w:sz")).get(qn("w:val"))
    assert title.find(qn("w:bCs")) is not None
    assert title.find(qn("w:spacing")) is None


@pytest.mark.parametrize("language", ["ar", "zh", "fr"])
def test_the_fonts_are_those_of_the_language(a_form: Callable[[str], Form], language: str) -> None:
    """They are named once; no style of the empty document brings others, or Japanese letters."""
    document = word(a_form(language))
    named = [*document.styles.element.iter(qn("w:rFonts"))]
    fonts = [one for one in named if one.get(qn("w:ascii"))]
    assert [one.get(qn("w:eastAsia")) for one in fonts] == ["Noto Sans CJK SC"]
    assert [one.get(qn("w:cs")) for one in fonts] == ["Noto Naskh Arabic"]
    assert "ja-JP" not in document.settings.element.xml


@pytest.mark.parametrize("language", ["ar", "zh", "fr"])
def test_an_excel_form_is_in_the_font_and_direction_of_its_language(
    a_form: Callable[[str], Form], language: str
) -> None:
    """A cell in Latin letters is read from the left, in the font for these."""
    own = {"ar": FONTS["complex"], "zh": FONTS["east_asian"]}.get(language, FONTS["latin"])
    book = excel(a_form(language))
    assert {bool(sheet.sheet_view.rightToLeft) for sheet in book} == {language == "ar"}
    sheet = book.worksheets[0]
    text, identity = sheet["D2"], sheet["A2"]
    assert (text.value, text.font.name) == (TEXTS[language], own)
    assert (identity.value, identity.font.name) == ("a", FONTS["latin"])
    orders = [int(one.alignment.readingOrder) for one in (text, identity)]
    assert orders == ([2, 1] if language == "ar" else [0, 0])


def test_a_column_has_room_for_its_longest_word(make_form: MakeForm) -> None:
    """A word that is broken is hard to read, and to choose from a list."""
    form = make_form(an_entry("a"))
    statuses = form.words.statuses | {"planned": "запланировано"}
    words = form.words.model_copy(update={"statuses": statuses})
    sheet = excel(form.model_copy(update={"words": words})).worksheets[0]
    assert sheet.column_dimensions["F"].width >= len("запланировано") * 1.2


def test_a_date_behind_arabic_letters_keeps_its_order(make_form: MakeForm) -> None:
    """A mark stands before it, which is no part of it when the form is read."""
    form = make_form(an_entry("a", dates=["2026-03-31"]))
    fields = form.words.fields | {"dates": "التواريخ"}
    words = form.words.model_copy(update={"fields": fields})
    form = form.model_copy(update={"words": words})
    assert words.said("dates", "2026-03-31") == "التواريخ: \u200e2026-03-31"
    assert words.said("unit", "13") == "Unité: 13"
    source = SourceFile(name="inputs/C26/itu-t/a.docx", data=render_word_form(form), digest="0")
    guide = guide_of(form)
    (entry,) = read_document(source, "docx", guide).entries
    assert entry.dates == ("2026-03-31",)
