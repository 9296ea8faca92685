"""The engine is unpacked whole, runs in a process of its own, and ends in time."""

import os
import select
import stat
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from council_report.comparison.redline import engine
from council_report.errors import ComparisonError
from tests.comparison.redline.drafts import BLOCKS, draft, paragraph

MOMENT = "2026-11-22T10:00:00Z"


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Puts a shell script in the place of the engine."""

    def put(script: str) -> None:
        program = tmp_path / "linux-x64" / "redline"
        program.parent.mkdir()
        program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        program.chmod(0o700)
        monkeypatch.setattr(engine, "_home", lambda: tmp_path)

    return put


def test_many_at_once_find_one_whole_engine(tmp_path: Path) -> None:
    """Builds that start together on a new machine do not meet a half-unpacked one."""
    with ThreadPoolExecutor(3) as pool:
        homes = {*pool.map(engine.unpacked, [tmp_path] * 3)}
    (home,) = homes
    programs = [path for path in home.rglob("redline") if path.stat().st_mode & stat.S_IXUSR]
    assert len(programs) == 1
    assert {path.name for path in tmp_path.iterdir()} <= {home.name, "lock"}


def test_what_a_killed_build_left_is_unpacked_anew(tmp_path: Path, monkeypatch) -> None:
    """An unfinished folder is not taken for the engine."""
    unpack: list[None] = []

    def unpacking(target_path: str) -> None:
        unpack.append(Path(target_path).mkdir())

    monkeypatch.setattr("python_redlines.DocxodusEngine", unpacking)
    home = engine.unpacked(tmp_path)
    home.rename(home.with_name(f"{home.name}.unfinished"))
    assert engine.unpacked(tmp_path) == home
    assert len(unpack) == 2
    assert home.is_dir()
    assert not list(tmp_path.glob("*.unfinished"))


def test_without_a_home_to_write_to_the_engine_is_unpacked_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that cannot be made is no reason to fail."""
    (tmp_path / "file").write_text("in the way", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr(engine, "_unpack", Path.mkdir)
    engine._home.cache_clear()
    try:
        assert engine._home().is_dir()
    finally:
        engine._home.cache_clear()


def test_an_engine_that_hangs_is_stopped(stand_in, tmp_path: Path, monkeypatch) -> None:
    """After its time is up, it and all that it started are gone."""
    child = tmp_path / "child"
    stand_in(f"sleep 600 & echo $! > {child}.new; mv {child}.new {child}; wait")
    monkeypatch.setattr(engine, "LIMITS", replace(engine.LIMITS, seconds=2.0))
    with pytest.raises(ComparisonError, match="not finished"):
        engine.compared(b"old", b"new", MOMENT)
    assert has_ended(int(child.read_text("utf-8")))


def has_ended(number: int) -> bool:
    """Whether a process is gone, or goes within ten seconds."""
    try:
        process = os.pidfd_open(number)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([process], [], [], 10)[0])
    finally:
        os.close(process)


def test_an_engine_that_fails_is_an_error_with_what_it_said(stand_in) -> None:
    """Its own words are for whoever looks into it."""
    stand_in("echo out of paper >&2; exit 3")
    with pytest.raises(ComparisonError, match="failed") as caught:
        engine.compared(b"old", b"new", MOMENT)
    assert "out of paper" in caught.value.hint


def test_the_engine_learns_nothing_of_the_environment(stand_in, monkeypatch) -> None:
    """It sees no variable of the caller but those that it needs."""
    monkeypatch.setenv("A_SECRET", "hush")
    stand_in("env >&2; exit 3")
    with pytest.raises(ComparisonError) as caught:
        engine.compared(b"old", b"new", MOMENT)
    assert "hush" not in caught.value.hint


def test_a_file_that_is_no_word_file_is_an_error(tmp_path: Path, monkeypatch) -> None:
    """No traceback, and nothing is left behind."""
    engine._home()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(ComparisonError, match="failed"):
        engine.compared(b"old", b"new", MOMENT)
    assert list(tmp_path.iterdir()) == []


def test_the_engine_needs_no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """It works wherever it was unpacked."""
    monkeypatch.setenv("HOME", "/nonexistent")
    assert engine.compared(draft(*BLOCKS), draft(paragraph("x")), MOMENT).startswith(b"PK")


def test_the_engine_ends_with_a_killed_build(stand_in, tmp_path: Path) -> None:
    """Nothing goes on after a build that got no time to stop it."""
    child = tmp_path / "child"
    stand_in(f"echo $$ > {child}.new; mv {child}.new {child}; exec sleep 600")
    script = (
        "from pathlib import Path\n"
        "from council_report.comparison.redline import engine\n"
        f"engine._home = lambda: Path({str(tmp_path)!r})\n"
        f"engine.compared(b'old', b'new', {MOMENT!r})\n"
    )
    with subprocess.Popen([sys.executable, "-c", script]) as build:
        number = int(awaited(child))
        build.kill()
    assert has_ended(number)


def awaited(path: Path) -> str:
    """What a file says, once it is there."""
    for _ in range(1000):
        if path.exists():
            return path.read_text("utf-8")
        threading.Event().wait(0.01)
    raise TimeoutError(path)
