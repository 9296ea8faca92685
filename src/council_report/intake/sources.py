"""The files of a session's folder and of the templates folder, each read once."""

import hashlib
import os
import stat
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

from council_report.intake.tree import MAX_BYTES
from council_report.model.finding import Finding, Severity
from council_report.model.location import Location
from council_report.model.source import SourceFile

PASSED_OVER = (".*", "~*", "*.tmp", "*.part", "*.crdownload", "Thumbs.db", "desktop.ini")
"""Names that programs leave behind while a file is open, copied or shown; nobody sent them."""

OURS = "receipts"
"""The one folder of a session that holds answers, not contributions."""


class Received(NamedTuple):
    """What stands in a session's folder: the files of contributors, and what is wrong there."""

    files: tuple[SourceFile, ...]
    findings: tuple[Finding, ...]


def read_source(path: Path, name: str, contributor: str | None = None) -> SourceFile:
    """A file's bytes, up to just over the largest size a reader takes, and its digest."""
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
        stream.seek(0)
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return SourceFile(name=name, data=data, digest=digest, contributor=contributor)


def collect(inputs: Path, session: str, contributors: tuple[str, ...]) -> Received:
    """The files that contributors put into their folders, in the order of their names."""
    files: list[SourceFile] = []
    findings: list[Finding] = []
    for path in _walk(inputs / session):
        parts = path.relative_to(inputs / session).parts
        name = "/".join(_printable(part) for part in (inputs.resolve().name, session, *parts))
        if parts == ("session.yaml",) or parts[0] == OURS:
            continue
        if problem := _problem(path):
            findings.append(_refused(name, *problem))
        elif len(parts) == 1 or parts[0] not in contributors:
            findings.append(_misplaced(name, contributors))
        else:
            try:
                files.append(read_source(path, name, contributor=parts[0]))
            except OSError as error:
                message = f"the file could not be read: {error.strerror}"
                findings.append(_refused(name, message, "Save the file here again."))
    return Received(tuple(files), tuple(findings))


def _walk(folder: Path) -> Iterator[Path]:
    """Every file below a folder that somebody may have sent, sorted by name."""
    for path in sorted(folder.iterdir(), key=lambda path: os.fsencode(path.name)):
        if any(fnmatch(path.name, pattern) for pattern in PASSED_OVER):
            continue
        if path.is_dir() and not path.is_symlink() and os.access(path, os.R_OK | os.X_OK):
            yield from _walk(path)
        else:
            yield path


def _problem(path: Path) -> tuple[str, str] | None:
    """Why a file is not even opened, and what to do about it."""
    mode = path.lstat().st_mode
    if stat.S_ISDIR(mode):
        return "the folder may not be read", "Give the secretariat the right to read it."
    if not stat.S_ISREG(mode):
        return "this is a link or a device, not a file", "Put the file itself here."
    if not os.access(path, os.R_OK):
        return "the file may not be read", "Give the secretariat the right to read it."
    return None


def _refused(name: str, message: str, remedy: str) -> Finding:
    return _finding("file-refused", "error", name, message, remedy)


def _misplaced(name: str, contributors: tuple[str, ...]) -> Finding:
    folders = ", ".join(f"{key}/" for key in contributors)
    return _finding(
        "file-misplaced",
        "warning",
        name,
        "the file is in no contributor's folder and is not used",
        f"Move it to one of: {folders}.",
    )


def _finding(rule: str, severity: Severity, name: str, message: str, remedy: str) -> Finding:
    return Finding(
        rule=rule, severity=severity, location=Location(name), message=message, remedy=remedy
    )


def _printable(name: str) -> str:
    """A file's name as it can be shown: what is no printable text in it becomes a mark."""
    text = os.fsencode(name).decode("utf-8", "replace")
    return "".join(character if character.isprintable() else "\ufffd" for character in text)
