"""The drafts that a draft can be compared with, and where each of their changes is shown."""

from collections.abc import Sequence
from typing import NamedTuple

from council_report.comparison.counting import count_by_kind
from council_report.comparison.page.names import draft_name
from council_report.comparison.page.traced import Traced
from council_report.model.change import Change, ChangeKind
from council_report.model.language import Language
from council_report.model.message import Message
from council_report.model.review import Base, Review


class Shown(NamedTuple):
    """The changes of one language: by the key of the passage, and those that are gone.

    ``gone`` are removed passages by the key of the one that they are shown after, which is empty
    where they stood before all others.
    """

    changed: dict[str, Change]
    gone: dict[str, list[Change]]
    counts: dict[ChangeKind, int]

    @property
    def passages(self) -> int:
        """How many passages changed."""
        return len(self.changed) + sum(map(len, self.gone.values()))


NO_CHANGES = Shown({}, {}, {})


class Choice(NamedTuple):
    """A base as it is offered: under which id and name, and why it cannot be chosen, if so."""

    id: str
    name: Message
    base: Base
    problem: Message | None
    is_chosen: bool


def choices(review: Review) -> list[Choice]:
    """The bases of a review; the first one with changes is chosen when the page opens."""
    usable = next((one for one in review.bases if one.changes), None)
    return [
        Choice(f"base-{number}", _name(one, review), one, _problem(one), one is usable)
        for number, one in enumerate(review.bases, start=1)
    ]


def shown(base: Base | None, language: Language, traced: Sequence[Traced]) -> Shown:
    """What a base changes in the document of one language, and where."""
    if base is None or base.changes is None:
        return NO_CHANGES
    changes = base.changes.of(language)
    return Shown(
        {change.key: change for change in changes if change.new},
        _gone([change for change in changes if change.new is None], traced),
        count_by_kind(changes),
    )


def _name(base: Base, review: Review) -> Message:
    if base.changes is None:
        return Message.verbatim(base.name)
    return draft_name(base.changes.old, review.session.code)


def _problem(base: Base) -> Message | None:
    if base.changes:
        return None
    return base.problem or Message("It cannot be compared.")


def _gone(removed: Sequence[Change], traced: Sequence[Traced]) -> dict[str, list[Change]]:
    """Each removed passage after the one that stood before it, or else where its section ends."""
    printed = {one.passage.key for one in traced}
    ends = {one.passage.section: one.passage.key for one in traced}
    last = traced[-1].passage.key if traced else ""
    anchors: dict[str, str] = {}
    gone: dict[str, list[Change]] = {}
    for change in removed:
        followed = change.after or ""
        anchor = anchors.get(followed, followed)
        if anchor and anchor not in printed:
            anchor = ends.get(change.old.section if change.old else None, last)
        anchors[change.key] = anchor
        gone.setdefault(anchor, []).append(change)
    return gone
