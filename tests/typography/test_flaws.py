"""What a person has to put right in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_report.typography.direction import disordered, unbalanced
from council_report.typography.letters import look_alikes
from council_report.typography.pairs import other_quotes, unpaired
from council_report.typography.wording import half_width, misspelled, unsimplified


@pytest.mark.parametrize(
    ("language", "words", "meant"),
    [
        ("ru", "работа МСЭ-T идет", "МСЭ-Т"),
        ("ru", "МСЭ-Р", "МСЭ-R"),
        ("ru", "МСЭ-Д", "МСЭ-D"),
        ("ru", "MСЭ", "МСЭ"),
        ("ru", "см. С25/43", "C25/43"),
        ("ru", "А/RES/78/265", "A/RES/78/265"),
        ("en", "ITU-Т", "ITU-T"),
        ("en", "Моscow", "Moscow"),
        ("fr", "document С25/INF/3-F", "C25/INF/3-F"),
        ("ar", "کتاب", "ك"),
    ],
)
def test_letters_of_another_alphabet_are_found(language, words, meant) -> None:
    """The word is told as it has to be typed."""
    (flaw,) = look_alikes(words, language)
    assert f"“{meant}”" in flaw.remedy


def test_a_letter_is_told_by_its_code_point() -> None:
    """Both letters look the same, so they are named as Unicode names them."""
    (flaw,) = look_alikes("МСЭ-T", "ru")
    assert flaw.message == (
        "“МСЭ-T” has U+0054 LATIN CAPITAL LETTER T in the place of"
        " U+0422 CYRILLIC CAPITAL LETTER TE"
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "МСЭ-Т, МСЭ-R и МСЭ-D, IMT-2020, AI-технологии, C25/43, A/78/265, 5G"),
        ("ru", "Минцифры и ITU"),
        ("en", "Минцифры, μm, α-helix, C25/43-E, naïve, A/B"),
        ("zh", "ITU-T第13研究组"),
        ("ar", "قطاع ITU-T"),
    ],
)
def test_words_of_one_alphabet_each_are_in_order(language, words) -> None:
    """A language may name things in another alphabet, and МСЭ-R mixes two."""
    assert [*look_alikes(words, language)] == []


@given(st.text(alphabet="abcdefgTRDHOX -/25", max_size=20), st.sampled_from(["en", "ru", "ar"]))
def test_latin_alone_is_never_mixed(words, language) -> None:
    """Every text in one alphabet is in order."""
    assert [*look_alikes(words, language)] == []


@pytest.mark.parametrize(
    ("words", "marks"),
    [
        ("a \u2067b", ["U+2067"]),
        ("a b\u2069", ["U+2069"]),
        ("\u202bb\u2069", ["U+2069", "U+202B"]),
        ("\u202ex\u202c", ["U+202E"]),
        ("\u2067b\u2069 \u202aa\u202c\u200f", []),
    ],
)
def test_marks_of_direction_that_lack_their_partner(words, marks) -> None:
    """Each is told by its code point; so is one that turns letters around."""
    assert [flaw.message.split()[0] for flaw in unbalanced(words, "ar")] == marks


def test_what_arabic_shows_in_another_order() -> None:
    """A date in figures is found, unless isolates are around it."""
    (flaw,) = disordered("في 2025-06-17 عقد", "ar")
    assert "2025-06-17" in flaw.message
    assert [*disordered("في \u20662025-06-17\u2069 عقد C25/43 و IMT-2020", "ar")] == []
    assert [*disordered("on 2025-06-17", "en")] == []


@pytest.mark.parametrize(
    ("language", "words", "count"),
    [
        ("en", "one (two", 1),
        ("en", "one) two", 1),
        ("en", "a) one, b) two (three)", 0),
        ("en", "(a) one, b) two (c)", 0),
        ("ru", "подпункты a)–d)", 0),
        ("zh", "第5段a)至d)项", 0),
        ("zh", "标准)", 1),
        ("en", 'one "two', 1),
        ("ru", "«два", 1),
        ("zh", "（一)", 2),
        ("es", "Qué? ¡Olé!", 1),
        ("en", "What? Yes!", 0),
    ],
)
def test_signs_without_their_partner(language, words, count) -> None:
    """Brackets, quotation marks, and the signs of Spanish questions come in pairs."""
    assert len([*unpaired(words, language)]) == count


def test_other_quotation_marks_than_those_of_the_language() -> None:
    """Within the language's own, others may stand."""
    assert len([*other_quotes('доклад "ИИ"', ("«", "»"))]) == 1
    assert [*other_quotes("доклад «отчет “ИИ”»", ("«", "»"))] == []
    assert [*other_quotes('a "word"', ('"', '"'))] == []


def test_words_that_itu_spells_with_a_z() -> None:
    """Words of another origin keep their s, and other languages are left alone."""
    words = "They organise and standardised; exercise, advise, reorganisation, organiser, promise"
    assert [flaw.remedy for flaw in misspelled(words, "en")] == [
        "Type “organize”.",
        "Type “standardized”.",
        "Type “reorganization”.",
        "Type “organizer”.",
    ]
    assert [flaw.remedy for flaw in misspelled("Standardisation is it.", "en")] == [
        "Type “Standardization”."
    ]
    assert [*misspelled("the Organisation for Economic Co-operation", "en")] == []
    assert [*misspelled("organise", "fr")] == []


def test_half_width_marks_beside_chinese() -> None:
    """A mark between Chinese and Latin is told; within Latin it is right."""
    (flaw,) = half_width("人工智能, AI (x) a, b", "zh")
    assert flaw.remedy == "Type “，”."
    assert [*half_width("a, b", "en")] == []
    assert [*half_width("第5段a)至d)项", "zh")] == []


def test_characters_that_are_not_simplified() -> None:
    """Traditional and Japanese ones are told once; a Latin text has none."""
    assert [flaw.message[1] for flaw in unsimplified("語言和学习，語 図", "zh")] == ["語", "図"]
    assert [*unsimplified("人工智能标准（ITU-T）", "zh")] == []
