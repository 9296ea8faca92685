"""Every edit and comment in a copy becomes a proposal on its entry, or is listed with a reason."""

from council_report.model.amendment import text_digest
from council_report.model.edited import EditedParagraph, TrackedEdit
from council_report.model.finding import Finding
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.text import Run, parse_text


def said(feedback):
    """What the proposals of a copy say, in short."""
    return [(one.kind, one.entry, one.new, one.author) for one in feedback.proposals]


def test_a_copy_that_nobody_edited_says_nothing(copy) -> None:
    """Headings, header, table, and what the template printed are all known again."""
    feedback = copy.feedback()
    assert (feedback.proposals, feedback.unmapped) == ((), ())
    assert feedback.files[0].same == feedback.files[0].paragraphs - 2  # the template's own words
    assert copy.unmarked().feedback().proposals == ()


def test_an_edit_that_is_not_tracked_is_by_who_saved_the_copy(copy) -> None:
    """The proposal says old and new text, when, where, and how the entry was known."""
    (one,) = copy.write("ITU leads", "ITU led the work on AI.").feedback().proposals
    assert (one.kind, one.entry, one.author, one.when) == (
        "reword",
        "opening",
        "Ana",
        copy.copy.saved,
    )
    assert (one.old, one.new) == ("ITU leads the work on AI.", "ITU led the work on AI.")
    assert one.old_digest == text_digest("ITU leads the work on AI.")
    assert [piece.operation for piece in one.words] == ["same", "removed", "added", "same"]
    assert (one.matched, one.obstacle) == ("bookmark", "")
    assert one.place == "paragraph 11, “ITU led the work on AI.”"


def test_statistics_and_looks_of_the_source_stay_in_the_new_text(copy) -> None:
    """What the reviewer did not touch is as the contributor wrote it."""
    text = (Run("Over 315 "), Run("standards", emphasis=True), Run(" were published."))
    (one,) = copy.write("More than", text).feedback().proposals
    assert one.new == "Over [[standards]] *standards* were published."


def test_without_bookmarks_an_edit_is_mapped_by_what_it_says(copy) -> None:
    """The proposal then says so, and how much was the same."""
    copy.unmarked().write("A group on", "A group on AI for health was founded.")
    (one,) = copy.feedback().proposals
    assert (one.entry, one.matched) == ("health", "similarity")
    assert 0.6 <= one.similarity < 1


def test_each_author_of_tracked_changes_has_a_proposal(copy) -> None:
    """Two authors in one paragraph want two things of it."""
    copy.track("ITU leads", "ITU led the work on AI.")
    copy.track("ITU leads", "ITU leads all work on AI.", "Cleo")
    assert said(copy.feedback()) == [
        ("reword", "opening", "ITU led the work on AI.", "Ben"),
        ("reword", "opening", "ITU leads all work on AI.", "Cleo"),
    ]


def test_tracked_and_other_edits_of_the_same_hand_are_one(copy) -> None:
    """Who saved the copy has edited with and without tracking."""
    copy.write("ITU leads", "ITU led the work.").track("ITU led", "ITU led all the work.", "Ana")
    assert said(copy.feedback()) == [("reword", "opening", "ITU led all the work.", "Ana")]


def test_tracked_edits_stand_beside_what_somebody_else_changed_directly(copy) -> None:
    """Both are kept."""
    copy.write("ITU leads", "ITU led the work.").track("ITU led", "ITU led all the work.", "Ben")
    assert said(copy.feedback()) == [
        ("reword", "opening", "ITU led the work.", "Ana"),
        ("reword", "opening", "ITU led all the work.", "Ben"),
    ]


def test_a_removed_paragraph_is_proposed_to_be_removed(copy) -> None:
    """Whether with tracked changes or without, and when nothing is left in it."""
    copy.write("A report on", None).track("Events were", None).write("A group on", "")
    assert sorted(said(copy.feedback())) == [
        ("remove", "energy", None, "Ana"),
        ("remove", "health", None, "Ana"),
        ("remove", "regions", None, "Ben"),
    ]


def test_a_new_paragraph_follows_the_text_before_it(copy) -> None:
    """It is of the kind that its style is used for, and knows its neighbour."""
    copy.insert("A report on", "A third bullet.", style="Bullet").insert(
        "Events were", "More.", "Ben"
    )
    feedback = copy.feedback()
    assert said(feedback) == [
        ("add", "energy", "A third bullet.", "Ana"),
        ("add", "regions", "More.", "Ben"),
    ]
    assert [(one.new_kind, one.matched) for one in feedback.proposals] == [
        ("bullet", "neighbours"),
        ("paragraph", "neighbours"),
    ]
    assert feedback.proposals[0].old_digest == text_digest("A report on AI and energy came out.")


def test_a_paragraph_before_the_first_text_of_a_section_has_an_obstacle(copy) -> None:
    """Texts are added after others only; it is listed at the one that it would come before."""
    copy.insert("AI standards", "A new beginning.")
    (one,) = copy.feedback().proposals
    assert (one.kind, one.entry) == ("add", "count")
    assert "before the first text" in one.obstacle


def test_a_paragraph_after_a_table_follows_its_entry(copy) -> None:
    """Not the last cell."""
    (one,) = copy.insert("80", "Said below the table.").feedback().proposals
    assert (one.kind, one.entry) == ("add", "courses")


def test_a_paragraph_cut_in_two_is_an_edit_and_an_addition(copy) -> None:
    """Accepting both gives what the reviewer has."""
    copy.write("A group on AI for health", "A group on AI").insert("A group on AI", "was set up.")
    assert said(copy.feedback()) == [
        ("reword", "health", "A group on AI", "Ana"),
        ("add", "health", "was set up.", "Ana"),
    ]


def test_a_tracked_cut_in_two_keeps_the_first_half(copy) -> None:
    """In the file it is the first half that was put in, and the second that was there before."""
    copy.track("A group on", "was set up.")
    half = EditedParagraph(
        number=99,
        before=None,
        after=(Run("A group on AI for health"),),
        edits=(TrackedEdit(author="Ben", text=(Run("A group on AI for health"),)),),
    )
    copy.paragraphs.insert(copy.place("A group on"), half)
    assert said(copy.feedback()) == [
        ("reword", "health", "A group on AI for health", "Ben"),
        ("add", "health", "was set up.", "Ben"),
    ]


def test_two_paragraphs_made_one_are_an_edit_and_a_removal(copy) -> None:
    """Word leaves the bookmarks of both in the one."""
    both = "A group on AI for health was set up. A report on AI and energy came out."
    marks = ("_cr_health", "_cr_energy")
    copy.write("A report on", None).write("A group on", both).change("A group on", marks=marks)
    assert sorted(said(copy.feedback())) == [
        ("remove", "energy", None, "Ana"),
        ("reword", "health", both, "Ana"),
    ]


def test_of_two_paragraphs_with_one_bookmark_the_nearer_counts(copy) -> None:
    """A bookmark may be copied with a text."""
    copy.insert("ITU leads", "Something else altogether.", marks=("_cr_health",))
    (one,) = copy.feedback().proposals
    assert (one.kind, one.entry) == ("add", "opening")


def test_a_bookmark_that_slipped_into_another_text_says_nothing(copy) -> None:
    """As it does when the paragraph before is deleted with its end."""
    copy.write("A group on", None).change("A report on", marks=("_cr_health",))
    assert said(copy.feedback()) == [("remove", "health", None, "Ana")]


def test_a_moved_paragraph_is_listed_with_the_obstacle(copy) -> None:
    """The order comes from elsewhere; with a tracked move it is known who moved it."""
    place = copy.place("A group on")
    moved = copy.paragraphs.pop(place)
    copy.paragraphs.insert(copy.place("ITU leads"), moved)
    (one,) = copy.feedback().proposals
    assert (one.kind, one.entry, one.author) == ("move", "health", "Ana")
    assert "itu-t" in one.obstacle


def test_a_tracked_move_is_no_removal(copy) -> None:
    """Nor an addition, even where the bookmark went along and the words were edited too."""
    copy.track("A group on", None)
    copy.insert("Events were", "A group on AI for health was set up.", "Ben", moved=True)
    assert [(k, e, a) for k, e, _, a in said(copy.feedback())] == [("move", "health", "Ben")]
    copy.change("A group on", marks=())
    last = copy.place("Events were") + 1
    text = (Run("A group on AI for wealth was set up."),)
    edits = (copy.paragraphs[last].edits[0].model_copy(update={"text": text}),)
    update = {"after": text, "edits": edits, "marks": ("_cr_health",)}
    copy.paragraphs[last] = copy.paragraphs[last].model_copy(update=update)
    assert [(k, e, a) for k, e, _, a in said(copy.feedback())] == [
        ("reword", "health", "Ben"),
        ("move", "health", "Ben"),
    ]


def test_a_cell_is_amended_on_its_own(copy) -> None:
    """Directly, with tracked changes, or emptied."""
    copy.write("120", "125").track("AI policy", "Policy on AI").write("80", "")
    proposals = copy.feedback().proposals
    assert [(one.entry, one.cell, one.old, one.new) for one in proposals] == [
        ("courses", (2, 2), "120", "125"),
        ("courses", (3, 1), "AI policy", "Policy on AI"),
        ("courses", (3, 2), "80", ""),
    ]
    assert {one.obstacle for one in proposals} == {""}
    assert proposals[0].old_digest == text_digest("120")


def test_rows_that_come_or_go_have_an_obstacle_and_other_cells_none(copy) -> None:
    """The table is for its contributor to send anew; the rows that stay are still told apart."""
    place = copy.place("AI basics")
    for column, words in enumerate(("AI ethics", "15"), 1):
        copy.insert("120" if column == 1 else "AI ethics", words, cell=(1, 3, column))
    for number in (place + 4, place + 5):
        cell = copy.paragraphs[number]
        copy.paragraphs[number] = cell.model_copy(update={"cell": (1, 4, cell.cell[2])})
    copy.write("80", "88")
    proposals = copy.feedback().proposals
    assert [(one.kind, one.cell, one.new, bool(one.obstacle)) for one in proposals] == [
        ("add", None, "AI ethics | 15", True),
        ("reword", (3, 2), "88", False),
    ]


def test_a_row_that_was_taken_out_is_listed(copy) -> None:
    """Without tracked changes, and with them."""
    place = copy.place("AI basics")
    tracked = [one.model_copy(deep=True) for one in copy.paragraphs]
    del copy.paragraphs[place : place + 2]
    (one,) = copy.feedback().proposals
    assert (one.kind, one.old, one.author, bool(one.obstacle)) == (
        "remove",
        "AI basics | 120",
        "Ana",
        True,
    )
    copy.paragraphs = tracked
    (one,) = copy.track("AI basics", None).track("120", None).feedback().proposals
    assert (one.kind, one.old, one.author) == ("remove", "AI basics | 120", "Ben")


def test_comments_are_listed_at_their_entry(copy) -> None:
    """With the words that they stand at; they are for a person to act on."""
    copy.remark("ITU leads", "Since when?", at="leads").remark("120", "Source?")
    copy.insert("A report on", "New.").remark("New.", "Is this right?")
    one, new, added, cell = copy.feedback().proposals
    assert (one.kind, one.entry, one.author) == ("comment", "opening", "Cleo")
    assert one.comment == "“leads”: Since when?"
    assert (added.kind, added.entry, new.kind) == ("comment", "energy", "add")
    assert (cell.entry, cell.cell) == ("courses", (2, 2))
    assert all(each.obstacle for each in (one, added, cell))


def test_a_change_of_look_is_told_apart(copy) -> None:
    """One that texts can carry may be accepted, any other is the template's."""
    copy.write("ITU leads", (Run("ITU", strong=True), Run(" leads the work on AI.")))
    copy.track("Events were", "Events were held in three regions.")
    first, second = copy.feedback().proposals
    assert (first.kind, first.new, first.obstacle) == (
        "format",
        "**ITU** leads the work on AI.",
        "",
    )
    assert (second.kind, bool(second.obstacle)) == ("format", True)


def test_what_is_no_entry_is_listed_with_the_place_to_change_it(copy) -> None:
    """Title, heading, label, header, and the template's own words."""
    copy.write("REPORT ON AI", "REPORT ON ARTIFICIAL INTELLIGENCE").track("Capacity", "Skills")
    copy.write("Purpose", "Aim").write("2 May 2025", None).remark("AI standards", "Too short")
    copy.write("www.itu.int", "www.itu.int/council/2025")
    listed = {one.old or one.comment: one.reason for one in copy.feedback().unmapped}
    assert (
        "title of the document stands in inputs/C25/session.yaml, line 71" in listed["REPORT ON AI"]
    )
    assert "heading stands in inputs/C25/session.yaml, line 80" in listed["Capacity"]
    assert "label stands in templates/labels/en.yaml, line 12" in listed["Purpose"]
    assert "inputs/C25/session.yaml" in listed["2 May 2025"]
    assert "heading stands" in listed["Too short"]
    assert "Word template" in listed["www.itu.int/council"]
    assert copy.feedback().proposals == ()


def test_what_the_drafts_do_not_have_is_listed(copy) -> None:
    """A footnote, a text box, and a table of the reviewer's own, which is one thing."""
    copy.insert("www.itu.int", "See below.", part="footnote")
    copy.insert("Events were", "c", cell=(2, 1, 2)).insert("Events were", "b", cell=(2, 1, 1))
    unmapped = copy.feedback().unmapped
    assert [(one.new, one.author) for one in unmapped] == [("See below.", "Ana"), ("b | c", "Ana")]
    assert copy.feedback().proposals == ()


def a_picture(name: str) -> Finding:
    """What is found where a picture stands."""
    return Finding(
        rule="picture-left-out",
        severity="warning",
        location=Location("copy.docx", paragraph=1),
        message=Message("the picture “{name}” is left out", name=name),
        remedy=Message("Send it to the secretariat."),
    )


def test_a_picture_of_the_draft_itself_was_put_in_by_nobody(copy) -> None:
    """The emblem stands in every copy; a second one, and any other picture, are listed."""
    copy.of_the_draft = (a_picture("Emblem"),)
    found = (a_picture("Emblem"), a_picture("Emblem"), a_picture("Map"))
    copy.copy = copy.copy.model_copy(update={"findings": found})
    reasons = [one.reason.partition(".")[0] for one in copy.feedback().unmapped]
    assert reasons == ["the picture “Emblem” is left out", "the picture “Map” is left out"]


def test_a_heading_that_looks_otherwise_is_told_from_one_that_reads_otherwise(copy) -> None:
    """Its words stand on both sides, hence the reason says what is up."""
    (one,) = copy.write("Capacity", parse_text("*Capacity*")).feedback().unmapped
    assert one.old == one.new
    assert one.reason.startswith("The words are the same: ")


def test_a_file_without_an_author_is_named_instead(copy) -> None:
    """So that an amendment always has somebody behind it."""
    copy.copy = copy.copy.model_copy(update={"author": ""})
    (one,) = copy.write("ITU leads", "ITU led.").feedback().proposals
    assert one.author == "somebody (copy.docx)"
