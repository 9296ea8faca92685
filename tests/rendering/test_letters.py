"""The texts of a document in Word, to the letter."""

from collections.abc import Callable

import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from council_report.model.document import Block, Document, Header

MakeBlock = Callable[..., Block]
MakeDocument = Callable[..., Document]
Rendered = Callable[..., WordFile]

IN_BOX = ("paragraph", "bullet", "sub-bullet", "numbered", "placeholder", "rule")
KINDS = (*IN_BOX, "heading", "table")

MARKS = st.sampled_from(
    [
        *("{_", "_}", "{{", "}}", "{%", "%}", "{#", "{", "_", "%", "{{r x }}", "{%p if x %}"),
        *("<w:t>", "</w:p>", "&amp;", "&#95;", "]]>", "<!--", "\\1", "a"),
        *(" ", "  ", "\u2011", "\u00a0", "\u2028"),
    ]
)
PRINTABLE = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), min_size=1
) | st.lists(MARKS, min_size=1).map("".join)
"""Any text that XML can carry, and texts made of what might be taken for mark-up."""


def lines(word: WordFile) -> list[str]:
    """The text of every paragraph of the body, those in tables included, in order."""
    return [Paragraph(p, word).text for p in word.element.body.iter(qn("w:p"))]


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_text_arrives_in_every_kind_of_block(
    make_block: MakeBlock, make_document: MakeDocument, rendered: Rendered, hostile: str, kind: str
) -> None:
    """Text that looks like mark-up is text like any other, to the letter."""
    block = make_block(kind, hostile)
    assert lines(rendered(make_document(block))).count(block.line) == 1


@pytest.mark.parametrize("kind", IN_BOX)
def test_hostile_text_arrives_in_the_box(
    make_block: MakeBlock, make_document: MakeDocument, rendered: Rendered, hostile: str, kind: str
) -> None:
    """The rows of the box are no different."""
    block = make_block(kind, hostile)
    assert lines(rendered(make_document(box=(block,)))).count(block.line) == 1


def test_hostile_text_arrives_in_a_table(
    make_block: MakeBlock, make_document: MakeDocument, rendered: Rendered, hostile: str
) -> None:
    """Neither the head nor the body of a table is different."""
    block = make_block("table", "A table.", rows=[[hostile, "Number"], ["SG13", hostile]])
    table = rendered(make_document(block)).tables[-1]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        [hostile, "Number"],
        ["SG13", hostile],
    ]


def test_hostile_text_arrives_outside_the_blocks(
    make_document: MakeDocument, rendered: Rendered, hostile: str
) -> None:
    """Nor are the header block, the author line and the title."""
    fields = {name: f"{name} {hostile}" for name in Header.model_fields}
    document = make_document(header=Header(**fields), author=f"by {hostile}", title=f"On {hostile}")
    word = rendered(document)
    printed = lines(word)
    short_reference = fields.pop("short_reference")
    for line in (*fields.values(), document.author, document.title):
        assert printed.count(line) == 1
    assert short_reference in [line.text for line in word.sections[0].header.paragraphs]
    assert word.core_properties.title == document.title


@settings(max_examples=40)
@given(texts=st.lists(st.tuples(st.sampled_from([*KINDS, "cell"]), PRINTABLE), max_size=12))
def test_any_printable_text_comes_back(
    make_block: MakeBlock,
    make_document: MakeDocument,
    rendered: Rendered,
    texts: list[tuple[str, str]],
) -> None:
    """Whatever the texts and kinds of blocks, each is read back to the letter, in order."""
    blocks = [
        make_block("table", "A table.", rows=[[text]]) if kind == "cell" else make_block(kind, text)
        for kind, text in texts
    ]
    wanted = [line for block in blocks for line in lines_of(block)]
    printed = [line for line in lines(rendered(make_document(*blocks))) if line]
    assert printed[len(printed) - 1 - len(wanted) : -1] == wanted


def lines_of(block: Block) -> list[str]:
    """The line of a block, and those of its cells."""
    cells = [cell for row in block.rows for cell in row]
    return [block.line, *("".join(run.text for run in cell) for cell in cells)]
