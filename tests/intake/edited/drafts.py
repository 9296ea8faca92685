"""A rendered draft for reviewers to edit, and its paragraphs as lxml has them."""

from collections.abc import Iterator
from functools import cache

from lxml import etree

from council_report.model.document import ABOVE_THE_BOX, Block, BoxRow, Document
from council_report.model.text import Run, Text
from council_report.office.parts import Parts
from council_report.office.tags import W
from council_report.rendering.word import render_word
from tests.rendering.conftest import SOURCE, TEMPLATES, a_header

MAIN = "word/document.xml"

LOOKS: Text = (
    Run("Plain, "),
    Run("strong", strong=True),
    Run(" and "),
    Run("both", strong=True, emphasis=True),
    Run("2", superscript=True),
    Run(", with a "),
    Run("link", href="https://example.org/?a=1&b=2"),
    Run(" & more."),
)


def a_block(kind: str, text: str | Text, **fields: object) -> Block:
    """A block; an entry has its kind as id."""
    markers = {"bullet": "\N{EN DASH}", "sub-bullet": "\N{EN DASH}", "numbered": "1", "heading": ""}
    known = {"kind": kind, "section": "standards", "source": SOURCE, "contributor": "itu-t"}
    runs = (Run(text),) if isinstance(text, str) else text
    values = {**known, "marker": markers.get(kind, ""), "text": runs, "entry": f"a-{kind}"}
    return Block.model_validate(values | fields)


def a_document() -> Document:
    """A report with a box, a heading, entries of all kinds, a table and looks."""
    kinds = ("paragraph", "bullet", "sub-bullet", "numbered")
    rows = tuple(
        tuple((Run(cell),) for cell in row) for row in (("Group", "Number"), ("SG13", "12"))
    )
    return Document(
        session="C25",
        kind="report",
        language="en",
        file_stem="S25-CL-C-0043!!",
        header=a_header(),
        author="Report by the Secretary-General",
        title="REPORT ON AI",
        sources=dict.fromkeys(ABOVE_THE_BOX, SOURCE),
        box=(
            BoxRow(
                key="purpose",
                label="Purpose",
                source=SOURCE,
                blocks=(a_block("paragraph", "Why this is sent.", entry="why"),),
            ),
        ),
        blocks=(
            a_block("heading", "Standards", entry=None, contributor=None),
            *(a_block(kind, f"What the {kind} says, and no more.") for kind in kinds),
            a_block("table", "A table.", rows=rows),
            a_block("paragraph", LOOKS, entry="looks"),
            a_block("paragraph", "The end.", entry="last"),
        ),
        gaps=(),
        provisional=(),
        statistics=(),
    )


@cache
def a_draft() -> bytes:
    """The Word file of that report."""
    template = (TEMPLATES / "report.docx").read_bytes()
    return render_word(a_document(), template, "report.docx", None)


def opened(data: bytes) -> tuple[Parts, etree._Element]:
    """The parts of a Word file, and the tree of its main text."""
    parts = Parts(data)
    return parts, parts.tree(MAIN)


def saved(parts: Parts, root: etree._Element) -> bytes:
    """The Word file with that main text."""
    parts.put(MAIN, root)
    return parts.saved()


def text_runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The runs of a paragraph that say its text, the dash or number in front of it aside."""
    after_marker = paragraph.find(f"{W}r/{W}tab") is None
    for run in paragraph.iter(f"{W}r"):
        if after_marker and run.find(f"{W}t") is not None:
            yield run
        after_marker = after_marker or run.find(f"{W}tab") is not None
