"""How long sections are: measured in the PDF, by both engines alike."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from council_report.model.document import Block, BoxRow, Document
from council_report.model.text import Run
from council_report.rendering.pdf import ENGINES, inspect, typst
from council_report.rendering.pdf.lengths import section_pages
from council_report.rendering.word import render_word

MakeBlock = Callable[..., Block]
MakeDocument = Callable[..., Document]

TEMPLATE = Path(__file__).parents[3] / "templates" / "report.docx"
WORDS = "Words of a paragraph that is as long as those in a real report often are, or longer. "


@pytest.fixture
def make_report(make_block: MakeBlock, make_document: MakeDocument) -> MakeDocument:
    """Makes a document whose box has a purpose."""
    purpose = make_block("paragraph", "Why this is sent.", section="purpose")

    def make(*blocks: Block, **fields: Any) -> Document:
        return make_document(*blocks, **({"box": (purpose,)} | fields))

    return make


@pytest.fixture(params=[pytest.param("libreoffice", marks=pytest.mark.libreoffice), "typst"])
def engine(request: pytest.FixtureRequest) -> str:
    """The name of an engine."""
    return str(request.param)


def printed(document: Document, engine: str = "typst") -> bytes:
    """The PDF of a document."""
    word = render_word(document, TEMPLATE.read_bytes(), "report.docx", None)
    return ENGINES[engine].convert({"a.docx": word})["a.docx"]


def section(make_block: MakeBlock, key: str, paragraphs: int, heading: str = "") -> list[Block]:
    """A section of so many paragraphs, under a heading if one is given."""
    title = [make_block("heading", heading, section=key)] if heading else []
    texts = (f"Of {key}, number {number}. {WORDS * 5}" for number in range(paragraphs))
    return [*title, *(make_block("paragraph", text, section=key) for text in texts)]


def test_a_long_section_is_many_pages(
    make_block: MakeBlock, make_report: MakeDocument, engine: str
) -> None:
    """Ten times the text is ten times the pages; a section may have no heading."""
    document = make_report(
        *section(make_block, "introduction", 2),
        *section(make_block, "standards", 30, "Standards"),
        *section(make_block, "demand", 3, "Demand"),
    )
    pdf = printed(document, engine)
    found = section_pages(pdf, document)
    assert list(found) == ["purpose", "introduction", "standards", "demand"]
    assert found["standards"] == pytest.approx(10 * found["demand"], rel=0.25)
    assert found["introduction"] < found["demand"] < 0.6
    assert sum(found.values()) == pytest.approx(inspect.pages(pdf), abs=1)


def test_the_rows_of_the_box_are_measured(
    make_block: MakeBlock, make_report: MakeDocument, engine: str
) -> None:
    """From label to label; a rule belongs to the row above it."""
    rows = [
        BoxRow(
            key=key,
            label=key.title(),
            source=make_block("paragraph", "x").source,
            blocks=tuple(section(make_block, key, paragraphs)),
        )
        for key, paragraphs in (("purpose", 5), ("action", 1))
    ]
    rule = make_report().box[-1]
    document = make_report(*section(make_block, "introduction", 1))
    document = document.model_copy(update={"box": (*rows, rule)})
    found = section_pages(printed(document, engine), document)
    assert list(found) == ["purpose", "action", "introduction"]
    assert found["purpose"] > 2.5 * found["action"] > 0.1


def test_words_that_stand_elsewhere_too_deceive_nobody(
    make_block: MakeBlock, make_report: MakeDocument
) -> None:
    """A heading may be quoted before and after, and every section may say the same."""
    document = make_report(
        make_block("paragraph", "Standards and demand. Standards first.", section="introduction"),
        *section(make_block, "standards", 6, "Standards"),
        *section(make_block, "demand", 6, "Demand"),
        make_block("paragraph", "Standards", section="demand"),
    )
    found = section_pages(printed(document), document)
    assert found["standards"] == pytest.approx(found["demand"], abs=0.2)
    assert found["introduction"] <= 0.1


def test_a_section_that_is_not_found_is_left_out(
    make_block: MakeBlock, make_report: MakeDocument
) -> None:
    """So is the one before it, whose end is then not known; the others are measured."""
    blocks = [
        *section(make_block, "introduction", 3, "Introduction"),
        *section(make_block, "standards", 3, "Standards"),
        *section(make_block, "demand", 3, "Demand"),
        *section(make_block, "outlook", 3, "Outlook"),
    ]
    pdf = printed(make_report(*blocks))
    changed = [
        block.model_copy(update={"text": (Run("Nothing that is printed"),)})
        if block.kind == "heading" and block.section == "standards"
        else block
        for block in blocks
    ]
    found = section_pages(pdf, make_report(*changed))
    assert list(found) == ["purpose", "demand", "outlook"]


def test_a_pdf_of_something_else_tells_nothing(
    make_block: MakeBlock, make_report: MakeDocument
) -> None:
    """Nor does one without any text."""
    document = make_report(*section(make_block, "standards", 2, "Standards"))
    other = make_report(make_block("paragraph", "Unlike.", section="x"), title="X", box=())
    empty = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(empty)
    assert section_pages(printed(other), document) == {}
    assert section_pages(empty.getvalue(), document) == {}


def test_a_line_of_signs_alone_is_passed_over(
    make_block: MakeBlock, make_report: MakeDocument
) -> None:
    """Dashes and underscores are found in too many places."""
    document = make_report(
        make_block("paragraph", "———", section="standards"),
        *section(make_block, "standards", 2),
        make_block("paragraph", "***", section="signs"),
    )
    assert list(section_pages(printed(document), document)) == ["purpose", "standards"]


@settings(
    max_examples=5,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(counts=st.lists(st.integers(1, 9), min_size=1, max_size=5))
def test_every_section_is_found_and_all_pages_are_shared_out(
    make_block: MakeBlock, make_report: MakeDocument, counts: list[int]
) -> None:
    """However many sections there are, and however long."""
    blocks = [
        block
        for number, count in enumerate(counts)
        for block in section(make_block, f"section-{number}", count, f"Section {number}")
    ]
    document = make_report(*blocks)
    pdf = printed(document)
    found = section_pages(pdf, document)
    assert list(found) == ["purpose", *(f"section-{number}" for number in range(len(counts)))]
    assert all(length >= 0 for length in found.values())
    assert sum(found.values()) <= inspect.pages(pdf) + 0.05 * len(found)
    assert sum(found.values()) >= inspect.pages(pdf) - 1.4


def test_bookmarks_of_entries_are_no_part_of_a_pdf(
    make_block: MakeBlock, make_report: MakeDocument, engine: str
) -> None:
    """The outline of a PDF are its headings; nothing of the ids is seen, or can be found."""
    blocks = section(make_block, "standards", 2, "Standards")
    marked = [
        block.model_copy(update={"entry": f"entry-{n}"}) if block.kind != "heading" else block
        for n, block in enumerate(blocks)
    ]
    pdf = printed(make_report(*marked), engine)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        with opened.open_outline() as outline:
            assert [item.title for item in outline.root] == ["Standards"]
        assert "/Names" not in opened.Root
        assert not any("_cr_" in str(one) for one in opened.objects)
    assert "_cr_" not in inspect.text(pdf)


def test_typst_prints_the_same_with_bookmarks_and_without(
    make_block: MakeBlock, make_report: MakeDocument
) -> None:
    """They change nothing about the look."""
    blocks = section(make_block, "standards", 2, "Standards")
    marked = [block.model_copy(update={"entry": f"e-{n}"}) for n, block in enumerate(blocks)]
    assert printed(make_report(*blocks)) == printed(make_report(*marked))
    assert typst.available()


def test_sections_are_found_in_arabic(
    make_block: MakeBlock, make_report: MakeDocument, engine: str
) -> None:
    """Numbers, brackets and vowel signs stand in another place among the letters of the PDF."""
    line = "يؤدي الاتحاد دوراً رائداً (AI) منذ عام 2017، في 17-27 يونيو 2025، وفقاً للقرار 78/265. "
    blocks = [
        make_block(kind, text, section=key)
        for key in ("introduction", "standards", "demand")
        for kind, text in (("heading", f"معايير {key} 214"), *[("paragraph", line * 6)] * 4)
    ]
    document = make_report(*blocks, language="ar", title="تقرير عن القرار 214")
    found = section_pages(printed(document, engine), document)
    assert list(found) == ["purpose", "introduction", "standards", "demand"]
    assert found["standards"] == pytest.approx(found["demand"], abs=0.2)
