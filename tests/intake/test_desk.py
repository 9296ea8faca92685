"""What the secretariat prepares: read whole, or all of its mistakes told at once."""

import hashlib
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from council_report.errors import UsageError
from council_report.intake.desk import read_desk, sessions_in
from council_report.model.finding import Finding
from council_report.model.location import Location
from tests.samples import MANNER

SESSION = """\
code: C25
year: 2025
place: {en: Geneva}
opens: 2025-06-17
closes: 2025-06-27
mandates: resolution-214
contributors:
  - key: itu-t
    name: {en: ITU-T}
    contact: {role: ITU-T focal point, email: itu-t@example.org}
documents:
  - kind: report
    title: {en: Report}
    original_language: en
    languages: [en]
    box_from: itu-t
    outline:
      - {key: standards, contributors: [itu-t]}
"""
KIND = """\
kind: report
template: report.docx
headings: plain
box: [purpose]
author: author.report
"""
CATALOGUE = (
    """\
language: en
locale: en_GB
digit_group: " "
decimal: "."
"""
    + MANNER
    + """\
labels:
  box.purpose: {text: Purpose, status: confirmed}
"""
)
MANDATES = """\
resolution: Resolution 214 (Bucharest, 2022)
version: Bucharest, 2022
status: paraphrase
mandates:
  - {id: R1, text: {en: Studies.}}
"""


class Office(NamedTuple):
    """The two folders that the secretariat works in."""

    inputs: Path
    templates: Path

    def write(self, name: str, text: str) -> None:
        """Put a text file at a path that begins with inputs/ or templates/."""
        path = self.inputs.parent / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def problems(self, session: str = "C25") -> list[tuple[str, str, int | None]]:
        """Rule, file and line of each finding; there is then no desk."""
        desk, findings = read_desk(self.inputs, self.templates, session)
        assert desk is None
        return sorted((f.rule, f.location.file, f.location.line) for f in told_fully(findings))


def told_fully(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings, each of them an error that says what to do."""
    assert all(finding.severity == "error" and finding.remedy for finding in findings)
    return findings


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A small office with everything that a session needs."""
    office = Office(tmp_path / "inputs", tmp_path / "templates")
    office.write("inputs/C25/session.yaml", SESSION)
    office.write("templates/kinds/report.yaml", KIND)
    office.write("templates/labels/en.yaml", CATALOGUE)
    office.write("templates/mandates/resolution-214.yaml", MANDATES)
    word_file(office.templates / "report.docx")
    return office


def word_file(path: Path, part: str = "word/document.xml") -> None:
    """A package that holds one part."""
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(part, "<document/>" * 100)


def test_everything_is_read(office: Office) -> None:
    """A session comes with its kinds, catalogues, mandates and Word templates."""
    desk, findings = read_desk(office.inputs, office.templates, "C25")
    assert findings == ()
    assert desk is not None
    assert desk.session.code == "C25"
    assert list(desk.kinds) == ["report"]
    assert desk.catalogues["en"].labels["box.purpose"].text == "Purpose"
    assert desk.mandates is not None
    assert desk.mandates.mandates[0].id == "R1"
    assert desk.templates == {"report.docx": (office.templates / "report.docx").read_bytes()}
    assert desk.emblem is None
    assert desk.session_file == "inputs/C25/session.yaml"


def test_every_file_is_listed_once_with_its_digest(office: Office) -> None:
    """All that a document will be made with is known by name and digest, a shared template once."""
    office.write("templates/kinds/note.yaml", KIND.replace("kind: report", "kind: note"))
    desk, _ = read_desk(office.inputs, office.templates, "C25")
    assert desk is not None
    assert {file.name: file.digest for file in desk.files} == {
        name: hashlib.sha256((office.inputs.parent / name).read_bytes()).hexdigest()
        for name in (
            "inputs/C25/session.yaml",
            "templates/kinds/note.yaml",
            "templates/kinds/report.yaml",
            "templates/labels/en.yaml",
            "templates/mandates/resolution-214.yaml",
            "templates/report.docx",
        )
    }
    assert len(desk.files) == 6


def test_values_of_every_file_can_be_located(office: Office) -> None:
    """Whoever judges a value of the session or a template can name its line."""
    desk, _ = read_desk(office.inputs, office.templates, "C25")
    assert desk is not None
    session, labels = "inputs/C25/session.yaml", "templates/labels/en.yaml"
    assert desk.locate(session, "documents", 0, "languages") == Location(session, 15)
    assert desk.locate(session, "documents", 0, "number") == Location(session, 12)
    assert desk.locate(labels, "labels", "box.purpose") == Location(labels, 19)
    assert desk.locate("templates/report.docx", "x") == Location("templates/report.docx")


def test_an_emblem_is_used_where_there_is_one(office: Office) -> None:
    """A picture that the secretariat puts beside the templates is taken, and listed."""
    (office.templates / "emblem.png").write_bytes(b"\x89PNG" * 1_000_000)
    desk, _ = read_desk(office.inputs, office.templates, "C25")
    assert desk is not None
    assert desk.emblem == b"\x89PNG" * 1_000_000
    assert desk.files[-1].name == "templates/emblem.png"


def test_a_session_may_go_without_mandates(office: Office) -> None:
    """A session that names no resolution needs no file of mandates."""
    office.write("inputs/C25/session.yaml", SESSION.replace("mandates: resolution-214\n", ""))
    desk, findings = read_desk(office.inputs, office.templates, "C25")
    assert findings == ()
    assert desk is not None
    assert desk.mandates is None


@pytest.mark.parametrize("session", ["C26", "", "..", "C25/", "c25", "*"])
def test_a_session_that_does_not_exist(office: Office, session: str) -> None:
    """Asking for a session that is not there is an error that lists the ones that are."""
    with pytest.raises(UsageError) as caught:
        read_desk(office.inputs, office.templates, session)
    assert f"'{session}'" in str(caught.value)
    assert "Sessions there: C25." in caught.value.hint
    assert caught.value.exit_code == 2


def test_no_session_at_all(tmp_path: Path) -> None:
    """Where there is no session, or not even a folder, the error says what a session is."""
    with pytest.raises(UsageError) as caught:
        read_desk(tmp_path / "inputs", tmp_path / "templates", "C25")
    assert "none" in caught.value.hint
    assert "session.yaml" in caught.value.hint


def test_the_sessions_there_are(office: Office) -> None:
    """A session is a folder with a session file, and sessions are listed in order."""
    office.write("inputs/C24/session.yaml", SESSION)
    office.write("inputs/C26/notes.txt", "Soon.")
    assert sessions_in(office.inputs) == ["C24", "C25"]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "inputs/C25/session.yaml",
            SESSION.replace("year", "yaer"),
            ["key-missing", "key-unknown"],
        ),
        ("inputs/C25/session.yaml", SESSION + "\n\tx", ["file-syntax"]),
        ("inputs/C25/session.yaml", SESSION.replace("C25", "C24"), ["file-name"]),
        ("templates/kinds/report.yaml", KIND.replace("plain", "plane"), ["value-unknown"]),
        ("templates/kinds/report.yaml", KIND.replace("kind: r", "kind: other-r"), ["file-name"]),
        ("templates/labels/en.yaml", CATALOGUE.replace("confirmed", "sure"), ["value-unknown"]),
        ("templates/labels/fr.yaml", CATALOGUE, ["file-name"]),
        (
            "templates/mandates/resolution-214.yaml",
            MANDATES + "status: verbatim",
            ["key-duplicate"],
        ),
    ],
)
def test_a_broken_file_leaves_no_desk(
    office: Office, name: str, text: str, expected: list[str]
) -> None:
    """A mistake in any file of the secretariat is found in that file, with its line."""
    office.write(name, text)
    problems = office.problems()
    assert [rule for rule, _, _ in problems] == expected
    assert {file for _, file, _ in problems} == {name}
    assert all(line for _, _, line in problems)


@pytest.mark.parametrize("name", ["report.docx", "mandates/resolution-214.yaml"])
def test_a_missing_file_is_named(office: Office, name: str) -> None:
    """A file that the session or a kind asks for, and that is not there, is found by its name."""
    (office.templates / name).unlink()
    assert office.problems() == [("file-missing", f"templates/{name}", None)]


@pytest.mark.parametrize("data", [b"", b"words", b"PK\x03\x04 torn"])
def test_a_template_that_is_no_package(office: Office, data: bytes) -> None:
    """A template that is not what Word saves is found before anything is rendered with it."""
    (office.templates / "report.docx").write_bytes(data)
    assert office.problems() == [("template-broken", "templates/report.docx", None)]


def test_a_template_of_another_program(office: Office) -> None:
    """A package that holds no Word document is no template."""
    word_file(office.templates / "report.docx", "xl/workbook.xml")
    assert office.problems() == [("template-broken", "templates/report.docx", None)]


def test_all_problems_of_all_files_are_reported_at_once(office: Office) -> None:
    """A mistake in one file hides none in another."""
    office.write("inputs/C25/session.yaml", SESSION.replace("place: {en: Geneva}\n", ""))
    office.write("templates/kinds/report.yaml", KIND.replace("kind: report", "kind: &k report"))
    office.write("templates/kinds/note.yaml", KIND.replace("kind: report", "kind: note"))
    office.write("templates/labels/en.yaml", CATALOGUE.replace("locale", "local"))
    (office.templates / "report.docx").write_bytes(b"words")
    assert office.problems() == [
        ("file-alias", "templates/kinds/report.yaml", 1),
        ("key-missing", "inputs/C25/session.yaml", 1),
        ("key-missing", "templates/labels/en.yaml", 1),
        ("key-unknown", "templates/labels/en.yaml", 2),
        ("template-broken", "templates/report.docx", None),
    ]


def test_hidden_files_beside_the_templates_are_passed_over(office: Office) -> None:
    """What an editor leaves beside a file that is open does not count."""
    office.write("templates/kinds/._report.yaml", "\x00")
    (office.templates / "labels" / ".#en.yaml").symlink_to("nowhere")
    desk, findings = read_desk(office.inputs, office.templates, "C25")
    assert desk is not None
    assert findings == ()


@pytest.mark.parametrize(
    "name",
    [
        "inputs/C25/session.yaml",
        "templates/kinds/report.yaml",
        "templates/labels/en.yaml",
        "templates/mandates/resolution-214.yaml",
        "templates/report.docx",
        "templates/emblem.png",
    ],
)
class TestRefused:
    """A file of the secretariat that is not read is found by its name."""

    def test_a_file_that_may_not_be_read(
        self, office: Office, name: str, locked: Callable[[Path], None]
    ) -> None:
        """A file without the right to read it is an error, no crash."""
        path = office.inputs.parent / name
        path.touch()
        locked(path)
        assert ("file-refused", name, None) in office.problems()

    def test_a_folder_in_the_place_of_a_file(self, office: Office, name: str) -> None:
        """A folder with the name of a file is an error."""
        path = office.inputs.parent / name
        path.unlink(missing_ok=True)
        path.mkdir()
        assert ("file-refused", name, None) in office.problems()

    def test_a_link_in_the_place_of_a_file(self, office: Office, name: str) -> None:
        """A link is not followed, even to a file that would do."""
        path = office.inputs.parent / name
        path.touch()
        path.symlink_to(path.rename(office.inputs.parent / "elsewhere"))
        assert ("file-refused", name, None) in office.problems()


@pytest.mark.parametrize("folder", ["kinds", "labels"])
def test_a_folder_of_templates_that_may_not_be_read(
    office: Office, folder: str, locked: Callable[[Path], None]
) -> None:
    """A folder that cannot be listed is an error by itself."""
    locked(office.templates / folder)
    assert office.problems() == [("file-refused", f"templates/{folder}/", None)]


def test_a_folder_of_templates_that_is_not_there(office: Office) -> None:
    """Without a folder of labels there is a desk without labels, for the checks to judge."""
    shutil.rmtree(office.templates / "labels")
    desk, findings = read_desk(office.inputs, office.templates, "C25")
    assert findings == ()
    assert desk is not None
    assert desk.catalogues == {}


@pytest.mark.parametrize(
    ("name", "size"),
    [("report.docx", 64 << 20), ("emblem.png", 64 << 20), ("labels/en.yaml", 1 << 20)],
)
def test_a_file_that_is_too_large(office: Office, name: str, size: int) -> None:
    """A template or emblem of more than 64 MiB, or a YAML file of more than one, is not used."""
    with (office.templates / name).open("wb") as file:
        file.truncate(size + 1)
    assert office.problems() == [("file-too-large", f"templates/{name}", None)]


def test_a_template_is_read_once(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """The digest of a template belongs to the bytes that are used: no file is opened twice."""
    (office.templates / "emblem.png").write_bytes(b"\x89PNG")
    opening, opened = os.open, []

    def noted(path: Any, *args: Any, **more: Any) -> int:
        opened.append(Path(path).name)
        return opening(path, *args, **more)

    monkeypatch.setattr(os, "open", noted)
    monkeypatch.setattr(Path, "read_bytes", None)
    desk, _ = read_desk(office.inputs, office.templates, "C25")
    assert desk is not None
    assert sorted(opened) == sorted(Path(file.name).name for file in desk.files)
    data = {"report.docx": desk.templates["report.docx"], "emblem.png": desk.emblem}
    for file in desk.files:
        if Path(file.name).name in data:
            assert file.data == data[Path(file.name).name]
            assert file.digest == hashlib.sha256(file.data).hexdigest()
