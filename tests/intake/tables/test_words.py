"""What contacts write into single cells: codes, words, days and numbers in forms of their own."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from council_report.intake.sections import folded
from council_report.model.contribution import Contribution
from council_report.model.finding import has_errors
from tests.intake.tables.workbooks import GUIDE, read, told, workbook

COLUMNS = ("Section", "Text", "Countries", "Mandates", "Dates", "Status", "Partners")
KNOWN = GUIDE.model_copy(update={"choices": frozenset({"R1", "SG4", "KR", "FR", "NO"})})
STATISTICS = ("Key", "Value", "Unit", "As of", "Source")


WRITTEN = "abR14K0259 -/;,.\n\\·=:"


def as_words(book: Workbook) -> None:
    """Make every cell text, whatever it begins with."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                cell.data_type = "s" if cell.value else "n"


def row_of(**values: Any) -> Contribution:
    """What is read of one row that holds these values."""
    cells = {"Section": "Studies", "Text": "Words", **values}
    rows = [COLUMNS, [cells.get(name) for name in COLUMNS]]
    return read(workbook({"Entries": rows}), guide=KNOWN)


def statistic_of(**values: Any) -> Contribution:
    """What is read of one row of statistics."""
    cells = {"Key": "members", "Value": 7, "Unit": "States", "Source": "Register", **values}
    return read(workbook({"Statistics": [STATISTICS, [cells.get(one) for one in STATISTICS]]}))


@pytest.mark.parametrize(
    "words", ["R1; SG4", "R1, SG4", "r1/sg4", "R1 SG4", "R1\nSG4", "R1;\nSG4;"]
)
def test_mandates_may_be_set_off_by_any_common_sign(words: str) -> None:
    """Where all the pieces are mandates of the session, there is one way to read them."""
    contribution = row_of(Mandates=words)
    assert contribution.entries[0].mandates == ("R1", "SG4")
    assert contribution.findings == ()


def test_a_list_with_unknown_pieces_stays_as_it_was_written() -> None:
    """A comma may be part of a name."""
    contribution = row_of(Mandates="R1, annex", Partners="Office for AI, Oslo; ISO")
    assert contribution.entries[0].mandates == ("R1, annex",)
    assert contribution.entries[0].partners == ("Office for AI, Oslo", "ISO")


@pytest.mark.parametrize("words", ["KR; FR", "kr, fr", "Kr/FR", "KR\nFR"])
def test_codes_of_countries_may_be_small_letters(words: str) -> None:
    """They are kept in capitals."""
    contribution = row_of(Countries=words)
    assert contribution.entries[0].countries == ("KR", "FR")
    assert contribution.findings == ()


@pytest.mark.parametrize(("words", "code"), [("Norvège", "NO"), ("japan", "JP"), ("Suiza", "CH")])
def test_a_country_by_its_name_is_answered_with_its_code(words: str, code: str) -> None:
    """In any official language."""
    (finding,) = told(row_of(Countries=words))["value-form"]
    assert finding.remedy == f"Write {code}."


@pytest.mark.parametrize("words", ["-", "–", "n/a", "N/A", "s.o."])
def test_a_dash_stands_for_nothing(words: str) -> None:
    """Where no name can be one; a partner may be called anything."""
    contribution = row_of(
        Countries=words, Dates=words, Status=words, Mandates=words, Partners=words
    )
    assert contribution.findings == ()
    assert contribution.entries[0].dates == contribution.entries[0].mandates == ()
    assert contribution.entries[0].partners == (words,)


def test_and_is_no_country() -> None:
    """``ET`` is a code as well; only signs set codes off."""
    (finding,) = told(row_of(Countries="KR et FR"))["value-form"]
    assert "“KR et FR”" in finding.message


@pytest.mark.parametrize("words", ["terminé", "TERMINE ", "Terminé", "done"])
def test_accents_may_be_missing(words: str) -> None:
    """Many leave them out, above all in capitals."""
    assert row_of(Status=words).entries[0].status == "done"
    assert row_of(Section="ETUDES").entries[0].section == "studies"


@pytest.mark.parametrize(
    "words",
    [
        "2026-03-01/2026-03-05",
        "2026-03-01 / 2026-03-05",
        "2026-03-01 - 2026-03-05",
        "2026-03-01–2026-03-05",
    ],
)
def test_a_period_may_be_written_with_another_dash(words: str) -> None:
    """No day can be mistaken for another."""
    assert row_of(Dates=words).entries[0].dates == ("2026-03-01/2026-03-05",)


@pytest.mark.parametrize(
    "words", ["2026-03-01; 2026-04", "2026-03-01, 2026-04", "2026-03-01\n2026-04"]
)
def test_several_dates_may_be_set_off_by_any_common_sign(words: str) -> None:
    """A semicolon, a comma, or a line for each."""
    assert row_of(Dates=words).entries[0].dates == ("2026-03-01", "2026-04")


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        ("03/2026", "2026-03"),
        ("31.03.26", "2026-03-31"),
        ("31 mars 2026", "a month like 2026-03"),
    ],
)
def test_other_dates_are_answered_with_what_to_write(words: str, remedy: str) -> None:
    """As exactly as the words allow."""
    (finding,) = told(row_of(Dates=words))["value-form"]
    assert remedy in finding.remedy


@pytest.mark.parametrize("words", ["• A bullet", "- A bullet", "1. A point", "–\tA bullet"])
def test_a_sign_of_a_list_that_was_typed_is_told(words: str) -> None:
    """It would be printed beside the one that the document sets."""
    contribution = row_of(Text=words)
    assert contribution.entries[0].text == {"en": words}
    assert [(one.rule, one.severity) for one in contribution.findings] == [
        ("marker-typed", "warning")
    ]


@pytest.mark.parametrize(
    ("words", "value"), [("12,5", "12.5"), ("1 250", "1250"), ("1\u202f250,75", "1250.75")]
)
def test_a_number_may_be_written_the_french_way(words: str, value: str) -> None:
    """With blanks between its groups, and a comma before the fraction."""
    assert str(statistic_of(Value=words).statistics[0].value) == value


@pytest.mark.parametrize(
    ("values", "remedy"),
    [
        ({"Value": "1,250"}, "Write 1250 or 1.250."),
        ({"Value": "about 12"}, "such as 1250 or 12.5"),
        ({"Key": "Number of Schools"}, "number-of-schools"),
        ({"As of": "2024; 2025"}, "a period like"),
    ],
)
def test_a_value_that_does_not_fit_is_answered_with_what_to_write(
    values: dict[str, Any], remedy: str
) -> None:
    """Nothing of the row is lost: it is quoted whole, once, if nothing can be made of it."""
    contribution = statistic_of(**values)
    assert any(remedy in finding.remedy for finding in contribution.findings)
    assert has_errors(contribution.findings)
    if "As of" not in values:
        (unread,) = told(contribution)["row-unread"]
        assert "Register" in unread.message


@given(
    st.fixed_dictionaries({name: st.text(WRITTEN, max_size=12) for name in COLUMNS}),
    st.fixed_dictionaries({name: st.text(WRITTEN, max_size=12) for name in STATISTICS}),
)
@settings(max_examples=60)
def test_whatever_is_written_is_read_or_quoted(
    entry: dict[str, str], statistic: dict[str, str]
) -> None:
    """In any column: each word is in an entry or a statistic, or a finding holds it."""
    rows = {"Entries": [COLUMNS, [entry[name] for name in COLUMNS]]}
    rows["Statistics"] = [STATISTICS, [statistic[name] for name in STATISTICS]]
    contribution = read(workbook(rows, as_words), guide=KNOWN)
    kept = [*contribution.entries, *contribution.statistics]
    told_of = " ".join(finding.message for finding in contribution.findings)
    everything = folded(" ".join([*(one.model_dump_json() for one in kept), told_of]))
    for words in (*entry.values(), *statistic.values()):
        assert all(folded(word) in everything for word in re.findall(r"[a-z][a-z0-9]+", words))
