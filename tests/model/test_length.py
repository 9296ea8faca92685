"""How long a text is: words where there are spaces, characters in Chinese."""

import pytest

from council_report.model.length import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("  ", 0), ("One, two;\tthree", 3), ("国际电联 ITU", 5), ("l'UIT", 1)],
)
def test_words_are_counted(text: str, words: int) -> None:
    """Letters up to the next space are a word, and so is each Chinese character."""
    assert count_words(text) == words
