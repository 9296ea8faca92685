"""The parts of an Office file, and what they lead to."""

import io
import zipfile

from council_report.office.parts import NO_RELATIONSHIPS, TYPES, Parts


def an_office_file() -> Parts:
    """A file of one part."""
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as package:
        package.writestr(TYPES, "<Types/>")
        package.writestr("word/document.xml", "<document/>")
        package.writestr("word/_rels/document.xml.rels", NO_RELATIONSHIPS)
    return Parts(saved.getvalue())


def test_a_link_to_an_address_is_made_once() -> None:
    """Another link to the same address has the same id; both lead out of the file."""
    parts = an_office_file()
    first = parts.linked("word/document.xml", "https://example.org/a?b=1&c=2")
    other = parts.linked("word/document.xml", "https://example.org/b")
    assert parts.linked("word/document.xml", "https://example.org/a?b=1&c=2") == first != other
    assert parts.targets("word/document.xml") == {
        first: "https://example.org/a?b=1&c=2",
        other: "https://example.org/b",
    }
    assert b'TargetMode="External"' in parts.data("word/_rels/document.xml.rels")


def test_a_part_without_relationships_leads_nowhere() -> None:
    """Which is no error."""
    parts = an_office_file()
    assert parts.targets("word/header1.xml") == {}
    assert parts.has("word/document.xml")
    assert not parts.has("word/header1.xml")
