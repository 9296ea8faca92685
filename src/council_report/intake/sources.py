"""The files of a session's folder and of the templates folder, each read once."""

import hashlib
import os
import stat
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from council_report.intake.gate import is_large
from council_report.intake.opening import RefusedError, listed, opened
from council_report.intake.tree import MAX_BYTES
from council_report.model.amendment import AMENDMENTS
from council_report.model.contribution import Contribution
from council_report.model.finding import Finding, Severity
from council_report.model.language import LANGUAGES
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.source import SourceFile
from council_report.model.translation import TRANSLATIONS

PASSED_OVER = (
    ".*",
    "~$*",
    "*.tmp",
    "*.part",
    "*.partial",
    "*.filepart",
    "*.crdownload",
    "*.crswap",
    "thumbs.db",
    "desktop.ini",
)
"""Names that programs leave behind while a file is open, copied or shown; nobody sent them."""

SECRETARIAT = (
    ("session.yaml",),
    (AMENDMENTS,),
    *((TRANSLATIONS, f"{language}.yaml") for language in LANGUAGES),
)
"""The files in a session's folder that the secretariat keeps itself."""

MEANT_FOR_AMENDMENTS = "amendment*.y*ml*"
"""What names that a file of amendments is given by mistake look like, in small letters."""

OURS = "receipts"
"""The folder of a session or a contributor that holds answers, not contributions."""

MAX_CONTAINER = 32 << 20
"""How many bytes of a Word, Excel or OpenDocument file are read."""


class Received(NamedTuple):
    """What stands in a session's folder: the files of contributors, and what is wrong there.

    ``refused`` are the files of contributors that could not be read, each with the finding that
    says why.
    """

    files: tuple[SourceFile, ...]
    findings: tuple[Finding, ...]
    refused: tuple[Contribution, ...]


class Standing(NamedTuple):
    """Something in a session's folder: its path, its name as it is shown, and who sent it."""

    path: Path
    name: str
    sender: str | None


Take = Callable[[Path, str, str], SourceFile | Contribution]
"""Reads the file at a path, of a name, from a contributor; FileNotFoundError if it is gone."""


def read_source(
    path: Path, name: str, contributor: str | None = None, largest: int | None = None
) -> SourceFile:
    """A file's bytes, up to just over the largest size a reader takes, and its digest.

    Where no size is given, the content decides: an Office file may be larger than a text. Raises
    FileNotFoundError if there is no such file, RefusedError if it may not be read.
    """
    with opened(path) as stream:
        data = stream.read((MAX_BYTES if largest is None else largest) + 1)
        if largest is None and is_large(data):
            data += stream.read(MAX_CONTAINER + 1 - len(data))
        digest = hashlib.sha256(data)
        while more := stream.read(MAX_BYTES):
            digest.update(more)
    return SourceFile(name=name, data=data, digest=digest.hexdigest(), contributor=contributor)


def collect(
    inputs: Path, session: str, contributors: tuple[str, ...], reader: Take | None = None
) -> Received:
    """The files that contributors put into their folders, in the order of their names.

    ``reader`` is what takes each of them, for who need not read every file again.
    """
    found: list[SourceFile | Contribution | Finding] = []
    for path, name, sender in standing(inputs, session, contributors):
        with suppress(FileNotFoundError):  # Somebody took it away meanwhile.
            if sender:
                found.append((reader or take)(path, name, sender))
            else:
                found.append(_left(path, name, contributors))
    return Received(
        tuple(one for one in found if isinstance(one, SourceFile)),
        tuple(one for one in found if isinstance(one, Finding)),
        tuple(one for one in found if isinstance(one, Contribution)),
    )


def standing(inputs: Path, session: str, contributors: tuple[str, ...]) -> Iterator[Standing]:
    """What stands in a session's folder, unopened, in the order of the names."""
    folder, beginning = inputs / session, (inputs.resolve().name, session)
    for path in _walk(folder):
        parts = path.relative_to(folder).parts
        if parts in SECRETARIAT or OURS in (*parts[:1], *parts[1:-1][:1]):
            continue
        name = "/".join(printable(part) for part in (*beginning, *parts))
        sender = parts[0] if len(parts) > 1 and parts[0] in contributors else None
        yield Standing(path, name, sender)


def _walk(folder: Path) -> Iterator[Path]:
    """Every file below a folder that somebody may have sent, sorted by name.

    A folder that cannot be listed comes as a file: opening it will say why.
    """
    try:
        paths = listed(folder)
    except (FileNotFoundError, RefusedError):
        yield folder
        return
    for path in paths:
        if is_passed_over(path.name):
            continue
        if _is_folder(path):
            yield from _walk(path)
        else:
            yield path


def _is_folder(path: Path) -> bool:
    """Whether this is a folder, and no link to one."""
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except OSError:
        return False


def take(path: Path, name: str, sender: str) -> SourceFile | Contribution:
    """A file of a contributor, or the contribution that it would have been.

    Raises FileNotFoundError if there is no such file.
    """
    try:
        return read_source(path, name, sender)
    except RefusedError as refusal:
        finding = _refused(name, refusal)
        return Contribution(contributor=sender, file=name, digest="", findings=(finding,))


def is_passed_over(name: str) -> bool:
    """Whether a file or folder of this name was left behind by a program, and sent by nobody."""
    return any(fnmatchcase(name.lower(), pattern) for pattern in PASSED_OVER)


def _left(path: Path, name: str, contributors: tuple[str, ...]) -> Finding:
    """What is wrong with a file that is in no contributor's folder."""
    try:
        with opened(path):
            return _misplaced(name, contributors)
    except RefusedError as refusal:
        return _refused(name, refusal)


def _refused(name: str, refusal: RefusedError) -> Finding:
    return _finding("file-refused", "error", name, *refusal.reason)


def _misplaced(name: str, contributors: tuple[str, ...]) -> Finding:
    message = Message("the file is in no contributor's folder and is not used")
    remedy = _where_to(name.split("/")[2:], contributors)
    return _finding("file-misplaced", "warning", name, message, remedy)


def _where_to(parts: list[str], contributors: tuple[str, ...]) -> Message:
    """What to do about a file that is misplaced, by its way in the folder of the session."""
    near = parts[0].lower()
    if len(parts) > 1 and near in contributors:
        return Message("Move it to {folder}/.", folder=near)
    if len(parts) == 1 and fnmatchcase(near, MEANT_FOR_AMENDMENTS):
        return Message("If it holds the amendments, its name must be {name}.", name=AMENDMENTS)
    folders = ", ".join(f"{key}/" for key in contributors)
    return Message("Move it to one of: {folders}.", folders=folders)


def _finding(
    rule: str, severity: Severity, name: str, message: Message, remedy: Message
) -> Finding:
    return Finding(
        rule=rule, severity=severity, location=Location(name), message=message, remedy=remedy
    )


def printable(name: str) -> str:
    """A file's name as it can be shown: what is no printable text in it stands as its bytes.

    Two names never become one, as a mark in the place of each would make them.
    """
    text = os.fsencode(name).decode("utf-8", "surrogateescape")
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character.isprintable() or unicodedata.category(character) == "Zs":
        return character
    return quote(character.encode("utf-8", "surrogateescape"))
