"""Files as they arrive: looked at from outside, until it is clear that they are complete."""

import os
import stat
from pathlib import Path
from typing import NamedTuple

from council_report.intake.opening import RefusedError, opened
from council_report.intake.sources import SECRETARIAT, standing

ZIP_BEGIN = b"PK\x03\x04"
ZIP_END = b"PK\x05\x06"
END_RECORD = (1 << 16) + 22
"""How many bytes before its end the last record of a zip file begins at the earliest."""


class Stamp(NamedTuple):
    """What a file looks like from outside; it is another when the file was written to."""

    size: int
    modified: int
    changed: int
    number: int


class Arrival(NamedTuple):
    """A regular file in a session's folder, and what it looks like."""

    path: Path
    stamp: Stamp


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of a file; None if nothing is there, or something that is no regular file."""
    try:
        found = path.lstat()
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def arrivals(inputs: Path, session: str) -> dict[str, Arrival]:
    """The regular files of a session by name, its own among them, none of them opened."""
    own = ("/".join((session, *parts)) for parts in SECRETARIAT)
    paths = {f"{inputs.resolve().name}/{name}": inputs / name for name in own}
    paths |= {name: path for path, name, _ in standing(inputs, session, ())}
    stamps = {name: stamp_of(path) for name, path in paths.items()}
    return {name: Arrival(paths[name], stamp) for name, stamp in stamps.items() if stamp}


def is_complete(path: Path) -> bool:
    """Whether a file is all there, as far as that can be seen: a zip file has a last record."""
    try:
        with opened(path) as stream:
            if stream.read(len(ZIP_BEGIN)) != ZIP_BEGIN:
                return True
            size = stream.seek(0, os.SEEK_END)
            stream.seek(max(0, size - END_RECORD))
            return ZIP_END in stream.read()
    except (FileNotFoundError, RefusedError):
        return True  # Reading it will say what is wrong.
