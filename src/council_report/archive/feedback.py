"""What reviewers sent about the drafts of a document, beside these drafts."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from pydantic import ValidationError

from council_report.archive.drafts import drafts_folder
from council_report.archive.lock import alone_in
from council_report.archive.whole import write_whole
from council_report.errors import ArchiveError
from council_report.model.feedback import Feedback

FOLDER = "feedback"
DATA = "feedback.json"
PAGE = "index.html"
COPIES = "files"

PATIENCE = 60.0
"""The seconds to wait while another call stores what it has taken in."""


def feedback_folder(outputs: Path, session: str, kind: str) -> Path:
    """The folder with what was sent about the drafts of a document."""
    return drafts_folder(outputs, session, kind) / FOLDER


def read_feedback(folder: Path) -> Feedback:
    """All that was ever taken in; ArchiveError if that is damaged or cannot be read."""
    path = folder / DATA
    try:
        return Feedback.model_validate_json(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return Feedback()
    except OSError as error:
        raise ArchiveError(
            f"{path} cannot be read: {error.strerror}.",
            "Give the account that runs this command the right to read it.",
        ) from error
    except ValidationError as error:
        raise ArchiveError(
            f"{path} is damaged: it does not hold what was taken in.",
            "Bring it back from a backup, or move it away and take in the files beside it again.",
        ) from error


def store_feedback(
    folder: Path,
    copies: Mapping[str, bytes],
    change: Callable[[Feedback], Feedback],
    page: Callable[[Feedback], bytes],
    *,
    patience: float = PATIENCE,
) -> Feedback:
    """What was taken in with a change to it, stored together with the page and the copies.

    The copies, by their digests, are kept as they were sent. Raises ArchiveError if any of it
    cannot be stored; the data then is what it was.
    """
    with alone_in(folder, patience):
        feedback = change(read_feedback(folder))
        (folder / COPIES).mkdir(exist_ok=True)
        _put(folder / COPIES, {f"{digest}.docx": data for digest, data in copies.items()})
        data = f"{feedback.model_dump_json(indent=2, exclude_defaults=True)}\n".encode()
        # The page can be made anew from the data, hence the data first.
        _put(folder, {DATA: data})
        _put(folder, {PAGE: page(feedback)})
    return feedback


def _put(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, each whole, none that is there as it should be."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for name, data in files.items():
            path = folder / name
            if path.is_symlink() or not path.is_file() or path.read_bytes() != data:
                write_whole(descriptor, name, data)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
