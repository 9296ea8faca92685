"""Accepted amendments: what they change in the document, and that they change nothing else."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_report.model.amendment import Amendment, text_digest
from council_report.model.contribution import Contribution, Entry
from council_report.model.desk import Desk
from council_report.model.document import Block, Document
from council_report.model.earlier import Earlier
from council_report.model.language import Language
from council_report.model.location import Location
from council_report.model.text import Run, plain

MakeDesk = Callable[..., Desk]
MakeEntry = Callable[..., Entry]
MakeFile = Callable[..., Contribution]
Amended = Callable[..., Document]

FILE = "inputs/C25/amendments.yaml"
ROWS = {
    "en": [["Group", "Number"], ["SG13", "12"]],
    "fr": [["Groupe", "Nombre"], ["CE 13", "12"]],
}


def amend(entry: str, old: str, new: str | None = None, **fields: Any) -> Amendment:
    """An amendment of an entry of ITU-T, made for the text ``old``, in English unless said."""
    return Amendment(
        **{
            "contributor": "itu-t",
            "entry": entry,
            "language": "en",
            "old": text_digest(old),
            "new": new,
            "by": "A. Reviewer",
            "on": datetime.date(2026, 11, 22),
        }
        | fields
    )


def blocks(document: Document) -> list[Block]:
    """The blocks of entries, in order."""
    return [block for block in document.all_blocks() if block.entry]


def lines(document: Document) -> list[str]:
    """The entries as they are printed."""
    return [block.line for block in blocks(document)]


@pytest.fixture(scope="session")
def two(make_entry: MakeEntry, make_file: MakeFile) -> Contribution:
    """A file of ITU-T with two paragraphs in both languages."""
    return make_file(
        "itu-t",
        make_entry("one", text={"en": "One.", "fr": "Un."}),
        make_entry("two", text={"en": "Two.", "fr": "Deux."}),
    )


def test_a_text_is_replaced_in_one_language(amended: Amended, two: Contribution) -> None:
    """The new text is printed in its own language; what was sent is kept beside it."""
    by = (amend("one", "One.", "*First* one."),)
    english = amended(two, by=by)
    assert lines(english) == ["First one.", "Two."]
    assert blocks(english)[0].text == (Run("First", emphasis=True), Run(" one."))
    assert blocks(english)[0].said == "One."
    assert [block.amendments for block in blocks(english)] == [by, ()]
    french = amended(two, by=by, language="fr")
    assert lines(french) == ["Un.", "Deux."]
    assert [block.amendments for block in blocks(french)] == [(), ()]


def test_an_amended_text_comes_from_its_contributor_still(
    amended: Amended, two: Contribution
) -> None:
    """The place of an amended entry is that in the contributor's file."""
    by = (amend("one", "One.", "First."),)
    assert [b.source for b in blocks(amended(two, by=by))] == [
        b.source for b in blocks(amended(two, by=()))
    ]


def test_a_text_that_has_changed_since_stays_as_sent(amended: Amended, two: Contribution) -> None:
    """An amendment made for another text changes nothing, whatever it does."""
    by = (
        amend("one", "Once.", "First."),
        amend("one", "Once.", action="remove"),
        amend("one", "Once.", "More.", action="add", id="more"),
        amend("one", "One.", "Premier.", language="fr"),
    )
    assert amended(two, by=by) == amended(two, by=())
    assert amended(two, by=by, language="fr") == amended(two, by=(), language="fr")


def test_the_last_of_several_edits_wins(amended: Amended, two: Contribution) -> None:
    """Two edits of one text are made one after the other; both stand in its trace."""
    by = (amend("one", "One.", "First."), amend("one", "One.", "Number one."))
    document = amended(two, by=by)
    assert lines(document) == ["Number one.", "Two."]
    assert blocks(document)[0].amendments == by


def test_numbers_and_symbols_are_printed_in_a_new_text_too(
    amended: Amended, make_entry: MakeEntry, make_file: MakeFile
) -> None:
    """A statistic that an amendment quotes is written out, a document symbol made a link."""
    statistic = {"key": "items", "value": 1234, "unit": {"en": "items"}, "source": "survey"}
    sent = Contribution.model_validate(
        make_file("itu-t", make_entry("one", text="Many.")).model_dump()
        | {"statistics": [statistic]}
    )
    document = amended(sent, by=(amend("one", "Many.", "[[items]] items, see C25/43."),))
    assert lines(document) == ["1\u00a0234 items, see C25/43."]
    assert document.statistics == ("items",)
    assert any(run.href for run in blocks(document)[0].text)


def test_an_entry_is_removed_from_every_language(amended: Amended, two: Contribution) -> None:
    """The amendment names the text in one language; the entry is left out in all."""
    by = (amend("one", "Un.", action="remove", language="fr"),)
    assert lines(amended(two, by=by)) == ["Two."]
    assert lines(amended(two, by=by, language="fr")) == ["Deux."]


def test_a_section_emptied_by_an_amendment_is_not_awaited(
    amended: Amended, make_entry: MakeEntry, make_file: MakeFile
) -> None:
    """Its contributor has delivered; nobody waits for what a reviewer has taken out."""
    sent = make_file("itu-t", make_entry("one", text="One."))
    document = amended(sent, by=(amend("one", "One.", action="remove"),))
    assert lines(document) == []
    assert "itu-t" not in {gap.contributor for gap in document.gaps}


def test_points_are_counted_anew(
    amended: Amended, make_entry: MakeEntry, make_file: MakeFile
) -> None:
    """A point that is removed or added leaves no hole in the numbers."""
    points = [make_entry(key, text=f"{key}.", kind="numbered") for key in ("a", "b", "c")]
    by = (
        amend("a", "a.", action="remove"),
        amend("b", "b.", "new.", action="add", id="new", kind="numbered"),
    )
    assert lines(amended(make_file("itu-t", *points), by=by)) == ["1\tb.", "2\tnew.", "3\tc."]


def test_a_paragraph_is_added_after_another(amended: Amended, two: Contribution) -> None:
    """It has the contributor and section of the one before, and stands in the file of amendments.

    In other languages than its own it is marked as not translated.
    """
    by = (amend("two", "Two.", "Two"), amend("one", "One.", "More.", action="add", id="more"))
    document = amended(two, by=by)
    assert lines(document) == ["One.", "More.", "Two"]
    block = blocks(document)[1]
    assert (block.kind, block.contributor, block.section) == ("paragraph", "itu-t", "standards")
    assert (block.entry, block.said, block.amendments) == ("more", "More.", by[1:])
    assert block.source == Location(FILE, 20)
    assert lines(amended(two, by=by, language="fr")) == [
        "Un.",
        "[traduction manquante: More.]",
        "Deux.",
    ]


def test_additions_keep_their_order(amended: Amended, two: Contribution) -> None:
    """What follows one entry comes in the order of the file, each with what follows it."""
    by = (
        amend("one", "One.", "A.", action="add", id="a"),
        amend("one", "One.", "B.", action="add", id="b"),
        amend("a", "A.", "A1.", action="add", id="a-1", kind="bullet"),
    )
    assert lines(amended(two, by=by)) == ["One.", "A.", "–\tA1.", "B.", "Two."]


def test_what_was_added_is_amended_like_any_other(amended: Amended, two: Contribution) -> None:
    """An added paragraph can be reworded, translated, and removed again."""
    added = amend("one", "One.", "More.", action="add", id="more")
    reworded = amend("more", "More.", "Much more.")
    translated = amend("more", "More.", "Davantage.", language="fr")
    document = amended(two, by=(added, reworded, translated))
    assert lines(document) == ["One.", "Much more.", "Two."]
    assert blocks(document)[1].amendments == (added, reworded)
    french = amended(two, by=(added, reworded, translated), language="fr")
    assert lines(french) == ["Un.", "Davantage.", "Deux."]
    assert blocks(french)[1].amendments == (added, translated)
    removed = amend("more", "More.", action="remove")
    assert lines(amended(two, by=(added, removed))) == ["One.", "Two."]


def test_what_follows_a_removed_entry_stays(amended: Amended, two: Contribution) -> None:
    """One reviewer replaces a paragraph by removing it and adding another after it."""
    by = (
        amend("one", "One.", action="remove"),
        amend("one", "One.", "Instead.", action="add", id="instead"),
    )
    assert lines(amended(two, by=by)) == ["Instead.", "Two."]


@pytest.mark.parametrize("key", ["two", "far"])
def test_an_id_that_is_taken_adds_nothing(
    amended: Amended, two: Contribution, make_entry: MakeEntry, make_file: MakeFile, key: str
) -> None:
    """The entry that has the id stays as it is, whoever sent it."""
    far = make_file("itu-r", make_entry("far", text="Far."))
    by = (amend("one", "One.", "More.", action="add", id=key),)
    assert amended(two, far, by=by) == amended(two, far, by=())


def test_an_entry_of_a_file_that_is_set_aside_is_not_amended(
    amended: Amended, make_entry: MakeEntry, make_file: MakeFile
) -> None:
    """Such a file gives nothing to the document, amended or not."""
    aside = make_file("itu-t", make_entry("one", text="One."), aside=True)
    assert amended(aside, by=(amend("one", "One.", "First."),)) == amended(aside, by=())


def test_a_text_without_translation_is_given_one(
    amended: Amended, make_entry: MakeEntry, make_file: MakeFile
) -> None:
    """An edit of the draft that prints a text as not translated is its translation."""
    sent = make_file("itu-t", make_entry("one", text={"en": "One."}))
    by = (amend("one", "One.", "Un.", language="fr"),)
    assert lines(amended(sent, by=by, language="fr")) == ["Un."]
    assert lines(amended(sent, by=by)) == ["One."]


def test_a_text_is_amended_wherever_it_is_printed(
    amended: Amended, make_entry: MakeEntry, make_file: MakeFile
) -> None:
    """Where there is no French text, the French draft prints the English one as amended."""
    sent = make_file("itu-t", make_entry("one", text={"en": "One."}))
    by = (amend("one", "One.", "First."),)
    french = amended(sent, by=by, language="fr")
    assert lines(french) == ["[traduction manquante: First.]"]
    assert blocks(french)[0].amendments == by


def test_a_translation_kept_from_the_session_before_is_amended(
    amended: Amended, make_entry: MakeEntry, make_file: MakeFile
) -> None:
    """A text that still holds from last year can be reworded like one of this year."""
    place = Location("inputs/C24/itu-t/a.yaml", 7)
    before = make_entry("one", text={"en": "One.", "fr": "Un."})
    earlier = (Earlier(contributor="itu-t", entry=before, place=place),)
    sent = make_file("itu-t", make_entry("one", text={"en": "One."}))
    by = (amend("one", "Un.", "Premier.", language="fr"),)
    document = amended(sent, by=by, earlier=earlier, language="fr")
    assert lines(document) == ["Premier."]
    assert (blocks(document)[0].said, blocks(document)[0].source) == ("Un.", place)


def test_translations_in_files_of_their_own_are_amended_each(
    amended: Amended, make_entry: MakeEntry, make_file: MakeFile
) -> None:
    """An entry that came in two files is amended in the one that has the language."""
    english = make_file("itu-t", make_entry("one", text={"en": "One."}), name="en.yaml")
    french = make_file("itu-t", make_entry("one", text={"fr": "Un."}), name="fr.yaml")
    by = (amend("one", "Un.", "Premier.", language="fr"),)
    assert lines(amended(english, french, by=by, language="fr")) == ["Premier."]
    assert lines(amended(english, french, by=by)) == ["One."]


@pytest.fixture(scope="session")
def table(make_entry: MakeEntry, make_file: MakeFile) -> Contribution:
    """A file of ITU-T with one table in both languages."""
    text = {"en": "Groups", "fr": "Groupes"}
    return make_file("itu-t", make_entry("groups", text=text, kind="table", table=ROWS))


def rows(document: Document) -> list[list[str]]:
    """The cells of the one table, as they are printed."""
    (block,) = blocks(document)
    return [[plain(cell) for cell in row] for row in block.rows]


def test_a_cell_is_replaced(amended: Amended, table: Contribution) -> None:
    """One cell in one language is another; the table as it was sent is kept beside it."""
    by = (amend("groups", "12", "13", cell=(2, 2)),)
    document = amended(table, by=by)
    assert rows(document) == [["Group", "Number"], ["SG13", "13"]]
    assert blocks(document)[0].said_rows == (("Group", "Number"), ("SG13", "12"))
    assert blocks(document)[0].amendments == by
    french = amended(table, by=by, language="fr")
    assert rows(french) == [["Groupe", "Nombre"], ["CE 13", "12"]]
    assert blocks(french)[0].amendments == ()


def test_a_cell_may_be_emptied(amended: Amended, table: Contribution) -> None:
    """A cell, unlike a text, may say nothing."""
    by = (amend("groups", "12", "", cell=(2, 2)), amend("groups", "Groups", "Study groups"))
    assert rows(amended(table, by=by)) == [["Group", "Number"], ["SG13", ""]]
    assert lines(amended(table, by=by)) == ["Study groups"]


@pytest.mark.parametrize("cell", [(3, 1), (1, 3), (9, 9)])
def test_a_cell_that_is_not_there(
    amended: Amended, table: Contribution, cell: tuple[int, int]
) -> None:
    """A table that has become smaller is printed as it was sent."""
    by = (amend("groups", "12", "13", cell=cell),)
    assert amended(table, by=by) == amended(table, by=())


def test_a_paragraph_has_no_cells(amended: Amended, two: Contribution) -> None:
    """An amendment of a cell says nothing of an entry without a table."""
    by = (amend("one", "One.", "13", cell=(1, 1)),)
    assert amended(two, by=by) == amended(two, by=())


def test_rows_without_translation_stay_marked(
    amended: Amended, make_entry: MakeEntry, make_file: MakeFile
) -> None:
    """A caption that a reviewer translates does not hide that the rows are not translated."""
    english = {"en": ROWS["en"]}
    entry = make_entry("groups", text={"en": "Groups"}, kind="table", table=english)
    by = (
        amend("groups", "Groups", "Groupes", language="fr"),
        amend("groups", "Group", "Groupe", language="fr", cell=(1, 1)),
    )
    document = amended(make_file("itu-t", entry), by=by, language="fr")
    assert lines(document) == ["[traduction manquante: Groupes]"]
    assert rows(document)[0] == ["Groupe", "Number"]


KEYS = ("one", "two", "three", "four")
WORDS = st.sampled_from(["One.", "Two.", "New *words*.", "[[none]]", "<&{{", "¶ العربية"])
TEXTS = st.dictionaries(st.sampled_from(["en", "fr"]), WORDS, min_size=1)
SENT = st.fixed_dictionaries(dict.fromkeys(KEYS, TEXTS))
EDITS = st.tuples(
    st.sampled_from(["replace", "remove", "add"]),
    st.sampled_from(KEYS),
    st.sampled_from(["en", "fr"]),
    WORDS,
)


def edit(action: str, key: str, language: str, old: str, new: str) -> Amendment:
    """An amendment of any action; one that adds gives the id ``new``."""
    fields: dict[str, Any] = {"replace": {"new": new}, "remove": {}}.get(
        action, {"new": new, "id": "new"}
    )
    return amend(key, old, action=action, language=language, **fields)


@given(sent=SENT, chosen=EDITS, language=st.sampled_from(["en", "fr"]))
def test_an_amendment_touches_no_block_but_its_own(
    make_entry: MakeEntry,
    make_file: MakeFile,
    amended: Amended,
    sent: dict[str, dict[str, str]],
    chosen: tuple[str, str, Language, str],
    language: Language,
) -> None:
    """Every other block of every draft is what it would be without the amendment."""
    action, key, spoken, new = chosen
    file = make_file("itu-t", *(make_entry(one, text=text) for one, text in sent.items()))
    before, with_original = (amended(file, by=(), language=code) for code in (language, spoken))
    said = next(block.said for block in blocks(with_original) if block.entry == key)
    after = amended(file, by=(edit(action, key, spoken, said, new),), language=language)
    others = [block for block in after.all_blocks() if block.entry not in (key, "new")]
    assert others == [block for block in before.all_blocks() if block.entry != key]
    found = {block.entry: block for block in blocks(after)}
    assert ("new" in found) == (action == "add")
    assert (key not in found) == (action == "remove")
    if key in found:
        assert found[key].said == sent[key].get(language, next(iter(sent[key].values())))
    if action == "replace" and spoken == language:
        assert [one.new for one in found[key].amendments] == [new]


@given(sent=SENT, chosen=EDITS, language=st.sampled_from(["en", "fr"]))
def test_an_amendment_with_a_wrong_digest_changes_nothing(
    make_entry: MakeEntry,
    make_file: MakeFile,
    amended: Amended,
    sent: dict[str, dict[str, str]],
    chosen: tuple[str, str, Language, str],
    language: Language,
) -> None:
    """Whatever it would do, the document is the one without it."""
    action, key, spoken, new = chosen
    file = make_file("itu-t", *(make_entry(one, text=text) for one, text in sent.items()))
    wrong = edit(action, key, spoken, "Something else.", new)
    assert amended(file, by=(wrong,), language=language) == amended(file, by=(), language=language)


@given(sent=SENT, chosen=st.lists(EDITS, max_size=6), language=st.sampled_from(["en", "fr"]))
def test_several_amendments_touch_no_block_but_theirs(
    make_entry: MakeEntry,
    make_file: MakeFile,
    amended: Amended,
    sent: dict[str, dict[str, str]],
    chosen: list[tuple[str, str, Language, str]],
    language: Language,
) -> None:
    """Whatever order they come in, and whether or not they hold."""
    file = make_file("itu-t", *(make_entry(one, text=text) for one, text in sent.items()))
    by = tuple(
        edit(action, key, spoken, sent[key].get(spoken, "One."), new)
        for action, key, spoken, new in chosen
    )
    named = {"new", *(one.entry for one in by)}
    before, after = (amended(file, by=some, language=language) for some in ((), by))
    others = [block for block in after.all_blocks() if block.entry not in named]
    assert others == [block for block in before.all_blocks() if block.entry not in named]
    assert {block.entry for block in blocks(after)} <= {*sent, "new"}
    for block in blocks(after):
        assert all(block.entry in (one.entry, one.id) for one in block.amendments)


def test_a_long_chain_of_additions(amended: Amended, two: Contribution) -> None:
    """A thousand paragraphs that follow one another are a thousand paragraphs."""
    by = [amend("one", "One.", "0.", action="add", id="a-0")]
    for n in range(1, 1200):
        by.append(amend(f"a-{n - 1}", f"{n - 1}.", f"{n}.", action="add", id=f"a-{n}"))
    assert lines(amended(two, by=tuple(by)))[:3] == ["One.", "0.", "1."]
    assert len(blocks(amended(two, by=tuple(by)))) == 1202
