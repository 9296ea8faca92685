"""Builds that store at the same time, and builds that die while they do."""

import fcntl
import json
import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

import pytest

from council_report.archive.records import read_draft
from council_report.archive.store import store
from council_report.errors import ArchiveError
from council_report.model.draft import Manifest

FILE = "S25-CL-C-XXXX!!MSW-E.docx"
ROUNDS = 5

MakeManifest = Callable[..., Manifest]
StartBuild = Callable[..., "Popen[str]"]


def say(build: "Popen[str]", line: str) -> None:
    """Send a line to a build."""
    assert build.stdin
    build.stdin.write(f"{line}\n")


def hear(build: "Popen[str]") -> str:
    """The next line that a build says; empty when it has ended."""
    assert build.stdout
    return build.stdout.readline().strip()


def hidden(home: Path) -> list[str]:
    """The names beside the drafts that a person does not see."""
    return [path.name for path in home.iterdir() if path.name.startswith(".")]


def together(builds: list["Popen[str]"], manifests: list[Manifest]) -> list[str]:
    """What builds answer that store these manifests at the same time."""
    for build, manifest in zip(builds, manifests, strict=True):
        say(build, manifest.model_dump_json())
    return sorted(hear(build) for build in builds)


def test_builds_at_the_same_time(
    tmp_path: Path, make_manifest: MakeManifest, start_build: StartBuild
) -> None:
    """Two builds at once give one draft of the same inputs, two whole ones of different inputs."""
    builds = [start_build("storing_build.py", tmp_path) for _ in range(2)]
    assert [hear(build) for build in builds] == ["ready", "ready"]
    for turn in range(ROUNDS):
        last = 3 * turn
        same = together(builds, [make_manifest(f"same-{turn}")] * 2)
        assert same == [f"draft-{last + 1:03d} False", f"draft-{last + 1:03d} True"]
        apart = together(builds, [make_manifest(f"{turn}-{build}") for build in range(2)])
        assert apart == [f"draft-{last + 2:03d} True", f"draft-{last + 3:03d} True"]
    home = tmp_path / "C25/report"
    drafts = [read_draft(path) for path in home.glob("draft-*")]
    assert len({draft.manifest.fingerprint for draft in drafts}) == len(drafts) == 3 * ROUNDS


def test_a_build_killed_at_any_line(
    tmp_path: Path, make_manifest: MakeManifest, start_build: StartBuild
) -> None:
    """Killed at whichever line, a build leaves a whole draft or none, and nobody has to wait."""
    home = tmp_path / "C25/report"
    home.mkdir(parents=True)
    build = start_build("dying_build.py", tmp_path, make_manifest().model_dump_json())
    left = Counter[str]()
    while (fate := hear(build)) == "killed":
        its_own = home / f"draft-{left.total() + left['whole'] + 1:03d}"
        if its_own.exists():
            left["whole"] += 1
            assert read_draft(its_own).manifest.fingerprint == f"dying-{left.total()}"
        else:
            left["torn, hidden" if len(hidden(home)) > 1 else "nothing"] += 1
        draft, new = store(tmp_path, make_manifest(f"{left}"), {FILE: b"x"}, (), patience=1)
        assert (draft.manifest.draft, new) == (left.total() + left["whole"], True)
        assert hidden(home) == [".lock"]
        say(build, "next")
    assert fate == "lived"
    assert min(left["nothing"], left["torn, hidden"], left["whole"]) >= 10, left


def test_a_held_lock_is_told(tmp_path: Path, make_manifest: MakeManifest) -> None:
    """A build that waits in vain gets one error: who is storing, where, and what to do."""
    home = tmp_path / "C25/report"
    home.mkdir(parents=True)
    with (home / ".lock").open("w") as lock:
        lock.write("process 4711 on elsewhere")
        lock.flush()
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(ArchiveError) as caught:
            store(tmp_path, make_manifest(), {FILE: b""}, (), patience=0.01)
    assert str(caught.value) == (
        f"Another call of the command (process 4711 on elsewhere) is writing in {home}"
        " and was not done within 0.01 seconds."
    )
    assert "try again" in caught.value.hint


def test_the_lock_says_who_holds_it(tmp_path: Path, make_manifest: MakeManifest) -> None:
    """The lock file names the last process that held it, and stays when that is done."""
    (tmp_path / "C25/report").mkdir(parents=True)
    (tmp_path / "C25/report/.lock").write_text("a much longer name from before" * 9)
    store(tmp_path, make_manifest(), {FILE: b""}, ())
    told = (tmp_path / "C25/report/.lock").read_text()
    assert told == f"process {os.getpid()} on {os.uname().nodename}"


def test_a_held_lock_does_not_hinder_readers(tmp_path: Path, make_manifest: MakeManifest) -> None:
    """A draft can be read while another is being stored."""
    draft, _ = store(tmp_path, make_manifest(), {FILE: b""}, ())
    with (tmp_path / "C25/report/.lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert read_draft(Path(draft.folder)) == draft
        assert json.loads((Path(draft.folder) / "manifest.json").read_text())["draft"] == 1
