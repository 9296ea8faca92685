"""What a session hands to the next one: its entries as they were printed."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_report.assembly.carrying import carried
from council_report.model.amendment import Amendment
from council_report.model.contribution import Contribution, Entry
from council_report.model.desk import Desk
from council_report.model.earlier import Earlier
from council_report.model.language import Language
from council_report.model.location import Location
from council_report.model.text import Run, parse_text
from tests.assembly.test_amending import EDITS, FILE, ROWS, SENT, Amended, amend, blocks, edit

MakeDesk = Callable[..., Desk]
MakeEntry = Callable[..., Entry]
MakeFile = Callable[..., Contribution]
Carried = Callable[..., tuple[Earlier, ...]]


@pytest.fixture(scope="session")
def made(make_desk: MakeDesk) -> Carried:
    """Carries files with amendments, which stand on lines 10, 20, 30 of their file."""

    def make(
        *files: Contribution, by: tuple[Amendment, ...] = (), earlier: tuple[Earlier, ...] = ()
    ) -> tuple[Earlier, ...]:
        places = {("amendments", n): Location(FILE, 10 * n + 10) for n in range(len(by))}
        known = {
            "amendments": by,
            "places": {FILE: places},
            "earlier": {one.entry.id: one for one in earlier},
        }
        return carried(make_desk().model_copy(update=known), files)

    return make


def texts(entries: tuple[Earlier, ...]) -> dict[str, dict[Language, str]]:
    """The texts of entries by id, in order."""
    return {one.entry.id: one.entry.text for one in entries}


@pytest.fixture(scope="session")
def two(make_entry: MakeEntry, make_file: MakeFile) -> Contribution:
    """A file of ITU-T with two paragraphs in both languages."""
    return make_file(
        "itu-t",
        make_entry("one", text={"en": "One.", "fr": "Un."}),
        make_entry("two", text={"en": "Two.", "fr": "Deux."}),
    )


def test_what_nobody_has_amended_is_carried_as_it_was_sent(
    made: Carried, two: Contribution
) -> None:
    """Each entry with its sender and its place."""
    first, second = made(two)
    assert (first.entry, second.entry) == two.entries
    assert (first.contributor, first.place, first.places) == (
        "itu-t",
        two.locate("entries", 0),
        {},
    )


def test_an_amended_text_is_carried_and_stands_among_the_amendments(
    made: Carried, two: Contribution
) -> None:
    """The last edit of a language counts; what was not edited stands where it was sent."""
    by = (amend("one", "One.", "First."), amend("one", "One.", "Number one."))
    first, _ = made(two, by=by)
    assert first.entry.text == {"en": "Number one.", "fr": "Un."}
    assert first.place_in("en") == Location(FILE, 20)
    assert first.place_in("fr") == two.locate("entries", 0)


def test_an_amendment_that_is_not_applied_is_not_carried(made: Carried, two: Contribution) -> None:
    """It was not printed either."""
    assert made(two, by=(amend("one", "Once.", "First."),)) == made(two)


def test_what_was_removed_is_gone_and_what_was_added_follows(
    made: Carried, two: Contribution
) -> None:
    """Removed once is removed for good; an added entry is its contributor's from now on."""
    by = (
        amend("one", "One.", "More.", action="add", id="more", kind="bullet"),
        amend("more", "More.", "Davantage.", language="fr"),
        amend("two", "Two.", action="remove"),
    )
    first, added = made(two, by=by)
    assert texts((first, added)) == {
        "one": {"en": "One.", "fr": "Un."},
        "more": {"en": "More.", "fr": "Davantage."},
    }
    assert (added.contributor, added.entry.kind, added.entry.section) == (
        "itu-t",
        "bullet",
        "standards",
    )
    assert (added.place_in("en"), added.place_in("fr")) == (
        Location(FILE, 10),
        Location(FILE, 20),
    )


def test_an_amended_cell_is_carried(
    made: Carried, make_entry: MakeEntry, make_file: MakeFile
) -> None:
    """A table in the language that was amended, and as it was sent in the other."""
    entry = make_entry("groups", text={"en": "Groups", "fr": "Groupes"}, kind="table", table=ROWS)
    (one,) = made(make_file("itu-t", entry), by=(amend("groups", "12", "13", cell=(2, 2)),))
    assert one.entry.table == {
        "en": (("Group", "Number"), ("SG13", "13")),
        "fr": (("Groupe", "Nombre"), ("CE 13", "12")),
    }


def test_versions_in_several_files_are_one_entry(
    made: Carried, make_entry: MakeEntry, make_file: MakeFile
) -> None:
    """Each language stands in the file that it came in."""
    english = make_file("itu-t", make_entry("one", text={"en": "One."}), name="en.yaml")
    french = make_file("itu-t", make_entry("one", text={"fr": "Un."}), name="fr.yaml")
    (one,) = made(english, french)
    assert one.entry.text == {"en": "One.", "fr": "Un."}
    assert one.place_in("en").file == english.file
    assert one.place_in("fr").file == french.file


def test_a_translation_lives_longer_than_a_year(
    made: Carried, make_entry: MakeEntry, make_file: MakeFile
) -> None:
    """Forms are in one language: what was kept from the year before is kept for the next one."""
    place = Location("inputs/C24/itu-t/a.yaml", 7)
    before = make_entry("one", text={"en": "One.", "fr": "Un."})
    earlier = (Earlier(contributor="itu-t", entry=before, place=place),)
    (one,) = made(make_file("itu-t", make_entry("one", text={"en": "One."})), earlier=earlier)
    assert one.entry.text == {"en": "One.", "fr": "Un."}
    assert one.place_in("fr") == place
    (new,) = made(make_file("itu-t", make_entry("one", text={"en": "New."})), earlier=earlier)
    assert new.entry.text == {"en": "New."}


def test_what_is_set_aside_is_not_carried(
    made: Carried, make_entry: MakeEntry, make_file: MakeFile
) -> None:
    """Such a file was not printed."""
    assert made(make_file("itu-t", make_entry("one", text="One."), aside=True)) == ()


@given(sent=SENT, chosen=st.lists(EDITS, max_size=5), language=st.sampled_from(["en", "fr"]))
def test_what_is_carried_is_what_was_printed(
    make_entry: MakeEntry,
    make_file: MakeFile,
    amended: Amended,
    made: Carried,
    sent: dict[str, dict[Language, str]],
    chosen: list[tuple[str, str, Language, str]],
    language: Language,
) -> None:
    """Whatever was amended: the same entries in the same order, with the same words."""
    file = make_file("itu-t", *(make_entry(one, text=text) for one, text in sent.items()))
    by = tuple(
        edit(action, key, spoken, sent[key].get(spoken, "One."), new)
        for action, key, spoken, new in chosen
    )
    entries = made(file, by=by)
    printed = blocks(amended(file, by=by, language=language))
    assert [one.entry.id for one in entries] == [block.entry for block in printed]
    for one, block in zip(entries, printed, strict=True):
        text = one.entry.text.get(language)
        if text is None:
            assert block.line.startswith("[")
        else:
            pending = {"en": "[number pending]", "fr": "[chiffre en attente]"}[language]
            assert block.text == tuple(
                Run(pending, statistic=run.statistic) if run.statistic else run
                for run in parse_text(text)
            )
