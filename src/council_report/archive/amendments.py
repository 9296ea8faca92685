"""Accepted edits written among the inputs: ``amendments.yaml``, whole or not at all."""

import io
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from council_report.archive.whole import UNFOLLOWED, write_whole
from council_report.errors import ArchiveError
from council_report.model.amendment import AMENDMENTS, Amendment, AmendmentsFile

BEGINNING = """\
# yaml-language-server: $schema=../../schemas/amendments.json
#
# Reviewers' edits that were accepted, in the order in which they apply. council-report feedback
# adds to this file; what is deleted here is not applied any more.

amendments: []
"""

WIDTH = 100
FREE = ("new", "by", "why")
"""What people wrote, in which anything may stand."""


def add_amendments(session: Path, amendments: Sequence[Amendment]) -> Path:
    """The file of amendments in the folder of a session, which now ends with these.

    Everything else in it, comments too, stays. Raises ArchiveError, and changes nothing, if that
    cannot be, or if the file is not what the program expects.
    """
    path = session / AMENDMENTS
    try:
        folder = os.open(session, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            before = _read(folder)
            after = _with(before, amendments, path)
            write_whole(folder, AMENDMENTS, after)
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as error:
        raise ArchiveError(
            f"{path} could not be written: {error.strerror}.",
            "Make sure that it is a file, no link, and may be written to, and that the disk has"
            " room.",
        ) from error
    return path


def _read(folder: int) -> bytes:
    try:
        descriptor = os.open(AMENDMENTS, os.O_RDONLY | os.O_NONBLOCK | UNFOLLOWED, dir_fd=folder)
    except FileNotFoundError:
        return BEGINNING.encode()
    with os.fdopen(descriptor, "rb") as stream:
        return stream.read()


def _with(before: bytes, amendments: Sequence[Amendment], path: Path) -> bytes:
    """The file with amendments at its end; read back, it is what it should be."""
    try:
        known = _parsed(before).amendments
        after = _written(before, amendments)
        if _parsed(after).amendments == (*known, *amendments):
            return after
    except (YAMLError, ValidationError, UnicodeDecodeError, TypeError) as error:
        raise ArchiveError(
            f"{path} does not hold what it should: {_first_line(error)}",
            "See what is wrong with it with council-report check, mend it, and accept again.",
        ) from error
    raise ArchiveError(
        f"{path} could not be added to: it would not be read back as it was written.",
        "Write its last entries in the way of the first, one key to a line, and accept again.",
    )


def _parsed(data: bytes) -> AmendmentsFile:
    return AmendmentsFile.model_validate(YAML(typ="safe", pure=True).load(data.decode()) or {})


def _written(before: bytes, amendments: Sequence[Amendment]) -> bytes:
    yaml = YAML(typ="rt", pure=True)
    yaml.preserve_quotes = True
    yaml.width = WIDTH
    yaml.representer.ignore_aliases = lambda _: True
    yaml.indent(mapping=2, sequence=4, offset=2)
    tree = yaml.load(before.decode())
    if tree is None:
        tree = yaml.load(BEGINNING)
    listed = tree.get("amendments")
    if not listed:
        listed = tree["amendments"] = CommentedSeq()
    listed.extend(_item(one) for one in amendments)
    stream = io.BytesIO()
    yaml.dump(tree, stream)
    return stream.getvalue()


def _item(amendment: Amendment) -> CommentedMap:
    said: dict[str, Any] = amendment.model_dump(exclude_none=True)
    said |= {name: DoubleQuotedScalarString(said[name]) for name in FREE if name in said}
    if amendment.cell:
        said["cell"] = CommentedSeq(amendment.cell)
        said["cell"].fa.set_flow_style()
    return CommentedMap(said)


def _first_line(error: Exception) -> str:
    return f"{error}".strip().splitlines()[0]
