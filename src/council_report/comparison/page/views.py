"""The document in each language, with all that the review page shows of it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from council_report.comparison.page import reverse, state
from council_report.comparison.page.bases import NO_CHANGES, Choice, Shown, shown
from council_report.comparison.page.traced import Traced, findings_by_entry, trace
from council_report.model.draft import Ingredient
from council_report.model.language import Language
from council_report.model.review import Review


class Other(NamedTuple):
    """The changes since a base that is not shown when the page opens."""

    id: str
    shown: Shown


class View(NamedTuple):
    """The document in one language, as the page shows it."""

    language: Language
    traced: tuple[Traced, ...]
    shown: Shown
    others: list[Other]
    sizes: list[state.Size]
    most_words: int
    files: list[tuple[Ingredient, list[Traced]]]
    coverage: dict[str, list[reverse.Cell]]
    activities: list[reverse.Activity]
    years: list[reverse.Year]

    @property
    def pages(self) -> int | float | None:
        """How many pages the document has; None where there is no PDF."""
        return self.sizes[-1].pages

    @property
    def is_over(self) -> bool:
        """Whether the document is longer than it should be."""
        return self.sizes[-1].is_over


def traced_documents(review: Review) -> dict[Language, tuple[Traced, ...]]:
    """The passages of the document in each language."""
    found = findings_by_entry(review.content, review.findings)
    return {one.language: trace(one, found) for one in review.content.documents}


def views_of(
    review: Review,
    traced: Mapping[Language, tuple[Traced, ...]],
    bases: Sequence[Choice],
    mandates: Mapping[str, str],
) -> list[View]:
    """The document in each language, with all that the page shows of it."""
    return [_view(review, language, lines, bases, mandates) for language, lines in traced.items()]


def _view(
    review: Review,
    language: Language,
    traced: tuple[Traced, ...],
    bases: Sequence[Choice],
    mandates: Mapping[str, str],
) -> View:
    usable = [(one, shown(one.base, language, traced)) for one in bases if not one.problem]
    sizes = state.sizes(review, language, traced)
    line, years = reverse.activities(traced)
    most = [max(one.words, (one.budget and one.budget.words) or 0) for one in sizes[:-1]]
    return View(
        language=language,
        traced=traced,
        shown=next((changes for one, changes in usable if one.is_chosen), NO_CHANGES),
        others=[Other(one.id, changes) for one, changes in usable if not one.is_chosen],
        sizes=sizes,
        most_words=max(most, default=0),
        files=reverse.files(review, traced),
        coverage=reverse.coverage(review, traced, mandates),
        activities=line,
        years=years,
    )
