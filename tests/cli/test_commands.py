"""The verbs that start no Prefect: check, preview, status, schema."""

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from council_report.cli import show
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


@pytest.mark.parametrize("name", ["session.yaml", "itu-t/standards.yaml"])
def test_check_of_a_file_in_a_broken_session_shows_what_is_wrong_with_the_session(
    workplace: Path, name: str
) -> None:
    """Where the session cannot be used, no file of it was judged, so none is called sound."""
    path = workplace / "inputs/C25/session.yaml"
    path.write_text(path.read_text("utf-8").replace("opens:", "openz:"), "utf-8")
    result = call("check", f"inputs/C25/{name}")
    assert result.exit_code == 1
    assert "inputs/C25/session.yaml, line" in result.output
    assert "Did you mean 'opens'?" in result.output


@pytest.mark.parametrize(
    "name",
    ["itu-t/draft.tmp", "itu-t/.x.yaml", "itu-t/~$x.yaml", "itu-t/.old/x.yaml", "receipts/x.yaml"],
)
def test_check_refuses_a_file_that_is_not_read(workplace: Path, name: str) -> None:
    """A file that nobody looks into is not called sound: it is wrong usage to ask about it."""
    path = workplace / "inputs/C25" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("entries: [", "utf-8")
    error = usage_error("check", str(path))
    assert f"inputs/C25/{name} is not read" in str(error)
    assert "another name" in error.hint
    assert "inputs/<session>/<contributor>/" in error.hint


def test_check_tells_of_a_file_whose_name_cannot_all_be_shown(workplace: Path) -> None:
    """A tab in a name is shown as its number, and the findings are those of this file."""
    path = workplace / "inputs/C25/itu-t/a\tb.yaml"
    path.write_text("entries: [", "utf-8")
    result = call("check", str(path))
    assert result.exit_code == 1
    assert "inputs/C25/itu-t/a%09b.yaml, line 2" in result.output


@pytest.mark.parametrize(
    ("name", "exit_code", "news"),
    [("itu-t/notes.odt", 1, "file-format"), ("stray.yaml", 0, "file-misplaced")],
)
def test_check_of_a_file_that_is_refused_or_misplaced_says_so(
    workplace: Path, name: str, exit_code: int, news: str
) -> None:
    """A file that cannot be used is answered with its finding."""
    (workplace / "inputs/C25" / name).write_text("entries: []", "utf-8")
    result = call("check", f"inputs/C25/{name}")
    assert result.exit_code == exit_code
    assert news in result.output


@pytest.mark.parametrize("target", ["standards.yaml", "nowhere.yaml"])
def test_check_of_a_link_says_that_links_are_not_read(workplace: Path, target: str) -> None:
    """A link is judged where it stands, wherever it leads."""
    (workplace / "inputs/C25/itu-t/link.yaml").symlink_to(target)
    result = call("check", "inputs/C25/itu-t/link.yaml")
    assert result.exit_code == 1
    assert "inputs/C25/itu-t/link.yaml  (file-refused)" in result.output


def test_check_of_a_contribution_named_session_yaml_judges_it_as_a_contribution(
    workplace: Path,
) -> None:
    """The name of a contribution is its contributor's to choose."""
    path = workplace / "inputs/C25/itu-t/standards.yaml"
    path.rename(path.with_name("session.yaml"))
    result = call("check", "inputs/C25/itu-t/session.yaml")
    assert result.exit_code == 0
    assert result.output == "No findings.\n"


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


def test_preview_says_where_it_cannot_write(workplace: Path) -> None:
    """A file where a folder should be, or a full disk, is explained and not called our failure."""
    (workplace / "taken").write_text("a file")
    error = usage_error("preview", "C24", "--language", "fr", "--to", "taken")
    assert "taken/S24-CL-C-XXXX!!MSW-F.docx could not be written: File exists" in str(error)
    assert "another folder" in error.hint
    (workplace / "full").mkdir()
    (workplace / "full/S24-CL-C-XXXX!!MSW-F.docx").symlink_to("/dev/full")
    error = usage_error("preview", "C24", "--language", "fr", "--to", "full")
    assert "No space left on device" in str(error)
    assert "make room" in error.hint


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


def test_status_prints_what_stands_in_the_session_file_to_the_letter(
    workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Brackets and colons in a role, a name or a title are no instructions to the console."""
    path = workplace / "inputs/C25/session.yaml"
    text = path.read_text("utf-8")
    for plain, odd in {
        "role: ITU-R focal point": 'role: "ITU-R [/x] [focal] point"',
        "{en: ITU-R, fr: UIT-R}": '{en: "[bold]ITU-R :smile:", fr: UIT-R}',
        "{en: Contributions of the Sectors,": '{en: "Contributions [of] the [/Sectors]",',
    }.items():
        assert plain in text
        text = text.replace(plain, odd)
    path.write_text(text, "utf-8")
    monkeypatch.setattr(show.console, "width", 200)
    result = call("status", "C25")
    assert result.exit_code == 0
    for shown in ("ITU-R [/x] [focal] point", "[bold]ITU-R :smile:", "[of] the [/Sectors]"):
        assert shown in result.output


def test_status_leaves_nothing_out_on_a_narrow_console(
    workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a cell is too narrow for an address, the address goes on in the next line."""
    assert workplace
    monkeypatch.setenv("COLUMNS", "80")
    output = call("status", "C25").output
    assert "…" not in output
    assert max(len(line) for line in output.splitlines()) <= 80


def test_status_names_contributors_and_deadlines_in_english(workplace: Path) -> None:
    """The console speaks English, in whatever order the session file gives the languages."""
    path = workplace / "inputs/C25/session.yaml"
    text = path.read_text("utf-8")
    text = text.replace("{en: ITU-R, fr: UIT-R}", "{fr: UIT-R, en: ITU-R}").replace(
        "{en: Contributions of Member States, fr: Contributions des États Membres}",
        "{fr: Contributions des États Membres, en: Contributions of Member States}",
    )
    path.write_text(text, "utf-8")
    state = json.loads(call("status", "C25", "--json").output)
    assert "ITU-R" in [one["contributor"] for one in state["deliveries"]]
    assert state["deadlines"][-1]["title"] == "Contributions of Member States"


@pytest.mark.parametrize("title", ["[/x] render [bold]", "render S25-CL :smile:"])
def test_the_progress_bar_shows_the_name_of_a_step_to_the_letter(
    monkeypatch: pytest.MonkeyPatch, title: str
) -> None:
    """A step is named after a file, and a file may be named with brackets."""
    screen = io.StringIO()
    terminal = Console(file=screen, force_terminal=True, width=120, emoji=False)
    monkeypatch.setattr(show, "console", terminal)
    with show.progress(quiet=False) as listener:
        listener(title, 50.0)
    assert title in screen.getvalue()


@pytest.mark.parametrize("name", names())
def test_schema_prints_the_schema_that_is_committed(name: str) -> None:
    """The schemas folder holds what the command prints, so editors check what we check."""
    assert call("schema", name).output == (ROOT / "schemas" / f"{name}.json").read_text("utf-8")


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


def test_check_of_a_file_that_is_not_there_says_so(workplace: Path) -> None:
    """A path that leads nowhere, or to a folder, is not taken for the name of a session."""
    assert workplace
    for path in ("nofile.yaml", "inputs/C25/itu-t"):
        assert f"There is no file {path}." in str(usage_error("check", path))


def test_preview_keeps_out_of_the_inputs(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Called in a contributor's folder, it writes into the project's folder all the same."""
    monkeypatch.chdir(workplace / "inputs/C25/itu-t")
    assert call("preview", "C24", "--language", "fr").exit_code == 0
    assert (workplace / "preview/S24-CL-C-XXXX!!MSW-F.docx").is_file()


def test_status_counts_what_a_contributor_still_owes(workplace: Path) -> None:
    """Who has sent one file of two is not said to be done."""
    (workplace / "inputs/C25/itu-t/deployment.yaml").unlink()
    state = json.loads(call("status", "C25", "--json").output)
    assert {one["contributor"]: one["awaited"] for one in state["deliveries"]}["ITU-T"] == 1
    assert "1 awaited" in call("status", "C25").output
