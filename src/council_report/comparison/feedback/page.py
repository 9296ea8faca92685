"""What reviewers want changed, as a page of HTML that loads nothing and runs nothing."""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup

from council_report.comparison.feedback.counting import counted, number_of
from council_report.model.feedback import Feedback, Matched, Proposal, ProposalKind
from council_report.model.language import LANGUAGE_NAMES, RIGHT_TO_LEFT
from council_report.model.session import Key
from council_report.model.text import Run, parse_text
from council_report.pages.assets import asset, template
from council_report.pages.policy import policy
from council_report.pages.speech import quoted
from council_report.pages.visible import visible

KINDS: Mapping[ProposalKind, str] = {
    "reword": "Other words",
    "format": "Another look",
    "remove": "Take out",
    "add": "Put in after it",
    "move": "Move",
    "comment": "Comment",
}

MATCHED: Mapping[Matched, str] = {
    "bookmark": "by its bookmark",
    "similarity": "by what it says",
    "neighbours": "by what stands around it",
}


class Side(NamedTuple):
    """What is proposed for one text of an entry; side by side where it cannot all be had."""

    proposals: tuple[Proposal, ...]

    @property
    def in_conflict(self) -> bool:
        """Whether only one of them can be accepted."""
        return any(one.conflicts for one in self.proposals)


class Concerned(NamedTuple):
    """An entry, and what is proposed for each of its texts."""

    entry: Key
    section: Key
    sides: tuple[Side, ...]


class Contributed(NamedTuple):
    """A contributor, how much is proposed for its texts, and for which entries."""

    key: Key
    name: str
    counts: str
    entries: tuple[Concerned, ...]


def feedback_page(
    feedback: Feedback,
    session: str,
    kind: str,
    names: Mapping[Key, str],
    accepted: Collection[str] = (),
) -> bytes:
    """The page of the feedback on a document, in UTF-8 and in English.

    ``names`` are those of the contributors, ``accepted`` the ids of proposals that are accepted.
    """
    html = template(__package__, "feedback.html").render(
        feedback=feedback,
        session=session,
        kind=kind,
        accepted=frozenset(accepted),
        contributors=[*_by_contributor(feedback.proposals, names)],
        conflicts=[one for one in feedback.proposals if one.conflicts],
        css=asset(__package__, "feedback.css"),
        policy=policy(asset(__package__, "feedback.css")),
        unmapped=number_of(len(feedback.unmapped), "edit or comment", "edits or comments"),
        quoted=quoted,
        visible=visible,
        moment=_moment,
        mapped=_mapped,
        looks=_looks,
        direction=lambda language: "rtl" if language in RIGHT_TO_LEFT else "ltr",
        KINDS=KINDS,
        LANGUAGE_NAMES=LANGUAGE_NAMES,
    )
    return html.encode("utf-8", "replace")


def _by_contributor(
    proposals: Iterable[Proposal], names: Mapping[Key, str]
) -> Iterator[Contributed]:
    """What is proposed, by contributor, in the order of the session file."""
    found: dict[Key, list[Proposal]] = {}
    for one in proposals:
        found.setdefault(one.contributor, []).append(one)
    for key in (*names, *(key for key in found if key not in names)):
        if key in found:
            entries = tuple(_by_entry(found[key]))
            yield Contributed(key, names.get(key, key), counted(found[key]), entries)


def _by_entry(proposals: Iterable[Proposal]) -> Iterator[Concerned]:
    found: dict[Key, list[Proposal]] = {}
    for one in proposals:
        found.setdefault(one.entry, []).append(one)
    for entry, own in found.items():
        yield Concerned(entry, own[0].section, tuple(_sides(own)))


def _sides(proposals: list[Proposal]) -> Iterator[Side]:
    """What concerns one text together, what is in conflict in one row."""
    if any(one.conflicts for one in proposals):
        yield Side(tuple(one for one in proposals if one.conflicts))
    yield from (Side((one,)) for one in proposals if not one.conflicts)


def _moment(when: datetime.datetime | None) -> str:
    return f"{when:%d %B %Y, %H:%M} UTC".lstrip("0") if when else "date not given"


def _mapped(one: Proposal) -> str:
    """How it is known which text is meant."""
    alike = f", {one.similarity:.0%} the same" if one.similarity < 1 else ""
    return f"{MATCHED[one.matched]}{alike}"


def _looks(source: str) -> Markup:
    """A text in the Markdown subset as it looks; a statistic that it quotes is named."""
    return Markup("").join(_look(run) for run in parse_text(source))


def _look(run: Run) -> Markup:
    """A run as HTML, whatever it says escaped."""
    looks = {"strong": run.strong, "em": run.emphasis, "sup": run.superscript, "u": bool(run.href)}
    name = f"[{run.statistic}]" if run.statistic else ""
    html = Markup("{}").format(visible(name or run.text))
    for tag in (tag for tag, is_on in looks.items() if is_on):
        html = Markup("<{tag}>{html}</{tag}>").format(tag=tag, html=html)
    return html
