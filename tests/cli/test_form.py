"""The verb that writes forms."""

import io
import shutil
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from council_report.cli.commands import app
from council_report.errors import UsageError


def call(*words: str) -> Result:
    """The command called with these words."""
    return CliRunner().invoke(app, words)


def usage_error(*words: str) -> UsageError:
    """What the command refuses, called with these words."""
    error = call(*words).exception
    assert isinstance(error, UsageError)
    return error


def headings(path: Path) -> list[str]:
    """The headings of a Word form."""
    document = Document(io.BytesIO(path.read_bytes()))
    return [p.text for p in document.paragraphs if p.style.name == "Heading 1"]


def test_a_form_is_written_where_the_project_keeps_forms(workplace: Path) -> None:
    """Its name says the session, the contributor and the language; its path is printed."""
    result = call("form", "C26", "itu-t", "--language", "fr")
    path = workplace / "forms/C26/C26-itu-t-fr.docx"
    assert result.exit_code == 0
    assert result.output == f"{path}\n"
    assert headings(path) == [
        "Élaboration et échange de normes sur l'IA",
        "Appui au déploiement de l'IA et au renforcement des capacités dans ce domaine",
        "Statistiques",
    ]


def test_a_form_begins_with_the_entries_of_the_session_before(workplace: Path) -> None:
    """All fifteen of ITU-T, in Excel a row each, each with its id."""
    call("form", "C26", "itu-t", "--format", "xlsx", "--to", "out")
    book = load_workbook(workplace / "out/C26-itu-t-en.xlsx")
    ids = [row[0] for row in book.worksheets[0].iter_rows(min_row=2, values_only=True)]
    assert len(ids) == 15
    assert "international-ai-standards-summit" in ids


def test_a_form_may_begin_with_another_session(workplace: Path) -> None:
    """A session in which the contributor has sent nothing gives an empty form."""
    call("form", "C26", "itu-t", "--format", "xlsx", "--from", "C24", "--to", "out")
    assert load_workbook(workplace / "out/C26-itu-t-en.xlsx").worksheets[0].max_row == 1


def test_all_writes_the_form_of_every_contributor_in_the_language_of_its_contact(
    workplace: Path,
) -> None:
    """A contact's language stands in the session file; English where it does not."""
    path = workplace / "inputs/C26/session.yaml"
    told = "email: itu-d@example.org, language: fr"
    path.write_text(path.read_text("utf-8").replace("email: itu-d@example.org", told), "utf-8")
    assert call("form", "C26", "--all", "--to", "out").exit_code == 0
    assert sorted(path.name for path in (workplace / "out").iterdir()) == [
        "C26-general-secretariat-en.docx",
        "C26-itu-d-fr.docx",
        "C26-itu-r-en.docx",
        "C26-itu-t-en.docx",
    ]


def test_a_form_that_somebody_may_have_filled_in_is_not_overwritten(workplace: Path) -> None:
    """Nothing at all is written then; the same form again is no harm."""
    assert call("form", "C26", "itu-t", "--to", "out").exit_code == 0
    assert call("form", "C26", "itu-t", "--to", "out").exit_code == 0
    (workplace / "out/C26-itu-t-en.docx").write_bytes(b"filled in")
    error = usage_error("form", "C26", "--all", "--to", "out")
    assert "C26-itu-t-en.docx is there already" in str(error)
    assert "--to" in error.hint
    assert [path.name for path in (workplace / "out").iterdir()] == ["C26-itu-t-en.docx"]


def test_entries_that_cannot_be_read_are_told_of(workplace: Path) -> None:
    """The form lacks what a file with errors would have given: its findings are shown."""
    path = workplace / "inputs/C25/itu-r/standards.yaml"
    path.write_text(path.read_text("utf-8").replace("section:", "sektion:", 1), "utf-8")
    result = call("form", "C26", "itu-r", "--to", "out")
    assert result.exit_code == 1
    assert "inputs/C25/itu-r/standards.yaml, line" in result.output
    assert "C26-itu-r-en.docx" in result.output
    assert call("form", "C26", "itu-t", "--to", "out").exit_code == 0


def test_a_session_with_errors_gives_its_findings_and_no_form(workplace: Path) -> None:
    """What is wrong is in the session file, and is shown with its place."""
    path = workplace / "inputs/C26/session.yaml"
    path.write_text(path.read_text("utf-8").replace("opens:", "openz:"), "utf-8")
    result = call("form", "C26", "itu-t", "--to", "out")
    assert result.exit_code == 1
    assert "inputs/C26/session.yaml, line" in result.output
    assert not (workplace / "out").exists()


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (("C26",), "whose form", "--all"),
        (("C26", "itu-t", "--all"), "whose form", "--all"),
        (("C26", "ITU X"), "no contributor 'ITU X'", "itu-t"),
        (("c 26", "itu-t"), "no session 'c 26'", "C26"),
        (("C26", "itu-t", "--from", "C99"), "no session 'C99'", "C25"),
    ],
)
def test_wrong_usage_is_refused_with_a_hint(
    workplace: Path, words: tuple[str, ...], message: str, hint: str
) -> None:
    """Nothing is guessed, and the hint names what there is."""
    assert workplace
    error = usage_error("form", *words)
    assert message in str(error)
    assert hint in error.hint


def test_a_language_without_labels_is_refused(workplace: Path) -> None:
    """The hint names those that have some."""
    (workplace / "templates/labels/es.yaml").unlink()
    error = usage_error("form", "C24", "proponent", "--language", "es")
    assert "no labels" in str(error)
    assert "en, fr" in error.hint


def test_a_language_without_names_of_sections_is_refused(workplace: Path) -> None:
    """The names are what a form is told apart by."""
    error = usage_error("form", "C24", "proponent", "--language", "es")
    assert "has no name in that language" in str(error)
    assert "inputs/C24/session.yaml" in error.hint


def test_a_session_to_begin_with_that_has_errors_is_refused(workplace: Path) -> None:
    """Its entries cannot be known; the hint says how to see what is wrong."""
    path = workplace / "inputs/C25/session.yaml"
    path.write_text(path.read_text("utf-8").replace("opens:", "openz:"), "utf-8")
    assert "check C25" in usage_error("form", "C26", "itu-t").hint


def test_a_language_that_a_heading_lacks_is_refused(workplace: Path) -> None:
    """An English heading in a French form would make the text under it English."""
    path = workplace / "inputs/C26/session.yaml"
    text = path.read_text("utf-8").replace("{en: Introduction, fr: Introduction}", "{en: Intro}")
    path.write_text(text, "utf-8")
    error = usage_error("form", "C26", "general-secretariat", "--language", "fr")
    assert "'introduction' has no name" in str(error)
    assert call("form", "C26", "itu-t", "--language", "fr", "--to", "out").exit_code == 0


def test_a_session_that_follows_none_gives_empty_forms(workplace: Path) -> None:
    """Where nothing came before, there is nothing to begin with."""
    shutil.rmtree(workplace / "inputs/C26")
    call("form", "C25", "itu-t", "--to", "out")
    document = Document(str(workplace / "out/C25-itu-t-en.docx"))
    assert [p.text for p in document.paragraphs if p.style.name == "Entry Details"] == []


def test_status_shows_who_owes_what_by_when(workplace: Path) -> None:
    """For a session that has just begun, everything is owed, until one day."""
    assert workplace
    output = " ".join(call("status", "C26").output.split())
    assert "27 February 2026" in output
    assert "Owed by What Until" in output
    assert "Owed by" not in call("status", "C25").output
