"""Plain data made into a model: every mismatch is a finding that says where and what to do."""

import pytest

from council_report.intake.structured import build
from council_report.intake.tree import Tree
from council_report.model.catalogue import Catalogue
from council_report.model.contribution import ContributionFile
from council_report.model.finding import Finding
from council_report.model.session import Session
from council_report.model.source import SourceFile
from tests.samples import MANNER

FILE = "inputs/C25/itu-t/standards.yaml"

ENTRY = """\
entries:
  - id: summit
    section: standards
    text:
      en: Text.
"""


def tree(text: str) -> Tree:
    """The tree of a file with these contents."""
    return Tree(SourceFile(name=FILE, data=text.encode(), digest="0" * 64))


def problems(text: str) -> list[Finding]:
    """The findings about a contribution, which is then not made."""
    content, findings = build(ContributionFile, tree(text))
    assert content is None
    assert {finding.location.file for finding in findings} == {FILE}
    return findings


def problem(text: str) -> Finding:
    """The one finding about a contribution."""
    (finding,) = problems(text)
    return finding


def test_a_file_that_fits_is_made_into_its_model() -> None:
    """A file without a mistake gives the model and no finding."""
    content, findings = build(ContributionFile, tree(ENTRY))
    assert findings == []
    assert content is not None
    assert [entry.id for entry in content.entries] == ["summit"]


def test_scalars_stay_as_written_where_text_is_asked_for() -> None:
    """A country, a version, a time and a figure with a leading zero arrive as text."""
    content, _ = build(
        ContributionFile,
        tree(ENTRY + "    countries: [NO]\n    partners: [1.10, 12:30:45, 0777, yes]\n"),
    )
    assert content is not None
    assert content.entries[0].countries == ("NO",)
    assert content.entries[0].partners == ("1.10", "12:30:45", "0777", "yes")


def test_an_unknown_key_is_answered_with_the_nearest_known_one() -> None:
    """A misspelt key is an error at its line, with the key that was probably meant."""
    finding = problem(ENTRY + "    sections: standards\n")
    assert (finding.rule, finding.location.line) == ("key-unknown", 6)
    assert finding.message == "entries[1].sections: this key is not known"
    assert finding.remedy == "Did you mean 'section'?"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Status", "status"),
        ("contries", "countries"),
        ("partner", "partners"),
        ("referense", "references"),
    ],
)
def test_the_suggestion_is_what_was_probably_meant(written: str, meant: str) -> None:
    """Capitals and slips lead to the key."""
    assert problem(f"{ENTRY}    {written}: x\n").remedy == f"Did you mean '{meant}'?"


def test_a_key_like_no_other_is_answered_with_all_that_are_known() -> None:
    """Where no key is near, the ones that are known at this place are listed."""
    finding = problem(ENTRY + "zzz: 1\n")
    assert finding.remedy == "Known keys: statistics, entries."


def test_the_known_keys_are_those_of_the_place() -> None:
    """Deep in a file, the suggestion is a key of the mapping where the mistake stands."""
    source = SourceFile(
        name="templates/labels/en.yaml",
        data=(
            """\
language: en
locale: en_GB
digit_group: " "
decimal: "."
"""
            + MANNER
            + """\
labels:
  box.purpose: {txt: Purpose, status: confirmed}
"""
        ).encode(),
        digest="0" * 64,
    )
    _, findings = build(Catalogue, Tree(source))
    assert [(f.rule, f.location.line, f.remedy) for f in findings] == [
        ("key-missing", 19, "Add 'text: …'."),
        ("key-unknown", 19, "Did you mean 'text'?"),
    ]


def test_a_missing_key_is_found_where_it_belongs() -> None:
    """A key that is not there is an error at the line of the mapping that needs it."""
    finding = problem("entries:\n  - id: summit\n    text: {en: Text.}\n")
    assert (finding.rule, finding.location.line) == ("key-missing", 2)
    assert finding.message == "entries[1].section: this key is missing"
    assert finding.remedy == "Add 'section: …'."


@pytest.mark.parametrize(
    ("line", "rule", "words"),
    [
        ("    unit: [a]", "text-missing", "a text is expected here"),
        ("    text: Text.", "value-type", "keys with values are expected here"),
        ("    dates: 2025", "value-type", "a list is expected here"),
        ("    dates:", "value-type", "a list is expected here"),
        ("    partners: ['']", "text-missing", "a text is expected here"),
        ("    table: {en: []}", "value-missing", "nothing stands here"),
    ],
)
def test_a_value_of_another_type(line: str, rule: str, words: str) -> None:
    """A list, mapping or text in the place of another is an error that names what is expected."""
    text = "entries:\n  - id: summit\n    section: standards\n"
    text += "" if line.startswith("    text") else "    text: {en: Text.}\n"
    finding = problem(text + line)
    assert (finding.rule, finding.location.line) == (rule, text.count("\n") + 1)
    assert words in finding.message
    assert finding.remedy


@pytest.mark.parametrize("text", ["just words", "- a\n- b\n"])
def test_a_file_that_is_no_mapping(text: str) -> None:
    """A file of words or a list is told that keys are expected."""
    finding = problem(text)
    assert (finding.rule, finding.location.line) == ("value-type", 1)
    assert finding.message == "keys with values are expected here"


@pytest.mark.parametrize(
    ("line", "example"),
    [
        ("    dates: [December 2025]", "2026-03-31"),
        ("    countries: [Norway]", "KR"),
        ("    id: Summit of 2025", "capacity-building"),
    ],
)
def test_a_value_of_another_form_is_answered_with_an_example(line: str, example: str) -> None:
    """Where a value must have a form, the remedy shows one that has it."""
    text = ENTRY.replace("- id: summit", "- kind: paragraph") if " id:" in line else ENTRY
    finding = next(f for f in problems(f"{text}{line}\n") if f.location.line == 6)
    assert finding.rule == "value-form"
    assert example in finding.remedy


def test_the_example_of_an_optional_value() -> None:
    """A value that may be left out shows its form when it is there and does not have it."""
    finding = problem(
        "statistics:\n"
        "  - {key: a, value: 1, unit: {en: projects}, source: survey, as_of: last year}\n"
    )
    assert finding.remedy == "Write it like 2025-12-02/2025-12-03."


def test_a_text_in_no_language_is_refused() -> None:
    """A text that is there in no language at all is an error at its place."""
    finding = problem(ENTRY.replace("text:\n      en: Text.", "text: {}"))
    assert (finding.rule, finding.remedy) == ("value-missing", "Write at least one item.")


def test_a_count_of_seconds_is_no_day() -> None:
    """A bare number is not taken for a day, as the model's library would."""
    _, findings = build(Session, tree("opens: 86400\n"))
    assert "Write it like 2025-06-17." in {finding.remedy for finding in findings}


def test_an_impossible_day_is_refused() -> None:
    """A period in the right form that no calendar has is an error that shows it."""
    finding = problem(ENTRY + "    dates: [2025-02-30]\n")
    assert finding.location.line == 6
    assert "2025-02-30" in finding.message


def test_a_day_that_is_none_is_answered_with_a_day() -> None:
    """Where a session asks for a day, anything else is answered with how days are written."""
    _, findings = build(Session, tree("opens: 17 June 2025\ncloses: 2025-06-31\n"))
    days = [finding for finding in findings if finding.rule == "value-form"]
    assert [finding.location.line for finding in days] == [1, 2]
    assert {finding.remedy for finding in days} == {"Write it like 2025-06-17."}


def test_an_unknown_word_is_answered_with_the_nearest_known_one() -> None:
    """A value from a fixed list is an error with the one probably meant, or with all of them."""
    near = problem(ENTRY + "    kind: bulet\n")
    assert (near.rule, near.remedy) == ("value-unknown", "Did you mean 'bullet'?")
    far = problem(ENTRY + "    status: xyz\n")
    assert far.remedy == "Write one of: done, under way, planned."


def test_an_unknown_language_is_found_at_its_line() -> None:
    """A text in a language that is not official is an error at that text."""
    finding = problem(ENTRY + "      de: Text.\n")
    assert (finding.rule, finding.location.line) == ("value-unknown", 6)
    assert finding.message.startswith("entries[1].text.de: 'de' is not")
    assert "en, fr, es, ru, zh, ar" in finding.remedy


def test_a_number_out_of_its_range_is_shown() -> None:
    """A number that cannot be is quoted in the message."""
    _, findings = build(Session, tree("year: 25\n"))
    assert any("'25'" in finding.message for finding in findings)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("many", "a number is expected"),
        ("[1]", "a number is expected"),
        ("1e99", "a number has at most 30 digits"),
        ("0.1234567890123", "a number has at most 12 digits after the point"),
    ],
)
def test_why_a_value_is_no_number(value: str, reason: str) -> None:
    """What is wrong with a number is said in words of ours, not in those of the library."""
    statistic = f"{{key: a, value: {value}, unit: {{en: projects}}, source: survey}}"
    finding = problem(f"statistics:\n  - {statistic}\n")
    assert finding.rule == "value-type"
    assert finding.message.endswith(f": {reason}")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("year: soon", "'soon': a whole number is expected"),
        ("year: 1999", "'1999': a number from 2000 upwards is expected"),
        ("year: 2100", "'2100': a number up to 2099 is expected"),
    ],
)
def test_why_a_number_is_out_of_its_range(text: str, reason: str) -> None:
    """A whole number is answered with the limit that it does not keep."""
    _, findings = build(Session, tree(text + "\n"))
    assert f"year: {reason}" in [finding.message for finding in findings]


@pytest.mark.parametrize(
    ("dates", "reason"),
    [
        ("2025-13", "no calendar has the day or month 2025-13"),
        ("2025-12/2025-11", "the interval ends before it begins"),
    ],
)
def test_why_a_period_is_none(dates: str, reason: str) -> None:
    """A period that has the right form and cannot be says why."""
    finding = problem(ENTRY + f"    dates: [{dates}]\n")
    assert finding.message == f"entries[1].dates[1]: '{dates}': {reason}"


def test_a_long_value_is_shown_short_and_on_one_line() -> None:
    """A message quotes only the beginning of a long value, without its line breaks."""
    finding = problem(ENTRY + '    countries: ["' + "a\\n" * 5000 + '"]\n')
    assert "\n" not in finding.message
    assert len(finding.message) < 200


def test_all_problems_of_a_file_are_reported_at_once() -> None:
    """Every mistake of a file is found in one reading, each at its line."""
    findings = problems(
        "entries:\n"
        "  - id: Summit 1\n"
        "    sektion: standards\n"
        "    kind: bulet\n"
        "    dates: [soon]\n"
        "    text:\n"
        "      de: Text.\n"
        "statistics:\n"
        "  - {key: a, value: many, unit: {en: projects}}\n"
    )
    assert sorted((finding.location.line, finding.rule) for finding in findings) == [
        (2, "key-missing"),
        (2, "value-form"),
        (3, "key-unknown"),
        (4, "value-unknown"),
        (5, "value-form"),
        (7, "value-unknown"),
        (9, "key-missing"),
        (9, "value-type"),
    ]


def test_hazards_and_mismatches_are_reported_together() -> None:
    """What is wrong with a file as YAML does not hide what is wrong with it as a contribution."""
    findings = problems(ENTRY + "    unit: &u ITU-T\n    unit: ITU-D\n    sektion: standards\n")
    assert [(finding.location.line, finding.rule) for finding in findings] == [
        (6, "file-alias"),
        (7, "key-duplicate"),
        (8, "key-unknown"),
    ]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("    unit: *u", "file-alias"),
        ("    <<: {unit: ITU-T}", "file-alias"),
        ("    ? [a]\n    : b", "key-not-text"),
        ('    countries: ["N\\x01"]', "character-forbidden"),
    ],
)
def test_one_mistake_is_one_finding(line: str, rule: str) -> None:
    """What only follows from a hazard is not reported again as a mismatch."""
    assert problem(f"{ENTRY}{line}\n").rule == rule


def test_a_file_with_a_hazard_is_not_used() -> None:
    """A file that would fit but for a hazard gives no model."""
    assert problem(ENTRY + "    unit: &u ITU-T\n").rule == "file-alias"


def test_a_slip_on_every_line_is_told_twenty_times() -> None:
    """Of each rule the first twenty findings of a file are shown, then how many more there are."""
    slips = "".join(f"    key{number}: x\n" for number in range(1000))
    findings = problems(ENTRY + slips + "    status: xyz\n")
    assert [finding.rule for finding in findings] == ["key-unknown"] * 21 + ["value-unknown"]
    assert [finding.location.line for finding in findings[:21]] == list(range(6, 27))
    assert findings[20].message == "and 980 more of this kind in the file"
    assert findings[20].remedy == "Mend these first, then send the file again."


def test_twenty_slips_are_all_told() -> None:
    """Where nothing is left out, nothing is said of more."""
    findings = problems(ENTRY + "".join(f"    key{number}: x\n" for number in range(20)))
    assert len(findings) == 20
    assert not any("more of this kind" in finding.message for finding in findings)


def test_hazards_on_every_line_are_counted_too() -> None:
    """What is wrong with a file as YAML is told as sparingly."""
    findings = problems(ENTRY + "    partners:\n" + "      - &a x\n" * 100)
    assert [finding.rule for finding in findings] == ["file-alias"] * 21
    assert findings[-1].message == "and 80 more of this kind in the file"
