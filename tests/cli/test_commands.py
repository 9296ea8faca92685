"""The verbs that start no Prefect: check, preview, status, schema; and an unchanged build."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from council_report.cli.commands import app
from council_report.cli.schemas import names
from council_report.errors import UsageError

ROOT = Path(__file__).parents[2]


def call(*words: str) -> Result:
    """The command called with these words."""
    return CliRunner().invoke(app, words)


def usage_error(*words: str) -> UsageError:
    """What the command refuses, called with these words."""
    error = call(*words).exception
    assert isinstance(error, UsageError)
    return error


@pytest.fixture
def broken(workplace: Path) -> Path:
    """A workplace in which one file of ITU-R has an error."""
    path = workplace / "inputs/C25/itu-r/standards.yaml"
    path.write_text(path.read_text("utf-8").replace("section:", "sektion:", 1), "utf-8")
    return workplace


def test_check_of_a_sound_session_finds_nothing(workplace: Path) -> None:
    """The sample sessions pass with exit code 0."""
    assert workplace
    for session in ("C25", "C24"):
        result = call("check", session)
        assert result.exit_code == 0
        assert result.output == "No findings.\n"


def test_check_names_place_problem_and_remedy(broken: Path) -> None:
    """A finding is shown with file, line, what is wrong, and what to do; exit code 1."""
    assert broken
    result = call("check", "C25")
    assert result.exit_code == 1
    assert "inputs/C25/itu-r/standards.yaml, line" in result.output
    assert "this key is not known" in result.output
    assert "Did you mean 'section'?" in result.output


def test_check_of_a_file_shows_the_findings_of_that_file_only(broken: Path) -> None:
    """A file is judged within its session, and what is wrong elsewhere is left out."""
    sound = call("check", "inputs/C25/itu-t/standards.yaml")
    assert sound.exit_code == 0
    wrong = call("check", str(broken / "inputs/C25/itu-r/standards.yaml"))
    assert wrong.exit_code == 1
    assert "itu-r/standards.yaml" in wrong.output


def test_check_answers_in_json_for_a_machine(broken: Path) -> None:
    """``--json`` gives every finding with its fields, and the counts."""
    assert broken
    answer = json.loads(call("check", "C25", "--json").output)
    assert answer["counts"]["error"] == len(answer["findings"])
    finding = answer["findings"][0]
    assert {"rule", "severity", "location", "message", "remedy"} == set(finding)
    assert finding["location"]["file"].endswith("itu-r/standards.yaml")


def test_check_refuses_a_session_or_file_that_is_not_there(workplace: Path) -> None:
    """An unknown session is wrong usage, and the message names those there are."""
    assert workplace
    assert "C24, C25" in usage_error("check", "C99").hint
    (workplace / "lonely.yaml").write_text("entries: []")
    assert "in no session" in str(usage_error("check", "lonely.yaml"))


def test_preview_writes_word_files_where_asked_and_no_draft(workplace: Path) -> None:
    """A preview is a Word file per language in the folder named, and nothing in outputs."""
    result = call("preview", "C24", "--to", "there", "--language", "fr")
    assert result.exit_code == 0
    assert [path.name for path in (workplace / "there").iterdir()] == ["S24-CL-C-XXXX!!MSW-F.docx"]
    assert not (workplace / "outputs").exists()


def test_preview_refuses_a_language_that_is_none(workplace: Path) -> None:
    """A language that does not exist, or is not planned, is wrong usage."""
    assert workplace
    assert "not an official language" in str(usage_error("preview", "C24", "--language", "de"))
    assert "not planned" in str(usage_error("preview", "C24", "--language", "ar"))


def test_status_shows_contributors_words_and_deadlines(workplace: Path) -> None:
    """The status names who sent what, how many words, and each deadline with its day."""
    shutil.rmtree(workplace / "inputs/C25/itu-r")
    state = json.loads(call("status", "C25", "--json").output)
    delivered = {one["contributor"]: one for one in state["deliveries"]}
    assert delivered["ITU-R"]["files"] == []
    assert delivered["ITU-R"]["email"] == "itu-r@example.org"
    assert delivered["ITU-T"]["entries"] == 15
    assert delivered["ITU-T"]["words"]["fr"] > delivered["ITU-T"]["words"]["en"] > 400
    assert [due["day"] for due in state["deadlines"]] == [
        "2025-04-18",
        "2025-04-22",
        "2025-05-18",
        "2025-06-03",
    ]
    assert all(due["days_left"] < 0 for due in state["deadlines"])
    assert state["findings"]["error"] == 1


def test_status_is_readable_by_a_person(workplace: Path) -> None:
    """Who is awaited, and what is late, stands in words on the console."""
    shutil.rmtree(workplace / "inputs/C25/itu-r")
    output = call("status", "C25").output
    assert "awaited" in output
    assert "days ago" in output


@pytest.mark.parametrize("name", names())
def test_schema_prints_the_schema_that_is_committed(name: str) -> None:
    """The schemas folder holds what the command prints, so editors check what we check."""
    assert call("schema", name).output == (ROOT / "schemas" / f"{name}.json").read_text("utf-8")


def test_an_error_of_usage_ends_with_exit_code_2_and_no_traceback(workplace: Path) -> None:
    """The command as a process explains itself on the error channel."""
    done = subprocess.run(
        [sys.executable, "-m", "council_report.cli", "check", "C99"],
        cwd=workplace,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert "There is no session 'C99'" in done.stderr
    assert "Traceback" not in done.stderr


def test_quick_commands_do_not_import_prefect(workplace: Path) -> None:
    """Checking and previewing never load the workflow engine, nor the PDF engines."""
    script = (
        "import sys\n"
        "from typer.testing import CliRunner\n"
        "from council_report.cli.commands import app\n"
        "for words in (['check', 'C25'], ['preview', 'C25'], ['status', 'C25']):\n"
        "    assert CliRunner().invoke(app, words).exit_code == 0\n"
        "assert not {'prefect', 'pikepdf', 'typst'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", script], cwd=workplace, check=True)


def test_every_command_is_documented_with_an_example(workplace: Path) -> None:
    """README.md names every verb, and --help shows an example of each."""
    assert workplace
    readme = (ROOT / "README.md").read_text("utf-8")
    for command in app.registered_commands:
        verb = command.callback.__name__ if command.callback else ""
        assert f"council-report {verb}" in readme
        assert f"council-report {verb}" in " ".join(call(verb, "--help").output.split())
