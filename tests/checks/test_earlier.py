"""The session before: what has not changed is said, what is missing is named."""

import pytest

from council_report.model.contribution import Entry
from council_report.model.earlier import Earlier
from council_report.model.location import Location

BEFORE = {
    "standards-work": {
        "en": "More than [[ai-standards]] standards.",
        "fr": "Plus de [[ai-standards]] normes.",
    },
    "gone-work": {"en": "Work on **old** things."},
}


@pytest.fixture
def before(office):
    """The office with a session before it, whose entries have these texts."""
    office.edit(office.session, "year: 2025", "year: 2025\nfollows: C24")
    entries = {
        key: Entry(
            id=key, section="standards", text=text, countries=("CH",) if len(text) > 1 else ()
        )
        for key, text in BEFORE.items()
    }
    office.earlier = {
        key: Earlier(contributor="itu-t", entry=entry, place=Location("before"))
        for key, entry in entries.items()
    }
    return office


def found(office, rule):
    """What a rule finds, without its remedy."""
    return [
        (one.severity, one.location, one.message) for one in office.findings() if one.rule == rule
    ]


def test_an_entry_that_says_the_same_is_noted(before):
    """An unchanged entry is a note at its place, which names the session before."""
    place = before.at(before.standards, "id: standards-work")
    assert found(before, "entry-unchanged") == [("note", place, "unchanged since C24")]


def test_an_entry_with_a_changed_text_is_not_noted(before):
    """A text that was edited is what was asked for."""
    before.edit(before.standards, "Plus de", "Beaucoup plus de")
    assert not found(before, "entry-unchanged")


def test_an_entry_that_is_gone_is_named_in_the_file_that_should_have_it(before):
    """An entry that was taken out is quoted at the file that writes to its section."""
    message = "an entry of C24 is not there any more: 'gone-work', “Work on old things.”"
    where = Location(before.standards)
    assert found(before, "entry-withdrawn") == [("warning", where, message)]


def test_an_entry_that_is_gone_is_quoted_in_the_language_of_its_contact(before):
    """Who wrote in French finds the words that were taken out, and not their translation."""
    before.edit(before.standards, "id: standards-work", "id: other-work")
    before.edit(before.session, "itu-t@example.org}", "itu-t@example.org, language: fr}")
    messages = [message for _, _, message in found(before, "entry-withdrawn")]
    assert [message.rpartition(",")[2] for message in messages] == [
        " “Work on old things.”",
        " “Plus de normes.”",
    ]


def test_an_entry_of_a_section_that_is_not_owed_any_more_is_not_missed(before):
    """Nobody is told to put back what is not asked of them."""
    before.edit(before.session, "contributors: [itu-t]", "contributors: [secretariat]")
    assert not found(before, "entry-withdrawn")


def test_an_entry_may_be_in_a_file_that_cannot_be_read(before):
    """While a file of the contributor cannot be read at all, nothing is called withdrawn."""
    before.texts["inputs/C25/itu-t/broken.yaml"] = "entries: ["
    assert not found(before, "entry-withdrawn")


def test_an_entry_in_a_file_that_is_set_aside_is_not_withdrawn(before):
    """An entry that was sent is there, even where its file has an error."""
    before.edit(before.standards, "id: standards-table", "id: gone-work")
    before.edit(before.standards, "countries: [CH]", "countries: [XX]")
    assert not found(before, "entry-withdrawn")


def test_a_session_that_follows_none_has_nothing_to_compare_with(office):
    """Without a session before there is neither note nor warning."""
    assert not office.findings()
