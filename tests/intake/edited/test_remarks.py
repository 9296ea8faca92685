"""Comments are read with the words that they stand at."""

import datetime

from council_report.model.receipt import AUTHOR
from tests.intake.documents.builders import paragraph, run, table
from tests.intake.edited.tracking import begin, comment, copy_of, end, taken_out


def test_a_comment_stands_at_its_words() -> None:
    """It has its author, its moment and its text, line by line."""
    body = paragraph(run("Before ") + begin(1) + run("these words") + end(1) + run(" after"))
    (one,) = copy_of(body, comments=comment(1, "First line.", "Second.")).paragraphs
    (remark,) = one.remarks
    assert (remark.author, remark.words, remark.text) == (
        "Ann",
        "these words",
        "First line.\nSecond.",
    )
    assert remark.when == datetime.datetime(2026, 11, 20, 10, tzinfo=datetime.UTC)


def test_a_comment_on_words_that_were_taken_out() -> None:
    """The words are quoted all the same."""
    body = paragraph(begin(1) + taken_out("gone") + end(1))
    (one,) = copy_of(body, comments=comment(1, "Why?")).paragraphs
    assert one.remarks[0].words == "gone"


def test_a_comment_on_several_paragraphs_belongs_to_the_first() -> None:
    """Its words are those of all of them."""
    body = paragraph(begin(1) + run("One.")) + paragraph("Two.") + paragraph(run("3.") + end(1))
    copy = copy_of(body, comments=comment(1, "All of it."))
    assert [len(one.remarks) for one in copy.paragraphs] == [1, 0, 0]
    assert copy.paragraphs[0].remarks[0].words == "One. Two. 3."


def test_a_comment_that_begins_between_two_paragraphs_belongs_to_the_second() -> None:
    """Some programs put its beginning there."""
    body = paragraph("One.") + begin(1) + paragraph(run("Two.") + end(1))
    copy = copy_of(body, comments=comment(1, "Here."))
    assert [len(one.remarks) for one in copy.paragraphs] == [0, 1]
    assert copy.paragraphs[1].remarks[0].words == "Two."


def test_a_comment_on_a_cell() -> None:
    """It is found at the cell."""
    body = table(("a", paragraph(begin(1) + run("b") + end(1))))
    copy = copy_of(body, comments=comment(1, "Check."))
    assert [(one.cell, len(one.remarks)) for one in copy.paragraphs] == [
        ((1, 1, 1), 0),
        ((1, 1, 2), 1),
    ]


def test_replies_are_comments_of_their_own() -> None:
    """Word anchors them at the same words."""
    both = begin(1) + begin(2) + run("words") + end(1) + end(2)
    remarks = comment(1, "Why?") + comment(2, "Because.", author="Bob")
    (one,) = copy_of(paragraph(both), comments=remarks).paragraphs
    assert [(remark.author, remark.text) for remark in one.remarks] == [
        ("Ann", "Why?"),
        ("Bob", "Because."),
    ]


def test_a_comment_that_stands_nowhere_belongs_to_the_first_paragraph() -> None:
    """It is not lost."""
    copy = copy_of(paragraph("One.") + paragraph("Two."), comments=comment(1, "In general."))
    assert [remark.text for remark in copy.paragraphs[0].remarks] == ["In general."]


def test_a_comment_on_a_paragraph_that_is_gone_is_kept() -> None:
    """Who took the paragraph out may say why."""
    gone = '<w:rPr><w:del w:id="1" w:author="Ann"/></w:rPr>'
    body = paragraph(begin(1) + taken_out("Gone.") + end(1), properties=gone) + paragraph("Next.")
    copy = copy_of(body, comments=comment(1, "Out of date."))
    assert copy.paragraphs[0].after is None
    assert copy.paragraphs[0].remarks[0].text == "Out of date."


def test_our_own_comments_are_passed_over() -> None:
    """A review edition carries them, and nobody has said them."""
    body = paragraph(begin(1) + run("words") + end(1))
    copy = copy_of(body, comments=comment(1, "From: itu-t", author=AUTHOR))
    assert copy.paragraphs[0].remarks == ()


def test_long_words_are_quoted_from_their_beginning() -> None:
    """A comment on a whole chapter does not repeat it."""
    body = paragraph(begin(1) + run("word " * 500) + end(1))
    copy = copy_of(body, comments=comment(1, "Long."))
    remark = copy.paragraphs[0].remarks[0]
    assert remark.words.startswith("word word")
    assert len(remark.words) <= 300


def test_a_comment_that_begins_after_the_last_words_belongs_to_the_next_ones() -> None:
    """LibreOffice begins one so before a table; an empty paragraph is passed over."""
    first = paragraph(run("One.") + begin(1)) + paragraph("") + paragraph(begin(2))
    body = first + table((paragraph(run("Two.") + end(1) + end(2)), "3"))
    copy = copy_of(body, comments=comment(1, "Here.") + comment(2, "And here."))
    found = {one.cell: [remark.words for remark in one.remarks] for one in copy.paragraphs}
    assert found[None] == []
    assert found[1, 1, 1] == ["Two.", "Two."]


def test_a_comment_after_the_last_words_that_ends_there_stays_there() -> None:
    """As does one that nothing follows."""
    body = paragraph(run("One.") + begin(1) + end(1)) + paragraph(run("Two.") + begin(2))
    copy = copy_of(body, comments=comment(1, "Here.") + comment(2, "And here."))
    assert [[remark.text for remark in one.remarks] for one in copy.paragraphs] == [
        ["Here."],
        ["And here."],
    ]
