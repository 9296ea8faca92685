"""Lists that are kept among the inputs in YAML: changed whole or not at all, comments kept."""

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from council_report.archive.whole import UNFOLLOWED, write_whole
from council_report.errors import ArchiveError
from council_report.model.source import LARGEST_LIST

File = TypeVar("File", bound=BaseModel)

WIDTH = 100


class ListFile(NamedTuple, Generic[File]):
    """A YAML file with a list under a key: what it begins as, and what it holds."""

    path: Path
    key: str
    beginning: str
    model: type[File]


def change_list(
    file: ListFile[File], change: Callable[[CommentedSeq], None], expected: Callable[[File], File]
) -> None:
    """Change the list of a file, which begins as it should where there is none yet.

    ``expected`` says what the file should then hold, from what it held before. Everything else in
    it, comments too, stays. Raises ArchiveError, and changes nothing, if that cannot be, or if the
    file is not what the program expects.
    """
    path = file.path
    try:
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            before = _read(folder, path.name, file.beginning)
            write_whole(folder, path.name, _changed(file, before, change, expected))
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as error:
        raise ArchiveError(
            f"{path} could not be written: {error.strerror}.",
            "Make sure that it is a file, no link, and may be written to, and that the disk has"
            " room.",
        ) from error


def _read(folder: int, name: str, beginning: str) -> bytes:
    try:
        descriptor = os.open(name, os.O_RDONLY | os.O_NONBLOCK | UNFOLLOWED, dir_fd=folder)
    except FileNotFoundError:
        return beginning.encode()
    with os.fdopen(descriptor, "rb") as stream:
        return stream.read()


def _changed(
    file: ListFile[File],
    before: bytes,
    change: Callable[[CommentedSeq], None],
    expected: Callable[[File], File],
) -> bytes:
    """The file with its list changed; read back, it is what it should be."""
    try:
        known = _parsed(file, before)
        after = _written(file, before, change)
        is_expected = _parsed(file, after) == expected(known)
    except (YAMLError, ValidationError, UnicodeDecodeError, TypeError) as error:
        raise ArchiveError(
            f"{file.path} does not hold what it should: {_first_line(error)}",
            "See what is wrong with it with council-report check, mend it, and try again.",
        ) from error
    if not is_expected:
        raise ArchiveError(
            f"{file.path} could not be added to: it would not be read back as it was written.",
            "Write its last entries in the way of the first, one key to a line, and try again.",
        )
    if len(after) > LARGEST_LIST:
        raise ArchiveError(
            f"{file.path} would become larger than {LARGEST_LIST >> 20} MiB, and not be read then.",
            "Delete from it what is not used any more, and try again.",
        )
    return after


def _parsed(file: ListFile[File], data: bytes) -> File:
    safe = YAML(typ="safe", pure=True)
    return file.model.model_validate(safe.load(data.decode()) or safe.load(file.beginning))


def _written(file: ListFile[File], before: bytes, change: Callable[[CommentedSeq], None]) -> bytes:
    yaml = YAML(typ="rt", pure=True)
    yaml.preserve_quotes = True
    yaml.width = WIDTH
    yaml.representer.ignore_aliases = lambda _: True
    yaml.indent(mapping=2, sequence=4, offset=2)
    tree: CommentedMap = yaml.load(before.decode()) or yaml.load(file.beginning)
    listed = tree.get(file.key)
    if not listed:
        listed = tree[file.key] = CommentedSeq()
    change(listed)
    stream = io.BytesIO()
    yaml.dump(tree, stream)
    return stream.getvalue()


def _first_line(error: Exception) -> str:
    return f"{error}".strip().splitlines()[0]
