"""Storing a draft: whole or not at all, under the next free number, never changed afterwards."""

import hashlib
import os
import secrets
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from council_report.archive.drafts import (
    FINDINGS,
    MANIFEST,
    PORTABLE,
    FindingsFile,
    current,
    draft_name,
    drafts_folder,
    highest,
    read_draft,
)
from council_report.archive.lock import alone_in
from council_report.errors import ArchiveError
from council_report.model.draft import Draft, Manifest
from council_report.model.finding import Finding, count_by_severity, in_reading_order

PATIENCE = 60.0
"""The seconds that a build waits while others store their drafts, which takes one or two each."""


def store(
    outputs: Path,
    manifest: Manifest,
    files: Mapping[str, bytes],
    findings: Sequence[Finding],
    *,
    patience: float = PATIENCE,
) -> tuple[Draft, bool]:
    """The stored draft, and whether it is new: an unchanged fingerprint gives the draft there is.

    The draft's number and the digests of its products are filled in here, whatever the manifest
    says. Raises ArchiveError, and leaves nothing behind, if the draft cannot be stored.
    """
    _refuse_misfits(manifest, files)
    home = drafts_folder(outputs, manifest.session, manifest.kind)
    with alone_in(home, patience):
        _remove_leftovers(home)
        there = current(outputs, manifest.session, manifest.kind, manifest.fingerprint)
        if there:
            return there, False
        number = highest(home) + 1
        contents = dict(files)
        contents[FINDINGS] = _findings_file(findings)
        contents[MANIFEST] = _manifest_file(manifest, number, files)
        return read_draft(_publish(home, number, contents)), True


def _refuse_misfits(manifest: Manifest, files: Mapping[str, bytes]) -> None:
    """Raise ArchiveError unless the files have plain names and are the manifest's products."""
    products = sorted(product.file for product in manifest.products)
    odd = [name for name in files if not PORTABLE.fullmatch(name) or name in (FINDINGS, MANIFEST)]
    if odd or products != sorted(files):
        raise _put_together_wrongly(products, sorted(files), odd)


def _put_together_wrongly(products: list[str], files: list[str], odd: list[str]) -> ArchiveError:
    return ArchiveError(
        f"The draft was put together wrongly: its files are {files}, its manifest lists"
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


def _manifest_file(manifest: Manifest, number: int, files: Mapping[str, bytes]) -> bytes:
    """The manifest with its number and digests, sorted wherever order says nothing."""
    products = tuple(
        product.model_copy(update={"digest": hashlib.sha256(files[product.file]).hexdigest()})
        for product in manifest.products
    )
    filled = {
        "draft": number,
        "products": products,
        "ingredients": tuple(sorted(manifest.ingredients, key=lambda file: file.file)),
        "tools": dict(sorted(manifest.tools.items())),
        "statistics": dict(sorted(manifest.statistics.items())),
        "provisional": dict(sorted(manifest.provisional.items())),
    }
    return _readable(manifest.model_copy(update=filled).model_dump_json(indent=2))


def _readable(json: str) -> bytes:
    return f"{json}\n".encode()


def _publish(home: Path, number: int, contents: Mapping[str, bytes]) -> Path:
    """Write the files into a hidden folder, then show it under its name in one step."""
    folder = home / draft_name(number)
    hidden = home / f".{folder.name}.{secrets.token_hex(4)}"
    try:
        hidden.mkdir()
        for name, data in contents.items():
            _write(hidden / name, data)
        _sync(hidden)
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
