"""The files of a session's folder: which are taken, which are passed over, which are refused."""

import hashlib
import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from council_report.intake.sources import (
    MAX_CONTAINER,
    Received,
    collect,
    is_passed_over,
    read_source,
    take,
)
from council_report.intake.tree import MAX_BYTES
from council_report.model.contribution import Contribution
from council_report.model.location import Location
from council_report.model.source import SourceFile

Locked = Callable[[Path], None]

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
    put(folder / "itu-t" / "receipts" / "standards.yaml.receipt.html")
    put(folder / "itu-t" / "receipts" / "more" / "standards.yaml.receipt.html")
    assert received(folder) == Received((), (), ())


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        ".~lock.a.docx#",
        "~$a.docx",
        "a.tmp",
        "a.yaml.part",
        "a.docx.partial",
        "a.docx.filepart",
        "a.docx.crswap",
        "A.TMP",
        "~WRD0001.tmp",
        "._a.docx",
        "THUMBS.DB",
        "a.crdownload",
        "Thumbs.db",
        "desktop.ini",
        ".git/config",
    ],
)
def test_what_programs_leave_behind_is_passed_over(folder: Path, name: str) -> None:
    """A lock, a half-finished copy or a hidden file was sent by nobody."""
    put(folder / "itu-t" / name)
    assert received(folder) == Received((), (), ())


def test_a_folder_of_receipts_further_down_is_not_ours(folder: Path) -> None:
    """A contributor may call a folder within a folder whatever they like, and a file as well."""
    put(folder / "itu-t" / "annex" / "receipts" / "a.yaml")
    put(folder / "itu-r" / "receipts")
    assert names(folder) == ["inputs/C25/itu-r/receipts", "inputs/C25/itu-t/annex/receipts/a.yaml"]


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
    files, findings, refused = received(folder)
    assert (files, findings) == ((), ())
    assert refusals(refused) == [f"inputs/C25/itu-t/{name}" for name in ("a.yaml", "b", "c.yaml")]
    assert refused[0].findings[0].remedy == "Put the file itself here."


def refusals(refused: tuple[Contribution, ...]) -> list[str]:
    """The names of contributions that are set aside because their file was refused."""
    for one in refused:
        (finding,) = one.findings
        assert (finding.rule, finding.severity) == ("file-refused", "error")
        assert finding.location == Location(one.file)
        assert (one.contributor, one.digest, one.claims) == (one.file.split("/")[2], "", ())
        assert one.set_aside
    return [one.file for one in refused]


def test_a_link_in_nobodys_folder_is_refused_too(folder: Path) -> None:
    """Outside the folders of contributors a link is news about the session, of nobody's file."""
    (folder / "a.yaml").symlink_to(folder / "session.yaml")
    (folder / "itu-t").symlink_to(folder)
    files, findings, refused = received(folder)
    assert (files, refused) == ((), ())
    assert [(one.rule, one.location.file) for one in findings] == [
        ("file-refused", "inputs/C25/a.yaml"),
        ("file-refused", "inputs/C25/itu-t"),
    ]


def test_a_file_that_stands_elsewhere_too_is_refused(folder: Path, tmp_path: Path) -> None:
    """A hard link could be changed from its other place; the reason is told apart from a link."""
    put(tmp_path / "elsewhere.yaml")
    (folder / "itu-t").mkdir()
    (folder / "itu-t" / "a.yaml").hardlink_to(tmp_path / "elsewhere.yaml")
    files, _, refused = received(folder)
    assert files == ()
    assert refusals(refused) == ["inputs/C25/itu-t/a.yaml"]
    assert "another place" in refused[0].findings[0].message


def test_what_is_no_file_is_refused_without_being_opened(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opening a pipe, a socket or a device may already do something, so it is never done."""
    place = folder / "itu-t"
    put(tmp_path / "elsewhere.yaml")
    place.mkdir()
    os.mkfifo(place / "a.yaml")
    (place / "b.yaml").hardlink_to(tmp_path / "elsewhere.yaml")
    (place / "c.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    with socket.socket(socket.AF_UNIX) as one:
        monkeypatch.chdir(place)  # The name of a socket may not be long.
        one.bind("d.yaml")
    asked: list[object] = []
    opening = os.open

    def noted(path: Any, *args: Any, **more: Any) -> int:
        asked.append(path)
        return opening(path, *args, **more)

    monkeypatch.setattr(os, "open", noted)
    _, _, refused = received(folder)
    assert len(refused) == 4
    assert asked == []


def test_a_file_swapped_in_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is opened is what was looked at, or it is refused."""
    file = put(folder / "itu-t" / "a.yaml")
    other = put(folder.parent / "other.yaml", b"entries: [] # another\n")
    change_before_opening(monkeypatch, lambda: other.rename(file))
    files, _, refused = received(folder)
    assert files == ()
    assert refusals(refused) == ["inputs/C25/itu-t/a.yaml"]


def change_before_opening(monkeypatch: pytest.MonkeyPatch, change: Callable[[], object]) -> None:
    """Let somebody change the disk between the listing of a folder and the first opening."""
    opening, changes = os.open, [change]

    def meanwhile(*args: Any, **more: Any) -> int:
        while changes:
            changes.pop()()
        return opening(*args, **more)

    monkeypatch.setattr(os, "open", meanwhile)


def test_a_link_swapped_in_is_not_followed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that becomes a link after it was listed is refused like any link."""
    secret = put(folder.parent / "secret.yaml")
    file = put(folder / "itu-t" / "a.yaml")

    def swap() -> None:
        file.unlink()
        file.symlink_to(secret)

    change_before_opening(monkeypatch, swap)
    files, _, refused = received(folder)
    assert files == ()
    assert refusals(refused) == ["inputs/C25/itu-t/a.yaml"]


def test_what_vanishes_meanwhile_is_not_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file or folder that is deleted while others are read was never sent."""
    put(folder / "itu-t" / "a.yaml")
    put(folder / "itu-t" / "b.yaml")
    put(folder / "itu-t" / "c" / "d.yaml")
    put(folder / "misplaced.yaml")

    def delete() -> None:
        (folder / "itu-t" / "b.yaml").unlink()
        shutil.rmtree(folder / "itu-t" / "c")
        (folder / "misplaced.yaml").unlink()

    change_before_opening(monkeypatch, delete)
    (file,), findings, refused = received(folder)
    assert file.name == "inputs/C25/itu-t/a.yaml"
    assert (findings, refused) == ((), ())


def test_a_session_folder_that_vanishes_holds_nothing(tmp_path: Path) -> None:
    """Where the folder itself is gone, nobody has sent anything."""
    assert collect(tmp_path, "C25", CONTRIBUTORS) == Received((), (), ())


def test_what_may_not_be_read_is_set_aside(folder: Path, locked: Locked) -> None:
    """A file or folder without the right to read it is refused, and the rest is read."""
    for name in ("a.yaml", "b/c.yaml", "d.yaml"):
        put(folder / "itu-t" / name)
    locked(folder / "itu-t" / "a.yaml")
    locked(folder / "itu-t" / "b")
    (file,), _, refused = received(folder)
    assert file.name == "inputs/C25/itu-t/d.yaml"
    assert refusals(refused) == ["inputs/C25/itu-t/a.yaml", "inputs/C25/itu-t/b"]
    assert "right to read" in refused[0].findings[0].remedy


def test_a_pipe_is_refused_without_waiting(folder: Path) -> None:
    """Nobody writes to the pipe, and it is refused all the same."""
    (folder / "itu-t").mkdir()
    os.mkfifo(folder / "itu-t" / "a.yaml")
    put(folder / "itu-t" / "b.yaml")
    files, _, refused = received(folder)
    assert [file.name for file in files] == ["inputs/C25/itu-t/b.yaml"]
    assert refusals(refused) == ["inputs/C25/itu-t/a.yaml"]


@pytest.mark.parametrize("name", ["standards.yaml", "itu-x/standards.yaml", "itu-t"])
def test_a_misplaced_file_is_pointed_out(folder: Path, name: str) -> None:
    """A file in nobody's folder is not used; a warning names the folders that there are."""
    put(folder / name)
    files, findings, refused = received(folder)
    assert (files, refused) == ((), ())
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
    """A name in another encoding, or with a line break in it, is shown with its bytes there."""
    put(folder / "itu-t" / os.fsdecode(b"caf\xe9.yaml"))
    put(folder / "itu-t" / "a\nb\u202e.yaml")
    put(folder / "itu-t" / "n\u00b0\u00a04.yaml")
    assert names(folder) == [
        "inputs/C25/itu-t/a%0Ab%E2%80%AE.yaml",
        "inputs/C25/itu-t/caf%E9.yaml",
        "inputs/C25/itu-t/n\u00b0\u00a04.yaml",
    ]


def test_two_names_are_never_shown_as_one(folder: Path) -> None:
    """Files whose names differ only where they cannot be shown are both there."""
    put(folder / "itu-t" / os.fsdecode(b"caf\xe8.yaml"))
    put(folder / "itu-t" / os.fsdecode(b"caf\xe9.yaml"))
    assert len(set(names(folder))) == 2


def test_the_folder_of_all_inputs_gives_names_their_beginning(tmp_path: Path) -> None:
    """Names begin with the folder that was given, whatever it is called and wherever it is."""
    put(tmp_path / "from-mail" / "C25" / "itu-t" / "a.yaml")
    files, _, _ = collect(tmp_path / "from-mail" / ".", "C25", CONTRIBUTORS)
    assert [file.name for file in files] == ["from-mail/C25/itu-t/a.yaml"]


def test_a_single_file_is_read_under_the_name_given(tmp_path: Path) -> None:
    """A file that is read by itself has the name it was asked for, and no contributor."""
    file = read_source(put(tmp_path / "a.yaml", b"a: 1"), "a.yaml")
    assert (file.name, file.data, file.contributor) == ("a.yaml", b"a: 1", None)


def test_a_reader_may_take_larger_files(tmp_path: Path) -> None:
    """Whoever reads a file says how much of it is wanted; the digest is of all of it."""
    data = b"a" * (2 * MAX_BYTES)
    path = put(tmp_path / "a.docx", data)
    assert read_source(path, "a.docx", largest=3 * MAX_BYTES).data == data
    short = read_source(path, "a.docx", largest=10)
    assert (short.data, short.digest) == (data[:11], hashlib.sha256(data).hexdigest())


def test_an_old_office_file_is_known_whole(tmp_path: Path) -> None:
    """What such a file is, protected or only old, may stand at its very end."""
    path = tmp_path / "a.docx"
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2 * MAX_BYTES)
    path.write_bytes(data)
    assert read_source(path, "a.docx").data == data


def test_a_container_may_be_larger_than_a_text(tmp_path: Path) -> None:
    """By its content, not its name, a file is read as far as a reader of its kind would."""
    data = b"PK\x03\x04" + bytes(2 * MAX_BYTES)
    assert read_source(put(tmp_path / "a.yaml", data), "a.yaml").data == data
    large = put(tmp_path / "a.docx", data + bytes(MAX_CONTAINER))
    assert len(read_source(large, "a.docx").data) == MAX_CONTAINER + 1


def test_one_file_can_be_taken_by_itself(tmp_path: Path) -> None:
    """A watcher takes a single file, and gets the contribution that a refused one would be."""
    taken = take(put(tmp_path / "a.yaml"), "inputs/C25/itu-t/a.yaml", "itu-t")
    assert isinstance(taken, SourceFile)
    (tmp_path / "b.yaml").symlink_to(tmp_path / "a.yaml")
    refused = take(tmp_path / "b.yaml", "inputs/C25/itu-t/b.yaml", "itu-t")
    assert isinstance(refused, Contribution)
    assert refusals((refused,)) == ["inputs/C25/itu-t/b.yaml"]


def test_names_that_nobody_chose_can_be_asked_for() -> None:
    """A watcher asks by the name alone."""
    assert is_passed_over("~$report.docx")
    assert not is_passed_over("report.docx")
    assert not is_passed_over("~report.docx")


def test_a_folder_in_capitals_is_taken_for_the_contributor_that_it_means(folder: Path) -> None:
    """On some systems the two are one folder, so nobody sees the difference."""
    put(folder / "ITU-T/standards.yaml")
    _, (finding,), _ = received(folder)
    assert finding.remedy == "Move it to itu-t/."
