"""The verbs that answer contributors: receive and watch."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from council_report.cli.commands import app
from council_report.errors import UsageError

WORK = "inputs/C26/itu-t/work.yaml"
ENTRY = """\
entries:
  - id: new-work
    section: {section}
    text: {{en: Text., fr: Texte.}}
"""


@pytest.fixture
def place(workplace: Path) -> Path:
    """A workplace with one sound file for C26, which here follows no session."""
    path = workplace / "inputs/C26/session.yaml"
    path.write_text(path.read_text("utf-8").replace("follows: C25\n", ""), "utf-8")
    put(workplace / WORK)
    return workplace


def put(path: Path, section: str = "standards") -> None:
    """A contribution of one entry."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(ENTRY.format(section=section), "utf-8")


def call(*words: str) -> Result:
    """The command called with these words."""
    return CliRunner().invoke(app, words)


def usage_error(*words: str) -> UsageError:
    """What the command refuses, called with these words."""
    error = call(*words).exception
    assert isinstance(error, UsageError)
    return error


def test_receive_names_the_file_and_its_receipt(place: Path) -> None:
    """Each answer shows the verdict and where the page is; without errors the exit code is 0."""
    result = call("receive", "C26")
    assert result.exit_code == 0
    assert result.output == (
        f"accepted {WORK}\n    {place}/inputs/C26/itu-t/receipts/work.yaml.receipt.html\n"
    )


def test_receive_says_when_there_is_nothing_to_do(place: Path) -> None:
    """A second call finds every file answered."""
    call("receive", "C26")
    assert call("receive", "C26").output == "Nothing new: every file has its answer.\n"


def test_receive_counts_findings_and_ends_with_1_for_errors(place: Path) -> None:
    """A file with an error is counted, and whoever calls can tell."""
    put(place / WORK, section="nowhere")
    result = call("receive", "C26")
    assert result.exit_code == 1
    assert f"to mend {WORK}  1 error\n" in result.output


def test_receive_of_a_file_answers_that_file_again(place: Path) -> None:
    """A file that is named gets its receipt, and no other file does."""
    put(place / "inputs/C26/itu-r/other.yaml", section="nowhere")
    (place / "inputs/C26/stray.yaml").write_text("", "utf-8")
    for _ in range(2):
        result = call("receive", "C26", WORK)
        assert result.exit_code == 0
        assert WORK in result.output
        assert "other" not in result.output
        assert "stray" not in result.output


@pytest.mark.parametrize("name", ["line\nbreak.yaml", "no\u00a0break.yaml", "-dash.yaml"])
def test_receive_of_a_file_with_an_odd_name(place: Path, name: str) -> None:
    """Whatever its name is, a file that is named is answered."""
    path = place / "inputs/C26/itu-t" / name
    path.write_text(ENTRY.format(section="standards").replace("new-work", "odd"), "utf-8")
    (answer,) = json.loads(call("receive", "C26", str(path), "--json").output)["answers"]
    assert Path(answer["receipt"]).is_file()


def test_receive_answers_a_machine_in_json(place: Path) -> None:
    """The same as data: answers with their receipts, findings that no receipt tells."""
    (place / "inputs/C26/stray.yaml").write_text("", "utf-8")
    answers = json.loads(call("receive", "C26", "--json").output)
    (one,) = answers["answers"]
    assert one["file"] == WORK
    assert one["verdict"] == "accepted"
    assert one["findings"] == {"error": 0, "warning": 0, "note": 0}
    assert Path(one["receipt"]).is_file()
    assert [finding["rule"] for finding in answers["findings"]] == ["file-misplaced"]


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        ("inputs/C26/itu-t/gone.yaml", "There is no file"),
        ("inputs/C25/itu-t/standards.yaml", "is not in session C26"),
        ("inputs/C26/itu-t/~$work.docx", "is not read"),
        ("inputs/C26/itu-t", "There is no file"),
        ("inputs/C26/session.yaml", "the session's own file"),
    ],
)
def test_receive_refuses_what_is_no_contribution(place: Path, file: str, reason: str) -> None:
    """A file that is not there, elsewhere or passed over is wrong usage, with a hint."""
    (place / "inputs/C26/itu-t/~$work.docx").touch()
    error = usage_error("receive", "C26", file)
    assert reason in str(error)
    assert error.hint


@pytest.mark.parametrize("verb", ["receive", "watch"])
def test_drafts_among_the_inputs_are_refused(place: Path, verb: str) -> None:
    """Neither verb runs where drafts would be read as contributions."""
    error = usage_error(verb, "C26", "--outputs", "inputs/C26/drafts")
    assert "would be read as contributions" in str(error)


@pytest.mark.parametrize("verb", ["receive", "watch"])
def test_a_session_that_is_not_there_is_wrong_usage(place: Path, verb: str) -> None:
    """The sessions that there are, are named."""
    assert "There is no session 'C99'" in str(usage_error(verb, "C99"))


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_watch_answers_until_somebody_ends_it(place: Path, ending: signal.Signals) -> None:
    """A file is answered soon after it arrives; Ctrl-C or SIGTERM end the watch with code 0."""
    program = "from council_report.cli import main; main()"
    watching = subprocess.Popen(
        [sys.executable, "-u", "-c", program, "watch", "C26"],
        cwd=place,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"COLUMNS": "500"},
    )
    try:
        assert watching.stdout
        lines = iter(watching.stdout.readline, "")
        assert next(lines).startswith("Watching ")
        assert next(line for line in lines if WORK in line) == f"accepted {WORK}\n"
        put(place / WORK, section="nowhere")
        assert next(line for line in lines if WORK in line) == f"to mend {WORK}  1 error\n"
        watching.send_signal(ending)
        assert [line for line in lines if line.startswith("Ended")]
        assert watching.wait(20) == 0
    finally:
        watching.kill()
        watching.communicate()
