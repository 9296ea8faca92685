"""Numbers in figures, as each language groups their digits and marks their decimals."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from council_report.facts.grammar import Grammar

NUMBER = re.compile(
    r"(?<![0-9])(?:[0-9]{1,3}(?:[ '\u2019][0-9]{3})+(?![0-9])(?:[.,][0-9]+)?"
    r"|[0-9]+(?:[.,][0-9]+)*)"
)
GROUPING = re.compile("[ '\u2019]")
SIGN = re.compile(r"[.,]")
YEAR = re.compile("(?:19|20)[0-9]{2}")
BEFORE = ("%", "百分之")
"""What says before a number that it is a percentage."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text, where it begins and ends, and how it is written.

    ``zeros`` are those that a word such as "million" stands for, ``is_share`` is whether it is a
    percentage.
    """

    digits: str
    zeros: int
    is_share: bool
    start: int
    end: int
    words: str

    @property
    def value(self) -> str:
        """The number as every language would write it: ``2600000``, ``1234.5``, ``50%``."""
        if not (self.zeros or self.is_share):
            return self.digits
        return f"{_scaled(self.digits, self.zeros)}{'%' if self.is_share else ''}"


def figures(signs: str, words: str, grammar: Grammar) -> list[Figure]:
    """The numbers of a text, in the order in which they stand in it."""
    found = [_figure(match, signs, words, grammar) for match in NUMBER.finditer(signs)]
    for index in range(len(found) - 1):
        found[index] = _as_the_next(found[index : index + 2], signs, grammar)
    return found


def _figure(match: re.Match[str], signs: str, words: str, grammar: Grammar) -> Figure:
    end, zeros = match.end(), 0
    if scale := grammar.scale.match(signs, end):
        zeros, end = grammar.scales[scale[1].lower()], scale.end()
    is_share = signs.endswith(BEFORE, 0, match.start())
    if percent := grammar.percent.match(signs, end):
        is_share, end = True, percent.end()
    digits = _digits(match[0], grammar.decimal)
    return Figure(digits, zeros, is_share, match.start(), end, words[match.start() : end])


def _as_the_next(pair: Sequence[Figure], signs: str, grammar: Grammar) -> Figure:
    """The first number of a range, of what its second one is: ``5-10%``, ``5 to 10 million``."""
    one, other = pair
    is_bare = not (one.zeros or one.is_share or YEAR.fullmatch(one.digits))
    if is_bare and grammar.joint.fullmatch(signs, one.end, other.start):
        return replace(one, zeros=other.zeros, is_share=other.is_share)
    return one


def _digits(written: str, decimal: str) -> str:
    """The digits of a number, with a full stop before its decimals.

    The sign of another language counts as that of decimals too, unless it can only group digits in
    threes: a number is known for what it is, whoever typed it.
    """
    digits = GROUPING.sub("", written)
    signs = SIGN.findall(digits)
    if not signs:
        return _plain(digits)
    last, parts = signs[-1], SIGN.split(digits)
    groups = parts[1:-1] if signs.count(last) == 1 and len(signs) > 1 else parts[1:]
    if len(set(signs)) == 1 and last != decimal and _in_threes(parts[0], parts[1:]):
        return _plain("".join(parts))
    if len(signs) == 1 or (signs.count(last) == 1 and _in_threes(parts[0], groups)):
        return _plain("".join(parts[:-1]), parts[-1])
    if len(set(signs)) == 1 and len(signs) > 1 and _in_threes(parts[0], parts[1:]):
        return _plain("".join(parts))
    return digits


def _in_threes(first: str, groups: list[str]) -> bool:
    return 0 < len(first) <= 3 and first[0] != "0" and all(len(group) == 3 for group in groups)


def _plain(whole: str, decimals: str = "") -> str:
    return f"{whole.lstrip('0') or '0'}{'.' if decimals else ''}{decimals}"


def _scaled(digits: str, zeros: int) -> str:
    """A number with so many zeros more; its last decimals that are zero say nothing."""
    whole, _, decimals = digits.partition(".")
    if "." in decimals or "," in digits:
        return digits
    moved = decimals.ljust(zeros, "0")
    return _plain(whole + moved[:zeros], moved[zeros:].rstrip("0"))
