"""The characters of symbol fonts are read as what they look like."""

import pytest

from council_report.intake.documents.symbols import Fonts, in_unicode, symbol


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("Symbol", 0xF061, "α"),
        ("Symbol", 0xB7, "•"),
        ("SYMBOL", 0xF0DE, "⇒"),
        ("Symbol", 0xF0FE, "⎭"),
        ("Wingdings", 0xF04A, "☺"),
        ("Wingdings", 0xF0A7, "▪"),
        ("Wingdings", 0xF0E0, "🡪"),
        ("Wingdings", 0xF0FC, "✔"),
        ("Wingdings 2", 0xF052, "☑"),
        ("Wingdings 3", 0xF023, "⭡"),
        ("Webdings", 0xF061, "✔"),
        ("Wingdings", 0xF0FF, None),
        ("Arial", 0xF061, None),
    ],
)
def test_a_code_of_a_font_is_a_character(font: str, code: int, sign: str | None) -> None:
    """Known by font and code, with or without Word's private range; None if it is not known."""
    assert symbol(font, code) == sign


def test_a_text_in_an_ordinary_font_stays_as_it_is() -> None:
    """Letters of any script, and signs that no symbol font has."""
    for text in ("a", "é", "Резолюция", "第", "→", ""):
        assert in_unicode(text, Fonts("Arial", "Arial")) == (text, [])


def test_letters_in_a_symbol_font_are_its_signs() -> None:
    """What the page shows is read; a sign that nobody knows is named."""
    assert in_unicode("ab c", Fonts("Symbol", "Symbol")) == ("αβ χ", [])
    assert in_unicode("x\uf0ff", Fonts("Arial", "Wingdings")) == ("x", ["U+F0FF"])
