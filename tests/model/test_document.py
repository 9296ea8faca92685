"""The assembled document: its file names, its blocks, its lines."""

from typing import Literal

import pytest

from council_report.model.document import ABOVE_THE_BOX, Block, BoxRow, Document, Edition, Header
from council_report.model.language import Language
from council_report.model.location import Location
from council_report.model.text import Run, parse_text

HEADER = Header(
    session="Council 2025",
    place_and_dates="Geneva, 17–27 June 2025",
    agenda_item="Agenda item: PL 3.1",
    symbol="Document C25/43-E",
    date="3 May 2025",
    original="Original: English",
    short_reference="C25/43-E",
)
HEADER_LINES = [
    "Council 2025",
    "Geneva, 17–27 June 2025",
    "Agenda item: PL 3.1",
    "Document C25/43-E",
    "3 May 2025",
    "Original: English",
]

SENT = Location("inputs/C25/itu-t/standards.yaml", line=7)
PLANNED = Location("inputs/C25/session.yaml", line=3)

PURPOSE = Block(kind="paragraph", section="purpose", text=parse_text("To *report*."), source=SENT)
HEADING = Block(kind="heading", section="standards", text=parse_text("Standards"), source=PLANNED)
BULLET = Block(kind="bullet", section="standards", text=parse_text("One;"), marker="–", source=SENT)
TABLE = Block(
    kind="table",
    section="standards",
    text=parse_text("Caption"),
    source=SENT,
    rows=((parse_text("Year"), parse_text("Count")), ((), parse_text("**3**"))),
)
RULE = Block(kind="rule", section="rule", text=(), source=PLANNED)


def a_document(language: Language = "en", stem: str = "S25-CL-C-0043!!") -> Document:
    """A document with a box of two rows and a body of three blocks."""
    return Document(
        session="C25",
        kind="report",
        language=language,
        file_stem=stem,
        header=HEADER,
        author="Report by the Secretary-General",
        title="Artificial intelligence",
        sources=dict.fromkeys(ABOVE_THE_BOX, PLANNED),
        box=(
            BoxRow(key="purpose", label="Purpose", source=PLANNED, blocks=(PURPOSE,)),
            BoxRow(key="rule", label="", source=PLANNED, blocks=(RULE,)),
        ),
        blocks=(HEADING, BULLET, TABLE),
        gaps=(),
        provisional=(),
        statistics=(),
    )


@pytest.mark.parametrize(
    ("language", "stem", "form", "name"),
    [
        ("en", "S25-CL-C-0043!!", "MSW", "S25-CL-C-0043!!MSW-E.docx"),
        ("fr", "S25-CL-C-0043!!", "PDF", "S25-CL-C-0043!!PDF-F.pdf"),
        ("ar", "S25-CL-C-0043!R1!", "MSW", "S25-CL-C-0043!R1!MSW-A.docx"),
        ("zh", "S25-CL-C-XXXX!!", "PDF", "S25-CL-C-XXXX!!PDF-C.pdf"),
    ],
)
def test_a_file_is_named_after_stem_form_and_language(
    language: Language, stem: str, form: Literal["MSW", "PDF"], name: str
) -> None:
    """The name of a Word or PDF file ends in its form, the letter of its language, its suffix."""
    assert a_document(language, stem).file_name(form) == name


def test_a_marker_is_set_off_by_a_tab() -> None:
    """A bullet is printed as its dash, a tab and its words; a paragraph as its words."""
    assert BULLET.line == "–\tOne;"
    assert PURPOSE.line == "To report."


def test_the_blocks_of_the_box_come_first() -> None:
    """All blocks are those of the box, row by row, then those of the body."""
    assert list(a_document().all_blocks()) == [PURPOSE, RULE, HEADING, BULLET, TABLE]


def test_lines_are_every_paragraph_in_the_order_of_the_page() -> None:
    """Header, author, title, box and body give their lines in order; tables give each cell."""
    assert [line.text for line in a_document().lines()] == [
        *HEADER_LINES,
        "Report by the Secretary-General",
        "Artificial intelligence",
        "Purpose",
        "To report.",
        "",
        "Standards",
        "–\tOne;",
        "Caption",
        "Year",
        "Count",
        "",
        "3",
    ]


def test_lines_know_their_blocks() -> None:
    """A line of a block names it, a label the block under it, any other fixed wording none."""
    blocks = {line.text: line.block for line in a_document().lines()}
    assert blocks["Artificial intelligence"] is None
    assert blocks["Purpose"] == PURPOSE
    assert blocks["To report."] == PURPOSE
    assert blocks["Count"] == blocks["3"] == TABLE


def test_lines_know_where_they_come_from() -> None:
    """Every line has its source: a text that was sent, or what the secretariat prepared."""
    sources = {line.text: line.source for line in a_document().lines() if line.text}
    assert sources["Document C25/43-E"] == sources["Purpose"] == sources["Standards"] == PLANNED
    assert sources["To report."] == sources["–\tOne;"] == sources["Count"] == SENT


@pytest.mark.parametrize(
    ("edition", "name"),
    [
        ("publication", "S25-CL-C-0043!!MSW-E.docx"),
        ("redline", "S25-CL-C-0043!!MSW-redline-E.docx"),
        ("review", "S25-CL-C-0043!!MSW-review-E.docx"),
    ],
)
def test_an_edition_is_named_in_the_name_of_its_file(edition: Edition, name: str) -> None:
    """What is not for publication says so in its name."""
    assert a_document().file_name("MSW", edition) == name


def test_a_run_keeps_its_text_whatever_its_look() -> None:
    """The line of a block joins its runs without their look."""
    text = (Run("a", strong=True), Run("b", href="https://example.org"), Run("c"))
    block = Block(kind="paragraph", section="standards", text=text, source=SENT)
    assert block.line == "abc"
