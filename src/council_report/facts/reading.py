"""The facts of a text in the Markdown subset."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from council_report.facts.addresses import BARE, same_in_all
from council_report.facts.dates import IN_FIGURES, date_in_figures, dates
from council_report.facts.facts import Fact, Facts
from council_report.facts.figures import figures
from council_report.facts.grammar import Form, Grammar
from council_report.facts.signs import matchable, visible
from council_report.model.text import Run, Text, parse_text

STATED = re.compile(r"\d|://")
"""Without any of these there is no number, date, citation, symbol or address in a text."""

SYMBOL = re.compile(
    r"(?<![A-Za-z0-9/.-])(?=[A-Z0-9./-]{0,60}[0-9])(?=[0-9.-]*[A-Z])"
    r"[A-Z0-9]+(?:[.-][A-Z0-9]+)*(?:/[A-Z0-9]+(?:[.-][A-Z0-9]+)*)+(?![A-Za-z0-9])"  # A/RES/79/325
    r"|(?<![A-Za-z0-9/.-])[3-9][0-9]/[0-9]{1,3}(?![A-Za-z0-9/])"  # 78/265, of the United Nations
    r"|(?<![A-Za-z0-9.])[A-Z]{1,3}\.[0-9]+(?:[.-][0-9]+)*(?![A-Za-z0-9])"  # Y.3172
)
LETTER = re.compile(r"-[EFSRCA]$")
"""The letter of the language that a symbol may end with."""

TAKEN = "\0"
"""What stands in the place of what has been read, so that nothing is read twice."""


def facts_of(text: str, grammar: Grammar) -> Facts:
    """What a text in the Markdown subset states; whatever the text, no error is raised."""
    runs = parse_text(text)
    words = visible("".join(run.text or " " for run in runs))
    facts = chain(
        (Fact("statistic", run.statistic, f"[[{run.statistic}]]") for run in runs if run.statistic),
        _links(runs),
        _stated(words, grammar) if STATED.search(words) else _months_alone(words, grammar),
    )
    return Facts(tuple(facts), words, grammar)


def _links(runs: Text) -> Iterator[Fact]:
    """The addresses of links: of neighbouring runs, that of a link in several looks is one."""
    before: Run | None = None
    for run in runs:
        if run.href and (before is None or before.href != run.href):
            yield Fact("link", same_in_all(run.href), run.href)
        before = run


def _months_alone(words: str, grammar: Grammar) -> Iterable[Fact]:
    return dates((), matchable(words), words, grammar)[0]


def _stated(words: str, grammar: Grammar) -> Iterator[Fact]:
    """The facts of plain words: what is longer first, so that its numbers do not count again."""
    signs = matchable(words)
    if "://" in signs or "www." in signs:
        found, signs = _taken(BARE, signs)
        yield from (Fact("link", same_in_all(m[0]), _quoted(m, words)) for m in found)
    if "(" in signs:
        for form, pattern in grammar.citation:
            found, signs = _citations(pattern, signs, grammar)
            yield from (_citation(form, m, words, grammar) for m in found)
    if "/" in signs or "." in signs or "-" in signs:
        found, signs = _taken(IN_FIGURES, signs)
        for one in found:
            yield from date_in_figures(one, _quoted(one, words))
        found, signs = _taken(SYMBOL, signs)
        yield from (Fact("symbol", LETTER.sub("", m[0]), _quoted(m, words)) for m in found)
    numbers = figures(signs, words, grammar)
    dated, parts = dates(numbers, signs, words, grammar)
    yield from dated
    yield from (Fact("number", one.value, one.words) for one in numbers if one not in parts)


def _taken(pattern: re.Pattern[str], signs: str) -> tuple[list[re.Match[str]], str]:
    """What a pattern finds, and the signs without it."""
    found = list(pattern.finditer(signs))
    return found, pattern.sub(lambda match: TAKEN * len(match[0]), signs) if found else signs


def _quoted(match: re.Match[str], words: str) -> str:
    return words[match.start() : match.end()]


def _citations(
    pattern: re.Pattern[str], signs: str, grammar: Grammar
) -> tuple[list[re.Match[str]], str]:
    """The citations that a pattern finds, and the signs without them.

    A city with more around it is none: a sign that the resolution is revised, in words that are not
    known, must not pass for a city.
    """
    found: list[re.Match[str]] = []

    def blank(match: re.Match[str]) -> str:
        if not _is_city(match["city"].strip(), grammar):
            return match[0]
        found.append(match)
        return TAKEN * len(match[0])

    signs = pattern.sub(blank, signs)
    return found, signs


def _is_city(city: str, grammar: Grammar) -> bool:
    return city in grammar.cities or not any(form in city for form in grammar.cities)


def _citation(form: Form, match: re.Match[str], words: str, grammar: Grammar) -> Fact:
    city = grammar.cities.get(match["city"].strip(), "?")
    value = f"{match['number'].lstrip('0')} {match['year']} {form} {city}"
    return Fact("citation", value, _quoted(match, words))


def without_names(text: str, grammar: Grammar) -> str:
    """The words of a text without the names of the term list."""
    words = matchable(visible("".join(run.text or " " for run in parse_text(text))))
    return grammar.name.sub(" ", words)
