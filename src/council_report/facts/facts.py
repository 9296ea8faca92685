"""What a text states, in a way that is the same in every language."""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from council_report.facts.grammar import Grammar
from council_report.facts.numerals import DUAL
from council_report.facts.signs import matchable

FactKind = Literal["number", "date", "citation", "link", "symbol", "statistic"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a text states: ``value`` is the same in every language, ``words`` is not.

    A date is a fact for each of its days, its month and its year, which all quote the whole date.
    The value of a citation says where the resolution was adopted, or ``?`` where that is no city of
    the term list.
    """

    kind: FactKind
    value: str
    words: str


@dataclass(frozen=True)
class Facts:
    """The facts of one text, in the order in which it states them.

    ``words`` is the text without its look, to look for names and for numbers that are written in
    words: that takes longer than everything else, and is done only where it is asked for.
    """

    facts: tuple[Fact, ...]
    words: str = field(repr=False)
    grammar: Grammar = field(repr=False, compare=False)

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of the term list that it has, by key, as written; the longest that fit."""
        found = self.grammar.name.finditer(matchable(self.words))
        named: dict[str, str] = {}
        for match in found:
            named.setdefault(self.grammar.names[match[1]], match[1])
        return named

    def mentions(self, key: str) -> bool:
        """Whether the text has any form of a name, be it as a part of a longer one."""
        words = matchable(self.words)
        return any(form in words for form in self.grammar.forms[key])

    @cached_property
    def spelled(self) -> Counter[str]:
        """The small numbers that the text writes in words or in Roman figures, how often each.

        One before a word such as "million" is that many millions.
        """
        words = matchable(self.words)
        found = self.grammar.numeral.finditer(words)
        return Counter(value for match in found if (value := self._spelled(match, words)))

    def _spelled(self, match: re.Match[str], words: str) -> str | None:
        """The value of a number in words; None of what looks like Roman figures, and is not."""
        numerals = self.grammar.numerals
        number = numerals.get(match[1]) or numerals.get(match[1].lower())
        scale = self.grammar.scale.match(words, match.end())
        zeros = self.grammar.scales[scale[1].lower()] if scale else 0
        return f"{number}{'0' * zeros}" if number else None

    @cached_property
    def paired(self) -> int:
        """How many words of an Arabic text may stand for two of something."""
        return len(DUAL.findall(self.words)) if self.grammar.language == "ar" else 0
