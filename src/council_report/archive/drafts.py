"""The stored drafts of a document: finding them, the damaged and the older ones included."""

from pathlib import Path
from typing import NamedTuple

from council_report.archive.records import (
    NAME,
    read_content,
    read_draft,
    read_manifest,
    unreadable,
)
from council_report.errors import ArchiveError
from council_report.model.change import DraftName
from council_report.model.content import Content
from council_report.model.draft import Draft, Manifest
from council_report.model.message import Message


class Stored(NamedTuple):
    """A draft as it was found; ``draft`` is None where it is damaged, as ``problem`` says."""

    folder: Path
    draft: Draft | None
    problem: Message | None = None


class Kept(NamedTuple):
    """A draft to compare with: its manifest and what it says.

    Where either is not to be had it is None, and ``problem`` says why.
    """

    folder: Path
    manifest: Manifest | None = None
    content: Content | None = None
    problem: Message | None = None

    @property
    def name(self) -> DraftName | None:
        """How other drafts speak of it; None where its manifest cannot be read."""
        return self.manifest.known_as if self.manifest else None


def drafts_folder(outputs: Path, session: str, kind: str) -> Path:
    """The folder in which the drafts of a document stand."""
    return outputs / session / kind


def draft_name(number: int) -> str:
    """The name of the folder of the draft with this number."""
    return f"draft-{number:03d}"


def latest(outputs: Path, session: str, kind: str) -> Draft | None:
    """The draft with the highest number, if there is any; ArchiveError if it is damaged."""
    folder = drafts_folder(outputs, session, kind)
    number = highest(folder)
    return read_draft(folder / draft_name(number)) if number else None


def current(outputs: Path, session: str, kind: str, fingerprint: str) -> Draft | None:
    """The latest draft, if it is intact and has this fingerprint: nothing needs to be built."""
    try:
        draft = latest(outputs, session, kind)
    except ArchiveError:
        return None
    return draft if draft and draft.manifest.fingerprint == fingerprint else None


def every_draft(outputs: Path, session: str, kind: str) -> tuple[Stored, ...]:
    """Every draft of a document, the newest first; of a damaged one what is wrong with it."""
    home = drafts_folder(outputs, session, kind)
    return tuple(_stored(home / draft_name(number)) for number in reversed(numbers(home)))


def contents(outputs: Path, session: str, kind: str) -> tuple[Kept, ...]:
    """What every draft of a document says, the newest first, or why that cannot be read."""
    home = drafts_folder(outputs, session, kind)
    return tuple(_kept(home / draft_name(number)) for number in reversed(numbers(home)))


def highest(folder: Path) -> int:
    """The highest number of the drafts in a folder, damaged ones included; 0 if there is none."""
    return max(numbers(folder), default=0)


def numbers(folder: Path) -> tuple[int, ...]:
    """The numbers of the drafts in a folder, damaged ones included, from the lowest up."""
    try:
        names = [NAME.fullmatch(path.name) for path in folder.iterdir()]
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise unreadable(folder, error) from error
    return tuple(sorted(int(name[1]) for name in names if name))


def _stored(folder: Path) -> Stored:
    try:
        return Stored(folder, read_draft(folder))
    except ArchiveError as error:
        return Stored(folder, None, Message.verbatim(str(error)))


def _kept(folder: Path) -> Kept:
    manifest = None
    try:
        manifest = read_manifest(folder)
        content = read_content(folder, manifest)
    except ArchiveError as error:
        return Kept(folder, manifest, None, Message.verbatim(str(error)))
    problem = None if content else _too_old(manifest)
    return Kept(folder, manifest, content, problem)


def _too_old(manifest: Manifest) -> Message:
    return Message(
        "{draft} was made by version {version}, which did not keep what a draft says.",
        draft=manifest.known_as.folder,
        version=manifest.version,
    )
