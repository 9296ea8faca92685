"""What reviewers do to a draft comes back as they did it."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_report.comparison.redline import make_redline
from council_report.intake.edited.copies import copy_in
from council_report.model.document import Document
from council_report.model.edited import EditedParagraph
from council_report.model.guide import mark_of
from council_report.model.text import plain
from council_report.office.tags import W
from tests.intake.documents.builders import bookmark, docx, paragraph, run, table
from tests.intake.edited.drafts import a_document, a_draft, opened, saved
from tests.intake.edited.editing import Change, Kind, edited
from tests.intake.edited.tracking import begin, comment, edits, end, moved, source, words

WORDS = st.text("abcé 中&<…", min_size=1, max_size=12)
CHANGES = st.lists(
    st.builds(
        Change,
        paragraph=st.integers(0, 60),
        kind=st.sampled_from(get_args(Kind)),
        author=st.sampled_from(["Ann", "Bob", "Çağla"]),
        words=WORDS,
        start=st.floats(0, 1),
        end=st.floats(0, 1),
    ),
    max_size=12,
)


def read(data: bytes) -> list[EditedParagraph]:
    """The paragraphs of the body of a copy."""
    return [one for one in copy_in(source(data)).paragraphs if one.part == "body"]


def said_by(document: Document) -> list[str]:
    """What a document prints, the dash or number in front of each text aside."""
    lines = [line for line in document.lines() if line.text]
    return [
        plain(line.block.text) if line.block and line.part == line.block.kind else line.text
        for line in lines
    ]


def test_a_draft_that_nobody_edited_says_what_the_document_says() -> None:
    """Text and look of every entry, and no edit anywhere."""
    document, found = a_document(), read(a_draft())
    printed = [words(one.before) for one in found if one.before]
    assert [one for one in printed if one in said_by(document)] == said_by(document)
    texts = [one.before for one in found]
    assert all(block.text in texts for block in document.all_blocks())
    assert all(one.edits == () and one.before == one.after for one in found)
    assert copy_in(source(a_draft())).findings == ()


def test_the_ids_of_entries_come_back() -> None:
    """Each entry's bookmark begins in the paragraph of its text."""
    marked = {mark: words(one.before) for one in read(a_draft()) for mark in one.marks}
    for block in a_document().all_blocks():
        if block.entry:
            assert marked[mark_of(block.entry)] == plain(block.text)


@given(changes=CHANGES)
def test_every_edit_comes_back(changes: list[Change]) -> None:
    """In its paragraph, by its author; and before all tracked changes is what was sent out."""
    parts, root = opened(a_draft())
    said = [words(one.before) or "" for one in read(a_draft())]
    expected = edited(root.find(f"{W}body"), said, changes)
    found = read(saved(parts, root))
    assert [(words(one.before), words(one.after), edits(one)) for one in found] == [
        (one.before, one.after, one.edits) for one in expected
    ]


def test_a_redline_that_is_sent_back_reads_as_the_draft_that_it_shows() -> None:
    """Reviewers may edit that instead: none of its own changes is an edit of theirs."""
    parts, root = opened(a_draft())
    for text in root.iter(f"{W}t"):
        text.text = (text.text or "").replace("the bullet says", "a bullet may say")
    new = saved(parts, root)
    redline = make_redline(a_draft(), new, datetime(2026, 11, 20, tzinfo=UTC))
    assert read(redline) == read(new)


@pytest.mark.libreoffice
def test_a_draft_that_libreoffice_saved(tmp_path: Path) -> None:
    """It keeps words, looks, bookmarks, and tracked changes with their authors and moments."""
    parts, root = opened(a_draft())
    said = [words(one.before) or "" for one in read(a_draft())]
    kinds: dict[Kind, str] = {
        "put in": "What the paragraph says, and no more.",
        "take out": "What the bullet says, and no more.",
        "embolden": "What the sub-bullet says, and no more.",
        "drop paragraph": "What the numbered says, and no more.",
        "new paragraph": "The end.",
    }
    changes = [
        Change(said.index(text), kind, author, "new words", 0.3, 0.6)
        for (kind, text), author in zip(kinds.items(), 2 * ("Ann", "Bob", "Ann"), strict=False)
    ]
    edited(root.find(f"{W}body"), said, changes)
    data = saved(parts, root)
    assert [told(one) for one in read(by_libreoffice(tmp_path, data))] == [
        told(one) for one in read(data)
    ]


@pytest.mark.libreoffice
def test_comments_and_moves_that_libreoffice_saved(tmp_path: Path) -> None:
    """It numbers comments anew, and writes the range of a move in a place of its own."""
    body = (
        moved("moveFrom", "move1", "Wanders.")
        + paragraph(bookmark("_cr_a", run("Stays, ") + begin(1) + run("this") + end(1)))
        + moved("moveTo", "move1", "Wanders.")
        + table(("a", paragraph(begin(2) + run("b") + end(2))))
        + paragraph("End.")
    )
    data = docx(body, comments=comment(1, "Why?", "Really?") + comment(2, "Yes.", author="Bob"))
    assert [told(one) for one in read(by_libreoffice(tmp_path, data))] == [
        told(one) for one in read(data)
    ]


def told(paragraph: EditedParagraph) -> dict[str, object]:
    """What is read of a paragraph but its style.

    LibreOffice gives a paragraph the style of the one before it, where that was taken out.
    """
    return paragraph.model_dump(exclude={"style"})


def by_libreoffice(folder: Path, data: bytes) -> bytes:
    """A copy opened and saved by LibreOffice."""
    (folder / "copy.docx").write_bytes(data)
    subprocess.run(
        (
            *("soffice", "--headless", f"-env:UserInstallation={(folder / 'p').as_uri()}"),
            *("--convert-to", "docx", "--outdir", str(folder / "saved"), "copy.docx"),
        ),
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=100,
    )
    return (folder / "saved" / "copy.docx").read_bytes()
