"""The lock on a folder of outputs: one call of the command at a time writes there."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EACCES, EDQUOT, EEXIST, ENOSPC, ENOTDIR, EPERM, EROFS
from pathlib import Path

from filelock import FileLock, Timeout

from council_report.errors import ArchiveError

LOCK = ".lock"

REMEDIES = {
    **dict.fromkeys((ENOSPC, EDQUOT), "Free some space on that disk, then try again."),
    **dict.fromkeys(
        (EACCES, EPERM, EROFS),
        "Give this account the right to write there, or choose another outputs folder.",
    ),
    **dict.fromkeys(
        (EEXIST, ENOTDIR),
        "A file stands where a folder is needed: move it away, or choose another outputs folder.",
    ),
}
"""What to do about the errors of the file system that a person can do something about."""


@contextmanager
def alone_in(home: Path, patience: float) -> Iterator[None]:
    """Make the folder if need be, and hold its lock; what the file system refuses meanwhile
    becomes an ArchiveError.

    The lock is the system's own (flock) and ends with the process, however that ends. Its file
    stays for ever: whoever waits has it open. Without flock no lock is safe, hence no fallback.
    """
    try:
        home.mkdir(parents=True, exist_ok=True)
        with FileLock(home / LOCK, timeout=patience, fallback_to_soft=False, on_acquired=_sign):
            yield
    except Timeout as error:
        raise _busy(home, patience) from error
    except OSError as error:
        raise _refused(home, error) from error


def _sign(lock: int) -> None:
    """Write into the lock who holds it, for the message to those who wait in vain."""
    os.ftruncate(lock, 0)
    os.pwrite(lock, f"process {os.getpid()} on {os.uname().nodename}".encode(), 0)


def _busy(home: Path, patience: float) -> ArchiveError:
    holder = (home / LOCK).read_text(encoding="utf-8", errors="replace") or "it gave no name"
    return ArchiveError(
        f"Another call of the command ({holder}) is writing in {home}"
        f" and was not done within {patience:g} seconds.",
        "Wait until it is done, then try again; if it hangs, end that process first.",
    )


def _refused(home: Path, error: OSError) -> ArchiveError:
    return ArchiveError(
        f"Nothing can be stored in {home}: {error.filename or home}: {error.strerror}.",
        REMEDIES.get(error.errno or 0, "Check that folder and its disk, then try again."),
    )
