"""Sections and documents that are longer than the secretariat wants them."""

import pytest

from council_report.model.amendment import text_digest

HEADING = "title: {en: Standards, fr: Normes}"
AMENDMENTS = "inputs/C25/amendments.yaml"


@pytest.fixture(autouse=True)
def sent(office) -> None:
    """Ten words for the standards in English, eleven in French; six more for the rest of each.

    A number that is quoted is one word, a cell counts like a text.
    """
    office.edit(office.standards, "[[ai-standards]] normes.", "[[ai-standards]] normes techniques.")


def budget(office, words: int) -> None:
    """Give the section of standards a budget."""
    office.edit(office.session, HEADING, f"{HEADING}\n        budget: {{words: {words}}}")


def found(office) -> list[tuple[str, str, str]]:
    """Rule, severity and message of everything that is found."""
    return [(one.rule, one.severity, one.message) for one in office.findings()]


def test_a_section_within_its_budget(office):
    """As many words as planned are no finding."""
    budget(office, 11)
    assert found(office) == []


def test_a_section_over_its_budget(office):
    """One word more, in one language, is a warning at the budget."""
    budget(office, 10)
    message = "'standards' has 11 words in French, and a budget of 10"
    assert found(office) == [("section-over-budget", "warning", message)]
    (finding,) = office.findings()
    assert finding.location == office.at(office.session, "budget:")


def test_each_language_is_counted(office):
    """A section that is too long in both languages is told of both."""
    budget(office, 1)
    assert [message.split(",")[0] for _, _, message in found(office)] == [
        "'standards' has 10 words in English",
        "'standards' has 11 words in French",
    ]


def test_a_budget_of_pages_alone_is_not_judged_here(office):
    """Pages are known only when the document is printed."""
    office.edit(office.session, HEADING, f"{HEADING}\n        budget: {{pages: 0.1}}")
    office.edit(
        office.session, "box_from: secretariat", "box_from: secretariat\n    budget: {pages: 1}"
    )
    assert found(office) == []


@pytest.mark.parametrize(("words", "expected"), [(17, []), (16, ["document-over-budget"])])
def test_a_document_over_its_budget(office, words, expected):
    """The words of all sections and of the box count, in the longer of two languages."""
    plan = "box_from: secretariat"
    office.edit(office.session, plan, f"{plan}\n    budget: {{words: {words}}}")
    assert [rule for rule, _, _ in found(office)] == expected


def test_an_amended_text_is_counted_as_amended(office):
    """What reviewers shorten is short."""
    budget(office, 10)
    old = text_digest("Plus de [[ai-standards]] normes techniques.")
    office.texts[AMENDMENTS] = (
        "amendments:\n"
        "  - {contributor: itu-t, entry: standards-work, language: fr, new: '[[ai-standards]]',"
        f" old: {old}, by: A, on: 2026-11-22}}\n"
    )
    assert [rule for rule, _, _ in found(office)] == ["amendment-one-language"]
