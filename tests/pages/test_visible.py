"""Characters that nobody would see are written out, and all others stay as they are."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_report.pages.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb", "a⟦RLO⟧b"),
        ("a\u200bb", "a⟦ZWSP⟧b"),
        ("a\u2066b\u2069", "a⟦LRI⟧b⟦PDI⟧"),
        ("a\x00b\x1b", "a⟦U+0000⟧b⟦U+001B⟧"),
        ("a\U000e0041", "a⟦U+E0041⟧"),
        ("a\u00adb\ufeff", "a⟦SHY⟧b⟦BOM⟧"),
        ("a\ud800", "a⟦U+D800⟧"),
        ("a\ufffe\U0001ffff", "a⟦U+FFFE⟧⟦U+1FFFF⟧"),
        ("a\u3164\ufe0f", "a⟦U+3164⟧⟦U+FE0F⟧"),
    ],
)
def test_what_nobody_would_see_is_written_out(text: str, shown: str) -> None:
    """By the short name of Unicode where people know it, or else by its number."""
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text", ["a b\tc\nd", "في \u200e2026-03-31", "10\u00a0000", "العربية 中文 é e\u0301", "⟦x⟧ 😀"]
)
def test_what_can_be_seen_stays(text: str) -> None:
    """Spaces of all kinds, every script and every sign that takes room."""
    assert visible(text) == text


@given(st.text(st.characters()))
def test_no_control_format_or_half_character_is_left(text: str) -> None:
    """Whatever was sent, but for tabs and new lines."""
    left = {unicodedata.category(sign) for sign in visible(text) if sign not in "\t\n"}
    assert left.isdisjoint({"Cc", "Cs", "Zl", "Zp"})
    visible(text).encode()
