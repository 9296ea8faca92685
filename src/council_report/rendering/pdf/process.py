"""An outside program, run so that it ends in time, learns nothing and leaves nothing behind."""

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from council_report.errors import RenderingError

LOOK_EVERY = 0.02
"""The seconds between two looks at what a program has done."""

BUILD_VARIABLE = "COUNCIL_REPORT_BUILD"
"""Names the build that a process belongs to, so that what a dead build left can be found."""


@contextmanager
def workplace() -> Iterator[Path]:
    """An empty folder that is gone afterwards."""
    # A program just killed may still be writing: that must not hide the error it was killed for.
    with TemporaryDirectory(prefix="council-report-", ignore_cleanup_errors=True) as name:
        yield Path(name)


def run(
    task: str,
    command: list[str],
    folder: Path,
    seconds: float,
    meanwhile: Callable[[], None] = lambda: None,
) -> str:
    """Run a command in a folder for so many seconds at most; the result is what it said.

    ``task`` names program and files, for the error. ``meanwhile`` is called again and again while
    the command runs. Everything the command started is killed.
    """
    log = folder / "log"
    with log.open("wb") as file:
        process = _started(command, folder, file.fileno())
        try:
            code = _waited(process, seconds, meanwhile)
        except subprocess.TimeoutExpired:
            raise RenderingError(
                f"{task}: not finished after {seconds:g} seconds, and stopped.",
                "Build again; if it happens again, use the other PDF engine.",
            ) from None
        finally:
            _kill_group(process)
    said = log.read_text("utf-8", errors="replace").strip()
    if code:
        raise RenderingError(f"{task}: ended with code {code}.", f"It said: {said[-500:]}")
    return said


@contextmanager
def background(command: list[str], folder: Path) -> Iterator[None]:
    """Have a command run in a folder meanwhile; then everything it started is killed."""
    process = _started(command, folder, subprocess.DEVNULL)
    try:
        yield
    finally:
        _kill_group(process)


def _started(command: list[str], folder: Path, output: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        cwd=folder,
        env=_environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def _waited(process: subprocess.Popen[bytes], seconds: float, meanwhile: Callable[[], None]) -> int:
    end = monotonic() + seconds
    while True:
        try:
            return process.wait(LOOK_EVERY)
        except subprocess.TimeoutExpired:
            if monotonic() > end:
                raise
            meanwhile()


def _environment(folder: Path) -> dict[str, str]:
    """Only what a program needs: a document can make one read out its environment."""
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }
    if BUILD_VARIABLE in os.environ:
        environment[BUILD_VARIABLE] = os.environ[BUILD_VARIABLE]
    return environment


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    """Kill the process and all it started; soffice is only the starter of the real program."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
