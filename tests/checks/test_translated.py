"""Translations as they are kept beside the inputs: whether they still hold."""

import pytest

from council_report.model.translating import source_digest
from tests.checks.test_parity import TRANSLATIONS

ENTRY = """\
  - unit: {unit}
    source: "{source}"
    text: "{text}"
    translator: A translator
    date: 2025-05-01
"""


def translation(unit: str, source: str, text: str, more: str = "") -> str:
    """One of the file."""
    return ENTRY.format(unit=unit, source=source_digest(source), text=text) + more


def keep(office, *entries: str) -> None:
    """Put translations into French beside the inputs."""
    office.texts[TRANSLATIONS] = "language: fr\ntranslations:\n" + "".join(entries)


def found(office) -> list[tuple[str, str, object]]:
    """Rule, severity and place of what is found of translations."""
    names = ("translation-", "text-untranslated", "session-untranslated")
    return [(f.rule, f.severity, f.location) for f in office.findings() if f.rule.startswith(names)]


@pytest.fixture
def english(office):
    """A session whose one text is in English alone."""
    office.edit(office.report, "{en: A role., fr: Un rôle.}", "{en: A role.}")
    return office


def test_a_translation_that_holds(english):
    """It takes the place of what is missing."""
    keep(english, translation("secretariat:leading-role", "A role.", "Un rôle."))
    assert found(english) == []


@pytest.mark.parametrize(
    ("policy", "printed"),
    [("translation", "prints the old translation"), ("source", "prints that text")],
)
def test_a_translation_whose_source_has_changed(english, policy, printed):
    """A warning that says what is printed; the text is not said to be missing as well."""
    english.edit(english.session, "year: 2025", f"year: 2025\noutdated_translations: {policy}")
    keep(english, translation("secretariat:leading-role", "Another role.", "Un autre."))
    place = english.at(TRANSLATIONS, "text:")
    assert found(english) == [("translation-outdated", "warning", place)]
    (finding,) = (one for one in english.findings() if one.rule == "translation-outdated")
    assert printed in finding.message
    assert str(english.at(english.report, "A role.")) in finding.message


def test_a_title_whose_source_has_changed(english):
    """Texts of the session file are like all others."""
    english.edit(english.session, "{en: Standards, fr: Normes}", "{en: Standards}")
    unit = "documents.report.outline.standards.title"
    keep(
        english,
        translation("secretariat:leading-role", "A role.", "Un rôle."),
        translation(unit, "Rules", "Règles"),
    )
    place = english.at(TRANSLATIONS, "Règles")
    assert found(english) == [("translation-outdated", "warning", place)]


def test_a_translation_of_a_text_that_nobody_sends(english):
    """A note, but not while a file of that contributor is set aside."""
    role = translation("secretariat:leading-role", "A role.", "Un rôle.")
    keep(english, role, translation("itu-t:gone", "x", "y"))
    place = english.at(TRANSLATIONS, "itu-t:gone")
    assert found(english) == [("translation-unused", "note", place)]
    english.edit(english.standards, "countries: [CH]", "countries: [XX]")
    assert found(english) == []


def test_a_text_that_is_translated_twice(english):
    """A warning at the second, which is the one that counts."""
    keep(
        english,
        translation("secretariat:leading-role", "A role.", "Un rôle."),
        translation("secretariat:leading-role", "A role.", "Le rôle."),
    )
    place = english.at(TRANSLATIONS, "leading-role", 2)
    assert found(english) == [("translation-duplicate", "warning", place)]


def test_a_status_is_told_once_for_all_texts_that_have_it(english):
    """Nobody is to take a sample for an official translation."""
    status = "    status: sample translation, not official\n"
    keep(
        english,
        translation("secretariat:leading-role", "A role.", "Un rôle.", status),
        translation("documents.report.title", "Report on AI", "x", status),
    )
    (finding,) = (one for one in english.findings() if one.rule == "translation-status")
    assert (finding.severity, str(finding.location)) == ("note", TRANSLATIONS)
    assert "2 texts in French" in finding.message
    assert "“sample translation, not official”" in finding.message


def test_many_texts_that_lack_a_language_are_one_finding(office):
    """Told one by one they would bury everything else."""
    texts = "".join(
        f"  - {{id: more-{number}, section: introduction, text: {{en: More.}}}}\n"
        for number in range(6)
    )
    office.texts[office.report] += texts
    (finding,) = (one for one in office.findings() if one.rule == "text-untranslated")
    assert finding.message.startswith("6 texts in this file have no version in French")
    assert finding.location == office.at(office.report, "more-0")


def test_an_amendment_that_makes_a_translation_outdated_is_not_told_twice(english):
    """The translation is out of date: that the other language was not amended says no more."""
    keep(english, translation("secretariat:leading-role", "A role.", "Un rôle."))
    english.texts["inputs/C25/amendments.yaml"] = (
        "amendments:\n"
        "  - {contributor: secretariat, entry: leading-role, language: en,\n"
        f"     old: {source_digest('A role.')}, by: A reviewer, on: 2025-05-01, new: The role.}}\n"
    )
    rules = [one.rule for one in english.findings()]
    assert "translation-outdated" in rules
    assert "amendment-one-language" not in rules


def test_what_translators_have_yet_to_do_is_not_asked_of_the_contributor(english):
    """It is counted where the translations are kept, once for a language."""
    keep(english, translation("place", "Geneva", "Genève"))
    (finding,) = (one for one in english.findings() if one.rule == "text-untranslated")
    assert (finding.severity, finding.location.file) == ("warning", TRANSLATIONS)
    assert "texts still to be translated into French: 1," in finding.message
    assert "'secretariat:leading-role'" in finding.message


def test_a_contributors_own_text_that_is_out_of_date_is_theirs_to_send(office):
    """It was confirmed for another source; the finding is at the text, and names no command."""
    record = translation("secretariat:leading-role", "Another role.", "-")
    record = record.replace('    text: "-"\n', f"    own: {source_digest('Un rôle.')}\n")
    keep(office, record)
    (finding,) = (one for one in office.findings() if one.rule == "translation-outdated")
    assert finding.location.file == office.report
    assert "council-report" not in finding.remedy


@pytest.mark.parametrize(("source", "told"), [("A role.", 1), ("Another role.", 0)])
def test_a_change_of_one_text_without_the_other_is_noticed(office, source, told):
    """Of two that were confirmed to agree; where both have changed, nothing is said."""
    record = translation("secretariat:leading-role", source, "-")
    record = record.replace('    text: "-"\n', f"    own: {source_digest('Un vieux rôle.')}\n")
    keep(office, record)
    found = [one for one in office.findings() if one.rule == "translation-unconfirmed"]
    assert [one.location for one in found] == [office.at(office.report, "Un rôle.")] * told
