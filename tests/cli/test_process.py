"""The command as a process: exit codes, the two channels, and a build that needs no Prefect."""

import datetime
import json
import subprocess
import sys
from pathlib import Path

from council_report.model.draft import Draft
from flows.building import build
from flows.ordering import BuildRequest

NOW = datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """The command called with these words in the current folder, when it has ended."""
    command = [sys.executable, "-m", "council_report.cli", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def draft_of(workplace: Path) -> Draft:
    """A draft of the report, as ``build C25 --pdf none`` would order it."""
    request = BuildRequest(
        session="C25",
        document="report",
        pdf="none",
        inputs=workplace / "inputs",
        outputs=workplace / "outputs",
    )
    draft = build(request, NOW).draft
    assert draft
    return draft


def break_itu_r(workplace: Path) -> None:
    """Put an error into the one file of ITU-R."""
    path = workplace / "inputs/C25/itu-r/standards.yaml"
    path.write_text(path.read_text("utf-8").replace("section:", "sektion:", 1), "utf-8")


def test_an_error_of_usage_ends_with_exit_code_2_and_no_traceback(workplace: Path) -> None:
    """The command explains itself on the error channel."""
    assert workplace
    done = run("check", "C99")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "There is no session 'C99'" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_error_of_usage_is_json_for_a_machine(workplace: Path) -> None:
    """With ``--json`` the error and its hint stand on the output channel, and nothing else."""
    assert workplace
    done = run("check", "C99", "--json")
    assert done.returncode == 2
    assert done.stderr == ""
    answer = json.loads(done.stdout)
    assert set(answer) == {"error", "hint"}
    assert "There is no session 'C99'" in answer["error"]
    assert "C24, C25" in answer["hint"]


def test_an_unchanged_build_names_the_current_draft(workplace: Path) -> None:
    """Where nothing has changed, no draft is made, and the one there is is shown."""
    draft_of(workplace)
    done = run("build", "C25", "--pdf", "none")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0].startswith("draft-001 of the C25 report is current")
    assert lines[1] == "outputs/C25/report/draft-001"
    assert lines[-1] == "No findings."
    assert [path.name for path in (workplace / "outputs/C25/report").glob("draft-*")] == [
        "draft-001"
    ]


def test_a_build_shows_its_files_by_what_they_are_for(workplace: Path) -> None:
    """Publication, review, and the changes since the draft before; a refused redline says why."""
    first = draft_of(workplace)
    word = Path(first.folder) / "S25-CL-C-XXXX!!MSW-F.docx"
    word.unlink()
    word.write_bytes(b"changed")
    path = workplace / "inputs/C25/itu-d/activities.yaml"
    path.write_text(path.read_text("utf-8").replace("value: 8", "value: 9"), "utf-8")
    draft_of(workplace)
    done = run("build", "C25", "--pdf", "none")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    titles = [line for line in lines if line.endswith(":")]
    assert titles == [
        "For publication:",
        "For reviewers, with comments:",
        "For reviewers, all on one page:",
        "Changes since draft-001, verified:",
    ]
    assert "  S25-CL-C-XXXX!!MSW-redline-E.docx" in lines
    (refused,) = (line for line in lines if line.startswith("No redline in fr: "))
    assert "MSW-F.docx was changed after it was stored" in refused


def test_an_unchanged_build_answers_in_json_for_a_machine(workplace: Path) -> None:
    """``--json`` gives the folder, whether it is new, the manifest, the findings, the counts."""
    draft = draft_of(workplace)
    done = run("build", "C25", "--pdf", "none", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    answer = json.loads(done.stdout)
    assert set(answer) == {"folder", "is_new", "manifest", "findings", "counts"}
    assert answer["folder"] == str(workplace / "outputs/C25/report/draft-001")
    assert answer["is_new"] is False
    assert answer["manifest"]["fingerprint"] == draft.manifest.fingerprint
    assert answer["findings"] == []


def test_an_unchanged_build_still_says_who_is_awaited_and_why(workplace: Path) -> None:
    """A draft with gaps is current all the same; the errors are shown, and end with code 1."""
    break_itu_r(workplace)
    draft_of(workplace)
    done = run("build", "C25", "--pdf", "none")
    assert (done.returncode, done.stderr) == (1, "")
    assert "is current" in done.stdout
    awaited = [line for line in done.stdout.splitlines() if line.startswith("  awaited: itu-r, ")]
    assert awaited
    assert all("itu-r/standards.yaml" in line for line in awaited)
    assert "Did you mean 'section'?" in done.stdout


def test_a_strict_build_of_inputs_with_an_error_writes_no_draft(workplace: Path) -> None:
    """With ``--strict`` the errors are shown, and nothing is written at all."""
    break_itu_r(workplace)
    done = run("build", "C25", "--pdf", "none", "--strict")
    assert (done.returncode, done.stderr) == (1, "")
    assert "No draft was written." in done.stdout
    assert "Did you mean 'section'?" in done.stdout
    assert not (workplace / "outputs").exists()


def test_a_strict_build_with_an_error_answers_in_json_for_a_machine(workplace: Path) -> None:
    """A machine sees that there is no draft, and every finding."""
    break_itu_r(workplace)
    done = run("build", "C25", "--pdf", "none", "--strict", "--json")
    assert (done.returncode, done.stderr) == (1, "")
    answer = json.loads(done.stdout)
    assert answer["folder"] is None
    assert answer["manifest"] is None
    assert answer["counts"]["error"] == len(answer["findings"]) > 0
    assert not (workplace / "outputs").exists()
