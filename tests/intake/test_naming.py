"""Ids for entries that were written without one."""

import re

from hypothesis import given
from hypothesis import strategies as st

from council_report.intake.naming import generated_id


def test_an_id_is_made_of_the_first_six_words() -> None:
    """Accents, asterisks and apostrophes leave no trace in it."""
    words = "**L'étude** de la normalisation au sein de l'UIT"
    assert generated_id(words, "studies", set()) == "letude-de-la-normalisation-au-sein"


def test_the_same_words_get_a_number() -> None:
    """The second and third entry with the same words have ids of their own."""
    assert generated_id("Words", "studies", {"words"}) == "words-2"
    assert generated_id("Words", "studies", {"words", "words-2"}) == "words-3"


def test_thousands_of_the_same_words_are_numbered_without_a_gap() -> None:
    """A column filled by dragging gives as many ids as it has rows."""
    taken: set[str] = set()
    for _ in range(3000):
        taken.add(generated_id("Words", "studies", taken))
    assert taken == {"words", *(f"words-{number}" for number in range(2, 3001))}


def test_another_script_is_named_by_its_section_and_its_first_words() -> None:
    """The id stays where entries are put before it, and where the end of the text changes."""
    russian = "Сектор МСЭ-Т начал работу над стандартами в области ИИ"
    name = generated_id(russian, "studies", set())
    assert re.fullmatch("studies-[0-9a-f]{6}", name)
    assert generated_id(f"{russian} и связи", "studies", {"studies-1"}) == name
    assert generated_id("研究", "studies", set()) != name
    assert generated_id(russian, "studies", {name}) == f"{name}-2"


def test_an_acronym_or_number_in_another_script_names_no_text() -> None:
    """Thousands of Chinese texts may begin with ITU-T."""
    for words in ("ITU-T于2026年启动53项研究", "2 комиссии приступили к работе"):
        assert generated_id(words, "studies", set()).startswith("studies-")


@given(st.text(), st.text(), st.sets(st.text()))
def test_any_words_give_an_id_that_is_free(words: str, section: str, taken: set[str]) -> None:
    """Whatever was written, the id has the form of a key, is short, and is not taken."""
    name = generated_id(words, section, taken)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    assert name not in taken
    assert len(name) <= 80
