"""Receipts: all that we ever write among the inputs, each page and copy whole or not at all.

Contributors may write into these folders at any time, so nothing here goes through a link.
"""

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from council_report.archive.whole import UNFOLLOWED, write_whole
from council_report.errors import ArchiveError

FOLDER = "receipts"
PAGE = ".receipt.html"

CopyKind = Literal["docx", "xlsx"]
"""The files that are given back with comments."""

LONGEST_NAME = 255
"""How many bytes the name of a file may have on the file systems in use."""

HEAD = 1 << 16
"""How far into a page to look for its basis."""

BASIS = re.compile(rb'<meta name="council-report-basis" content="([0-9a-f]*)"')


class Copy(NamedTuple):
    """A file with its findings as comments."""

    kind: CopyKind
    data: bytes


def page_name(name: str) -> str:
    """The name of the receipt for a file of this name."""
    return _fitting(name, PAGE)


def copy_name(name: str, kind: CopyKind) -> str:
    """The name of the annotated copy of a file of this name, which may not say what it is."""
    stem, _, ending = name.rpartition(".")
    if ending.lower() != kind:
        stem, ending = name, kind
    return _fitting(stem, f".annotated.{ending}")


def basis_of(session: Path, file: str) -> str | None:
    """What the receipt for a file says it was based on; None where there is no receipt.

    ``session`` is the session's folder, ``file`` the way from there to the file, over the folder
    of its contributor.
    """
    contributor, folders, name = _way(file)
    try:
        with _opened(session, (contributor, FOLDER, *folders)) as folder:
            # Who put a pipe there lets nobody wait for it.
            flags = os.O_RDONLY | os.O_NONBLOCK | UNFOLLOWED
            page = os.open(page_name(name), flags, dir_fd=folder)
            with os.fdopen(page, "rb") as stream:
                is_file = stat.S_ISREG(os.fstat(page).st_mode)
                found = BASIS.search(stream.read(HEAD)) if is_file else None
    except OSError:
        return None
    return found[1].decode() if found else None


def store_receipt(session: Path, file: str, page: bytes, copy: Copy | None) -> Path:
    """Where the receipt for a file now stands; a former receipt and copy are replaced.

    Session and file are those of ``basis_of``. Raises ArchiveError if that cannot be.
    """
    contributor, folders, name = _way(file)
    parts = (contributor, FOLDER, *folders)
    try:
        with _opened(session, parts, make_from=1) as folder:
            for kind in get_args(CopyKind):
                if copy and kind == copy.kind:
                    write_whole(folder, copy_name(name, kind), copy.data)
                else:
                    with suppress(FileNotFoundError):
                        os.unlink(copy_name(name, kind), dir_fd=folder)
            write_whole(folder, page_name(name), page)  # Last, as it names the copy.
            os.fsync(folder)
    except OSError as error:
        raise _refused(file, error) from error
    return session.joinpath(*parts, page_name(name))


def _way(file: str) -> tuple[str, tuple[str, ...], str]:
    """The contributor's folder, the folders in it, and the name of a file."""
    contributor, *folders, name = file.split("/")
    return contributor, tuple(_fitting(folder, "") for folder in folders), name


@contextmanager
def _opened(folder: Path, parts: tuple[str, ...], make_from: int | None = None) -> Iterator[int]:
    """The descriptor of a folder, reached from another over parts of which none is a link.

    The parts from ``make_from`` on are made where they are not there.
    """
    flags = os.O_RDONLY | os.O_DIRECTORY | UNFOLLOWED
    descriptor = os.open(folder, flags & ~os.O_NOFOLLOW)
    try:
        for number, part in enumerate(parts):
            if make_from is not None and number >= make_from:
                with suppress(FileExistsError):
                    os.mkdir(part, dir_fd=descriptor)
            inner = os.open(part, flags, dir_fd=descriptor)
            os.close(descriptor)
            descriptor = inner
        yield descriptor
    finally:
        os.close(descriptor)


def _fitting(stem: str, ending: str) -> str:
    """A name that a file may have; of one that is too long, the beginning and a digest."""
    if len(os.fsencode(stem + ending)) <= LONGEST_NAME:
        return stem + ending
    ending = f"~{hashlib.sha256(stem.encode()).hexdigest()[:8]}{ending}"
    beginning = os.fsencode(stem)[: LONGEST_NAME - len(os.fsencode(ending))]
    return beginning.decode(errors="ignore") + ending


def _refused(file: str, error: OSError) -> ArchiveError:
    return ArchiveError(
        f"The receipt for {file} could not be stored: {error.strerror}.",
        f"Make sure that {FOLDER} in the contributor's folder is a folder, no link, and may be"
        " written to, and that there is room on the disk.",
    )
