"""Which proposals of a copy belong together, such as both halves of a paragraph cut in two."""

from collections.abc import Iterable, Sequence
from itertools import product

from rapidfuzz import fuzz

from council_report.comparison.feedback.alignment import VERY_ALIKE
from council_report.model.change import Operation
from council_report.model.document import Document
from council_report.model.feedback import Proposal
from council_report.model.session import Key

NEAR = 5
"""How many texts further on words may go that a reviewer cut off or joined."""

HALF = 0.5
"""The share of a paragraph that must have come from, or gone into, the text beside it."""


def belonging(proposals: Sequence[Proposal], document: Document) -> tuple[Proposal, ...]:
    """The proposals of a copy of a document, each with those that it belongs with.

    These are proposals of one author of which one takes up the words that another gives up. To
    accept one alone would print words twice or lose them.
    """
    numbers = {
        (one.contributor, one.entry): number for number, one in enumerate(document.all_blocks())
    }
    texts = [one for one in proposals if one.cell is None]
    giving = [one for one in texts if one.kind in ("reword", "remove")]
    taking = [one for one in texts if one.kind in ("reword", "add")]
    groups: dict[Key, frozenset[Key]] = {one.id: frozenset({one.id}) for one in proposals}
    for one, other in product(giving, taking):
        if _are_near(one, other, numbers) and _hands_over(one, other):
            group = groups[one.id] | groups[other.id]
            groups |= dict.fromkeys(group, group)
    return tuple(with_partners(one, groups[one.id]) for one in proposals)


def with_partners(proposal: Proposal, ids: Iterable[str]) -> Proposal:
    """A proposal that belongs with others, whose ids these are; its own may be among them."""
    return proposal.model_copy(update={"together": tuple(sorted({*ids} - {proposal.id}))})


def _are_near(
    one: Proposal, other: Proposal, numbers: dict[tuple[Key | None, Key | None], int]
) -> bool:
    if one.author != other.author:
        return False
    first, second = (numbers.get((each.contributor, each.entry)) for each in (one, other))
    return first is not None and second is not None and abs(first - second) <= NEAR


def _hands_over(giver: Proposal, taker: Proposal) -> bool:
    """Whether one takes up what the other gives up, and one of the two is a whole paragraph."""
    given, taken = _words(giver, "removed"), _words(taker, "added")
    wholes = [
        words for one, words in ((giver, given), (taker, taken)) if one.kind in ("remove", "add")
    ]
    enough = HALF * min(map(len, wholes), default=0)
    if not wholes or min(len(given), len(taken)) < max(enough, 1):
        return False
    return fuzz.partial_ratio(given, taken) >= 100 * VERY_ALIKE


def _words(proposal: Proposal, operation: Operation) -> str:
    found = "".join(one.text for one in proposal.words if one.operation == operation)
    return " ".join(found.split())
