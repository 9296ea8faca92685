"""Docxodus, by way of python-redlines: the program that finds the tracked changes."""

import atexit
import os
import shutil
import tempfile
from functools import cache
from importlib import metadata
from pathlib import Path

from filelock import FileLock

from council_report.confinement import Limits, StoppedError, StopReason, confined
from council_report.errors import ComparisonError
from council_report.model.message import Message
from council_report.model.receipt import AUTHOR

LIMITS = Limits(memory=1 << 40, together=2 << 30, file_size=256 << 20, seconds=60.0)
"""Address space is no limit: .NET reserves 256 GiB of it at once, and uses a thousandth."""

SETTINGS = {
    "DOTNET_EnableDiagnostics": "0",
    "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1",
    "DOTNET_TieredPGO": "0",
}
"""No ports for debuggers, no tables of cultures, no profile for later calls: there is one call."""

SECONDS_TO_UNPACK = 60.0

STOPPED: dict[StopReason, Message] = {
    "time-out": Message("The comparison of the Word files was not finished after a minute."),
    "memory": Message("The comparison of the Word files needed more memory than it may use."),
    "crash": Message("The comparison of the Word files failed."),
}
HINT = Message("Build again; if it happens again, compare the two files in Word: Review, Compare.")


def version() -> str:
    """The versions of engine and library: ``Docxodus 2.0.0, python-redlines 2.0.0``."""
    engine, library = (
        metadata.version(name) for name in ("python-redlines-docxodus", "python-redlines")
    )
    return f"Docxodus {engine}, python-redlines {library}"


def compared(old: bytes, new: bytes, moment: str) -> bytes:
    """The new Word file with what changed since the old one as tracked changes of this moment.

    Nothing of it is verified yet. Raises ComparisonError if the engine fails.
    """
    with tempfile.TemporaryDirectory(prefix="council-report-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "old.docx").write_bytes(old)
        (folder / "new.docx").write_bytes(new)
        try:
            return confined(
                run_engine, str(_home()), name, moment, limits=LIMITS, warm=("python_redlines",)
            )
        except StoppedError as error:
            message = STOPPED[error.reason]
            raise ComparisonError(message, f"{HINT} {error.detail}".rstrip()) from None


def run_engine(home: str, folder: str, moment: str) -> bytes:
    """The redline of ``old.docx`` and ``new.docx`` in a folder; to be called in a confined process.

    The library has no limit of time, and passes the whole environment on: so it is the process
    around it that is confined, and that ends with whoever asked for it.
    """
    # Imported here, as only the confined process needs it.
    from python_redlines import DocxodusEngine

    os.environ |= {**SETTINGS, "HOME": folder}
    tempfile.tempdir = folder
    redline, _, _ = DocxodusEngine(target_path=home).run_redline(
        AUTHOR,
        f"{folder}/old.docx",
        f"{folder}/new.docx",
        detect_moves=True,
        conflate_spaces=False,  # A space that does not break is another character.
        date_time=moment,
    )
    return bytes(redline)


@cache
def _home() -> Path:
    """The folder that the engine is unpacked in, once for all builds of this user."""
    try:
        return unpacked(_cache())
    except OSError:  # Nothing can be kept here: then it is for this process alone.
        return unpacked(_passing())


def _passing() -> Path:
    """A folder that is gone when this process ends."""
    folder = Path(tempfile.mkdtemp(prefix="council-report-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _cache() -> Path:
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "council-report"


def unpacked(folder: Path) -> Path:
    """The engine, unpacked in a folder: whole or not at all, however many ask for it at once."""
    home = folder / f"docxodus-{metadata.version('python-redlines-docxodus')}"
    if home.is_dir():
        return home
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "lock", timeout=SECONDS_TO_UNPACK):
        if not home.is_dir():
            _unpack(home)
    return home


def _unpack(home: Path) -> None:
    from python_redlines import DocxodusEngine

    unfinished = home.with_name(f"{home.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    DocxodusEngine(target_path=str(unfinished))
    unfinished.rename(home)
