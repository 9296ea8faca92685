"""A document in each of the six languages: direction, fonts and language of every run."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from council_report.intake.desk import read_desk
from council_report.model.catalogue import Fonts
from council_report.model.desk import Desk
from council_report.model.document import Block, Document
from council_report.model.language import LANGUAGES, Language
from council_report.model.text import Run
from council_report.rendering.readback import trees_of
from council_report.rendering.word import render_word

MakeBlock = Callable[..., Block]
MakeDocument = Callable[..., Document]
Render = Callable[[Document], bytes]
Edited = Callable[[Callable[[WordFile], None]], bytes]

ROOT = Path(__file__).parents[2]

RUN_ORDER = ("rStyle", "rFonts", "b", "bCs", "i", "iCs", "vertAlign", "rtl", "cs", "lang")
PARAGRAPH_ORDER = ("pStyle", "keepNext", "bidi", "spacing", "ind", "jc", "outlineLvl")

KINDS = ("paragraph", "bullet", "sub-bullet", "numbered", "heading", "table", "placeholder")
LETTERS = st.sampled_from(
    [*"بمِ5/-–.,() []«»؛،“”’…—中文，。a é", "\u2066", "\u2069", "\u200f", "\u00a0"]
)
TEXTS = st.text(LETTERS, min_size=1).filter(str.strip)


@pytest.fixture(scope="module")
def desk() -> Desk:
    """The desk of the sample session."""
    desk, _ = read_desk(ROOT / "inputs", ROOT / "templates", "C25")
    assert desk
    return desk


@pytest.fixture(scope="module")
def fonts(desk: Desk) -> dict[Language, Fonts]:
    """The fonts of each language, as the catalogues name them."""
    return {language: one.fonts for language, one in desk.catalogues.items()}


@pytest.fixture(scope="module")
def render(report: bytes, fonts: dict[Language, Fonts]) -> Render:
    """Renders a document in the fonts of its language."""
    return lambda document: render_word(document, report, "report.docx", None, fonts)


@pytest.fixture(scope="module")
def arabic(make_block: MakeBlock, make_document: MakeDocument) -> Document:
    """A document in Arabic with every kind of block."""
    text = (
        Run("برنامج "),
        Run("ITU-T", strong=True),
        Run(" للذكاء (AI for Good)، 17-27 يونيو 2025، القرار 78/265: "),
        Run("itu.int", href="https://www.itu.int/"),
    )
    blocks = [make_block(kind, text) for kind in KINDS]
    table = make_block("table", "جدول", rows=[["القطاع", "ITU-T"], ["عدد", "12"]])
    return make_document(*blocks, table, language="ar", title="تقرير", author="تقرير من الأمينة")


def parts(word: bytes) -> dict[str, etree._Element]:
    """The texts of a Word file: the body, headers and footers."""
    trees = trees_of(word)
    return {
        name: tree
        for name, tree in trees.items()
        if tree.tag in map(qn, ("w:document", "w:hdr", "w:ftr"))
    }


def every(word: bytes, tag: str) -> Iterator[etree._Element]:
    """Every element of this name in the texts of a Word file."""
    for tree in parts(word).values():
        yield from tree.iter(qn(tag))


def marks(run: etree._Element) -> set[str]:
    """The names of what a run is marked with."""
    look = run.find(qn("w:rPr"))
    return set() if look is None else {etree.QName(one).localname for one in look}


def pieces(word: bytes, line: str) -> list[tuple[str, str]]:
    """The runs of the first paragraph that says a line: the words, and how they are set."""
    for paragraph in every(word, "w:p"):
        runs = [*paragraph.iter(qn("w:r"))]
        words = ["".join(one.itertext()) for one in runs]
        if "".join(words) == line:
            return [(text, setting(run)) for text, run in zip(words, runs, strict=True)]
    raise AssertionError(line)


def setting(run: etree._Element) -> str:
    """How a run is set, in a word."""
    return next((mark for mark in ("rtl", "cs") if mark in marks(run)), "plain")


def in_order(properties: etree._Element, order: tuple[str, ...]) -> bool:
    """Whether properties come in the order that the schema of WordprocessingML asks for."""
    places = [order.index(etree.QName(one).localname) for one in properties]
    return places == sorted(set(places))


def test_an_arabic_file_is_turned_around(arabic: Document, render: Render) -> None:
    """Every paragraph, table and section of it, in headers and footers too."""
    word = render(arabic)
    assert all(one.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None for one in every(word, "w:p"))
    tables = [*every(word, "w:tbl")]
    assert len(tables) == len(KINDS) - 3  # Header block, box, and two tables.
    assert all(one.find(f"{qn('w:tblPr')}/{qn('w:bidiVisual')}") is not None for one in tables)
    assert all(one.find(qn("w:bidi")) is not None for one in every(word, "w:sectPr"))


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "ar"])
def test_no_other_file_is(arabic: Document, render: Render, language: Language) -> None:
    """Arabic words in it are marked, and nothing else."""
    word = render(arabic.model_copy(update={"language": language}))
    for tag in ("w:bidi", "w:bidiVisual"):
        assert not [*every(word, tag)]
    assert any("rtl" in marks(run) for run in every(word, "w:r"))


def test_latin_words_and_numbers_keep_their_order(arabic: Document, render: Render) -> None:
    """Words are set as a browser would place them; runs are cut where that changes."""
    assert pieces(render(arabic), arabic.blocks[0].line) == [
        ("برنامج ", "rtl"),
        ("ITU-T", "plain"),
        (" للذكاء (", "rtl"),
        ("AI for Good", "plain"),
        (")، 17-27 يونيو 2025، القرار ", "rtl"),
        ("78/265", "cs"),
        (": ", "rtl"),
        ("itu.int", "plain"),
    ]


def test_a_cut_run_keeps_its_look(
    make_block: MakeBlock, make_document: MakeDocument, render: Render
) -> None:
    """Bold is bold in all of its pieces, and a link one link."""
    text = (Run("قرار ITU", strong=True), Run("وثيقة C25", href="https://example.org/"))
    word = docx.Document(
        io.BytesIO(render(make_document(make_block("paragraph", text), language="ar")))
    )
    paragraph = Paragraph(
        next(p for p in word.element.body.iter(qn("w:p")) if "قرار" in "".join(p.itertext())), word
    )
    assert [(run.text, run.bold, run.font.cs_bold) for run in paragraph.runs] == [
        ("قرار ", True, True),
        ("ITU", True, True),
    ]
    (link,) = paragraph.hyperlinks
    assert [run.text for run in link.runs] == ["وثيقة ", "C25"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fonts_are_those_of_the_catalogue(
    make_document: MakeDocument, render: Render, fonts: dict[Language, Fonts], language: Language
) -> None:
    """The styles name a font for letters of each kind, and the language of each."""
    word = docx.Document(io.BytesIO(render(make_document(language=language))))
    (named,) = word.styles.element.iterfind(f"{qn('w:docDefaults')}//{qn('w:rFonts')}")
    wanted = fonts[language]
    names = {etree.QName(key).localname: name for key, name in named.attrib.items()}
    assert names == {
        "ascii": wanted.latin,
        "hAnsi": wanted.latin,
        "cs": wanted.complex,
        "eastAsia": wanted.east_asian,
    }
    (lang,) = word.styles.element.iter(qn("w:lang"))
    assert (lang.get(qn("w:eastAsia")), lang.get(qn("w:bidi"))) == ("zh-CN", "ar-SA")


def test_chinese_signs_are_set_in_the_chinese_font(
    make_block: MakeBlock, make_document: MakeDocument, render: Render
) -> None:
    """Those that Latin fonts have, too; words in Latin letters are left as they are."""
    text = "ITU-T“人工智能惠及人类”——the ITU’s……"
    word = render(make_document(make_block("bullet", text), language="zh"))
    found = {
        "".join(run.itertext()): run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        for run in every(word, "w:r")
    }
    hinted = {words for words, one in found.items() if one is not None and one.get(qn("w:hint"))}
    assert hinted == {"“", "”——", "……"}
    assert {found[words].get(qn("w:ascii")) for words in hinted} == {"Noto Sans CJK SC"}


@pytest.mark.parametrize(
    ("language", "other", "words", "bidi"),
    [("en", "ar", "نص عربي.", True), ("ar", "en", "An English text.", False)],
)
def test_a_text_that_is_not_translated_keeps_its_direction(
    make_block: MakeBlock,
    make_document: MakeDocument,
    render: Render,
    language: Language,
    other: Language,
    words: str,
    bidi: bool,
) -> None:
    """Its paragraph reads in its own direction, and its run names its language and fonts."""
    text = (Run("[label: ", strong=True), Run(words, language=other), Run("]", strong=True))
    word = render(make_document(make_block("paragraph", text), language=language))
    (paragraph,) = [p for p in every(word, "w:p") if words in "".join(p.itertext())]
    assert (paragraph.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None) is bidi
    (run,) = [r for r in paragraph.iter(qn("w:r")) if "".join(r.itertext()) == words]
    lang = run.find(f"{qn('w:rPr')}/{qn('w:lang')}")
    assert lang.get(qn("w:bidi" if bidi else "w:val")) in ("ar-SA", "en-GB")
    assert run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}").get(qn("w:ascii")) == "Calibri"


def test_the_language_of_a_template_is_forgotten(
    make_document: MakeDocument, edited: Edited, fonts: dict[Language, Fonts]
) -> None:
    """Word notes what it took its words for; the document is in another language."""

    def note(word: WordFile) -> None:
        look = word.paragraphs[0].runs[0]._r.get_or_add_rPr()
        look.append(
            docx.oxml.parse_xml(
                '<w:lang xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
                ' w:val="en-US"/>'
            )
        )

    word = render_word(make_document(language="fr"), edited(note), "report.docx", None, fonts)
    assert not [*every(word, "w:lang")]


@pytest.mark.parametrize("language", ["ar", "zh", "en"])
@settings(max_examples=25)
@given(texts=st.lists(st.tuples(st.sampled_from(KINDS), st.lists(TEXTS, min_size=1, max_size=3))))
def test_any_text_arrives_to_the_letter_and_in_order(
    make_block: MakeBlock,
    make_document: MakeDocument,
    render: Render,
    language: Language,
    texts: list[tuple[str, list[str]]],
) -> None:
    """However its runs are cut, the words are the same, and the XML is what Word expects."""
    blocks = [
        make_block(kind, tuple(Run(one, strong=bool(at % 2)) for at, one in enumerate(words)))
        for kind, words in texts
    ]
    word = render(make_document(*blocks, language=language))
    printed = [p.text for p in _paragraphs(word)]
    for block in blocks:
        assert block.line in printed
    assert all(in_order(one, RUN_ORDER) for one in every(word, "w:rPr"))
    assert all(in_order(one, PARAGRAPH_ORDER) for one in every(word, "w:pPr"))
    fonts_named = {name for one in every(word, "w:rFonts") for name in one.attrib.values()}
    assert fonts_named <= {"eastAsia", "Noto Sans CJK SC"}
    bidi = [p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None for p in every(word, "w:p")]
    assert set(bidi) == {language == "ar"}


def _paragraphs(word: bytes) -> list[Paragraph]:
    opened = docx.Document(io.BytesIO(word))
    return [Paragraph(p, opened) for p in opened.element.body.iter(qn("w:p"))]
