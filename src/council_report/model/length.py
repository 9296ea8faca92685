"""How long a text is."""

import re

WORD = re.compile(r"[\u3400-\u9fff]|[^\s\u3400-\u9fff]+")
"""What counts as a word: letters up to the next space, or one Chinese character."""


def count_words(text: str) -> int:
    """How many words a text has."""
    return len(WORD.findall(text))
