"""What is wrong with the entries of one file: an error sets the file aside, a warning does not."""

import pytest

from council_report.checks.entries import countries
from council_report.checks.registry import check_contribution
from council_report.intake.contributions import read_contribution
from council_report.model.source import SourceFile


def test_a_file_that_delivers_nothing(office):
    """A file without entries and statistics is a warning."""
    office.texts["inputs/C25/itu-t/nothing.yaml"] = "entries: []\n"
    (finding,) = office.findings()
    assert (finding.rule, finding.severity) == ("contribution-empty", "warning")
    assert str(finding.location) == "inputs/C25/itu-t/nothing.yaml"
    assert finding.remedy == "Write entries, or delete the file."


def test_an_entry_for_an_unknown_section(office):
    """A section that no document has is an error that suggests the nearest section or row."""
    office.edit(office.report, "section: introduction", "section: introdution")
    rules = {finding.rule: finding for finding in office.findings()}
    assert rules["section-unknown"].severity == "error"
    assert rules["section-unknown"].location == office.at(office.report, "introdution")
    assert rules["section-unknown"].remedy == "Did you mean 'introduction'?"


def test_an_entry_for_the_rule_of_the_box(office):
    """The line of underscores in the box is no row that somebody could write."""
    office.edit(office.report, "section: introduction", "section: rule")
    assert "section-unknown" in {finding.rule for finding in office.findings()}


@pytest.mark.parametrize("section", ["introduction", "purpose"])
def test_an_entry_for_a_section_of_others(office, section):
    """An entry for a section or box row that others owe is printed after theirs: a warning."""
    office.texts[office.standards] += (
        f"  - id: extra\n    section: {section}\n    text: {{en: More., fr: Plus.}}\n"
    )
    (finding,) = office.findings()
    assert (finding.rule, finding.severity) == ("section-not-owed", "warning")
    assert finding.location == office.at(office.standards, f"section: {section}")
    assert finding.message == f"'{section}' is asked of secretariat; this is printed after theirs"
    assert finding.remedy == "Move the entry to a section of yours, or have the outline changed."


def test_a_file_in_nobodys_folder_owes_nothing(office):
    """A file read by itself, from no contributor's folder, is not told whose parts it has."""
    text = office.texts[office.report].encode()
    contribution = read_contribution(SourceFile(name="report.yaml", data=text, digest=""))
    assert check_contribution(office.desk(), contribution).findings == ()


def test_an_unknown_mandate(office):
    """A mandate that the resolution does not have is an error that suggests the nearest one."""
    office.edit(office.report, "mandates: [SG5]", "mandates: [SG3, SG55]")
    (finding,) = office.findings()
    assert (finding.rule, finding.severity) == ("mandate-unknown", "error")
    assert finding.location == office.at(office.report, "mandates:")
    assert finding.message == "Resolution 214 has no mandate 'SG55'"
    assert finding.remedy == "Did you mean 'SG5'?"


def test_a_mandate_in_a_session_without_a_resolution(office):
    """Where the session names no resolution, every mandate is an error."""
    office.edit(office.session, "mandates: resolution-214\n", "")
    (finding,) = office.findings()
    assert finding.rule == "mandate-unknown"
    assert finding.remedy == "Delete it: none is known."


@pytest.mark.parametrize(
    ("code", "remedy"),
    [
        ("UK", "Write GB."),
        ("CS", "Write RS or ME."),
        ("XX", "Write the code of the country: CH for Switzerland, NO for Norway."),
        ("EU", "Write the code of the country: CH for Switzerland, NO for Norway."),
    ],
)
def test_a_code_that_no_country_has(office, code, remedy):
    """A country code that ISO 3166 does not assign is an error; what replaced it is suggested."""
    office.edit(office.standards, "countries: [CH]", f"countries: [CH, {code}]")
    found = office.found()
    assert found == [("country-unknown", "error", office.at(office.standards, code), remedy)]


def test_every_country_has_a_code():
    """The codes are the 249 that ISO 3166 assigns."""
    assert len(countries()) == 249
    assert {"NO", "CH", "PS", "TW", "BQ", "AQ"} <= countries()


@pytest.mark.parametrize("text", [" ", "\u00a0", "**", "^ ^", "[]()", "\\\\", "\u200b\u200f"])
def test_a_blank_text(office, text):
    """A text of nothing but spaces, visible or not, and marks is an error in that language."""
    office.edit(office.report, "fr: Un bilan.", f"fr: '{text}'")
    remedy = "Write the text, or delete the line to have it marked as missing."
    place = office.at(office.report, "An account.")
    assert office.found() == [("text-blank", "error", place, remedy)]


@pytest.mark.parametrize("text", ["[[ai-standards]]", "1", "\u0645", "人", "\U0001f600", "_"])
def test_a_text_of_one_character_is_not_blank(office, text):
    """Anything else is a text, however short."""
    office.edit(office.report, "fr: Un bilan.", f"fr: '{text}'")
    assert office.findings() == ()
