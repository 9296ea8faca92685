"""Files and folders as they are opened: only what somebody put there itself, never a link."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

UNFOLLOWED = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
"""How a file is opened: never through a link, and without waiting for who writes to a pipe."""

NOT_A_FILE = ("this is a link or a device, not a file", "Put the file itself here.")


class RefusedError(Exception):
    """Why a file or folder is not read, and what to do about it."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.reason = message, remedy


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file itself, open: what is opened is what is looked at, whatever its name is then."""
    try:
        with open(path, "rb", opener=lambda name, _: os.open(name, UNFOLLOWED)) as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise RefusedError(*NOT_A_FILE)
            yield stream
    except FileNotFoundError:
        raise
    except OSError as error:
        raise RefusedError(*_explained(error)) from None


def _explained(error: OSError) -> tuple[str, str]:
    """Why a file could not be opened or read, and what to do about it."""
    match error.errno:
        case errno.ELOOP | errno.ENXIO:
            return NOT_A_FILE
        case errno.EISDIR:
            return "this is a folder, not a file", "Put the file itself here."
        case errno.EACCES | errno.EPERM:
            return "this may not be read", "Give the secretariat the right to read it."
        case _:
            return f"this could not be read: {error.strerror}", "Save it here again."


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
