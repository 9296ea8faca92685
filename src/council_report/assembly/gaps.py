"""The places of a document where something owed has not arrived."""

from collections.abc import Iterator, Sequence

from council_report.assembly.order import Placed
from council_report.model.contribution import Contribution
from council_report.model.document import Gap
from council_report.model.session import DocumentPlan


def gaps_in(
    section: str,
    owed_by: Sequence[str],
    placed: Sequence[Placed],
    contributions: Sequence[Contribution],
) -> tuple[Gap, ...]:
    """Who has yet to deliver to a section, and why."""
    delivered = {one.contribution.contributor for one in placed}
    return tuple(
        Gap(contributor=key, section=section, reason=reason)
        for key in owed_by
        if (reason := _reason(section, key in delivered, _sent_by(key, contributions)))
    )


def owed_by(plan: DocumentPlan, section: str) -> tuple[str, ...]:
    """The contributors who owe entries to a section of the outline, or to a row of the box."""
    for part in plan.outline:
        if part.key == section:
            return part.contributors
    return (plan.box_from,)


def _sent_by(contributor: str, contributions: Sequence[Contribution]) -> list[Contribution]:
    return [c for c in contributions if c.contributor == contributor]


def _reason(section: str, delivered: bool, sent: Sequence[Contribution]) -> str | None:
    """Why a contributor's part of a section is missing; a file that cannot be read may hold it."""
    lost = list(_files_set_aside(section, sent))
    if lost:
        return f"set aside for errors: {', '.join(lost)}"
    if delivered:
        return None
    return "nothing for this section" if sent else "nothing received"


def _files_set_aside(section: str, sent: Sequence[Contribution]) -> Iterator[str]:
    for contribution in sent:
        if contribution.set_aside and (not contribution.claims or section in contribution.claims):
            yield contribution.file
