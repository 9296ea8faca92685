"""What stands in a file held against what was taken: nothing is missed, nothing is made up."""

from council_report.intake.documents.compare import compare_paragraphs
from council_report.intake.documents.origin import Origin, Reading
from council_report.intake.documents.prepared import Prepared
from council_report.model.finding import Finding
from council_report.model.guide import Guide
from council_report.model.location import Location
from tests.intake.documents.documents import a_finding


def compared(
    paragraphs: tuple[str, ...],
    *taken: tuple[tuple[int, ...], str],
    findings: tuple[Finding, ...] = (),
    notes: tuple[tuple[int, str], ...] = (),
) -> list[tuple[str, int | None, str]]:
    """The rule, the paragraph and the words of what a comparison finds."""
    prepared = Prepared(b"", paragraphs=paragraphs, notes=notes)
    reading = Reading(Origin("a.docx", prepared), Guide(), [*findings], [*taken])
    compare_paragraphs(reading, prepared)
    news = reading.findings[len(findings) :]
    return [(one.rule, one.location.paragraph, str(one.message.values["words"])) for one in news]


def test_what_was_taken_whole_is_no_news() -> None:
    """Spaces do not count."""
    assert compared(("one  two", "", "three"), ((1,), "one two"), ((3,), "th ree ")) == []


def test_words_that_nobody_took_are_told() -> None:
    """At their paragraph, each stretch by itself."""
    assert compared(("one two three four",), ((1,), "two four")) == [
        ("text-unread", 1, "one"),
        ("text-unread", 1, "three"),
    ]
    assert compared(("one", "two"), ((1,), "one")) == [("text-unread", 2, "two")]


def test_words_that_stand_nowhere_are_told() -> None:
    """What is printed was written by somebody."""
    assert compared(("one",), ((1,), "one more")) == [("text-invented", 1, "more")]


def test_a_word_that_was_changed_is_told_both_ways() -> None:
    """As it stands, and as it was read."""
    assert compared(("one two",), ((1,), "one too")) == [
        ("text-unread", 1, "two"),
        ("text-invented", 1, "too"),
    ]


def test_words_that_a_finding_quotes_are_told_already() -> None:
    """One finding is enough, if it is about that paragraph."""
    assert compared(("a secret",), ((1,), "a"), findings=(a_finding("secret", 1),)) == []
    assert compared(("a secret",), ((1,), "a"), findings=(a_finding("secret", 2),)) == [
        ("text-unread", 1, "secret")
    ]


def test_paragraphs_that_were_read_as_one_are_compared_as_one() -> None:
    """A deleted paragraph mark makes one of two."""
    assert compared(("one", "two"), ((1, 2), "one two")) == []


def test_words_of_two_pieces_of_a_paragraph_count_together() -> None:
    """In their order."""
    assert compared(("one two",), ((1,), "one"), ((1,), "two")) == []


def test_notes_have_to_be_quoted() -> None:
    """A footnote is no text of a paragraph."""
    assert compared(("one",), ((1,), "one"), notes=((1, "note"),)) == [("text-unread", 1, "note")]
    quoted = (a_finding("note", 1, "footnote-left-out"),)
    assert compared(("one",), ((1,), "one"), notes=((1, "note"),), findings=quoted) == []


def test_each_text_aside_is_told_once_and_ours_not_at_all() -> None:
    """Page headers of three sections often say the same."""
    place = Location("a.docx", words="header")
    aside = ((place, "Draft"), (place, "draft "), (place, "Our form"), (place, " "))
    prepared = Prepared(b"", aside=aside)
    guide = Guide(furniture=frozenset({"Our form"}))
    reading = Reading(Origin("a.docx", prepared), guide)
    compare_paragraphs(reading, prepared)
    (found,) = reading.findings
    assert (found.rule, found.severity, "Draft" in found.message) == ("text-aside", "note", True)
