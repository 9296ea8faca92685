"""A build beside earlier drafts: what it is compared with, and what if that cannot be."""

import datetime
import json
import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from council_report.archive.records import read_draft
from council_report.errors import RenderingError
from council_report.model.draft import Draft
from council_report.model.language import Language
from flows.building import Outcome, build
from flows.ordering import BuildRequest
from tests.flows import editing

NOW = datetime.datetime(2025, 5, 5, 9, 30, tzinfo=datetime.UTC)
WORD = "S25-CL-C-XXXX!!MSW-E.docx"
REDLINES = {f"S25-CL-C-XXXX!!MSW-redline-{letter}.docx" for letter in "EF"}


def build_c25(**options: object) -> Outcome:
    """A build of the sample report in Word."""
    request = {"session": "C25", "document": "report", "pdf": "none"} | options
    return build(BuildRequest.model_validate(request), NOW)


def draft_with(workplace: Path, number: int, **options: object) -> Draft:
    """The next draft of the report, after one number in it has been changed to this one."""
    path = workplace / "inputs/C25/itu-d/activities.yaml"
    text = path.read_text("utf-8")
    before = text.partition("value: ")[2].partition("\n")[0]
    path.write_text(text.replace(f"value: {before}", f"value: {number}"), "utf-8")
    outcome = build_c25(**options)
    assert outcome.draft
    assert outcome.is_new
    return outcome.draft


def files_of(draft: Draft) -> set[str]:
    """The names of the files of a draft."""
    folder = Path(draft.folder)
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def change(draft: Draft, name: str, data: bytes) -> None:
    """Put other bytes in the place of a file of a draft, as somebody determined would."""
    path = Path(draft.folder) / name
    path.unlink()
    path.write_bytes(data)


def test_a_first_draft_has_nothing_to_be_compared_with(workplace: Path) -> None:
    """There are no changes and no redlines, and the rest of the draft is there."""
    draft = draft_with(workplace, 9)
    assert (draft.manifest.base, draft.manifest.redlines) == (None, ())
    assert files_of(draft) == {
        WORD,
        "S25-CL-C-XXXX!!MSW-F.docx",
        "S25-CL-C-XXXX!!MSW-review-E.docx",
        "S25-CL-C-XXXX!!MSW-review-F.docx",
        "content.json",
        "review/index.html",
        "findings.json",
        "manifest.json",
    }


def test_a_base_whose_word_file_is_damaged_gives_no_redline_in_that_language(
    workplace: Path,
) -> None:
    """The other language has its redline; the reason stands in the manifest; the draft is whole."""
    first = draft_with(workplace, 9)
    change(first, WORD, b"not what was stored")
    second = draft_with(workplace, 10)
    english, french = second.manifest.redlines
    assert f"{WORD} was changed after it was stored" in str(english.problem)
    assert french.problem is None
    assert REDLINES & files_of(second) == {"S25-CL-C-XXXX!!MSW-redline-F.docx"}
    assert "changes.json" in files_of(second)
    assert read_draft(Path(second.folder)) == second


def test_a_base_that_holds_no_word_file_at_all_gives_no_redline(workplace: Path) -> None:
    """A Word file whose digest is right and which is none is refused, and does not stop a build."""
    first = draft_with(workplace, 9)
    path = Path(first.folder) / "manifest.json"
    (product,) = (one for one in first.manifest.products if one.file == WORD)
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    change(first, WORD, b"")
    change(first, path.name, path.read_bytes().replace(product.digest.encode(), empty.encode()))
    english, french = draft_with(workplace, 10).manifest.redlines
    assert english.problem
    assert french.problem is None


def test_a_draft_that_cannot_be_read_is_passed_over_for_the_one_before(workplace: Path) -> None:
    """The newest draft that says what it says is the base; the page is told of the other."""
    first, second = draft_with(workplace, 9), draft_with(workplace, 10)
    change(second, "content.json", b"{}")
    third = draft_with(workplace, 11)
    assert third.manifest.base == first.known_as
    assert [one.problem for one in third.manifest.redlines] == [None, None]


def test_a_draft_from_before_contents_were_kept_is_no_base(workplace: Path) -> None:
    """Drafts that an earlier version made are left alone, and nothing is compared with them."""
    first = draft_with(workplace, 9)
    written = json.loads((Path(first.folder) / "manifest.json").read_text("utf-8"))
    written["products"] = [one for one in written["products"] if one["file"] == WORD]
    for key in ("lengths", "base", "redlines"):
        del written[key]
    for trace in written["trace"]:
        del trace["part"], trace["amended"]
    change(first, "manifest.json", json.dumps(written).encode())
    assert read_draft(Path(first.folder)).manifest.draft == 1
    second = draft_with(workplace, 10)
    assert (second.name, second.manifest.base) == ("draft-002", None)


def test_a_language_that_only_the_new_draft_has_is_not_compared(workplace: Path) -> None:
    """What has no counterpart has no redline, and the changes name it."""
    draft_with(workplace, 9, languages=["fr"])
    second = draft_with(workplace, 10)
    assert [one.language for one in second.manifest.redlines] == ["fr"]
    changes = json.loads((Path(second.folder) / "changes.json").read_text("utf-8"))
    assert changes["languages_added"] == ["en"]


def test_the_base_is_no_part_of_the_fingerprint(workplace: Path) -> None:
    """The same inputs have the same fingerprint and the same documents, whatever came before."""
    later = draft_with(workplace, 10)
    shutil.rmtree(workplace / "outputs")
    draft_with(workplace, 9)
    again = draft_with(workplace, 10)
    assert again.manifest.fingerprint == later.manifest.fingerprint
    assert again.manifest.base
    clean = {one.file: one.digest for one in later.manifest.products if one.language}
    assert {one.file: one.digest for one in again.manifest.products}.items() >= clean.items()


def test_the_words_of_the_review_page_are_in_the_fingerprint(workplace: Path) -> None:
    """Other messages make another page, and so a draft; the documents in it are as before."""
    first = draft_with(workplace, 9)
    editing.replace(workplace / "templates/messages/fr.po", ('msgstr "Projet', 'msgstr "Brouillon'))
    outcome = build_c25()
    assert outcome.is_new
    assert outcome.draft
    assert "templates/messages/fr.po" in {one.file for one in outcome.draft.manifest.ingredients}
    clean = [
        {one.file: one.digest for one in draft.manifest.products if one.edition == "publication"}
        for draft in (first, outcome.draft)
    ]
    assert clean[0] == clean[1]


def test_redlines_bear_the_moment_of_the_draft(workplace: Path) -> None:
    """Built at the same moment from the same drafts, a redline has the same bytes."""
    draft_with(workplace, 9)
    digests = []
    for _ in range(2):
        second = draft_with(workplace, 10)
        digests.append({p.file: p.digest for p in second.manifest.products if p.file in REDLINES})
        shutil.rmtree(second.folder)
    assert len(digests[0]) == 2
    assert digests[0] == digests[1]


def test_two_builds_at_once_are_both_compared_and_numbered(workplace: Path) -> None:
    """Two builds of different languages store one after the other, each whole."""
    draft_with(workplace, 9)
    path = workplace / "inputs/C25/itu-d/activities.yaml"
    editing.replace(path, ("value: 9\n", "value: 10\n"))
    outcomes: list[Outcome] = []

    def one(languages: list[Language]) -> None:
        outcomes.append(build_c25(languages=languages))

    threads = [threading.Thread(target=one, args=([language],)) for language in ("en", "fr")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    drafts = [outcome.draft for outcome in outcomes if outcome.draft]
    assert sorted(draft.name for draft in drafts) == ["draft-002", "draft-003"]
    for draft in drafts:
        assert read_draft(Path(draft.folder)) == draft
        changes = json.loads((Path(draft.folder) / "changes.json").read_text("utf-8"))
        assert changes["new"]["draft"] == draft.manifest.draft


def test_the_steps_have_names_that_a_person_recognises(workplace: Path) -> None:
    """Comparing is told of before and after the documents are rendered, with the base's name."""
    draft_with(workplace, 9)
    editing.replace(workplace / "inputs/C25/itu-d/activities.yaml", ("value: 9\n", "value: 10\n"))
    names: list[str] = []

    def step(name: str, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        names.append(name)
        return function(*args, **kwargs)

    build(BuildRequest(session="C25", pdf="none"), NOW, step)
    assert names[-3:] == [
        "compare with earlier drafts",
        "compare in Word with draft-001",
        "store the draft",
    ]


def test_redlines_that_cannot_be_printed_do_not_hold_up_the_documents(workplace: Path) -> None:
    """A PDF engine that fails on tracked changes costs the redlines, and nothing else."""
    draft_with(workplace, 9, pdf="typst")
    editing.replace(workplace / "inputs/C25/itu-d/activities.yaml", ("value: 9\n", "value: 10\n"))

    def step(name: str, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if name.startswith("convert") and any("redline" in document for document in args[0]):
            raise RenderingError("the engine fails on tracked changes", "hint")
        return function(*args, **kwargs)

    draft = build(BuildRequest(session="C25", pdf="typst"), NOW, step).draft
    assert draft
    assert [str(one.problem) for one in draft.manifest.redlines] == [
        "the engine fails on tracked changes"
    ] * 2
    files = files_of(draft)
    assert not any("redline" in name for name in files)
    assert {"S25-CL-C-XXXX!!PDF-E.pdf", "S25-CL-C-XXXX!!PDF-F.pdf", "changes.json"} <= files


def test_an_engine_that_fails_on_the_documents_stops_the_build(workplace: Path) -> None:
    """Without redlines there is nothing to leave out."""

    def step(name: str, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if name.startswith("convert"):
            raise RenderingError("the engine fails", "hint")
        return function(*args, **kwargs)

    with pytest.raises(RenderingError, match="the engine fails"):
        build(BuildRequest(session="C25", pdf="typst"), NOW, step)
    assert not list(workplace.glob("outputs/C25/report/draft-*"))


@pytest.mark.libreoffice
@pytest.mark.parametrize("engine", ["libreoffice", "typst"])
def test_redlines_are_printed_with_the_documents(workplace: Path, engine: str) -> None:
    """The PDF of a redline has pages, and stands beside those of publication."""
    draft_with(workplace, 9, pdf=engine)
    second = draft_with(workplace, 10, pdf=engine)
    pages = {p.file: p.pages for p in second.manifest.products if p.file.endswith(".pdf")}
    assert set(pages) == {
        f"S25-CL-C-XXXX!!PDF-{edition}{letter}.pdf"
        for edition in ("", "redline-")
        for letter in "EF"
    }
    assert all(pages.values())
    assert any(one.pages for one in second.manifest.lengths)
