"""What several copies say together: each thing once, and what cannot both be had."""

import pytest

from council_report.comparison.feedback.identity import in_conflict
from council_report.comparison.feedback.merging import merged
from council_report.comparison.feedback.reviewing import reviewed
from council_report.model.feedback import Feedback


@pytest.fixture
def two(make_copy) -> Feedback:
    """What two reviewers want, who agree on one text and differ on another."""
    ana = make_copy(digest="a").write("ITU leads", "ITU led.").write("A report on", "Same.")
    ben = make_copy(digest="b", file="ben.docx", author="Ben").write("ITU leads", "ITU will lead.")
    ben.write("A report on", "Same.").write("120", "121")
    return merged(ana.feedback(), ben.feedback())


def test_the_same_file_again_says_nothing_new(two, make_copy) -> None:
    """Nor does the same edit in a copy that was saved again under another name."""
    assert merged(two, two) == two
    again = make_copy(digest="c", file="again.docx").write("ITU leads", "ITU led.")
    more = merged(two, again.feedback())
    assert (more.proposals, more.unmapped) == (two.proposals, two.unmapped)
    assert [one.file for one in more.files] == ["copy.docx", "ben.docx", "again.docx"]


def test_two_who_want_different_things_of_a_text_are_in_conflict(two) -> None:
    """Two who want the same are not, nor are a text and another one."""
    found = {(one.author, one.entry): one for one in two.proposals}
    ana, ben = found["Ana", "opening"], found["Ben", "opening"]
    assert (ana.conflicts, ben.conflicts) == ((ben.id,), (ana.id,))
    assert {one.conflicts for one in two.proposals if one.entry != "opening"} == {()}


def test_a_text_cannot_be_removed_and_reworded(two, make_copy) -> None:
    """Nor can a cell of its table be amended; removing it twice is the same."""
    cleo = make_copy(digest="c", author="Cleo").write("A report on", None)
    dan = make_copy(digest="d", author="Dan").write("A report on", None)
    more = merged(merged(two, cleo.feedback()), dan.feedback())
    conflicts = {one.author: len(one.conflicts) for one in more.proposals if one.entry == "energy"}
    assert conflicts == {"Ana": 2, "Ben": 2, "Cleo": 2, "Dan": 2}


def test_what_cannot_be_accepted_is_in_no_conflict(two, make_copy) -> None:
    """A comment, or what has an obstacle, stands in nobody's way."""
    cleo = make_copy(digest="c").remark("Events were", "Which?").write("Events were", "Events.")
    assert all(not one.conflicts for one in cleo.feedback().proposals)
    assert len(merged(two, cleo.feedback()).proposals) == len(two.proposals) + 2


def test_one_comment_twice_in_a_file_is_two(make_copy) -> None:
    """Each has an id of its own."""
    copy = make_copy().remark("ITU leads", "Sure?").remark("ITU leads", "Sure?")
    first, second = copy.feedback().proposals
    assert first.id != second.id


def test_a_file_that_turns_out_to_be_a_copy_is_listed_as_one(make_copy) -> None:
    """Its paragraphs are then no longer listed as words of no draft."""
    copy = make_copy().write("ITU leads", "ITU led.")
    lost = merged(Feedback(), reviewed(copy.sent(), None, None))
    assert lost.unmapped
    found = merged(lost, copy.feedback())
    assert (len(found.files), found.unmapped, len(found.proposals)) == (1, (), 1)


def test_an_edit_of_what_another_has_made_is_no_conflict(two) -> None:
    """One can follow the other: it was made of a draft in which that was accepted."""
    first = two.proposals[0].model_copy(update={"old": "A", "new": "B"})
    then = first.model_copy(update={"id": "then", "old": "B", "new": "C"})
    beside = first.model_copy(update={"id": "beside", "old": "A", "new": "D"})
    assert not in_conflict(first, then)
    assert not in_conflict(then, first)
    assert in_conflict(first, beside)
    assert in_conflict(then, beside)
