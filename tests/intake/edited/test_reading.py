"""A reviewer's file is read confined, or the copy says why it was not."""

import datetime
import os
from pathlib import Path

import pytest

from council_report.intake.edited import read_edited, take_copy
from council_report.model.edited import EditedCopy
from council_report.model.source import SourceFile
from tests.intake import hostile, packages
from tests.intake.documents.builders import docx, paragraph, run
from tests.intake.edited.tracking import begin, comment, end, put_in, source, words

CORE = (
    '<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{}</cp:coreProperties>'
)
MODIFIED = '<dcterms:modified xsi:type="dcterms:W3CDTF">2026-11-21T09:00:00Z</dcterms:modified>'

HOSTILE = (
    *("bomb.docx", "laughs.docx", "doctype-utf16.docx", "twice.docx", "deep.docx", "macros.docx"),
    *("picture-web.docx", "password.docx", "truncated.docx", "no-body.docx", "tables.docx"),
)
"""Some of each sort."""


def saved(properties: str) -> bytes:
    """A Word file with these core properties."""
    kind = "application/vnd.openxmlformats-package.core-properties+xml"
    parts = packages.word_parts(more_types={"/docProps/saved.xml": kind})
    root = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
    related = packages.relations(
        packages.relation("officeDocument", "word/document.xml"),
        packages.relation("core-properties", "docProps/saved.xml", root=root),
    )
    core = CORE.format(properties)
    return packages.packed({**parts, "_rels/.rels": related, "docProps/saved.xml": core})


def test_tracked_changes_and_comments_are_welcome() -> None:
    """What would be refused in a contribution is what is asked for here."""
    body = paragraph(begin(1) + run("One") + put_in(" more") + end(1))
    copy = read_edited(source(docx(body, comments=comment(1, "Why?"))))
    assert copy.findings == ()
    (one,) = copy.paragraphs
    assert words(one.after) == "One more"
    assert one.edits[0].when == datetime.datetime(2026, 11, 20, 10, tzinfo=datetime.UTC)
    assert one.remarks[0].text == "Why?"


@pytest.mark.parametrize(
    ("properties", "author"),
    [
        ("<cp:lastModifiedBy>Ann</cp:lastModifiedBy><dc:creator>Bob</dc:creator>", "Ann"),
        ("<cp:lastModifiedBy> </cp:lastModifiedBy><dc:creator>Bob</dc:creator>", "Bob"),
        ("", ""),
    ],
)
def test_who_saved_the_file_last_is_its_author(properties: str, author: str) -> None:
    """Or who made it, or nobody."""
    copy = read_edited(source(saved(properties + MODIFIED)))
    assert copy.author == author
    assert copy.saved == datetime.datetime(2026, 11, 21, 9, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    "data",
    [b"", b"just words", b"%PDF-1.7", packages.excel(), packages.odt(), packages.word()[:200]],
    ids=["empty", "text", "PDF", "Excel", "ODF", "cut short"],
)
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    """The finding says what it is, or what to send instead."""
    refused(read_edited(source(data)))


@pytest.mark.parametrize("name", HOSTILE)
def test_no_hostile_file_gets_past(name: str) -> None:
    """It is refused, stopped, or read like any other: nothing is raised."""
    data = hostile.HOSTILE[name]()
    copy = read_edited(source(data, name))
    assert copy.file == name
    if not copy.paragraphs:
        refused(copy)


def test_tens_of_thousands_of_comments_hold_nothing_up() -> None:
    """They are read, or the reading is stopped."""
    numbers = range(30_000)
    anchors = "".join(f'<w:r><w:commentReference w:id="{number}"/></w:r>' for number in numbers)
    remarks = "".join(
        f'<w:comment w:id="{number}" w:author="{number * 7919}"><w:p/></w:comment>'
        for number in numbers
    )
    copy = read_edited(source(docx(paragraph(anchors), comments=remarks)))
    if not copy.paragraphs:
        refused(copy)


def test_styles_that_are_based_on_each_other_end() -> None:
    """A circle is followed once around."""
    circle = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/>'
        f'<w:basedOn w:val="{other}"/></w:style>'
        for one, other in (("A", "B"), ("B", "A"))
    )
    copy = read_edited(source(docx(paragraph("Text.", "A"), styles=circle)))
    assert words(copy.paragraphs[0].after) == "Text."


def test_a_file_anywhere_is_taken_by_its_name(tmp_path: Path) -> None:
    """The folder that it lies in is nobody's business."""
    path = tmp_path / "S25 Ann.docx"
    path.write_bytes(docx(paragraph("Text.")))
    taken = take_copy(path)
    assert isinstance(taken, SourceFile)
    assert taken.name == "S25 Ann.docx"
    assert words(read_edited(taken).paragraphs[0].after) == "Text."


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    """Who sends a link sends no file."""
    (tmp_path / "real.docx").write_bytes(docx(paragraph("Text.")))
    (tmp_path / "link.docx").symlink_to(tmp_path / "real.docx")
    taken = take_copy(tmp_path / "link.docx")
    assert isinstance(taken, EditedCopy)
    refused(taken, "file-refused")


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A folder, a pipe, and what is not there."""
    os.mkfifo(tmp_path / "pipe.docx")
    for name in ("", "pipe.docx", "nothing.docx"):
        taken = take_copy(tmp_path / name)
        assert isinstance(taken, EditedCopy)
        refused(taken, "file-refused")


def refused(copy: EditedCopy, rule: str = "") -> None:
    """Check that a copy was not read, and says why."""
    assert copy.paragraphs == ()
    assert copy.findings
    for finding in copy.findings:
        assert finding.severity == "error"
        assert not finding.remedy.startswith(("Copy", "Write"))
        assert rule in finding.rule
