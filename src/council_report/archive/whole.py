"""Files that are there whole or not at all, written where others may write too: never by a link."""

import os
import secrets
from contextlib import suppress

UNFOLLOWED = os.O_NOFOLLOW | os.O_CLOEXEC


def write_whole(folder: int, name: str, data: bytes) -> None:
    """Write a file under a passing name, down to the disk, then give it its own in one step.

    ``folder`` is the descriptor of its folder. Raises OSError, and leaves nothing behind, if it
    cannot be written.
    """
    passing = f".{secrets.token_hex(8)}.part"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | UNFOLLOWED
    try:
        with os.fdopen(os.open(passing, flags, 0o644, dir_fd=folder), "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.rename(passing, name, src_dir_fd=folder, dst_dir_fd=folder)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(passing, dir_fd=folder)
