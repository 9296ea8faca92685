"""The ids of entries in a Word file: bookmarks that nobody sees, and that outlive an editor."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from council_report.model.document import Block, Document
from council_report.model.guide import LONGEST_MARK, MARK, mark_of
from council_report.model.text import plain
from council_report.rendering.word import render_word

MakeBlock = Callable[..., Block]
MakeDocument = Callable[..., Document]
Edited = Callable[[Callable[[WordFile], None]], bytes]
Rendered = Callable[..., WordFile]

START, END, ID, NAME = map(qn, ("w:bookmarkStart", "w:bookmarkEnd", "w:id", "w:name"))
KINDS = ("paragraph", "bullet", "sub-bullet", "numbered", "table")
KEYS = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,12}){0,4}", fullmatch=True)


def marked(root: etree._Element) -> Iterator[tuple[str, str]]:
    """The name of each bookmark, and the text from its beginning to its end."""
    open_marks: dict[str, tuple[str, list[str]]] = {}
    for element in root.iter(START, END, qn("w:t")):
        if element.tag == START:
            assert element.get(ID) not in open_marks
            open_marks[element.get(ID)] = element.get(NAME), []
        elif element.tag == END:
            name, texts = open_marks.pop(element.get(ID))
            yield name, "".join(texts)
        else:
            for _, texts in open_marks.values():
                texts.append(element.text or "")
    assert not open_marks


def marks_in(word: WordFile) -> list[tuple[str, str]]:
    """Those of entries in the body, in order; every bookmark has a name and number of its own."""
    body = word.element.body
    for key in (ID, NAME):
        values = [one.get(key) for one in body.iter(START)]
        assert len(set(values)) == len(values)
    return [(name, text) for name, text in marked(body) if name.startswith(MARK)]


@settings(max_examples=40, deadline=None)
@given(
    entries=st.lists(
        st.tuples(st.sampled_from(KINDS), KEYS, st.sampled_from(["itu-t", "itu-d"])),
        max_size=12,
        unique_by=lambda one: one[1:],
    )
)
def test_every_entry_stands_in_its_bookmark(
    make_block: MakeBlock,
    make_document: MakeDocument,
    rendered: Rendered,
    entries: list[tuple[str, str, str]],
) -> None:
    """Its text does, without marker or cells, in the bookmark that the document says."""
    blocks = [
        make_block(kind, f"Text {number}.", entry=key, contributor=contributor)
        for number, (kind, key, contributor) in enumerate(entries)
    ]
    document = make_document(make_block("heading", "Standards"), *blocks, box=blocks[:0])
    wanted = [
        (mark, plain(block.text))
        for block, mark in zip(document.all_blocks(), document.marks(), strict=True)
        if mark
    ]
    assert marks_in(rendered(document)) == wanted
    assert len(wanted) == len(blocks)
    assert all(len(mark) <= LONGEST_MARK for mark, _ in wanted)


def test_two_contributors_may_use_the_same_id(
    make_block: MakeBlock, make_document: MakeDocument
) -> None:
    """The second one's bookmark has its key before the id; headings have no bookmark."""
    document = make_document(
        make_block("heading", "Standards"),
        make_block("bullet", "One.", entry="overview", contributor="itu-t"),
        make_block("bullet", "Two.", entry="overview", contributor="itu-d"),
        box=(),
    )
    marks = [mark_of("overview"), mark_of("itu-d-overview")]
    assert list(document.marks()) == [None, None, *marks]


def test_an_entry_in_the_box_has_its_bookmark_too(
    make_block: MakeBlock, make_document: MakeDocument, rendered: Rendered
) -> None:
    """The rows of the box are written by contributors as well."""
    document = make_document(box=(make_block("paragraph", "Why.", entry="why"),))
    assert marks_in(rendered(document)) == [(mark_of("why"), "Why.")]


@pytest.fixture
def document(make_block: MakeBlock, make_document: MakeDocument) -> Document:
    """A document of two entries."""
    return make_document(
        make_block("bullet", "First.", entry="first"),
        make_block("bullet", "Second.", entry="second"),
    )


WANTED = [(mark_of("first"), "First."), (mark_of("second"), "Second.")]


def test_what_a_template_prints_twice_is_marked_once(
    document: Document, edited: Edited, rendered: Rendered
) -> None:
    """A template may quote a text elsewhere, in the body or at the top of each page."""

    def quote(word: WordFile) -> None:
        word.add_paragraph("Above all: {{r blocks[0].text }}")
        word.sections[0].header.paragraphs[0].text = "{{r blocks[1].text }}"

    word = rendered(document, edited(quote))
    assert marks_in(word) == WANTED
    header = word.sections[0].header
    assert "Second." in header.paragraphs[0].text
    assert not list(header._element.iter(START, END))


def test_the_bookmarks_of_a_template_stay_apart(
    document: Document, edited: Edited, rendered: Rendered
) -> None:
    """One in a loop is kept once; Word's own note of the last edit is left out, like halves."""

    def bookmark(word: WordFile) -> None:
        (loop,) = [p for p in word.paragraphs if p.text == "{%p for block in blocks %}"]
        bullet = next(p for p in word.paragraphs if p.style.name == "Bullet")
        around = bookmarks("1", "Own"), bookmarks("7", "Lost")
        bullet._p.insert(1, around[0][0])
        bullet._p.append(around[0][1])
        bullet._p.append(around[1][0])
        loop._p.append(deepcopy(around[1][1]))
        author = next(p for p in word.paragraphs if p.text == "{{ author }}")
        author._p.extend(bookmarks("9", "_GoBack"))

    word = rendered(document, edited(bookmark))
    assert marks_in(word) == WANTED
    others = {name for name, _ in marked(word.element.body) if not name.startswith(MARK)}
    assert others == {"Own"}


def bookmarks(number: str, name: str) -> tuple[etree._Element, etree._Element]:
    """The beginning and the end of a bookmark."""
    start = f'<w:bookmarkStart {nsdecls("w")} w:id="{number}" w:name="{name}"/>'
    return parse_xml(start), parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="{number}"/>')


@pytest.mark.libreoffice
def test_bookmarks_outlive_another_program(full: Document, report: bytes, tmp_path: Path) -> None:
    """LibreOffice opens the file and saves it again, with every bookmark where it was."""
    blocks = [
        block.model_copy(update={"entry": f"entry-{number}-" + "long-" * number + "x"})
        for number, block in enumerate(full.blocks)
        if block.kind != "heading"
    ]
    document = full.model_copy(update={"blocks": tuple(blocks)})
    (tmp_path / "draft.docx").write_bytes(render_word(document, report, "report.docx", None))
    command = [
        shutil.which("soffice") or "soffice",
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        *("--headless", "--convert-to", "docx", "--outdir", "saved", "draft.docx"),
    ]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=100)
    before = marks_in(docx.Document(str(tmp_path / "draft.docx")))
    after = marks_in(docx.Document(str(tmp_path / "saved" / "draft.docx")))
    assert after == before
    assert len(before) == len(blocks)
