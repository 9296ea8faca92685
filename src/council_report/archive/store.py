"""Storing a draft: whole or not at all, under the next free number, never changed afterwards."""

import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from council_report.archive.drafts import current, draft_name, drafts_folder, highest
from council_report.archive.lock import alone_in
from council_report.archive.records import (
    FINDINGS,
    MANIFEST,
    PORTABLE,
    FindingsFile,
    read_draft,
)
from council_report.errors import ArchiveError
from council_report.model.draft import Draft, Manifest
from council_report.model.finding import Finding, count_by_severity, in_reading_order

PATIENCE = 60.0
"""The seconds that a build waits while others store their drafts, which takes one or two each."""


Closing = Callable[[Manifest], Mapping[str, bytes]]
"""Makes the files that speak of the draft by its number, from its manifest once it has one."""


def _nothing(manifest: Manifest) -> Mapping[str, bytes]:  # noqa: ARG001 - is a Closing
    return {}


def store(
    outputs: Path,
    manifest: Manifest,
    files: Mapping[str, bytes],
    findings: Sequence[Finding],
    *,
    closing: Closing = _nothing,
    patience: float = PATIENCE,
) -> tuple[Draft, bool]:
    """The stored draft, and whether it is new: an unchanged fingerprint gives the draft there is.

    The draft's number and the digests of its products are filled in here, whatever the manifest
    says; ``closing`` then makes what is not among the files yet. Raises ArchiveError, and leaves
    nothing behind, if the draft cannot be stored.
    """
    _refuse_odd_names(manifest, files)
    home = drafts_folder(outputs, manifest.session, manifest.kind)
    with alone_in(home, patience):
        _remove_leftovers(home)
        there = current(outputs, manifest.session, manifest.kind, manifest.fingerprint)
        if there:
            return there, False
        numbered = _numbered(_digested(manifest, files), highest(home) + 1)
        contents = {**files, **closing(numbered)}
        _refuse_misfits(numbered, contents)
        contents[FINDINGS] = _findings_file(findings)
        contents[MANIFEST] = _readable(_digested(numbered, contents).model_dump_json(indent=2))
        return read_draft(_publish(home, numbered.draft, contents)), True


def _refuse_odd_names(manifest: Manifest, files: Mapping[str, bytes]) -> None:
    """Raise ArchiveError unless every file can only be written into the draft's own folder."""
    names = {*files, *(product.file for product in manifest.products)}
    folders = {name.rpartition("/")[0] for name in names}
    taken = {FINDINGS, MANIFEST} | folders
    odd = [name for name in sorted(names) if not PORTABLE.fullmatch(name) or name in taken]
    if odd:
        raise _put_together_wrongly(manifest, files, odd)


def _refuse_misfits(manifest: Manifest, files: Mapping[str, bytes]) -> None:
    """Raise ArchiveError unless the files are exactly the manifest's products."""
    if sorted(product.file for product in manifest.products) != sorted(files):
        raise _put_together_wrongly(manifest, files, [])


def _put_together_wrongly(
    manifest: Manifest, files: Mapping[str, bytes], odd: Sequence[str]
) -> ArchiveError:
    products = sorted(product.file for product in manifest.products)
    return ArchiveError(
        f"The draft was put together wrongly: its files are {sorted(files)}, its manifest lists"
        f" {products}; not allowed as names: {odd}.",
        "This is a fault of the program, not of the inputs: report it to its maintainers.",
    )


def _remove_leftovers(home: Path) -> None:
    """Remove what builds that died left behind; under the lock no other build is writing."""
    for path in home.glob(".draft-*"):
        shutil.rmtree(path, ignore_errors=True)


def _findings_file(findings: Sequence[Finding]) -> bytes:
    ordered = in_reading_order(findings)
    listed = FindingsFile(findings=ordered, counts=count_by_severity(ordered))
    return _readable(listed.model_dump_json(indent=2))


def _digested(manifest: Manifest, files: Mapping[str, bytes]) -> Manifest:
    """The manifest with the digests of the files there are."""
    products = tuple(
        one.model_copy(update={"digest": hashlib.sha256(files[one.file]).hexdigest()})
        if one.file in files
        else one
        for one in manifest.products
    )
    return manifest.model_copy(update={"products": products})


def _numbered(manifest: Manifest, number: int) -> Manifest:
    """The manifest with its number, sorted wherever order says nothing."""
    filled = {
        "draft": number,
        "ingredients": tuple(sorted(manifest.ingredients, key=lambda file: file.file)),
        "tools": dict(sorted(manifest.tools.items())),
        "statistics": dict(sorted(manifest.statistics.items())),
        "provisional": dict(sorted(manifest.provisional.items())),
    }
    return manifest.model_copy(update=filled)


def _readable(json: str) -> bytes:
    return f"{json}\n".encode()


def _publish(home: Path, number: int, contents: Mapping[str, bytes]) -> Path:
    """Write the files into a hidden folder, then show it under its name in one step."""
    folder = home / draft_name(number)
    hidden = home / f".{folder.name}.{secrets.token_hex(4)}"
    try:
        for below in sorted({name.rpartition("/")[0] for name in contents}):
            (hidden / below).mkdir()
        for name, data in contents.items():
            _write(hidden / name, data)
        for written in {(hidden / name).parent for name in contents}:
            _sync(written)
        hidden.rename(folder)
    finally:
        shutil.rmtree(hidden, ignore_errors=True)
    for parent in (home, home.parent, home.parent.parent):
        _sync(parent)
    return folder


def _write(path: Path, data: bytes) -> None:
    """Write a file that nobody may write to again, down to the disk."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o444), "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
