"""Statistics are defined once and quoted by key, and a mistake in one file blames no other."""

import pytest


def test_a_statistic_defined_twice(office):
    """A statistic defined in two files is an error at the later one, naming the first."""
    office.texts[office.report] += (
        "statistics:\n"
        "  - {key: ai-standards, value: 316, unit: {en: standards}, source: elsewhere}\n"
    )
    (finding,) = office.findings()
    assert (finding.rule, finding.severity) == ("statistic-duplicate", "error")
    assert finding.location == office.at(office.report, "key: ai-standards")
    first = office.at(office.standards, "key: ai-standards")
    assert finding.message == f"the statistic 'ai-standards' is defined already: {first}"
    assert finding.remedy == "Delete this one, or give it a key of its own."


def test_an_unknown_statistic_in_a_text(office):
    """A statistic that is defined nowhere is an error at the text, suggesting the nearest key."""
    office.edit(office.standards, "fr: Plus de [[ai-standards]]", "fr: Plus de [[ai-standrads]]")
    place = office.at(office.standards, "standrads")
    remedy = "Did you mean '[[ai-standards]]'?"
    assert office.found() == [("statistic-unknown", "error", place, remedy)]


def test_an_unknown_statistic_in_a_table(office):
    """A statistic quoted in a cell is looked up like one in a text."""
    office.edit(office.standards, '[SG 13, "120"]', '[SG 13, "[[zzz]]"]')
    place = office.at(office.standards, "zzz")
    remedy = "Define it under 'statistics:'."
    assert office.found() == [("statistic-unknown", "error", place, remedy)]


def test_an_unknown_statistic_quoted_twice_in_one_text(office):
    """A text that quotes an unknown statistic twice gives one finding."""
    office.edit(office.standards, '[SG 13, "120"]', '[SG 13, "[[zzz]] of [[zzz]]"]')
    assert len(office.findings()) == 1


def test_brackets_meant_literally_quote_nothing(office):
    r"""A key in brackets after a backslash is text, not a statistic."""
    office.edit(office.standards, '[SG 13, "120"]', r"[SG 13, '\[[zzz]]']")
    assert office.findings() == ()


def test_a_statistic_of_a_file_set_aside(office):
    """A statistic whose file is set aside is said to be there, not to be misspelt."""
    office.edit(office.report, "fr: Un rôle.", "fr: '[[ai-standards]] rôles.'")
    office.edit(office.standards, "countries: [CH]", "countries: [XX]")
    withheld, other = sorted(office.findings(), key=lambda one: one.location.file, reverse=True)
    assert other.rule == "country-unknown"
    assert (withheld.rule, withheld.severity) == ("statistic-withheld", "warning")
    assert withheld.location == office.at(office.report, "rôles")
    message = "the statistic 'ai-standards' is awaited: its file is set aside"
    assert withheld.message == message
    assert withheld.remedy == f"Mend the errors in {office.standards}."


def test_a_statistic_that_goes_with_a_file_that_is_set_aside_later(office):
    """A file set aside for an id that it has twice takes its statistics with it, which is said."""
    office.edit(office.report, "fr: Un rôle.", "fr: '[[ai-standards]] rôles.'")
    office.edit(office.standards, "id: standards-table", "id: standards-work")
    contributions, findings = office.judge()
    assert [one.rule for one in findings] == ["entry-duplicate", "statistic-withheld"]
    assert [one.file for one in contributions if one.set_aside] == [office.standards]


def test_a_statistic_that_a_file_that_cannot_be_read_may_define(office):
    """Where a file cannot be read, a statistic that is nowhere else is taken to be in it."""
    office.edit(office.report, "fr: Un rôle.", "fr: '[[ai-standards]] rôles.'")
    office.texts[office.standards] = "entries: [\n"
    (withheld,) = (one for one in office.findings() if one.rule.startswith("statistic"))
    assert (withheld.rule, withheld.severity) == ("statistic-withheld", "warning")
    assert withheld.remedy == f"Mend the errors in {office.standards}."


def test_a_statistic_that_no_text_quotes(office):
    """A statistic that is never quoted is a note where it is defined."""
    office.edit(office.standards, "en: More than [[ai-standards]]", "en: More than 315")
    office.edit(office.standards, "fr: Plus de [[ai-standards]]", "fr: Plus de 315")
    place = office.at(office.standards, "key: ai-standards")
    remedy = "Write '[[ai-standards]]' where the number belongs."
    assert office.found() == [("statistic-unused", "note", place, remedy)]


@pytest.mark.parametrize("broken", ["mandates: [XX]", "mandate: [SG5]"])
def test_a_statistic_that_a_file_set_aside_may_quote(office, broken):
    """While a file is set aside, nobody knows what it quotes, and no statistic is called unused."""
    office.edit(office.standards, "en: More than [[ai-standards]]", "en: More than 315")
    office.edit(office.standards, "fr: Plus de [[ai-standards]]", "fr: Plus de 315")
    office.edit(office.report, "mandates: [SG5]", broken)
    assert "statistic-unused" not in {finding.rule for finding in office.findings()}
