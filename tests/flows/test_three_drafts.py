"""Three drafts of the report with the edits of an ordinary week, and what is said of them."""

import datetime
import hashlib
import json
from contextlib import chdir
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import docx
import pypandoc
import pytest
from jsonschema import Draft202012Validator

from council_report.archive.records import read_draft
from council_report.comparison.changes import applied
from council_report.comparison.passages import passages_of
from council_report.model.change import Change, Changes
from council_report.model.content import Content
from council_report.model.draft import Draft
from council_report.model.schemas import json_schema
from flows.building import build
from flows.ordering import BuildRequest
from tests.flows import editing
from tests.samples import copy_as_written

MONDAY = datetime.datetime(2025, 5, 5, 9, 30, tzinfo=datetime.UTC)


def build_on(day: int) -> Draft:
    """The draft of the report that is built so many days after Monday."""
    request = BuildRequest(session="C25", document="report", pdf="none")
    outcome = build(request, MONDAY + datetime.timedelta(days=day))
    assert outcome.draft
    assert outcome.is_new
    assert [one for one in outcome.findings if one.severity == "error"] == []
    return outcome.draft


def edit_for_the_second(inputs: Path) -> None:
    """A number, a sentence in two languages, a bullet that moves, an entry that goes."""
    editing.replace(inputs / "general-secretariat/report.yaml", ("value: 315", "value: 330"))
    editing.replace(
        inputs / "itu-r/standards.yaml",
        ("automation of\n        monitoring.", "automation of\n        spectrum monitoring."),
        ("y compris l'IA et les mégadonnées", "dont l'IA et les mégadonnées"),
    )
    editing.move(inputs / "itu-t/standards.yaml", "focus-group-ai-native-networks", "ai-for-health")
    editing.remove(inputs / "itu-d/activities.yaml", "open-source-programme-office")


def edit_for_the_third(inputs: Path) -> None:
    """A new section with its entry, a cell of a table, a heading."""
    editing.append(inputs / "session.yaml", editing.SECTION)
    editing.append(inputs / "itu-d/activities.yaml", editing.NEXT_STEPS)
    editing.replace(
        inputs / "itu-r/standards.yaml",
        ('[Study Group 6, "2"]', '[Study Group 6, "3"]'),
        ('[Commission d\'études 6, "2"]', '[Commission d\'études 6, "3"]'),
    )
    editing.replace(
        inputs / "session.yaml",
        ("en: Demand for more activities", "en: Demand for further activities"),
        ("fr: Demande pour plus d'activités", "fr: Demande d'activités supplémentaires"),
    )


SECOND = {
    "entry standards-with-partners": ("statistics",),
    "entry sg1-spectrum-monitoring": ("reworded",),
    "entry focus-group-ai-native-networks": ("moved",),
    "entry open-source-programme-office": ("removed",),
}
THIRD = {
    "entry groups-at-work": ("reworded",),
    "heading demand": ("reworded",),
    "heading next-steps": ("added",),
    "entry regional-workshops": ("added",),
}


class Week(NamedTuple):
    """The drafts of a week."""

    first: Draft
    second: Draft
    third: Draft


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> Week:
    """Three drafts, each edited a little since the one before."""
    place = tmp_path_factory.mktemp("week")
    copy_as_written(place)
    inputs = place / "inputs/C25"
    editing.append(inputs / "itu-r/standards.yaml", editing.TABLE)
    with chdir(place):
        first = build_on(0)
        edit_for_the_second(inputs)
        second = build_on(1)
        edit_for_the_third(inputs)
        return Week(first, second, build_on(2))


def changes_of(draft: Draft) -> Changes:
    """The changes that a draft holds, as they stand on disk."""
    data = (Path(draft.folder) / "changes.json").read_bytes()
    Draft202012Validator(json_schema("changes")).validate(json.loads(data))
    return Changes.model_validate_json(data)


def content_of(draft: Draft) -> Content:
    """What a draft says, as it stands on disk."""
    return Content.model_validate_json((Path(draft.folder) / "content.json").read_bytes())


def kinds_of(changes: tuple[Change, ...]) -> dict[str, tuple[str, ...]]:
    """What has changed about which passage."""
    return {change.key: change.kinds for change in changes}


def said(word: bytes, tracked: str) -> str:
    """The words of a Word file with its tracked changes accepted or rejected, read by pandoc."""
    return pypandoc.convert_text(
        word, "plain", format="docx", extra_args=[f"--track-changes={tracked}", "--wrap=none"]
    )


def test_changes_json_says_what_was_edited_one_for_one(week: Week) -> None:
    """Every edit is there in both languages, of its kind, and nothing else is."""
    assert not (Path(week.first.folder) / "changes.json").exists()
    for draft, edits in ((week.second, SECOND), (week.third, THIRD)):
        changes = changes_of(draft)
        assert [one.language for one in changes.languages] == ["en", "fr"]
        for language in ("en", "fr"):
            assert kinds_of(changes.of(language)) == edits


def test_the_changes_lead_from_one_draft_to_the_next(week: Week) -> None:
    """Each draft is compared with the one before; applying the changes to that gives this one."""
    for old, new in pairwise(week):
        changes = changes_of(new)
        assert (changes.old, changes.new) == (old.known_as, new.known_as)
        assert new.manifest.base == old.known_as
        for one in changes.languages:
            before = content_of(old).document(one.language)
            after = content_of(new).document(one.language)
            assert before
            assert after
            assert applied(one, passages_of(before)) == passages_of(after)


def test_the_words_that_changed_are_named(week: Week) -> None:
    """A number, a word, a cell: what is gone and what has come, and no more."""
    second = {one.key: one for one in changes_of(week.second).of("en")}
    number = second["entry standards-with-partners"].words
    assert [(p.operation, p.text) for p in number if p.operation != "same"] == [
        ("removed", "315"),
        ("added", "330"),
    ]
    sentence = second["entry sg1-spectrum-monitoring"].words
    assert "".join(p.text for p in sentence if p.operation == "added").strip() == "spectrum"
    assert [p for p in sentence if p.operation == "removed"] == []
    third = {one.key: one for one in changes_of(week.third).of("fr")}
    (cell,) = third["entry groups-at-work"].cells
    assert (cell.row, cell.column) == (3, 2)
    (statistic,) = changes_of(week.second).statistics
    assert (statistic.key, statistic.old and statistic.old.value) == ("ai-standards", 315)


def test_every_redline_is_verified_and_gives_both_texts(week: Week) -> None:
    """Another reader finds the old text where changes are rejected, the new where accepted."""
    for old, new in pairwise(week):
        assert [(one.language, one.problem) for one in new.manifest.redlines] == [
            ("en", None),
            ("fr", None),
        ]
        assert all(one.compared and one.not_compared for one in new.manifest.redlines)
        for letter in "EF":
            name = f"S25-CL-C-XXXX!!MSW-{letter}.docx"
            before, after = (Path(one.folder).joinpath(name).read_bytes() for one in (old, new))
            redline = Path(new.folder) / f"S25-CL-C-XXXX!!MSW-redline-{letter}.docx"
            assert said(redline.read_bytes(), "accept") == said(after, "accept")
            assert said(redline.read_bytes(), "reject") == said(before, "accept")


def test_publication_files_hold_no_tracked_change_and_no_comment(week: Week) -> None:
    """What goes to the Council is clean, whatever stands beside it."""
    for draft in week:
        for letter in "EF":
            path = Path(draft.folder) / f"S25-CL-C-XXXX!!MSW-{letter}.docx"
            xml = docx.Document(str(path)).element.xml
            assert not any(tag in xml for tag in ("<w:ins ", "<w:del ", "commentReference"))


def test_a_draft_is_whole_with_all_its_editions(week: Week) -> None:
    """Every file has its digest and its edition in the manifest; the draft reads back verified."""
    assert read_draft(Path(week.third.folder)) == week.third
    editions = {one.file: one.edition for one in week.third.manifest.products}
    assert editions == {
        "S25-CL-C-XXXX!!MSW-E.docx": "publication",
        "S25-CL-C-XXXX!!MSW-F.docx": "publication",
        "S25-CL-C-XXXX!!MSW-redline-E.docx": "redline",
        "S25-CL-C-XXXX!!MSW-redline-F.docx": "redline",
        "S25-CL-C-XXXX!!MSW-review-E.docx": "review",
        "S25-CL-C-XXXX!!MSW-review-F.docx": "review",
        "changes.json": "data",
        "content.json": "data",
        "review/index.html": "page",
    }
    for product in week.third.manifest.products:
        data = (Path(week.third.folder) / product.file).read_bytes()
        assert hashlib.sha256(data).hexdigest() == product.digest
