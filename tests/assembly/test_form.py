"""The form of a contributor: facts, guidance, what is owed, last session's entries."""

from collections.abc import Callable

import pytest

from council_report.assembly.form import make_form
from council_report.model.contribution import Entry, Statistic
from council_report.model.desk import Desk
from council_report.model.mandate import Mandates

MakeDesk = Callable[..., Desk]
MakeEntry = Callable[..., Entry]

SESSION = {
    "contributions_due": "contributions",
    "deadlines": [
        {"key": "contributions", "title": {"en": "Inputs"}, "days_before_opening": 60},
        {"key": "other", "title": {"en": "Other"}, "days_before_opening": 30},
    ],
}


def test_the_facts_name_session_document_deadline_and_contact(make_desk: MakeDesk) -> None:
    """Days are written as the language writes them; other deadlines are nobody's business here."""
    desk = make_desk(session=SESSION)
    assert make_form(desk, "itu-t", "en").facts == (
        "Session: Geneva, 17–27 June 2025",
        "For the document: Report on AI",
        "To be sent by: 18 April 2025",
        "Contact: Desk, a@example.org",
    )
    assert "18 avril 2025" in make_form(desk, "itu-t", "fr").facts[2]


def test_without_a_known_deadline_none_is_invented(make_desk: MakeDesk) -> None:
    """A session that names no deadline for contributions gives a form without one."""
    facts = make_form(make_desk(), "itu-t", "en").facts
    assert not any("sent by" in fact for fact in facts)


def test_the_title_names_contributor_and_session_in_the_language(make_desk: MakeDesk) -> None:
    """The words are those of the catalogues, and of the messages where these have them."""
    desk = make_desk().model_copy(
        update={
            "messages": {
                "fr": {"Contribution form: {contributor}, {session}": "{contributor} | {session}"}
            }
        }
    )
    assert make_form(desk, "itu-t", "en").title == "Contribution form: ITU-T, Council 2025"
    assert make_form(desk, "itu-t", "fr").title == "UIT-T | Conseil 2025"


@pytest.mark.parametrize(
    ("contributor", "sections"),
    [
        ("itu-t", ["standards"]),
        ("itu-d", ["capacity"]),
        ("general-secretariat", ["purpose", "references", "introduction"]),
    ],
)
def test_a_form_has_a_section_for_everything_owed(
    make_desk: MakeDesk, contributor: str, sections: list[str]
) -> None:
    """Box rows come first, then the sections in the order of the outline."""
    form = make_form(make_desk(), contributor, "en")
    assert [section.key for section in form.sections] == sections


def test_entries_stand_under_their_sections_in_their_order(
    make_desk: MakeDesk, make_entry: MakeEntry
) -> None:
    """The form begins with what was sent before."""
    entries = [make_entry("b"), make_entry("a")]
    (section,) = make_form(make_desk(), "itu-t", "fr", entries).sections
    assert section.heading == "Normes sur l'IA"
    assert section.entries == tuple(entries)


def test_entries_for_a_section_that_is_not_owed_any_more_are_not_lost(
    make_desk: MakeDesk, make_entry: MakeEntry
) -> None:
    """The section is in the form for them, at its place."""
    form = make_form(make_desk(), "itu-t", "en", [make_entry("a", "introduction")])
    assert [section.key for section in form.sections] == ["introduction", "standards"]


def test_entries_of_a_section_that_is_gone_are_named(
    make_desk: MakeDesk, make_entry: MakeEntry
) -> None:
    """Both formats say which entry has no place in the form, and quote it."""
    form = make_form(make_desk(), "itu-t", "en", [make_entry("lost", "old", "Last *words*.")])
    for lines in (form.guidance, form.instructions):
        (line,) = [line for line in lines if "lost" in line]
        assert "section old does not exist any more" in line
        assert "“Last words.”" in line


def test_an_entry_without_text_in_the_language_is_named_and_not_passed_off(
    make_desk: MakeDesk, make_entry: MakeEntry
) -> None:
    """English words in a French form would be taken for French."""
    entries = [make_entry("a", text={"en": "Words."}), make_entry("b")]
    (section,) = make_form(make_desk(), "itu-t", "fr", entries).sections
    assert [entry.id for entry in section.entries] == ["b"]
    (line,) = section.guidance
    assert "a is not in this form" in line
    assert "“Words.”" in line


def test_a_table_whose_rows_are_not_in_the_language_counts_as_untranslated(
    make_desk: MakeDesk, make_entry: MakeEntry
) -> None:
    """Its caption alone would not be the entry."""
    table = make_entry("t", kind="table", table={"en": [["a"]]})
    (section,) = make_form(make_desk(), "itu-t", "fr", [table]).sections
    assert section.entries == ()
    assert section.guidance


def test_statistics_are_kept_whatever_their_language(make_desk: MakeDesk) -> None:
    """One whose unit is not translated is filled in by the contact."""
    statistic = Statistic.model_validate(
        {"key": "k", "value": 1, "unit": {"en": "units"}, "source": "s"}
    )
    assert make_form(make_desk(), "itu-t", "fr", (), [statistic]).statistics == (statistic,)


def test_mandates_are_listed_in_the_language(make_desk: MakeDesk) -> None:
    """Their ids are offered, and said in words."""
    text = {"en": "Study.", "fr": "Étudier."}
    mandates = Mandates.model_validate(
        {
            "resolution": "Resolution 214",
            "version": "2022",
            "status": "paraphrase",
            "mandates": [{"id": "R1", "text": text}],
        }
    )
    form = make_form(make_desk().model_copy(update={"mandates": mandates}), "itu-t", "fr")
    assert form.mandates == ("R1",)
    assert "R1: Étudier." in form.mandate_lines
    assert "R1: Étudier." in form.lines()


def test_countries_are_those_of_iso(make_desk: MakeDesk) -> None:
    """Codes that stand for no country are not offered."""
    countries = make_form(make_desk(), "itu-t", "en").countries
    assert {"CH", "KR", "NO"} <= set(countries)
    assert not {"EU", "UN", "ZZ"} & set(countries)
    assert len(countries) == 249


def test_the_name_of_the_file_says_what_it_is(make_desk: MakeDesk) -> None:
    """Session, contributor and language are in it."""
    assert make_form(make_desk(), "itu-t", "fr").file_name("docx") == "C25-itu-t-fr.docx"
