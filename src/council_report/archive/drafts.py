"""The stored drafts of a document: finding them, and reading them back as they were stored."""

import hashlib
import re
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from council_report.errors import ArchiveError
from council_report.model.draft import Draft, Manifest, Product
from council_report.model.finding import Finding, Severity
from council_report.model.noun import Noun

MANIFEST = "manifest.json"
FINDINGS = "findings.json"
NAME = re.compile(r"draft-([0-9]{3}|[1-9][0-9]{3,})")
"""The name of a draft's folder; from the thousandth on it is longer."""

PORTABLE = re.compile(r"[A-Za-z0-9][A-Za-z0-9!._-]{0,199}")
"""A file name that means the same on every system, and is never a path."""

File = TypeVar("File", bound=Noun)


class FindingsFile(Noun):
    """What ``findings.json`` holds: the findings, and how many there are of each severity."""

    findings: tuple[Finding, ...]
    counts: dict[Severity, int]


def drafts_folder(outputs: Path, session: str, kind: str) -> Path:
    """The folder in which the drafts of a document stand."""
    return outputs / session / kind


def draft_name(number: int) -> str:
    """The name of the folder of the draft with this number."""
    return f"draft-{number:03d}"


def latest(outputs: Path, session: str, kind: str) -> Draft | None:
    """The draft with the highest number, if there is any; ArchiveError if it is damaged."""
    folder = drafts_folder(outputs, session, kind)
    number = highest(folder)
    return read_draft(folder / draft_name(number)) if number else None


def current(outputs: Path, session: str, kind: str, fingerprint: str) -> Draft | None:
    """The latest draft, if it is intact and has this fingerprint: nothing needs to be built."""
    try:
        draft = latest(outputs, session, kind)
    except ArchiveError:
        return None
    return draft if draft and draft.manifest.fingerprint == fingerprint else None


def highest(folder: Path) -> int:
    """The highest number of the drafts in a folder, damaged ones included; 0 if there is none."""
    try:
        names = [NAME.fullmatch(path.name) for path in folder.iterdir()]
    except (FileNotFoundError, NotADirectoryError):
        return 0
    except OSError as error:
        raise _unreadable(folder, error) from error
    return max((int(name[1]) for name in names if name), default=0)


def read_draft(folder: Path) -> Draft:
    """The draft in a folder; ArchiveError unless every file is there and as it was stored."""
    try:
        manifest = _read(Manifest, folder, MANIFEST)
        findings = _read(FindingsFile, folder, FINDINGS).findings
        for product in manifest.products:
            _verify(folder, product)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise _missing(folder, Path(error.filename).name) from error
    except OSError as error:
        raise _unreadable(folder, error) from error
    draft = Draft(folder=folder.as_posix(), manifest=manifest, findings=findings)
    if NAME.fullmatch(folder.name) and folder.name != draft.name:
        raise _damaged(folder, f"its {MANIFEST} is that of {draft.name}")
    return draft


def _read(form: type[File], folder: Path, name: str) -> File:
    try:
        return form.model_validate_json((folder / name).read_bytes())
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        what = f"{place}: {first['msg']}" if place else first["msg"]
        raise _damaged(folder, f"{name} does not hold what it should ({what})") from error


def _verify(folder: Path, product: Product) -> None:
    if not PORTABLE.fullmatch(product.file):
        raise _damaged(folder, f"{MANIFEST} lists '{product.file}', which is no file name")
    with (folder / product.file).open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    if digest != product.digest:
        raise _damaged(folder, f"{product.file} was changed after it was stored")


def _missing(folder: Path, name: str) -> ArchiveError:
    if folder.is_dir():
        return _damaged(folder, f"{name} is missing")
    return ArchiveError(
        f"There is no draft {folder}.",
        "Look at the names of the folders beside it, or build the document first.",
    )


def _damaged(folder: Path, what: str) -> ArchiveError:
    return ArchiveError(
        f"The draft {folder} is damaged: {what}.",
        "Bring it back from a backup, or build again: the new draft gets the next number.",
    )


def _unreadable(folder: Path, error: OSError) -> ArchiveError:
    return ArchiveError(
        f"{error.filename or folder} cannot be read: {error.strerror}.",
        "Give the account that runs this command the right to read the folder and its files.",
    )
