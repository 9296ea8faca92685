"""What one text states and another, which should state the same, does not."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from council_report.facts.facts import Fact, FactKind, Facts

ALONE: tuple[FactKind, ...] = ("statistic", "link", "symbol")
"""The kinds whose facts are compared with their own kind, value by value."""

FIGURES: tuple[FactKind, ...] = ("number", "date")
"""The kinds that are compared together: a day may be just a number in another language."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What the source states, in its words, and what the target has instead.

    Either is None where there is nothing to quote: the target lacks it, or has it for itself.
    """

    kind: FactKind
    source: str | None
    target: str | None


def differences(source: Facts, target: Facts) -> tuple[Difference, ...]:
    """Everything that only one of two texts states, however often; their order may differ."""
    if source.facts == target.facts:
        return ()
    found: list[Difference] = []
    for kind in ALONE:
        missing, extra = _unmatched(_of(source, (kind,)), _of(target, (kind,)))
        found += _paired(kind, missing, extra)
    missing, extra = _unmatched(_of(source, ("citation",)), _of(target, ("citation",)))
    missing, extra = _otherwhere(missing, extra)
    found += _paired("citation", *_by_number(missing, extra))
    found += _figures(source, target, missing, extra)
    return tuple(dict.fromkeys(found))


def _of(facts: Facts, kinds: Iterable[FactKind]) -> list[Fact]:
    return [one for one in facts.facts if one.kind in kinds]


def _unmatched(source: Sequence[Fact], target: Sequence[Fact]) -> tuple[list[Fact], list[Fact]]:
    """What is left on either side when each value of one has met its equal on the other."""
    return (
        _left(source, Counter(one.value for one in target)),
        _left(target, Counter(one.value for one in source)),
    )


def _left(facts: Iterable[Fact], known: Counter[str]) -> list[Fact]:
    """The facts whose value is not known, or not as often: the last ones of the same value."""
    spare = Counter(known)
    left: list[Fact] = []
    for one in facts:
        if spare[one.value] > 0:
            spare[one.value] -= 1
        else:
            left.append(one)
    return left


def _paired(kind: FactKind, missing: Sequence[Fact], extra: Sequence[Fact]) -> list[Difference]:
    return [
        Difference(kind, one.words if one else None, other.words if other else None)
        for one, other in zip_longest(missing, extra)
    ]


def _otherwhere(missing: list[Fact], extra: list[Fact]) -> tuple[list[Fact], list[Fact]]:
    """The citations without those that differ in a city that the term list does not have."""
    missing, extra = list(missing), list(extra)
    for one in tuple(missing):
        what, _, city = one.value.rpartition(" ")
        for other in extra:
            same, _, elsewhere = other.value.rpartition(" ")
            if same == what and "?" in (city, elsewhere):
                missing.remove(one)
                extra.remove(other)
                break
    return missing, extra


def _by_number(missing: list[Fact], extra: list[Fact]) -> tuple[list[Fact], list[Fact]]:
    """Two lists of citations, those of the same resolution at the same place in both."""
    first = {one.value.partition(" ")[0]: rank for rank, one in enumerate(missing)}
    ordered = sorted(extra, key=lambda one: first.get(one.value.partition(" ")[0], len(missing)))
    return missing, ordered


def _figures(
    source: Facts, target: Facts, missing: Sequence[Fact], extra: Sequence[Fact]
) -> list[Difference]:
    """The differences of numbers and dates, without what is only written in another way.

    A number in words answers one in figures, and a month or year may be said once for two days.
    What stands in a citation that the other side does not have is told with that citation.
    """
    lacking, beyond = _unmatched(_of(source, FIGURES), _of(target, FIGURES))
    lacking = _unexplained(_once_for_all(lacking, target), source, target, extra)
    beyond = _unexplained(_once_for_all(beyond, source), target, source, missing)
    return _by_kind(lacking, beyond)


def _by_kind(lacking: Sequence[Fact], beyond: Sequence[Fact]) -> list[Difference]:
    """Numbers beside numbers and dates beside dates; what is left of the one beside the other."""
    found: list[Difference] = []
    ours: list[Fact] = []
    theirs: list[Fact] = []
    for kind in FIGURES:
        here, there = ([one for one in side if one.kind == kind] for side in (lacking, beyond))
        both = min(len(here), len(there))
        found += _paired(kind, here[:both], there[:both])
        ours += here[both:]
        theirs += there[both:]
    for one, other in zip_longest(ours, theirs):
        kind = "date" if "date" in (one and one.kind, other and other.kind) else "number"
        found += _paired(kind, [one] if one else [], [other] if other else [])
    return found


def _once_for_all(facts: Iterable[Fact], others: Facts) -> list[Fact]:
    """The facts without a month or year that the other side says too, for several days at once."""
    said = {one.value for one in _of(others, ("date",))}
    return [
        one
        for one in facts
        if not (one.kind == "date" and len(one.value) > 2 and one.value in said)
    ]


def _unexplained(
    facts: Sequence[Fact], own: Facts, others: Facts, citations: Sequence[Fact]
) -> list[Fact]:
    """The facts that neither a number in words nor a citation of the other side accounts for."""
    if not facts:
        return []
    cited = Counter(value for one in citations for value in one.value.split(" ")[:2])
    in_words = others.spelled - own.spelled + Counter({"2": others.paired})
    return _left(facts, cited + in_words)


def missing_names(source: Facts, target: Facts) -> tuple[tuple[str, str], ...]:
    """The names that the source has and the target, whose term list has them, has in no form.

    Each by its key and as the source writes it. What only the target names is no difference: where
    one language says "it", another may have to say the name again.
    """
    return tuple(
        (key, words)
        for key, words in source.names.items()
        if key in target.grammar.forms and not target.mentions(key)
    )
