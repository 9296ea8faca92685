"""The details of entries as forms write them, in one line or one cell."""

from collections.abc import Callable
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from council_report.intake.lists import split_fields, split_list, unescaped
from council_report.model.form import Form
from council_report.model.text import one_line
from council_report.rendering.forms.values import details_line, digits, escaped, listed
from tests.rendering.forms.samples import an_entry

MakeForm = Callable[..., Form]

VALUES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(
    lambda value: value.strip() == value and one_line(value) == value
)


def test_a_line_names_each_field_that_has_a_value(make_form: MakeForm) -> None:
    """Fields without value are left out, and words are those of the form's language."""
    entry = an_entry("a", unit="SG 13", status="planned", dates=["2024", "2025-12-02/2025-12-03"])
    line = details_line(entry, make_form().words)
    assert line == "Unité: SG 13 · Statut: prévu · Dates: 2024; 2025-12-02/2025-12-03"


def test_an_entry_without_details_has_no_line(make_form: MakeForm) -> None:
    """The line is empty, and is then not written."""
    assert details_line(an_entry("a"), make_form().words) == ""


def test_signs_in_a_value_are_set_apart_from_those_between_values() -> None:
    """A backslash stands before each, and before each backslash."""
    assert listed(["a; b", "c · d", r"e\f"]) == r"a\; b; c \· d; e\\f"


@given(st.lists(VALUES, max_size=4))
def test_any_list_is_read_back_as_it_was(items: list[str]) -> None:
    """What the readers split gives the items again."""
    assert split_list(listed(items)) == tuple(items)


@given(VALUES, VALUES)
def test_any_value_is_read_back_from_a_line_of_several(first: str, second: str) -> None:
    """The fields of a line are told apart whatever their values hold."""
    line = f"Unit: {escaped(first)} · Partners: {escaped(second)}"
    read = [(name, unescaped(value)) for name, value in split_fields(line)]
    assert read == [("Unit", first), ("Partners", second)]


def test_numbers_have_every_digit_given() -> None:
    """No rounding, and no exponent."""
    values = ["2.50", "1E+3", "123456789012345678.000000000001"]
    assert [digits(Decimal(value)) for value in values] == ["2.50", "1000", values[2]]
