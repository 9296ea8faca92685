"""This year's report, made of last year's forms, against last year's report."""

import datetime
import io
import json
from pathlib import Path

import docx
import openpyxl
import pytest

from council_report.model.change import Change, Changes
from council_report.model.draft import Draft
from council_report.model.finding import Finding
from council_report.settings import Workplace, find_workplace
from flows.building import Outcome, build
from flows.forming import FormRequest, make_forms
from flows.ordering import BuildRequest
from tests.flows import editing

NOW = datetime.datetime(2026, 3, 2, 8, 0, tzinfo=datetime.UTC)

FORMS = {"itu-t": "docx", "itu-r": "docx", "itu-d": "xlsx", "general-secretariat": "xlsx"}
UPDATED = "international-ai-standards-summit"
DROPPED = "international-ai-standards-exchange"
CORRECTED = "open-source-programme-office"
NEW = "ITU-T has launched a training programme on AI standards."

HEADER = {
    f"line header.{line}": ("reworded",)
    for line in ("session", "place_and_dates", "agenda_item", "symbol")
}


def filled_in_word(form: bytes) -> bytes:
    """ITU-T's form with a text updated, an entry taken out, one added."""
    document = docx.Document(io.BytesIO(form))
    paragraphs = document.paragraphs
    updated = next(one for one in paragraphs if one.text.startswith("In 2024, ITU organized"))
    for run in updated.runs:
        run.text = run.text.replace("Seoul", "Busan")
    number = next(i for i, one in enumerate(paragraphs) if one.text.startswith("The International"))
    for paragraph in paragraphs[number : number + 2]:  # With the details under it.
        paragraph._element.getparent().remove(paragraph._element)
    first = next(one for one in paragraphs if one.text.startswith("ITU has drawn up standards"))
    first.insert_paragraph_before(NEW, "Normal")
    return saved(document)


def filled_in_excel(form: bytes) -> bytes:
    """ITU-D's form with a word corrected."""
    workbook = openpyxl.load_workbook(io.BytesIO(form))
    for row in workbook.worksheets[0].iter_rows(min_row=2):
        for cell in row if row[0].value == CORRECTED else ():
            if "low-resource" in str(cell.value):
                cell.value = str(cell.value).replace("low-resource", "developing")
    return saved(workbook)


def saved(document: object) -> bytes:
    """A document of python-docx or openpyxl as a file."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def fill_in(place: Workplace) -> None:
    """Have every contributor send its form: two of them with edits, two as they got it."""
    fillers = {"itu-t": filled_in_word, "itu-d": filled_in_excel}
    for contributor, form_format in FORMS.items():
        request = {"session": "C26", "contributor": contributor, "format": form_format}
        (file,) = make_forms(place, FormRequest.model_validate(request)).files
        folder = place.inputs / "C26" / contributor
        folder.mkdir(exist_ok=True)
        (folder / file.name).write_bytes(fillers.get(contributor, bytes)(file.data))


def draft_of(session: str) -> Outcome:
    """What a build of the report of a session gives, in Word only."""
    return build(BuildRequest(session=session, document="report", pdf="none"), NOW)


@pytest.fixture
def outcome(workplace: Path) -> Outcome:
    """The first draft of C26, built where C25 has one."""
    draft_of("C25")
    fill_in(find_workplace(workplace))
    return draft_of("C26")


def test_only_what_was_sent_anew_is_a_change(outcome: Outcome) -> None:
    """Updated, new and dropped entries are listed; what was left as it was is not."""
    assert outcome.draft
    changes = changes_in(outcome.draft)
    assert (changes.old.session, changes.old.draft) == ("C25", 1)
    assert outcome.draft.manifest.base == changes.old
    english = {change.key: change for change in changes.of("en")}
    (added,) = (change for change in english.values() if "added" in change.kinds)
    assert added.new
    assert "".join(run.text for run in added.new.text) == NEW
    assert kinds(changes.of("en")) == HEADER | {
        added.key: ("added",),
        f"entry {UPDATED}": ("reworded",),
        f"entry {CORRECTED}": ("reworded",),
        f"entry {DROPPED}": ("removed",),
    }


def test_a_number_sent_back_as_it_was_has_not_changed(outcome: Outcome) -> None:
    """A form says the unit of a statistic in one language; that it had two is no news."""
    assert outcome.draft
    assert changes_in(outcome.draft).statistics == ()


def test_what_was_carried_over_is_noted_as_repeated(outcome: Outcome) -> None:
    """Each entry that says what it said last year is flagged, once; the others are not."""
    repeated = [one for one in outcome.findings if one.rule == "entry-unchanged"]
    assert len(repeated) == 57 - 3
    assert {one.severity for one in repeated} == {"note"}
    assert not any(errors(outcome.findings))


def test_the_redlines_show_the_changes_since_last_year(outcome: Outcome) -> None:
    """Both languages have a verified redline against last year's report."""
    assert outcome.draft
    assert [
        (one.language, one.base.session, one.problem) for one in outcome.draft.manifest.redlines
    ] == [
        ("en", "C25", None),
        ("fr", "C25", None),
    ]
    assert (Path(outcome.draft.folder) / "S26-CL-C-XXXX!!MSW-redline-F.docx").is_file()


def test_the_next_draft_is_compared_with_the_one_before_and_last_year_is_still_there(
    outcome: Outcome, workplace: Path
) -> None:
    """From the second draft on the base is this year's; the page offers last year's as well."""
    editing.replace(
        workplace / "inputs/C26/session.yaml",
        ("    original_language: en\n", "    agenda_item: PL 1.2\n    original_language: en\n"),
    )
    second = draft_of("C26").draft
    assert second
    assert outcome.draft
    assert second.manifest.base == outcome.draft.known_as
    assert kinds(changes_in(second).of("en")) == {"line header.agenda_item": ("reworded",)}
    page = (Path(second.folder) / "review/index.html").read_text("utf-8")
    assert "<bdi>C25</bdi>, draft <bdi>1</bdi>" in page


def changes_in(draft: Draft) -> Changes:
    """The changes that a draft holds."""
    data = json.loads((Path(draft.folder) / "changes.json").read_text("utf-8"))
    return Changes.model_validate(data)


def kinds(changes: tuple[Change, ...]) -> dict[str, tuple[str, ...]]:
    """What has changed about which passage."""
    return {change.key: change.kinds for change in changes}


def errors(findings: tuple[Finding, ...]) -> list[Finding]:
    """The findings that set a file aside."""
    return [one for one in findings if one.severity == "error"]
