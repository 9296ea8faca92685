"""Paragraphs that a reviewer moved or divided with tracked changes."""

from collections.abc import Sequence
from typing import NamedTuple

from council_report.comparison.feedback.alignment import VERY_ALIKE, Claim, likeness
from council_report.comparison.feedback.spots import words_of
from council_report.model.edited import EditedParagraph, TrackedEdit

NOTHING = {"before": None, "after": None, "edits": (), "remarks": ()}


class Followed(NamedTuple):
    """Paragraphs and what they were in the draft, with those that moved known where they are now.

    ``moved`` are the places of these, with the change that put them there.
    """

    paragraphs: tuple[EditedParagraph, ...]
    claims: dict[int, Claim]
    moved: dict[int, TrackedEdit | None]


def followed(paragraphs: Sequence[EditedParagraph], claims: dict[int, Claim]) -> Followed:
    """Follow each paragraph that was taken out to where it was put in again."""
    ahead, known = list(paragraphs), dict(claims)
    moved: dict[int, TrackedEdit | None] = {}
    gone = [place for place in claims if paragraphs[place].after is None]
    for place, paragraph in enumerate(paragraphs):
        if place in known or paragraph.before is not None or not words_of(paragraph.after):
            continue
        origin = next((one for one in gone if _went_to(known[one], paragraph)), None)
        if origin is None:
            continue
        gone.remove(origin)
        known[place] = known.pop(origin)
        ahead[place] = _carried(paragraphs[origin], paragraph)
        ahead[origin] = paragraphs[origin].model_copy(update=NOTHING)
        moved[place] = next(iter(paragraph.edits), None)
    return Followed(tuple(ahead), known, moved)


def divided(
    paragraphs: Sequence[EditedParagraph], claims: dict[int, Claim]
) -> tuple[tuple[EditedParagraph, ...], dict[int, Claim]]:
    """Paragraphs of which those that a tracked change divides keep their first half.

    Word has the first half as the one that was put in.
    """
    ahead, known = list(paragraphs), dict(claims)
    for place in range(len(paragraphs) - 1):
        first, second = paragraphs[place], paragraphs[place + 1]
        if place not in known and place + 1 in known and _are_halves(first, second):
            known[place] = known.pop(place + 1)
            ahead[place] = first.model_copy(update={"before": second.before})
            ahead[place + 1] = second.model_copy(update={"before": None})
    return tuple(ahead), known


def _are_halves(first: EditedParagraph, second: EditedParagraph) -> bool:
    if first.before is not None or not words_of(first.after) or not words_of(second.after):
        return False
    beginning, whole = words_of(first.after), words_of(second.before)
    both = f"{beginning} {words_of(second.after)}"
    alike = likeness(beginning, whole[: len(beginning)]), likeness(both, whole)
    return min(alike) >= VERY_ALIKE


def _went_to(claim: Claim, paragraph: EditedParagraph) -> bool:
    """Whether a paragraph that was put in is one that was taken out."""
    words = words_of(paragraph.after)
    if claim.spot.words == words or claim.spot.mark in paragraph.marks:
        return True
    return paragraph.moved and likeness(claim.spot.words, words) >= VERY_ALIKE


def _carried(origin: EditedParagraph, paragraph: EditedParagraph) -> EditedParagraph:
    """A paragraph that moved, as if it had always stood where it is now."""
    update = {
        "before": origin.before,
        "remarks": (*origin.remarks, *paragraph.remarks),
        "edits": tuple(one for one in paragraph.edits if one.text != origin.before),
    }
    return paragraph.model_copy(update=update)
