"""Sections named by headings and words: what makes no difference, and what is suggested."""

import pytest

from council_report.intake.sections import Match, find_section, folded, language_in, language_of
from council_report.model.guide import Guide, Heading
from tests.intake.documents.documents import GUIDE


@pytest.mark.parametrize(
    "words",
    [
        "Normes sur l'IA",
        "NORMES SUR L'IA",
        "Normes  sur l\u2019IA",
        "Normes\u00a0sur l'IA :",
        "1. Normes sur l'IA",
        "2.1 Normes sur l'IA",
        "a) Normes sur l'IA",
        "Normes sur l'IA\n",
        "Normes sur l'IA\uff1a",
        "\uff081\uff09Normes sur l'IA",
        "\u200fNormes\u2066 sur l'IA\u2069",
    ],
)
def test_a_section_is_known_however_its_name_is_typed(words: str) -> None:
    """Letter case, spaces, apostrophes, numbers, colons, marks of direction make no difference."""
    assert find_section(words, GUIDE) == Match("standards", frozenset({"fr"}))


def test_accents_typed_in_two_ways_are_the_same() -> None:
    """A Mac writes an accent as a character of its own."""
    guide = Guide(headings=(Heading(section="demand", names={"fr": "Études"}),))
    assert find_section("E\u0301tudes", guide).section == "demand"


def test_a_section_is_known_by_its_key() -> None:
    """The key tells the section and no language."""
    assert find_section("Standards", GUIDE) == Match("standards")


def test_a_name_is_known_in_each_language_that_has_it() -> None:
    """Some names are the same in two languages."""
    assert find_section("Questions", GUIDE).languages == {"en", "fr"}


def test_a_near_miss_is_suggested() -> None:
    """What is nearly the name of a section is not taken for it."""
    match = find_section("Normes sur IA", GUIDE)
    assert (match.section, match.suggestion) == (None, "Normes sur l'IA")


def test_other_words_name_nothing() -> None:
    """Nothing is suggested for words that are like no name."""
    assert find_section("Xyz", GUIDE) == Match()


def test_sections_of_one_name_are_all_told() -> None:
    """Two documents of a session may have a section of the same name."""
    names = {"en": "Introduction"}
    guide = Guide(headings=tuple(Heading(section=key, names=names) for key in ("a", "b")))
    match = find_section("introduction", guide)
    assert (match.section, match.others) == ("a", ("b",))


def test_a_number_that_belongs_to_the_name_stays() -> None:
    """A section may be called by a number."""
    guide = Guide(headings=(Heading(section="five", names={"en": "5 G"}),))
    assert find_section("5 G", guide).section == "five"


def test_most_headings_tell_the_language_of_a_file() -> None:
    """Names that are the same in two languages tell nothing."""
    matches = [find_section(words, GUIDE) for words in ("Questions", "Objet", "Standards")]
    assert language_of(matches, GUIDE) == "fr"
    assert language_of(matches[:1], GUIDE) == "en"


def test_a_heading_tells_the_language_of_its_own_words() -> None:
    """A heading in another language than the rest of the file is believed."""
    assert language_in(find_section("Objeto", GUIDE), "fr") == "es"
    assert language_in(find_section("Questions", GUIDE), "fr") == "fr"
    assert language_in(find_section("Standards", GUIDE), "fr") == "fr"


def test_folded_words_differ_only_where_they_sound_different() -> None:
    """Dashes and apostrophes of all kinds are the same."""
    assert folded("L\u2019 A\u2013B\u2011C") == "l' a-b-c"
