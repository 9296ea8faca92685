"""The files of a stored draft, read back and verified: each as it was stored, or an error."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from council_report.errors import ArchiveError
from council_report.model.content import Content
from council_report.model.draft import CONTENT, Draft, Manifest, Product
from council_report.model.finding import Finding, Severity
from council_report.model.noun import Noun

MANIFEST = "manifest.json"
FINDINGS = "findings.json"
NAME = re.compile(r"draft-([0-9]{3}|[1-9][0-9]{3,})")
"""The name of a draft's folder; from the thousandth on it is longer."""

PORTABLE = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9._-]{0,99}/)?[A-Za-z0-9][A-Za-z0-9!._-]{0,199}")
"""A file name, in at most one folder, that means the same on every system and never leads out."""

File = TypeVar("File", bound=Noun)


class FindingsFile(Noun):
    """What ``findings.json`` holds: the findings, and how many there are of each severity."""

    findings: tuple[Finding, ...]
    counts: dict[Severity, int]


def read_draft(folder: Path) -> Draft:
    """The draft in a folder; ArchiveError unless every file is there and as it was stored."""
    manifest = read_manifest(folder)
    with _explained(folder):
        findings = _parsed(FindingsFile, folder, FINDINGS, (folder / FINDINGS).read_bytes())
        for product in manifest.products:
            _verified(folder, product)
    return Draft(folder=folder.as_posix(), manifest=manifest, findings=findings.findings)


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the draft in a folder; ArchiveError if it is damaged, or another draft's."""
    with _explained(folder):
        manifest = _parsed(Manifest, folder, MANIFEST, (folder / MANIFEST).read_bytes())
    own_name = f"draft-{manifest.draft:03d}"
    if NAME.fullmatch(folder.name) and folder.name != own_name:
        raise _damaged(folder, f"its {MANIFEST} is that of {own_name}")
    return manifest


def read_product(folder: Path, product: Product) -> bytes:
    """A file of the draft in a folder; ArchiveError unless it is as it was stored."""
    with _explained(folder):
        return _verified(folder, product)


def read_content(folder: Path, manifest: Manifest) -> Content | None:
    """What the draft in a folder says; None of a draft that was made before that was kept.

    Raises ArchiveError if it is damaged.
    """
    product = next((one for one in manifest.products if one.file == CONTENT), None)
    if product is None:
        return None
    return _parsed(Content, folder, CONTENT, read_product(folder, product))


def _parsed(form: type[File], folder: Path, name: str, data: bytes) -> File:
    try:
        return form.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        what = f"{place}: {first['msg']}" if place else first["msg"]
        raise _damaged(folder, f"{name} does not hold what it should ({what})") from error


def _verified(folder: Path, product: Product) -> bytes:
    if not PORTABLE.fullmatch(product.file):
        raise _damaged(folder, f"{MANIFEST} lists '{product.file}', which is no file name")
    data = (folder / product.file).read_bytes()
    if hashlib.sha256(data).hexdigest() != product.digest:
        raise _damaged(folder, f"{product.file} was changed after it was stored")
    return data


@contextmanager
def _explained(folder: Path) -> Iterator[None]:
    """What the file system refuses, as an ArchiveError."""
    try:
        yield
    except (FileNotFoundError, NotADirectoryError) as error:
        raise _missing(folder, Path(error.filename)) from error
    except OSError as error:
        raise unreadable(folder, error) from error


def _missing(folder: Path, path: Path) -> ArchiveError:
    if folder.is_dir():
        return _damaged(folder, f"{path.relative_to(folder).as_posix()} is missing")
    return ArchiveError(
        f"There is no draft {folder}.",
        "Look at the names of the folders beside it, or build the document first.",
    )


def _damaged(folder: Path, what: str) -> ArchiveError:
    return ArchiveError(
        f"The draft {folder} is damaged: {what}.",
        "Bring it back from a backup, or build again: the new draft gets the next number.",
    )


def unreadable(folder: Path, error: OSError) -> ArchiveError:
    """The error for a folder, or a file of it, that the system does not let us read."""
    return ArchiveError(
        f"{error.filename or folder} cannot be read: {error.strerror}.",
        "Give the account that runs this command the right to read the folder and its files.",
    )
