"""What one text states and another does not."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from council_report.facts.differing import differences, missing_names
from council_report.facts.reading import facts_of
from council_report.model.language import LANGUAGES
from tests.facts.conftest import GRAMMARS


def between(
    source: str, target: str, language: str = "fr"
) -> list[tuple[str, str | None, str | None]]:
    """The differences of an English text and one in another language."""
    found = differences(facts_of(source, GRAMMARS["en"]), facts_of(target, GRAMMARS[language]))
    return [(one.kind, one.source, one.target) for one in found]


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("315 standards", "351 normes", ("number", "315", "351")),
        ("in 2024", "", ("number", "2024", None)),
        ("", "en 2024", ("number", None, "2024")),
        ("50%", "50", ("number", "50%", "50")),
        ("10 July 2025", "11 juillet 2025", ("date", "10 July 2025", "11 juillet 2025")),
        ("10 July 2025", "10 juin 2025", ("date", "10 July 2025", "10 juin 2025")),
        ("10 July 2025", "10 juillet 2024", ("date", "10 July 2025", "10 juillet 2024")),
        (
            "214 (Bucharest, 2022)",
            "214 (Rév. Bucarest, 2022)",
            ("citation", "214 (Bucharest, 2022)", "214 (Rév. Bucarest, 2022)"),
        ),
        (
            "214 (Bucharest, 2022)",
            "214 (Séoul, 2022)",
            ("citation", "214 (Bucharest, 2022)", "214 (Séoul, 2022)"),
        ),
        ("C25/43", "C25/44", ("symbol", "C25/43", "C25/44")),
        ("[[a]]", "[[b]]", ("statistic", "[[a]]", "[[b]]")),
        ("[a](https://x.int/1)", "a", ("link", "https://x.int/1", None)),
    ],
)
def test_each_kind_of_difference(source, target, found):
    """What is quoted is what each text has in the place of the other's, in its own words."""
    assert between(source, target) == [found]


def test_a_citation_without_its_form_is_one_difference(grammars):
    """The numbers that are left of it are not told again."""
    found = between("Resolution 214 (Bucharest, 2022)", "Résolution 214 de Bucarest, 2022")
    assert found == [("citation", "214 (Bucharest, 2022)", None)]


def test_a_city_that_the_term_list_lacks_is_no_difference():
    """Nobody can tell what it is called in another language."""
    assert between("5 (Villa Nueva, 2031)", "5 (Villeneuve, 2031)") == []


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("8 countries", "huit pays", "fr"),
        ("eight countries", "8 pays", "fr"),
        ("6 centres", "六个中心", "zh"),
        ("the first meeting", "1-е собрание", "ru"),
        ("the 21st century", "siglo XXI", "es"),
        ("2 May and three days", "2 мая и три дня", "ru"),
        ("1 million people", "un million de personnes", "fr"),
        ("two million people", "200万人", "zh"),
        ("the 21st century", "le XXIe siècle", "fr"),
        ("the 21st century", "القرن الحادي والعشرين", "ar"),
        ("20 entities", "une vingtaine d'entités", "fr"),
        ("a 4-day workshop", "четырехдневный семинар", "ru"),
        ("2 workshops in 11 languages", "ورشتي عمل بإحدى عشرة لغة", "ar"),
    ],
)
def test_a_small_number_may_be_a_word(source, target, language):
    """Or a Roman figure, in either of the two."""
    assert between(source, target, language) == []


def test_a_number_in_words_answers_only_one_in_figures():
    """What both have in words answers nothing else."""
    assert between("two groups and 2 reports", "deux groupes et 3 rapports") == [
        ("number", "2", "3")
    ]


def test_a_number_that_stands_twice_has_to_stand_twice():
    """A multiset is compared, and not a set."""
    assert between("2024 and 2024", "2024") == [("number", "2024", None)]


def test_the_order_is_free():
    """Each language has its own."""
    assert between("C25/43 of 10 July 2025, 315 standards", "315: 10 juillet 2025, C25/43") == []


def test_a_month_or_year_may_be_said_once_for_two_days():
    """Where a language writes dates in another way, their numbers still meet."""
    assert between("2024, from 3 to 5 May", "du 3 mai au 5 mai, 2024") == []
    assert between("2 May 2025 to 5 June 2025", "2 мая – 5 июня 2025 года", "ru") == []


def test_names_are_missed_in_the_target_alone(grammars):
    """A name that only the target has may stand for a pronoun of the source."""
    source = facts_of("It is led by ITU-T in Geneva.", grammars["en"])
    target = facts_of("L'UIT le dirige à Genève.", grammars["fr"])
    assert missing_names(source, target) == (("sector.itu-t", "ITU-T"),)
    assert missing_names(target, source) == ()


TEXTS = st.lists(
    st.one_of(
        st.sampled_from(
            ["two", "six", "ITU", "C25/43", "12 May 2025", "[[a]]", "214 (Geneva, 2022)", "*x*"]
        ),
        st.integers(0, 10**7).map(str),
        st.text(max_size=8),
    )
).map(" ".join)


@given(TEXTS, st.sampled_from(LANGUAGES))
def test_no_text_differs_from_itself(text, language):
    """Whatever it states."""
    facts = facts_of(text, GRAMMARS[language])
    assert differences(facts, facts_of(text, GRAMMARS[language])) == ()


@given(TEXTS, st.integers(0, 10**7), st.integers(0, 10**7), st.sampled_from(LANGUAGES))
def test_every_changed_number_is_found(text, old, new, language):
    """Whatever stands around it."""
    assume(old != new)
    grammar = GRAMMARS[language]
    source, target = (facts_of(f"{text} ; {one} ; .", grammar) for one in (old, new))
    assert differences(source, target) != ()


@given(TEXTS, st.sampled_from(LANGUAGES))
def test_every_lost_number_is_found(text, language):
    """Without the last number of a text that has any, something is missing."""
    plain = re.sub(r"[\[\]*\\^]", "", text)
    assume(re.search(r"[0-9]", plain))
    source = facts_of(plain, GRAMMARS[language])
    target = facts_of(re.sub(r"[0-9]", "", plain), GRAMMARS[language])
    assert differences(source, target) != ()
