"""What is put right in a text without asking: only signs and spaces, and only where it is safe."""

from collections import Counter
from unicodedata import decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_report.model.language import LANGUAGES
from council_report.model.text import Run, joined, parse_text, plain
from council_report.typography.fix import NON_BREAKING_SPACES
from council_report.typography.fixing import fixed, normalised, read, set_line

PIECES = (
    *("2025", "10", "000", "18", "٢٣", "3", "C25/43", "Document", "Résolution", "États", "Membres"),
    *("normes", "et", "г.", "июня", "№", "Резолюция", "Documento", "personas", "人工智能", "标准"),
    *(
        "الاتحاد",
        "الأعضاء",
        "ITU",
        "l",
        "https://example.org/a",
        "a@b.org",
        "\N{OBJECT REPLACEMENT CHARACTER}",
    ),
    *" \u00a0\u202f:;,.?!()[]-–/'’“”„«»\"",
)
words = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join) | st.text(
    max_size=8
)
runs = st.builds(
    Run,
    words,
    strong=st.booleans(),
    superscript=st.booleans(),
    href=st.sampled_from([None, "https://example.org/b"]),
    statistic=st.sampled_from([None, None, "standards"]),
)
texts = st.lists(runs, max_size=5).map(joined)
languages = st.sampled_from(LANGUAGES)


def shown(source: str, language: str) -> str:
    """A text as it is printed, with a tilde for each space that does not break."""
    return plain(normalised(parse_text(source), language)[0]).replace("\u00a0", "~")


def spelled(text: tuple[Run, ...]) -> str:
    """The letters and the values of the digits of a text."""
    return "".join(str(decimal(sign, sign)) for sign in plain(text) if sign.isalnum())


@pytest.mark.parametrize(
    ("language", "source", "expected"),
    [
        ("fr", "Voici : deux ; trois\u00a0: quatre\u202f;", "Voici: deux; trois: quatre;"),
        ("fr", "“l’IA” et «\u00a0le mot\u00a0»", '"l\'IA" et "le mot"'),
        ("fr", "Document C25/55, Résolution 101", "Document~C25/55, Résolution~101"),
        ("fr", "10 000 personnes, 31 octobre 2025", "10~000~personnes, 31~octobre 2025"),
        ("fr", "des États Membres", "des États~Membres"),
        ("es", "Documento C25/43 y 18 normas", "Documento~C25/43 y 18~normas"),
        ("ru", "28 июня 2017 г., № 5", "28~июня 2017~г., №~5"),
        ("ru", "Резолюция 101 и “ИИ во благо”", "Резолюция~101 и «ИИ во благо»"),
        ("zh", "标准,数据; 网络(包括卫星)。", "标准，数据；网络（包括卫星）。"),
        ("zh", "人工智能(AI)标准", "人工智能（AI）标准"),
        ("ar", "المعايير, والبيانات; هل تم? نعم", "المعايير، والبيانات؛ هل تم؟ نعم"),
        ("ar", "عام ٢٠٢٥", "عام 2025"),
        ("en", "pages 2-3 and 17-27 June, 2024-2025", "pages 2–3 and 17–27 June, 2024–2025"),
    ],
)
def test_signs_are_printed_as_the_language_has_them(language, source, expected) -> None:
    """What a language leaves no doubt about is put right."""
    assert shown(source, language) == expected


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("fr", "en 2025 et 2026 ensuite"),
        ("fr", "IMT-2020 et 3 : 1"),
        ("fr", "https://example.org/a’b :x"),
        ("en", "2025-06-17, 2025-06, ITU-T 5-6, Figure 4-12, IEC 62-95, +41 22 730-9111, 9-5"),
        ("en", "C25/43-E and A/78-79 and 10-3-4"),
        ("en", "telephone 730-5111, room 999-1000"),
        ("ru", "«Название “ИИ” отчета» и AI “x"),
        ("zh", "ITU, AI (2025) 3:1, https://example.org/a,b"),
        ("ar", "ITU, AI (AI)? 1,5 و ١٫٥"),
        ("es", "entre 2020 y 2025 participantes"),
    ],
)
def test_what_may_be_meant_otherwise_stays_as_it_is(language, source) -> None:
    """Names, addresses, ratios, dates in figures and numbers of documents are no slips."""
    assert normalised(parse_text(source), language) == (parse_text(source), ())


def test_a_number_that_is_quoted_has_a_noun_too() -> None:
    """A statistic keeps its key; the space after it does not break."""
    text, made = normalised(parse_text("Plus de [[standards]] normes."), "fr")
    assert text == (Run("Plus de "), Run("", statistic="standards"), Run("\u00a0normes."))
    assert [(one.before, one.after) for one in made] == [
        ("Plus de … normes.", "Plus de …\u00a0normes.")
    ]


def test_looks_stay_where_they_are() -> None:
    """A space between bold words and a colon goes without the bold ending elsewhere."""
    text, _ = normalised(parse_text("**Objet** : [ceci](https://example.org/x;y) ;"), "fr")
    assert text == (
        Run("Objet", strong=True),
        Run(": "),
        Run("ceci", href="https://example.org/x;y"),
        Run(";"),
    )


def test_what_was_changed_is_told_with_the_words_around_it() -> None:
    """The words are quoted as they were and as they are printed."""
    _, (one,) = fixed("Les travaux continuent : ils avancent", "fr")
    assert (one.what, one.before, one.after) == (
        "no space before “:” and “;”",
        "travaux continuent : ils avancent",
        "travaux continuent: ils avancent",
    )


def test_neighbouring_changes_are_told_as_they_are_printed() -> None:
    """Whoever types the quoted words has all of them right."""
    words, made = fixed("عام ٢٠٢٥", "ar")
    assert words == "عام 2025"
    assert {(one.before, one.after) for one in made} == {("عام ٢٠٢٥", "عام 2025")}


@pytest.mark.parametrize(
    ("language", "words"),
    [("ar", "١ a@b.org " * 20_000), ("fr", "http://a.b/c a : b " * 8_000), ("en", "1-" * 90_000)],
)
def test_a_very_long_text_is_set_in_time(language, words) -> None:
    """What is sent may be hostile: no text takes longer than its length makes it."""
    assert fixed(words, language)[0]


def test_a_heading_is_set_like_a_text() -> None:
    """Its words are a line without marks, in which an asterisk is one."""
    assert set_line("*Titre : 2*", "fr") == "*Titre: 2*"


@given(texts, languages)
def test_done_again_nothing_more_is_changed(text, language) -> None:
    """Every text that was put right is right."""
    once, _ = normalised(text, language)
    assert normalised(once, language) == (once, ())


@given(texts, languages)
def test_no_letter_and_no_number_is_ever_changed(text, language) -> None:
    """Every letter and the value of every digit stay, in their order, also in addresses."""
    assert spelled(normalised(text, language)[0]) == spelled(text)


@given(texts, languages)
def test_statistics_raised_signs_and_links_are_never_changed(text, language) -> None:
    """Every one of them stays as it is, in its order."""
    made, _ = normalised(text, language)

    def kept(runs: tuple[Run, ...]) -> list[Run]:
        return [run for run in runs if run.statistic or run.superscript]

    assert kept(made) == kept(text)
    assert {run.href for run in made} <= {run.href for run in text}


@given(texts, languages)
def test_a_change_is_told_if_and_only_if_there_is_one(text, language) -> None:
    """Every text that is told to be changed is changed, and no other."""
    made, changes = normalised(text, language)
    assert bool(changes) == (made != text)


@given(texts, languages)
def test_what_can_be_seen_of_the_changes_is_known_beforehand(text, language) -> None:
    """Every change is told but those of spaces that do not break."""
    _, changes = normalised(text, language)
    seen = Counter(one.what for one in changes if one.what != NON_BREAKING_SPACES)
    assert Counter(one.what for one in fixed(read(text), language)[1]) == seen
