"""The ids of proposals, and which of them cannot be accepted together."""

import hashlib
from collections.abc import Iterable, Sequence

from pydantic_core import to_json

from council_report.model.feedback import Proposal

LENGTH = 8
"""How many digits an id has."""

SAYING = (
    "kind",
    "language",
    "contributor",
    "entry",
    "cell",
    "author",
    "old_digest",
    "old",
    "new",
    "new_kind",
    "comment",
)
"""What a proposal says, wherever it was read; the place in the file and the moment are no part."""


def identified(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """The proposals of one file with their ids; one that is said twice has two."""
    taken: dict[str, Proposal] = {}
    for proposal in proposals:
        number = 0
        while (key := _id(proposal, number)) in taken:
            number += 1
        taken[key] = proposal.model_copy(update={"id": key})
    return tuple(taken.values())


def _id(proposal: Proposal, number: int) -> str:
    said = [getattr(proposal, name) for name in SAYING]
    return hashlib.sha256(to_json([*said, number])).hexdigest()[:LENGTH]


def with_conflicts(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The proposals, each with those that cannot be accepted together with it."""
    by_entry: dict[tuple[str, str], list[Proposal]] = {}
    for one in proposals:
        by_entry.setdefault((one.contributor, one.entry), []).append(one)
    return tuple(
        one.model_copy(update={"conflicts": _against(one, by_entry[one.contributor, one.entry])})
        for one in proposals
    )


def _against(proposal: Proposal, others: Iterable[Proposal]) -> tuple[str, ...]:
    return tuple(sorted(one.id for one in others if in_conflict(proposal, one)))


def in_conflict(one: Proposal, other: Proposal) -> bool:
    """Whether two proposals want different things of one text."""
    if one.obstacle or other.obstacle or "add" in (one.kind, other.kind):
        return False
    if (one.contributor, one.entry) != (other.contributor, other.entry):
        return False
    if one.new == other.old or other.new == one.old:  # One was made of what the other had made.
        return False
    if "remove" in (one.kind, other.kind):
        return one.kind != other.kind
    same_text = (one.language, one.cell) == (other.language, other.cell)
    return same_text and one.new != other.new
