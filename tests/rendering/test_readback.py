"""A Word file read back: what it says is compared with what it should say."""

import io
from collections.abc import Callable, Sequence

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from council_report.errors import RenderingError
from council_report.model.document import Block, Document
from council_report.rendering.readback import main_text, paragraphs, trees_of, verify

MakeBlock = Callable[..., Block]
MakeDocument = Callable[..., Document]


def body(lines: Sequence[str]) -> etree._Element:
    """The text of a Word file of these paragraphs."""
    word = docx.Document()
    for line in lines:
        word.add_paragraph(line)
    return read(word)


def read(word: WordFile) -> etree._Element:
    """The text of a Word file, as it is read back."""
    saved = io.BytesIO()
    word.save(saved)
    return main_text(trees_of(saved.getvalue()))


@pytest.fixture(scope="session")
def document(make_block: MakeBlock, make_document: MakeDocument) -> Document:
    """A document in which two entries say the same, and one has a table."""
    return make_document(
        make_block("paragraph", "The same.", entry="one"),
        make_block("table", "A table.", rows=[["Cell", ""], ["Cell", "Other"]], entry="two"),
        make_block("paragraph", "The same.", entry="three"),
    )


@pytest.fixture
def lines(document: Document) -> list[str]:
    """The paragraphs that say just what the document says."""
    return [line.text for line in document.lines()]


def problems(document: Document, lines: Sequence[str], template: Sequence[str] = ()) -> list[str]:
    """What is wrong with a Word file of these paragraphs."""
    with pytest.raises(RenderingError) as caught:
        verify(body(lines), document, template, "report.docx")
    assert "report.docx" in caught.value.hint
    assert document.file_name("MSW") in str(caught.value)
    return str(caught.value).splitlines()[1:]


def test_what_says_the_same_passes(document: Document, lines: list[str]) -> None:
    """Nothing is raised about a file that has every line once, in order."""
    verify(body(lines), document, [], "report.docx")


def test_lines_of_the_template_may_stand_between(document: Document, lines: list[str]) -> None:
    """The template's own words disturb nobody, even where an entry says the same."""
    lines.insert(3, "Of the template.")
    lines.append("The same.")
    verify(body(lines), document, ["The same."], "report.docx")


def test_a_missing_block_is_named(document: Document, lines: list[str]) -> None:
    """The entry, its section and its words are given."""
    lines.remove("A table.")
    expected = "- missing or out of order: entry two in section standards: “A table.”"
    assert problems(document, lines) == [expected]


def test_a_missing_cell_is_named_by_its_entry(document: Document, lines: list[str]) -> None:
    """A table is compared cell by cell."""
    lines.remove("Other")
    expected = "- missing or out of order: entry two in section standards: “Other”"
    assert problems(document, lines) == [expected]


def test_one_of_two_equal_blocks_is_missed(document: Document, lines: list[str]) -> None:
    """What two entries say must be there twice."""
    del lines[lines.index("The same.")]
    assert any("entry" in problem for problem in problems(document, lines))


def test_one_of_two_equal_neighbours_is_missed(
    make_block: MakeBlock, make_document: MakeDocument
) -> None:
    """One paragraph does not count for two blocks that say the same one after the other."""
    document = make_document(*[make_block("bullet", "The same.", entry="one")] * 2)
    lines = [line.text for line in document.lines()]
    (problem,) = problems(document, lines[:-1])
    assert "missing or out of order: entry one" in problem


def test_a_block_out_of_order_is_named(document: Document, lines: list[str]) -> None:
    """A block must come after the one before it."""
    lines.append(lines.pop(lines.index("A table.")))
    assert any("out of order" in problem for problem in problems(document, lines))


def test_a_block_too_many_is_named(document: Document, lines: list[str]) -> None:
    """A block must not be there more often than the document says it."""
    problem = "- printed 2 times instead of 1: “A table.”"
    assert problems(document, [*lines, "A table."]) == [problem]


@pytest.mark.parametrize("change", [str.upper, str.strip, lambda line: line.replace("t", "т")])
def test_a_changed_letter_is_seen(
    make_block: MakeBlock, make_document: MakeDocument, change: Callable[[str], str]
) -> None:
    """Every letter and space counts."""
    document = make_document(make_block("paragraph", " the text ", entry="one"))
    lines = [line.text for line in document.lines()]
    lines[-1] = change(lines[-1])
    assert problems(document, lines)


def test_every_problem_is_told_at_once(document: Document) -> None:
    """An empty file lacks every line: header, author, title, label, box and body."""
    told = problems(document, [])
    assert len(told) == len([line for line in document.lines() if line.text])


def test_a_long_line_is_cut_in_the_message(
    make_block: MakeBlock, make_document: MakeDocument
) -> None:
    """A message stays readable."""
    document = make_document(make_block("paragraph", "word " * 100))
    assert max(len(problem) for problem in problems(document, [])) < 160


def test_paragraphs_are_read_as_word_shows_them() -> None:
    """Tabs, breaks and hyphens that do not break are signs; stops, fields and pictures are not."""
    word = docx.Document()
    word.add_paragraph()._p.append(
        parse_xml(
            f"<w:r {nsdecls('w')}><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>"
            "<w:noBreakHyphen/><w:t>d</w:t><w:instrText> PAGE </w:instrText></w:r>"
        )
    )
    word.paragraphs[0].paragraph_format.tab_stops.add_tab_stop(100)
    assert paragraphs(read(word)) == ["a\tb\nc\u2011d"]
