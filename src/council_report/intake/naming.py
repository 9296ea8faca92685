"""An id for an entry that somebody wrote without one."""

import hashlib
import re
import unicodedata
from collections.abc import Container
from itertools import islice

from council_report.model.session import Key

FIRST_WORDS = 6
LONGEST = 60
"""How many characters an id is cut to, so that it can still be read and quoted."""

DIGITS = 6
"""How many digits of a digest tell the texts of a section apart."""

WORD = re.compile(r"[a-z0-9]+")


def generated_id(words: str, section: str, taken: Container[str]) -> Key:
    """An id made of the first words of an entry that is not yet taken.

    The same words give the same id each time, wherever they stand. Letters lose their accents; a
    text in another script than Latin is named by its section, and a digest of its first words:
    ``cooperation-3f9a1c``.
    """
    stem = (_slug(words) if _is_latin(words) else "") or _digested(words, section)
    return stem if stem not in taken else f"{stem}-{_free(stem, 2, taken)}"


def _slug(words: str) -> str:
    apart = _bare(words).replace("'", "").casefold()
    slug = "-".join(found[0] for found in islice(WORD.finditer(apart), FIRST_WORDS))
    return slug[:LONGEST].rstrip("-")


def _is_latin(words: str) -> bool:
    """Whether most letters of the first words are Latin: an acronym alone would name no text."""
    letters = [letter for letter in _first(words) if letter.isalpha()]
    return 2 * len([letter for letter in letters if _bare(letter)]) >= len(letters)


def _digested(words: str, section: str) -> str:
    digest = hashlib.sha256(_first(words).encode("utf-8", "replace")).hexdigest()[:DIGITS]
    return f"{_slug(section) or 'entry'}-{digest}"


def _first(words: str) -> str:
    """The first words, or of a script without spaces the first signs."""
    return " ".join(words[:1000].split()[:FIRST_WORDS])[:LONGEST]


def _bare(words: str) -> str:
    """The Latin letters and other signs of ASCII, without accents."""
    return unicodedata.normalize("NFKD", words[:1000]).encode("ascii", "ignore").decode()


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
