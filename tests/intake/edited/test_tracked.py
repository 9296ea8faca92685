"""Tracked changes of a copy are read before, after, and author by author."""

import datetime

from council_report.model.receipt import AUTHOR
from council_report.model.text import Run
from tests.intake.documents.builders import bookmark, paragraph, run, table
from tests.intake.edited.tracking import (
    both,
    by,
    edits,
    embolden,
    ending,
    moved,
    paragraphs_of,
    put_in,
    taken_out,
    words,
)

MARK = bookmark("_cr_a", run(""))


def test_words_put_in_and_taken_out() -> None:
    """Before has what was taken out, after what was put in."""
    (one,) = paragraphs_of(paragraph(run("A ") + taken_out("small ") + put_in("big ") + run("cat")))
    assert both(one) == ("A small cat", "A big cat")
    assert edits(one) == {"Ann": "A big cat"}


def test_a_copy_without_tracked_changes_reads_the_same_before_and_after() -> None:
    """Edits made straight into the text are for the comparison with the draft to find."""
    (one,) = paragraphs_of(paragraph("Straight."))
    assert both(one) == ("Straight.", "Straight.")
    assert one.edits == ()


def test_each_author_has_a_text_of_their_own() -> None:
    """The changes of one are read as if nobody else had changed anything."""
    body = paragraph(run("one ") + put_in("two ", "Ann") + taken_out("three ", "Bob") + run("four"))
    (one,) = paragraphs_of(body)
    assert both(one) == ("one three four", "one two four")
    assert edits(one) == {"Ann": "one two three four", "Bob": "one four"}


def test_an_author_is_only_named_where_they_changed_something() -> None:
    """Two reviewers of two paragraphs have one edit each."""
    first, second = paragraphs_of(
        paragraph(run("one") + put_in(" more", "Ann"))
        + paragraph(run("two") + put_in(" more", "Bob"))
    )
    assert edits(first) == {"Ann": "one more"}
    assert edits(second) == {"Bob": "two more"}


def test_when_is_the_latest_change_of_the_author_in_the_paragraph() -> None:
    """A date without a zone, as Word writes it, is taken for UTC."""
    early, late = "2026-11-19T10:00:00Z", "2026-11-20T11:30:00"
    (one,) = paragraphs_of(paragraph(put_in("a", when=late) + put_in("b", when=early)))
    assert [edit.when for edit in one.edits] == [
        datetime.datetime(2026, 11, 20, 11, 30, tzinfo=datetime.UTC)
    ]


def test_a_date_that_is_none_is_left_out() -> None:
    """An edit is not lost for a date that no calendar has."""
    (one,) = paragraphs_of(paragraph(put_in("a", when="0000-00-00T00:00:00Z")))
    assert [(edit.author, edit.when) for edit in one.edits] == [("Ann", None)]


def test_what_is_changed_in_words_that_another_put_in() -> None:
    """The one who changed them has them as ground, for nothing of the change would show else."""
    inner = run("new ") + taken_out("bad ", "Bob") + run("words")
    (one,) = paragraphs_of(paragraph(run("Old and ") + put_in(inner, "Ann")))
    assert both(one) == ("Old and ", "Old and new words")
    assert edits(one) == {"Ann": "Old and new bad words", "Bob": "Old and new words"}


def test_what_is_put_into_a_paragraph_that_another_put_in() -> None:
    """It does not slip into the paragraph that follows."""
    first, second = paragraphs_of(
        paragraph(put_in("by Ann ", "Ann") + put_in("by Bob", "Bob"), properties=ending("ins"))
        + paragraph("Next.")
    )
    assert both(first) == (None, "by Ann by Bob")
    assert edits(first) == {"Ann": "by Ann ", "Bob": "by Bob"}
    assert both(second) == ("Next.", "Next.")
    assert second.edits == ()


def test_a_paragraph_put_in() -> None:
    """It has no text before."""
    first, second, third = paragraphs_of(
        paragraph("One.") + paragraph(put_in("New."), properties=ending("ins")) + paragraph("Two.")
    )
    assert both(first) == ("One.", "One.")
    assert both(second) == (None, "New.")
    assert edits(second) == {"Ann": "New."}
    assert both(third) == ("Two.", "Two.")


def test_a_paragraph_put_in_after_another_with_the_enter_key() -> None:
    """Word tracks the end of the paragraph above, which yet stays what it was."""
    first, second = paragraphs_of(
        paragraph("One.", properties=ending("ins")) + paragraph(put_in("New."))
    )
    assert both(first) == ("One.", "One.")
    assert first.edits == ()
    assert both(second) == (None, "New.")


def test_a_paragraph_put_in_at_the_end_or_before_a_table() -> None:
    """There is no paragraph after it that it could run on in."""
    new = paragraph(put_in("New."), properties=ending("ins"))
    assert both(paragraphs_of(new + table(("a",)))[0]) == (None, "New.")
    assert both(paragraphs_of(paragraph("One.") + new)[1]) == (None, "New.")


def test_a_paragraph_taken_out() -> None:
    """It has no text after, and who took it out leaves none."""
    first, second = paragraphs_of(
        paragraph(taken_out("Gone."), properties=ending("del")) + paragraph("Stays.")
    )
    assert both(first) == ("Gone.", None)
    assert edits(first) == {"Ann": None}
    assert both(second) == ("Stays.", "Stays.")
    assert second.edits == ()


def test_a_paragraph_taken_out_with_the_end_of_the_one_above() -> None:
    """Which end is tracked depends on how it was selected; the text taken out is the same."""
    first, second = paragraphs_of(
        paragraph("Stays.", properties=ending("del")) + paragraph(taken_out("Gone."))
    )
    assert both(first) == ("Stays.", "Stays.")
    assert both(second) == ("Gone.", None)


def test_two_paragraphs_joined() -> None:
    """The joined text is that of the longer one."""
    first, second = paragraphs_of(
        paragraph("Short, ", properties=ending("del")) + paragraph("and a longer one.")
    )
    assert both(first) == ("Short, ", None)
    assert both(second) == ("and a longer one.", "Short, and a longer one.")
    assert edits(first) == {"Ann": None}
    assert edits(second) == {"Ann": "Short, and a longer one."}


def test_a_paragraph_parted() -> None:
    """The text before is that of the longer part."""
    first, second = paragraphs_of(
        paragraph("A long beginning. ", properties=ending("ins")) + paragraph("The end.")
    )
    assert both(first) == ("A long beginning. The end.", "A long beginning. ")
    assert both(second) == (None, "The end.")


def test_a_paragraph_replaced_by_another() -> None:
    """What was taken out and what was put in next to it in its place are one."""
    first, second = paragraphs_of(
        paragraph(taken_out("Old."), properties=ending("del"))
        + paragraph(put_in("New."), properties=ending("ins"))
        + paragraph("Next.")
    )[:2]
    assert both(first) == ("Old.", None)
    assert both(second) == (None, "New.")


def test_a_row_put_in_and_a_row_taken_out() -> None:
    """The cells of both are read, and rows are counted as they stand."""
    rows = table(("a", "b"), ("c", "d"), ("e", "f"))
    parts = rows.split("<w:tr>")
    body = "<w:tr>".join(
        (
            *parts[:2],
            f"<w:trPr><w:ins {by('Ann')}/></w:trPr>" + parts[2],
            f"<w:trPr><w:del {by('Bob')}/></w:trPr>" + parts[3],
        )
    )
    found = paragraphs_of(body)
    assert [(one.cell, *both(one)) for one in found] == [
        ((1, 1, 1), "a", "a"),
        ((1, 1, 2), "b", "b"),
        ((1, 2, 1), None, "c"),
        ((1, 2, 2), None, "d"),
        ((1, 3, 1), "e", None),
        ((1, 3, 2), "f", None),
    ]
    assert edits(found[2]) == {"Ann": "c"}
    assert edits(found[4]) == {"Bob": None}
    assert found[4].edits[0].when is not None


def test_a_look_that_is_tracked_is_an_edit() -> None:
    """The words are the same and look otherwise."""
    (one,) = paragraphs_of(paragraph(run("A ") + embolden("cat")))
    assert one.before == (Run("A cat"),)
    assert one.after == (Run("A "), Run("cat", strong=True))
    assert [edit.text for edit in one.edits] == [one.after]


def test_a_look_of_another_author_is_not_that_of_the_first() -> None:
    """Looks are told apart as words are."""
    (one,) = paragraphs_of(paragraph(embolden("A ", "Bob") + run("cat") + put_in("s", "Ann")))
    texts = {edit.author: edit.text for edit in one.edits}
    assert texts == {"Bob": (Run("A ", strong=True), Run("cat")), "Ann": (Run("A cats"),)}


def test_a_moved_paragraph_is_known_at_its_new_place() -> None:
    """It is taken out at the old one."""
    found = paragraphs_of(
        moved("moveFrom", "move1", "Wanders.")
        + paragraph("Stays.")
        + moved("moveTo", "move1", "Wanders.")
        + paragraph("End.")
    )
    assert [(*both(one), one.moved) for one in found] == [
        ("Wanders.", None, False),
        ("Stays.", "Stays.", False),
        (None, "Wanders.", True),
        ("End.", "End.", False),
    ]
    assert edits(found[2]) == {"Ann": "Wanders."}


def test_a_moved_paragraph_brings_its_bookmarks() -> None:
    """The name of the move tells where it came from, whatever else was changed in it."""
    there = moved("moveTo", "move1", "Something else.")
    found = paragraphs_of(
        moved("moveFrom", "move1", "Wanders.").replace(
            "<w:moveFromRange", f"{MARK}<w:moveFromRange", 1
        )
        + paragraph("Stays.")
        + there.replace("</w:p>", put_in(" x", "Bob") + "</w:p>")
        + paragraph("End.")
    )
    assert both(found[2]) == (None, "Something else. x")
    assert [one.marks for one in found] == [("_cr_a",), (), ("_cr_a",), ()]
    assert set(edits(found[2])) == {"Ann", "Bob"}


def test_moves_without_a_name_are_known_by_their_words() -> None:
    """Two paragraphs that are exchanged are told apart."""
    here = [moved("moveFrom", "", text) for text in ("One.", "Two.")]
    here[0] = here[0].replace("<w:moveFromRange", f"{MARK}<w:moveFromRange", 1)
    there = [moved("moveTo", "", text) for text in ("Two.", "One.")]
    found = paragraphs_of("".join((*here, paragraph("Stays."), *there, paragraph("End."))))
    assert [(words(one.after), one.marks) for one in found if one.moved] == [
        ("Two.", ()),
        ("One.", ("_cr_a",)),
    ]


def test_a_move_that_lacks_one_of_its_places_is_an_edit_all_the_same() -> None:
    """What is moved to nowhere is taken out; what is moved from nowhere is put in."""
    found = paragraphs_of(moved("moveFrom", "a", "Gone.") + paragraph("Stays."))
    assert [both(one) for one in found] == [("Gone.", None), ("Stays.", "Stays.")]
    found = paragraphs_of(moved("moveTo", "a", "New.") + paragraph("Stays."))
    assert [both(one) for one in found] == [(None, "New."), ("Stays.", "Stays.")]


def test_words_moved_within_the_text() -> None:
    """They are taken out of one paragraph and put into the other."""
    first, second = paragraphs_of(
        paragraph(run("One ") + f"<w:moveFrom {by()}>{run('two ')}</w:moveFrom>" + run("three."))
        + paragraph(run("Four ") + f"<w:moveTo {by()}>{run('two ')}</w:moveTo>" + run("five."))
    )
    assert both(first) == ("One two three.", "One three.")
    assert both(second) == ("Four five.", "Four two five.")


def test_a_paragraph_that_came_and_went() -> None:
    """One that one author put in and another took out is kept for what the first one wrote."""
    inner = f"<w:ins {by('Ann')}>{taken_out('Never.', 'Bob')}</w:ins>"
    both_ends = f"<w:rPr><w:ins {by('Ann')}/><w:del {by('Bob')}/></w:rPr>"
    first, second = paragraphs_of(paragraph(inner, properties=both_ends) + paragraph("Next."))
    assert both(first) == (None, None)
    assert edits(first) == {"Ann": "Never."}
    assert both(second) == ("Next.", "Next.")


def test_a_tracked_field_code_is_no_word() -> None:
    """A link that was taken out with its field is taken out whole."""
    code = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    field = (
        code.format("begin")
        + '<w:r><w:delInstrText>HYPERLINK "https://a.example"</w:delInstrText></w:r>'
        + code.format("separate")
        + "<w:r><w:delText>there</w:delText></w:r>"
        + code.format("end")
    )
    (one,) = paragraphs_of(paragraph(run("See ") + f"<w:del {by()}>{field}</w:del>"))
    assert one.before == (Run("See "), Run("there", href="https://a.example"))
    assert one.after == (Run("See "),)


def test_changes_of_our_own_are_taken_as_the_text_that_was_sent_out() -> None:
    """A reviewer may edit a redline: what it shows as new is the draft."""
    body = (
        paragraph(run("A ") + taken_out("small ", AUTHOR) + put_in("big ", AUTHOR) + put_in("cat"))
        + paragraph(taken_out("Old.", AUTHOR), properties=ending("del", AUTHOR))
        + paragraph("End.")
    )
    first, second = paragraphs_of(body)
    assert both(first) == ("A big ", "A big cat")
    assert edits(first) == {"Ann": "A big cat"}
    assert both(second) == ("End.", "End.")
    assert second.edits == ()


def test_a_paragraph_that_a_redline_put_in_and_a_reviewer_parted() -> None:
    """It is a text of the draft, as any other is."""
    first, second = paragraphs_of(
        paragraph(put_in("A long beginning. ", AUTHOR), properties=ending("ins"))
        + paragraph(put_in("The end.", AUTHOR) + put_in(" More.", "Bob"))
    )
    assert both(first) == ("A long beginning. The end.", "A long beginning. ")
    assert both(second) == (None, "The end. More.")
    assert edits(first) == {
        "Ann": "A long beginning. ",
        "Bob": "A long beginning. The end. More.",
    }
