"""A process that outlives a killed build by a moment, to end what the build had started.

``kill -9`` gives a build no time to stop LibreOffice or Prefect's embedded server, nor to remove
its scratch folder. The guardian waits for the end of its standard input, which comes when the
build ends, however that happens; then it kills every process that carries the build's mark in its
environment, and removes the folder. It finds them in /proc, so it is of use on Linux only.
"""

import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

MARK = "COUNCIL_REPORT_BUILD"

_guardians: list[subprocess.Popen[bytes]] = []
"""Kept for as long as this process lives: a guardian's input ends when it is let go."""


def start_guardian() -> None:
    """Mark all children of this process from now on, and have them end with it."""
    token = secrets.token_hex(8)
    scratch = tempfile.mkdtemp(prefix="council-report-")
    os.environ |= {MARK: token, "TMPDIR": scratch}
    tempfile.tempdir = scratch
    command = [sys.executable, "-I", "-S", __file__, token, scratch]
    _guardians.append(subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True))


def watch(token: str, scratch: Path) -> None:
    """Wait for the end of the build, then clear up after it."""
    sys.stdin.buffer.read()
    while orphans := list(_marked(token)):
        for process in orphans:
            _kill(process)
    shutil.rmtree(scratch, ignore_errors=True)


def _marked(token: str) -> Iterator[int]:
    mark = f"{MARK}={token}".encode()
    for folder in Path("/proc").glob("[0-9]*"):
        process = int(folder.name)
        try:
            environment = (folder / "environ").read_bytes()
        except OSError:
            continue
        if process != os.getpid() and mark in environment.split(b"\0"):
            yield process


def _kill(process: int) -> None:
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return


if __name__ == "__main__":
    watch(sys.argv[1], Path(sys.argv[2]))
