"""What every language has to state alike, and what the findings say where one does not."""

import pytest

from council_report.model.finding import Finding
from council_report.model.translating import source_digest

FR = "templates/labels/fr.yaml"
TRANSLATIONS = "inputs/C25/translations/fr.yaml"
SOURCE = "On 10 July 2025, [[ai-standards]] of 400 at ITU-T, see C25/43 and 214 (Geneva, 2022)."
TARGET = (
    "Le 10 juillet 2025, [[ai-standards]] sur 400 à l'UIT-T, voir C25/43 et 214 (Genève, 2022)."
)
NAMES = {
    "en": "names: {city.geneva: {text: Geneva, status: provisional},"
    " sector.itu-t: {text: ITU-T, status: provisional}}",
    "fr": "names: {city.geneva: {text: Genève, status: provisional},"
    " sector.itu-t: {text: UIT-T, status: provisional}}",
}


def translate(office, **units: str) -> None:
    """Put translations of the text of entries of the General Secretariat beside the inputs."""
    lines = ["language: fr", "translations:"]
    for entry, text in units.items():
        unit, source = f"secretariat:{entry.replace('_', '-')}", source_digest(SOURCE)
        lines += [f"  - unit: {unit}", f'    source: "{source}"', f'    text: "{text}"']
        lines += ["    translator: A translator", "    date: 2025-05-01"]
    office.texts[TRANSLATIONS] = "\n".join(lines) + "\n"


@pytest.fixture
def translated(office):
    """A session with one text that is translated, and with its names in the term list."""
    for language, names in NAMES.items():
        office.edit(f"templates/labels/{language}.yaml", "names: {}", names)
    old = 'revised: ["{number} (Rev. {city}, {year})"]'
    office.edit(FR, old, old.replace("Rev.", "Rév."))
    office.edit(office.report, "{en: A role., fr: Un rôle.}", f'{{en: "{SOURCE}"}}')
    translate(office, leading_role=TARGET)
    return office


def found(office) -> list[Finding]:
    """What the rules about parity find."""
    office.aside = ()
    return [one for one in office.findings() if one.rule.startswith(("parity", "text-differs"))]


def test_a_translation_that_says_the_same(translated):
    """Words, names and signs may all be other ones."""
    assert found(translated) == []


@pytest.mark.parametrize(
    ("old", "new", "rule", "message"),
    [
        ("400", "500", "parity-number", "“500” is “400”"),
        ("sur 400 ", "", "parity-number", "“400” of the text in English is missing here"),
        ("voir", "voir 7", "parity-number", "“7” is not in the text in English"),
        ("10 juillet", "11 juillet", "parity-date", "“11 juillet 2025” is “10 July 2025”"),
        ("juillet", "juin", "parity-date", "“10 juin 2025” is “10 July 2025”"),
        (
            "(Genève",
            "(Rév. Genève",
            "parity-citation",
            "“214 (Rév. Genève, 2022)” is “214 (Geneva, 2022)”",
        ),
        ("C25/43", "C25/44", "parity-symbol", "“C25/44” is “C25/43”"),
        ("400", "[400](https://x.int/)", "parity-link", "“https://x.int/” is not in the text"),
    ],
)
def test_what_a_translation_does_not_say_alike(translated, old, new, rule, message):
    """An error at the translation, with both texts in their words and the place of the source."""
    translate(translated, leading_role=TARGET.replace(old, new))
    (finding,) = found(translated)
    assert (finding.rule, finding.severity) == (rule, "error")
    assert finding.location == translated.at(TRANSLATIONS, "text:")
    assert finding.message.startswith(message)
    assert str(translated.at(translated.report, SOURCE)) in finding.message
    assert finding.remedy.startswith("Write what the other text has.")


def test_a_statistic_that_a_translation_does_not_quote(translated):
    """It is missing, whatever number stands there instead."""
    translate(translated, leading_role=TARGET.replace("[[ai-standards]]", "315"))
    assert [one.rule for one in found(translated)] == ["parity-number", "parity-statistic"]


def test_a_name_that_is_not_as_the_term_list_has_it(translated):
    """A warning, which names the form to use."""
    translate(translated, leading_role=TARGET.replace("l'UIT-T", "elle"))
    (finding,) = found(translated)
    assert (finding.rule, finding.severity) == ("parity-name", "warning")
    assert finding.message.startswith("“ITU-T” of the text in English")
    assert "“UIT-T”" in finding.remedy


def test_what_a_contributor_says_in_two_languages_is_a_warning(office):
    """Nobody can tell which is right, and their file must not be set aside for it."""
    office.edit(office.standards, "More than [[ai-standards]]", "More than [[ai-standards]] of 9")
    office.edit(office.standards, "Plus de [[ai-standards]]", "Plus de [[ai-standards]] sur 8")
    (finding,) = found(office)
    assert (finding.rule, finding.severity) == ("text-differs", "warning")
    assert finding.location == office.at(office.standards, "Plus de")
    assert finding.message.startswith("“8” is “9” in the text in English")
    assert str(office.at(office.standards, "More than")) in finding.message


def test_tables_are_compared_cell_by_cell(office):
    """At the cell in question."""
    office.edit(office.standards, '[CE 13, "120"]', '[CE 13, "210"]')
    (finding,) = found(office)
    assert finding.location == office.at(office.standards, "CE 13")
    assert "“210” is “120”" in finding.message


def test_titles_of_the_session_are_compared_too(office):
    """They are printed in every language like what contributors send."""
    office.edit(office.session, "title: {en: Report on AI,", "title: {en: Report 2025 on AI,")
    (finding,) = found(office)
    assert finding.location == office.at(office.session, "Report 2025")
    assert finding.message.startswith("“2025” of the text in English is missing here")


def test_an_amendment_in_one_language_is_compared(office):
    """What is printed counts, and its place is that of the edit."""
    office.texts["inputs/C25/amendments.yaml"] = (
        "amendments:\n"
        "  - {contributor: secretariat, entry: leading-role, language: fr,\n"
        f"     old: {source_digest('Un rôle.')}, by: A reviewer, on: 2025-05-01,\n"
        "     new: Le rôle 7.}\n"
    )
    (finding,) = found(office)
    assert (finding.rule, finding.location) == (
        "text-differs",
        office.at("inputs/C25/amendments.yaml", "Le rôle 7"),
    )


def test_an_amendment_of_the_first_language_is_told_at_the_amendment(office):
    """The contributor, whose other text does not follow it, has done nothing."""
    office.texts["inputs/C25/amendments.yaml"] = (
        "amendments:\n"
        "  - {contributor: itu-t, entry: standards-table, language: en, cell: [2, 2],\n"
        f"     old: {source_digest('120')}, by: A reviewer, on: 2025-05-01, new: '121'}}\n"
    )
    (finding,) = found(office)
    assert finding.location == office.at("inputs/C25/amendments.yaml", "new:")
    assert finding.message.startswith("“121” is “120” in the text in French")


def test_what_is_out_of_date_is_not_compared(translated):
    """It is found to be out of date, which says enough."""
    translated.edit(translated.report, "of 400 at", "of 500 at")
    assert found(translated) == []
    assert "translation-outdated" in [one.rule for one in translated.findings()]
