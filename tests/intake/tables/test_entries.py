"""How rows become entries and statistics, and what is told of those that cannot."""

from typing import Any

import pytest

from council_report.model.finding import has_errors
from tests.intake.tables.workbooks import HEADER, entries, read, told, workbook

STATISTICS = ("Key", "Value", "Unit", "As of", "Source")


def row(**values: Any) -> tuple[Any, ...]:
    """A row of the sheet of entries."""
    return tuple({"Section": "Studies", "Text": "Words", **values}.get(name) for name in HEADER)


def test_the_language_is_that_of_the_sections() -> None:
    """A name that only French has makes the sheet French; the guide decides where none tells."""
    contribution = read(entries(row(Section="Études"), row(Section="Annexes", Text="More")))
    assert [set(entry.text) for entry in contribution.entries] == [{"fr"}, {"fr"}]
    assert set(read(entries(row(Section="Annexes"))).entries[0].text) == {"en"}


def test_columns_may_name_their_language() -> None:
    """One row then holds the text in several languages."""
    header = ["section", "Text (fr)", "text en", "TEXTE (ES)"]
    contribution = read(workbook({"A": [header, ["Studies", "Mots", "Words", "Palabras"]]}))
    assert contribution.entries[0].text == {"fr": "Mots", "en": "Words", "es": "Palabras"}
    assert contribution.locate("entries", 0, "text", "en").cell == "C2"


@pytest.mark.parametrize(
    ("values", "rule", "cell", "words"),
    [
        ({"Section": "Stdies"}, "heading-unknown", "B2", "Stdies"),
        ({"Section": None}, "section-missing", "B2", "no section"),
        ({"Kind": "bulet"}, "value-unknown", "C2", "bulet"),
        ({"Status": "dne"}, "value-unknown", "E2", "dne"),
        ({"Text": None}, "text-missing", "D2", "Studies"),
        ({"Dates": "03/04/2025"}, "date-ambiguous", "F2", "2025-04-03 or 2025-03-04"),
        ({"Dates": "31.12.2025"}, "value-form", "F2", "31.12.2025"),
        ({"Dates": "2 December 2025"}, "value-form", "F2", "2 December 2025"),
        ({"Dates": "2025-12-03/2025-12-02"}, "value-type", "F2", "ends before it begins"),
        ({"Table": "Tabel"}, "table-unknown", "H2", "Tabel"),
        ({"Id": "My Entry"}, "value-form", "A2", "My Entry"),
    ],
)
def test_a_value_that_does_not_fit_is_an_error_at_its_cell(
    values: dict[str, Any], rule: str, cell: str, words: str
) -> None:
    """The finding quotes the words; all other values of the row are read."""
    contribution = read(entries(row(**values)))
    finding = told(contribution)[rule][0]
    assert (finding.severity, finding.location.cell) == ("error", cell)
    assert words in finding.message
    assert values.get("Text", "Words") is None or contribution.entries[0].text == {"en": "Words"}


def test_a_near_miss_is_suggested() -> None:
    """The remedy names the word that was probably meant."""
    findings = told(read(entries(row(Section="Stdies", Status="teminé"))))
    assert findings["heading-unknown"][0].remedy == "Did you mean “Studies”?"
    assert findings["value-unknown"][0].remedy == "Did you mean “done”?"


def test_a_day_that_only_one_reading_allows_is_offered() -> None:
    """No calendar has a month 31."""
    finding = told(read(entries(row(Dates="31.12.2025"))))["value-form"][0]
    assert finding.remedy == "Write it like 2025-12-31."


def test_a_copied_row_gets_an_id_of_its_own() -> None:
    """The first keeps the id; a note names the new one."""
    contribution = read(entries(row(Id="one"), row(Id="one", Text="Other words")))
    assert [entry.id for entry in contribution.entries] == ["one", "other-words"]
    assert told(contribution)["id-copied"][0].severity == "note"


def test_a_row_without_id_gets_one() -> None:
    """It is made of the first words, and is no id that another row has."""
    contribution = read(entries(row(Text="Other words"), row(Id="other-words")))
    assert [entry.id for entry in contribution.entries] == ["other-words-2", "other-words"]
    assert contribution.findings == ()


def test_a_row_of_which_only_the_id_is_left_is_an_entry_taken_out() -> None:
    """Forms lock the id, so a contact cannot delete it; a note names the entry."""
    contribution = read(entries(row(Id="gone", Section=None, Text=None)))
    assert contribution.entries == ()
    assert "gone" in told(contribution)["row-emptied"][0].message
    assert not has_errors(contribution.findings)


def test_rows_after_empty_ones_are_read() -> None:
    """An empty row ends nothing."""
    assert len(read(entries(row(), (), (), row(Text="More"))).entries) == 2


def test_a_table_is_read_from_the_sheet_that_its_row_names() -> None:
    """Its cells become rows of equal length; the kind need not be written."""
    contribution = read(
        workbook(
            {
                "Entries": [HEADER, row(Table="table 1")],
                "Table 1": [["Section", "Text"], [1.5, None], [None, "*b*"]],
            }
        )
    )
    assert contribution.entries[0].kind == "table"
    assert contribution.entries[0].table == {"en": (("Section", "Text"), ("1.5", ""), ("", "*b*"))}
    assert contribution.findings == ()


def test_a_column_that_nobody_knows_is_quoted_whole() -> None:
    """With content it is an error, without a warning; a near miss is suggested."""
    data = workbook(
        {"A": [["Section", "Text", "Statuss", "Notes"], ["Studies", "x", "done", None]]}
    )
    full, empty = told(read(data))["column-unknown"]
    assert (full.severity, full.location.cell) == ("error", "C1")
    assert full.remedy.startswith("Did you mean “Status”?")
    assert "done" in full.message
    assert empty.severity == "warning"


def test_a_column_that_is_there_twice_is_quoted() -> None:
    """The first one is read."""
    contribution = read(workbook({"A": [["Section", "Text", "Texte"], ["Studies", "x", "y"]]}))
    assert contribution.entries[0].text == {"en": "x"}
    assert "“y”" in told(contribution)["column-unknown"][0].message


def test_a_missing_column_is_told_once() -> None:
    """Not for every row."""
    contribution = read(workbook({"A": [["Id", "Text"], ["a", "x"], ["b", "y"]]}))
    assert [one.rule for one in contribution.findings] == ["column-missing"]
    assert "“Section”" in contribution.findings[0].message


def test_every_cell_that_is_not_taken_is_quoted() -> None:
    """Words above the header, beside the columns, and on sheets without a header."""
    data = workbook(
        {
            "Entries": [["A title"], [], ["Section", "Text"], ["Studies", "x", "beside"]],
            "Other": [["some"], [None, 12.5]],
        }
    )
    findings = told(read(data))
    assert [one.location.cell for one in findings["cell-unread"]] == ["C4"]
    assert "beside" in findings["cell-unread"][0].message
    assert "A title" in findings["text-aside"][0].message
    assert "some | 12.5" in findings["sheet-unread"][0].message


def test_long_words_in_the_wrong_place_are_quoted_whole() -> None:
    """A sentence written into the column of countries is not lost."""
    data = workbook({"A": [["Section", "Text", "Countries"], ["Studies", "x", "No " * 50]]})
    assert ("No " * 50).strip() in told(read(data))["value-form"][0].message


def test_a_sheet_of_statistics_is_read() -> None:
    """Numbers keep the digits that Excel knows; the unit has the language of the entries."""
    data = workbook(
        {
            "Statistics": [STATISTICS, ["members", 0.1 + 0.2, "États", "2025-10", "Registre"]],
            "Entries": [HEADER, row(Section="Études")],
        }
    )
    contribution = read(data)
    statistic = contribution.statistics[0]
    assert (statistic.key, str(statistic.value), statistic.as_of) == ("members", "0.3", "2025-10")
    assert statistic.unit == {"fr": "États"}
    assert contribution.locate("statistics", 0, "value").cell == "B2"
    assert contribution.findings == ()


@pytest.mark.parametrize(
    ("values", "rule", "cell"),
    [
        (["members", "1,5 million", "States", None, "Register"], "value-type", "B2"),
        (["members", None, "States", None, "Register"], "value-missing", "B2"),
        (["Members!", 5, "States", None, "Register"], "value-form", "A2"),
        (["members", 5, "States", "01/02/2025", "Register"], "date-ambiguous", "D2"),
    ],
)
def test_a_statistic_that_does_not_fit_is_an_error(values: list[Any], rule: str, cell: str) -> None:
    """The finding stands at the cell, and no words of the row are lost."""
    contribution = read(workbook({"Statistics": [STATISTICS, values]}))
    findings = told(contribution)
    assert findings[rule][0].location.cell == cell
    quoted = " ".join(finding.message for finding in contribution.findings)
    assert contribution.statistics or all(str(one) in quoted for one in values if one)
