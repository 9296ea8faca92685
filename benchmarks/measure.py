"""Whole processes, measured from outside by the operating system's own accounting."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Cost(NamedTuple):
    """What one process cost: seconds on the clock, seconds of CPU, and MB of memory at most."""

    wall: float
    cpu: float
    peak: float


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """The cost of a command; it must end with exit code 0."""
    # Python keeps compiled modules by default; without them every import is measured, not our work.
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env={**kept, **environment}, stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return Cost(
        wall=time.perf_counter() - began,
        cpu=usage.ru_utime + usage.ru_stime,
        peak=usage.ru_maxrss * 1024 / 1e6,
    )


def alternate(
    ours: Sequence[str],
    bare: Sequence[str],
    folder: Path,
    environment: Mapping[str, str] | None = None,
    rounds: int = 5,
) -> tuple[list[Cost], list[Cost]]:
    """The costs of two commands run in turn, so that both meet the same machine."""
    pairs = [
        (run(ours, folder, environment or {}), run(bare, folder, environment or {}))
        for _ in range(rounds + 1)
    ][1:]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


class Measured(NamedTuple):
    """A figure with the limit that we promise to keep."""

    what: str
    value: float
    limit: float
    unit: str
    detail: str
