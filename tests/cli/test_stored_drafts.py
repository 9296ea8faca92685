"""The verbs about drafts that are stored: diff, drafts, trace."""

import datetime
import json
import shutil
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from council_report.cli.app import ORDER
from council_report.cli.commands import app
from council_report.cli.show_changes import named
from council_report.errors import ArchiveError, UsageError
from flows.building import build
from flows.ordering import BuildRequest
from tests.flows import editing
from tests.samples import copy_as_written

MONDAY = datetime.datetime(2025, 5, 5, 9, 30, tzinfo=datetime.UTC)
GONE = "open-source-programme-office"
EXAMPLES = """- id: standards-examples
    section: standards
    kind: bullet
    unit: TSB
"""
REDLINE = "S25-CL-C-XXXX!!MSW-redline-{}.docx"


def call(*words: str) -> Result:
    """The command called with these words."""
    return CliRunner().invoke(app, words, catch_exceptions=True)


def answer(*words: str) -> dict[str, object]:
    """What the command tells a machine."""
    return json.loads(call(*words, "--json").output)


def refusal(kind: type[Exception], *words: str) -> str:
    """What the command refuses, called with these words, and what it advises."""
    error = call(*words).exception
    assert isinstance(error, kind)
    return f"{error} {error.hint}"


def built(day: int, session: str = "C25") -> None:
    """Build a draft, so many days after Monday."""
    request = BuildRequest(session=session, pdf="none")
    assert build(request, MONDAY + datetime.timedelta(days=day)).is_new


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workplace with three drafts of C25: a number and an entry less, then a table more."""
    place = tmp_path_factory.mktemp("made")
    copy_as_written(place)
    inputs = place / "inputs/C25"
    with chdir(place):
        built(0)
        editing.replace(inputs / "general-secretariat/report.yaml", ("value: 315", "value: 330"))
        editing.remove(inputs / "itu-d/activities.yaml", GONE)
        built(1)
        editing.append(inputs / "itu-r/standards.yaml", editing.TABLE)
        built(2)
    return place


@pytest.fixture
def drafts(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that workplace, as current folder."""
    place = shutil.copytree(made, tmp_path / "place")
    monkeypatch.chdir(place)
    return place


def damage(place: Path, draft: str, name: str) -> None:
    """Change a file of a draft, as somebody determined would."""
    path = place / "outputs/C25/report" / draft / name
    path.unlink()
    path.write_bytes(b"changed")


def test_diff_compares_the_newest_draft_with_the_one_before(drafts: Path) -> None:
    """The summary counts by kind, then shows each change; changes and redlines are written."""
    result = call("diff", "C25", "--pdf", "none")
    assert result.exit_code == 0
    assert "draft-002 → draft-003 of the C25 report" in result.output
    assert "en  1 added" in result.output
    assert "itu-r · entry groups-at-work" in result.output
    assert "[+Group | Reports+]" in result.output
    folder = drafts / "redlines/C25/report/draft-002-to-draft-003"
    assert {path.name for path in folder.iterdir()} == {
        "changes.json",
        REDLINE.format("E"),
        REDLINE.format("F"),
    }


def test_diff_shows_the_words_that_changed_without_colours(drafts: Path) -> None:
    """Any two drafts can be named, by number or folder; one language can be chosen."""
    result = call("diff", "C25", "1", "draft-002", "--language", "fr", "--pdf", "none", "--to", "x")
    assert "fr  1 removed, 1 statistics" in result.output
    assert "Plus de [-315-][+330+]\u00a0normes" in result.output
    assert "ai-standards: 315" in result.output
    assert "\nen  " not in result.output
    assert {path.name for path in Path("x").iterdir()} == {"changes.json", REDLINE.format("F")}


def test_diff_shows_what_changed_beside_the_words(drafts: Path) -> None:
    """Dates, units, the kind of a paragraph, the rows of a table, a place among the others."""
    inputs = drafts / "inputs/C25"
    editing.replace(
        inputs / "itu-t/standards.yaml",
        ("dates: [2025-07-11]", "dates: [2025-07-12]"),
        ("- id: standards-examples\n    section: standards\n    unit: ITU-T\n", EXAMPLES),
    )
    editing.replace(
        inputs / "itu-r/standards.yaml",
        ('        - [Study Group 1, "1"]\n', ""),
        ('        - [Commission d\'études 1, "1"]\n', ""),
    )
    editing.move(inputs / "itu-t/standards.yaml", "focus-group-ai-native-networks", "ai-for-health")
    built(3)
    output = call("diff", "C25", "--language", "en", "--pdf", "none").output
    for told in (
        "en  1 moved, 1 re-attributed, 2 restructured, 1 dates\n",
        "dates: 2025-07-11 → 2025-07-12",
        "unit: ITU-T → TSB",
        "kind: paragraph → bullet",
        "table: 3 rows, 2 columns → 2 rows, 2 columns",
        "now after entry ai-for-health",
    ):
        assert told in output


def test_diff_answers_in_json(drafts: Path) -> None:
    """A machine gets the changes, what is on record of each redline, and the files."""
    told = answer("diff", "C25", "1", "--pdf", "none")
    assert set(told) == {"changes", "redlines", "files"}
    assert told["changes"]["old"]["draft"] == 1
    assert told["changes"]["new"]["draft"] == 3
    assert [one["problem"] for one in told["redlines"]] == [None, None]


def test_diff_does_not_compare_a_draft_with_itself(drafts: Path) -> None:
    """Named twice, or named where it is the newest; nothing is written."""
    for names in (("2", "2"), ("3",)):
        told = refusal(UsageError, "diff", "C25", *names, "--pdf", "none")
        assert "cannot be compared with itself" in told
    assert not (drafts / "redlines").exists()


def test_diff_of_one_language_holds_no_other(drafts: Path) -> None:
    """Neither for a machine nor in the file that is written."""
    told = answer("diff", "C25", "--language", "fr", "--pdf", "none", "--to", "x")
    kept = json.loads(Path("x/changes.json").read_text("utf-8"))
    for changes in (told["changes"], kept):
        assert [one["language"] for one in changes["languages"]] == ["fr"]


def test_diff_calls_passages_in_plain_words() -> None:
    """Where a passage is known by a name of ours, a person reads another."""
    assert named("line header.session") == "the line with the session"
    assert named("label purpose") == "the label of purpose"
    assert named("placeholder itu-t/standards") == "awaited from itu-t"
    assert named("entry ai-for-health") == "entry ai-for-health"


def test_help_lists_the_verbs_in_the_order_of_their_use() -> None:
    """Whichever module a verb is of."""
    output = call("--help").output
    places = [output.index(f"\u2502 {verb} ") for verb in ORDER]
    assert places == sorted(places)


def test_diff_with_a_refused_redline_writes_the_others_and_ends_with_7(drafts: Path) -> None:
    """The reason is shown, and no earlier file is left in the place of the one refused."""
    assert call("diff", "C25", "--pdf", "none", "--to", "x").exit_code == 0
    damage(drafts, "draft-002", "S25-CL-C-XXXX!!MSW-E.docx")
    result = call("diff", "C25", "--pdf", "none", "--to", "x")
    assert result.exit_code == 7
    assert "The redline in en is refused:" in result.output
    assert "was changed after it was stored" in result.output
    assert {path.name for path in Path("x").iterdir()} == {"changes.json", REDLINE.format("F")}


def test_diff_into_what_is_no_folder_is_refused(drafts: Path) -> None:
    """Also where there is only something to remove; what stands there stays."""
    Path("x").write_text("mine", "utf-8")
    for letter in ("E", "F"):
        told = refusal(UsageError, "diff", "C25", "--pdf", "none", "--to", "x")
        assert "could not be written" in told
        damage(drafts, "draft-002", f"S25-CL-C-XXXX!!MSW-{letter}.docx")
    assert Path("x").read_text("utf-8") == "mine"


def test_diff_since_another_session_takes_its_newest_draft(drafts: Path) -> None:
    """Last session's report is named with its session, and so is the folder."""
    for contributor in ("itu-t", "itu-r", "itu-d", "general-secretariat"):
        shutil.copytree(drafts / "inputs/C25" / contributor, drafts / "inputs/C26" / contributor)
    built(3, "C26")
    result = call("diff", "C26", "--since", "C25", "--pdf", "none", "--language", "en")
    assert result.exit_code == 0
    assert "C25 draft-003 → draft-001 of the C26 report" in result.output
    assert (drafts / "redlines/C26/report/C25-draft-003-to-draft-001/changes.json").is_file()
    (listed,) = answer("drafts", "C26")
    assert listed["since"] == "C25 draft-003"
    assert "since C25" in call("drafts", "C26").output


def test_diff_refuses_what_is_not_there(drafts: Path) -> None:
    """Every refusal says what there is, or what to do."""
    assert "There is no draft '9'" in refusal(UsageError, "diff", "C25", "9")
    assert "draft-001, draft-002, draft-003" in refusal(UsageError, "diff", "C25", "latest")
    assert "council-report build C26" in refusal(UsageError, "diff", "C26")
    assert "There is no session 'C99'" in refusal(UsageError, "diff", "C99")
    assert "'es' is not in both" in refusal(UsageError, "diff", "C25", "--language", "es")
    assert "C25" in refusal(UsageError, "diff", "C25", "--since", "C99")
    assert "no session 'C99'" in refusal(UsageError, "diff", "C25", "--since", "C99")
    assert "C24 plans no document 'report'" in refusal(UsageError, "diff", "C25", "--since", "C24")
    both = refusal(UsageError, "diff", "C25", "1", "2", "--since", "C25")
    assert "only the new draft can be named" in both
    for number in (2, 3):
        shutil.rmtree(drafts / f"outputs/C25/report/draft-00{number}")
    assert "only one draft" in refusal(UsageError, "diff", "C25")


def test_diff_of_a_damaged_draft_says_how_it_is_damaged(drafts: Path) -> None:
    """What a draft says is not guessed."""
    damage(drafts, "draft-002", "content.json")
    assert "content.json was changed" in refusal(ArchiveError, "diff", "C25", "--pdf", "none")


def test_drafts_lists_what_there_is_newest_first(drafts: Path) -> None:
    """Date, languages, fingerprint, findings, and how much changed since the draft before."""
    listed = answer("drafts", "C25")
    assert [one["draft"] for one in listed] == ["draft-003", "draft-002", "draft-001"]
    assert listed[1]["changes"]["en"] == {"removed": 1, "statistics": 1}
    assert listed[2]["changes"] is None
    assert listed[0]["findings"] == {"error": 0, "warning": 0, "note": 0}
    output = call("drafts", "C25").output
    assert "07 May 2025" in output
    assert listed[0]["fingerprint"][:12] in output


def test_drafts_names_a_damaged_draft_and_lists_the_others(drafts: Path) -> None:
    """Whatever is wrong with one draft is said below the table."""
    damage(drafts, "draft-002", "manifest.json")
    damage(drafts, "draft-001", "S25-CL-C-XXXX!!MSW-F.docx")
    listed = {one["draft"]: one for one in answer("drafts", "C25")}
    assert listed["draft-003"]["problem"] is None
    assert listed["draft-003"]["changes"] is None
    assert "manifest.json does not hold" in listed["draft-002"]["problem"]
    assert "MSW-F.docx was changed" in listed["draft-001"]["problem"]
    assert listed["draft-001"]["languages"] == ["en", "fr"]
    result = call("drafts", "C25")
    assert result.exit_code == 0
    assert "draft-002: The draft" in result.output


@pytest.mark.parametrize(
    "words",
    [
        "AI-Native for Telecommunication",
        "ai\u2011native  FOR\u00a0telecommunication",
        "ai‐native for",
    ],
)
def test_trace_finds_words_however_they_are_typed(drafts: Path, words: str) -> None:
    """Capitals, kinds of spaces and of hyphens make no difference."""
    told = answer("trace", "C25", words)
    (origin,) = told["origins"]
    assert told["how"] == "words"
    assert origin["entry"] == "focus-group-ai-native-networks"
    assert (origin["contributor"], origin["section"]) == ("itu-t", "standards")
    assert origin["file"] == "inputs/C25/itu-t/standards.yaml"
    assert origin["place"] == "line 81"
    assert origin["mandates"] == ["R1", "D1"]


def test_trace_shows_statistics_with_their_sources(drafts: Path) -> None:
    """A number in a paragraph leads to where it was defined, in every draft by its own value."""
    for draft, value in (("1", "315"), ("3", "330")):
        told = answer("trace", "C25", f"More than {value} AI standards", "--draft", draft)
        (origin,) = told["origins"]
        (quoted,) = origin["statistics"]
        assert quoted["key"] == "ai-standards"
        assert quoted["statistic"]["value"] == value
    output = call("trace", "C25", "plus de 330 normes", "--language", "fr").output
    assert "ai-standards, 330 AI standards published" in output


@pytest.mark.parametrize(
    ("words", "part", "file"),
    [
        ("Document C25/XX", "header.symbol", "inputs/C25/session.yaml"),
        ("Demand for more activities", "heading", "inputs/C25/session.yaml"),
        ("Financial implications", "label", "templates/labels/en.yaml"),
        ("Study Group 6", "cell", "inputs/C25/itu-r/standards.yaml"),
    ],
)
def test_trace_knows_where_every_printed_line_comes_from(
    drafts: Path, words: str, part: str, file: str
) -> None:
    """Headings, labels, lines of the header and cells have a file as entries have."""
    origins = answer("trace", "C25", words, "--language", "en")["origins"]
    assert (part, file) in {(one["part"], one["file"]) for one in origins}
    assert all(len(one["digest"]) == 64 for one in origins)


def test_trace_shows_the_nearest_paragraph_and_says_so(drafts: Path) -> None:
    """Words that somebody remembers wrongly still lead to the paragraph."""
    words = "Focus group for AI native telecoms plans to look into changes"
    told = answer("trace", "C25", words)
    assert told["how"] == "nearest"
    assert [one["entry"] for one in told["origins"]] == ["focus-group-ai-native-networks"]
    assert "Nearest to it:" in call("trace", "C25", words).output


def test_trace_of_what_is_nowhere_says_what_to_try(drafts: Path) -> None:
    """Nothing found ends with exit code 1."""
    result = call("trace", "C25", "xyzzy plugh qwertz")
    assert result.exit_code == 1
    assert "Try fewer words" in result.output


def test_trace_without_words_is_refused(drafts: Path) -> None:
    """Nothing, or spaces, would be in every paragraph."""
    for words in ("", "  "):
        assert "Name words" in refusal(UsageError, "trace", "C25", words)


def test_trace_of_an_id_spelt_wrongly_suggests_the_nearest(drafts: Path) -> None:
    """An entry of an earlier draft too."""
    result = call("trace", "C25", "open-sorce-programme-ofice")
    assert result.exit_code == 1
    assert f"There is no entry 'open-sorce-programme-ofice'. Did you mean '{GONE}'?" in (
        result.output
    )


def test_trace_of_an_entry_says_where_it_went_and_since_when_it_is_gone(drafts: Path) -> None:
    """Each draft and language in which it stands, and the first draft without it."""
    told = answer("trace", "C25", GONE)
    assert told["how"] == "entry"
    assert [len(one["places"]) for one in told["stays"]] == [0, 0, 2]
    output = call("trace", "C25", GONE).output
    assert "draft-003  not in it" in output
    assert "It is gone since draft-002." in output
    assert call("trace", "C25", "groups-at-work").output.count("not in it") == 2


def test_trace_of_an_entry_that_waits_in_a_file_says_why_it_is_in_no_draft(drafts: Path) -> None:
    """It has come since the draft was built, or its file is set aside."""
    path = drafts / "inputs/C25/itu-d/activities.yaml"
    editing.append(path, editing.NEXT_STEPS.replace("next-steps", "demand"))
    output = call("trace", "C25", "regional-workshops").output
    assert "the file has changed since draft-003 was built: build again" in output
    editing.append(path, "  - {id: broken, section: demand, sektion: x, text: {en: x}}\n")
    output = call("trace", "C25", "regional-workshops").output
    assert "itu-d/activities.yaml: the file is set aside whole" in output
    assert "sektion" in output


def test_trace_of_a_damaged_draft_advises_another(drafts: Path) -> None:
    """Where the newest cannot be read, an older one can be named."""
    damage(drafts, "draft-003", "content.json")
    told = refusal(ArchiveError, "trace", "C25", "AI")
    assert "--draft" in told
    assert call("trace", "C25", "AI-Native", "--draft", "2").exit_code == 0


def test_what_stands_in_a_file_is_no_instruction_to_the_console(drafts: Path) -> None:
    """Brackets in a text are shown as they are, by every verb."""
    editing.replace(
        drafts / "inputs/C25/itu-r/standards.yaml",
        ("en: Study groups at work on AI", 'en: "[bold]Study[/x] [red]groups :smile:"'),
    )
    built(3)
    for words in (("diff", "C25", "--pdf", "none"), ("trace", "C25", "[bold]study")):
        result = call(*words)
        assert result.exit_code == 0
        assert ":smile:" in result.output
        assert "[bold]" in result.output


def test_these_verbs_do_not_import_prefect(drafts: Path) -> None:
    """Looking at drafts never loads the workflow engine."""
    script = (
        "import sys\n"
        "from typer.testing import CliRunner\n"
        "from council_report.cli.commands import app\n"
        "for words in (['drafts'], ['trace', 'AI'], ['diff', '--pdf', 'none']):\n"
        "    verb, *rest = words\n"
        "    result = CliRunner().invoke(app, [verb, 'C25', *rest])\n"
        "    assert result.exit_code == 0, result.exception\n"
        "assert 'prefect' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], cwd=drafts, check=True)
