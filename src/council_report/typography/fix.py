"""A fix: signs that a language writes otherwise, and may be put right without asking anybody."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from council_report.model.message import Message

NBSP = "\N{NO-BREAK SPACE}"

NUMBER = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands for a quoted statistic while a text is read."""

NON_BREAKING_SPACES = Message("non-breaking spaces")

WHOLE_NUMBER = re.compile(rf"[(\[\"“«]*(?:[0-9][0-9.,]*|{NUMBER})")
"""A number that is no part of a name, such as IMT-2020."""

FIRST_DIGITS = re.compile(r"[(\[\"“«]*[0-9]{1,3}")
YEAR = re.compile(r"\W*(?:19|20)[0-9]{2}")
WORD = re.compile(r"\w+")
LONGEST = 40
"""How much of a text is looked at around a place."""


def _always(_match: re.Match[str]) -> bool:
    return True


class Fix(NamedTuple):
    """Signs that are replaced wherever a pattern matches.

    Each group of ``pattern`` is a stretch to replace, by what ``signs`` has for it. Nothing is done
    in a text in which ``unless`` is found, nor at a match that does not pass ``holds``. A text that
    has none of ``needs`` is not looked at. A fix changes no letter, and no digit's value; it never
    makes what it replaces.
    """

    what: Message
    pattern: re.Pattern[str]
    signs: Mapping[str, str]
    needs: tuple[str, ...] = ()
    unless: re.Pattern[str] | None = None
    holds: Callable[[re.Match[str]], bool] = _always


def numbers_with_nouns(not_nouns: str) -> Fix:
    """A space between a number and its noun does not break.

    ``not_nouns`` are words that are none. A year has no noun, either.
    """
    small_words = frozenset(not_nouns.split())

    def holds(match: re.Match[str]) -> bool:
        word, number = WORD.match(match.string, match.end(1)), _token_before(match)
        return bool(
            word
            and word[0] not in small_words
            and WHOLE_NUMBER.fullmatch(number)
            and not YEAR.fullmatch(number)
        )

    return spaces(rf"[0-9{NUMBER}]( )(?=[^\W\d_A-Z])", holds)


def digit_groups() -> Fix:
    """A space between the groups of digits of a number does not break."""

    def holds(match: re.Match[str]) -> bool:
        return bool(FIRST_DIGITS.fullmatch(_token_before(match)))

    return spaces(r"[0-9]( )(?=[0-9]{3}(?![0-9/:-]))", holds)


def _token_before(match: re.Match[str]) -> str:
    """What stands between the space of a match and the space before it."""
    start = match.start(1)
    return match.string[max(0, start - LONGEST) : start].split()[-1]


def spaces(pattern: str, holds: Callable[[re.Match[str]], bool] = _always) -> Fix:
    """The space that is the group of a pattern does not break."""
    return Fix(NON_BREAKING_SPACES, re.compile(pattern), {" ": NBSP}, holds=holds)


def numbered(words: str) -> Fix:
    """A space between one of these words and the number or symbol after it does not break."""
    return spaces(rf"(?:{words})( )(?=(?:[A-Z]{{1,3}}/)*[A-Z]{{0,3}}[0-9])")
