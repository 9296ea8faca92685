"""Files and folders as they are opened: only what somebody put there itself, never a link."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from council_report.model.message import Message

UNFOLLOWED = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
"""How a file is opened: never through a link, and without waiting for who writes to a pipe."""

Reason = tuple[Message, Message]
"""What is wrong, and what to do about it."""

NOT_A_FILE = (
    Message("this is a link or a device, not a file"),
    Message("Put the file itself here."),
)
TWO_PLACES = (
    Message("this file stands in another place as well, and may be changed from there"),
    Message("Put a copy of the file here."),
)
EXCHANGED = (
    Message("this was exchanged for another file while it was opened"),
    Message("Save it here again."),
)


class RefusedError(Exception):
    """Why a file or folder is not read, and what to do about it."""

    def __init__(self, message: Message, remedy: Message) -> None:
        super().__init__(message)
        self.reason = message, remedy


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file itself, open: what is opened is what was looked at, whatever its name is then.

    What is no plain file of one name is refused without being opened: opening alone may wait for
    ever, or set something off. Raises FileNotFoundError or RefusedError.
    """
    try:
        seen = _looked_at(path)
        with open(path, "rb", opener=lambda name, _: os.open(name, UNFOLLOWED)) as stream:
            if not os.path.samestat(seen, os.fstat(stream.fileno())):
                raise RefusedError(*EXCHANGED)
            yield stream
    except FileNotFoundError:
        raise
    except OSError as error:
        raise RefusedError(*_explained(error)) from None


def _looked_at(path: Path) -> os.stat_result:
    """What is known of a file without opening it."""
    seen = path.lstat()
    if stat.S_ISDIR(seen.st_mode):
        with os.scandir(path):  # A folder that may not be listed is told apart from a file.
            raise IsADirectoryError(errno.EISDIR, "is a folder")
    if not stat.S_ISREG(seen.st_mode):
        raise RefusedError(*NOT_A_FILE)
    if seen.st_nlink > 1:
        raise RefusedError(*TWO_PLACES)
    return seen


def _explained(error: OSError) -> Reason:
    """Why a file could not be opened or read, and what to do about it."""
    match error.errno:
        case errno.ELOOP | errno.ENXIO:
            return NOT_A_FILE
        case errno.EISDIR:
            return Message("this is a folder, not a file"), Message("Put the file itself here.")
        case errno.EACCES | errno.EPERM:
            return (
                Message("this may not be read"),
                Message("Give the secretariat the right to read it."),
            )
        case _:
            return (
                Message("this could not be read: {reason}", reason=error.strerror),
                Message("Save it here again."),
            )


def listed(folder: Path) -> list[Path]:
    """What a folder holds, sorted by name.

    Raises FileNotFoundError if there is no such folder, RefusedError if it may not be read.
    """
    try:
        return sorted(folder.iterdir(), key=lambda path: os.fsencode(path.name))
    except FileNotFoundError:
        raise
    except OSError as error:
        raise RefusedError(*_explained(error)) from None
