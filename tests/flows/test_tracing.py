"""Every paragraph of a draft is traced to a file with a digest."""

import datetime
import hashlib
from collections import Counter
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from council_report.model.content import Content
from council_report.model.document import Document
from council_report.model.draft import Draft, Trace
from flows.building import build
from flows.ordering import BuildRequest
from tests.flows import editing

NOW = datetime.datetime(2025, 5, 5, 9, 30, tzinfo=datetime.UTC)
SIGNS = {qn("w:tab"): "\t", qn("w:noBreakHyphen"): "\u2011"}


@pytest.fixture
def prepared(workplace: Path) -> Path:
    """The samples, with a table, an amended entry's file left out, and a contributor awaited."""
    editing.append(workplace / "inputs/C25/itu-r/standards.yaml", editing.TABLE)
    (workplace / "inputs/C25/itu-t/deployment.yaml").unlink()
    return workplace


def draft_of(session: str) -> Draft:
    """A draft of the first document of a session, in Word."""
    draft = build(BuildRequest(session=session, pdf="none"), NOW).draft
    assert draft
    return draft


def content_of(draft: Draft) -> Content:
    """What a draft says."""
    return Content.model_validate_json((Path(draft.folder) / "content.json").read_bytes())


def paragraphs(path: Path) -> list[str]:
    """What the paragraphs of a Word file say that say anything, headers and footers included."""
    document = docx.Document(str(path))
    parts = [document.element.body]
    for section in document.sections:
        for part in (section.header, section.footer, section.first_page_header):
            parts.append(part._element)
        parts.append(section.first_page_footer._element)
    return [text for part in parts for text in map(said, part.iter(qn("w:p"))) if text.strip()]


def said(paragraph: object) -> str:
    """The words of one paragraph, with the signs that stand for letters."""
    pieces = []
    for element in paragraph.iter(qn("w:t"), *SIGNS):
        if element.getparent().tag == qn("w:r"):
            pieces.append(SIGNS.get(element.tag) or element.text or "")
    return "".join(pieces)


def traced_lines(draft: Draft, document: Document) -> list[tuple[str, Trace]]:
    """What each trace of a language is the trace of, in order; cells go with their table."""
    lines = [line for line in document.lines() if line.part != "cell"]
    traces = [one for one in draft.manifest.trace if one.language == document.language]
    own = [one for one in traces if one.part != "template"]
    assert [line.part for line in lines] == [one.part for one in own]
    return list(zip((line.text for line in lines), own, strict=True))


@pytest.mark.parametrize("session", ["C25", "C24"])
def test_every_paragraph_in_word_is_traced_to_a_file_with_its_digest(
    prepared: Path, session: str
) -> None:
    """Nothing stands in a Word file of any language that the manifest does not account for."""
    draft = draft_of(session)
    template = draft.manifest.kind
    fixed = paragraphs(prepared / f"templates/{template}.docx")
    for document in content_of(draft).documents:
        texts = [text for text, _ in traced_lines(draft, document)]
        cells = [line.text for line in document.lines() if line.part == "cell"]
        for text in paragraphs(Path(draft.folder) / document.file_name("MSW")):
            # A line of the header may share its paragraph, or be shortened on the pages after it.
            in_header = any(line and (line in text or text in line) for line in texts[:8])
            assert text in texts or text in cells or text in fixed or in_header, text


@pytest.mark.parametrize("session", ["C25", "C24"])
def test_every_trace_leads_to_a_file_as_it_was(prepared: Path, session: str) -> None:
    """The file is there, the digest is its own, and the line is one of its lines."""
    draft = draft_of(session)
    assert len(draft.manifest.trace) > 60
    for one in draft.manifest.trace:
        data = (prepared / one.file).read_bytes()
        assert one.digest == hashlib.sha256(data).hexdigest()
        if one.line is not None:
            assert 1 <= one.line <= len(data.decode().splitlines())
            assert one.place == f"line {one.line}"


def test_an_entry_is_traced_once_to_the_line_where_it_begins(prepared: Path) -> None:
    """A table too, whatever the number of its cells; a placeholder to who is asked for it."""
    draft = draft_of("C25")
    entries = [one for one in draft.manifest.trace if one.entry]
    assert set(Counter((one.language, one.entry) for one in entries).values()) == {1}
    for one in entries:
        lines = (prepared / one.file).read_text("utf-8").splitlines()
        assert f"id: {one.entry}" in lines[(one.line or 0) - 1]
        assert f"inputs/C25/{one.contributor}/" in one.file
    blocks = [one.block for one in entries if one.language == "en"]
    assert blocks == sorted(blocks)
    assert [one.contributor for one in draft.manifest.trace if one.part == "placeholder"] == [
        "itu-t",
        "itu-t",
    ]


def test_the_words_of_the_template_are_traced_to_it(prepared: Path) -> None:
    """Once for each language, as they are nobody's contribution."""
    fixed = [one for one in draft_of("C25").manifest.trace if one.part == "template"]
    assert [(one.language, one.file, one.line) for one in fixed] == [
        ("en", "templates/report.docx", None),
        ("fr", "templates/report.docx", None),
    ]


def test_an_amended_entry_says_who_amended_it_and_when(workplace: Path) -> None:
    """Only that entry, in the language that was amended."""
    from council_report.model.amendment import text_digest

    entry = "international-ai-standards-exchange"
    for block in content_of(draft_of("C25")).documents[0].all_blocks():
        if block.entry == entry:
            digest = text_digest(block.said)
    (workplace / "inputs/C25/amendments.yaml").write_text(
        "amendments:\n"
        f"  - {{contributor: itu-t, entry: {entry}, language: en, old: {digest},\n"
        "     new: The Exchange is held in July., by: A. Reviewer, on: 2025-05-04, why: shorter}\n"
    )
    draft = draft_of("C25")
    amended = [one for one in draft.manifest.trace if one.amended]
    assert [(one.language, one.entry, one.amended) for one in amended] == [
        ("en", entry, ("A. Reviewer, 2025-05-04",))
    ]


def test_the_lengths_of_all_parts_add_up_to_the_words_of_the_document(prepared: Path) -> None:
    """Each section and row of the box is measured; only the lines above the box are in none."""
    draft = draft_of("C25")
    for document in content_of(draft).documents:
        lengths = [one for one in draft.manifest.lengths if one.language == document.language]
        (product,) = draft.manifest.products_of("publication", document.language)
        above = sum(len(line.text.split()) for line in document.lines() if line.block is None)
        assert sum(one.words for one in lengths) == (product.words or 0) - above
        assert {one.pages for one in lengths} == {None}
