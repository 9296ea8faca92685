"""A paragraph cut by direction and script: what Word is told of each character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_report.rendering.stretches import enclosed, settings_of, settings_of_chinese

SIGNS = {"plain": "l", "right-to-left": "r", "number": "n", "chinese": "c"}
NBSP = "\u00a0"


def cut(text: str, right_to_left: bool = True) -> str:
    """A letter for the setting of each character."""
    return "".join(SIGNS[one] for one in settings_of(text, right_to_left))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("في ITU-T.", "rrrlllllr"),  # an acronym, and the full stop of the sentence
        ("و(AI for Good)؛", "rr" + "l" * 11 + "rr"),  # brackets around Latin words
        ("ITU-T F.748 (2022) و", "l" * 18 + "rr"),  # brackets that belong to Latin words
        ("(ITU و)", "rlllrrr"),
        ("م 17-27", "rrrrrrr"),  # a range is read from the right
        ("م 2025", "rrrrrr"),
        ("م 1" + NBSP + "200", "rrnnnnn"),  # one number, not two
        ("م 78/265؛", "rrnnnnnnr"),
        ("م 50%", "rrrrr"),
        ("م 3GPP", "rrllll"),  # a name that begins with a digit
        ("C25/43-A\tو", "llllllllrr"),
        ("م\u2066a (1)\u2069.", "r" + "l" * 7 + "r"),  # an isolate is kept as it is
        ("م \u2067a (1)\u2069.", "rrrlllllrr"),
        ("Zu\u0308rich و", "lllllllrr"),  # a mark belongs to the letter that it stands on
        ("[x", "rl"),
        ("", ""),
    ],
)
def test_a_paragraph_from_right_to_left(text: str, expected: str) -> None:
    """Latin words keep their digits and signs; all else is read from the right."""
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see «م 5 و» there", "lllll" + "r" * 5 + "lllllll"),
        ("no Arabic (2025)", "l" * 16),
    ],
)
def test_arabic_words_in_a_paragraph_from_left_to_right(text: str, expected: str) -> None:
    """From the first Arabic letter to the last, they are read from the right."""
    assert cut(text, right_to_left=False) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“人工智能”", "cllllc"),
        ("“AI for Good”……", "c" + "l" * 11 + "ccc"),
        ("the ITU’s 报告——", "l" * 12 + "cc"),
        ("‘国际’·电联", "cllccll"),
    ],
)
def test_signs_that_chinese_shares_with_latin(text: str, expected: str) -> None:
    """Quotation marks, dashes and dots are Chinese; an apostrophe in a Latin word is not."""
    assert "".join(SIGNS[one] for one in settings_of_chinese(text)) == expected


@given(st.text(st.sampled_from("aב م5/-.,() []“”\u064e\u2066\u2067\u2069\u200f\t")), st.booleans())
def test_every_character_has_a_setting(text: str, right_to_left: bool) -> None:
    """Whatever the text, and no Arabic letter is ever set as a Latin one."""
    settings = settings_of(text, right_to_left)
    assert len(settings) == len(text)
    by_sign = list(zip(text, settings, strict=True))
    assert all(one == "right-to-left" for sign, one in by_sign if sign in "بم")
    assert all(one == "plain" for sign, one in by_sign if sign == "a" and right_to_left)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الذكاء (AI)، و«AI for Good»، و[U4SSC]", ["(AI)", "«AI for Good»", "[U4SSC]"]),
        ("القرار 78/311 (A/RES/78/311) من", ["(A/RES/78/311)"]),
        ("نيودلهي (2024)، القرار 78 (78/265).", ["(2024)", "(78/265)"]),
        ("(بوخارست، 2022) و(ITU و) و(17-27) و(etc.) و()", []),
        ("IMT (2020) و(AI) ITU و(AI) 2024", []),  # they belong to the words beside them
        ("و(AI» و“AI” و((a", []),
    ],
)
def test_what_stands_in_brackets_from_left_to_right(text: str, expected: list[str]) -> None:
    """One thing between Arabic words; set apart, it looks no different."""
    assert [text[start:end] for start, end in enclosed(text)] == expected


def test_no_text_is_hard_to_cut() -> None:
    """One of open brackets without end takes no longer than another."""
    text = "م a" + "(a" * 20_000 + "(" + "a" * 50_000
    assert len(settings_of(text, right_to_left=True)) == len(text)
    assert not [*enclosed(text)]
