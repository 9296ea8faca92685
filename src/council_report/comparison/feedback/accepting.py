"""Proposals that were accepted, made into amendments."""

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence

from council_report.errors import UsageError
from council_report.model.amending import Layer
from council_report.model.amendment import Action, Amendment
from council_report.model.feedback import Feedback, Proposal, ProposalKind

ACTIONS: dict[ProposalKind, Action] = {
    "reword": "replace",
    "format": "replace",
    "remove": "remove",
    "add": "add",
}


def chosen(feedback: Feedback, ids: Iterable[str]) -> tuple[Proposal, ...]:
    """The proposals of these ids.

    Raises UsageError if there is none of an id, if one cannot be accepted, or two not together.
    """
    known = {one.id: one for one in feedback.proposals}
    wanted = tuple(dict.fromkeys(ids))
    unknown = [key for key in wanted if key not in known]
    if unknown:
        raise UsageError(
            f"There is no proposal “{'”, “'.join(unknown)}”.",
            "Look for the id on the page of the feedback, or call the command without --accept.",
        )
    found = tuple(known[key] for key in wanted)
    for one in found:
        if one.obstacle:
            raise UsageError(f"Proposal {one.id} cannot be accepted.", one.obstacle)
    _refuse_conflicts(found)
    return found


def all_from(feedback: Feedback, author: str, accepted: Collection[str]) -> tuple[Proposal, ...]:
    """All that an author proposed and can be accepted, without what has been decided already.

    ``accepted`` are the ids of what is accepted; what is in conflict with one of them is decided,
    too, and so is what belongs with that. Raises UsageError if nothing comes from the author, or a
    conflict is still open.
    """
    own = [one for one in feedback.proposals if one.author.casefold() == author.casefold()]
    if not own:
        names = "; ".join(dict.fromkeys(one.author for one in feedback.proposals)) or "nobody yet"
        raise UsageError(f"Nothing was proposed by {author}.", f"Proposals came from: {names}.")
    decided = frozenset(accepted)
    waiting = tuple(
        one for one in own if not one.obstacle and decided.isdisjoint((one.id, *one.conflicts))
    )
    contested = [f"{one.id} ({', '.join(one.conflicts)})" for one in waiting if one.conflicts]
    if contested:
        raise UsageError(
            f"Some proposals of {author} are in conflict with others, named in brackets:"
            f" {'; '.join(contested)}.",
            "Choose one of each with --accept, in the same call or before it.",
        )
    known = {one.id: one for one in feedback.proposals}
    done = decided | {one.id for one in waiting}
    return tuple(one for one in waiting if not _missing(one, known, done))


def refuse_parted(
    proposals: Iterable[Proposal], feedback: Feedback, accepted: Collection[str]
) -> None:
    """Raise UsageError if a proposal would be accepted without one that it belongs with.

    ``accepted`` are the ids of what was accepted before.
    """
    known = {one.id: one for one in feedback.proposals}
    wanted = tuple(proposals)
    done = frozenset((*accepted, *(one.id for one in wanted)))
    for one in wanted:
        missing = _missing(one, known, done)
        if missing:
            obstacles = [known[key].obstacle for key in missing if known[key].obstacle]
            call = " ".join(f"--accept {key}" for key in (one.id, *missing))
            raise UsageError(
                f"Proposal {one.id} belongs together with {', '.join(missing)}: accepted without,"
                " words would be printed twice or be lost.",
                " ".join(obstacles) or f"Accept them in one call: {call}",
            )


def _missing(
    one: Proposal, known: Mapping[str, Proposal], done: Collection[str]
) -> tuple[str, ...]:
    """Those that a proposal belongs with and that are not done.

    A reviewer who cut a paragraph twice, in two copies, has one addition with two edits that are
    in conflict: either of them will do.
    """
    group = frozenset((one.id, *one.together)).intersection(done)
    return tuple(
        key
        for key in one.together
        if key in known and key not in done and group.isdisjoint(known[key].conflicts)
    )


def _refuse_conflicts(found: Sequence[Proposal]) -> None:
    ids = {one.id for one in found}
    for one in found:
        others = sorted(ids.intersection(one.conflicts))
        if others:
            raise UsageError(
                f"Proposals {one.id} and {', '.join(others)} want different things of {one.entry}.",
                "Accept one of them.",
            )


def refuse_unseen(proposals: Iterable[Proposal], layer: Layer) -> None:
    """Raise UsageError if a text reads otherwise by now than when a reviewer changed it.

    ``layer`` is what was accepted before; the proposals are accepted in their order.
    """
    accepted: dict[tuple[object, ...], str | None] = {}
    for one in proposals:
        place = one.contributor, one.entry, one.language, one.cell
        identity = one.contributor, one.entry
        if one.kind == "add" or identity not in layer.sent:
            continue
        said = layer.said(identity, one.language)
        text = said.rows[one.cell[0] - 1][one.cell[1] - 1] if one.cell and said.rows else said.text
        if accepted.get(place, text) != one.old:
            by = "; ".join(f"{edit.by}, {edit.on}" for edit in said.amendments)
            raise UsageError(
                f"Proposal {one.id} was made of another text of {one.entry} than is accepted now"
                f" ({by or 'as it was sent'}).",
                "Delete the amendment that stands in its way from amendments.yaml and accept again,"
                " or ask the reviewer for the edit in a newer draft.",
            )
        accepted[place] = one.new


def amendment_of(proposal: Proposal, today: datetime.date, why: str | None) -> Amendment:
    """The amendment that a proposal becomes when it is accepted."""
    is_new = proposal.kind == "add"
    return Amendment(
        action=ACTIONS[proposal.kind],
        contributor=proposal.contributor,
        entry=proposal.entry,
        language=proposal.language,
        cell=proposal.cell,
        old=proposal.old_digest,
        new=None if proposal.kind == "remove" else proposal.new,
        id=f"added-{proposal.id}" if is_new else None,
        kind=proposal.new_kind if is_new else None,
        by=proposal.author,
        on=today,
        why=why or None,
    )


def is_accepted(proposal: Proposal, amendments: Sequence[Amendment]) -> bool:
    """Whether the amendments say already what a proposal says, whoever proposed it.

    Of several that replace one text, the last counts.
    """
    if proposal.kind not in ACTIONS or proposal.obstacle:
        return False
    action = ACTIONS[proposal.kind]
    same = [one for one in amendments if one.action == action and _is_about(one, proposal)]
    if action == "remove":
        return any(one.old == proposal.old_digest for one in same)
    said = [(one.old, one.new) for one in (same[-1:] if action == "replace" else same)]
    return (proposal.old_digest, proposal.new) in said


def _is_about(amendment: Amendment, proposal: Proposal) -> bool:
    text = amendment.contributor, amendment.entry, amendment.language, amendment.cell
    return text == (proposal.contributor, proposal.entry, proposal.language, proposal.cell)
