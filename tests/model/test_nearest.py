"""What somebody probably meant."""

import pytest

from council_report.model.nearest import nearest

WORDS = ["standards", "capacity-building", "deployment-and-capacity"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("standarts", "standards"),
        ("Standards", "standards"),
        ("capacity building", "capacity-building"),
        ("deployment-capacity", "deployment-and-capacity"),
    ],
)
def test_the_word_spelt_most_like_it_is_suggested(word: str, meant: str) -> None:
    """Slips, capitals and missing hyphens lead to the word that was meant."""
    assert nearest(word, WORDS) == meant


@pytest.mark.parametrize("word", ["xyz", "", "?!", "\u4e2d\u6587"])
def test_a_word_like_no_other_gets_no_suggestion(word: str) -> None:
    """Where no known word is close, none is suggested."""
    assert nearest(word, WORDS) is None


def test_where_nothing_is_known_nothing_is_suggested() -> None:
    """Without known words there is no suggestion."""
    assert nearest("standards", []) is None
