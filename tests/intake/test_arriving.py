"""Files looked at from outside, as they arrive."""

import os
import zipfile
from pathlib import Path

import pytest

from council_report.intake.arriving import arrivals, is_complete, stamp_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a contributor."""
    path = tmp_path / "inputs" / "C26" / "itu-t"
    path.mkdir(parents=True)
    return path


def test_whatever_is_written_to_has_another_stamp(folder: Path) -> None:
    """Content, length and identity of a file each show, even if the others stay."""
    path = folder / "a.yaml"
    path.write_text("one")
    stamps = {stamp_of(path)}
    os.utime(path, ns=(0, 0))
    stamps.add(stamp_of(path))
    path.write_text("two")
    os.utime(path, ns=(0, 0))
    stamps.add(stamp_of(path))
    (folder / "b.yaml").write_text("two")
    os.utime(folder / "b.yaml", ns=(0, 0))
    stamps.add(stamp_of(folder / "b.yaml"))
    assert len(stamps) == 4
    assert stamp_of(path) == stamp_of(path)


def test_only_files_arrive(folder: Path, tmp_path: Path) -> None:
    """Links, pipes, folders, receipts and the traces of programs are not what is waited for."""
    (folder.parent / "session.yaml").touch()
    for name in ("final.docx", "receipts/final.docx.receipt.html", "old/first.md"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).touch()
    for name in ("~$nal.docx", ".~lock.final.odt#", "x.part", "Thumbs.db"):
        (folder / name).touch()
    os.mkfifo(folder / "pipe.yaml")
    (folder / "link.docx").symlink_to(folder / "final.docx")
    assert set(arrivals(tmp_path / "inputs", "C26")) == {
        "inputs/C26/session.yaml",
        "inputs/C26/itu-t/final.docx",
        "inputs/C26/itu-t/old/first.md",
    }


def test_a_zip_file_is_complete_with_its_last_record(folder: Path) -> None:
    """A Word file that is still being copied lacks its end; a comment after it is no matter."""
    path = folder / "final.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "x" * 100_000)
        package.comment = b"c" * 1000
    whole = path.read_bytes()
    assert is_complete(path)
    path.write_bytes(whole[:-1100])
    assert not is_complete(path)


@pytest.mark.parametrize("content", [b"", b"PK", b"entries: []", b"\xd0\xcf\x11\xe0"])
def test_any_other_file_is_complete_as_it_is(folder: Path, content: bytes) -> None:
    """Of a file that is no zip file nothing tells whether there is more to come."""
    path = folder / "final.docx"
    path.write_bytes(content)
    assert is_complete(path)


def test_what_cannot_be_opened_is_not_waited_for(folder: Path) -> None:
    """A file that is gone, or a link, is for the reader to say something about."""
    (folder / "link.docx").symlink_to(folder / "nowhere")
    assert is_complete(folder / "link.docx")
    assert is_complete(folder / "gone.docx")
