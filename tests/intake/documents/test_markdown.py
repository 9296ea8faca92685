"""Markdown texts: what is refused, what is read, and that no word is missed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.documents.documents import finding, kinds, only, read, texts, told

HEADING = "# AI standards\n\n"


def test_a_markdown_text_is_read_with_its_lines() -> None:
    """Every entry has the line where it begins."""
    contribution = read(
        "\ufeff# Objet\n\nUn *texte* avec 2^nd^ et [[total]].\n\nUnité: UIT-T\n\n- point\n", "md"
    )
    assert texts(contribution) == ["Un *texte* avec 2^nd^ et [[total]].", "point"]
    assert contribution.entries[0].unit == "UIT-T"
    assert contribution.locate("entries", 0).line == 3
    assert contribution.locate("entries", 0, "unit").line == 5
    assert told(contribution) == {}


def test_a_table_has_its_caption_behind_a_colon() -> None:
    """Above or below it, as pandoc has it."""
    table = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    for text in (f": Cases\n\n{table}", f"{table}\n: Cases\n"):
        contribution = read(HEADING + text, "md")
        assert (only(contribution).kind, texts(contribution)) == ("table", ["Cases"])
        assert told(contribution) == {}


def test_a_statistic_table_is_read() -> None:
    """Under its heading, as in a Word file."""
    text = "# Statistics\n\n| key | value | unit | source |\n|--|--|--|--|\n| a | 1.5 | b | c |\n"
    (statistic,) = read(text, "md").statistics
    assert (statistic.key, str(statistic.value)) == ("a", "1.5")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[a](b)", "b"),
        ("![alt](picture.png 'Title')", "alt Title picture.png"),
        ("Text[^1].\n\n[^1]: The note.\n", "The note."),
        ("<!-- secret -->", "<!-- secret -->"),
        ("~~gone~~", "gone"),
        ("```python\ncode\n```", "python"),
    ],
)
def test_what_an_entry_cannot_hold_is_quoted(text: str, words: str) -> None:
    """And no other word is missed."""
    contribution = read(f"{HEADING}x {text}" if text[0] != "`" else HEADING + text, "md")
    assert any(words in one.message for one in contribution.findings)
    assert "text-unread" not in told(contribution)


def test_words_that_pandoc_drops_are_told_at_their_line() -> None:
    """A note and an address that nothing refers to are in no entry."""
    contribution = read(f"{HEADING}Text.\n\n[^1]: Lost note\n\n[x]: https://example.org\n", "md")
    unread = [one for one in contribution.findings if one.rule == "text-unread"]
    assert [(one.severity, one.location.line) for one in unread] == [("error", 5), ("error", 7)]
    assert "Lost note" in unread[0].message


def test_a_year_taken_for_the_number_of_a_list_is_told() -> None:
    """Markdown takes “2025. ” at the beginning of a line for a number, which a report drops."""
    contribution = read(f"{HEADING}2025. A good year.\n", "md")
    assert kinds(contribution) == ["numbered"]
    assert "2025" in finding(contribution, "text-unread").message


def test_another_encoding_is_told_at_its_line() -> None:
    """With the byte that is wrong."""
    found = finding(read(b"# Objet\n\n\xe9t\xe9\n", "md"), "file-encoding")
    assert (found.location.line, "0xE9" in found.message) == (3, True)


def test_a_character_that_cannot_be_printed_is_told_at_its_line() -> None:
    """As in a YAML file."""
    assert finding(read(f"{HEADING}a\x07b", "md"), "character-forbidden").location.line == 3


@pytest.mark.parametrize("marks", ["[" * 300, "> " * 300, "- " * 300, ">" * 10_000])
def test_marks_without_end_are_not_given_to_pandoc(marks: str) -> None:
    """A parser would take very long to make nothing of them."""
    assert finding(read(f"{HEADING}{marks}", "md"), "file-nesting").location.line == 3


def test_metadata_is_text() -> None:
    """Front matter is not run, and not lost."""
    contribution = read(f"---\ntitle: Words\n---\n\n{HEADING}a", "md")
    assert "title: Words" in " ".join(
        [*texts(contribution), *(one.message for one in contribution.findings)]
    )


@settings(max_examples=30)
@given(st.text(st.sampled_from("ab1 \n#*_[]()`>-~^|:<!\\&;."), max_size=60))
def test_every_word_is_read_or_told(text: str) -> None:
    """Whatever the marks, a word is in an entry, a heading that is told of, or a finding."""
    contribution = read(f"{HEADING}{text}", "md")
    said = [one.message for one in contribution.findings]
    rows = [str(entry.table) for entry in contribution.entries]
    everything = " ".join([*texts(contribution), *rows, *said])
    for word in ("aa", "bb"):
        assert (f" {word} " in f" {text} ") <= (word in everything)
