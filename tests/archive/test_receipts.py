"""Receipts beside what contributors sent: whole, never through a link, and known by their basis."""

import hashlib
import os
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_report.archive.receipts import (
    LONGEST_NAME,
    Copy,
    CopyKind,
    basis_of,
    copy_name,
    page_name,
    store_receipt,
)
from council_report.errors import ArchiveError

BASIS = hashlib.sha256(b"basis").hexdigest()
COPY = Copy("docx", b"copy")
PAGE = f'<html><meta name="council-report-basis" content="{BASIS}"></html>'.encode()


@pytest.fixture
def session(tmp_path: Path) -> Path:
    """The folder of a session with the folder of one contributor."""
    (tmp_path / "C26" / "itu-t").mkdir(parents=True)
    return tmp_path / "C26"


def names_in(folder: Path) -> list[str]:
    """What a folder holds, hidden files included."""
    return sorted(path.name for path in folder.iterdir())


def test_a_receipt_and_a_copy_are_stored_beside_the_file(session: Path) -> None:
    """Page and annotated copy are in the contributor's receipts, and nothing else is."""
    path = store_receipt(session, "itu-t/final.docx", PAGE, COPY)
    assert path == session / "itu-t/receipts/final.docx.receipt.html"
    assert path.read_bytes() == PAGE
    assert (session / "itu-t/receipts/final.annotated.docx").read_bytes() == b"copy"
    assert names_in(session / "itu-t/receipts") == [
        "final.annotated.docx",
        "final.docx.receipt.html",
    ]


def test_the_folders_of_a_contributor_are_those_of_its_receipts(session: Path) -> None:
    """Files of one name in two folders have two receipts."""
    path = store_receipt(session, "itu-t/annexes/old/final.md", PAGE, None)
    assert path == session / "itu-t/receipts/annexes/old/final.md.receipt.html"
    assert path.is_file()
    long = "%0A" * 90
    assert store_receipt(session, f"itu-t/{long}/final.md", PAGE, None).is_file()
    assert basis_of(session, f"itu-t/{long}/final.md") == BASIS


def test_a_receipt_says_what_it_was_based_on(session: Path) -> None:
    """The basis can be read back, and there is none where there is no receipt."""
    assert basis_of(session, "itu-t/final.docx") is None
    store_receipt(session, "itu-t/final.docx", PAGE, None)
    assert basis_of(session, "itu-t/final.docx") == BASIS


def test_a_page_of_somebody_else_has_no_basis(session: Path) -> None:
    """A file that only has the name of a receipt answers nothing."""
    store_receipt(session, "itu-t/final.docx", b"<html></html>", None)
    assert basis_of(session, "itu-t/final.docx") is None


def test_a_new_receipt_takes_the_place_of_the_former_one(session: Path) -> None:
    """Nothing is left of the former page, nor of a copy that has nothing to say any more."""
    store_receipt(session, "itu-t/final.docx", b"long before", COPY)
    store_receipt(session, "itu-t/final.docx", PAGE, None)
    assert names_in(session / "itu-t/receipts") == ["final.docx.receipt.html"]
    assert basis_of(session, "itu-t/final.docx") == BASIS


@pytest.mark.parametrize("link", ["itu-t", "itu-t/receipts", "itu-t/receipts/annexes"])
def test_nothing_is_written_through_a_link(session: Path, tmp_path: Path, link: str) -> None:
    """A link in the way is refused, whichever folder it stands for."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    place = session / link
    if place.exists():
        place.rmdir()
    place.parent.mkdir(exist_ok=True)
    place.symlink_to(elsewhere)
    with pytest.raises(ArchiveError, match="could not be stored") as caught:
        store_receipt(session, "itu-t/annexes/final.docx", PAGE, COPY)
    assert "no link" in caught.value.hint
    assert names_in(elsewhere) == []
    assert basis_of(session, "itu-t/annexes/final.docx") is None


def test_the_folder_of_the_session_may_be_a_link(session: Path, tmp_path: Path) -> None:
    """The secretariat may keep a session on another drive: no contributor can write above it."""
    (tmp_path / "linked").symlink_to(session)
    store_receipt(tmp_path / "linked", "itu-t/final.docx", PAGE, None)
    assert basis_of(session, "itu-t/final.docx") == BASIS


def test_a_link_with_the_name_of_a_receipt_is_replaced(session: Path, tmp_path: Path) -> None:
    """What a link of that name stands for is neither read nor written."""
    secret = tmp_path / "secret"
    secret.write_bytes(PAGE)
    (session / "itu-t/receipts").mkdir()
    (session / "itu-t/receipts/final.docx.receipt.html").symlink_to(secret)
    assert basis_of(session, "itu-t/final.docx") is None
    store_receipt(session, "itu-t/final.docx", b"new", None)
    assert secret.read_bytes() == PAGE


def test_a_folder_in_the_way_leaves_nothing_behind(session: Path) -> None:
    """Where the page cannot have its name, no unfinished file stays."""
    (session / "itu-t/receipts/final.docx.receipt.html").mkdir(parents=True)
    with pytest.raises(ArchiveError):
        store_receipt(session, "itu-t/final.docx", PAGE, None)
    assert names_in(session / "itu-t/receipts") == ["final.docx.receipt.html"]


def test_a_contributor_without_a_folder_gets_none(session: Path) -> None:
    """Folders are made for receipts, never for contributors."""
    with pytest.raises(ArchiveError):
        store_receipt(session, "itu-x/final.docx", PAGE, None)
    assert names_in(session) == ["itu-t"]


def test_a_file_with_the_longest_name_has_a_receipt(session: Path) -> None:
    """Two names that differ in their last letter only have receipts of their own."""
    first, second = (f"{'é' * 120}{letter}.docx" for letter in "ab")
    paths = {store_receipt(session, f"itu-t/{name}", PAGE, COPY) for name in (first, second)}
    assert len(paths) == 2
    assert len(names_in(session / "itu-t/receipts")) == 4


@given(
    st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1),
    st.sampled_from(get_args(CopyKind)),
)
def test_every_name_of_a_file_gives_names_that_fit(name: str, kind: CopyKind) -> None:
    """Whatever a file is called, its receipt and copy can be stored, and are not each other."""
    names = page_name(name), copy_name(name, kind)
    assert all(len(os.fsencode(one)) <= LONGEST_NAME for one in names)
    assert names[0].endswith(".receipt.html")
    assert names[1].lower().endswith(f".annotated.{kind}")


@pytest.mark.parametrize(
    ("name", "copy"),
    [
        ("final.docx", "final.annotated.docx"),
        ("FINAL.DOCX", "FINAL.annotated.DOCX"),
        ("final", "final.annotated.docx"),
        ("final.txt", "final.txt.annotated.docx"),
    ],
)
def test_a_copy_is_named_as_what_it_is(name: str, copy: str) -> None:
    """Word opens the copy also of a file whose name does not say that it is Word's."""
    assert copy_name(name, "docx") == copy


def test_a_pipe_in_place_of_a_receipt_holds_up_nobody(session: Path) -> None:
    """A pipe that nobody writes to is not waited for, and gives way to the receipt."""
    (session / "itu-t/receipts").mkdir()
    os.mkfifo(session / "itu-t/receipts/final.docx.receipt.html")
    assert basis_of(session, "itu-t/final.docx") is None
    assert store_receipt(session, "itu-t/final.docx", PAGE, None).read_bytes() == PAGE
