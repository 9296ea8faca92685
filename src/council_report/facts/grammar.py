"""How one language writes what has to be the same in all of them, as patterns."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from babel import Locale

from council_report.facts.months import months_of, short_months_of
from council_report.facts.numerals import (
    JOINTS,
    NUMERAL_ENDS,
    PERCENT,
    SCALE_AROUND,
    any_of,
    numerals_of,
    scales_of,
)
from council_report.facts.signs import matchable
from council_report.model.catalogue import PLACEHOLDER, Catalogue, Name
from council_report.model.language import Language

END = r"(?!\w)"
"""Where a word ends."""

Form = Literal["first", "revised"]
"""Whether a resolution is cited as first adopted, or as revised."""

CHINESE_MONTH = r"(?<![0-9])(?:1[0-2]|[1-9])(?=[-\u2013\u2014至到\uff0c,和及](?:1[0-2]|[1-9])月)"
"""The first month of a range, which has its sign only once."""

GROUPS: Mapping[str, str] = {
    "number": "(?P<number>[0-9]{1,4})",
    "year": "(?P<year>[0-9]{4})",
    "city": r"(?P<city>[^(),\uff0c.;0-9\0]{2,40}?)",
}


@dataclass(frozen=True)
class Grammar:
    """What the texts of one language are read by.

    Months, scales, numerals, cities and names are mappings of what a text may write to what it
    stands for, ``forms`` those of names the other way round. In ``month``, ``numeral`` and ``name``
    the first group is the word itself.
    """

    language: Language
    decimal: str
    months: Mapping[str, int]
    short_months: Mapping[str, int]
    scales: Mapping[str, int]
    numerals: Mapping[str, int]
    cities: Mapping[str, str]
    names: Mapping[str, str]
    forms: Mapping[str, tuple[str, ...]]
    citation: tuple[tuple[Form, re.Pattern[str]], ...]
    month: re.Pattern[str]
    scale: re.Pattern[str]
    percent: re.Pattern[str]
    joint: re.Pattern[str]
    numeral: re.Pattern[str]
    name: re.Pattern[str]


def grammar_of(catalogue: Catalogue) -> Grammar:
    """The grammar of a catalogue, whose locale has to be one that babel knows.

    Making it takes some milliseconds: make it once for many texts.
    """
    language, locale = catalogue.language, Locale.parse(catalogue.locale)
    months, short = months_of(locale, language), short_months_of(locale)
    if language == "zh":
        months, short = months | short, {}  # There a month in figures is not cut short.
    scales, numerals = scales_of(locale), numerals_of(language)
    names = _forms(catalogue)
    cities = {form: key for form, key in names.items() if key.startswith("city.")}
    more = f"|{CHINESE_MONTH}" if language == "zh" else ""
    about, ending = SCALE_AROUND.get(language, ("", rf"s?{END}"))
    return Grammar(
        language=language,
        decimal=matchable(catalogue.decimal),
        months=months,
        short_months=short,
        scales=scales,
        numerals=numerals,
        cities=cities,
        names=names,
        forms={key: tuple(_forms_of(name)) for key, name in catalogue.names.items()},
        citation=tuple(_citations(catalogue)),
        month=_pattern(f"{_whole(months | short, language)}{more}"),
        scale=_pattern(f"{about} ?({any_of(scales) or '(?!)'}){ending}"),
        percent=_pattern(f" ?(?:%|{PERCENT[language]})"),
        joint=_pattern(rf" ?(?:[-\u2013\u2014~]|{JOINTS[language]}) ?"),
        numeral=_pattern(_whole(numerals, language, NUMERAL_ENDS.get(language, END))),
        name=re.compile(_whole(names, language) if names else "(?!)()"),
    )


def _forms(catalogue: Catalogue) -> dict[str, str]:
    """The key of each name, by every form that the name has."""
    return {form: key for key, name in catalogue.names.items() for form in _forms_of(name)}


def _forms_of(name: Name) -> Iterable[str]:
    return (matchable(form) for form in (name.text, *name.also))


def _whole(words: Mapping[str, object], language: Language, end: str = END) -> str:
    """A pattern for whole words; Chinese has no spaces, and in Arabic small words may be joined."""
    if language == "zh":
        longest = sorted(words, key=len, reverse=True)
        return f"({'|'.join(map(_bounded, longest))})"
    joined = "[وفبلك]{0,2}" if language == "ar" else ""
    return rf"(?<!\w){joined}({any_of(words)}){end}"


def _bounded(word: str) -> str:
    """A word among Chinese ones: Latin letters and digits of it do not go on."""
    before = "(?<![A-Za-z0-9])" if word[0].isascii() else ""
    after = "(?![A-Za-z0-9])" if word[-1].isascii() else ""
    return f"{before}{re.escape(word)}{after}"


def _citations(catalogue: Catalogue) -> Iterable[tuple[Form, re.Pattern[str]]]:
    """The patterns of citations, those of a revised resolution before the others."""
    forms: tuple[tuple[Form, tuple[str, ...]], ...] = (
        ("revised", catalogue.citations.revised),
        ("first", catalogue.citations.first),
    )
    for form, wordings in forms:
        for wording in wordings:
            yield form, _pattern(rf"(?<![0-9/]){_cited(matchable(wording))}")


def _cited(wording: str) -> str:
    """The pattern of one wording: spaces may be missing, and each placeholder is a group."""
    parts = PLACEHOLDER.split(wording)
    literal = [_spaced(part) for part in parts[::2]]
    taken: set[str] = set()
    pattern = literal[0]
    for name, after in zip(parts[1::2], literal[1:], strict=True):
        group = GROUPS.get(name, "(?!)")
        before, behind = (" *" if one else "" for one in (pattern, after))
        pattern += before + (f"(?P={name})" if name in taken else group) + behind + after
        taken.add(name)
    return pattern


def _spaced(literal: str) -> str:
    """The pattern of what stands between placeholders: its spaces and commas in any form."""
    return re.sub("[,\uff0c]", "[,\uff0c]", re.escape(literal).replace(r"\ ", " *"))


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
