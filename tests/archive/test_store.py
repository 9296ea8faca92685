"""Storing drafts: whole or not at all, numbered, never changed."""

import json
import resource
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path
from string import ascii_letters, digits

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council_report.archive.drafts import latest
from council_report.archive.records import read_draft
from council_report.archive.store import store
from council_report.errors import ArchiveError
from council_report.model.document import Gap
from council_report.model.draft import Ingredient, Manifest, Product, Trace
from council_report.model.finding import Finding
from council_report.model.location import Location

FILE = "S25-CL-C-XXXX!!MSW-E.docx"

MakeManifest = Callable[..., Manifest]

KEYS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
NUMBERS = st.none() | st.integers(1, 10**6)
LANGUAGES = st.sampled_from(("en", "fr", "es", "ru", "zh", "ar"))
NAMES = st.builds(
    str.__add__,
    st.sampled_from(ascii_letters + digits),
    st.text(ascii_letters + digits + "!._-", max_size=40),
)
LOCATIONS = st.builds(Location, st.text(), NUMBERS)
FINDINGS = st.lists(
    st.builds(
        Finding,
        rule=st.text(),
        severity=st.sampled_from(("error", "warning", "note")),
        location=LOCATIONS,
        message=st.text(),
        remedy=st.text(),
    ),
    max_size=3,
)
INGREDIENTS = st.builds(Ingredient, file=st.text(), digest=st.text(), contributor=st.none() | KEYS)
TRACES = st.builds(Trace, entry=KEYS, language=LANGUAGES, section=KEYS, contributor=KEYS)
GAPS = st.builds(Gap, contributor=KEYS, section=KEYS, reason=st.text())
PARTS = st.fixed_dictionaries(
    {
        "tools": st.dictionaries(st.text(), st.text(), max_size=2),
        "languages": st.lists(LANGUAGES, unique=True).map(tuple),
        "trace": st.lists(TRACES, max_size=2).map(tuple),
        "gaps": st.lists(GAPS, max_size=2).map(tuple),
        "statistics": st.dictionaries(KEYS, st.text(), max_size=2),
        "provisional": st.dictionaries(LANGUAGES, st.tuples(st.text()), max_size=2),
    }
)


def visible(outputs: Path) -> list[str]:
    """The names a person sees in the folder of the report's drafts."""
    return sorted(p.name for p in (outputs / "C25/report").iterdir() if p.name[0] != ".")


def refusal(outputs: Path, manifest: Manifest, files: dict[str, bytes], **how: float) -> str:
    """What a person is told when the draft cannot be stored."""
    with pytest.raises(ArchiveError) as caught:
        store(outputs, manifest, files, (), **how)
    return f"{caught.value} {caught.value.hint}"


@settings(max_examples=25)
@given(
    files=st.dictionaries(NAMES, st.binary(), max_size=3),
    findings=FINDINGS,
    parts=PARTS,
    ingredients=st.lists(INGREDIENTS, max_size=3, unique_by=lambda ingredient: ingredient.file),
)
def test_what_is_stored_is_read_back(
    make_manifest: MakeManifest,
    files: dict[str, bytes],
    findings: list[Finding],
    parts: dict[str, object],
    ingredients: list[Ingredient],
) -> None:
    """Every manifest, every finding and every file comes back as it was given."""
    products = tuple(Product(file=name, digest="") for name in files)
    manifest = make_manifest(**parts, products=products, ingredients=tuple(ingredients))
    with tempfile.TemporaryDirectory() as folder:
        stored, new = store(Path(folder), manifest, files, findings)
        found = read_draft(Path(stored.folder))
        contents = {name: (Path(stored.folder) / name).read_bytes() for name in files}
    assert new
    assert found == stored
    assert contents == files
    assert set(found.findings) == set(findings)
    assert {file.file: file for file in found.manifest.ingredients} == {
        file.file: file for file in ingredients
    }
    ours = {"draft", "products", "ingredients"}
    assert found.manifest.model_dump(exclude=ours) == manifest.model_dump(exclude=ours)


def test_the_draft_is_numbered_and_digested(tmp_path: Path, make_manifest: MakeManifest) -> None:
    """The archive chooses the number and computes the digests, and keeps what else is known."""
    product = Product(file=FILE, digest="whatever", language="en", pages=4, words=1200)
    draft, _ = store(tmp_path, make_manifest(products=(product,)), {FILE: b"words"}, ())
    digest = "dba36bffa5cab0f922d087a3aeb179f9d4e745df40b323e1b1471402848c8a3e"
    assert draft.manifest.draft == 1
    assert draft.folder == f"{tmp_path.as_posix()}/C25/report/draft-001"
    assert draft.manifest.products == (product.model_copy(update={"digest": digest}),)


def test_an_unchanged_fingerprint_gives_no_new_draft(
    tmp_path: Path, make_manifest: MakeManifest
) -> None:
    """Storing the same again gives the draft there is, untouched."""
    first, _ = store(tmp_path, make_manifest(), {FILE: b"words"}, ())
    again, new = store(tmp_path, make_manifest(version="9"), {FILE: b"other words"}, ())
    assert (again, new) == (first, False)
    assert visible(tmp_path) == ["draft-001"]


def test_only_the_latest_draft_can_be_current(tmp_path: Path, make_manifest: MakeManifest) -> None:
    """Going back to earlier inputs is news: it gives a new draft."""
    names = [store(tmp_path, make_manifest(f), {FILE: b""}, ())[0].name for f in ("a", "b", "a")]
    assert names == ["draft-001", "draft-002", "draft-003"]


def test_kinds_and_sessions_are_numbered_apart(tmp_path: Path, make_manifest: MakeManifest) -> None:
    """Each document of each session has its own drafts."""
    for fields in ({}, {"kind": "proposal"}, {"session": "C26"}):
        draft, new = store(tmp_path, make_manifest(**fields), {FILE: b""}, ())
        assert (draft.name, new) == ("draft-001", True)


def test_a_damaged_latest_draft_is_left_and_followed(
    tmp_path: Path, make_manifest: MakeManifest
) -> None:
    """A draft that somebody changed is never current, and its number is not given again."""
    first, _ = store(tmp_path, make_manifest(), {FILE: b"words"}, ())
    (Path(first.folder) / FILE).unlink()
    second, new = store(tmp_path, make_manifest(), {FILE: b"words"}, ())
    assert (second.name, new) == ("draft-002", True)
    assert visible(tmp_path) == ["draft-001", "draft-002"]


def test_the_files_of_a_draft_are_read_only(tmp_path: Path, make_manifest: MakeManifest) -> None:
    """Nobody changes a draft by accident."""
    draft, _ = store(tmp_path, make_manifest(), {FILE: b"words"}, ())
    modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in Path(draft.folder).iterdir()}
    assert set(modes) == {FILE, "manifest.json", "findings.json"}
    assert all(mode & 0o222 == 0 for mode in modes.values())


def test_the_records_are_for_people_too(tmp_path: Path, make_manifest: MakeManifest) -> None:
    """Manifest and findings are indented UTF-8, sorted where order says nothing."""
    manifest = make_manifest(
        tools={"typst": "0.15", "docxtpl": "0.20"},
        ingredients=tuple(Ingredient(file=name, digest="d") for name in ("b", "a")),
    )
    findings = [
        Finding(rule="r", severity="note", location=Location(file, 2), message="é", remedy="x")
        for file in ("b", "a")
    ]
    draft, _ = store(tmp_path, manifest, {FILE: b""}, findings)
    written = (Path(draft.folder) / "manifest.json").read_text(encoding="utf-8")
    listed = (Path(draft.folder) / "findings.json").read_text(encoding="utf-8")
    assert '\n  "tools": {\n    "docxtpl": "0.20",\n    "typst": "0.15"\n  },\n' in written
    assert written.index('"file": "a"') < written.index('"file": "b"')
    assert written.endswith("\n}\n")
    assert '"message": "é"' in listed
    assert json.loads(listed)["counts"] == {"error": 0, "warning": 0, "note": 2}
    assert [found["location"]["file"] for found in json.loads(listed)["findings"]] == ["a", "b"]


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "../a", "a/../b", "/a", "a/", "a/b/c", "a/.b", "a\\b", ".hidden", "a\nb", "é"],
)
def test_a_name_that_is_no_plain_file_name_is_refused(
    tmp_path: Path, make_manifest: MakeManifest, name: str
) -> None:
    """No file of a draft can be written anywhere but into its folder."""
    manifest = make_manifest(products=(Product(file=name, digest=""),))
    assert "report it to its maintainers" in refusal(tmp_path, manifest, {name: b""})
    assert list(tmp_path.iterdir()) == []


def test_a_file_may_stand_in_one_folder_of_the_draft(
    tmp_path: Path, make_manifest: MakeManifest
) -> None:
    """The review page has a folder of its own, and is verified like every other file."""
    products = tuple(Product(file=name, digest="") for name in (FILE, "review/index.html"))
    files = {FILE: b"words", "review/index.html": b"page"}
    draft, _ = store(tmp_path, make_manifest(products=products), files, ())
    page = Path(draft.folder) / "review/index.html"
    assert page.read_bytes() == b"page"
    assert stat.S_IMODE(page.stat().st_mode) & 0o222 == 0
    page.unlink()
    with pytest.raises(ArchiveError, match=r"review/index\.html is missing"):
        read_draft(Path(draft.folder))


def test_a_file_cannot_have_the_name_of_a_folder(
    tmp_path: Path, make_manifest: MakeManifest
) -> None:
    """A draft that could not be written is refused before anything is."""
    files = {"review": b"", "review/index.html": b""}
    manifest = make_manifest(products=tuple(Product(file=name, digest="") for name in files))
    assert "not allowed as names: ['review']" in refusal(tmp_path, manifest, files)
    assert list(tmp_path.iterdir()) == []


def test_what_is_made_last_knows_the_number_and_the_digests(
    tmp_path: Path, make_manifest: MakeManifest
) -> None:
    """A file that speaks of the draft by its number is made once the draft has one."""
    store(tmp_path, make_manifest("before"), {FILE: b"words"}, ())
    page = Product(file="review/index.html", digest="", edition="page")
    manifest = make_manifest(products=(Product(file=FILE, digest=""), page))

    def closing(known: Manifest) -> dict[str, bytes]:
        return {page.file: f"{known.known_as.folder} {known.products[0].digest[:8]}".encode()}

    draft, _ = store(tmp_path, manifest, {FILE: b"words"}, (), closing=closing)
    assert (Path(draft.folder) / page.file).read_bytes() == b"draft-002 dba36bff"
    assert all(len(product.digest) == 64 for product in draft.manifest.products)


def test_what_fails_at_the_last_moment_leaves_nothing(
    tmp_path: Path, make_manifest: MakeManifest
) -> None:
    """When the last file cannot be made there is no draft, and the number is still free."""

    def closing(known: Manifest) -> dict[str, bytes]:
        raise ArchiveError(f"no page of {known.known_as.folder}", "hint")

    with pytest.raises(ArchiveError, match="no page of draft-001"):
        store(tmp_path, make_manifest(), {FILE: b""}, (), closing=closing)
    assert visible(tmp_path) == []
    assert store(tmp_path, make_manifest(), {FILE: b""}, ())[0].name == "draft-001"


def test_an_unchanged_draft_is_not_closed_again(
    tmp_path: Path, make_manifest: MakeManifest
) -> None:
    """Where there is nothing to store, nothing is made for it."""
    asked: list[Manifest] = []

    def closing(known: Manifest) -> dict[str, bytes]:
        asked.append(known)
        return {}

    for _ in range(2):
        store(tmp_path, make_manifest(), {FILE: b""}, (), closing=closing)
    assert len(asked) == 1


@pytest.mark.parametrize("name", ["manifest.json", "findings.json"])
def test_no_file_takes_the_place_of_a_record(
    tmp_path: Path, make_manifest: MakeManifest, name: str
) -> None:
    """The names of the manifest and the findings are the archive's own."""
    manifest = make_manifest(products=(Product(file=name, digest=""),))
    assert f"not allowed as names: ['{name}']" in refusal(tmp_path, manifest, {name: b""})


@pytest.mark.parametrize("names", [[], [FILE, "another.pdf"]])
def test_files_and_manifest_must_agree(
    tmp_path: Path, make_manifest: MakeManifest, names: list[str]
) -> None:
    """A draft has exactly the files that its manifest lists."""
    files = dict.fromkeys(names, b"")
    assert "put together wrongly" in refusal(tmp_path, make_manifest(), files)


@pytest.mark.parametrize("where", ["outputs", "outputs/C25", "outputs/C25/report"])
def test_a_file_in_the_place_of_a_folder_is_told(
    tmp_path: Path, make_manifest: MakeManifest, where: str
) -> None:
    """Where no folder can be made, the message names the place and what to do."""
    (tmp_path / where).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / where).touch()
    told = refusal(tmp_path / "outputs", make_manifest(), {FILE: b""})
    assert str(tmp_path / "outputs/C25/report") in told
    assert "move it away" in told


def test_a_draft_that_does_not_fit_on_the_disk_leaves_nothing(
    tmp_path: Path, make_manifest: MakeManifest
) -> None:
    """When a file cannot be written to its end, no part of the draft stays, and all is told."""
    unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, unlimited[1]))
    try:
        told = refusal(tmp_path, make_manifest(), {FILE: bytes(100_000)})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
    assert "File too large" in told
    assert [path.name for path in (tmp_path / "C25/report").iterdir()] == [".lock"]
    assert latest(tmp_path, "C25", "report") is None
    assert store(tmp_path, make_manifest(), {FILE: bytes(100_000)}, ())[0].name == "draft-001"
