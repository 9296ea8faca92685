"""Twenty broken inputs in one session: one report, twenty findings, each with place and remedy."""

import datetime
import subprocess
import sys
from pathlib import Path

from flows.building import build
from flows.ordering import BuildRequest

ENTRY = """\
  - id: {id}
    section: {section}
    text: {{en: An activity., fr: Une activité.}}
"""

SESSION = """\
code: C25
year: 2025
place: {en: Geneva, fr: Genève}
opens: 2025-06-17
closes: 2025-06-27
mandates: resolution-214
contributors:
  - key: itu-t
    name: {en: ITU-T, fr: UIT-T}
    contact: {role: ITU-T focal point, email: itu-t@example.org}
  - key: itu-d
    name: {en: ITU-D, fr: UIT-D}
    contact: {role: ITU-D focal point, email: itu-d@example.org}
documents:
  - kind: proposal
    title: {en: A proposal, fr: Une proposition}
    original_language: en
    languages: [en, fr]
    box_from: itu-t
    outline:
      - {key: standards, title: {en: Standards, fr: Normes}, contributors: [itu-t, itu-d]}
"""

GOOD = "entries:\n" + "".join(
    ENTRY.format(id=f"good-{section}", section=section)
    for section in ("purpose", "action", "references", "standards")
)


def entry(**changes: str) -> bytes:
    """A file with one entry, some of its lines changed."""
    lines = {
        "id": "an-entry",
        "section": "standards",
        "text": "{en: An activity., fr: Une activité.}",
    } | changes
    body = "".join(f"    {key}: {value}\n" for key, value in lines.items())
    return ("entries:\n  -\n" + body).encode()


TWICE = entry(id="twice") + entry(id="twice").partition(b"\n")[2]

BROKEN: dict[str, tuple[bytes, str, int | None]] = {
    "01-wrong-key.yaml": (entry(sectoin="standards"), "key-unknown", 6),
    "02-wrong-type.yaml": (entry(text="[a, b]"), "value-type", 5),
    "03-unknown-section.yaml": (entry(id="third", section="standrads"), "section-unknown", 4),
    "04-duplicate-id.yaml": (TWICE, "entry-duplicate", 7),
    "05-missing-key.yaml": (b"entries:\n  - id: a\n    section: standards\n", "key-missing", 2),
    "06-bomb.yaml": (b"entries: &bomb []\n", "file-alias", 1),
    "07-control-character.yaml": (entry(unit="a\x07b"), "character-forbidden", 6),
    "08-syntax.yaml": (b"entries: [\n", "file-syntax", 2),
    "09-encoding.yaml": ("entries: []\n# été".encode("latin-1"), "file-encoding", 2),
    "10-empty.yaml": (b"", "file-empty", None),
    "11-too-large.yaml": (b"# " + b"x" * (1 << 20), "file-too-large", None),
    "12-nesting.yaml": (b"[" * 40, "file-nesting", 1),
    "13-duplicate-key.yaml": (entry() + b"entries: []\n", "key-duplicate", 6),
    "14-tag.yaml": (b"entries: !!set {}\n", "file-tag", 1),
    "15-unknown-status.yaml": (entry(status="dun"), "value-unknown", 6),
    "16-period.yaml": (entry(dates="[2025-13]"), "value-type", 6),
    "17-unknown-mandate.yaml": (entry(id="last", mandates="[R9]"), "mandate-unknown", 6),
    "18-no-table.yaml": (entry(kind="table"), "table-missing", 6),
    "19-format.docx": (b"PK", "file-format", None),
}


def broken_session(place: Path) -> Path:
    """A session with a good file, nineteen broken ones, and a contributor who sent none."""
    folder = place / "broken/C25"
    (folder / "itu-t").mkdir(parents=True)
    (folder / "session.yaml").write_text(SESSION, "utf-8")
    (folder / "itu-t/00-good.yaml").write_text(GOOD, "utf-8")
    for name, (data, _, _) in BROKEN.items():
        (folder / "itu-t" / name).write_bytes(data)
    return place / "broken"


def test_every_broken_input_is_found_at_its_place_with_a_remedy(workplace: Path) -> None:
    """Each of the twenty problems gives one finding, at its file and line, with what to do."""
    request = BuildRequest(
        session="C25", pdf="none", inputs=broken_session(workplace), outputs=workplace / "outputs"
    )
    outcome = build(request, datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC))
    errors = [finding for finding in outcome.findings if finding.severity == "error"]
    found = {(f.location.file, f.rule, f.location.line) for f in errors}
    for name, (_, rule, line) in BROKEN.items():
        assert (f"broken/C25/itu-t/{name}", rule, line) in found
    assert {f.location.file for f in errors} == {
        *(f"broken/C25/itu-t/{name}" for name in BROKEN),
        "broken/C25/itu-d/",
    }
    assert len(errors) == 20
    assert all(finding.message and finding.remedy for finding in errors)
    assert outcome.draft
    assert {gap.contributor for gap in outcome.draft.manifest.gaps} == {"itu-t", "itu-d"}


def test_the_command_reports_all_of_them_at_once_without_a_traceback(workplace: Path) -> None:
    """``check`` names all twenty places, ends with exit code 1, and shows no traceback."""
    command = [sys.executable, "-m", "council_report.cli", "check", "C25", "--inputs"]
    done = subprocess.run(
        [*command, str(broken_session(workplace))], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert all(name in done.stdout for name in [*BROKEN, "itu-d/"])
    assert "Traceback" not in done.stdout + done.stderr
