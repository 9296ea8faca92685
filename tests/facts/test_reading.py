"""What a text states is the same in every language that states it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_report.facts.reading import facts_of, without_names
from council_report.model.language import LANGUAGES
from tests.facts.conftest import GRAMMARS


def stated(text: str, language: str) -> list[tuple[str, str]]:
    """The kinds and values of the facts of a text, sorted."""
    return sorted((one.kind, one.value) for one in facts_of(text, GRAMMARS[language]).facts)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("on 2 and 3 December 2025", "en"),
        ("December 2-3, 2025", "en"),
        ("les 2 et 3 décembre 2025", "fr"),
        ("los días 2 y 3 de diciembre de 2025", "es"),
        ("2 и 3\u00a0декабря 2025\u00a0года", "ru"),
        ("2025年12月2日和3日", "zh"),
        ("يومي 2 و3 ديسمبر 2025", "ar"),
        ("٢ و٣ ديسمبر ٢٠٢٥", "ar"),
        ("2 و3 كانون الأول/ديسمبر 2025", "ar"),
    ],
)
def test_a_date_is_its_days_month_and_year(text, language):
    """However a language puts them together."""
    parts = [("date", "2"), ("date", "2025"), ("date", "3"), ("date", "month 12")]
    assert stated(text, language) == parts
    assert all(one.words in text for one in facts_of(text, GRAMMARS[language]).facts)


@pytest.mark.parametrize("text", ["2025-07-10", "10.07.2025", "10/07/2025", "10 juillet 2025"])
def test_a_date_may_be_in_figures(text):
    """The day before the month, or the year before both."""
    assert stated(f"le {text}.", "fr") == [("date", "10"), ("date", "2025"), ("date", "month 7")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("in October", "en"),
        ("en octobre", "fr"),
        ("en octubre", "es"),
        ("в октябре", "ru"),
        ("10月", "zh"),
        ("في أكتوبر", "ar"),
    ],
)
def test_a_month_alone_counts_too(text, language):
    """In every case of its name."""
    assert stated(text, language) == [("date", "month 10")]


@pytest.mark.parametrize(
    ("text", "language"), [("It may march on.", "en"), ("en mars", "fr"), ("在5月", "zh")]
)
def test_a_month_whose_name_is_also_a_word_counts_only_beside_a_number(text, language):
    """In all languages alike, or the same month would be there in one and not in another."""
    assert stated(text, language) == []


def test_the_months_of_a_range_in_chinese(grammars):
    """The sign of a month stands once behind two of them."""
    assert stated("2025年1至3月", "zh") == stated("January to March 2025", "en")


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("10,000 people", "en", "10000"),
        ("10 000\u00a0personnes", "fr", "10000"),
        ("10.000 personas", "es", "10000"),
        ("10\u202f000\u00a0человек", "ru", "10000"),
        ("１００００人", "zh", "10000"),
        ("٠١٠٠٠٠ شخص", "ar", "10000"),
        ("2.60 billion", "en", "2600000000"),
        ("2,6\u00a0milliards", "fr", "2600000000"),
        ("2600 millones", "es", "2600000000"),
        ("2,6\u00a0млрд человек", "ru", "2600000000"),
        ("2,6 миллиардами", "ru", "2600000000"),
        ("26亿人", "zh", "2600000000"),
        ("5 mil más", "es", "5000"),
        ("5 MIL M", "es", "5000"),
        ("5 millas", "es", "5"),
        ("5 MILLIONS", "fr", "5000000"),
        ("2,6 مليار", "ar", "2600000000"),
        ("50 per cent", "en", "50%"),
        ("50\u00a0%", "fr", "50%"),
        ("50 por ciento", "es", "50%"),
        ("50 процентов", "ru", "50%"),
        ("百分之50", "zh", "50%"),
        ("٪50", "ar", "50%"),
        ("the 48th session", "en", "48"),
        ("la 48ème session", "fr", "48"),
        ("48.ª reunión", "es", "48"),
        ("на 48-й\u00a0сессии", "ru", "48"),
        ("第48届会议", "zh", "48"),
        ("G20", "en", "20"),
        ("IEEE 802.11", "fr", "802.11"),
        ("1.2.3", "en", "1.2.3"),
        ("PL 3.10", "en", "3.10"),
        ("20多万人", "zh", "200000"),
        ("10'000", "en", "10000"),
    ],
)
def test_a_number_is_its_value(text, language, value):
    """Whatever groups its digits, marks its decimals or says its scale."""
    assert stated(text, language) == [("number", value)]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Resolution 214 (Bucharest, 2022)", "en", "214 2022 first city.bucharest"),
        ("Resolution 214 (Rev. Bucharest, 2022)", "en", "214 2022 revised city.bucharest"),
        ("Résolution\u00a071 (Rév.\u00a0Dubaï, 2018)", "fr", "71 2018 revised city.dubai"),
        ("Резолюции\u00a071 (Пересм. Дубай, 2018\u00a0г.)", "ru", "71 2018 revised city.dubai"),
        ("第71号决议(2014年,釜山,修订版)", "zh", "71 2014 revised city.busan"),
        ("第71号决议（2014年，釜山）", "zh", "71 2014 first city.busan"),
        ("第 71 号决议（2014 年，釜山，修订版）", "zh", "71 2014 revised city.busan"),
        ("第5号决定（2014年，釜山，修订版）", "zh", "5 2014 revised city.busan"),
        ("القرار 214 (المراجَع في بوخارست، 2022)", "ar", "214 2022 revised city.bucharest"),
        ("Resolución 9 (Rev. Villa Nueva, 2031)", "es", "9 2031 revised ?"),
    ],
)
def test_a_citation_is_number_year_city_and_form(text, language, value):
    """By the citations and the cities of the catalogue; its numbers do not count again."""
    assert stated(text, language) == [("citation", value)]


def test_an_unknown_word_before_a_city_is_no_citation_of_a_first_adoption(grammars):
    """It may say that the resolution is revised, in a way that the catalogue does not have."""
    kinds = [kind for kind, _ in stated("214 (as revised Bucharest, 2022)", "en")]
    assert kinds == ["number", "number"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Document C25/43-E", "C25/43"),
        ("документ C25/43-R", "C25/43"),
        ("见C25/43号文件", "C25/43"),
        ("A/RES/79/325", "A/RES/79/325"),
        ("A/78/L.49", "A/78/L.49"),
        ("resolution 78/265", "78/265"),
        ("Recommendation ITU-T Y.3172", "Y.3172"),
    ],
)
def test_a_symbol_is_the_same_but_for_the_letter_of_its_language(text, value):
    """The numbers in it do not count again."""
    assert stated(text, "en") == [("symbol", value)]


@pytest.mark.parametrize("text", ["24/7", "1/3", "2024/2025"])
def test_two_numbers_are_no_symbol(text):
    """Only a resolution of the United Nations is called so, by its session."""
    assert [kind for kind, _ in stated(text, "en")] == ["number", "number"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("5-10%", "en"),
        ("5% to 10%", "en"),
        ("entre 5 et 10\u00a0%", "fr"),
        ("del 5 al 10%", "es"),
        ("5–10 процентов", "ru"),
        ("5%至10%", "zh"),
    ],
)
def test_the_first_number_of_a_range_is_of_what_the_second_is(text, language):
    """One language says it twice, another once."""
    assert stated(text, language) == [("number", "10%"), ("number", "5%")]


def test_numbers_in_a_list_are_not_decimals(grammars):
    """The commas of Chinese are not those that stand in numbers."""
    assert stated("目标4、9和17，2个", "zh") == stated("4, 9, 17 and 2", "en")


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("[a](https://docs.un.org/en/A/RES/79/325)", "[b](https://docs.un.org/es/A/RES/79/325)"),
        ("https://www.itu.int/ai/Pages/en/x.aspx.", "https://itu.int/ai/pages/es/x.aspx"),
        ("[a](https://x.int/doc-E.pdf)", "[b](https://x.int/doc-S.pdf)"),
        ("[a](https://x.int/?lang=en&id=7)", "[b](https://x.int/?id=7&lang=es)"),
    ],
)
def test_a_link_is_the_same_but_for_its_language(english, spanish):
    """An address may say the language in its path, its query or the name of a file."""
    assert stated(english, "en") == stated(spanish, "es") != []


def test_links_and_statistics_are_facts_of_their_own(grammars):
    """No number in them counts; a link in several looks is one."""
    text = r"[**A** 1](https://x.int/a/2025) of [[ai-standards]], \[[no]]"
    assert stated(text, "en") == [
        ("link", "x.int|a/2025||"),
        ("number", "1"),
        ("statistic", "ai-standards"),
    ]


def test_names_are_the_longest_that_fit(grammars):
    """A name within another does not count, but is there for who asks for it."""
    facts = facts_of("The AI for Good Global Summit of ITU-T", grammars["en"])
    assert list(facts.names) == ["event.ai-for-good-global-summit", "sector.itu-t"]
    assert facts.mentions("programme.ai-for-good")
    assert not facts.mentions("body.council")
    assert without_names("ITU and ITU-T", grammars["en"]).split() == ["and"]


def test_names_in_chinese_and_arabic_need_no_spaces(grammars):
    """Chinese writes none, and Arabic joins small words to the next."""
    assert "organization.itu" in facts_of("由国际电联牵头", grammars["zh"]).names
    assert "city.geneva" in facts_of("في جنيف", grammars["ar"]).names
    assert "term.artificial-intelligence" not in facts_of("MAIN用AIX", grammars["zh"]).names


@given(st.text(), st.sampled_from(LANGUAGES))
def test_every_text_has_facts(text, language):
    """No text raises an error, whatever it holds, and what is quoted stands in it."""
    facts = facts_of(text, GRAMMARS[language])
    assert all(one.words for one in facts.facts)
    assert facts.spelled is not None
    assert facts.names is not None


@given(st.data(), st.sampled_from(LANGUAGES))
def test_every_text_of_words_that_count_has_facts(data, language):
    """Whatever the case of months, scales, numbers and cities, and whatever stands beside them."""
    grammar = GRAMMARS[language]
    known = [*grammar.scales, *grammar.months, *grammar.numerals, *grammar.cities, "5", "12 "]
    word = st.sampled_from(known).flatmap(
        lambda one: st.sampled_from([one, one.upper(), f"{one} "])
    )
    text = "".join(data.draw(st.lists(word | st.text(max_size=2), max_size=6)))
    facts = facts_of(text, grammar)
    assert sum(facts.spelled.values()) >= 0
    assert all(one.words for one in facts.facts)


@pytest.mark.parametrize(
    "text", ["1 May " * 30_000, "A-" * 100_000, "1 " * 100_000, "9 (Geneva, 2020) " * 20_000]
)
def test_a_very_long_text_is_read_in_time(text, grammars):
    """What is sent may be hostile: no text takes longer than its length makes it."""
    assert facts_of(text, grammars["en"]) is not None
