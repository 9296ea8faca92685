"""What contacts do to the columns, the rows and the sheets of a form."""

from openpyxl import Workbook

from council_report.intake.notes import AT_MOST
from council_report.model.finding import has_errors
from tests.intake.tables.workbooks import GUIDE, HEADER, entries, read, told, workbook

KNOWN = GUIDE.model_copy(update={"ids": {"_cr_a": "a"}, "choices": frozenset({"R1", "SG4", "KR"})})


def test_a_remark_behind_the_name_of_a_column_does_no_harm() -> None:
    """``Text (at most 250 words)`` is the column of texts."""
    header = ["Section (choose)", "Text (at most 250 words)"]
    contribution = read(workbook({"A": [header, ["Studies", "Words"]]}))
    assert contribution.entries[0].text == {"en": "Words"}
    assert contribution.findings == ()


def test_a_form_without_its_column_of_texts_is_told_once() -> None:
    """All that stands in the rows is quoted."""
    header = ["Id", "Section", "Status"]
    contribution = read(workbook({"A": [header, ["a", "Studies", "done"], ["b", "Annexes", None]]}))
    (finding,) = contribution.findings
    assert (finding.rule, finding.severity) == ("column-missing", "error")
    assert "a | Studies | done | b | Annexes" in finding.message


def test_a_form_without_its_column_of_ids_is_told() -> None:
    """Its entries are read, and all are new."""
    contribution = read(workbook({"A": [["Section", "Text"], ["Studies", "x"]]}), guide=KNOWN)
    assert [(one.rule, one.severity) for one in contribution.findings] == [
        ("column-missing", "warning")
    ]
    assert len(contribution.entries) == 1


def test_rows_that_a_filter_hides_are_read_and_quoted() -> None:
    """A filter is a way to look at rows, not to take them out."""

    def change(book: Workbook) -> None:
        sheet = book["Entries"]
        sheet.auto_filter.ref = "A1:H3"
        sheet.auto_filter.add_filter_column(1, ["Annexes"])
        sheet.row_dimensions[2].hidden = True

    rows = [(None, "Studies", None, "Words"), (None, "Annexes", None, "More")]
    contribution = read(entries(*rows, change=change))
    assert len(contribution.entries) == 2
    (finding,) = contribution.findings
    assert (finding.rule, finding.severity) == ("rows-filtered", "warning")
    assert "Words" in finding.message
    assert "More" not in finding.message


def test_a_filter_that_is_not_on_hides_nothing() -> None:
    """A row that somebody hid by hand is refused, as everywhere."""

    def change(book: Workbook) -> None:
        book["Entries"].auto_filter.ref = "A1:H3"
        book["Entries"].row_dimensions[2].hidden = True

    contribution = read(entries((None, "Studies", None, "Words"), change=change))
    assert told(contribution)["hidden-cells"]


def test_a_hidden_column_with_nothing_in_it_does_no_harm() -> None:
    """Many hide the columns that they do not need."""

    def change(book: Workbook) -> None:
        book["Entries"].column_dimensions["G"].hidden = True

    assert read(entries((None, "Studies", None, "Words"), change=change)).findings == ()


def test_a_title_above_the_table_sets_nothing_aside() -> None:
    """Several cells in a row above it may be an entry."""
    rows = [
        ["My inputs"],
        [None, "Annexes", None, "Too high"],
        HEADER,
        [None, "Studies", None, "x"],
    ]
    contribution = read(workbook({"A": rows}))
    assert [one.severity for one in told(contribution)["text-aside"]] == ["note"]
    assert [one.location.cell for one in told(contribution)["cell-unread"]] == ["B2", "D2"]


def test_a_row_of_totals_is_answered_once() -> None:
    """Its words are quoted, and what to do with it is said."""
    contribution = read(entries((None, "Studies", None, "x"), ("Total", None, None, None, 5)))
    assert [one.rule for one in contribution.findings] == ["text-missing"]
    contribution = read(entries((None, "Studies", None, "x"), (None, None, None, "Total: 5")))
    (finding,) = contribution.findings
    assert "Total: 5" in finding.message
    assert "empty the row" in finding.remedy


def test_words_of_lists_that_were_filled_down_are_no_entries() -> None:
    """A note says so, unless the row holds a word that is not of the lists."""
    guide = KNOWN.model_copy(update={"choices": frozenset({"Studies", "bullet"})})
    rows = [(None, "Studies", "bullet"), (None, "Studies"), (None, None, "bullet")]
    contribution = read(entries((None, "Studies", None, "x"), *rows), guide=guide)
    assert {(one.rule, one.severity) for one in contribution.findings} == {("row-emptied", "note")}
    assert len(contribution.findings) == 3
    assert told(read(entries((None, "A subtitle")), guide=guide))["text-missing"]


def test_a_form_may_come_back_after_its_words_have_changed() -> None:
    """Its own lines of then are told of as a warning; the entries are read."""
    data = workbook(
        {
            "Entries": [HEADER, [None, "Studies", None, "Words"]],
            "Help": [["Instructions"], ["To be sent by: 1 May 2020"]],
            "Lists": [["A note of then"], ["R1"], ["SG4"], ["KR"], ["A former section"]],
        }
    )
    contribution = read(data, guide=KNOWN)
    assert not has_errors(contribution.findings)
    first, second = told(contribution)["help-changed"]
    assert "1 May 2020" in first.message
    assert "A note of then | A former section" in second.message


def test_an_error_among_many_warnings_of_its_rule_still_sets_the_file_aside() -> None:
    """Findings that are left out count by their severity."""
    empty = [f"Nobody knows {number}" for number in range(AT_MOST + 5)]
    header = ["Section", "Text", *empty, "Nor this"]
    contribution = read(workbook({"A": [header, ["Studies", "x", *[None] * len(empty), "words"]]}))
    findings = told(contribution)["column-unknown"]
    assert [one for one in findings if one.severity == "error" and "words" in one.message]
