"""What the tests of rendering share: documents, and Word templates with something changed."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document as WordFile
from PIL import Image

from council_report.intake.desk import read_desk
from council_report.model.catalogue import Catalogue
from council_report.model.document import ABOVE_THE_BOX, Block, BoxRow, Document, Header
from council_report.model.language import Language
from council_report.model.location import Location
from council_report.model.text import Run
from council_report.rendering.word import render_word

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"

SOURCE = Location("inputs/C25/itu-t/standards.yaml", line=7)

HOSTILE = (
    'R&D <b> "q" ]]> {{ 7*7 }} {% for %} {_{ x }_} </w:t></w:r></w:p> é العربية 中文 U+2011 \u2011'
)

BOX_KINDS = ("paragraph", "bullet", "sub-bullet", "numbered", "placeholder", "rule")
"""The kinds of block that the box can hold; the body has headings and tables besides."""

MakeBlock = Callable[..., Block]
MakeDocument = Callable[..., Document]
Edited = Callable[[Callable[[WordFile], None]], bytes]
Rendered = Callable[..., WordFile]


@pytest.fixture(scope="session")
def hostile() -> str:
    """A text of everything that might be taken for mark-up, and of several scripts."""
    return HOSTILE


@pytest.fixture(scope="session")
def report() -> bytes:
    """The template of reports."""
    return (TEMPLATES / "report.docx").read_bytes()


@pytest.fixture(scope="session")
def proposal() -> bytes:
    """The template of proposals."""
    return (TEMPLATES / "proposal.docx").read_bytes()


@pytest.fixture(scope="session")
def catalogues() -> dict[Language, Catalogue]:
    """The catalogues of the project."""
    desk, _ = read_desk(ROOT / "inputs", ROOT / "templates", "C25")
    assert desk
    return desk.catalogues


@pytest.fixture(scope="session")
def make_block() -> MakeBlock:
    """Makes a block; its text is words or runs, its rows are lists of words."""

    def make(kind: str, text: str | tuple[Run, ...], **fields: Any) -> Block:
        markers = {"bullet": "\N{EN DASH}", "sub-bullet": "\N{EN DASH}", "numbered": "1"}
        rows = fields.pop("rows", [])
        values = {
            "kind": kind,
            "section": "standards",
            "source": SOURCE,
            "marker": markers.get(kind, ""),
            "text": (Run(text),) if isinstance(text, str) else text,
            "rows": tuple(tuple((Run(cell),) for cell in row) for row in rows),
        }
        return Block.model_validate(values | fields)

    return make


@pytest.fixture(scope="session")
def make_document(make_block: MakeBlock) -> MakeDocument:
    """Makes a document of these blocks, with a box of one row and a rule."""

    def make(*blocks: Block, box: tuple[Block, ...] | None = None, **fields: Any) -> Document:
        purpose = (make_block("paragraph", "Why this is sent."),) if box is None else box
        rule = make_block("rule", "_" * 18)
        values: dict[str, Any] = {
            "session": "C25",
            "kind": "report",
            "language": "en",
            "file_stem": "S25-CL-C-0043!!",
            "header": a_header(),
            "author": "Report by the Secretary-General",
            "title": "REPORT ON AI",
            "sources": dict.fromkeys(ABOVE_THE_BOX, SOURCE),
            "box": (
                BoxRow(key="purpose", label="Purpose", source=SOURCE, blocks=purpose),
                BoxRow(key="rule", label="", source=SOURCE, blocks=(rule,)),
            ),
            "blocks": blocks,
            "gaps": (),
            "provisional": (),
            "statistics": (),
        }
        return Document(**(values | fields))

    return make


@pytest.fixture(scope="session")
def full(make_block: MakeBlock, make_document: MakeDocument) -> Document:
    """A document with every kind of block, looks, links and a table."""
    looks = (
        Run("Plain, "),
        Run("strong", strong=True),
        Run("emphatic", emphasis=True),
        Run("raised", superscript=True),
        Run("here", href="https://example.org/?a=1&b=2"),
    )
    rows = [["Group", "Number"], ["SG13", "12"], ["SG16", "7"]]
    kinds = [make_block(kind, f"A {kind}.") for kind in (*BOX_KINDS, "heading")]
    table = make_block("table", "A table.", rows=rows)
    box = tuple(make_block(kind, f"A {kind} in the box.") for kind in BOX_KINDS)
    return make_document(*kinds, table, make_block("paragraph", looks), box=box)


@pytest.fixture(scope="session")
def emblem() -> bytes:
    """A small picture."""
    saved = io.BytesIO()
    Image.new("RGB", (4, 2), "navy").save(saved, "PNG")
    return saved.getvalue()


def a_header(**fields: str) -> Header:
    """A header block."""
    values = {
        "session": "Council 2025",
        "place_and_dates": "Geneva, 17\N{EN DASH}27 June 2025",
        "agenda_item": "Agenda item: PL 3.1",
        "symbol": "Document C25/43-E",
        "date": "3 May 2025",
        "original": "Original: English",
        "short_reference": "C25/43-E",
    }
    return Header(**(values | fields))


@pytest.fixture(scope="session")
def edited(report: bytes) -> Edited:
    """The template of reports, edited with python-docx as somebody would with Word."""

    def edit(change: Callable[[WordFile], None]) -> bytes:
        word = docx.Document(io.BytesIO(report))
        change(word)
        saved = io.BytesIO()
        word.save(saved)
        return saved.getvalue()

    return edit


@pytest.fixture(scope="session")
def rendered(report: bytes) -> Rendered:
    """Renders a document and opens the Word file with python-docx."""

    def render(
        document: Document, template: bytes = report, emblem: bytes | None = None
    ) -> WordFile:
        data = render_word(document, template, "report.docx", emblem)
        return docx.Document(io.BytesIO(data))

    return render
