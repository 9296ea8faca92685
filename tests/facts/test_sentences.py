"""What sentences of a report say is the same in its languages, and every change is found."""

import re
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from council_report.facts.differing import differences, missing_names
from council_report.facts.facts import Facts
from council_report.facts.reading import facts_of
from council_report.model.language import LANGUAGES, Language
from tests.facts.conftest import GRAMMARS

SENTENCES = YAML(typ="safe").load(Path(__file__).with_name("sentences.yaml"))
CITED = {
    "en": ("(Bucharest", "(Rev. Bucharest"),
    "fr": ("(Bucarest", "(Rév. Bucarest"),
    "es": ("(Bucarest", "(Rev. Bucarest"),
    "ru": ("(Бухарест", "(Пересм. Бухарест"),
    "zh": ("布加勒斯特）", "布加勒斯特，修订版）"),
    "ar": ("(بوخارست", "(المراجَع في بوخارست"),
}
"""How a resolution of Bucharest is cited as first adopted, and as revised."""


def stated(text: str, language: Language) -> Facts:
    """What one of the sentences states."""
    return facts_of(text.replace("~", "\u00a0"), GRAMMARS[language])


def changed(text: str) -> Iterator[str]:
    """A text with each of its numbers, one by one, another or gone."""
    for number in re.finditer("[0-9]+", text):
        digits = number[0]
        for other in (f"{int(digits) + 1:0{len(digits)}}", f"{digits}1"):
            yield text[: number.start()] + other + text[number.end() :]


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda one: one["en"][:30])
def test_sentences_say_the_same_in_every_pair_of_languages(sentence) -> None:
    """None differs from any other, nor lacks a name of the English one."""
    facts = {language: stated(sentence[language], language) for language in LANGUAGES}
    for source, target in permutations(LANGUAGES, 2):
        assert differences(facts[source], facts[target]) == (), (source, target)
    for target in LANGUAGES:
        assert missing_names(facts["en"], facts[target]) == (), target


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_number_that_is_another_is_found(language) -> None:
    """Be it a part of a date, a citation, a symbol or an address."""
    for sentence in SENTENCES:
        english = stated(sentence["en"], "en")
        for text in changed(sentence[language]):
            assert differences(english, stated(text, language)), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_resolution_cited_as_revised_is_found(language) -> None:
    """Though no number in it is another."""
    first, revised = CITED[language]
    (sentence,) = (one for one in SENTENCES if "Resolution 214" in one["en"])
    text = sentence[language].replace(first, revised, 1)
    assert text != sentence[language]
    (found,) = differences(stated(sentence["en"], "en"), stated(text, language))
    assert (found.kind, found.source) == ("citation", "214 (Bucharest, 2022)")
