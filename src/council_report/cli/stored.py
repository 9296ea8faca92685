"""The stored drafts that a command is asked about."""

import re
from collections.abc import Sequence

from council_report.archive.drafts import Kept, contents, drafts_folder, numbers
from council_report.errors import ArchiveError, UsageError
from council_report.intake.desk import read_desk
from council_report.model.document import Document
from council_report.model.session import Key
from council_report.model.text import plain
from council_report.settings import Workplace

NUMBER = re.compile(r"(?:draft-)?([0-9]{1,9})")


def kind_of(place: Workplace, session: str, document: str | None) -> str:
    """The document that is meant: the one named, or the first that the session plans.

    Raises UsageError if there is no such session, or none can be told.
    """
    if document:
        return document
    desk, findings = read_desk(place.inputs, place.templates, session)
    if desk is None:
        files = " and ".join(dict.fromkeys(one.location.file for one in findings))
        raise UsageError(
            f"Session {session} cannot be used as it is, because of {files}.",
            f"See what is wrong with it: council-report check {session}. Drafts that there are"
            " can be looked at meanwhile: name the document with --document.",
        )
    return desk.session.documents[0].kind


def drafts_of(place: Workplace, session: str, kind: str) -> tuple[Kept, ...]:
    """Every draft of a document, the newest first; UsageError if there is none."""
    refuse_none(place, session, kind)
    return contents(place.outputs, session, kind)


def refuse_none(place: Workplace, session: str, kind: str) -> None:
    """Raise UsageError if a document has no draft, or there is no such session or document."""
    if numbers(drafts_folder(place.outputs, session, kind)):
        return
    desk, _ = read_desk(place.inputs, place.templates, session)
    kinds = [one.kind for one in desk.session.documents] if desk else [kind]
    if kind not in kinds:
        raise UsageError(
            f"Session {session} plans no document '{kind}'.",
            f"Documents of {session}: {', '.join(kinds)}.",
        )
    raise UsageError(
        f"There is no draft of the {session} {kind} in {place.outputs}.",
        f"Build one: council-report build {session} --document {kind}",
    )


def draft_called(drafts: Sequence[Kept], name: str) -> Kept:
    """The draft of a number such as 3 or draft-003; UsageError if it is not among these."""
    match = NUMBER.fullmatch(name)
    wanted = f"draft-{int(match[1]):03d}" if match else name
    for one in drafts:
        if one.folder.name == wanted:
            return one
    raise UsageError(
        f"There is no draft '{name}'.",
        f"Drafts: {', '.join(one.folder.name for one in reversed(drafts))}.",
    )


def up_to(drafts: Sequence[Kept], name: str | None) -> Sequence[Kept]:
    """A draft and those before it; all, where none is named.

    Raises UsageError if the draft is not among these, ArchiveError if it cannot be read.
    """
    first = draft_called(drafts, name) if name else drafts[0]
    if first.content is None:
        raise ArchiveError(
            first.problem or f"The draft {first.folder} cannot be read.",
            "Name another draft with --draft, or build again: the new draft can be read.",
        )
    return drafts[drafts.index(first) :]


def headings_of(document: Document) -> dict[Key, str]:
    """What the sections and box rows of a document are called, by their keys."""
    rows = {row.key: row.label for row in document.box if row.label}
    return rows | {one.section: plain(one.text) for one in document.blocks if one.kind == "heading"}
