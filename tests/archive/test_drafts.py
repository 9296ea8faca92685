"""Stored drafts, found and read back."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from council_report.archive.drafts import contents, current, drafts_folder, every_draft, latest
from council_report.archive.records import read_draft
from council_report.archive.store import store
from council_report.errors import ArchiveError
from council_report.model.content import Content
from council_report.model.draft import CONTENT, Manifest, Product

FILE = "S25-CL-C-XXXX!!MSW-E.docx"


@pytest.fixture
def folder(tmp_path: Path, make_manifest: Callable[..., Manifest]) -> Path:
    """The folder of a draft with one file."""
    draft, _ = store(tmp_path, make_manifest(), {FILE: b"words"}, ())
    return Path(draft.folder)


def change(path: Path, data: bytes) -> None:
    """Put another file in the place of a stored one, as somebody determined would."""
    path.unlink()
    path.write_bytes(data)


def refusal(folder: Path) -> str:
    """What a person is told when the draft is read."""
    with pytest.raises(ArchiveError) as caught:
        read_draft(folder)
    assert caught.value.hint
    assert str(folder) in str(caught.value)
    return str(caught.value)


def test_an_intact_draft_is_read(folder: Path) -> None:
    """A draft that nobody touched is read, with the folder as it was given."""
    assert read_draft(folder).folder == folder.as_posix()


def test_a_changed_file_is_refused(folder: Path) -> None:
    """A document that was changed after it was stored is named."""
    change(folder / FILE, b"other words")
    assert f"{FILE} was changed" in refusal(folder)


def test_a_lost_file_is_refused(folder: Path) -> None:
    """A document that is no longer there is named."""
    (folder / FILE).unlink()
    assert f"{FILE} is missing" in refusal(folder)


@pytest.mark.parametrize("name", ["manifest.json", "findings.json"])
def test_a_lost_record_is_refused(folder: Path, name: str) -> None:
    """A draft without its manifest or its findings is damaged."""
    (folder / name).unlink()
    assert f"{name} is missing" in refusal(folder)


@pytest.mark.parametrize("name", ["manifest.json", "findings.json"])
@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff", b'{"draft": 1}'])
def test_a_damaged_record_is_refused(folder: Path, name: str, data: bytes) -> None:
    """A manifest or a list of findings that is cut short or holds something else is damaged."""
    change(folder / name, data)
    assert f"{name} does not hold what it should" in refusal(folder)


@pytest.mark.parametrize("name", ["../x", "a/../x", "/etc/hostname", "a\\u0000b", ""])
def test_a_manifest_that_points_elsewhere_is_refused(folder: Path, name: str) -> None:
    """Only files in the draft's own folder can be its products."""
    manifest = (folder / "manifest.json").read_text(encoding="utf-8")
    change(folder / "manifest.json", manifest.replace(FILE, name).encode())
    assert "which is no file name" in refusal(folder)


def test_a_draft_copied_over_another_number_is_refused(folder: Path) -> None:
    """A draft is not taken for one with another number."""
    copy = shutil.copytree(folder, folder.with_name("draft-002"))
    assert "that of draft-001" in refusal(copy)


def test_a_copy_with_a_name_of_its_own_can_be_read(folder: Path, tmp_path: Path) -> None:
    """Somebody may keep a copy of a draft elsewhere, and compare with it."""
    copy = shutil.copytree(folder, tmp_path / "as sent to ITU-D")
    assert read_draft(copy).manifest == read_draft(folder).manifest


@pytest.mark.parametrize("missing", ["draft-007", "draft-001/manifest.json"])
def test_a_folder_that_is_no_draft_is_refused(folder: Path, missing: str) -> None:
    """Asked for a draft that never was, the answer says so."""
    assert "There is no draft" in refusal(folder.parent / missing)


def test_a_file_that_cannot_be_read_is_an_error_for_a_person(folder: Path) -> None:
    """What the system refuses to read is named, without a traceback."""
    (folder / FILE).unlink()
    (folder / FILE).mkdir()
    assert f"{FILE} cannot be read: Is a directory" in refusal(folder)


def test_no_drafts_yet(tmp_path: Path) -> None:
    """Before the first build there is no latest draft, and looking for it leaves nothing behind."""
    assert latest(tmp_path, "C25", "report") is None
    assert current(tmp_path, "C25", "report", "f1") is None
    assert list(tmp_path.iterdir()) == []


def test_latest_counts_past_999(folder: Path, make_manifest: Callable[..., Manifest]) -> None:
    """The latest draft is the one with the highest number, not the last in the alphabet."""
    outputs = folder.parents[2]
    folder.with_name("draft-999").mkdir()
    store(outputs, make_manifest("f1000"), {FILE: b""}, ())
    last, _ = store(outputs, make_manifest("f1001"), {FILE: b""}, ())
    assert last.name == "draft-1001"
    assert latest(outputs, "C25", "report") == last


def test_only_drafts_count(folder: Path) -> None:
    """Whatever else stands beside the drafts is passed over."""
    home = drafts_folder(folder.parents[2], "C25", "report")
    for name in ("draft-2", "draft-0003", "draft-004 (copy)", ".draft-005.ab", "draft-٠٠٦", "x"):
        (home / name).mkdir()
    found = latest(folder.parents[2], "C25", "report")
    assert found is not None
    assert found.name == "draft-001"


def test_a_damaged_latest_draft_is_told(folder: Path) -> None:
    """The latest draft is not passed over because it is damaged."""
    change(folder / FILE, b"other words")
    with pytest.raises(ArchiveError, match="was changed"):
        latest(folder.parents[2], "C25", "report")


def test_current_needs_the_same_fingerprint_and_an_intact_draft(folder: Path) -> None:
    """A draft is current while its fingerprint is the one asked for and nobody changed it."""
    outputs = folder.parents[2]
    assert current(outputs, "C25", "report", "f1") == read_draft(folder)
    assert current(outputs, "C25", "report", "f2") is None
    change(folder / FILE, b"other words")
    assert current(outputs, "C25", "report", "f1") is None


def store_content(outputs: Path, manifest: Manifest, content: bytes) -> Path:
    """The folder of a draft that keeps what it says."""
    files = {FILE: b"words", CONTENT: content}
    products = tuple(Product(file=name, digest="") for name in files)
    complete = manifest.model_copy(update={"products": products})
    return Path(store(outputs, complete, files, ())[0].folder)


def test_every_draft_is_listed_newest_first_and_what_is_wrong_with_it(
    folder: Path, make_manifest: Callable[..., Manifest]
) -> None:
    """A damaged draft is neither left out nor in the way of the others."""
    outputs = folder.parents[2]
    store(outputs, make_manifest("f2"), {FILE: b"words"}, ())
    change(folder / FILE, b"other words")
    newest, damaged = every_draft(outputs, "C25", "report")
    assert newest.draft == latest(outputs, "C25", "report")
    assert newest.problem is None
    assert (damaged.folder, damaged.draft) == (folder, None)
    assert f"{FILE} was changed" in str(damaged.problem)


def test_what_each_draft_says_is_read_newest_first(
    folder: Path, make_manifest: Callable[..., Manifest]
) -> None:
    """Of a draft from before that was kept, it is said why there is nothing to compare."""
    content = Content(documents=())
    store_content(folder.parents[2], make_manifest("f2"), content.model_dump_json().encode())
    newest, older = contents(folder.parents[2], "C25", "report")
    assert (newest.content, newest.problem) == (content, None)
    assert newest.name
    assert newest.name.folder == "draft-002"
    assert older.content is None
    assert older.name
    assert str(older.problem) == (
        "draft-001 was made by version 0.1.0, which did not keep what a draft says."
    )


@pytest.mark.parametrize("data", [b"", b"{", b'{"documents": [1]}'])
def test_content_that_does_not_say_what_it_should_is_told(
    tmp_path: Path, make_manifest: Callable[..., Manifest], data: bytes
) -> None:
    """A draft whose content cannot be understood is named, and does not stop anybody."""
    store_content(tmp_path, make_manifest(), data)
    (kept,) = contents(tmp_path, "C25", "report")
    assert kept.content is None
    assert f"{CONTENT} does not hold what it should" in str(kept.problem)


def test_content_that_was_changed_is_not_compared(
    tmp_path: Path, make_manifest: Callable[..., Manifest]
) -> None:
    """What a draft says is believed only as it was stored."""
    content = Content(documents=()).model_dump_json().encode()
    change(store_content(tmp_path, make_manifest(), content) / CONTENT, content + b" ")
    (kept,) = contents(tmp_path, "C25", "report")
    assert kept.content is None
    assert f"{CONTENT} was changed" in str(kept.problem)


def test_a_draft_without_a_manifest_is_listed_by_its_folder(folder: Path) -> None:
    """Nothing is known of it but its number, and that is said."""
    (folder / "manifest.json").unlink()
    (kept,) = contents(folder.parents[2], "C25", "report")
    assert (kept.name, kept.manifest, kept.content) == (None, None, None)
    assert "manifest.json is missing" in str(kept.problem)


def test_a_manifest_from_before_redlines_is_read(
    tmp_path: Path, make_manifest: Callable[..., Manifest]
) -> None:
    """Whatever was added to the manifest since has a value that says there was none."""
    written = make_manifest().model_dump_json(
        exclude={"lengths": True, "base": True, "redlines": True, "products": {0: {"edition"}}}
    )
    read = Manifest.model_validate_json(written)
    assert read == make_manifest()
    assert read.products_of("publication", "en") == make_manifest().products
