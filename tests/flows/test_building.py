"""The recipe of a build, run plainly."""

import ast
import datetime
import hashlib
import json
import os
import shutil
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import docx
import pytest

from council_report.errors import UsageError
from council_report.model.finding import count_by_severity
from flows.building import Outcome, build
from flows.ordering import MADE_WITH, BuildRequest

ROOT = Path(__file__).parents[2]
NOW = datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)


def build_c25(**options: object) -> Outcome:
    """A build of the sample report; Word only, unless another engine is named."""
    request = BuildRequest.model_validate({"session": "C25", "pdf": "none"} | options)
    return build(request, NOW)


def manifest_of(outcome: Outcome) -> dict[str, object]:
    """The manifest of a draft as it stands on disk."""
    assert outcome.draft
    return json.loads((Path(outcome.draft.folder) / "manifest.json").read_text("utf-8"))


def test_a_build_writes_a_numbered_draft_with_its_manifest_and_findings(workplace: Path) -> None:
    """A first build gives draft-001 with the Word files, the manifest and the findings."""
    outcome = build_c25()
    assert outcome.is_new
    names = sorted(path.name for path in (workplace / "outputs/C25/report/draft-001").iterdir())
    assert names == [
        "S25-CL-C-XXXX!!MSW-E.docx",
        "S25-CL-C-XXXX!!MSW-F.docx",
        "S25-CL-C-XXXX!!MSW-review-E.docx",
        "S25-CL-C-XXXX!!MSW-review-F.docx",
        "content.json",
        "findings.json",
        "manifest.json",
        "review",
    ]


def test_unchanged_inputs_give_no_new_draft(workplace: Path) -> None:
    """A second build of the same inputs answers with the draft there is."""
    first, second = build_c25(), build_c25()
    assert not second.is_new
    assert second.draft == first.draft
    assert [p.name for p in (workplace / "outputs/C25/report").glob("draft-*")] == ["draft-001"]


@pytest.mark.parametrize(
    "changed",
    ["inputs/C25/itu-t/standards.yaml", "templates/labels/fr.yaml", "templates/report.docx"],
)
def test_a_changed_input_template_or_label_gives_the_next_draft(
    workplace: Path, changed: str
) -> None:
    """Whatever decides the content of a draft makes a new one when it changes."""
    build_c25()
    path = workplace / changed
    if path.suffix == ".yaml":
        path.write_text(path.read_text("utf-8") + "\n# a remark\n", "utf-8")
    else:
        docx.Document(str(path)).save(str(path))
    outcome = build_c25()
    assert outcome.is_new
    assert outcome.draft
    assert outcome.draft.name == "draft-002"


def test_the_manifest_names_every_ingredient_with_its_digest(workplace: Path) -> None:
    """Every file the draft was made with is named with the digest of its content."""
    ingredients = manifest_of(build_c25())["ingredients"]
    names = {one["file"] for one in ingredients}
    assert {"inputs/C25/session.yaml", "templates/report.docx", "templates/labels/fr.yaml"} <= names
    for one in ingredients:
        data = (workplace / one["file"]).read_bytes()
        assert one["digest"] == hashlib.sha256(data).hexdigest()


def test_a_file_with_an_error_is_set_aside_and_its_place_marked(workplace: Path) -> None:
    """A broken file holds nobody up: its place is marked, and the manifest says why."""
    path = workplace / "inputs/C25/itu-d/activities.yaml"
    path.write_text(path.read_text("utf-8").replace("section: governance", "sektion: governance"))
    outcome = build_c25(languages=["en"])
    assert outcome.draft
    assert {(gap.contributor, gap.section) for gap in outcome.draft.manifest.gaps} == {
        ("itu-d", "deployment-and-capacity"),
        ("itu-d", "governance"),
        ("itu-d", "multistakeholder-collaboration"),
    }
    assert all("itu-d/activities.yaml" in gap.reason for gap in outcome.draft.manifest.gaps)


def test_a_contributor_who_sent_nothing_is_awaited(workplace: Path) -> None:
    """A late contributor's sections are marked, and the contact is named in the finding."""
    shutil.rmtree(workplace / "inputs/C25/itu-r")
    outcome = build_c25()
    assert outcome.draft
    assert [gap.reason for gap in outcome.draft.manifest.gaps] == ["nothing received"]
    assert any("itu-r@example.org" in finding.message for finding in outcome.findings)


def test_strict_writes_no_draft_while_there_is_an_error(workplace: Path) -> None:
    """With --strict an error stops the build before anything is written."""
    shutil.rmtree(workplace / "inputs/C25/itu-r")
    outcome = build_c25(strict=True)
    assert outcome.draft is None
    assert count_by_severity(outcome.findings)["error"] > 0
    assert not (workplace / "outputs").exists()


@pytest.mark.parametrize(
    "broken", ["inputs/C25/session.yaml", "templates/labels/fr.yaml", "templates/report.docx"]
)
def test_a_broken_session_label_or_template_file_gives_no_draft(
    workplace: Path, broken: str
) -> None:
    """What the secretariat itself prepares must be right before any draft is written."""
    (workplace / broken).write_text("unknown: [")
    outcome = build_c25()
    assert outcome.draft is None
    assert broken in {finding.location.file for finding in outcome.findings}
    assert not (workplace / "outputs").exists()


def test_an_unknown_document_or_language_is_wrong_usage(workplace: Path) -> None:
    """What the session does not plan cannot be built, and the message says what can."""
    with pytest.raises(UsageError) as no_kind:
        build_c25(document="budget")
    assert "report" in no_kind.value.hint
    with pytest.raises(UsageError) as no_language:
        build_c25(languages=["ar"])
    assert "en, fr" in no_language.value.hint


def test_a_file_that_is_refused_is_in_the_manifest_with_the_reason(workplace: Path) -> None:
    """A link in place of a file is not read, and the manifest names it, and why."""
    path = workplace / "inputs/C25/itu-r/standards.yaml"
    path.rename(workplace / "elsewhere.yaml")
    path.symlink_to(workplace / "elsewhere.yaml")
    outcome = build_c25()
    (refused,) = [one for one in manifest_of(outcome)["ingredients"] if one["reason"]]
    assert refused["file"] == "inputs/C25/itu-r/standards.yaml"
    assert outcome.draft
    assert [gap.reason for gap in outcome.draft.manifest.gaps] == [
        "set aside for errors: inputs/C25/itu-r/standards.yaml"
    ]


def test_the_manifest_holds_the_statistics_that_are_printed(workplace: Path) -> None:
    """A number from a file set aside is not recorded, even under the key of one that is printed."""
    (workplace / "inputs/C25/itu-t/zz.yaml").write_text(
        "statistics:\n  - {key: ai-standards, value: 999, unit: {en: x, fr: x}, source: s}\n"
    )
    statistics = manifest_of(build_c25())["statistics"]
    assert statistics["ai-standards"] == "315"


def test_whatever_decides_the_bytes_is_in_the_fingerprint() -> None:
    """Every distribution that the rooms import for making a document is named with its version."""
    top_level = packages_distributions()
    used = set()
    for room in ("intake", "assembly", "rendering", "comparison", "office", "model"):
        for path in (ROOT / "src/council_report" / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                module = getattr(node, "module", None) if isinstance(node, ast.ImportFrom) else None
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                used |= {name.split(".")[0] for name in [module, *names] if name}
    distributions = {
        top_level[name][0].lower().replace("_", "-") for name in used if name in top_level
    }
    engines = {"typst", "pypandoc-binary"}  # their versions are the engine's
    assert distributions - engines - {"filelock"} <= set(MADE_WITH)


SCRIPT = """
import datetime, sys
from flows.building import build
from flows.ordering import BuildRequest
now = datetime.datetime.now(datetime.UTC)
for engine in ("libreoffice", "typst"):
    build(BuildRequest(session="C25", pdf=engine, outputs=engine), now)
"""


@pytest.mark.libreoffice
def test_the_same_inputs_give_the_same_bytes_elsewhere_and_at_another_time(
    tmp_path: Path, workplace: Path
) -> None:
    """Another folder, time zone and locale change no byte of Word or PDF, by either engine."""
    other = tmp_path / "elsewhere" / "deeper"
    shutil.copytree(workplace, other)
    for place, zone, locale in ((workplace, "Asia/Tokyo", "C"), (other, "UTC", "C.UTF-8")):
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=place,
            env={**os.environ, "TZ": zone, "LC_ALL": locale},
            check=True,
        )
    for engine in ("libreoffice", "typst"):
        made = sorted((workplace / engine / "C25/report/draft-001").glob("S25*"))
        assert len(made) == 6
        for path in made:
            assert path.read_bytes() == (other / path.relative_to(workplace)).read_bytes()
