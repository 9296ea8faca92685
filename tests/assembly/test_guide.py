"""What readers are told of a session: its headings, words, ids and the lines of its forms."""

from collections.abc import Callable

from council_report.assembly.form import make_form
from council_report.assembly.guide import make_guide
from council_report.model.contribution import Entry
from council_report.model.desk import Desk
from council_report.model.earlier import Earlier
from council_report.model.guide import mark_of
from council_report.model.location import Location

MakeDesk = Callable[..., Desk]
MakeEntry = Callable[..., Entry]

WORDS = {"Status": "Statut", "planned": "prévu", "bullet": "puce", "Statistics": "Statistiques"}


def french(desk: Desk) -> Desk:
    """The desk with some words of forms in French."""
    return desk.model_copy(update={"messages": {"fr": WORDS}})


def test_headings_are_those_of_box_rows_and_sections_in_every_language(
    make_desk: MakeDesk,
) -> None:
    """The box comes first; its rows are named by the labels, sections by their titles."""
    headings = {one.section: one.names for one in make_guide(make_desk(), "itu-t").headings}
    assert list(headings) == ["purpose", "references", "introduction", "standards", "capacity"]
    assert headings["purpose"] == {"en": "Purpose", "fr": "Objet"}
    assert headings["standards"] == {"en": "AI standards", "fr": "Normes sur l'IA"}


def test_a_section_without_title_is_called_by_its_name(make_desk: MakeDesk) -> None:
    """The name is not printed in the document, yet a form needs a heading; without one, its key."""
    outline = [
        {"key": "a", "name": {"en": "Opening", "fr": "Ouverture"}, "contributors": ["itu-t"]},
        {"key": "b", "contributors": ["itu-t"]},
    ]
    headings = make_guide(make_desk(plan={"outline": outline}), "itu-t").headings
    assert [one.names for one in headings[-2:]] == [{"en": "Opening", "fr": "Ouverture"}, {}]


def test_words_stand_for_fields_statuses_and_kinds_in_every_language(make_desk: MakeDesk) -> None:
    """The English words, those of the catalogue, and the keys are all understood."""
    guide = make_guide(french(make_desk()), "itu-t")
    assert guide.fields["statut"] == guide.fields["status"] == "status"
    assert guide.fields["as of"] == guide.fields["as_of"] == "as_of"
    assert guide.fields["statistiques"] == "statistics"
    assert guide.statuses["prévu"] == guide.statuses["planned"] == "planned"
    assert guide.kinds["puce"] == guide.kinds["bullet"] == "bullet"


def test_furniture_is_every_line_of_the_forms_in_every_language(make_desk: MakeDesk) -> None:
    """Whatever a form says itself is known, in the language of any form, as one line."""
    desk = french(make_desk())
    furniture = make_guide(desk, "itu-t").furniture
    for language in ("en", "fr"):
        form = make_form(desk, "itu-t", language)
        assert {" ".join(line.split()) for line in form.lines()} <= furniture


def test_choices_are_what_drop_down_lists_offer(make_desk: MakeDesk) -> None:
    """They are apart from the furniture: one alone in a text was written by somebody."""
    guide = make_guide(french(make_desk()), "itu-t")
    assert {"AI standards", "prévu", "planned", "CH"} <= guide.choices
    assert not guide.choices & guide.furniture


def test_ids_are_found_by_the_marks_of_the_session_before(
    make_desk: MakeDesk, make_entry: MakeEntry
) -> None:
    """A bookmark leads to the id even where that is too long for it."""
    entries = [make_entry("summit"), make_entry("a-very-long-id-" * 4 + "end")]
    earlier = {
        one.id: Earlier(contributor="itu-t", entry=one, place=Location("before")) for one in entries
    }
    guide = make_guide(make_desk().model_copy(update={"earlier": earlier}), "itu-t")
    assert [guide.id_of(mark_of(one.id)) for one in entries] == [one.id for one in entries]


def test_texts_are_those_of_the_contributor_alone(
    make_desk: MakeDesk, make_entry: MakeEntry
) -> None:
    """What another one wrote is no entry of theirs, even where they copy it."""
    earlier = {
        key: Earlier(
            contributor=contributor,
            entry=make_entry(key, text={"en": f"About *{key}*."}),
            place=Location("before"),
        )
        for key, contributor in (("one", "itu-t"), ("two", "itu-r"))
    }
    desk = make_desk().model_copy(update={"earlier": earlier})
    assert make_guide(desk, "itu-t").texts == {"About one.": "one"}
    assert make_guide(desk, None).texts == {}


def test_language_and_policy_are_those_of_the_contact_and_the_session(make_desk: MakeDesk) -> None:
    """Where a text does not tell its language, it is in that of the contact."""
    contact = {"role": "Desk", "email": "a@example.org", "language": "fr"}
    contributors = [
        {"key": key, "name": {"en": key, "fr": key}, "contact": contact}
        for key in ("general-secretariat", "itu-t", "itu-r", "itu-d")
    ]
    session = {"contributors": contributors, "tracked_changes": "accept"}
    guide = make_guide(make_desk(session=session), "itu-t")
    assert (guide.language, guide.tracked_changes) == ("fr", "accept")


def test_a_file_of_nobody_has_a_guide_without_forms(make_desk: MakeDesk) -> None:
    """Its headings and words are known all the same."""
    guide = make_guide(make_desk(), None)
    assert guide.headings
    assert guide.fields
    assert guide.language == "en"
    assert not guide.furniture


def test_the_forms_of_others_are_known_by_their_titles(make_desk: MakeDesk) -> None:
    """In every language, and never the own one; a file of nobody is in nobody's folder."""
    desk = french(make_desk())
    others = make_guide(desk, "itu-t").others
    assert others[make_form(desk, "itu-r", "en").title] == "ITU-R"
    assert others[make_form(desk, "itu-r", "fr").title] == "UIT-R"
    assert not {make_form(desk, "itu-t", language).title for language in ("en", "fr")} & set(others)
    assert len(others) == 2 * (len(desk.session.contributors) - 1)
    assert make_guide(desk, None).others == {}


def test_entries_without_details_are_known(make_desk: MakeDesk, make_entry: MakeEntry) -> None:
    """A line of details below new text cannot have been theirs."""
    earlier = {
        one.id: Earlier(contributor="itu-t", entry=one, place=Location("before"))
        for one in (make_entry("bare"), make_entry("full", unit="ITU-T"))
    }
    guide = make_guide(make_desk().model_copy(update={"earlier": earlier}), "itu-t")
    assert guide.undetailed == {"bare"}
