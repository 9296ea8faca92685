"""Entries that a contributor sends in a file for each language have to be built alike."""

import pytest

ENGLISH, FRENCH = "inputs/C25/itu-t/a-english.yaml", "inputs/C25/itu-t/b-french.yaml"
FILE = """\
entries:
  - {id: one, section: standards, kind: bullet, text: {LL: Uno.}}
  - {id: two, section: standards, kind: bullet, text: {LL: Due.}}
  - id: three
    section: standards
    kind: table
    text: {LL: Tre}
    table: {LL: [[A, B], [C, D]]}
"""


@pytest.fixture
def bilingual(office):
    """A session with the same entries in two files."""
    office.texts |= {ENGLISH: FILE.replace("LL", "en"), FRENCH: FILE.replace("LL", "fr")}
    return office


def found(office) -> list[tuple[object, str, str]]:
    """Place, severity and message of what the rule finds."""
    rule = "parity-structure"
    return [(f.location, f.severity, f.message) for f in office.findings() if f.rule == rule]


def test_two_files_that_are_built_alike(bilingual):
    """There is nothing to say."""
    assert found(bilingual) == []


@pytest.mark.parametrize(
    ("old", "new", "words", "message"),
    [
        (
            "{id: two, section: standards, kind: bullet",
            "{id: two, section: standards, kind: paragraph",
            "id: two",
            "'two' is of the kind “paragraph” here, and “bullet” in English",
        ),
        (
            "{id: two, section: standards",
            "{id: two, section: introduction",
            "id: two",
            "'two' is in the section 'introduction' here, and in 'standards' in English",
        ),
        (
            "[C, D]]",
            "[C, D], [E, F]]",
            "table:",
            "the table of 'three' has 3 × 2 rows and columns here, and 2 × 2 in English",
        ),
        ("id: one", "id: TWO", "id: two", "'two' stands before 'one' here, and behind it"),
    ],
)
def test_two_files_that_are_not(bilingual, old, new, words, message):
    """A warning at the other file, which names the place in the first."""
    bilingual.edit(FRENCH, old, new)
    if new == "id: TWO":
        bilingual.edit(FRENCH, "id: two", "id: one")
        bilingual.edit(FRENCH, "id: TWO", "id: two")
    ((place, severity, said),) = found(bilingual)
    assert (place, severity) == (bilingual.at(FRENCH, words), "warning")
    assert said.startswith(message)
    assert ENGLISH in said


def test_a_table_in_two_languages_of_one_file(office):
    """It has the same rows and columns in both."""
    office.edit(office.standards, '        - [CE 13, "120"]\n', "")
    ((place, _, said),) = found(office)
    assert place == office.at(office.standards, "fr:", 3)
    assert "1 × 2" in said
