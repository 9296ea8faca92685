"""The file of accepted amendments: read with the desk, guarded like the session file."""

from pathlib import Path

import pytest

from council_report.intake.arriving import arrivals
from council_report.intake.desk import read_desk
from council_report.intake.sources import collect
from council_report.model.desk import Desk
from council_report.model.finding import Finding
from council_report.model.location import Location

SESSION = """\
code: C25
year: 2025
place: {en: Geneva}
opens: 2025-06-17
closes: 2025-06-27
contributors:
  - {key: itu-t, name: {en: ITU-T}, contact: {role: Desk, email: itu-t@example.org}}
documents:
  - kind: report
    title: {en: Report}
    original_language: en
    languages: [en]
    box_from: itu-t
    outline:
      - {key: standards, contributors: [itu-t]}
"""
FILE = "inputs/C25/amendments.yaml"
OLD = "0" * 64
ONE = f"""\
amendments:
  - contributor: itu-t
    entry: standards-work
    language: en
    old: {OLD}
    new: NO standards, 12:30, 1.10
    by: A. Reviewer
    on: 2026-11-22
    why: as agreed
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a session without kinds and labels."""
    folder = tmp_path / "inputs" / "C25"
    folder.mkdir(parents=True)
    (folder / "session.yaml").write_text(SESSION, "utf-8")
    return folder


def read(folder: Path, text: str | None = None) -> tuple[Desk | None, tuple[Finding, ...]]:
    """The desk with this file of amendments."""
    if text is not None:
        (folder / "amendments.yaml").write_text(text, "utf-8")
    return read_desk(folder.parent, folder.parent.parent / "templates", "C25")


def test_a_session_may_go_without_amendments(folder: Path) -> None:
    """Where no edit was accepted there need be no file."""
    desk, findings = read(folder)
    assert findings == ()
    assert desk is not None
    assert desk.amendments == ()
    assert desk.amendments_file == FILE


def test_amendments_are_read_with_their_places(folder: Path) -> None:
    """Each is known with its line, and every text in it is text; the file is an ingredient."""
    desk, findings = read(folder, ONE)
    assert findings == ()
    assert desk is not None
    (one,) = desk.amendments
    assert (one.action, one.new, one.on.isoformat()) == (
        "replace",
        "NO standards, 12:30, 1.10",
        "2026-11-22",
    )
    assert desk.locate(FILE, "amendments", 0) == Location(FILE, 2)
    assert desk.locate(FILE, "amendments", 0, "new") == Location(FILE, 6)
    assert FILE in {file.name for file in desk.files}
    assert desk.session_file == "inputs/C25/session.yaml"


@pytest.mark.parametrize(
    "text", ["amendments: []\n", "amendments:\n", "", " \n", "\ufeff", "# none left\n", "---\n"]
)
def test_the_last_amendment_may_be_deleted(folder: Path, text: str) -> None:
    """A file that lists none, or holds nothing at all, is in order."""
    desk, findings = read(folder, text)
    assert findings == ()
    assert desk is not None
    assert desk.amendments == ()


@pytest.mark.parametrize(
    ("old", "new", "rule", "line"),
    [
        ("by: A. Reviewer", "by: &a A. Reviewer", "file-alias", 7),
        ("by: A. Reviewer", "by: !x A. Reviewer", "file-tag", 7),
        ("by: A. Reviewer", "by: A. Reviewer\n    by: B", "key-duplicate", 8),
        ("by: A. Reviewer", "from: A. Reviewer", "key-unknown", 7),
        ("by: A. Reviewer", 'by: "\\u202e"', "character-forbidden", 7),
        ("language: en", "language: de", "value-unknown", 4),
        ("on: 2026-11-22", "on: 2026-02-30", "value-form", 8),
        ("on: 2026-11-22", "on: 20261122", "value-form", 8),
        (OLD, "0", "value-form", 5),
        ("entry: standards-work", "entry: Standards work", "value-form", 3),
        ("why: as agreed", "cell: [0, 1]", "value-type", 9),
        ("why: as agreed", "why: [", "file-syntax", 10),
    ],
)
def test_a_mistake_leaves_no_desk(folder: Path, old: str, new: str, rule: str, line: int) -> None:
    """What is wrong in the file is found at its line, like in the session file."""
    assert ONE.count(old) == 1
    desk, findings = read(folder, ONE.replace(old, new))
    assert desk is None
    assert {(one.severity, one.location.file) for one in findings} == {("error", FILE)}
    assert (rule, line) in {(one.rule, one.location.line) for one in findings}


@pytest.mark.parametrize(
    ("keys", "message", "remedy"),
    [
        ("action: replace", "the key 'new' is missing", "Add 'new: …'."),
        ("new: ''", "the key 'new' is missing", "Add 'new: …'."),
        ("action: add\n    new: x", "the key 'id' is missing", "Add 'id: …'."),
        ("action: add\n    id: x", "the key 'new' is missing", "Add 'new: …'."),
        ("new: x\n    id: x", "the key 'id' says nothing here", "Delete the key"),
        ("new: x\n    kind: bullet", "the key 'kind' says nothing here", "Delete the key"),
        ("action: remove\n    new: x", "the key 'new' says nothing here", "Delete the key"),
        ("action: remove\n    cell: [1, 1]", "the key 'cell' says nothing here", "Delete the key"),
        (
            "action: add\n    id: x\n    new: x\n    cell: [1, 1]",
            "the key 'cell' says nothing here",
            "Delete the key",
        ),
    ],
)
def test_each_action_has_its_keys(folder: Path, keys: str, message: str, remedy: str) -> None:
    """A key that an action needs, or that says nothing beside it, is told at the amendment."""
    desk, (finding,) = read(folder, ONE.replace("new: NO standards, 12:30, 1.10", keys))
    assert desk is None
    assert finding.message == f"amendments[1]: {message}"
    assert finding.remedy.startswith(remedy)
    assert finding.location == Location(FILE, 2)


def test_a_table_cannot_be_added(folder: Path) -> None:
    """A table is for its contributor to send."""
    keys = "action: add\n    id: x\n    kind: table\n    new: x"
    _, (finding,) = read(folder, ONE.replace("new: NO standards, 12:30, 1.10", keys))
    assert finding.rule == "value-unknown"
    assert finding.remedy == "Write one of: paragraph, bullet, sub-bullet, numbered."


def test_a_cell_may_be_emptied(folder: Path) -> None:
    """Row and column are numbers; the new content of a cell may be nothing."""
    desk, findings = read(folder, ONE.replace("new: NO", "cell: [2, 3]\n    new: ''\n    #"))
    assert findings == ()
    assert desk is not None
    assert [(one.cell, one.new) for one in desk.amendments] == [((2, 3), "")]


@pytest.mark.parametrize("cell", ["[1]", "[]", "[1, 2, 3]", "2", "{row: 2}", "'2, 3'"])
def test_a_cell_is_named_by_row_and_column(folder: Path, cell: str) -> None:
    """Anything but two numbers is told once, with an example."""
    _, (finding,) = read(folder, ONE.replace("why: as agreed", f"cell: {cell}"))
    assert finding.rule == "value-form"
    assert finding.message == "amendments[1].cell: row and column are needed"
    assert finding.remedy == "Write both, such as [2, 3]."
    assert finding.location == Location(FILE, 9)


def test_a_link_in_its_place_is_not_followed(folder: Path) -> None:
    """As with every file of the secretariat, it is the file itself that is read."""
    (folder / "elsewhere").write_text(ONE, "utf-8")
    (folder / "amendments.yaml").symlink_to(folder / "elsewhere")
    desk, findings = read(folder)
    assert desk is None
    assert [(one.rule, one.location.file) for one in findings] == [("file-refused", FILE)]


def test_nobody_has_sent_it(folder: Path) -> None:
    """It is no contribution and not misplaced; in a contributor's folder it would be one."""
    read(folder, ONE)
    (folder / "itu-t").mkdir()
    (folder / "itu-t" / "amendments.yaml").write_text("entries: []\n", "utf-8")
    received = collect(folder.parent, "C25", ("itu-t",))
    assert [file.name for file in received.files] == ["inputs/C25/itu-t/amendments.yaml"]
    assert received.findings == ()


@pytest.mark.parametrize("name", ["amendments.yml", "Amendments.yaml", "amendments.yaml.txt"])
def test_a_name_that_is_not_quite_its_own(folder: Path, name: str) -> None:
    """Its amendments do not apply, and the warning says which name they need."""
    (folder / name).write_text(ONE, "utf-8")
    (finding,) = collect(folder.parent, "C25", ("itu-t",)).findings
    assert (finding.rule, finding.severity) == ("file-misplaced", "warning")
    assert finding.remedy == "If it holds the amendments, its name must be amendments.yaml."


def test_who_watches_sees_it_change(folder: Path) -> None:
    """Like the session file, it is among what a watcher looks at."""
    assert FILE not in arrivals(folder.parent, "C25")
    read(folder, ONE)
    assert arrivals(folder.parent, "C25")[FILE].path == folder / "amendments.yaml"
