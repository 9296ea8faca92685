"""Contributions: periods, study groups, and where values stand."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from council_report.model.contribution import Contribution, Entry, Period, Statistic
from council_report.model.finding import Finding, Severity
from council_report.model.location import Location

PERIOD: TypeAdapter[str] = TypeAdapter(Period)
FILE = "inputs/C25/itu-t/standards.yaml"


def an_entry(unit: str | None = None) -> Entry:
    """An entry of one language."""
    return Entry(id="summit", section="standards", unit=unit, text={"en": "Text."})


def a_contribution(*severities: Severity) -> Contribution:
    """A contribution with three known places and a finding of each severity given."""
    places = {(): 1, ("entries",): 3, ("entries", 0, "text"): 6}
    place = Location(FILE, 3)
    return Contribution(
        contributor="itu-t",
        file=FILE,
        digest="0" * 64,
        places={path: Location(FILE, line) for path, line in places.items()},
        findings=tuple(
            Finding(rule="rule", severity=severity, location=place, message="m", remedy="r")
            for severity in severities
        ),
    )


@pytest.mark.parametrize(
    "period",
    ["2025", "2025-10", "2025-10-02", "2025-12-02/2025-12-03", "2024/2025-06", "2025-10/2025-10"],
)
def test_a_period_is_a_year_month_day_or_interval(period: str) -> None:
    """A period is written as in ISO 8601, to the day, the month or the year."""
    assert PERIOD.validate_python(period) == period


@pytest.mark.parametrize(
    "period",
    [
        "",
        "25",
        "2025-13",
        "2025-02-30",
        "2025-1-2",
        "2 December 2025",
        "2025/",
        "/2025",
        "2025-12-03/2025-12-02",
        "2025/2024",
        "2024/2025/2026",
        "2025-12-02 to 2025-12-03",
        "2025\n",
    ],
)
def test_anything_else_is_no_period(period: str) -> None:
    """A day that no calendar has, an interval that ends before it begins, or prose is refused."""
    with pytest.raises(ValidationError):
        PERIOD.validate_python(period)


@given(st.dates(), st.dates())
def test_every_two_days_in_order_are_a_period(one: date, other: date) -> None:
    """Any interval of real days is a period if, and only if, it does not run backwards."""
    first, last = sorted((one, other))
    assert PERIOD.validate_python(f"{first}/{last}") == f"{first}/{last}"
    if first < last:
        with pytest.raises(ValidationError):
            PERIOD.validate_python(f"{last}/{first}")


@pytest.mark.parametrize(
    ("unit", "number"),
    [
        ("ITU-R Study Group 1", 1),
        ("ITU-T Study Group 20", 20),
        ("ITU-T SG13", 13),
        ("SG 5", 5),
        ("SG 999", 999),
        ("SG 1000", None),
        ("SG " + "1" * 5000, None),
        ("ITU-T", None),
        ("MSG 5", None),
        ("Study Group on AI", None),
        ("Study Group 5 secretariat", None),
        (None, None),
    ],
)
def test_the_study_group_of_an_entry_is_read_from_its_unit(
    unit: str | None, number: int | None
) -> None:
    """A unit that ends in a study group gives its number, any other unit none."""
    assert an_entry(unit).study_group == number


def test_an_entry_is_a_paragraph_unless_it_says_otherwise() -> None:
    """Only id, section and text are asked of an entry."""
    entry = an_entry()
    assert entry.kind == "paragraph"
    assert (entry.status, entry.dates, entry.table) == (None, (), None)


@pytest.mark.parametrize("code", ["NO", "CH"])
def test_a_country_is_two_capitals(code: str) -> None:
    """A country is named by its code, Norway's included."""
    entry = Entry(id="a", section="b", countries=(code,), text={"en": "Text."})
    assert entry.countries == (code,)


@pytest.mark.parametrize("code", ["no", "NOR", "Norway", "N1", ""])
def test_anything_else_is_no_country(code: str) -> None:
    """Names, lower case and longer codes are refused."""
    with pytest.raises(ValidationError):
        Entry(id="a", section="b", countries=(code,), text={"en": "Text."})


@pytest.mark.parametrize("value", ["408", "1.10", "-3", "0"])
def test_a_statistic_keeps_its_number_as_written(value: str) -> None:
    """The places behind the point are part of what was said, zeros included."""
    statistic = Statistic.model_validate(
        {"key": "a", "value": value, "unit": {"en": "projects"}, "source": "survey"}
    )
    assert statistic.value == Decimal(value)
    assert str(statistic.value) == value


@pytest.mark.parametrize("value", ["many", "", "NaN", "Infinity", "1,000"])
def test_a_statistic_is_a_number(value: str) -> None:
    """A statistic that is not a finite number is refused."""
    with pytest.raises(ValidationError):
        Statistic.model_validate({"key": "a", "value": value, "unit": {"en": "x"}, "source": "s"})


def test_a_value_is_located_at_its_own_line() -> None:
    """A known path leads to its line."""
    assert a_contribution().locate("entries", 0, "text") == Location(FILE, 6)


def test_an_unknown_value_is_located_at_the_nearest_above_it() -> None:
    """A path that is not in the file leads to the closest value around it that is."""
    contribution = a_contribution()
    assert contribution.locate("entries", 0, "text", "fr") == Location(FILE, 6)
    assert contribution.locate("entries", 0, "status") == Location(FILE, 3)
    assert contribution.locate("statistics") == Location(FILE, 1)


def test_a_value_of_an_unread_file_is_located_at_the_file() -> None:
    """Where no place is known at all, the file itself is the place."""
    contribution = Contribution(contributor="itu-t", file=FILE, digest="0" * 64)
    assert contribution.locate("entries", 0) == Location(FILE)


def test_an_error_sets_a_file_aside() -> None:
    """A file takes no part for one error, and takes part with any number of warnings."""
    assert not a_contribution("warning", "note").set_aside
    assert a_contribution("note", "error").set_aside
