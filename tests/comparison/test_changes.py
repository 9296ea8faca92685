"""Two drafts compared: every kind of change, nothing missed, nothing made up."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from council_report.comparison.changes import applied, compare
from council_report.comparison.passages import passages_of
from council_report.errors import ComparisonError
from council_report.model.change import Change, Changes, DraftName, Passage
from council_report.model.content import Content
from council_report.model.contribution import Statistic
from council_report.model.document import Block, Details, Document
from council_report.model.text import Run
from tests.comparison.strategies import contents, edited

MakeBlock = Callable[..., Block]
MakeDocument = Callable[..., Document]
Compared = Callable[..., Changes]
ChangesOf = Callable[[Sequence[Block], Sequence[Block]], tuple[Change, ...]]

SCHEMA = Path(__file__).parents[2] / "schemas/changes.json"
VALID = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))

NAME = DraftName(session="C25", kind="report", draft=1, made=datetime(2025, 6, 1, tzinfo=UTC))

ROWS = (("Group", "Number"), ("SG13", "12"), ("SG20", "7"))


def a_table(*rows: Sequence[str]) -> tuple[tuple[tuple[Run, ...], ...], ...]:
    """The rows of a table of these words."""
    return tuple(tuple((Run(cell),) for cell in row) for row in rows)


def words_of(change: Change) -> list[str]:
    """The words of a change, with a sign before those that changed."""
    signs = {"same": "", "removed": "-", "added": "+"}
    return [signs[piece.operation] + piece.text for piece in change.words]


def between(old: Document, new: Document) -> Changes:
    """The changes from one document to another."""
    return compare(NAME, Content(documents=(old,)), NAME, Content(documents=(new,)))


# Every kind of change


def test_an_entry_that_comes_in_is_added(make_block: MakeBlock, changes_of: ChangesOf) -> None:
    """It says which passage it follows."""
    a, b, c = map(make_block, "abc")
    (change,) = changes_of([a, c], [a, b, c])
    assert (change.key, change.kinds, change.after) == ("entry b", ("added",), "entry a")
    assert change.old is None
    assert change.new and change.new.entry == "b"


def test_an_entry_that_is_left_out_is_removed(make_block: MakeBlock, changes_of: ChangesOf) -> None:
    """It says what it stood behind before, and comes after all other changes."""
    a, b, c = map(make_block, "abc")
    other = make_block("c", "Other words here.")
    changes = changes_of([a, b, c], [a, other])
    assert [change.key for change in changes] == ["entry c", "entry b"]
    assert (changes[1].kinds, changes[1].after) == (("removed",), "entry a")
    assert changes[1].new is None


def test_one_entry_that_is_carried_elsewhere_is_moved(
    make_block: MakeBlock, changes_of: ChangesOf
) -> None:
    """Those that it passes have not moved."""
    a, b, c, d = map(make_block, "abcd")
    (change,) = changes_of([a, b, c, d], [b, c, a, d])
    assert (change.key, change.kinds, change.after) == ("entry a", ("moved",), "entry c")


def test_an_entry_in_another_section_is_moved(make_block: MakeBlock, changes_of: ChangesOf) -> None:
    """Even where it still follows the same entry."""
    a, b = map(make_block, "ab")
    (change,) = changes_of([a, b], [a, make_block("b", section="capacity")])
    assert (change.kinds, change.after) == (("moved",), "entry a")


def test_other_words_are_reworded_word_by_word(
    make_block: MakeBlock, changes_of: ChangesOf
) -> None:
    """The words that changed are told from those that stayed."""
    old = make_block("a", "Study Group 13 has begun work on AI.")
    (change,) = changes_of([old], [make_block("a", "Study Group 13 has ended work on AI.")])
    assert change.kinds == ("reworded",)
    assert words_of(change) == ["Study Group 13 has ", "-begun", "+ended", " work on AI."]
    assert change.after is None


def test_headings_and_lines_above_the_box_are_compared_too(
    make_block: MakeBlock, make_document: MakeDocument
) -> None:
    """A new title and a new heading are changes of their own."""
    old = make_document(make_block(None, "AI standards", kind="heading"))
    new = make_document(make_block(None, "AI norms", kind="heading"), title="REPORT ON AI, 2026")
    changes = between(old, new).of("en")
    assert [(change.key, change.kinds) for change in changes] == [
        ("line title", ("reworded",)),
        ("heading standards", ("reworded",)),
    ]


@pytest.mark.parametrize(
    "fields", [{"contributor": "itu-r"}, {"details": Details(unit="ITU-T Study Group 13")}]
)
def test_another_contributor_or_unit_is_a_new_attribution(
    make_block: MakeBlock, changes_of: ChangesOf, fields: dict[str, Any]
) -> None:
    """The entry is the same by its id, whoever sent it."""
    (change,) = changes_of([make_block("a")], [make_block("a", **fields)])
    assert (change.key, change.kinds) == ("entry a", ("re-attributed",))


def test_a_bullet_made_a_paragraph_is_restructured(
    make_block: MakeBlock, changes_of: ChangesOf
) -> None:
    """The dash that goes with it is no change of its own."""
    old = make_block("a", kind="bullet", marker="\N{EN DASH}")
    (change,) = changes_of([old], [make_block("a")])
    assert change.kinds == ("restructured",)


def test_the_value_of_a_statistic_is_told_from_words(
    make_block: MakeBlock, changes_of: ChangesOf
) -> None:
    """A number that is quoted is a statistic; words around it are words; both may change."""

    def quoting(value: str, words: str) -> Block:
        return make_block("a", (Run(value, statistic="standards"), Run(words)))

    old = quoting("315", " AI standards are in force.")
    (value,) = changes_of([old], [quoting("316", " AI standards are in force.")])
    (words,) = changes_of([old], [quoting("315", " AI standards are planned.")])
    (both,) = changes_of([old], [quoting("316", " AI standards are planned.")])
    assert value.kinds == ("statistics",)
    assert words_of(value)[:2] == ["-315", "+316"]
    assert words.kinds == ("reworded",)
    assert both.kinds == ("reworded", "statistics")


@pytest.mark.parametrize(
    ("details", "kinds"),
    [
        (Details(dates=("2025-12-02/2025-12-03",)), ("dates",)),
        (Details(mandates=("R1",)), ("details",)),
        (Details(status="done", dates=("2025",)), ("dates", "details")),
    ],
)
def test_details_that_are_not_printed_are_changes(
    make_block: MakeBlock, changes_of: ChangesOf, details: Details, kinds: tuple[str, ...]
) -> None:
    """Dates have a kind of their own, all others share one."""
    (change,) = changes_of([make_block("a")], [make_block("a", details=details)])
    assert (change.kinds, change.words) == (kinds, ())


def test_another_look_of_the_same_words_is_formatting(
    make_block: MakeBlock, changes_of: ChangesOf
) -> None:
    """The words are the same, and no piece of them is shown as changed."""
    old = make_block("a", "Machine learning is used.")
    new = make_block("a", (Run("Machine learning", emphasis=True), Run(" is used.")))
    (change,) = changes_of([old], [new])
    assert (change.kinds, change.words) == (("formatting",), ())


def test_words_and_looks_that_change_are_both_told(
    make_block: MakeBlock, changes_of: ChangesOf
) -> None:
    """The look counts of the words that both texts have: new words in bold are new words only."""
    old = make_block("a", (Run("Machine learning is used in "), Run("networks", strong=True)))
    bold = make_block("a", (Run("Machine learning is used in "), Run("all networks", strong=True)))
    plain = make_block("a", "Machine learning is used in all networks")
    assert [change.kinds for change in changes_of([old], [bold])] == [("reworded",)]
    assert [change.kinds for change in changes_of([old], [plain])] == [("reworded", "formatting")]


def test_a_link_that_leads_elsewhere_is_a_detail(
    make_block: MakeBlock, changes_of: ChangesOf
) -> None:
    """The address is not printed, and a reviewer must hear of it all the same."""
    old, new = (
        make_block("a", (Run("the programme", href=f"https://www.itu.int/{page}"),))
        for page in ("ai", "other")
    )
    assert [change.kinds for change in changes_of([old], [new])] == [("details",)]


def test_points_that_are_counted_anew_are_formatting(
    make_block: MakeBlock, changes_of: ChangesOf
) -> None:
    """An inserted point gives those after it other numbers, and changes nothing else."""
    first, second, third = (make_block(key, kind="numbered", marker="1") for key in "abc")
    counted = [
        block.model_copy(update={"marker": str(number)})
        for number, block in enumerate((second, first, third), start=1)
    ]
    old = [first, third.model_copy(update={"marker": "2"})]
    assert [(change.key, change.kinds) for change in changes_of(old, counted)] == [
        ("entry b", ("added",)),
        ("entry a", ("formatting",)),
        ("entry c", ("formatting",)),
    ]


def test_a_change_has_all_kinds_that_apply(make_block: MakeBlock, changes_of: ChangesOf) -> None:
    """A bullet may be moved, reworded and sent by somebody else at once."""
    a, b = map(make_block, "ab")
    old = make_block("c", "Study Group 13 met in Geneva.", kind="bullet")
    new = make_block("c", "Study Group 20 met in Geneva.", contributor="itu-r")
    (change,) = changes_of([old, a, b], [a, b, new])
    assert change.kinds == ("moved", "reworded", "re-attributed", "restructured")


# Tables


def test_a_cell_is_reworded_at_its_place(make_block: MakeBlock, changes_of: ChangesOf) -> None:
    """Row and column are counted from 1, the header row included."""
    old = make_block("t", kind="table", rows=a_table(*ROWS))
    new = make_block("t", kind="table", rows=a_table(*ROWS[:2], ("SG20", "9")))
    (change,) = changes_of([old], [new])
    (cell,) = change.cells
    assert change.kinds == ("reworded",)
    assert (cell.row, cell.column, cell.gone) == (3, 2, False)
    assert [piece.text for piece in cell.words] == ["7", "9"]


def test_a_new_row_is_restructured_and_moves_no_words(
    make_block: MakeBlock, changes_of: ChangesOf
) -> None:
    """The rows below a new one are still the same rows."""
    old = make_block("t", kind="table", rows=a_table(*ROWS))
    new = make_block("t", kind="table", rows=a_table(ROWS[0], ("SG5", "3"), *ROWS[1:]))
    (change,) = changes_of([old], [new])
    assert change.kinds == ("restructured",)
    assert [(cell.row, cell.column, cell.words[0].text) for cell in change.cells] == [
        (2, 1, "SG5"),
        (2, 2, "3"),
    ]


def test_a_row_that_is_gone_is_shown_by_its_old_place(
    make_block: MakeBlock, changes_of: ChangesOf
) -> None:
    """The words of a row that was taken out are not lost; another row may change beside it."""
    old = make_block("t", kind="table", rows=a_table(*ROWS))
    new = make_block("t", kind="table", rows=a_table(ROWS[0], ("SG20", "9")))
    (change,) = changes_of([old], [new])
    assert change.kinds == ("reworded", "restructured")
    assert [(cell.row, cell.column, cell.gone) for cell in change.cells] == [
        (2, 1, True),
        (2, 2, True),
        (2, 2, False),
    ]


def test_a_new_column_is_restructured(make_block: MakeBlock, changes_of: ChangesOf) -> None:
    """Cells that stood side by side are still the same with one between them."""
    old = make_block("t", kind="table", rows=a_table(*ROWS))
    wider = [(name, f"new {name}", number) for name, number in ROWS]
    (change,) = changes_of([old], [make_block("t", kind="table", rows=a_table(*wider))])
    assert change.kinds == ("restructured",)
    assert {cell.column for cell in change.cells} == {2}


def test_rows_in_another_order_are_restructured(
    make_block: MakeBlock, changes_of: ChangesOf
) -> None:
    """A table of the same size may still have been put in another order."""
    old = make_block("t", kind="table", rows=a_table(*ROWS))
    new = make_block("t", kind="table", rows=a_table(ROWS[0], ROWS[2], ROWS[1]))
    (change,) = changes_of([old], [new])
    assert change.kinds == ("restructured",)


# Statistics and languages


def a_statistic(key: str = "standards", value: str = "315", **fields: Any) -> Statistic:
    """A statistic of this value."""
    fixed = {"key": key, "value": value, "unit": {"en": "AI standards"}, "source": "survey"}
    return Statistic.model_validate(fixed | fields)


@pytest.mark.parametrize(
    "fields",
    [{"value": "316"}, {"unit": {"en": "norms"}}, {"as_of": "2025"}, {"source": "database"}],
)
def test_anything_that_changes_of_a_statistic_is_told(
    compared: Compared, fields: dict[str, Any]
) -> None:
    """Value, unit, date and source of a number matter alike."""
    old, new = a_statistic(), a_statistic(**fields)
    (change,) = compared([], [], [old], [new]).statistics
    assert (change.key, change.old, change.new) == ("standards", old, new)


def test_a_unit_in_more_or_fewer_languages_is_no_change(compared: Compared) -> None:
    """A form is filled in in one language, so the others may be missing; where both have it, the
    unit counts.
    """
    both = a_statistic(unit={"en": "AI standards", "fr": "normes sur l'IA"})
    assert compared([], [], [both], [a_statistic()]).statistics == ()
    assert compared([], [], [a_statistic()], [both]).statistics == ()
    (change,) = compared([], [], [both], [a_statistic(unit={"fr": "normes"})]).statistics
    assert change.key == "standards"


def test_statistics_that_come_and_go_are_told(compared: Compared) -> None:
    """Those that are gone come last; what is the same is not mentioned."""
    kept, gone, new = map(a_statistic, ("kept", "gone", "new"))
    changes = compared([], [], [gone, kept], [kept, new]).statistics
    assert [(one.key, one.old is None, one.new is None) for one in changes] == [
        ("new", True, False),
        ("gone", False, True),
    ]


def test_only_languages_that_both_drafts_have_are_compared(
    make_document: MakeDocument, compared: Compared
) -> None:
    """Those that only one of them has are named."""
    english, french, spanish = (make_document(language=one) for one in ("en", "fr", "es"))
    changes = compared([spanish, english], [french, english])
    assert [one.language for one in changes.languages] == ["en"]
    assert (changes.languages_added, changes.languages_removed) == (("fr",), ("es",))
    assert changes.of("fr") == ()


# What holds of all drafts


@given(contents())
def test_a_draft_compared_with_itself_has_no_change(content: Content) -> None:
    """Nothing is made up."""
    changes = compare(NAME, content, NAME, Content.model_validate_json(content.model_dump_json()))
    assert not any(one.changes for one in changes.languages)
    assert not changes.statistics


@given(contents(), contents())
def test_the_changes_make_the_new_draft_of_the_old_one(old: Content, new: Content) -> None:
    """What is not in the changes has not changed, in any language; statistics included."""
    changes = compare(NAME, old, NAME, new)
    for one in changes.languages:
        before, after = old.document(one.language), new.document(one.language)
        assert before and after
        assert applied(one, passages_of(before)) == passages_of(after)
    figures = {one.key: one for one in old.statistics}
    figures |= {one.key: one.new for one in changes.statistics if one.new}
    gone = {one.key for one in changes.statistics if one.new is None}
    expected = {one.key: one for one in new.statistics}
    assert {key: one for key, one in figures.items() if key not in gone} == expected


@given(edited())
def test_edits_of_a_document_make_the_new_one_of_the_old_one(
    pair: tuple[Document, Document],
) -> None:
    """Blocks that are moved, left out, added and given twice come out where they belong."""
    old, new = pair
    (changes,) = between(old, new).languages
    assert applied(changes, passages_of(old)) == passages_of(new)


@given(edited())
def test_no_change_is_missed_and_none_is_without_kind(pair: tuple[Document, Document]) -> None:
    """Exactly the passages that differ, or stand elsewhere, are changes, each of a kind."""
    old, new = pair
    before, after = ({one.key: one for one in passages_of(each)} for each in pair)
    changes = between(old, new).of("en")
    assert all(change.kinds for change in changes)
    differing = {key for key in before | after if before.get(key) != after.get(key)}
    assert differing == {one.key for one in changes if one.old != one.new}
    assert all("moved" in one.kinds for one in changes if one.old == one.new)


@given(edited())
def test_the_words_of_a_change_are_those_of_its_passages(pair: tuple[Document, Document]) -> None:
    """The pieces of a text and of its cells give the old and the new words."""
    for change in between(*pair).of("en"):
        if change.old and change.new and change.words:
            assert_pieces(change.words, change.old.text, change.new.text)
        for cell in change.cells:
            assert_cell(change.old, change.new, cell.row - 1, cell.column - 1, cell)


def assert_pieces(words: Sequence[Any], old: Sequence[Run], new: Sequence[Run]) -> None:
    """Pieces give both texts."""
    removed = "".join(piece.text for piece in words if piece.operation != "added")
    added = "".join(piece.text for piece in words if piece.operation != "removed")
    assert removed == "".join(run.text for run in old)
    assert added == "".join(run.text for run in new)


def assert_cell(old: Passage | None, new: Passage | None, row: int, column: int, cell: Any) -> None:
    """The words of a cell are those at its place in the table that has it."""
    table, without = (old, "added") if cell.gone else (new, "removed")
    assert table
    words = "".join(piece.text for piece in cell.words if piece.operation != without)
    assert words == "".join(run.text for run in table.rows[row][column])


@settings(max_examples=50)  # the schema is slow to check
@given(contents(), contents())
def test_changes_are_kept_whole_as_json(old: Content, new: Content) -> None:
    """The file is valid by the published schema, and read again it says the same."""
    changes = compare(NAME, old, NAME, new)
    text = changes.model_dump_json(exclude_defaults=True)
    VALID.validate(json.loads(text))
    assert Changes.model_validate_json(text) == changes


def test_changes_of_another_document_cannot_be_applied(
    make_block: MakeBlock, make_document: MakeDocument
) -> None:
    """What was compared with another draft is refused rather than half applied."""
    a, b, c = map(make_block, "abc")
    (changes,) = between(make_document(a, b), make_document(a, b, c)).languages
    with pytest.raises(ComparisonError):
        applied(changes, passages_of(make_document(a)))
    (changes,) = between(make_document(a, b), make_document(a)).languages
    with pytest.raises(ComparisonError):
        applied(changes, passages_of(make_document(a)))
