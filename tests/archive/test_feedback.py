"""What reviewers sent, stored beside the drafts: data, page, and the copies as they came."""

import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from council_report.archive.drafts import contents
from council_report.archive.feedback import feedback_folder, read_feedback, store_feedback
from council_report.errors import ArchiveError
from council_report.model.feedback import Feedback, Unmapped


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the feedback on a report."""
    return feedback_folder(tmp_path, "C25", "report")


def adding(words: str):
    """A change that adds a comment that belongs to no entry."""
    one = Unmapped(author="Ana", file="a.docx", place="", comment=words, reason="no entry")

    def change(known: Feedback) -> Feedback:
        return known.model_copy(update={"unmapped": (*known.unmapped, one)})

    return change


def page(feedback: Feedback) -> bytes:
    """A page that counts."""
    return f"{len(feedback.unmapped)} comments".encode()


def test_everything_taken_in_is_kept(tmp_path: Path, folder: Path) -> None:
    """Data, page and copies; the drafts beside it are not concerned."""
    assert read_feedback(folder) == Feedback()
    first = store_feedback(folder, {"ab12": b"copy"}, adding("One?"), page)
    second = store_feedback(folder, {"ab12": b"copy", "cd34": b"more"}, adding("Two?"), page)
    assert [one.comment for one in second.unmapped] == ["One?", "Two?"]
    assert read_feedback(folder) == second != first
    assert (folder / "index.html").read_bytes() == b"2 comments"
    assert sorted(one.name for one in (folder / "files").iterdir()) == ["ab12.docx", "cd34.docx"]
    assert contents(tmp_path, "C25", "report") == ()


def test_nothing_is_written_anew_that_has_not_changed(folder: Path) -> None:
    """A copy that is taken in again is left as it is."""
    store_feedback(folder, {"ab12": b"copy"}, lambda known: known, page)
    stamps = {path: path.stat().st_ino for path in folder.rglob("*") if path.suffix}
    store_feedback(folder, {"ab12": b"copy"}, lambda known: known, page)
    assert {path: path.stat().st_ino for path in stamps} == stamps


def test_what_fails_in_the_middle_leaves_the_data_as_it_was(folder: Path) -> None:
    """And no half file behind."""
    before = store_feedback(folder, {}, adding("One?"), page)

    def failing(known: Feedback) -> Feedback:
        raise ArchiveError("no", "no")

    with pytest.raises(ArchiveError):
        store_feedback(folder, {"ab": b"x"}, failing, page)
    assert read_feedback(folder) == before
    assert not list(folder.rglob("*.part"))


def test_two_calls_at_once_lose_nothing(folder: Path) -> None:
    """Each waits for the other."""
    with ThreadPoolExecutor() as pool:
        changes = [adding(f"{number}?") for number in range(8)]
        list(pool.map(lambda change: store_feedback(folder, {}, change, page), changes))
    assert len(read_feedback(folder).unmapped) == 8


DYING = """
import os, signal, sys
from pathlib import Path
from council_report.archive.feedback import store_feedback
from council_report.model.feedback import Feedback, Unmapped

one = Unmapped(author="Ana", file="a.docx", place="", comment="Two?", reason="no entry")

def change(known):
    return known.model_copy(update={"unmapped": (*known.unmapped, one)})

def die(_):
    os.kill(os.getpid(), signal.SIGKILL)

if sys.argv[2] == "change":
    change = die
store_feedback(Path(sys.argv[1]), {"ab12": b"copy"}, change, die)
"""


@pytest.mark.parametrize(("moment", "count"), [("change", 1), ("page", 2)])
def test_a_killed_call_leaves_nothing_torn(folder: Path, moment: str, count: int) -> None:
    """The data is that from before or from after; the next call finds no lock and mends the
    page."""
    store_feedback(folder, {}, adding("One?"), page)
    killed = subprocess.run([sys.executable, "-c", DYING, str(folder), moment], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert len(read_feedback(folder).unmapped) == count
    store_feedback(folder, {}, lambda known: known, page, patience=1)
    assert (folder / "index.html").read_bytes() == f"{count} comments".encode()


def test_damaged_data_is_never_written_over(folder: Path) -> None:
    """The error says what to do."""
    folder.mkdir(parents=True)
    (folder / "feedback.json").write_text('{"files": 3}')
    with pytest.raises(ArchiveError, match="damaged"):
        store_feedback(folder, {}, adding("One?"), page)
    assert (folder / "feedback.json").read_text() == '{"files": 3}'


def test_a_page_that_is_a_link_is_replaced(tmp_path: Path, folder: Path) -> None:
    """What it leads to is not written to."""
    folder.mkdir(parents=True)
    (tmp_path / "other").write_text("mine")
    (folder / "index.html").symlink_to(tmp_path / "other")
    store_feedback(folder, {}, adding("One?"), page)
    assert (tmp_path / "other").read_text() == "mine"
    assert not (folder / "index.html").is_symlink()
