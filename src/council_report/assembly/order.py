"""The order of entries in a section: contributors, then files, study groups ascending."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from council_report.model.contribution import Contribution, Entry
from council_report.model.session import Session


class Placed(NamedTuple):
    """An entry with the contribution it comes from and its place there, from 0."""

    entry: Entry
    contribution: Contribution
    index: int


def by_section(contributions: Iterable[Contribution]) -> dict[str, list[Placed]]:
    """The entries of all contributions that are not set aside, by the section they name."""
    sections: dict[str, list[Placed]] = {}
    for contribution in contributions:
        if contribution.set_aside:
            continue
        for index, entry in enumerate(contribution.entries):
            sections.setdefault(entry.section, []).append(Placed(entry, contribution, index))
    return sections


def in_order(placed: Sequence[Placed], owed_by: Sequence[str], session: Session) -> list[Placed]:
    """The entries of one section in the order in which they are printed."""
    others = [c.key for c in session.contributors if c.key not in owed_by]
    rank = {key: position for position, key in enumerate([*owed_by, *others])}
    by_contributor = sorted(placed, key=lambda p: rank[p.contribution.contributor])
    return [
        placed
        for _, group in groupby(_with_sub_bullets(by_contributor), key=_neighbours)
        for points in sorted(group, key=lambda points: points[0].entry.study_group or 0)
        for placed in points
    ]


def _with_sub_bullets(placed: Iterable[Placed]) -> list[list[Placed]]:
    """The entries, each bullet together with the sub-bullets under it."""
    points: list[list[Placed]] = []
    for one in placed:
        if one.entry.kind == "sub-bullet" and points:
            points[-1].append(one)
        else:
            points.append([one])
    return points


def _neighbours(points: Sequence[Placed]) -> tuple[object, ...]:
    """What neighbouring entries share when their study groups are put in order."""
    head = points[0]
    if head.entry.study_group is None:
        return (id(head),)
    return head.contribution.contributor, head.entry.kind
