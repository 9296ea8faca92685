"""Proposals of which one has the words that another gives up belong together."""

import pytest

from council_report.model.feedback import Feedback

HEALTH = "A group on AI for health was set up."
ENERGY = "A report on AI and energy came out."


def groups(feedback: Feedback) -> set[frozenset[tuple[str, str]]]:
    """What belongs together, by kind and entry; each names all the others."""
    known = {one.id: one for one in feedback.proposals}
    return {
        frozenset((known[key].kind, known[key].entry) for key in (one.id, *one.together))
        for one in feedback.proposals
        if one.together
    }


@pytest.mark.parametrize("half", ["was set up.", "was set up in May.", "It was set up!"])
def test_both_halves_of_a_paragraph(copy, half: str) -> None:
    """Whether or not the second was edited a little."""
    copy.write("A group on", "A group on AI for health").insert("A group on", half)
    assert groups(copy.feedback()) == {frozenset({("reword", "health"), ("add", "health")})}


def test_three_parts_of_a_paragraph(copy) -> None:
    """Each of them names the two others."""
    copy.write("A group on", "A group on AI").insert("A group on", "was set up.")
    copy.insert("A group on", "for health")
    feedback = copy.feedback()
    assert [len(one.together) for one in feedback.proposals] == [2, 2, 2]


def test_a_tracked_cut(copy) -> None:
    """It is of one author; what another one puts in beside it is not part of it."""
    copy.track("A group on", "A group on AI").insert("A group on", "for health was set up.", "Ben")
    copy.insert("A report on", "for health was set up.", "Cleo")
    feedback = copy.feedback()
    assert {one.author: len(one.together) for one in feedback.proposals} == {"Ben": 1, "Cleo": 0}


@pytest.mark.parametrize("both", [f"{HEALTH} {ENERGY}", f"{HEALTH[:-1]}, and {ENERGY}"])
def test_two_paragraphs_made_one(copy, both: str) -> None:
    """The one that is longer, and the one that is gone."""
    copy.write("A report on", None).write("A group on", both)
    assert groups(copy.feedback()) == {frozenset({("reword", "health"), ("remove", "energy")})}


def test_three_paragraphs_made_one(copy) -> None:
    """Both that are gone belong with it."""
    copy.write("Events were", f"{HEALTH} {ENERGY} Events were held in three regions.")
    copy.write("A report on", None).write("A group on", None)
    assert [len(one.together) for one in copy.feedback().proposals] == [2, 2, 2]


def test_edits_side_by_side_stand_alone(copy) -> None:
    """An edit, an addition of other words, and a removal."""
    copy.write("A group on", "A group on AI was set up.").insert("A group on", "More came later.")
    copy.write("A report on", None).remark("ITU leads", "Why?")
    assert groups(copy.feedback()) == set()


def test_a_sent_copy_says_so_for_all_time(copy) -> None:
    """What belongs together is kept with the proposals."""
    copy.write("A group on", "A group on AI").insert("A group on", "for health was set up.")
    feedback = copy.feedback()
    again = Feedback.model_validate_json(feedback.model_dump_json(exclude_defaults=True))
    assert groups(again) == groups(feedback) != set()
