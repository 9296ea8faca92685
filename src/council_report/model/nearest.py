"""What somebody probably meant by a word that is not known."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

ALIKE = 60
"""How alike two words must be, of 100, for the one to be suggested for the other."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is spelt most like this one, if any is close."""
    best = process.extractOne(
        word, list(known), scorer=fuzz.ratio, processor=default_process, score_cutoff=ALIKE
    )
    return best[0] if best else None
