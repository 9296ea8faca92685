"""A document in Word: its styles, looks, links, tables and emblem."""

import io
from collections.abc import Callable

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from council_report.model.document import Block, Document
from council_report.model.text import Run
from council_report.rendering.word import render_word

MakeBlock = Callable[..., Block]
MakeDocument = Callable[..., Document]
Rendered = Callable[..., WordFile]
Edited = Callable[[Callable[[WordFile], object]], bytes]

STYLES = {
    "heading": "Heading 1",
    "paragraph": "Normal",
    "bullet": "Bullet",
    "sub-bullet": "Sub-bullet",
    "numbered": "Numbered Point",
    "table": "Table Caption",
    "placeholder": "Placeholder",
    "rule": "Box Rule",
}
BOX_STYLES = {
    "paragraph": "Box Text",
    "bullet": "Bullet",
    "sub-bullet": "Sub-bullet",
    "numbered": "Numbered Point",
    "placeholder": "Placeholder",
    "rule": "Box Rule",
}


def paragraphs(word: WordFile) -> list[Paragraph]:
    """Every paragraph of the body, those in tables included, in order."""
    return [Paragraph(p, word) for p in word.element.body.iter(qn("w:p"))]


def lines(word: WordFile) -> list[str]:
    """The text of every paragraph."""
    return [paragraph.text for paragraph in paragraphs(word)]


def the(word: WordFile, line: str) -> Paragraph:
    """The one paragraph with this text."""
    (found,) = [paragraph for paragraph in paragraphs(word) if paragraph.text == line]
    return found


def test_each_kind_of_block_has_its_style(full: Document, rendered: Rendered) -> None:
    """The styles are those of the template, in the body and in the box."""
    word = rendered(full)
    for block in full.blocks[:-1]:
        assert the(word, block.line).style.name == STYLES[block.kind]
    for block in full.box[0].blocks:
        assert the(word, block.line).style.name == BOX_STYLES[block.kind]


def test_each_line_around_the_blocks_has_its_style(full: Document, rendered: Rendered) -> None:
    """So are those of the header block, the author line, the title and the end mark."""
    word = rendered(full)
    header = full.header
    styles = {
        header.session: "Header Session",
        header.place_and_dates: "Header Place",
        header.agenda_item: "Header Agenda Item",
        header.symbol: "Header Reference",
        header.date: "Header Reference",
        header.original: "Header Reference",
        full.author: "Author Line",
        full.title: "Document Title",
        full.box[0].label: "Box Label",
    }
    assert {line: the(word, line).style.name for line in styles} == styles
    assert paragraphs(word)[-1].style.name == "End Mark"
    assert set(lines(word)[-1]) == {"_"}


def test_no_tag_of_the_template_is_left(full: Document, rendered: Rendered) -> None:
    """The paragraphs and table rows that hold tags are gone."""
    word = rendered(full)
    assert "Template Tag" not in {paragraph.style.name for paragraph in paragraphs(word)}
    assert not any("{{" in line or "{%" in line for line in lines(word))


def test_looks_are_real_runs(full: Document, rendered: Rendered) -> None:
    """Strong, emphatic and raised words are runs with that look, and no others have it."""
    runs = {run.text: run.font for run in paragraphs(rendered(full))[-2].runs}
    assert [text for text, font in runs.items() if font.bold] == ["strong"]
    assert [text for text, font in runs.items() if font.italic] == ["emphatic"]
    assert [text for text, font in runs.items() if font.superscript] == ["raised"]
    assert "Plain, " in runs


def test_links_are_real_links(full: Document, rendered: Rendered) -> None:
    """A link has its address in a relationship of the file, and the look of links."""
    word = rendered(full)
    (link,) = paragraphs(word)[-2].hyperlinks
    assert (link.text, link.address) == ("here", "https://example.org/?a=1&b=2")
    assert link.runs[0].style.name == "Hyperlink"
    relationship = word.part.rels[link._hyperlink.rId]
    assert relationship.is_external


def test_one_address_has_one_relationship(
    make_block: MakeBlock, make_document: MakeDocument, rendered: Rendered
) -> None:
    """A hundred links to one page do not make a hundred relationships."""
    link = make_block("bullet", (Run("page", href="https://example.org/"),))
    word = rendered(make_document(*[link] * 100))
    external = [one for one in word.part.rels.values() if one.is_external]
    assert [one.target_ref for one in external] == ["https://example.org/"]


def test_a_table_has_a_head(full: Document, rendered: Rendered) -> None:
    """The first row is repeated on each page and has a style of its own; the others are plain."""
    table = rendered(full).tables[-1]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Group", "Number"],
        ["SG13", "12"],
        ["SG16", "7"],
    ]
    heads = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
    assert heads == [True, False, False]
    styles = [{cell.paragraphs[0].style.name for cell in row.cells} for row in table.rows]
    assert styles == [{"Table Header"}, {"Table Text"}, {"Table Text"}]
    assert len(table.columns) == 2


def test_a_numbered_heading_has_its_number(
    make_block: MakeBlock, make_document: MakeDocument, rendered: Rendered, proposal: bytes
) -> None:
    """The template of proposals prints number, tab and text."""
    heading = make_block("heading", "Discussion", marker="2")
    word = rendered(make_document(heading), proposal)
    assert the(word, "2\tDiscussion").style.name == "Heading 1"


def test_the_end_mark_is_the_last_paragraph_of_both_templates(
    make_document: MakeDocument, rendered: Rendered, report: bytes, proposal: bytes
) -> None:
    """A document ends with a centred rule of underscores."""
    for template in (report, proposal):
        last = paragraphs(rendered(make_document(), template))[-1]
        assert last.style.name == "End Mark"
        assert last.style.paragraph_format.alignment == 1


def test_no_empty_run_is_left(full: Document, rendered: Rendered, emblem: bytes) -> None:
    """Every run holds something: text, a tab or a picture."""
    for word in (rendered(full), rendered(full, emblem=emblem)):
        runs = list(word.element.body.iter(qn("w:r")))
        assert len(runs) > 20
        for run in runs:
            content = [child for child in run if child.tag != qn("w:rPr")]
            assert content
            assert all(child.text for child in content if child.tag == qn("w:t"))


def test_the_emblem_is_printed(full: Document, rendered: Rendered, emblem: bytes) -> None:
    """The picture stands in its place in the header block, 16 mm high, with words for it."""
    word = rendered(full, emblem=emblem)
    (picture,) = word.inline_shapes
    assert picture.height.cm == pytest.approx(1.6, abs=0.01)
    (place,) = [p for p in paragraphs(word) if p.style.name == "Header Emblem"]
    assert list(place._p.iter(qn("w:drawing")))
    image = word.part.related_parts[picture._inline.graphic.graphicData.pic.blipFill.blip.embed]
    assert image.blob == emblem
    (picture,) = word.element.body.iter(qn("wp:inline"))
    assert picture.docPr.get("descr") == "Emblem"


def test_a_picture_of_the_template_is_not_called_the_emblem(
    full: Document, edited: Edited, emblem: bytes
) -> None:
    """What it shows, only its author can say."""
    template = edited(lambda word: word.paragraphs[0].add_run().add_picture(io.BytesIO(emblem)))
    word = docx.Document(io.BytesIO(render_word(full, template, "report.docx", None)))
    (picture,) = word.element.body.iter(qn("wp:inline"))
    assert picture.docPr.get("descr") is None


def test_without_an_emblem_there_is_no_picture(full: Document, rendered: Rendered) -> None:
    """Its place stays empty."""
    word = rendered(full)
    assert len(word.inline_shapes) == 0
    (place,) = [p for p in paragraphs(word) if p.style.name == "Header Emblem"]
    assert place.text == ""
