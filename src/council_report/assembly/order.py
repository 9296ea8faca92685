"""The order of entries in a section: contributors, then files, study groups ascending."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from council_report.model.amendment import Amendment
from council_report.model.contribution import Contribution, Entry, Identity
from council_report.model.language import Language
from council_report.model.location import Location
from council_report.model.session import Session


class Placed(NamedTuple):
    """An entry with the contribution it comes from, and where it stands.

    ``added_by`` is the amendment that it comes from, if it does; it then stands in their file, and
    ``contribution`` is that of the entry that it follows.
    """

    entry: Entry
    contribution: Contribution
    source: Location
    added_by: Amendment | None = None

    @property
    def identity(self) -> Identity:
        """Who sent the entry, and its id."""
        return self.contribution.contributor, self.entry.id


def placed_in(contributions: Iterable[Contribution]) -> list[Placed]:
    """The entries of all contributions that are not set aside, as they stand there."""
    return [
        Placed(entry, contribution, contribution.locate("entries", number))
        for contribution in contributions
        if not contribution.set_aside
        for number, entry in enumerate(contribution.entries)
    ]


def by_section(
    contributions: Iterable[Contribution], language: Language
) -> dict[str, list[Placed]]:
    """The entries of all contributions that are not set aside, by the section they name.

    An entry that a contributor sent in several files, each in other languages, is there once: as it
    stands in the file that has the language, or else in the first.
    """
    standing = placed_in(contributions)
    chosen: dict[Identity, Placed] = {}
    for one in standing:
        if language in one.entry.text:
            chosen.setdefault(one.identity, one)
    sections: dict[str, list[Placed]] = {}
    for one in standing:
        if chosen.setdefault(one.identity, one) is one:
            sections.setdefault(one.entry.section, []).append(one)
    return sections


def in_order(
    placed: Sequence[Placed], owed_by: Sequence[str], session: Session
) -> Iterator[tuple[str, list[Placed]]]:
    """Each contributor to a section with its entries, as they are printed: who owes it first."""
    others = [c.key for c in session.contributors if c.key not in owed_by]
    for contributor in (*owed_by, *others):
        yield contributor, _in_order([p for p in placed if _sender(p) == contributor])


def _in_order(placed: Sequence[Placed]) -> list[Placed]:
    ordered = (
        point
        for _, neighbours in groupby(_points(placed), key=_alike)
        for point in sorted(neighbours, key=lambda point: point.study_group or 0)
    )
    return [placed for point in ordered for placed in point.entries]


def _sender(placed: Placed) -> str:
    return placed.contribution.contributor


class Point(NamedTuple):
    """An entry with the sub-bullets under it, and the number of its study group, if it has one.

    Sub-bullets stay under the entry that they follow in their file.
    """

    entries: list[Placed]
    study_group: int | None


def _points(placed: Iterable[Placed]) -> list[Point]:
    points: list[Point] = []
    for one in placed:
        last = points[-1].entries[0].contribution if points else None
        if one.entry.kind == "sub-bullet" and one.contribution is last:
            points[-1].entries.append(one)
        else:
            points.append(Point([one], one.entry.study_group))
    return points


def _alike(point: Point) -> tuple[object, ...]:
    """What neighbouring points share when their study groups are put in order."""
    head = point.entries[0]
    if point.study_group is None:
        return (id(head),)
    return (head.entry.kind,)
