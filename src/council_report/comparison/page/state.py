"""The state of a draft: who has sent what, what is due, what was found, how long it is."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from council_report.comparison.page.traced import Traced
from council_report.model.draft import Ingredient, Manifest
from council_report.model.finding import SEVERITIES, Finding, alike
from council_report.model.language import LANGUAGES, Language
from council_report.model.message import Message
from council_report.model.review import Review
from council_report.model.session import Budget, Contributor, Deadline, Key
from council_report.model.translation import TranslationState

Pages = Mapping[Language, Sequence[Traced]]
"""The passages of the document in each language."""


class Sent(NamedTuple):
    """What a contributor has sent, how much of it is printed, and where it is awaited, and why."""

    contributor: Contributor
    files: tuple[Ingredient, ...]
    paragraphs: int
    awaited: tuple[tuple[Key, Message], ...]

    @property
    def entries(self) -> int:
        """How many texts there are in its files."""
        return sum(file.entries for file in self.files)


class Size(NamedTuple):
    """How long a section is in one language, and how long it should be at most."""

    section: Key
    words: int
    pages: float | None
    budget: Budget | None

    @property
    def is_over(self) -> bool:
        """Whether it is longer than it should be."""
        budget = self.budget or Budget()
        over_words = budget.words is not None and self.words > budget.words
        over_pages = budget.pages is not None and (self.pages or 0) > budget.pages
        return over_words or over_pages


def sent(review: Review, traced: Sequence[Traced]) -> list[Sent]:
    """What each contributor has sent."""
    printed = Counter(one.passage.contributor for one in traced if one.passage.entry)
    return [
        Sent(
            one,
            tuple(file for file in review.manifest.ingredients if file.contributor == one.key),
            printed[one.key],
            tuple(
                (gap.section, gap.reason)
                for gap in review.manifest.gaps
                if gap.contributor == one.key
            ),
        )
        for one in review.session.contributors
    ]


def deadlines(review: Review) -> list[tuple[Deadline, int]]:
    """The deadlines of the session in order, each with the days from the draft to it."""
    made = review.manifest.made.date()
    days = [(one, (review.session.due(one) - made).days) for one in review.session.deadlines]
    return sorted(days, key=lambda pair: pair[1])


def weighed(findings: Sequence[Finding]) -> list[tuple[Finding, ...]]:
    """The findings, those that are alike together, errors first."""
    return sorted(alike(findings), key=lambda group: SEVERITIES.index(group[0].severity))


def sizes(review: Review, language: Language, traced: Sequence[Traced]) -> list[Size]:
    """How long each section is, in the order of the document; the last is the whole of it."""
    measured = {one.section: one for one in review.manifest.lengths if one.language == language}
    budgets = {part.key: part.budget for part in review.plan.outline}
    rows = []
    for section, words in _words_by_section(traced):
        length = measured.get(section)
        pages = length.pages if length else None
        rows.append(Size(section, length.words if length else words, pages, budgets.get(section)))
    total = sum(one.words for one in traced)
    whole = Size("", total, _pages(review.manifest, language), review.plan.budget)
    return [*rows, whole]


def standing(pages: Pages, state: TranslationState) -> dict[Language, list[Traced]]:
    """The passages of each language whose translation stands so."""
    found = {key: [one for one in traced if one.state == state] for key, traced in pages.items()}
    return {language: traced for language, traced in found.items() if traced}


def provisional(review: Review) -> dict[Language, list[tuple[str, str]]]:
    """The labels that ITU has not confirmed: in each language, key and words as printed."""
    told = review.manifest.provisional
    return {
        language: [(key, _printed(key, language, review)) for key in told[language]]
        for language in LANGUAGES
        if told.get(language)
    }


def _printed(key: str, language: Language, review: Review) -> str:
    """The words of a label as the document has them; empty where that cannot be told."""
    document = review.content.document(language)
    part, _, name = key.partition(".")
    if document is None:
        return ""
    if part == "header":
        return document.header.model_dump().get(name.replace("-", "_")) or ""
    if part == "box":
        return next((row.label for row in document.box if row.key == name), "")
    return ""


def _words_by_section(traced: Sequence[Traced]) -> Iterator[tuple[Key, int]]:
    """The words of each section, which stand together; what is above the box is in none."""
    for section, passages in groupby(traced, key=lambda one: one.passage.section):
        if section and section != "rule":
            yield section, sum(one.words for one in passages)


def _pages(manifest: Manifest, language: Language) -> int | None:
    return next(
        (one.pages for one in manifest.products if one.language == language and one.pages), None
    )
