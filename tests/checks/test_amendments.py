"""Accepted amendments that do not fit any more what contributors have sent."""

import pytest

from council_report.model.amendment import text_digest
from council_report.model.finding import Finding
from council_report.model.location import Location

AMENDMENTS = "inputs/C25/amendments.yaml"
A_ROLE, A_TABLE, NOWHERE = "leading-role", "standards-table", "nowhere"


def amend(office, *items: str) -> None:
    """Accept amendments: each is written after the keys that all of them have."""
    office.texts[AMENDMENTS] = "amendments:\n" + "".join(
        f"  - by: A. Reviewer\n    on: 2026-11-22\n    {item.strip()}\n" for item in items
    )


def item(entry: str, old: str, more: str = "new: More.", who: str = "secretariat") -> str:
    """An amendment of an entry of the secretariat, made for the English text ``old``."""
    keys = f"contributor: {who}, entry: {entry}, language: en, old: {text_digest(old)}"
    return "\n    ".join([*keys.split(", "), *more.split("; ")])


def found(office) -> list[tuple[str, str, int | None]]:
    """Rule, severity and line of everything that is found in the amendments; nothing elsewhere.

    That a text was amended in one language alone, as all are here, has its own tests.
    """
    findings = [one for one in office.findings() if one.rule != "amendment-one-language"]
    assert {one.location.file for one in findings} <= {AMENDMENTS}
    return [(one.rule, one.severity, one.location.line) for one in findings]


def only(office) -> Finding:
    """The one thing that is found, but for what ``found`` leaves out."""
    (finding,) = (one for one in office.findings() if one.rule != "amendment-one-language")
    return finding


def test_an_amendment_that_fits_is_no_finding(office):
    """Where all is well nobody is told."""
    amend(
        office, item(A_ROLE, "A role."), item(A_TABLE, "120", "new: '121'; cell: [2, 2]", "itu-t")
    )
    assert found(office) == []


def test_a_text_that_has_changed_since(office):
    """The amendment is not applied, and its author is named: a warning, at the amendment."""
    amend(office, item(A_ROLE, "An old role."), item(A_ROLE, "A role."))
    finding = only(office)
    assert (finding.rule, finding.severity) == ("amendment-stale", "warning")
    assert finding.location == Location(AMENDMENTS, 2)
    assert finding.message == (
        "the text of 'leading-role' is not the one that A. Reviewer amended on 2026-11-22; the"
        " amendment is not applied"
    )
    assert "council-report feedback" in finding.remedy


@pytest.mark.parametrize("sent", ["A *leading* role.", "A  *leading*\n      role."])
def test_a_contributor_takes_an_edit_over(office, sent):
    """The amendment has nothing left to do: a note says so, however the text is typed."""
    office.edit(office.report, "en: A role.", f'en: "{sent}"')
    amend(office, item(A_ROLE, "A role.", "new: A *leading* role."))
    finding = only(office)
    assert (finding.rule, finding.severity) == ("amendment-settled", "note")
    assert finding.location == Location(AMENDMENTS, 2)
    assert finding.message == (
        "'secretariat' has taken over the edit of 'leading-role' that A. Reviewer made on"
        " 2026-11-22"
    )
    assert finding.remedy == "There is nothing to do; the amendment can be deleted."


def test_a_contributor_takes_the_edit_of_a_cell_over(office):
    """A cell is settled like a text, an emptied one too."""
    office.edit(office.standards, '[SG 13, "120"]', '[SG 13, ""]')
    amend(office, item(A_TABLE, "120", "new: ''; cell: [2, 2]", "itu-t"))
    assert found(office) == [("amendment-settled", "note", 2)]


def test_words_that_look_otherwise_are_not_taken_over(office):
    """Emphasis is a part of the edit: without it the amendment is stale, as before."""
    office.edit(office.report, "en: A role.", "en: A leading role.")
    amend(office, item(A_ROLE, "A role.", "new: A *leading* role."))
    assert found(office) == [("amendment-stale", "warning", 2)]


def test_a_paragraph_is_not_taken_over_by_the_one_before_it(office):
    """That a text reads like the one to be added after it leaves nothing added: a warning."""
    office.edit(office.report, "en: A role.", "en: More.")
    amend(office, item(A_ROLE, "A role.", "action: add; id: more; new: More."))
    assert found(office) == [("amendment-stale", "warning", 2)]


@pytest.mark.parametrize(
    ("amendment", "reason"),
    [
        (item(NOWHERE, "x"), "'secretariat' has no entry 'nowhere'"),
        (item(A_ROLE, "A role.", who="itu-t"), "'itu-t' has no entry 'leading-role'"),
        (item(A_ROLE, "A role.", who="nobody"), "'nobody' has no entry 'leading-role'"),
        (
            item(A_ROLE, "x", "new: x; cell: [1, 1]"),
            "'leading-role' has no cell in row 1, column 1",
        ),
        (
            item(A_TABLE, "x", "new: x; cell: [3, 1]", who="itu-t"),
            "'standards-table' has no cell in row 3, column 1",
        ),
        (
            item(A_ROLE, "A role.").replace("language: en", "language: es"),
            "'leading-role' is not printed in Spanish",
        ),
    ],
)
def test_nothing_is_there_to_amend(office, amendment, reason):
    """An entry, cell or language that is not there any more: a warning that says which."""
    amend(office, amendment)
    finding = only(office)
    assert (finding.rule, finding.severity) == ("amendment-lost", "warning")
    assert finding.location == Location(AMENDMENTS, 2)
    assert finding.message == (
        f"{reason}; the amendment of A. Reviewer, 2026-11-22, is not applied"
    )


def test_an_edit_of_what_another_amendment_removes(office):
    """The entry is left out, and the second reviewer's text has no place: both are told."""
    amend(office, item(A_ROLE, "A role.", "action: remove"), item(A_ROLE, "A role."))
    assert found(office) == [
        ("amendment-removes", "note", 2),
        ("amendment-lost", "warning", 9),
    ]
    assert "another amendment removes 'leading-role'" in office.findings()[1].message


def test_what_is_removed_is_told_with_its_words(office):
    """No entry leaves the document in silence."""
    amend(office, item(A_ROLE, "A role.", "action: remove"))
    finding = only(office)
    assert (finding.rule, finding.severity) == ("amendment-removes", "note")
    assert finding.message == (
        "'leading-role' of 'secretariat' is left out, as A. Reviewer asked on 2026-11-22: “A role.”"
    )


def test_an_entry_of_a_file_that_is_set_aside_is_not_lost(office):
    """It is the file that has to be mended; its amendments wait, and those that follow them."""
    office.edit(office.report, "mandates: [SG5]", "mandates: [SG6]")
    added = "action: add; id: more; new: More."
    amend(office, item(A_ROLE, "A role.", added), item("more", "More.", "new: Much more."))
    assert {finding.rule for finding in office.findings()} == {"mandate-unknown"}


def test_an_entry_of_a_file_that_cannot_be_read_is_not_lost(office):
    """Nobody knows what was in it."""
    office.texts[office.report] = "entries: [\n"
    amend(office, item(A_ROLE, "A role."))
    assert "amendment-lost" not in {finding.rule for finding in office.findings()}


def test_what_waits_for_an_added_paragraph_is_not_lost(office):
    """It is the addition that has to be sent again; edits of its paragraph are not to be deleted.

    The note that the addition is not applied is the only one.
    """
    added = item(A_ROLE, "An old role.", "action: add; id: more; new: More.")
    amend(office, added, item("more", "More.", "new: Much more."))
    assert found(office) == [("amendment-stale", "warning", 2)]


@pytest.mark.parametrize("key", ["leading-role", "standards-work"])
def test_an_id_that_is_taken(office, key):
    """A paragraph with the id of another one, of whatever contributor, is an error."""
    amend(office, item(A_ROLE, "A role.", f"action: add; id: {key}; new: More."))
    finding = only(office)
    assert (finding.rule, finding.severity) == ("amendment-id-taken", "error")
    assert finding.location == office.at(AMENDMENTS, "id:")
    assert key in finding.message


def test_an_id_that_an_amendment_has_taken(office):
    """Two paragraphs are not added under one id: the first one has it."""
    added = item(A_ROLE, "A role.", "action: add; id: more; new: More.")
    amend(office, added, added)
    assert ("amendment-id-taken", "error", 18) in found(office)


@pytest.mark.parametrize("words", ["' '", "'**'", '"\\u200b"'])
def test_a_new_text_that_says_nothing(office, words):
    """Spaces and marks are no text: an error, and no document is made."""
    amend(office, item(A_ROLE, "A role.", f"new: {words}"))
    finding = only(office)
    assert (finding.rule, finding.severity) == ("amendment-blank", "error")
    assert finding.location == office.at(AMENDMENTS, "new:")


def test_a_cell_that_says_nothing(office):
    """A cell may be emptied."""
    amend(office, item(A_TABLE, "120", "new: ''; cell: [2, 2]", who="itu-t"))
    assert found(office) == []


def test_a_statistic_that_nobody_defines(office):
    """An amendment that quotes it is an error at its text; the nearest one is suggested."""
    amend(office, item(A_ROLE, "A role.", "new: '[[ai-standard]] of them.'"))
    finding = only(office)
    assert (finding.rule, finding.severity) == ("statistic-unknown", "error")
    assert finding.location == office.at(AMENDMENTS, "new:")
    assert finding.remedy == "Did you mean '[[ai-standards]]'?"


def test_a_statistic_that_only_an_amendment_quotes_is_used(office):
    """Its number is printed, so nobody is told that it is not."""
    office.edit(office.standards, "More than [[ai-standards]] standards.", "Many standards.")
    office.edit(office.standards, "Plus de [[ai-standards]] normes.", "Beaucoup de normes.")
    amend(office, item(A_ROLE, "A role.", "new: '[[ai-standards]] of them.'"))
    assert found(office) == []


def test_an_amendment_that_is_not_applied_quotes_nothing(office):
    """What is not printed cannot lack a number."""
    amend(office, item(A_ROLE, "An old role.", "new: '[[ai-standard]] of them.'"))
    assert found(office) == [("amendment-stale", "warning", 2)]
