"""Statistics quoted in a text without Markdown, such as that of a Word form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_report.model.quoting import spelled_out, with_quotes
from council_report.model.text import Run, Text, joined, parse_text

PIECES = st.sampled_from(["a", " ", "\\", "\\\\", "[", "]", "[[key]]", "**", "*b*", "\\[[key]]"])


@given(st.lists(PIECES, max_size=12).map("".join))
def test_every_text_comes_back_from_its_spelling(source: str) -> None:
    """What a form shows of a text is read as that text, brackets meant literally included."""
    text = parse_text(source)
    assert with_quotes(spelled_out(text)) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ((Run("over "), Run("", statistic="key")), "over [[key]]"),
        ((Run("[[key]]"),), r"\[[key]]"),
        ((Run("\\"), Run("", statistic="key")), r"\\[[key]]"),
        ((Run(r"a\b [Rev.]"),), r"a\b [Rev.]"),
    ],
)
def test_a_statistic_is_spelled_in_double_brackets(text: Text, words: str) -> None:
    """A backslash is written only before brackets that would quote a statistic."""
    assert spelled_out(text) == (Run(words),)


def test_a_quote_keeps_the_look_around_it() -> None:
    """A statistic in bold words is in bold."""
    text = with_quotes((Run("a [[key]]", strong=True),))
    assert text == (Run("a ", strong=True), Run("", strong=True, statistic="key"))


def test_brackets_of_two_looks_quote_nothing() -> None:
    """A quote stands in one look: these brackets are words."""
    text = (Run("[[", strong=True), Run("key]]"))
    assert with_quotes(text) == joined(text)
