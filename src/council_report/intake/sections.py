"""What section somebody means by a heading, or by a word in a cell."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from council_report.model.guide import Guide
from council_report.model.language import Language
from council_report.model.nearest import nearest
from council_report.model.session import Key

APOSTROPHES = "\u2018\u2019\u02bc\u2032`"
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"
WIDE = {"\uff08": "(", "\uff09": ")", "\uff0e": ".", "\uff1a": ":"}
ALIKE = str.maketrans(
    {
        **dict.fromkeys(APOSTROPHES, "'"),
        **dict.fromkeys(DASHES, "-"),
        **WIDE,
    }
)
"""Apostrophes, dashes and other signs that people and programs put for one another."""

DIRECTION_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202c\u2066-\u2069]")

NUMBER = re.compile(
    r"\(?(?:(?>\d+(?:\.\d+)*)|[ivxlc]+|[一二三四五六七八九十]+|[^\W\d_])(?:[.)、:]|\s*-)\s*"
    r"|\d+(?:\.\d+)*\s+"
)
"""What numbers a heading: ``1``, ``1.2``, ``3)``, ``(a)``, ``IV.``, ``2 -``, ``一、``."""


class Match(NamedTuple):
    """What section words name, if any.

    ``languages`` are those in which the section is called so; none if the words are its key.
    ``others`` are further sections of the same name. ``suggestion`` is a name or key that is spelt
    much like words that name none.
    """

    section: Key | None = None
    languages: frozenset[Language] = frozenset()
    others: tuple[Key, ...] = ()
    suggestion: str | None = None


def find_section(words: str, guide: Guide) -> Match:
    """The section that words name, in any language or by its key.

    Letter case, kinds of space, apostrophe and dash, a number before and a colon behind make no
    difference.
    """
    for form in _forms(words):
        if match := _named(form, guide) or _keyed(form, guide):
            return match
    return Match(suggestion=nearest(words, _known(words, guide)))


def folded(words: str) -> str:
    """Words as they are compared: without what only looks different."""
    same = undirected(unicodedata.normalize("NFC", words)).translate(ALIKE)
    return " ".join(same.casefold().split())


def undirected(words: str) -> str:
    """Words without the marks of direction that nobody sees, and that copying takes along."""
    return DIRECTION_MARKS.sub("", words)


def language_of(matches: Iterable[Match], guide: Guide) -> Language:
    """The language that most headings of a file are in, or else the one the guide expects."""
    told = Counter(next(iter(match.languages)) for match in matches if len(match.languages) == 1)
    return told.most_common(1)[0][0] if told else guide.language


def language_in(match: Match, usual: Language) -> Language:
    """The language of what stands under a heading; ``usual`` is that of the file."""
    if match.languages and usual not in match.languages:
        return min(match.languages)
    return usual


def _forms(words: str) -> Iterator[str]:
    whole = folded(words)
    bare = NUMBER.sub("", whole, count=1) if NUMBER.match(whole) else whole
    yield from dict.fromkeys((whole, bare, whole.rstrip(" :"), bare.rstrip(" :")))


def _named(form: str, guide: Guide) -> Match | None:
    found = {
        heading.section: frozenset(
            language for language, name in heading.names.items() if folded(name) == form
        )
        for heading in guide.headings
    }
    sections = [section for section, languages in found.items() if languages]
    return Match(sections[0], found[sections[0]], tuple(sections[1:])) if sections else None


def _keyed(form: str, guide: Guide) -> Match | None:
    keys = {folded(heading.section): heading.section for heading in guide.headings}
    return Match(keys[form]) if form in keys else None


def _known(words: str, guide: Guide) -> list[str]:
    """What may be suggested; keys only for a single word, as they hold no spaces."""
    names = [name for heading in guide.headings for name in heading.names.values()]
    keys = [heading.section for heading in guide.headings]
    return names if len(words.split()) > 1 else [*names, *keys]
