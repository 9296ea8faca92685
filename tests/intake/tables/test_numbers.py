"""What a number in a workbook stands for."""

from datetime import date, time
from decimal import Decimal

import pytest

from council_report.intake.tables.cells import letters, position
from council_report.intake.tables.numbers import Moment, look_of, moment_of, number_of


@pytest.mark.parametrize(
    ("code", "look"),
    [
        ("General", "plain"),
        ("yyyy-mm-dd", "date"),
        ("[$-40C]d mmmm yyyy;@", "date"),
        ("h:mm", "time"),
        ("[h]:mm", "other"),
        ('0.00 "day"', "other"),
        ("0.0%", "percent"),
        (";;;", "hidden"),
        ("#,##0.00 [$CHF]", "other"),
    ],
)
def test_a_format_says_what_a_number_is(code: str, look: str) -> None:
    """Letters in quotation marks and brackets are no parts of a date."""
    assert look_of(164, code) == look


def test_formats_without_a_code_are_known() -> None:
    """Excel writes the usual ones by their number alone, the Chinese dates too."""
    assert [look_of(number, None) for number in (0, 9, 14, 20, 31, 57)] == [
        "plain",
        "percent",
        "date",
        "time",
        "date",
        "date",
    ]


@pytest.mark.parametrize(
    ("serial", "from_1904", "moment"),
    [
        ("1", False, Moment(date(1900, 1, 1), None)),
        ("59", False, Moment(date(1900, 2, 28), None)),
        ("60", False, None),
        ("61", False, Moment(date(1900, 3, 1), None)),
        ("0.5", False, Moment(None, time(12))),
        ("2958465", False, Moment(date(9999, 12, 31), None)),
        ("2958466", False, None),
        ("-1", False, None),
        ("0", True, Moment(date(1904, 1, 1), None)),
        ("2957003", True, Moment(date(9999, 12, 31), None)),
        ("2957004", True, None),
        ("45993.604166666664", False, Moment(date(2025, 12, 2), time(14, 30))),
    ],
)
def test_a_serial_number_is_a_day_of_the_calendar(
    serial: str, from_1904: bool, moment: Moment | None
) -> None:
    """The day that Excel invents and the days after its last one are none."""
    assert moment_of(Decimal(serial), from_1904=from_1904) == moment


def test_a_number_has_the_digits_that_excel_knows() -> None:
    """What is no number, or larger than any, is none."""
    assert number_of("0.30000000000000004") == Decimal("0.3")
    assert number_of("12345678901234567890") == Decimal("12345678901234600000")
    assert [number_of(value) for value in ("x", "NaN", "1e400", "")] == [None] * 4


@pytest.mark.parametrize(
    ("column", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (16384, "XFD")]
)
def test_columns_have_letters(column: int, name: str) -> None:
    """An address gives back the row and column it was made of."""
    assert letters(column) == name
    assert position(f"${name}$7") == (7, column)
    assert position("nonsense") == (0, 0)
