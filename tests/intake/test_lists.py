"""Several values in one line or cell."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_report.intake.lists import split_fields, split_list, unescaped

VALUES = st.text(min_size=1).map(str.strip).filter(bool)


def escaped(value: str) -> str:
    """A value as our forms write it."""
    return re.sub(r"([\\;\uff1b\u061b·])", r"\\\1", value)


@given(st.lists(VALUES))
def test_any_items_that_a_form_writes_come_back(items: list[str]) -> None:
    """Whatever signs the items hold, the list that is read is the one that was written."""
    assert split_list("; ".join(map(escaped, items))) == tuple(items)


@given(VALUES)
def test_a_value_loses_the_backslashes_that_the_form_wrote(value: str) -> None:
    """One text alone is read like an item of a list."""
    assert unescaped(escaped(value)) == value


def test_a_backslash_before_another_sign_is_just_a_backslash() -> None:
    """A path such as C:\\temp is read as it was typed."""
    assert split_list(r"C:\temp; R1") == (r"C:\temp", "R1")


@pytest.mark.parametrize("sign", ["\uff1b", "\u061b ", " ; "])
def test_a_list_is_split_at_the_semicolon_of_any_keyboard(sign: str) -> None:
    """A Chinese and an Arabic one count like ours."""
    assert split_list(f"R1{sign}SG4") == ("R1", "SG4")


def test_a_mark_of_direction_after_the_colon_is_no_part_of_the_value() -> None:
    """Our forms write it before figures; a second one is the contact's own."""
    line = "التواريخ: \u200e2026-03-31 · المراجع: \u200e\u200e1 · 单位：SG 13"
    assert split_fields(line) == (
        ("التواريخ", "2026-03-31"),
        ("المراجع", "\u200e1"),
        ("单位", "SG 13"),
    )


def test_empty_items_count_for_nothing() -> None:
    """A separator too many at the end does no harm."""
    assert split_list(" R1;; SG4; ") == ("R1", "SG4")


def test_a_line_of_fields_gives_names_and_values() -> None:
    """A colon sets the name off, in the French way too; a value keeps its escapes."""
    line = r"Unité : UIT-T · Mandates: R1; SG4 · Partners: A \· B · Status"
    assert split_fields(line) == (
        ("Unité", "UIT-T"),
        ("Mandates", "R1; SG4"),
        ("Partners", r"A \· B"),
        ("Status", ""),
    )
