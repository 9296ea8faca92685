"""What is wrong with a session file stops every draft, and is shown at its line."""

import re

import pytest


def test_a_session_in_order_has_no_findings(office):
    """A session in which nothing is wrong gives no findings at all, not even notes."""
    assert office.findings() == ()


def test_a_session_that_closes_before_it_opens(office):
    """A closing day before the opening day is an error at the closing day."""
    office.edit(office.session, "closes: 2025-06-27", "closes: 2025-06-16")
    place = office.at(office.session, "closes")
    assert office.found() == [("session-dates", "error", place, "Correct one of the two days.")]


@pytest.mark.parametrize(
    ("written", "changed", "message"),
    [
        ("year: 2025", "year: 2024", "'year' is of the year 2024, 'code' and 'opens' of 2025"),
        (
            "opens: 2025-06-17",
            "opens: 0001-01-01",
            "'opens' is of the year 0001, 'code' and 'year' of 2025",
        ),
    ],
)
def test_a_year_that_is_not_the_sessions(office, written, changed, message):
    """Of code, year and opening day, the one of another year is an error at its line."""
    office.edit(office.session, written, changed)
    (finding,) = office.findings()
    assert (finding.rule, finding.severity) == ("session-year", "error")
    assert finding.location == office.at(office.session, changed)
    assert finding.message == message


def test_a_code_that_is_not_of_the_year(office):
    """Where year and days agree, the code is the odd one."""
    office.edit(office.session, "year: 2025", "year: 2026")
    office.edit(office.session, "opens: 2025", "opens: 2026")
    office.edit(office.session, "closes: 2025", "closes: 2026")
    place = office.at(office.session, "code:")
    assert office.found() == [("session-year", "error", place, "Make the years agree.")]


def test_years_that_all_differ(office):
    """Where no two agree, the code, which is the name of the folder, is taken at its word."""
    office.edit(office.session, "year: 2025", "year: 2026")
    office.edit(office.session, "opens: 2025", "opens: 2024")
    places = [office.at(office.session, words) for words in ("year:", "opens:")]
    assert [finding.location for finding in office.findings()] == places


@pytest.mark.parametrize(("day", "rules"), [("2026-01-09", []), ("2027-01-09", ["session-year"])])
def test_a_session_closes_in_its_year_or_the_next(office, day, rules):
    """A session may run over the end of its year, and not over the end of the next."""
    office.edit(office.session, "closes: 2025-06-27", f"closes: {day}")
    found = office.findings()
    assert [finding.rule for finding in found] == rules
    assert {f.location for f in found} <= {office.at(office.session, "closes:")}


def test_a_session_of_one_day_is_in_order(office):
    """A session may close on the day it opens."""
    office.edit(office.session, "closes: 2025-06-27", "closes: 2025-06-17")
    assert office.findings() == ()


@pytest.mark.parametrize(
    ("after", "repeated", "words"),
    [
        (
            "    days_before_opening: 60\n",
            "  - key: contributions\n    title: {en: Again}\n    days_before_opening: 1\n",
            "key: contributions",
        ),
        (
            "    gender: feminine\n",
            "  - key: secretary-general\n"
            "    title: {en: Again, fr: Encore}\n"
            "    gender: masculine\n",
            "key: secretary-general",
        ),
        (
            "email: itu-t@example.org}\n",
            "  - key: itu-t\n"
            "    name: {en: Again, fr: Encore}\n"
            "    contact: {role: Focal point, email: again@example.org}\n",
            "key: itu-t",
        ),
        (
            "        contributors: [itu-t]\n",
            "      - key: standards\n        contributors: [itu-t]\n",
            "key: standards",
        ),
        (
            "        contributors: [itu-t]\n",
            "  - kind: report\n"
            "    title: {en: Again, fr: Encore}\n"
            "    original_language: en\n"
            "    languages: [en]\n"
            "    box_from: secretariat\n"
            "    outline:\n"
            "      - key: introduction\n"
            "        contributors: [secretariat]\n",
            "kind: report",
        ),
    ],
    ids=["deadline", "official", "contributor", "section", "document"],
)
def test_a_key_used_twice(office, after, repeated, words):
    """A key that two of the same sort share is an error at the second, naming the first's line."""
    office.edit(office.session, after, after + repeated)
    first, second = (office.at(office.session, words, number) for number in (1, 2))
    (finding,) = office.findings()
    assert (finding.rule, finding.severity, finding.location) == (
        "session-duplicate",
        "error",
        second,
    )
    assert f"first on line {first.line}" in finding.message
    assert finding.remedy == "Give one of the two another key, or delete it."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("languages: [en, fr]", "languages: [en, fr, en]"),
        ("contributors: [itu-t]", "contributors: [itu-t, itu-t]"),
    ],
)
def test_a_word_twice_in_one_list(office, old, new):
    """A language or contributor named twice, which would print things twice, is an error."""
    office.edit(office.session, old, new)
    (found,) = office.found()
    assert found[:3] == ("session-duplicate", "error", office.at(office.session, new))


def test_two_documents_may_share_a_section_key(office):
    """The same section key in two documents is no mistake: entries go to both."""
    office.texts["templates/kinds/summary.yaml"] = office.texts[office.kind].replace(
        "kind: report", "kind: summary"
    )
    office.texts[office.session] += (
        "  - kind: summary\n"
        "    title: {en: Summary}\n"
        "    original_language: en\n"
        "    languages: [en]\n"
        "    box_from: secretariat\n"
        "    outline:\n"
        "      - key: standards\n"
        "        contributors: [itu-t]\n"
    )
    assert office.findings() == ()


def test_a_section_with_the_key_of_a_box_row(office):
    """A section that has the key of a row of the box is an error at the section's key."""
    office.edit(office.session, "- key: introduction", "- key: purpose")
    place = office.at(office.session, "- key: purpose")
    assert office.found() == [
        ("section-in-box", "error", place, "Give the section another key."),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("contributors: [itu-t]", "contributors: [itu-tt]"),
        ("box_from: secretariat", "box_from: secretaria"),
    ],
)
def test_an_unknown_contributor(office, old, new):
    """An outline or a box owed by nobody known is an error that suggests the nearest key."""
    office.edit(office.session, old, new)
    place = office.at(office.session, new)
    key = "itu-t" if "itu" in new else "secretariat"
    assert office.found() == [("contributor-unknown", "error", place, f"Did you mean '{key}'?")]


def test_an_unknown_contributor_like_no_other(office):
    """Where no contributor's key is near, the remedy names them all."""
    office.edit(office.session, "contributors: [itu-t]", "contributors: [zzz]")
    (finding,) = office.findings()
    assert finding.remedy == "Write one of: itu-t, secretariat."


def test_an_author_who_is_no_official(office):
    """An author who is not among the officials is an error that suggests the nearest key."""
    office.edit(office.session, "author: secretary-general", "author: secretary-generale")
    place = office.at(office.session, "author:")
    assert office.found() == [
        ("official-unknown", "error", place, "Did you mean 'secretary-general'?"),
    ]


def test_a_document_of_an_unknown_kind(office):
    """A kind that no file describes is an error that suggests the nearest kind."""
    office.edit(office.session, "kind: report", "kind: reports")
    (finding,) = office.findings()
    assert (finding.rule, finding.severity) == ("kind-unknown", "error")
    assert finding.location == office.at(office.session, "kind: reports")
    assert finding.message == "there is no kind 'reports': templates/kinds/reports.yaml is missing"
    assert finding.remedy == "Did you mean 'report'?"


def test_a_language_without_labels(office):
    """A language that has no catalogue is an error at its place in the list of languages."""
    office.edit(office.session, "languages: [en, fr]", "languages: [en, fr, es]")
    office.texts[office.session] = re.sub(
        r"(fr: [^,}]+)}", r"\1, es: Texto}", office.texts[office.session]
    )
    remedy = "Write that file, or take the language out."
    place = office.at(office.session, "languages:")
    assert office.found() == [("catalogue-missing", "error", place, remedy)]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (", fr: Genève", "place:"),
        (", fr: Secrétaire générale", "title: {en: Secretary-General"),
        (", fr: UIT-T", "name: {en: ITU-T"),
        (", fr: Rapport sur l'IA", "title: {en: Report on AI"),
        (", fr: Normes", "title: {en: Standards"),
    ],
    ids=["place", "official", "contributor", "document", "section"],
)
def test_a_printed_text_that_is_not_translated(office, words, line):
    """A text of the session that a document prints should exist in each of its languages."""
    office.edit(office.session, words, "")
    place = office.at(office.session, line)
    assert office.found() == [("session-untranslated", "warning", place, "Add 'fr: …'.")]
