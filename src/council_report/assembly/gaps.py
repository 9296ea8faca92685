"""The places of a document where something owed has not arrived."""

from collections.abc import Sequence

from council_report.assembly.order import Placed
from council_report.model.contribution import Contribution
from council_report.model.document import Gap
from council_report.model.message import Message
from council_report.model.session import DocumentPlan


def gaps_in(
    section: str,
    owed_by: Sequence[str],
    placed: Sequence[Placed],
    contributions: Sequence[Contribution],
) -> tuple[Gap, ...]:
    """Who has yet to deliver to a section, and why: those who owe it, and those who tried to."""
    delivered = {one.contribution.contributor for one in placed}
    tried = [c.contributor for c in contributions if c.set_aside and section in c.claims]
    return tuple(
        Gap(contributor=key, section=section, reason=reason)
        for key in dict.fromkeys([*owed_by, *tried])
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


def _reason(section: str, delivered: bool, sent: Sequence[Contribution]) -> Message | None:
    """Why a contributor's part of a section is missing, or None if it is not.

    A file set aside may hold it: surely where it names the section, and possibly where it could
    not be read, or where nothing else has come for the section.
    """
    aside = [one for one in sent if one.set_aside]
    lost = [one for one in aside if not one.claims or section in one.claims]
    if not delivered:
        lost = lost or aside
    if lost:
        return Message("set aside for errors: {files}", files=", ".join(one.file for one in lost))
    if delivered:
        return None
    return Message("nothing for this section") if sent else Message("nothing received")
