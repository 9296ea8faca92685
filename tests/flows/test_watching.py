"""Watching a folder: every settled file gets one answer, and nothing ends the watch."""

import itertools
import os
import resource
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from council_report.settings import Workplace, find_workplace
from flows.settling import ABSENT, QUIET
from flows.watching import IDLE, Glance, Happening, Watcher, glances, watch_session

ENTRY = "entries:\n  - id: {id}\n    section: standards\n    text: {{en: Text., fr: Texte.}}\n"


class Watched:
    """A watched folder whose clock is moved by hand."""

    def __init__(self, place: Workplace) -> None:
        self.place = place
        self.folder = place.inputs / "C26" / "itu-t"
        self.watcher = Watcher(place, "C26")
        self.clock = 0.0

    def put(self, name: str, entry: str = "new-work") -> Path:
        """A contribution of one entry."""
        path = self.folder / name
        path.write_text(ENTRY.format(id=entry), "utf-8")
        return path

    def look(self, later: float = QUIET, *, heard: bool = True) -> Happening:
        """What a look tells that is taken a while later."""
        self.clock += later
        return self.watcher.look(Glance(self.clock, heard))

    def settle(self) -> Happening:
        """What two looks tell, between which nothing changed."""
        self.look()
        return self.look()

    def receipt(self, name: str) -> Path:
        """The receipt for a file."""
        return self.folder / "receipts" / f"{name}.receipt.html"


@pytest.fixture
def watched(workplace: Path) -> Watched:
    """A watched session in which nothing has arrived yet, and which follows no other."""
    path = workplace / "inputs/C26/session.yaml"
    path.write_text(path.read_text("utf-8").replace("follows: C25\n", ""), "utf-8")
    (workplace / "inputs/C26/itu-t").mkdir(exist_ok=True)
    watched = Watched(find_workplace(workplace))
    watched.settle()
    return watched


def verdicts(happening: Happening) -> dict[str, str]:
    """The verdicts by the name of the file."""
    return {Path(one.file).name: one.verdict for one in happening.answers}


def test_a_file_is_answered_when_it_has_settled(watched: Watched) -> None:
    """Not at the first look, once at the second, and never again."""
    watched.put("work.yaml")
    assert not any(watched.look())
    assert verdicts(watched.look()) == {"work.yaml": "accepted"}
    assert watched.receipt("work.yaml").is_file()
    assert not any(watched.settle())


def test_files_that_were_there_before_are_answered_at_the_start(watched: Watched) -> None:
    """What arrived while nobody watched is not forgotten; what has its answer is left alone."""
    watched.put("work.yaml")
    watched.settle()
    watched.put("other.yaml", "other-work")
    again = Watched(watched.place)
    assert verdicts(again.settle()) == {"other.yaml": "accepted"}


def test_a_file_that_is_written_slowly_is_answered_once(watched: Watched) -> None:
    """Half a file is never judged, and its neighbours do not wait for it."""
    text = ENTRY.format(id="slow-work")
    for end in range(10, len(text), 10):
        (watched.folder / "slow.yaml").write_text(text[:end], "utf-8")
        assert not any(watched.look())
    watched.put("quick.yaml", "quick-work")
    (watched.folder / "slow.yaml").write_text(text, "utf-8")
    watched.look(0.0)
    assert verdicts(watched.look()) == {"quick.yaml": "accepted", "slow.yaml": "accepted"}


def test_a_neighbour_that_is_being_written_counts_as_it_was(watched: Watched) -> None:
    """A file that quotes a statistic of another is not in error while the other is saved."""
    path = watched.folder / "numbers.yaml"
    numbers = "statistics:\n  - {key: users, value: 5, unit: {en: users}, source: Report}\n"
    path.write_text(numbers, "utf-8")
    watched.put("work.yaml").write_text(
        ENTRY.format(id="new-work").replace("Text.", "'[[users]]'"), "utf-8"
    )
    assert set(verdicts(watched.settle())) == {"numbers.yaml", "work.yaml"}
    watched.put("other.yaml", "other-work")
    watched.look()
    path.write_text("statistics:\n", "utf-8")
    assert verdicts(watched.look()) == {"other.yaml": "accepted"}
    assert 'content="accepted' in watched.receipt("work.yaml").read_text("utf-8")


def test_a_changed_file_is_answered_again(watched: Watched) -> None:
    """The receipt is that of the last version."""
    path = watched.put("work.yaml")
    watched.settle()
    path.write_text(ENTRY.format(id="new-work").replace("section", "sektion"), "utf-8")
    assert verdicts(watched.settle()) == {"work.yaml": "to mend"}


def test_excel_saving_a_file_is_no_withdrawal(watched: Watched) -> None:
    """Deleted and replaced within a moment, the file is answered anew and nothing is withdrawn."""
    path = watched.put("work.yaml")
    watched.put("other.yaml", "other-work")
    watched.settle()
    temporary = watched.put("Cedd4100", "changed-work")
    path.unlink()
    watched.put("third.yaml", "third-work")
    assert not any(watched.look())
    temporary.rename(path)
    happenings = [watched.look() for _ in range(3)]
    assert not any(happening.gone for happening in happenings)
    answered = [name for happening in happenings for name in verdicts(happening)]
    assert sorted(answered) == ["third.yaml", "work.yaml"]


def test_a_file_that_was_taken_away_is_named(watched: Watched) -> None:
    """A withdrawal is told once, and the receipt stays where it is."""
    watched.put("work.yaml").unlink()
    watched.put("work.yaml")
    watched.settle()
    (watched.folder / "work.yaml").unlink()
    assert not any(watched.look())
    assert watched.look(ABSENT).gone == ("inputs/C26/itu-t/work.yaml",)
    assert not any(watched.settle())
    assert watched.receipt("work.yaml").is_file()


def test_only_regular_files_are_answered(watched: Watched) -> None:
    """A pipe or a link is told to the secretariat, once, and never opened."""
    os.mkfifo(watched.folder / "pipe.yaml")
    (watched.folder / "link.yaml").symlink_to("/etc/hostname")
    watched.put("work.yaml")
    happening = watched.settle()
    assert verdicts(happening) == {"work.yaml": "accepted"}
    assert {Path(one.location.file).name for one in happening.findings} == {
        "pipe.yaml",
        "link.yaml",
    }
    watched.put("other.yaml", "other-work")
    assert not watched.settle().findings


def test_our_own_files_and_those_of_programs_are_no_news(watched: Watched) -> None:
    """Receipts, and what Word, Excel, LibreOffice and browsers leave, wake nobody."""
    watched.put("work.yaml")
    watched.settle()
    for name in ("~$work.docx", ".~lock.work.odt#", "x.part", "x.crswap", "Thumbs.db"):
        (watched.folder / name).write_text("x", "utf-8")
    (watched.folder / "receipts/note.txt").write_text("x", "utf-8")
    assert not any(watched.settle())


def test_a_broken_session_is_told_and_mended(watched: Watched) -> None:
    """While the session cannot be used nobody is answered; once it can be, everybody is."""
    path = watched.place.inputs / "C26/session.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("opens:", "openz:"), "utf-8")
    watched.put("work.yaml")
    happening = watched.settle()
    assert happening.findings
    assert not happening.answers
    path.write_text(text, "utf-8")
    assert verdicts(watched.settle()) == {"work.yaml": "accepted"}


def test_a_receipt_that_cannot_be_written_is_tried_again(watched: Watched) -> None:
    """What is in its way is told once; when it is gone, nothing new has to arrive first."""
    (watched.folder / "receipts").symlink_to("nowhere")
    watched.put("work.yaml")
    findings = watched.settle().findings
    assert "receipt-unwritten" in {one.rule for one in findings}
    assert not any(watched.look())
    (watched.folder / "receipts").unlink()
    assert verdicts(watched.look(IDLE, heard=False)) == {"work.yaml": "accepted"}
    assert not any(watched.look(IDLE, heard=False))


def test_of_two_versions_the_one_that_stays_is_answered_again(watched: Watched) -> None:
    """Once the other is taken away, the file that was contested is told that it will be used."""
    watched.put("work.yaml")
    other = watched.put("work (2).yaml", "other-work")
    assert verdicts(watched.settle()) == {"work.yaml": "to mend", "work (2).yaml": "to mend"}
    other.unlink()
    watched.look()
    assert verdicts(watched.look(ABSENT)) == {"work.yaml": "accepted"}


def test_nobody_looks_without_a_reason(watched: Watched) -> None:
    """Where nothing was heard, the folder is left alone for a few seconds."""
    watched.put("work.yaml")
    assert not any(watched.look(IDLE / 2, heard=False))
    assert not any(watched.look(IDLE / 2, heard=False))
    assert verdicts(watched.look(QUIET, heard=False)) == {"work.yaml": "accepted"}


def test_what_fails_is_told_once_and_ends_nothing(watched: Watched) -> None:
    """A session that disappears is told of in one line; when it is back, the watch goes on."""
    folder = watched.place.inputs / "C26"
    away = watched.place.inputs / "away"
    watched.put("work.yaml")
    happenings = []

    def occasions() -> Iterator[Glance]:
        for number in range(12):
            if number == 3:
                folder.rename(away)
            if number == 8:
                away.rename(folder)
            yield Glance(float(number), heard=True)

    happenings = list(watch_session(watched.place, "C26", occasions()))
    failures = [one.failure for one in happenings if one.failure]
    assert len(failures) == 1
    assert "There is no session 'C26'" in failures[0]
    assert watched.receipt("work.yaml").is_file()


def test_two_hundred_files_get_one_receipt_each(watched: Watched) -> None:
    """Files that come in bursts, while others are still being looked at, are each answered once."""
    answered: list[str] = []
    for burst in range(4):
        for number in range(50):
            watched.put(f"work{burst}x{number}.yaml", f"work{burst}x{number}")
        answered += verdicts(watched.look())
    answered += verdicts(watched.look())
    assert len(answered) == len(set(answered)) == 200
    assert len(list((watched.folder / "receipts").iterdir())) == 200


def test_occasions_go_on_where_the_system_tells_of_no_changes(tmp_path: Path) -> None:
    """Where no more folders can be watched, every look is one at which changes are expected."""
    free, limits = os.dup(0), resource.getrlimit(resource.RLIMIT_NOFILE)
    os.close(free)
    occasions = glances(tmp_path, poll=False)
    next(occasions)
    resource.setrlimit(resource.RLIMIT_NOFILE, (free, limits[1]))
    try:
        assert all(next(occasions).heard for _ in range(2))
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)


@pytest.mark.parametrize("poll", [False, True])
def test_a_name_that_is_no_text_ends_no_watch(tmp_path: Path, poll: bool) -> None:
    """A file whose name is in an old encoding is heard of like any other."""
    occasions = glances(tmp_path, poll=poll)
    assert [next(occasions).heard for _ in range(2)] == [True, True]
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.yaml")).touch()
    assert any(occasion.heard for occasion in itertools.islice(occasions, 40))
    next(occasions)
    (tmp_path / "new.yaml").touch()
    assert any(occasion.heard for occasion in itertools.islice(occasions, 40))


@pytest.mark.parametrize("poll", [False, True])
def test_a_change_in_the_folder_is_heard_of(tmp_path: Path, poll: bool) -> None:
    """The first occasions are at once, and a new file gives another before long."""
    occasions = glances(tmp_path, poll=poll)
    assert [next(occasions).heard for _ in range(2)] == [True, True]
    writer = threading.Timer(0.1, (tmp_path / "new.yaml").touch)
    writer.start()
    assert any(occasion.heard for occasion in itertools.islice(occasions, 40))
    writer.join()
