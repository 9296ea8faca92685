"""Lists that are kept among the inputs in YAML: changed whole or not at all, comments kept."""

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from council_report.archive.whole import UNFOLLOWED, write_whole
from council_report.errors import ArchiveError

File = TypeVar("File", bound=BaseModel)

WIDTH = 100


def change_list(
    path: Path,
    key: str,
    beginning: str,
    change: Callable[[CommentedSeq], None],
    expected: Callable[[File], File],
    model: type[File],
) -> None:
    """Change the list under a key of a YAML file, which begins as given where there is none yet.

    ``expected`` says what the file should then hold, from what it held before. Everything else in
    it, comments too, stays. Raises ArchiveError, and changes nothing, if that cannot be, or if the
    file is not what the program expects.
    """
    try:
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            before = _read(folder, path.name, beginning)
            after = _changed(before, path, key, beginning, change, expected, model)
            write_whole(folder, path.name, after)
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
    before: bytes,
    path: Path,
    key: str,
    beginning: str,
    change: Callable[[CommentedSeq], None],
    expected: Callable[[File], File],
    model: type[File],
) -> bytes:
    """The file with its list changed; read back, it is what it should be."""
    try:
        known = _parsed(before, model, beginning)
        after = _written(before, key, beginning, change)
        if _parsed(after, model, beginning) == expected(known):
            return after
    except (YAMLError, ValidationError, UnicodeDecodeError, TypeError) as error:
        raise ArchiveError(
            f"{path} does not hold what it should: {_first_line(error)}",
            "See what is wrong with it with council-report check, mend it, and try again.",
        ) from error
    raise ArchiveError(
        f"{path} could not be added to: it would not be read back as it was written.",
        "Write its last entries in the way of the first, one key to a line, and try again.",
    )


def _parsed(data: bytes, model: type[File], beginning: str) -> File:
    safe = YAML(typ="safe", pure=True)
    return model.model_validate(safe.load(data.decode()) or safe.load(beginning))


def _written(
    before: bytes, key: str, beginning: str, change: Callable[[CommentedSeq], None]
) -> bytes:
    yaml = YAML(typ="rt", pure=True)
    yaml.preserve_quotes = True
    yaml.width = WIDTH
    yaml.representer.ignore_aliases = lambda _: True
    yaml.indent(mapping=2, sequence=4, offset=2)
    tree: CommentedMap = yaml.load(before.decode()) or yaml.load(beginning)
    listed = tree.get(key)
    if not listed:
        listed = tree[key] = CommentedSeq()
    change(listed)
    stream = io.BytesIO()
    yaml.dump(tree, stream)
    return stream.getvalue()


def _first_line(error: Exception) -> str:
    return f"{error}".strip().splitlines()[0]
