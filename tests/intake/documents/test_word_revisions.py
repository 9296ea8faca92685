"""Tracked changes in Word: refused with both readings, accepted, or rejected, never in silence."""

import pytest

from council_report.model.session import TrackedChanges
from tests.intake.documents.builders import paragraph, run, table
from tests.intake.documents.preparing import by_pandoc, told, word, words_by_pandoc

NEW = f"<w:ins w:id='1' w:author='A'>{run('new')}</w:ins>"
OLD = '<w:del w:id="2" w:author="A"><w:r><w:delText>old</w:delText></w:r></w:del>'
CHANGED = paragraph(run("a ") + OLD + NEW + run(" z"))
END_DELETED = "<w:rPr><w:del w:id='3' w:author='A'/></w:rPr>"
END_INSERTED = "<w:rPr><w:ins w:id='3' w:author='A'/></w:rPr>"
BOTH = "a tracked change: before it, this reads “a old z”; after it, “a new z”"


@pytest.mark.parametrize(
    ("policy", "finding", "words"),
    [
        ("refuse", ("tracked-changes", "error", 1, BOTH), "a new z"),
        ("accept", ("tracked-changes-settled", "note", 1, BOTH), "a new z"),
        ("reject", ("tracked-changes-settled", "note", 1, BOTH), "a old z"),
    ],
)
def test_the_policy_of_the_session_decides(
    policy: TrackedChanges, finding: tuple[str, str, int, str], words: str
) -> None:
    """Refused changes are an error with both readings; others are settled, and told."""
    prepared = word(CHANGED, policy)
    assert told(prepared) == [finding]
    assert prepared.paragraphs == (words,)
    assert words_by_pandoc(prepared) == [words]


def test_added_and_removed_paragraphs_are_quoted_whole() -> None:
    """What a change adds or takes away stands in its finding."""
    body = paragraph(NEW) + paragraph(OLD)
    assert [found[3] for found in told(word(body))] == [
        "a tracked change adds “new”",
        "a tracked change takes away “old”",
    ]


def test_moved_words_are_read_where_they_are() -> None:
    """Once, at the new place when accepted and at the old one when rejected."""
    body = paragraph(f"<w:moveFrom w:id='1'>{run('it')}</w:moveFrom>") + paragraph(
        f"<w:moveTo w:id='2'>{run('it')}</w:moveTo>"
    )
    assert word(body, "accept").paragraphs == ("", "it")
    assert word(body, "reject").paragraphs == ("it", "")
    assert words_by_pandoc(word(body, "reject")) == ["it"]


def test_a_paragraph_whose_end_is_deleted_runs_on() -> None:
    """It is read as part of the next, whose number and style it takes."""
    body = paragraph("one ", "", END_DELETED) + paragraph("two", "Heading1")
    accepted = word(body, "accept")
    assert accepted.paragraphs == ("", "one two")
    assert "<h1" in by_pandoc(accepted)
    assert "crp:1" not in by_pandoc(accepted)
    assert word(body, "reject").paragraphs == ("one ", "two")


def test_a_paragraph_whose_end_is_inserted_is_one_with_the_next_when_rejected() -> None:
    """As it was before somebody pressed Enter."""
    body = paragraph("one ", "", END_INSERTED) + paragraph("two")
    rejected = word(body, "reject")
    assert rejected.paragraphs == ("", "one two")
    assert words_by_pandoc(rejected) == ["one two"]


def test_rows_of_a_table_are_settled() -> None:
    """A deleted row is not read when changes are accepted, an inserted one when rejected."""
    body = table(("kept",), ("gone",)).replace(
        f"<w:tr><w:tc><w:tcPr/>{paragraph('gone')}",
        f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc><w:tcPr/>{paragraph('gone')}",
    )
    accepted = word(body, "accept")
    assert accepted.paragraphs == ("kept", "")
    assert "gone" not in by_pandoc(accepted)
    assert word(body.replace("w:del ", "w:ins "), "reject").paragraphs == ("kept", "")
    assert word(body, "reject").paragraphs == ("kept", "gone")


def test_changes_in_notes_are_told_where_the_note_is() -> None:
    """A footnote is settled as the text is."""
    footnotes = f'<w:footnote w:id="2">{CHANGED}</w:footnote>'
    body = paragraph("a") + paragraph('<w:r><w:footnoteReference w:id="2"/></w:r>')
    prepared = word(body, "reject", footnotes=footnotes)
    assert prepared.notes == ((2, "a old z"),)
    assert told(prepared) == [("tracked-changes-settled", "note", 2, BOTH)]
    assert "a old z" in by_pandoc(prepared, to="plain")


def test_a_change_of_look_alone_is_a_note() -> None:
    """Whatever the policy; the look before it comes back when changes are rejected."""
    bold = "<w:b/><w:rPrChange w:id='1' w:author='A'><w:rPr><w:i/></w:rPr></w:rPrChange>"
    body = paragraph(run("a", bold))
    refused, rejected = word(body), word(body, "reject")
    assert [found[:3] for found in told(refused)] == [("tracked-look", "note", 1)]
    assert "<strong>a</strong>" in by_pandoc(refused)
    assert "<em>a</em>" in by_pandoc(rejected)


def test_the_style_before_a_change_comes_back() -> None:
    """A paragraph that was made a heading is none again when changes are rejected."""
    change = "<w:pPrChange w:id='1' w:author='A'><w:pPr/></w:pPrChange>"
    body = paragraph("a", "Heading1", change)
    assert "<h1" in by_pandoc(word(body))
    assert "<h1" not in by_pandoc(word(body, "reject"))
