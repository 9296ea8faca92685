"""Reading a session again: what has not changed is not opened, and what came before is known."""

import os
from pathlib import Path

import pytest

from council_report.intake.arriving import stamp_of
from council_report.settings import Workplace, find_workplace
from flows.reading import Memory, read_files, read_session

ENTRY = "entries:\n  - id: {id}\n    section: standards\n    text: {{en: {text}}}\n"
NAME = "inputs/C26/itu-t/standards.yaml"


@pytest.fixture
def place(workplace: Path) -> Workplace:
    """A workplace with one small file for C26."""
    (workplace / NAME).parent.mkdir(exist_ok=True)
    write(workplace / NAME, "first", "First text.")
    return find_workplace(workplace)


def write(path: Path, entry: str, text: str) -> None:
    """A contribution of one entry."""
    path.write_text(ENTRY.format(id=entry, text=text), "utf-8")


def ids(place: Workplace, memory: Memory | None = None) -> list[str]:
    """The ids of all entries of C26."""
    desk, _ = read_session(place, "C26", memory)
    assert desk
    contributions = read_files(place, desk, memory=memory).contributions
    return [entry.id for one in contributions for entry in one.entries]


def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are opened from now on."""
    opening, names = os.open, []

    def noted(path: object, *args: object, **more: object) -> int:
        names.append(Path(str(path)).name)
        return opening(path, *args, **more)

    monkeypatch.setattr(os, "open", noted)
    return names


def test_the_session_before_is_part_of_the_desk(place: Workplace) -> None:
    """Of the entries of C25, C26 knows text and sender; C25 follows no session."""
    desk, findings = read_session(place, "C26")
    assert desk
    assert findings == ()
    earlier = desk.earlier["international-ai-standards-summit"]
    assert earlier.contributor == "itu-t"
    assert "Seoul" in earlier.entry.text["en"]
    before, _ = read_session(place, "C25")
    assert before
    assert before.earlier == {}


def test_a_file_of_the_session_before_that_has_errors_is_left_out(place: Workplace) -> None:
    """What was set aside then is nothing to compare with now."""
    path = place.inputs / "C25/itu-r/standards.yaml"
    path.write_text(path.read_text("utf-8").replace("section:", "sektion:", 1), "utf-8")
    desk, _ = read_session(place, "C26")
    assert desk
    assert "itu-r" not in {one.contributor for one in desk.earlier.values()}


@pytest.mark.parametrize("follows", ["C19", "C26"])
def test_a_session_before_that_is_not_there_is_a_warning(place: Workplace, follows: str) -> None:
    """The session can be used all the same, and the line that names the other is shown."""
    path = place.inputs / "C26/session.yaml"
    path.write_text(path.read_text("utf-8").replace("follows: C25", f"follows: {follows}"), "utf-8")
    desk, (finding,) = read_session(place, "C26")
    assert desk
    assert desk.earlier == {}
    assert (finding.rule, finding.severity) == ("session-not-found", "warning")
    assert finding.location.file == "inputs/C26/session.yaml"
    assert finding.location.line
    assert follows in finding.message


def test_a_session_before_that_is_broken_is_a_warning(place: Workplace) -> None:
    """An error in the session before does not hold up this one."""
    path = place.inputs / "C25/session.yaml"
    path.write_text(path.read_text("utf-8").replace("opens:", "openz:"), "utf-8")
    desk, (finding,) = read_session(place, "C26")
    assert desk
    assert finding.rule == "session-not-found"


def test_sessions_that_follow_each_other_are_read_once(place: Workplace) -> None:
    """A circle of sessions is no endless way."""
    path = place.inputs / "C25/session.yaml"
    path.write_text(path.read_text("utf-8") + "\nfollows: C26\n", "utf-8")
    desk, findings = read_session(place, "C26")
    assert desk
    assert desk.earlier
    assert findings == ()


def test_a_file_that_has_not_changed_is_not_opened_again(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a memory, neither the session's files nor those of the one before are read twice."""
    memory = Memory()
    first = ids(place, memory)
    names = opened(monkeypatch)
    assert ids(place, memory) == first
    assert names.count("session.yaml") == 2
    assert "standards.yaml" not in names
    assert "deployment.yaml" not in names


def test_a_file_that_has_changed_is_read_again(place: Workplace) -> None:
    """The memory holds nothing that is not so any more."""
    memory = Memory()
    ids(place, memory)
    write(place.root / NAME, "second", "Second text.")
    assert ids(place, memory) == ["second"]


def test_a_file_that_is_gone_is_forgotten(place: Workplace) -> None:
    """A file that was taken away is in no reading, and comes back as a new one."""
    memory = Memory()
    ids(place, memory)
    (place.root / NAME).unlink()
    assert ids(place, memory) == []
    write(place.root / NAME, "first", "First text.")
    assert ids(place, memory) == ["first"]


def test_a_change_of_the_session_has_everything_read_again(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names of sections and rules for tracked changes decide how a file is read."""
    memory = Memory()
    ids(place, memory)
    path = place.inputs / "C26/session.yaml"
    path.write_text(path.read_text("utf-8").replace("year: 2026", "year: 2026\n"), "utf-8")
    names = opened(monkeypatch)
    assert ids(place, memory) == ["first"]
    assert "standards.yaml" in names


def test_a_file_that_is_being_written_counts_as_it_was(place: Workplace) -> None:
    """Until the new version has settled, the former one stands for it."""
    memory = Memory()
    stamp = stamp_of(place.root / NAME)
    assert stamp
    memory.settled = {NAME: stamp}
    ids(place, memory)
    write(place.root / NAME, "half", "Half")
    assert ids(place, memory) == ["first"]
    stamp = stamp_of(place.root / NAME)
    assert stamp
    memory.settled = {NAME: stamp}
    assert ids(place, memory) == ["half"]


def test_a_new_file_that_is_being_written_is_not_there_yet(place: Workplace) -> None:
    """Nobody is told of errors in half a file."""
    memory = Memory()
    memory.settled = {}
    assert ids(place, memory) == []
