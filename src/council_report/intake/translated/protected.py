"""What must not change in a translation: the statistics that are quoted, and where links lead."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce

from council_report.intake.gate.refusal import quoted
from council_report.model.message import Message
from council_report.model.text import Text


def problem_of(source: Text, target: Text, unknown: Sequence[str] = ()) -> Message | None:
    """What is wrong with the protected parts of a translation, or None.

    ``unknown`` are codes in the translation that the source does not have. A link may be parted or
    stand twice, as the grammar of a language may ask for it; a statistic may not.
    """
    problems = [
        *_of_statistics(Counter(_statistics(source)), Counter(_statistics(target))),
        *_of_links(source, target),
    ]
    if unknown:
        marks = _listed(f"{{{one}}}" for one in unknown)
        problems.append(Message("it has marks that its source does not have: {marks}", marks=marks))
    return reduce(_together, problems) if problems else None


def _of_statistics(source: Counter[str], target: Counter[str]) -> Iterator[Message]:
    lost, more = source - target, target - source
    if lost:
        yield Message("it lacks protected numbers of its source: {marks}", marks=_marks(lost))
    doubled, foreign = (
        [key for key in more if (key in source) is is_known] for is_known in (True, False)
    )
    if doubled:
        marks = _marks(doubled)
        yield Message("it has protected numbers more often than its source: {marks}", marks=marks)
    if foreign:
        marks = _marks(foreign)
        yield Message("it has marks that its source does not have: {marks}", marks=marks)


def _of_links(source: Text, target: Text) -> Iterator[Message]:
    here, there = ({run.href: None for run in text if run.href} for text in (source, target))
    lost, foreign = (
        [one for one in here if one not in there],
        [one for one in there if one not in here],
    )
    if lost:
        yield Message("it lacks links of its source: {addresses}", addresses=_listed(lost))
    if foreign:
        addresses = _listed(foreign)
        yield Message(
            "it has links that its source does not have: {addresses}", addresses=addresses
        )


def _statistics(text: Text) -> Iterator[str]:
    return (run.statistic for run in text if run.statistic)


def _marks(keys: Iterable[str]) -> str:
    return _listed(f"[[{key}]]" for key in keys)


def _listed(names: Iterable[str]) -> str:
    return quoted(", ".join(names))


def _together(one: Message, other: Message) -> Message:
    return Message("{one}; {other}", one=one, other=other)
