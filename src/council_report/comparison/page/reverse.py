"""From what went in to the paragraphs that came of it: files, mandates, dates."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from council_report.comparison.page.traced import Traced
from council_report.model.draft import Ingredient
from council_report.model.review import Review
from council_report.model.session import Key


class Cell(NamedTuple):
    """How many paragraphs of a contributor answer a mandate."""

    contributor: Key
    paragraphs: int


class Activity(NamedTuple):
    """A dated passage: when, and from where to where on a line from 0 to 1."""

    period: str
    traced: Traced
    start: float
    end: float


class Year(NamedTuple):
    """Where on that line a year begins."""

    year: int
    start: float


def files(review: Review, traced: Sequence[Traced]) -> list[tuple[Ingredient, list[Traced]]]:
    """Each file that the draft was made of, those of contributors first, with its passages."""
    printed: dict[str, list[Traced]] = {}
    for one in traced:
        printed.setdefault(one.source.file, []).append(one)
    ordered = sorted(review.manifest.ingredients, key=lambda file: not file.contributor)
    return [(file, printed.get(file.file, [])) for file in ordered]


def mandate_ids(review: Review, traced: Sequence[Traced]) -> dict[str, str]:
    """What stands for each mandate in the page: those of the resolution, then any other."""
    known = [one.id for one in review.mandates.mandates] if review.mandates else []
    answered = [name for one in traced for name in answers(one)]
    return {name: f"m{index}" for index, name in enumerate(dict.fromkeys([*known, *answered]))}


def answers(traced: Traced) -> tuple[str, ...]:
    """The mandates that a passage answers."""
    return traced.block.details.mandates if traced.block and traced.block.details else ()


def coverage(
    review: Review, traced: Sequence[Traced], mandates: Mapping[str, str]
) -> dict[str, list[Cell]]:
    """For each mandate, how many paragraphs of each contributor answer it."""
    senders = [one.key for one in review.session.contributors]
    pairs = [(name, one.passage.contributor) for one in traced for name in set(answers(one))]
    return {
        name: [Cell(sender, pairs.count((name, sender))) for sender in senders] for name in mandates
    }


def activities(traced: Sequence[Traced]) -> tuple[list[Activity], list[Year]]:
    """The dated passages in the order of their dates, and the years that they span."""
    dated = sorted(_dated(traced), key=lambda pair: (pair[0].split("/")[0], pair[0]))
    if not dated:
        return [], []
    ends = [_ends(period) for period, _ in dated]
    first, last = int(min(start for start, _ in ends)), int(max(end for _, end in ends) - 1e-9)
    span = last + 1 - first
    line = [
        Activity(period, one, (start - first) / span, (end - first) / span)
        for (period, one), (start, end) in zip(dated, ends, strict=True)
    ]
    step = max(1, span // 8)
    return line, [Year(year, (year - first) / span) for year in range(first, last + 1, step)]


def _dated(traced: Sequence[Traced]) -> Iterator[tuple[str, Traced]]:
    for one in traced:
        if one.block and one.block.details:
            yield from ((period, one) for period in one.block.details.dates)


def _ends(period: str) -> tuple[float, float]:
    """The beginning and the end of a period, in years."""
    first, _, last = period.partition("/")
    return _years(first)[0], _years(last or first)[1]


def _years(moment: str) -> tuple[float, float]:
    """The beginning and the end of a day, month or year, in years; a month has 31 days."""
    year, month, day = (int(part) for part in (moment + "-01-01")[:10].split("-"))
    start = year + (month - 1) / 12 + (day - 1) / 372
    return start, start + {4: 1.0, 7: 1 / 12, 10: 1 / 372}[len(moment)]
