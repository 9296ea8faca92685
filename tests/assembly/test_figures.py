"""Numbers and dates as each language writes them."""

from datetime import date
from decimal import Decimal

import pytest

from council_report.assembly.figures import day, days, number
from council_report.model.catalogue import Catalogue
from council_report.model.language import Language

Catalogues = dict[Language, Catalogue]


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        ("7", "7", "7"),
        ("408", "408", "408"),
        ("1000", "1\u00a0000", "1\u00a0000"),
        ("10000", "10\u00a0000", "10\u00a0000"),
        ("1234567.891", "1\u00a0234\u00a0567.891", "1\u00a0234\u00a0567,891"),
        ("0.5", "0.5", "0,5"),
        ("-1234.5", "-1\u00a0234.5", "-1\u00a0234,5"),
        ("1E+3", "1\u00a0000", "1\u00a0000"),
        ("1E-7", "0.0000001", "0,0000001"),
    ],
)
def test_a_number_has_the_signs_of_its_language(
    catalogues: Catalogues, value: str, english: str, french: str
) -> None:
    """Digits are grouped in threes by a space that does not break, with the catalogue's decimal."""
    assert number(Decimal(value), catalogues["en"]) == english
    assert number(Decimal(value), catalogues["fr"]) == french


@pytest.mark.parametrize("value", ["2.50", "0.10", "3.0"])
def test_a_number_keeps_the_decimals_it_was_given(catalogues: Catalogues, value: str) -> None:
    """A last zero says how exact a number is, and stays."""
    assert number(Decimal(value), catalogues["en"]) == value


def test_a_big_number_is_not_rounded(catalogues: Catalogues) -> None:
    """Every digit of a number longer than computers like is printed."""
    digits = "123456789" * 5
    written = number(Decimal(f"{digits}.{digits}"), catalogues["fr"])
    assert written.replace("\u00a0", "") == f"{digits},{digits}"


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (date(2021, 5, 3), "3 May 2021", "3 mai 2021"),
        (date(2017, 2, 1), "1 February 2017", "1er février 2017"),
        (date(2017, 8, 11), "11 August 2017", "11 août 2017"),
        (date(2017, 8, 21), "21 August 2017", "21 août 2017"),
    ],
)
def test_a_day_is_written_in_full(
    catalogues: Catalogues, value: date, english: str, french: str
) -> None:
    """A day has its month in words, and the first of a month is "1er" in French."""
    assert day(value, catalogues["en"]) == english
    assert day(value, catalogues["fr"]) == french


@pytest.mark.parametrize(
    ("first", "last", "english", "french"),
    [
        ((2025, 6, 17), (2025, 6, 27), "17–27 June 2025", "17–27 juin 2025"),
        ((2025, 7, 1), (2025, 7, 11), "1–11 July 2025", "1er–11 juillet 2025"),
        ((2026, 4, 28), (2026, 5, 8), "28 April – 8 May 2026", "28 avril – 8 mai 2026"),
        ((2026, 4, 21), (2026, 5, 1), "21 April – 1 May 2026", "21 avril – 1er mai 2026"),
        (
            (2026, 12, 28),
            (2027, 1, 8),
            "28 December 2026 – 8 January 2027",
            "28 décembre 2026 – 8 janvier 2027",
        ),
        ((2025, 6, 17), (2025, 6, 17), "17 June 2025", "17 juin 2025"),
    ],
)
def test_days_share_what_they_have_in_common(
    catalogues: Catalogues,
    first: tuple[int, int, int],
    last: tuple[int, int, int],
    english: str,
    french: str,
) -> None:
    """A session within one month names it once, over two months both, over two years both years."""
    for language, expected in (("en", english), ("fr", french)):
        written = days(date(*first), date(*last), catalogues[language])
        assert written == expected
