"""What is wrong in the templates folder stops every draft, and is shown at its line."""

import pytest


def test_a_missing_label(office):
    """A label that a document prints and a catalogue lacks is an error in that catalogue."""
    office.edit(office.fr, "  awaited: ", "  waited: ")
    office.edit(office.fr, "[awaited: {contributor}]", "[awaited]")
    place = office.at(office.fr, "labels:")
    assert office.found() == [("label-missing", "error", place, "Add 'awaited: …'.")]


@pytest.mark.parametrize("label", ["box.action", "language.ar", "pending.date"])
def test_every_label_that_is_printed_is_needed(office, label):
    """The rows of the box and the names of languages are asked for like any label."""
    office.edit(office.en, f"  {label}:", "  other.label:")
    (finding,) = office.findings()
    assert (finding.rule, finding.location) == ("label-missing", office.at(office.en, "labels:"))
    assert finding.remedy == f"Add '{label}: …'."


def test_the_author_line_is_needed(office):
    """The author line that the kind of a document names is asked for, whatever it is called."""
    office.edit(office.kind, "author: author.report", "author: author.memo")
    remedy = "Add 'author.memo: …'."
    assert office.found() == [
        ("label-missing", "error", office.at(file, "labels:"), remedy)
        for file in (office.en, office.fr)
    ]


def test_a_catalogue_that_no_document_uses_may_be_unfinished(office):
    """A catalogue in a language that no document of the session is made in may lack labels."""
    spanish = (
        office.texts[office.en].partition("\nlabels:")[0].replace("language: en", "language: es")
    )
    office.texts["templates/labels/es.yaml"] = f"{spanish}\nlabels: {{}}\n"
    assert office.findings() == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Council {year}", "Council {yaer}"),
        ("Council {year}", "Council"),
        ("{place}, {dates}", "{place}"),
        ("Agenda item: {item}", "Agenda item: {item} {item}"),
        ("Document {symbol}", "Document {Symbol}"),
        ("By the {official}", "By the office"),
        ("By her, the {official}", "By her, the {officer}"),
        ("[translation missing: {text}]", "[translation missing]"),
    ],
)
def test_a_label_without_just_its_placeholders(office, old, new):
    """A label that lacks a placeholder, or has one twice or an unknown one, is an error."""
    office.edit(office.en, old, new)
    (finding,) = office.findings()
    assert (finding.rule, finding.severity) == ("label-placeholder", "error")
    assert finding.location == office.at(office.en, new)
    placeholders = [word for word in old.replace("[", " ").split() if "{" in word]
    for word in placeholders:
        assert word.strip(",]") in finding.remedy


def test_a_label_that_has_no_placeholders(office):
    """Words in braces in a label whose words are fixed are an error."""
    office.edit(office.fr, "text: Purpose", "text: 'Purpose of {document}'")
    place = office.at(office.fr, "Purpose of")
    assert office.found() == [("label-placeholder", "error", place, "Delete the braces.")]


def test_a_confirmed_label_without_a_source(office):
    """A label cannot be confirmed without saying by what."""
    office.edit(office.fr, ", source: Council documents", "")
    place = office.at(office.fr, "status: confirmed")
    remedy = "Add 'source: …', or write 'status: provisional'."
    assert office.found() == [("label-unsourced", "error", place, remedy)]


@pytest.mark.parametrize(("locale", "near"), [("fr-CH", "fr_CH"), ("fr_XY", "fr")])
def test_an_unknown_locale(office, locale, near):
    """A locale that does not exist is an error that suggests one of the same language."""
    office.edit(office.fr, "locale: fr", f"locale: {locale}")
    (finding,) = office.findings()
    assert (finding.rule, finding.severity) == ("locale-unknown", "error")
    assert finding.location == office.at(office.fr, "locale:")
    assert finding.remedy.startswith(f"Did you mean '{near}")


def test_a_row_twice_in_the_box(office):
    """A row that stands twice in the box, and would print its entries twice, is an error."""
    office.edit(office.kind, "[purpose, rule, action]", "[purpose, rule, action, rule, purpose]")
    place = office.at(office.kind, "box:")
    assert office.found() == [("box-duplicate", "error", place, "Keep one of the two.")]


def test_a_mandate_twice(office):
    """Two mandates with one id are an error at the second, naming the first's line."""
    office.edit(office.mandates, "id: SG3", "id: SG5")
    (finding,) = office.findings()
    assert (finding.rule, finding.severity) == ("mandate-duplicate", "error")
    assert finding.location == office.at(office.mandates, "SG5", 2)
    assert finding.message == "the mandate 'SG5' is here twice, first on line 5"
    assert finding.remedy == "Give one of the two another id."


def test_a_session_without_a_resolution_has_no_mandates_to_check(office):
    """A session need not name a resolution."""
    office.edit(office.session, "mandates: resolution-214\n", "")
    office.edit(office.report, "    mandates: [SG5]\n", "")
    assert office.findings() == ()


NAME = "names: {city.geneva: {text: Geneva, status: provisional}}"


def told(office, rule: str) -> list[tuple[str, object, str]]:
    """Severity, place and remedy of what one rule finds."""
    found = (one for one in office.findings() if one.rule == rule)
    return [(one.severity, one.location, one.remedy) for one in found]


def test_a_name_that_only_another_language_has(office):
    """A warning where the term list has the gap."""
    office.edit(office.en, "names: {}", NAME)
    place = office.at(office.fr, "names: {}")
    assert told(office, "name-missing") == [("warning", place, "Add 'city.geneva: …'.")]
    office.edit(office.fr, "names: {}", NAME)
    assert told(office, "name-missing") == []


def test_a_confirmed_name_without_a_source(office):
    """A name needs a source as a label does."""
    for file in (office.en, office.fr):
        office.edit(file, "names: {}", NAME.replace("provisional", "confirmed"))
    places = [place for _, place, _ in told(office, "label-unsourced")]
    assert places == [office.at(file, "city.geneva") for file in (office.en, office.fr)]


@pytest.mark.parametrize(
    "wording", ["{number} (Rev. {city})", "{number} ({city}, {jear})", "{city} {city} {year}"]
)
def test_a_citation_that_lacks_a_part(office, wording):
    """Number, city and year are what a citation is known by."""
    office.edit(office.fr, "{number} (Rev. {city}, {year})", wording)
    (found,) = told(office, "citation-pattern")
    assert found[:2] == ("error", office.at(office.fr, "revised:"))
    assert "{number}, {city}, {year}" in found[2]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("day: d MMMM y", "day: d MMMM", "day:"),
        ("day: d MMMM y", "day: H MMMM y", "day:"),
        ("day: d MMMM y", "day: d MMMMMMM y", "day:"),
        ("day: d MMMM y", "day: d de MMMM y", "day:"),
        ("[d, –d MMMM y]", "[d MMMM, –d MMMM y]", "range_in_month:"),
    ],
)
def test_a_date_pattern_that_gives_no_date(office, old, new, line):
    """It would print a date without its year, or words as numbers."""
    office.edit(office.fr, old, new)
    assert [one[:2] for one in told(office, "date-pattern")] == [
        ("error", office.at(office.fr, line))
    ]


def test_words_in_a_date_pattern_are_in_quotes(office):
    """As Spanish needs them."""
    office.edit(office.fr, "day: d MMMM y", "day: d 'de' MMMM 'de' y")
    assert told(office, "date-pattern") == []
