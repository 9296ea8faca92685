"""Where every printed line comes from: the right file, and the right line of it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_report.assembly.document import assemble
from council_report.checks.registry import check_contribution, check_session
from council_report.intake.contributions import read_contribution
from council_report.intake.desk import read_desk
from council_report.intake.sources import collect
from council_report.model.contribution import Contribution, Entry
from council_report.model.desk import Desk
from council_report.model.document import Document, Printed
from council_report.model.language import Language
from council_report.model.location import Location
from council_report.model.text import one_line, parse_text, plain

MakeDesk = Callable[..., Desk]
MakeEntry = Callable[..., Entry]
MakeFile = Callable[..., Contribution]
Assembled = Callable[..., Document]

ROOT = Path(__file__).parents[2]
SAMPLES = [("C24", "en"), ("C24", "fr"), ("C25", "en"), ("C25", "fr")]

VALUES: dict[str, Callable[[Desk, Document], str]] = {
    "header.session": lambda desk, _: str(desk.session.year),
    "header.place_and_dates": lambda desk, document: desk.session.place[document.language],
    "header.agenda_item": lambda desk, _: desk.session.documents[0].agenda_item or "- kind:",
    "header.symbol": lambda desk, _: str(desk.session.documents[0].number or "- kind:"),
    "header.date": lambda desk, _: str(desk.session.documents[0].date or "- kind:"),
    "header.original": lambda desk, _: desk.session.documents[0].original_language,
    "author": lambda desk, _: desk.session.documents[0].author or "- kind:",
}
"""What stands at the source of each line above the box: its value or, where it is not known yet,
the document that it is to be written under."""


@pytest.fixture(scope="module", params=SAMPLES, ids="-".join)
def sample(request: pytest.FixtureRequest) -> tuple[Desk, Document, set[str]]:
    """A sample session, its document in one language, and the names of all files read for it."""
    session, language = request.param
    desk, _ = read_desk(ROOT / "inputs", ROOT / "templates", session)
    assert desk
    keys = tuple(contributor.key for contributor in desk.session.contributors)
    received = collect(ROOT / "inputs", session, keys)
    read = [check_contribution(desk, read_contribution(file)) for file in received.files]
    contributions, _ = check_session(desk, read)
    files = {file.name for file in (*desk.files, *received.files)}
    document = assemble(desk, desk.session.documents[0], contributions, language)
    return desk, document, files


def words_at(place: Location) -> str:
    """The line of a place and those below it that are indented deeper, as one."""
    lines = (ROOT / place.file).read_text(encoding="utf-8").splitlines()
    assert place.line
    first, rest = lines[place.line - 1], lines[place.line :]
    return one_line(" ".join([first, *_indented(rest, _indent(first))]))


def _indented(lines: list[str], least: int) -> Iterator[str]:
    for line in lines:
        if line.strip() and _indent(line) <= least:
            return
        yield line


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def of_part(document: Document, *parts: str) -> list[Printed]:
    """The lines of a document that are of some parts."""
    return [line for line in document.lines() if line.part in parts]


def test_every_line_comes_from_a_file_that_was_read(
    sample: tuple[Desk, Document, set[str]],
) -> None:
    """Nothing is printed that has no place in a file, with its line."""
    _, document, files = sample
    lines = [line for line in document.lines() if line.text]
    assert len(lines) > 30
    assert {line.source.file for line in lines} <= files
    assert [line for line in lines if not line.source.line] == []


def test_headings_labels_and_title_stand_where_they_are_said_to(
    sample: tuple[Desk, Document, set[str]],
) -> None:
    """At the line of the secretariat's file there are just the words that are printed."""
    _, document, _ = sample
    for line in of_part(document, "heading", "label"):
        words = plain(line.block.text) if line.block and line.part == "heading" else line.text
        assert words in words_at(line.source)
    (title,) = of_part(document, "title")
    assert title.text in words_at(title.source).upper()


def test_the_other_lines_above_the_box_stand_where_one_would_change_them(
    sample: tuple[Desk, Document, set[str]],
) -> None:
    """Session, place, agenda item, symbol, date, language and author name the line of a value."""
    desk, document, _ = sample
    for line in of_part(document, *VALUES):
        lines = (ROOT / line.source.file).read_text(encoding="utf-8").splitlines()
        assert VALUES[line.part](desk, document) in lines[(line.source.line or 0) - 1]


def test_entries_stand_where_they_are_said_to(sample: tuple[Desk, Document, set[str]]) -> None:
    """At the line of a contributor's file the entry begins, and its words are in it."""
    _, document, _ = sample
    for block in document.all_blocks():
        if block.entry:
            words = words_at(block.source)
            assert words.startswith(f"- id: {block.entry} ")
            assert plain(parse_text(block.said)) in plain(parse_text(words))


def test_the_rule_of_the_box_stands_in_its_kind(sample: tuple[Desk, Document, set[str]]) -> None:
    """The line of underscores comes from the list of the rows."""
    _, document, _ = sample
    (rule,) = of_part(document, "rule")
    assert words_at(rule.source).startswith("box: [")


SECTIONS = ("introduction", "standards", "capacity", "purpose", "references", "nowhere")
ENTRIES = st.lists(
    st.fixed_dictionaries(
        {
            "section": st.sampled_from(SECTIONS),
            "kind": st.sampled_from(["paragraph", "bullet", "sub-bullet", "numbered", "table"]),
            "text": st.dictionaries(
                st.sampled_from(["en", "fr"]), st.text(min_size=1, max_size=9), min_size=1
            ),
        }
    ),
    max_size=5,
)
CONTRIBUTORS = st.sampled_from(["general-secretariat", "itu-r", "itu-t", "itu-d"])
FILES = st.lists(st.tuples(CONTRIBUTORS, st.booleans(), ENTRIES), max_size=5)
OUTLINES = st.lists(st.sampled_from(SECTIONS[:3]), min_size=1, unique=True)


def sent_file(
    number: int, sent: tuple[str, bool, list[dict[str, Any]]], make_entry: MakeEntry, make: MakeFile
) -> Contribution:
    """A file whose entries stand on lines 1, 2, 3, with a table for each entry that is one."""
    contributor, aside, given_entries = sent
    entries = [
        make_entry(f"entry-{number}-{place}", **one | _rows(one))
        for place, one in enumerate(given_entries)
    ]
    name = f"{number}.yaml"
    file = f"inputs/C25/{contributor}/{name}"
    places = {("entries", n): Location(file, n + 1) for n in range(len(entries))}
    return make(contributor, *entries, name=name, aside=aside, places=places)


def _rows(entry: dict[str, Any]) -> dict[str, Any]:
    rows = {language: [["head"], ["cell"]] for language in entry["text"]}
    return {"table": rows} if entry["kind"] == "table" else {}


@given(sent=FILES, outline=OUTLINES, language=st.sampled_from(["en", "fr"]))
def test_every_line_of_every_document_has_a_source(
    make_desk: MakeDesk,
    make_entry: MakeEntry,
    make_file: MakeFile,
    assembled: Assembled,
    sent: list[tuple[str, bool, list[dict[str, Any]]]],
    outline: list[str],
    language: Language,
) -> None:
    """Whatever is sent for whatever outline, each line is of a file that was read, each entry of
    the line where it stands."""
    sections = [
        {"key": key, "contributors": ["itu-t"]} | ({"title": {"en": key, "fr": key}} if n else {})
        for n, key in enumerate(outline)
    ]
    desk = make_desk(plan={"outline": sections})
    files = [sent_file(number, one, make_entry, make_file) for number, one in enumerate(sent)]
    document = assembled(*files, desk=desk, language=language)
    known = {file.name for file in desk.files} | {one.file for one in files if not one.set_aside}
    assert {line.source.file for line in document.lines() if line.text} <= known
    entries = {
        entry.id: one.locate("entries", number)
        for one in files
        for number, entry in enumerate(one.entries)
    }
    for block in document.all_blocks():
        if block.entry:
            assert block.source == entries[block.entry]
        else:
            assert block.source.file in {file.name for file in desk.files}
