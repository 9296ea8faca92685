"""What reviewers sent before and what they send now, as one."""

from council_report.comparison.feedback.belonging import with_partners
from council_report.comparison.feedback.identity import with_conflicts
from council_report.comparison.feedback.unmapping import NO_DRAFT
from council_report.model.feedback import Feedback, Proposal, ReviewedFile, Unmapped


def merged(known: Feedback, new: Feedback) -> Feedback:
    """Everything in both, once: an edit or comment that is sent again says nothing new.

    A file that was a copy of no draft, and has become one since, is listed as that alone.
    """
    found_now = {one.digest for one in new.files if one.draft}
    found_late = {one.file for one in known.files if one.digest in found_now and not one.draft}
    still = (one for one in known.unmapped if one.file not in found_late or one.reason != NO_DRAFT)
    proposals: dict[str, Proposal] = {}
    for one in (*known.proposals, *new.proposals):
        first = proposals.setdefault(one.id, one)
        proposals[one.id] = with_partners(first, (*first.together, *one.together))
    return Feedback(
        files=_files(known, new),
        proposals=with_conflicts([*proposals.values()]),
        unmapped=tuple({_said(one): one for one in (*still, *new.unmapped)}.values()),
    )


def _files(known: Feedback, new: Feedback) -> tuple[ReviewedFile, ...]:
    files: dict[str, ReviewedFile] = {}
    for one in (*known.files, *new.files):
        if one.digest not in files or one.draft:
            files[one.digest] = one
    return tuple(files.values())


def _said(one: Unmapped) -> tuple[str, ...]:
    """What is the same of an edit that is sent again in another file."""
    return one.author, one.place, one.old, one.new, one.comment, one.reason
