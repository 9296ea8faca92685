"""An id for an entry that somebody wrote without one."""

import re
import unicodedata
from collections.abc import Container
from itertools import islice

from council_report.model.session import Key

FIRST_WORDS = 6
LONGEST = 60
"""How many characters an id is cut to, so that it can still be read and quoted."""

WORD = re.compile(r"[a-z0-9]+")


def generated_id(words: str, section: str, taken: Container[str]) -> Key:
    """An id made of the first words of an entry, or else of its section, that is not yet taken.

    The same words give the same id each time. Letters lose their accents; a text in another script
    than Latin is named by its section: ``cooperation-1``.
    """
    stem = _slug(words)
    if stem and stem not in taken:
        return stem
    if stem:
        return f"{stem}-{_free(stem, 2, taken)}"
    stem = _slug(section) or "entry"
    return f"{stem}-{_free(stem, 1, taken)}"


def _slug(words: str) -> str:
    letters = unicodedata.normalize("NFKD", words[:1000]).encode("ascii", "ignore").decode()
    apart = letters.replace("'", "").casefold()
    slug = "-".join(found[0] for found in islice(WORD.finditer(apart), FIRST_WORDS))
    return slug[:LONGEST].rstrip("-")


def _free(stem: str, first: int, taken: Container[str]) -> int:
    """A number behind the last one that is taken, found in few steps even among thousands."""
    free = first
    while f"{stem}-{free}" in taken:
        free *= 2
    last = free // 2 if free > first else free - 1
    while last + 1 < free:
        middle = (last + free) // 2
        if f"{stem}-{middle}" in taken:
            last = middle
        else:
            free = middle
    return free
