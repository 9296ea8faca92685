"""Numbers in figures, as each language groups their digits and marks their decimals."""

import re
from dataclasses import dataclass

from council_report.facts.grammar import Grammar

NUMBER = re.compile(
    r"(?<![0-9])(?:[0-9]{1,3}(?: [0-9]{3})+(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)*)"
)
SIGN = re.compile(r"[.,]")
BEFORE = ("%", "百分之")
"""What says before a number that it is a percentage."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text: its value, where it begins and ends, and how it is written."""

    value: str
    start: int
    end: int
    words: str


def figure(match: re.Match[str], signs: str, words: str, grammar: Grammar) -> Figure:
    """The number that has been found in a text, with its scale and its sign of percentage."""
    value, end = _value(match[0], grammar.decimal), match.end()
    scale = grammar.scale.match(signs, end)
    if scale:
        value = _scaled(value, grammar.scales.get(scale[1]) or grammar.scales[scale[1].lower()])
        end = scale.end()
    percent = grammar.percent.match(signs, end)
    if percent:
        end = percent.end()
    is_share = percent or signs[: match.start()].endswith(BEFORE)
    return Figure(
        f"{value}%" if is_share else value, match.start(), end, words[match.start() : end]
    )


def _value(digits: str, decimal: str) -> str:
    """A number as every language would write it: ``1234.5``.

    The sign of another language counts as that of decimals too, unless it can only group digits in
    threes: a number is known for what it is, whoever typed it.
    """
    digits = digits.replace(" ", "")
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
    decimals = decimals.rstrip("0")
    return f"{whole.lstrip('0') or '0'}{'.' if decimals else ''}{decimals}"


def _scaled(value: str, zeros: int) -> str:
    whole, _, decimals = value.partition(".")
    if "." in decimals or "," in value:
        return value
    moved = decimals.ljust(zeros, "0")
    return _plain(whole + moved[:zeros], moved[zeros:])
