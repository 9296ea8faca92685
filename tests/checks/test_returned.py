"""What is judged of a file that a translator sent back."""

import re
from pathlib import Path

import pytest

from council_report.checks.registry import RULES
from council_report.checks.returned import judge_returned
from council_report.checks.returned_units import SEVERITIES
from council_report.checks.tongues import is_in_script_of, tongue_of
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.translation import Returned, ReturnedUnit, Unit
from tests.facts.conftest import read

SOURCE = "The Council took note of [[ai-standards]] standards on 10 July 2025 (see C25/43)."
SPANISH = "El Consejo tomó nota de [[ai-standards]] normas el 10 de julio de 2025 (véase C25/43)."
CATALOGUES = {language: read(language) for language in ("en", "es", "ru")}
FILE = "C25-es.xlf"


def unit(key: str = "itu-t:note", **changes: object) -> Unit:
    """A unit that a translator was sent."""
    values: dict[str, object] = {
        "id": key,
        "language": "es",
        "source_language": "en",
        "source": SOURCE,
        "state": "missing",
        "limit": 200,
        "place": Location("inputs/C25/itu-t/a.yaml", line=7),
    }
    return Unit.model_validate(values | changes)


def back(target: str | None, **changes: object) -> ReturnedUnit:
    """The unit as it came back."""
    values = {"id": "itu-t:note", "source": SOURCE, "place": Location(FILE, line=5)}
    return ReturnedUnit.model_validate(values | {"target": target} | changes)


def judged(*units: ReturnedUnit, sent: Unit | None = None, **changes: object) -> list[tuple]:
    """Rule, severity and message of what is found."""
    values = {"file": FILE, "session": "C25", "source_language": "en", "language": "es"}
    returned = Returned.model_validate(values | {"units": units} | changes)
    sent = sent or unit()
    found = judge_returned(returned, {sent.id: sent}, CATALOGUES)
    assert all(one.location.file == FILE and one.remedy for one in found)
    return [(one.rule, one.severity, str(one.message)) for one in found]


def test_a_unit_that_is_in_order():
    """Nothing is found."""
    assert judged(back(SPANISH)) == []


@pytest.mark.parametrize(
    ("one", "rule", "words"),
    [
        (back(SPANISH, id="itu-t:other"), "translation-unknown", "no text of the session"),
        (back(SPANISH, source="An old text."), "translation-source", "“An old text.”"),
        (back(None), "translation-empty", "no translation of “The Council"),
        (back(" \u00a0"), "translation-empty", "no translation of “The Council"),
        (back(SOURCE), "translation-untranslated", "is left as it was"),
        (back(SPANISH, machine=True), "translation-machine", "no person has confirmed"),
        (back(SPANISH, problem=Message("it lacks x")), "translation-placeholder", "it lacks x"),
        (back(SPANISH.replace("10", "11")), "parity-date", "“11 de julio de 2025”"),
        (back(SPANISH.replace("43", "44")), "parity-symbol", "“C25/44” is “C25/43”"),
        (back(SPANISH.replace("[[ai-standards]]", "")), "parity-statistic", "[[ai-standards]]"),
        (back(f"{SPANISH} 7"), "parity-number", "“7” is not in the text in English"),
    ],
)
def test_what_keeps_a_file_from_being_taken_in(one, rule, words):
    """An error at the unit, which names it: nothing of the file may then be kept."""
    ((found, severity, message),) = judged(one)
    assert (found, severity) == (rule, "error")
    assert message.startswith(f"'{one.id}': ")
    assert words in message


def test_a_unit_that_comes_twice():
    """Nobody can tell which of the two is meant."""
    rules = [rule for rule, *_ in judged(back(SPANISH), back(SPANISH))]
    assert rules == ["translation-twice", "translation-twice"]


def test_what_is_only_a_warning():
    """A long text, and a name that the term list has otherwise, hold nothing up."""
    long = SPANISH.replace("El Consejo", "La reunión " + "muy " * 40)
    assert [one[:2] for one in judged(back(long))] == [
        ("parity-name", "warning"),
        ("translation-long", "warning"),
    ]


def test_names_and_symbols_may_stay_as_they_are():
    """They are the same in two languages with one alphabet."""
    for source in ("AI for Good", "Introduction", "ITU-T Y.3172", "[[a]]"):
        sent = unit(source=source)
        assert [one[0] for one in judged(back(source, source=source), sent=sent)] in (
            [],
            ["parity-name"],
        )


def test_a_title_left_as_it_was_is_found():
    """It is no name: one of its words tells, in other letters the first one, too."""
    for language, source, rules in (
        ("ru", "Standards", ["translation-untranslated"]),
        ("es", "Next steps", ["translation-untranslated"]),
        ("es", "Introduction", []),
        ("ru", "ITU-T", ["parity-name"]),
    ):
        sent = unit("documents.report.title", source=source, language=language)
        one = back(source, id=sent.id, source=source)
        found = judged(one, sent=sent, language=language)
        assert [rule for rule, *_ in found] == rules


def test_what_is_up_to_date_and_unchanged_is_not_judged():
    """A file may hold everything; what a contributor wrote in two languages is told elsewhere."""
    sent = unit(state="own", text="Otra cosa, 7.")
    assert judged(back("Otra cosa, 7."), sent=sent) == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"language": "fr"}, "in “fr”, and not in Spanish"),
        ({"language": None}, "in “”, and not in Spanish"),
        ({"source_language": "es"}, "translated from “es”"),
    ],
)
def test_a_file_of_another_language(changes, words):
    """One finding for the file; its units are not judged."""
    ((rule, severity, message),) = judged(back(SOURCE), **changes)
    assert (rule, severity) == ("translation-language", "error")
    assert words in message


def test_a_file_whose_words_are_of_another_language():
    """French in a Spanish file is known by its small words."""
    french = "Le Conseil a pris note des normes qui sont dans la liste et du rapport pour les pays."
    units = [back(french, id=f"itu-t:{number}") for number in range(3)]
    ((rule, _, message),) = judged(*units)
    assert (rule, message) == (
        "translation-language",
        "the translations should be in Spanish, and read like French",
    )


def test_a_file_in_other_letters():
    """One finding for the file; a single unit in other letters is told at the unit."""
    russian = back("Совет принял к сведению стандарты.")
    ((rule, _, message),) = judged(russian)
    assert (rule, message.startswith("“Совет")) == ("translation-language", True)
    found = judged(russian, back(SPANISH * 4, id="itu-t:x"))
    assert [(rule, message[:13]) for rule, _, message in found] == [
        ("translation-language", "'itu-t:note':"),
        ("translation-unknown", "'itu-t:x': no"),
    ]


def test_scripts_are_told_apart():
    """With Latin names in it a text is still in its own script; a few letters may be in any."""
    assert is_in_script_of("МСЭ-R и ISO/IEC приняли стандарты", "ru")
    assert is_in_script_of("国际电联与ISO和IEC制定标准，见IMT-2020", "zh")
    assert not is_in_script_of("ITU has adopted standards", "ar")
    assert is_in_script_of("ITU", "ar")
    assert tongue_of(["ITU"]) is None


def test_every_rule_is_documented():
    """With its severity; none has the id of a rule of another kind."""
    assert not SEVERITIES.keys() & {rule.id for rule in RULES}
    text = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
    part = text.partition("\n## Translations that come back")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `([a-z-]+)` \| ([a-z]+) \|", part, re.MULTILINE)
    assert sorted(rows) == sorted(SEVERITIES.items())
