"""The verb feedback: copies in, proposals out, and what is accepted."""

import datetime
import json
from pathlib import Path

import docx
import pytest
from typer.testing import CliRunner, Result

from council_report.archive.drafts import contents
from council_report.cli.commands import app
from council_report.errors import UsageError
from flows.building import build
from flows.ordering import BuildRequest

OLD, NEW = "rising markedly", "growing fast"


def call(*words: str) -> Result:
    """The command called with these words."""
    return CliRunner().invoke(app, ["feedback", "C25", *words])


@pytest.fixture
def copy(workplace: Path) -> Path:
    """A copy of the English draft in which Ana has changed two words and made a remark."""
    now = datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC)
    build(BuildRequest(session="C25", pdf="none", languages=("en",)), now)
    (draft,) = contents(workplace / "outputs", "C25", "report")
    word = docx.Document(str(draft.folder / "S25-CL-C-XXXX!!MSW-E.docx"))
    run = next(run for one in word.paragraphs for run in one.runs if OLD in run.text)
    run.text = run.text.replace(OLD, NEW)
    word.add_comment(run, "Is it [bold]so[/]?", "Ben", "B")
    heading = next(one for one in word.paragraphs if one.text == "Multistakeholder collaboration")
    heading.runs[0].text = "Collaboration"
    word.core_properties.last_modified_by = "Ana"
    word.save(str(workplace / "ana.docx"))
    return workplace / "ana.docx"


def test_a_copy_is_taken_in_listed_and_accepted(copy: Path) -> None:
    """Each call says what came of it, and where the page is."""
    taken = call("ana.docx")
    assert taken.exit_code == 0
    for expected in (
        "taken in ana.docx: a copy of draft-001 in English, saved by Ana; ",
        "1 edit, 1 comment\n",
        "To accept: council-report feedback C25 --document report --accept ID",
        f"[-{OLD}-][+{NEW}+]",
        "Is it [bold]so[/]?",
        "→ A comment changes no text by itself",
        "1 edit or comment at no text of a contributor",
        "This heading stands in inputs/C25/session.yaml, line",
        "outputs/C25/report/feedback/index.html",
    ):
        assert expected in taken.output
    assert "known ana.docx" in call("ana.docx").output
    listed = call("--json")
    proposals = json.loads(listed.output)["feedback"]["proposals"]
    (key,) = [one["id"] for one in proposals if one["kind"] == "reword"]
    accepted = call("--accept", key, "--why", "agreed")
    assert (
        "accepted replace general-secretariat/rising-demand, in English, by Ana" in accepted.output
    )
    assert "In the next draft: council-report build C25 --document report" in accepted.output
    assert "reword accepted" in call().output
    assert "among the amendments already" in call("--all-from", "Ana").output
    amendments = (copy.parent / "inputs/C25/amendments.yaml").read_text("utf-8")
    assert 'why: "agreed"' in amendments


def test_what_is_taken_out_or_put_in_is_told_so(copy: Path) -> None:
    """A removal concerns every language, an addition comes after an entry."""
    word = docx.Document(str(copy))
    first = next(one for one in word.paragraphs if NEW in one.text)
    gone = next(one for one in word.paragraphs if one.text.startswith("At the centre"))
    gone._p.getparent().remove(gone._p)
    first.insert_paragraph_before("Staff were trained.", first.style)
    word.save(str(copy))
    taken = call("ana.docx").output
    assert "→ a removal takes the text out in every language" in taken
    assert "add after general-secretariat/" in taken
    accepted = call("--all-from", "Ana").output
    assert "taken out in every language, by Ana" in accepted
    assert "accepted add after general-secretariat/" in accepted


def test_a_copy_that_nobody_edited_is_told_so(copy: Path) -> None:
    """Saved again, or just as it was made; the latter is not kept."""
    (draft,) = contents(copy.parent / "outputs", "C25", "report")
    ours = str(draft.folder / "S25-CL-C-XXXX!!MSW-E.docx")
    docx.Document(ours).save(str(copy))
    result = call("ana.docx", ours)
    assert "nothing was edited in it" in result.output
    assert "paragraphs read the same" not in result.output
    assert "the file of draft-001 in English as we made it" in result.output
    assert "To accept" not in result.output
    assert len([*(draft.folder.parent / "feedback/files").iterdir()]) == 1


def test_the_words_of_a_copy_of_no_draft_are_shown_once(copy: Path) -> None:
    """They were neither put in nor taken out."""
    other = docx.Document()
    other.add_paragraph("Minutes of a meeting.")
    other.save(str(copy))
    result = call("ana.docx")
    assert "a copy of no draft" in result.output
    listed = call().output
    assert listed.count("Minutes of a meeting.") == 1 + listed.count("“Minutes of a meeting.”")
    assert "Minutes of a meeting.+" not in listed


def test_files_and_what_is_accepted_may_come_in_one_call(copy: Path) -> None:
    """All that Ana proposes is taken in and accepted."""
    result = call("ana.docx", "--all-from", "ana", "--json")
    assert result.exit_code == 0
    said = json.loads(result.output)
    assert [one["file"] for one in said["files"]] == ["ana.docx"]
    assert [one["by"] for one in said["amendments"]] == ["Ana"]
    assert len(said["accepted"]) == 1


def test_what_cannot_be_read_is_said_with_exit_code_1(copy: Path) -> None:
    """The others are taken in all the same."""
    (copy.parent / "notes.docx").write_text("no Word file")
    result = call("notes.docx", "ana.docx")
    assert result.exit_code == 1
    assert "not taken in notes.docx" in result.output
    assert "taken in ana.docx" in result.output


def test_a_file_of_the_secretariat_that_is_broken_is_named(workplace: Path) -> None:
    """It is not the session file that is to blame."""
    (workplace / "inputs/C25/amendments.yaml").write_text("amendments: [")
    error = call().exception
    assert isinstance(error, UsageError)
    assert "because of inputs/C25/amendments.yaml" in str(error)
    assert "session" not in str(error).partition("because")[2]
    assert "council-report check C25" in error.hint


def test_a_reason_alone_accepts_nothing(workplace: Path) -> None:
    """Nor is there anything to list before somebody sent a copy."""
    error = call("--why", "because").exception
    assert isinstance(error, UsageError)
    assert "Nobody has sent a copy yet." in call().output
