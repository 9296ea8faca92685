"""What there is to translate: units, how they stand, and in which order."""

import datetime
from typing import Any

import pytest

from council_report.assembly.carrying import carried
from council_report.assembly.document import assemble
from council_report.assembly.units import job_of, progress_of, units_of
from council_report.model.amendment import Amendment, text_digest
from council_report.model.contribution import Entry
from council_report.model.desk import Desk
from council_report.model.earlier import Earlier
from council_report.model.location import Location
from council_report.model.session_texts import session_renditions, with_renditions
from council_report.model.text import plain
from council_report.model.translating import source_digest
from council_report.model.translation import Translation, TranslationsFile

ENGLISH = {"en": "Ten standards."}


@pytest.fixture
def desk(make_desk: Any) -> Desk:
    """A desk with a report in English and French."""
    return make_desk()


def translated(desk: Desk, *translations: Translation, **session: Any) -> Desk:
    """The desk with translations into French, and its session's texts with them."""
    files = (TranslationsFile(language="fr", translations=translations),)
    changed = desk.model_copy(
        update={
            "translations": files,
            "session": desk.session.model_copy(update=session),
        }
    )
    renditions = session_renditions(changed.session, changed.book)
    return changed.model_copy(
        update={"renditions": renditions, "session": with_renditions(changed.session, renditions)}
    )


def a_translation(unit: str, source: str, text: str | None, **fields: Any) -> Translation:
    """A translation of a source, as it was on a day."""
    return Translation(
        unit=unit,
        source=source_digest(source),
        text=text,
        translator="French desk",
        date=datetime.date(2025, 5, 1),
        **fields,
    )


def states(desk: Desk, *files: Any) -> dict[str, tuple[str, str | None]]:
    """How the units of contributors stand in French, and their texts there."""
    units = units_of(desk, files, "fr")
    return {one.id: (one.state, one.text) for one in units if ":" in one.id}


def test_what_a_contributor_wrote_in_the_language_needs_no_translator(
    desk: Desk, make_file: Any, make_entry: Any
) -> None:
    """Only the text that has no version in French is missing there."""
    file = make_file("itu-t", make_entry("a"), make_entry("b", text=ENGLISH))
    assert states(desk, file) == {"itu-t:a": ("own", "Text of a."), "itu-t:b": ("missing", None)}
    assert [one.id for one in job_of(desk, (file,), "fr").units] == ["itu-t:b"]


def test_a_translation_holds_until_its_source_changes(
    desk: Desk, make_file: Any, make_entry: Any
) -> None:
    """It is then out of date, and goes out again with what it said."""
    file = make_file("itu-t", make_entry("b", text=ENGLISH))
    good = translated(desk, a_translation("itu-t:b", "Ten standards.", "Dix normes."))
    late = translated(desk, a_translation("itu-t:b", "Nine standards.", "Neuf normes."))
    assert states(good, file) == {"itu-t:b": ("translated", "Dix normes.")}
    assert job_of(good, (file,), "fr").units == ()
    assert states(late, file) == {"itu-t:b": ("outdated", "Neuf normes.")}
    assert [one.text for one in job_of(late, (file,), "fr").units] == ["Neuf normes."]


def test_line_breaks_in_a_source_put_nothing_out_of_date(
    desk: Desk, make_file: Any, make_entry: Any
) -> None:
    """They are spaces where the text is printed."""
    file = make_file("itu-t", make_entry("b", text={"en": "Ten\n  standards."}))
    desk = translated(desk, a_translation("itu-t:b", "Ten standards.", "Dix normes."))
    assert states(desk, file) == {"itu-t:b": ("translated", "Dix normes.")}


def test_a_reviewers_edit_of_the_source_puts_its_translation_out_of_date(
    desk: Desk, make_file: Any, make_entry: Any
) -> None:
    """What is translated is what is printed, not what was sent."""
    file = make_file("itu-t", make_entry("b", text=ENGLISH))
    edit = Amendment(
        contributor="itu-t",
        entry="b",
        language="en",
        old=text_digest("Ten standards."),
        new="Twelve standards.",
        by="A. Reviewer",
        on=datetime.date(2025, 5, 2),
    )
    desk = translated(desk, a_translation("itu-t:b", "Ten standards.", "Dix normes."))
    amended = desk.model_copy(update={"amendments": (edit,)})
    (unit,) = (one for one in units_of(amended, (file,), "fr") if one.id == "itu-t:b")
    assert (unit.state, unit.source) == ("outdated", "Twelve standards.")


def test_a_contributors_own_text_is_out_of_date_once_it_was_confirmed(
    desk: Desk, make_file: Any, make_entry: Any
) -> None:
    """It was confirmed for another source, and has not changed since."""
    french = {"en": "Ten standards.", "fr": "Neuf normes."}
    file = make_file("itu-t", make_entry("b", text=french))
    own = source_digest("Neuf normes.")
    late = translated(desk, a_translation("itu-t:b", "Nine standards.", None, own=own))
    assert states(late, file) == {"itu-t:b": ("outdated", "Neuf normes.")}


def test_a_newer_text_of_the_contributor_comes_before_a_translation(
    desk: Desk, make_file: Any, make_entry: Any
) -> None:
    """Whoever sent the text answers for it in every language."""
    file = make_file("itu-t", make_entry("b", text={**ENGLISH, "fr": "Dix belles normes."}))
    old = a_translation("itu-t:b", "Ten standards.", "Dix normes.", own=source_digest("Normes."))
    assert states(translated(desk, old), file) == {"itu-t:b": ("own", "Dix belles normes.")}
    known = old.model_copy(update={"own": source_digest("Dix belles normes.")})
    assert states(translated(desk, known), file) == {"itu-t:b": ("translated", "Dix normes.")}


def test_each_cell_with_words_is_a_unit(desk: Desk, make_file: Any) -> None:
    """Numbers stay as they are in every language."""
    rows = (("Group", "Count"), ("Studies", "10"))
    entry = Entry(id="t", section="standards", kind="table", text=ENGLISH, table={"en": rows})
    file = make_file("itu-t", entry)
    assert list(states(desk, file)) == ["itu-t:t", "itu-t:t:1.1", "itu-t:t:1.2", "itu-t:t:2.1"]


def test_titles_are_units_too(desk: Desk) -> None:
    """A title that the session file has in English only is asked of the translators."""
    title = {"title": {"en": "Report on AI"}}
    plan = desk.session.documents[0].model_copy(update=title)
    desk = translated(desk, documents=(plan,))
    missing = [one for one in units_of(desk, (), "fr") if one.state == "missing"]
    assert [(one.id, one.source, one.limit) for one in missing] == [
        ("documents.report.title", "Report on AI", 255)
    ]


def test_units_are_in_the_order_in_which_they_are_printed(
    desk: Desk, make_file: Any, make_entry: Any
) -> None:
    """A translator reads the document, not the files."""
    late = make_file("itu-t", make_entry("s", text=ENGLISH))
    early = make_file("general-secretariat", make_entry("i", "introduction", text=ENGLISH))
    assert list(states(desk, late, early)) == ["general-secretariat:i", "itu-t:s"]


def test_progress_counts_units_and_words(desk: Desk, make_file: Any, make_entry: Any) -> None:
    """By language and state; the status of translations is told."""
    file = make_file("itu-t", make_entry("b", text=ENGLISH), make_entry("c", text=ENGLISH))
    status = {"status": "not official"}
    desk = translated(desk, a_translation("itu-t:b", "Ten standards.", "Dix normes.", **status))
    (count,) = progress_of(desk, (file,))
    assert (count.language, count.statuses) == ("fr", ("not official",))
    assert (count.units["translated"], count.units["missing"], count.words["missing"]) == (1, 1, 2)


def an_edit(old: str, new: str, **fields: Any) -> Amendment:
    """A reviewer's edit of the text of ITU-T's entry b."""
    known = {"contributor": "itu-t", "entry": "b", "by": "A", "on": datetime.date(2025, 5, 2)}
    return Amendment.model_validate(known | {"old": text_digest(old), "new": new} | fields)


def test_a_paragraph_that_a_reviewer_added_is_translated_too(
    desk: Desk, make_file: Any, make_entry: Any
) -> None:
    """It goes out like any other, and is printed with the translation that comes back."""
    file = make_file("itu-t", make_entry("b"))
    added = an_edit("Text of b.", "New.", language="en", action="add", id="n")
    amended = desk.model_copy(update={"amendments": (added,)})
    assert [one.id for one in job_of(amended, (file,), "fr").units] == ["itu-t:n"]
    done = translated(desk, a_translation("itu-t:n", "New.", "Nouveau."))
    done = done.model_copy(update={"amendments": (added,)})
    assert job_of(done, (file,), "fr").units == ()
    document = assemble(done, done.session.documents[0], (file,), "fr")
    (block,) = (one for one in document.all_blocks() if one.entry == "n")
    assert (plain(block.text), block.translated_by) == ("Nouveau.", "French desk, 2025-05-01")


def test_translators_see_what_a_reviewer_made_of_the_old_translation(
    desk: Desk, make_file: Any, make_entry: Any
) -> None:
    """What is printed goes out, so that the edit is not lost with the next translation."""
    file = make_file("itu-t", make_entry("b", text=ENGLISH))
    edit = an_edit("Dix normes.", "Dix belles normes.", language="fr")
    desk = translated(desk, a_translation("itu-t:b", "Nine standards.", "Dix normes."))
    desk = desk.model_copy(update={"amendments": (edit,)})
    assert states(desk, file) == {"itu-t:b": ("outdated", "Dix belles normes.")}


def test_a_table_of_numbers_alone_needs_its_caption_only(desk: Desk, make_file: Any) -> None:
    """Whether there are translations in that language already or not."""
    captions = {"en": "Count", "fr": "Nombre"}
    rows = {"en": (("1", "2"),)}
    file = make_file("itu-t", Entry(id="t", section="standards", text=captions, table=rows))
    begun = translated(desk, a_translation("place", "Geneva", "Genève"))
    for one in (desk, begun):
        document = assemble(one, one.session.documents[0], (file,), "fr")
        (block,) = (block for block in document.all_blocks() if block.entry == "t")
        assert (plain(block.text), block.state) == ("Nombre", "own")


def test_what_was_kept_of_the_session_before_is_a_translation_still(
    desk: Desk, make_file: Any, make_entry: Any
) -> None:
    """It is counted as one, with its status, and not as its contributor's own."""
    kept = a_translation("itu-t:b", "Ten standards.", "Dix normes.", status="not official")
    earlier = Earlier(
        contributor="itu-t",
        entry=make_entry("b", text={**ENGLISH, "fr": "Dix normes."}),
        place=Location("inputs/C24/itu-t/a.yaml"),
        translations={"fr": kept},
    )
    desk = desk.model_copy(update={"earlier": {"b": earlier}})
    file = make_file("itu-t", make_entry("b", text=ENGLISH))
    assert states(desk, file) == {"itu-t:b": ("translated", "Dix normes.")}
    (count,) = progress_of(desk, (file,))
    assert (count.units["translated"], count.statuses) == (1, ("not official",))
    (again,) = carried(desk, (file,))
    assert again.translations == {"fr": kept}
