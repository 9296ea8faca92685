"""Accepted edits at the end of ``amendments.yaml``, which otherwise stays as it is."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council_report.archive.amendments import add_amendments
from council_report.errors import ArchiveError
from council_report.intake.structured import build
from council_report.intake.tree import Tree
from council_report.model.amendment import Amendment, AmendmentsFile, text_digest
from council_report.model.source import SourceFile

ONE = Amendment(
    contributor="itu-t",
    entry="health",
    language="en",
    old=text_digest("Old."),
    new="New: *text* [[count]], “quoted” # no comment",
    by="Ana Dias",
    on=datetime.date(2025, 5, 12),
    why="agreed",
)
CELL = ONE.model_copy(update={"cell": (2, 3), "new": "", "why": None})


def read(path: Path) -> tuple[Amendment, ...]:
    """The amendments as intake reads them; it finds nothing wrong."""
    source = SourceFile(name=path.name, data=path.read_bytes(), digest="")
    value, findings = build(AmendmentsFile, Tree(source))
    assert not findings
    assert value
    return value.amendments


def test_the_file_is_made_where_there_is_none(tmp_path: Path) -> None:
    """It says what it is, and editors know its schema."""
    path = add_amendments(tmp_path, [ONE, CELL])
    assert path.name == "amendments.yaml"
    assert read(path) == (ONE, CELL)
    text = path.read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../schemas/amendments.json\n")
    assert "cell: [2, 3]" in text
    assert [one.name for one in tmp_path.iterdir()] == ["amendments.yaml"]


def test_what_the_file_holds_stays_with_its_comments(tmp_path: Path) -> None:
    """Accepted edits come after it."""
    path = add_amendments(tmp_path, [ONE])
    own = "  # Decided in the meeting.\n"
    path.write_text(path.read_text("utf-8") + own, "utf-8")
    before = path.read_text("utf-8")
    add_amendments(tmp_path, [CELL])
    assert read(path) == (ONE, CELL)
    assert path.read_text("utf-8").startswith(before)


@pytest.mark.parametrize("text", ["", "# empty\n", "amendments:\n", "amendments: []\n"])
def test_an_empty_file_is_a_beginning(tmp_path: Path, text: str) -> None:
    """Whatever way it is empty."""
    (tmp_path / "amendments.yaml").write_text(text)
    assert read(add_amendments(tmp_path, [ONE])) == (ONE,)


@pytest.mark.parametrize(
    "text", ["amendments: [", "amendments: [{entry: a}]\n", "- a\n", "a: &b [*b]\n", "\x00"]
)
def test_a_file_that_is_not_in_order_is_left_alone(tmp_path: Path, text: str) -> None:
    """The error says how to find out what is wrong."""
    path = tmp_path / "amendments.yaml"
    path.write_text(text)
    with pytest.raises(ArchiveError, match="does not hold what it should"):
        add_amendments(tmp_path, [ONE])
    assert path.read_text() == text
    assert [one.name for one in tmp_path.iterdir()] == ["amendments.yaml"]


def test_no_link_is_followed(tmp_path: Path) -> None:
    """Neither to read nor to write."""
    other = tmp_path / "other.yaml"
    other.write_text("amendments: []\n")
    session = tmp_path / "C26"
    session.mkdir()
    (session / "amendments.yaml").symlink_to(other)
    with pytest.raises(ArchiveError, match="could not be written"):
        add_amendments(session, [ONE])
    assert other.read_text() == "amendments: []\n"
    with pytest.raises(ArchiveError):
        add_amendments(tmp_path / "missing", [ONE])


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), min_size=1
)


@settings(max_examples=25)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=3))
def test_every_text_is_read_back_as_it_was_accepted(tmp_path_factory, texts) -> None:
    """Signs of YAML, spaces at either end, and long words included."""
    folder = tmp_path_factory.mktemp("session")
    made = [ONE.model_copy(update={"new": new, "by": by}) for new, by in texts]
    for one in made:
        path = add_amendments(folder, [one])
    assert read(path) == tuple(made)
