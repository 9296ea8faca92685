"""The files of a session's folder: which are taken, which are passed over, which are refused."""

import hashlib
import os
from pathlib import Path

import pytest

from council_report.intake.sources import Received, collect, read_source
from council_report.intake.tree import MAX_BYTES

CONTRIBUTORS = ("itu-t", "itu-r")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a session with a session file and no contribution."""
    folder = tmp_path / "inputs" / "C25"
    folder.mkdir(parents=True)
    put(folder / "session.yaml")
    return folder


def put(path: Path, data: bytes = b"entries: []\n") -> Path:
    """A file with these contents, its folder made if need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def received(folder: Path) -> Received:
    """What stands in the folder."""
    return collect(folder.parent, "C25", CONTRIBUTORS)


def names(folder: Path) -> list[str]:
    """The names of the files that are taken."""
    return [file.name for file in received(folder).files]


def test_the_files_of_contributors_are_taken(folder: Path) -> None:
    """A file in a contributor's folder is read whole, and known by its folder and its digest."""
    put(folder / "itu-t" / "standards.yaml", b"entries: [] # \xff\n")
    (file,) = received(folder).files
    assert file.name == "inputs/C25/itu-t/standards.yaml"
    assert file.contributor == "itu-t"
    assert file.data == b"entries: [] # \xff\n"
    assert file.digest == hashlib.sha256(file.data).hexdigest()


def test_files_come_in_the_order_of_their_names(folder: Path) -> None:
    """Whatever the order of the disk, files come by contributor's folder, then by name."""
    for name in ("itu-t/b.yaml", "itu-t/B.yaml", "itu-r/z.yaml", "itu-t/é.yaml", "itu-t/a/c.json"):
        put(folder / name)
    assert names(folder) == [
        "inputs/C25/itu-r/z.yaml",
        "inputs/C25/itu-t/B.yaml",
        "inputs/C25/itu-t/a/c.json",
        "inputs/C25/itu-t/b.yaml",
        "inputs/C25/itu-t/é.yaml",
    ]


def test_the_session_file_and_our_receipts_are_no_contributions(folder: Path) -> None:
    """The session's own file and the folder of answers are left alone, without a word."""
    put(folder / "receipts" / "itu-t" / "standards.md")
    assert received(folder) == Received((), ())


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        ".~lock.a.docx#",
        "~$a.docx",
        "a.tmp",
        "a.yaml.part",
        "a.crdownload",
        "Thumbs.db",
        "desktop.ini",
        ".git/config",
    ],
)
def test_what_programs_leave_behind_is_passed_over(folder: Path, name: str) -> None:
    """A lock, a half-finished copy or a hidden file was sent by nobody."""
    put(folder / "itu-t" / name)
    assert received(folder) == Received((), ())


def test_a_file_of_any_other_kind_is_taken(folder: Path) -> None:
    """Whether a file can be read is for the readers to say."""
    put(folder / "itu-t" / "a.exe")
    assert names(folder) == ["inputs/C25/itu-t/a.exe"]


def test_a_link_is_refused(folder: Path, tmp_path: Path) -> None:
    """A link, to a file or a folder, or to nothing, is not followed."""
    put(tmp_path / "elsewhere" / "secret.yaml")
    (folder / "itu-t").mkdir()
    (folder / "itu-t" / "a.yaml").symlink_to(tmp_path / "elsewhere" / "secret.yaml")
    (folder / "itu-t" / "b").symlink_to(tmp_path / "elsewhere")
    (folder / "itu-t" / "c.yaml").symlink_to(tmp_path / "nowhere")
    files, findings = received(folder)
    assert files == ()
    assert [(finding.rule, finding.severity) for finding in findings] == [
        ("file-refused", "error")
    ] * 3
    assert findings[1].location.file == "inputs/C25/itu-t/b"
    assert findings[0].remedy == "Put the file itself here."


def test_a_pipe_is_refused_without_being_opened(folder: Path) -> None:
    """Opening a pipe would wait for ever; it is refused by its kind alone."""
    (folder / "itu-t").mkdir()
    os.mkfifo(folder / "itu-t" / "a.yaml")
    put(folder / "itu-t" / "b.yaml")
    files, findings = received(folder)
    assert [file.name for file in files] == ["inputs/C25/itu-t/b.yaml"]
    assert [finding.rule for finding in findings] == ["file-refused"]
    assert findings[0].location.file == "inputs/C25/itu-t/a.yaml"


@pytest.mark.parametrize("name", ["standards.yaml", "itu-x/standards.yaml", "itu-t"])
def test_a_misplaced_file_is_pointed_out(folder: Path, name: str) -> None:
    """A file in nobody's folder is not used; a warning names the folders that there are."""
    put(folder / name)
    files, findings = received(folder)
    assert files == ()
    assert [(finding.rule, finding.severity) for finding in findings] == [
        ("file-misplaced", "warning")
    ]
    assert findings[0].location.file == f"inputs/C25/{name}"
    assert "itu-t/, itu-r/" in findings[0].remedy


def test_the_digest_of_a_large_file_is_of_the_whole_file(folder: Path) -> None:
    """Of a file that is too large only the beginning is kept, enough to see that it is."""
    data = b"a" * (3 * MAX_BYTES) + b"b"
    put(folder / "itu-t" / "a.yaml", data)
    (file,) = received(folder).files
    assert len(file.data) == MAX_BYTES + 1
    assert file.digest == hashlib.sha256(data).hexdigest()


def test_names_that_are_no_text_are_shown_all_the_same(folder: Path) -> None:
    """A name in another encoding, or with a line break in it, is shown with marks in its place."""
    put(folder / "itu-t" / os.fsdecode(b"caf\xe9.yaml"))
    put(folder / "itu-t" / "a\nb\u202e.yaml")
    assert names(folder) == [
        "inputs/C25/itu-t/a\ufffdb\ufffd.yaml",
        "inputs/C25/itu-t/caf\ufffd.yaml",
    ]


def test_the_folder_of_all_inputs_gives_names_their_beginning(tmp_path: Path) -> None:
    """Names begin with the folder that was given, whatever it is called and wherever it is."""
    put(tmp_path / "from-mail" / "C25" / "itu-t" / "a.yaml")
    files, _ = collect(tmp_path / "from-mail" / ".", "C25", CONTRIBUTORS)
    assert [file.name for file in files] == ["from-mail/C25/itu-t/a.yaml"]


def test_a_single_file_is_read_under_the_name_given(tmp_path: Path) -> None:
    """A file that is read by itself has the name it was asked for, and no contributor."""
    file = read_source(put(tmp_path / "a.yaml", b"a: 1"), "a.yaml")
    assert (file.name, file.data, file.contributor) == ("a.yaml", b"a: 1", None)
