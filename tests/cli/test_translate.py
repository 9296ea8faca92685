"""The verb translate: files out, files in, what is confirmed, and how it is told."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from council_report.cli.commands import app
from council_report.errors import UsageError
from council_report.model.translation import TRANSLATIONS

ACTION = "general-secretariat:council-action"
OLD, NEW = "is invited to note", "is invited to take note of"


def call(*words: str) -> Result:
    """The command called with these words."""
    return CliRunner().invoke(app, ["translate", *words])


def refused(*words: str) -> UsageError:
    """The error of a call that asks for what there is not."""
    error = call(*words).exception
    assert isinstance(error, UsageError)
    return error


def kept(place: Path, language: str) -> str:
    """The file of translations into a language."""
    return (place / "inputs" / "C25" / TRANSLATIONS / f"{language}.yaml").read_text("utf-8")


@pytest.fixture
def changed(six_languages: Path) -> Path:
    """A project in which a sentence has changed since it was translated."""
    path = six_languages / "inputs" / "C25" / "general-secretariat" / "report.yaml"
    path.write_text(path.read_text("utf-8").replace(OLD, NEW), "utf-8")
    return six_languages


def test_files_for_translators_are_written_and_counted(changed: Path) -> None:
    """In for-translators/, or where the user says; what each holds stands above their names."""
    done = call("export", "C25", "--to", "es,ru")
    assert done.exit_code == 0, done.output
    written = sorted(path.name for path in (changed / "for-translators" / "C25").iterdir())
    assert written == ["C25-es.docx", "C25-es.xlf", "C25-ru.docx", "C25-ru.xlf"]
    assert "Out of date" in done.output
    answer = json.loads(call("export", "C25", "--to", "es", "--folder", "out", "--json").output)
    assert [Path(name).name for name in answer["files"]] == ["C25-es.xlf", "C25-es.docx"]
    (job,) = answer["jobs"]
    assert [(one["id"], one["state"]) for one in job["units"]] == [(ACTION, "outdated")]
    assert (changed / "out" / "C25-es.xlf").is_file()


def test_a_file_that_somebody_may_be_working_in_is_not_overwritten(changed: Path) -> None:
    """The same export again is no harm; a file with other content is named, and stays."""
    assert call("export", "C25", "--to", "es").exit_code == 0
    assert call("export", "C25", "--to", "ES, es").exit_code == 0
    path = changed / "for-translators" / "C25" / "C25-es.xlf"
    path.write_text(path.read_text("utf-8") + "<!-- half done -->", "utf-8")
    error = refused("export", "C25", "--to", "es")
    assert "C25-es.xlf is there already" in str(error)
    assert "--folder" in error.hint
    assert path.read_text("utf-8").endswith("<!-- half done -->")


def test_nothing_to_translate_is_said(six_languages: Path) -> None:
    """No file is written then."""
    done = call("export", "C25")
    assert done.exit_code == 0
    assert done.output == "Nothing is to be translated: all is there, and up to date.\n"
    assert not (six_languages / "for-translators").exists()
    assert json.loads(call("export", "C25", "--json").output) == {"jobs": [], "files": []}


def test_a_file_comes_back_with_who_translated_it(changed: Path) -> None:
    """Where it is kept is said; the same file a second time holds nothing new."""
    call("export", "C25", "--to", "es", "--folder", ".")
    path = changed / "C25-es.xlf"
    words = "<target>Se invita al Consejo a tomar nota.</target>"
    text, count = re.subn(r"<target[^>]*/>", words, path.read_text("utf-8"))
    assert count == 1
    path.write_text(text, "utf-8")
    done = call("import", "C25-es.xlf", "--by", "Desk [ES]", "--status", "not yet revised")
    assert done.exit_code == 0, done.output
    assert "C25-es.xlf: 1 text in 'es', kept in\n" in done.output
    assert 'translator: "Desk [ES]"' in kept(changed, "es")
    assert 'status: "not yet revised"' in kept(changed, "es")
    again = call("import", "C25-es.xlf", "--by", "Desk [ES]")
    assert "nothing in it is new" in again.output
    (file,) = json.loads(call("import", "C25-es.xlf", "--json").output)["files"]
    assert (file["language"], file["units"], file["stored"]) == ("es", 0, None)


def test_a_file_with_an_error_ends_with_exit_code_1(changed: Path) -> None:
    """The findings are shown, and with --json counted."""
    (changed / "bad.xlf").write_text("Dear all, see attached.", "utf-8")
    done = call("import", "bad.xlf")
    assert done.exit_code == 1
    assert "bad.xlf: nothing was taken from it" in done.output
    done = call("import", "bad.xlf", "--json")
    assert (done.exit_code, json.loads(done.output)["counts"]["error"]) == (1, 1)


def test_a_file_of_a_session_that_is_not_here_is_refused(changed: Path) -> None:
    """No folder is made for a session because a file speaks of it."""
    call("export", "C25", "--to", "es", "--folder", ".")
    path = changed / "C25-es.xlf"
    path.write_text(path.read_text("utf-8").replace("council-report/C25", "council-report/C99"))
    done = call("import", "C25-es.xlf")
    assert done.exit_code == 1
    assert "there is no session C99 here" in done.output
    assert not (changed / "outputs" / "C99").exists()


def test_a_text_is_confirmed_in_every_language_that_has_it(changed: Path) -> None:
    """Without --to it need not be in all; its status stays unless another is given."""
    done = call("confirm", "C25", ACTION, "--by", "Reviser")
    assert done.exit_code == 0, done.output
    assert [language for language in ("fr", "es", "ru") if "Reviser" in kept(changed, language)]
    assert kept(changed, "es").count("sample translation, not official") == 75
    assert call("export", "C25").output.startswith("Nothing is to be translated")
    call("confirm", "C25", ACTION, "--to", "es", "--by", "Reviser", "--status", "")
    assert kept(changed, "es").count("sample translation, not official") == 74


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("export", "C99"), "There is no session 'C99'"),
        (("confirm", "C99"), "There is no session 'C99'"),
        (("export", "C25", "--to", "de"), "'de' is not an official language"),
        (("export", "C24", "--to", "ar"), "No document of C24 is planned in 'ar'"),
        (("confirm", "C25", "itu-t:nothing"), "to confirm for: itu-t:nothing"),
        (("confirm", "C25", ACTION, "itu-t:x", "--to", "es"), "to confirm for: itu-t:x"),
        (("confirm", "C25", "--by", "\udcff"), "--by has signs that cannot be printed"),
        (("import", "inputs/C25/session.yaml", "nothing.xlf"), "There is no file nothing.xlf"),
        (("import", "inputs"), "There is no file inputs"),
    ],
)
def test_what_cannot_be_is_an_error_of_usage(
    changed: Path, words: tuple[str, ...], told: str
) -> None:
    """Nothing is written, and no folder is made."""
    before = kept(changed, "es")
    assert told in str(refused(*words))
    assert kept(changed, "es") == before
    assert not (changed / "outputs" / "C99").exists()
