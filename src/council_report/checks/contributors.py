"""Rules about all contributions together: who owes what to the session, and whose id is whose."""

from collections.abc import Iterator

from council_report.checks.case import Case, Duty, Placed
from council_report.checks.rule import Problem, rule
from council_report.model.contribution import Contribution
from council_report.model.message import Message
from council_report.model.session import Contributor


@rule("entry-duplicate", "error", "session")
def entry_duplicate(case: Case) -> Iterator[Problem]:
    """Two entries of one file, or of two contributors, have the same id."""
    first: dict[str, Placed] = {}
    for one in case.entries:
        earlier = first.setdefault(one.entry.id, one)
        if earlier is one or _are_contested(one.contribution, earlier.contribution):
            continue
        message = Message(
            "the id '{entry}' is taken already: {place}",
            entry=one.entry.id,
            place=earlier.place("id").shown,
        )
        yield Problem(one.place("id"), message, Message("Give this entry an id of its own."))


def _are_contested(one: Contribution, other: Contribution) -> bool:
    """Whether two files are of one contributor: ids that they share have a rule of their own."""
    return one is not other and one.contributor == other.contributor


@rule("contributor-silent", "error", "session")
def contributor_silent(case: Case) -> Iterator[Problem]:
    """A contributor who owes something has sent no file."""
    senders = {contribution.contributor for contribution in case.contributions}
    for contributor in case.desk.session.contributors:
        owed = [duty.section for duty in _owed(case, contributor)]
        if owed and contributor.key not in senders:
            message = Message("no usable file has come from {name}", name=_shown(contributor))
            remedy = Message("Ask for: {sections}.", sections=", ".join(owed))
            yield Problem(case.folder(contributor), message, remedy)


@rule("section-awaited", "error", "session")
def section_awaited(case: Case) -> Iterator[Problem]:
    """A contributor has sent files, and nothing for a section that it owes."""
    for contributor in case.desk.session.contributors:
        sent = [one for one in case.contributions if one.contributor == contributor.key]
        if not sent or any(one.set_aside and not one.claims for one in sent):
            continue  # Nothing has come at all, or in a file of which not even that much is known.
        written = {section for one in sent for section in _sections(one)}
        for duty in _owed(case, contributor):
            if duty.section not in written:
                message = Message(
                    "{name} has sent nothing for the {section}",
                    name=_shown(contributor),
                    section=duty.title,
                )
                remedy = Message(
                    "Ask for it, or take the contributor out: {place}.", place=duty.place.shown
                )
                yield Problem(case.folder(contributor), message, remedy)


def _owed(case: Case, contributor: Contributor) -> list[Duty]:
    """What a contributor owes, each section once."""
    duties = [duty for duty in case.duties if duty.contributor == contributor.key]
    return list({duty.section: duty for duty in reversed(duties)}.values())[::-1]


def _sections(contribution: Contribution) -> set[str]:
    """The sections that a file writes to, or says it does."""
    return {entry.section for entry in contribution.entries} | set(contribution.claims)


def _shown(contributor: Contributor) -> str:
    """A contributor with its contact: ``ITU-T (ITU-T focal point, itu-t@example.org)``."""
    name = contributor.name.get("en") or next(iter(contributor.name.values()), contributor.key)
    return f"{name} ({contributor.contact.role}, {contributor.contact.email})"
