"""Proposals of reviewers that were accepted, written among the amendments of their session."""

import datetime
from collections.abc import Sequence
from functools import partial

from council_report.archive.amendments import add_amendments
from council_report.archive.feedback import feedback_folder, read_feedback, store_feedback
from council_report.archive.lock import alone_in
from council_report.comparison.feedback.accepting import (
    all_from,
    amendment_of,
    chosen,
    is_accepted,
    refuse_parted,
    refuse_unseen,
)
from council_report.errors import UsageError
from council_report.model.amending import Judged, Verdict, layer_of
from council_report.model.amendment import Amendment
from council_report.settings import Workplace
from flows.drafting import choose_plan
from flows.feeding import Fed, Wanted, accepted_in, page_of, unusable
from flows.gathering import gather

PATIENCE = 60.0
"""The seconds to wait while another call accepts proposals of the session."""

REFUSED: dict[Verdict, str] = {
    "settled": "{contributor} has taken this edit of {entry} over already",
    "stale": "what {contributor} sent for {entry} has changed since the draft that it was made for",
    "no entry": "{contributor} no longer sends {entry}, or its file is set aside",
    "no cell": "the table of {entry} no longer has that cell",
    "no language": "the document is no longer made in that language",
    "removed": "{entry} is removed by an amendment that was accepted before",
    "id taken": "the text that it adds is there already",
}


def accept(
    place: Workplace,
    wanted: Wanted,
    today: datetime.date,
    *,
    ids: Sequence[str] = (),
    author: str | None = None,
    why: str | None = None,
) -> Fed:
    """Write proposals among the amendments: those of the ids, and all of an author.

    Raises UsageError, and writes nothing, if one of them cannot be accepted: for an obstacle or a
    conflict, without one that it belongs with, or because what was sent or accepted has changed.
    """
    folder = feedback_folder(place.outputs, *wanted)
    with alone_in(place.outputs / wanted.session, PATIENCE):
        feedback = read_feedback(folder)
        proposals = chosen(feedback, ids)
        gathered = gather(place, wanted.session)
        desk = gathered.desk
        if desk is None:
            raise unusable(wanted)
        accepted = accepted_in(feedback, desk)
        if author is not None:
            own = all_from(feedback, author, accepted | {*ids})
            proposals = tuple(dict.fromkeys((*proposals, *own)))
        refuse_parted(proposals, feedback, accepted)
        new: dict[str, Amendment] = {}
        for one in proposals:
            if not is_accepted(one, (*desk.amendments, *new.values())):
                new[one.id] = amendment_of(one, today, why)
        amended = desk.model_copy(update={"amendments": (*desk.amendments, *new.values())})
        plan = choose_plan(desk.session, wanted.kind)
        before, layer = (layer_of(one, plan, gathered.contributions) for one in (desk, amended))
        _refuse_unfit(tuple(new), layer.judged[len(desk.amendments) :])
        refuse_unseen((one for one in proposals if one.id in new), before)
        if new:
            add_amendments(place.inputs / wanted.session, tuple(new.values()))
    stored = store_feedback(folder, {}, lambda there: there, partial(page_of, amended, wanted))
    done = tuple(new.values())
    return Fed(wanted, folder, stored, accepted_in(stored, amended), added=done, asked=True)


def _refuse_unfit(ids: Sequence[str], judged: Sequence[Judged]) -> None:
    """Raise UsageError if an amendment would not be applied."""
    unfit = [
        f"{key}: {REFUSED[one.verdict].format(**one.amendment.model_dump())}"
        for key, one in zip(ids, judged, strict=True)
        if one.verdict != "holds"
    ]
    if unfit:
        raise UsageError(
            f"These proposals cannot be accepted any more: {'; '.join(unfit)}.",
            "Look at the text as it is now, and ask the reviewer for the edit in a newer draft.",
        )
