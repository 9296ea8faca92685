"""Texts that a language lacks, or that may be out of date in one."""

import re

import pytest

from council_report.model.location import Location
from tests.checks.test_amendments import A_ROLE, A_TABLE, AMENDMENTS, amend, found, item, only

CELL = "new: '121'; cell: [2, 2]"


def test_a_text_that_is_not_translated(office):
    """A text missing in a language of the documents that print it is a warning, not an error."""
    office.edit(office.report, ", fr: À noter.", "")
    place = office.at(office.report, "To note.")
    assert office.found() == [("text-untranslated", "warning", place, "Add 'fr: …'.")]


def test_a_file_that_is_in_one_language_alone_is_told_so_once(office):
    """At each entry it would bury everything else."""
    office.texts[office.report] = re.sub(r", fr: [^}]*}", "}", office.texts[office.report])
    remedy = "Send the same form in that language too, or leave it to the translators."
    place = Location(office.report)
    assert office.found() == [("text-untranslated", "warning", place, remedy)]


def test_a_text_is_needed_only_where_it_is_printed(office):
    """A language that only another document is made in is not asked for."""
    office.edit(office.session, "languages: [en, fr]", "languages: [en]")
    office.edit(office.report, ", fr: À noter.", "")
    assert office.findings() == ()


def test_an_added_paragraph_that_is_not_translated(office):
    """It is printed as it is in the other language, which is a warning, until it is amended."""
    added = item(A_ROLE, "A role.", "action: add; id: more; new: More.")
    amend(office, added)
    assert found(office) == [("amendment-untranslated", "warning", 10)]
    assert "in French" in only(office).message
    translated = item("more", "More.", "new: Plus.").replace("language: en", "language: fr")
    amend(office, added, translated)
    assert found(office) == []
    amend(office, added, item("more", "More.", "action: remove"))
    assert found(office) == [("amendment-removes", "note", 11)]


def test_a_text_that_a_reviewer_translated_is_not_missing(office):
    """An amendment in a language in which nothing was sent is the translation."""
    office.edit(office.report, "{en: A role., fr: Un rôle.}", "{en: A role.}")
    assert [finding.rule for finding in office.findings()] == ["text-untranslated"]
    amend(office, item(A_ROLE, "A role.", "new: Un rôle.").replace("language: en", "language: fr"))
    assert found(office) == []


def one_language(office) -> list[tuple[str, str, Location, str]]:
    """Everything that is found."""
    return [(one.rule, one.severity, one.location, one.message) for one in office.findings()]


def in_french(amendment: str) -> str:
    """An amendment in French."""
    return amendment.replace("language: en", "language: fr")


def test_a_text_amended_in_one_language_alone(office):
    """The other one may be out of date: a note at the last edit."""
    amend(office, item(A_ROLE, "A role.", "new: One."), item(A_ROLE, "A role.", "new: Two."))
    place = office.at(AMENDMENTS, "new:", 2)
    message = "'leading-role' was amended in English, and not in French"
    assert one_language(office) == [("amendment-one-language", "note", place, message)]


def test_a_text_amended_in_both_languages(office):
    """Whoever edits both has seen to it."""
    amend(office, item(A_ROLE, "A role."), in_french(item(A_ROLE, "Un rôle.")))
    assert one_language(office) == []


@pytest.mark.parametrize(("cell", "told"), [("[2, 2]", 0), ("[2, 1]", 2)])
def test_a_cell_amended_in_one_language_alone(office, cell, told):
    """The same cell in the other language is the one that may be out of date."""
    english = item(A_TABLE, "120", CELL, "itu-t")
    french = in_french(item(A_TABLE, "120", CELL, "itu-t"))
    if cell != "[2, 2]":
        french = in_french(item(A_TABLE, "CE 13", f"new: CE 21; cell: {cell}", "itu-t"))
    amend(office, english, french)
    assert [one[0] for one in one_language(office)] == ["amendment-one-language"] * told


def test_what_another_language_lacks_is_not_out_of_date_there(office):
    """Where there is no translation, that is what the reader is told."""
    office.edit(office.report, "{en: A role., fr: Un rôle.}", "{en: A role.}")
    amend(office, item(A_ROLE, "A role."))
    assert [one[0] for one in one_language(office)] == ["text-untranslated"]


def test_what_is_left_out_lacks_no_translation(office):
    """Nobody has to translate a paragraph that is not printed."""
    office.edit(office.report, "{en: A role., fr: Un rôle.}", "{en: A role.}")
    amend(office, item(A_ROLE, "A role.", "action: remove"))
    assert found(office) == [("amendment-removes", "note", 2)]


def test_a_text_amended_and_left_out_is_out_of_date_nowhere(office):
    """Only what is printed can be."""
    amend(office, item(A_ROLE, "A role."), item(A_ROLE, "A role.", "action: remove"))
    assert [one[0] for one in one_language(office)] == ["amendment-removes"]
