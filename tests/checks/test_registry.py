"""The rules as a whole: documented, silent about the samples, and consistent in what they leave."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import council_report.checks
import council_report.intake
import council_report.rendering
import flows
from council_report.checks.registry import (
    RULES,
    check_contribution,
    check_desk,
    check_session,
    with_findings,
)
from council_report.intake.contributions import read_contribution
from council_report.intake.desk import read_desk
from council_report.intake.sources import collect
from council_report.model.contribution import Contribution, Entry, Statistic
from council_report.model.finding import Finding
from council_report.model.location import Location
from council_report.model.text import statistics_quoted

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| `([a-z-]+)` \| ([a-z, ]+) \|", re.MULTILINE)
RULE_ID = re.compile(r"[a-z]+(?:-[a-z]+)+")
MESSAGES = {"Message", "message", "remedy"}
"""What stands beside the id of a rule where a finding is made."""

OTHERS = {
    "Intake": council_report.intake,
    "Receiving": flows,
    "Rendering": council_report.rendering,
}
"""The rules that are not in the registry: the heading of each group, and who makes its findings."""


def documented(room: str) -> list[tuple[str, str]]:
    """The ids and severities in the tables of one part of the documentation of the rules."""
    text = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    return ROW.findall(text.partition(f"\n## {room}")[2].partition("\n## ")[0])


def named_in(folder: Path) -> set[str]:
    """The ids of the rules that the source text in a folder makes findings of."""
    trees = [ast.parse(path.read_bytes()) for path in folder.rglob("*.py")]
    return {name for tree in trees for node in ast.walk(tree) for name in _ids_in(node)}


def _ids_in(node: ast.AST) -> Iterator[str]:
    """The ids in a value called ``rule``, in a call of what finds, and beside a message."""
    parts: list[ast.expr] = []
    match node:
        case ast.keyword("rule", value) | ast.Assign([ast.Name("rule" | "RULE")], value):
            parts = [value]
        case ast.Call(func, given) if "find" in _name(func) or MESSAGES & {*map(_name, given)}:
            parts = given
        case ast.Tuple(given) if MESSAGES & {*map(_name, given)}:
            parts = given
    for part in parts:
        for choice in [part.body, part.orelse] if isinstance(part, ast.IfExp) else [part]:
            text = getattr(choice, "value", None)
            if isinstance(text, str) and RULE_ID.fullmatch(text):
                yield text


def _name(node: ast.expr) -> str:
    """The last word of a name: ``find`` of ``self.notes.find(…)``."""
    while isinstance(node, ast.Call):
        node = node.func
    return getattr(node, "attr", "") or getattr(node, "id", "")


def test_every_rule_has_an_id_of_its_own():
    """No two rules have the same id, in the code or in the documentation."""
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    rows = [row[0] for room in ("Checks", *OTHERS) for row in documented(room)]
    assert len(rows) == len(set(rows))


def test_every_rule_of_the_checks_is_documented():
    """The documentation lists just the rules of the checks, each with its severity."""
    assert sorted(documented("Checks")) == sorted((rule.id, rule.severity) for rule in RULES)


@pytest.mark.parametrize("room", OTHERS)
def test_every_other_rule_is_documented(room):
    """The documentation lists just the rules that the source text of a room names."""
    assert {row[0] for row in documented(room)} == named_in(Path(OTHERS[room].__file__).parent)


def test_every_module_of_rules_is_asked():
    """A rule in any module of the checks is in the registry."""
    folder = Path(council_report.checks.__file__).parent
    sources = [path.read_text(encoding="utf-8") for path in folder.glob("*.py")]
    made = {name for source in sources for name in re.findall(r'^@rule\("([a-z-]+)"', source, re.M)}
    assert made == {rule.id for rule in RULES}


@pytest.mark.parametrize("session", ["C24", "C25"])
def test_the_sample_sessions_are_in_order(session):
    """The committed sample sessions give neither an error nor a warning."""
    desk, findings = read_desk(ROOT / "inputs", ROOT / "templates", session)
    assert desk
    assert findings == check_desk(desk) == ()
    keys = tuple(contributor.key for contributor in desk.session.contributors)
    received = collect(ROOT / "inputs", session, keys)
    read = [check_contribution(desk, read_contribution(file)) for file in received.files]
    contributions, others = check_session(desk, read)
    found = [*received.findings, *others, *(f for one in contributions for f in one.findings)]
    assert [finding for finding in found if finding.severity != "note"] == []


def test_findings_go_to_the_file_they_stand_in():
    """A contribution takes over the findings in its own file, and keeps those it has."""
    mine, theirs = (
        Finding(rule="r", severity="note", location=Location(file), message="m", remedy="r")
        for file in ("mine.yaml", "theirs.yaml")
    )
    contribution = Contribution(contributor="itu-t", file="mine.yaml", digest="", findings=(mine,))
    assert with_findings(contribution, [theirs, mine]).findings == (mine, mine)


def test_a_file_set_aside_is_not_judged_again(office):
    """The content of a file that could not be taken is not looked at any further."""
    office.edit(office.standards, "countries: [CH]", "nations: [XX]")
    office.edit(office.standards, "section: standards\n    kind", "section: nowhere\n    kind")
    assert [finding.rule for finding in office.findings()] == ["key-unknown"]


KEYS = st.sets(st.sampled_from("abcd"), max_size=2)


@st.composite
def contributions(draw: st.DrawFn) -> tuple[Contribution, ...]:
    """Four files that use a few ids, and define and quote a few statistics, as it happens."""
    return tuple(
        Contribution(
            contributor="itu-t",
            file=f"{number}.yaml",
            digest="",
            statistics=tuple(
                Statistic(key=key, value="1", unit={"en": "units"}, source="here")
                for key in sorted(draw(KEYS))
            ),
            entries=(
                Entry(
                    id=f"e{draw(st.integers(1, 9))}",
                    section="standards",
                    text={"en": "".join(["text", *(f"[[{key}]]" for key in sorted(draw(KEYS)))])},
                ),
            ),
        )
        for number in range(4)
    )


@pytest.fixture(scope="module")
def sample_desk():
    """The desk of the sample session."""
    desk, _ = read_desk(ROOT / "inputs", ROOT / "templates", "C25")
    assert desk
    return desk


@given(sent=contributions())
def test_what_is_left_can_always_be_assembled(sample_desk, sent):
    """In the files left, ids and keys are unique, and what they quote is defined or awaited."""
    judged, others = check_session(sample_desk, sent)
    left = [one for one in judged if not one.set_aside]
    ids = [entry.id for one in left for entry in one.entries]
    keys = [statistic.key for one in left for statistic in one.statistics]
    texts = [text for one in left for entry in one.entries for text in entry.text.values()]
    assert len(ids) == len(set(ids))
    assert len(keys) == len(set(keys))
    quoted = {key for text in texts for key in statistics_quoted(text)}
    awaited = {one.key for sender in judged if sender.set_aside for one in sender.statistics}
    assert quoted <= {*keys, *awaited}
    assert [one.file for one in judged] == [one.file for one in sent]
    assert all(finding.location.file.startswith("inputs/") for finding in others)
