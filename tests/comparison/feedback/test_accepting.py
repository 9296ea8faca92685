"""Proposals that are accepted, and those that cannot be."""

import datetime

import pytest

from council_report.comparison.feedback.accepting import (
    all_from,
    amendment_of,
    chosen,
    is_accepted,
    refuse_parted,
)
from council_report.comparison.feedback.merging import merged
from council_report.errors import UsageError
from council_report.model.amendment import text_digest
from council_report.model.feedback import Feedback

TODAY = datetime.date(2025, 5, 12)


@pytest.fixture
def feedback(make_copy) -> Feedback:
    """Edits of every kind by two reviewers, who are in conflict about one text."""
    ana = make_copy(digest="a").write("ITU leads", "ITU led.").write("A report on", None)
    ana.write("120", "121").insert("Events were", "More.", style="Bullet")
    ana.remark("More than", "Why?")
    ben = make_copy(digest="b", author="Ben").write("ITU leads", "ITU will lead.")
    return merged(ana.feedback(), ben.feedback())


@pytest.fixture
def ids(feedback) -> dict[str, str]:
    """The ids of the proposals by author and entry."""
    return {f"{one.author} {one.kind} {one.entry}": one.id for one in feedback.proposals}


def test_each_kind_becomes_an_amendment(feedback) -> None:
    """With who proposed it, and the day and reason of who accepted it."""
    made = {
        one.kind: amendment_of(one, TODAY, "agreed")
        for one in feedback.proposals
        if one.kind != "comment"
    }
    assert {(one.by, one.on, one.why) for one in made.values() if one.by == "Ana"} == {
        ("Ana", TODAY, "agreed")
    }
    cell = next(amendment_of(one, TODAY, None) for one in feedback.proposals if one.cell)
    assert (cell.action, cell.cell, cell.new, cell.why) == ("replace", (2, 2), "121", None)
    assert made["remove"].old == text_digest("A report on AI and energy came out.")
    assert (made["add"].entry, made["add"].kind, made["add"].new) == ("regions", "bullet", "More.")
    assert made["add"].id
    assert made["add"].id.startswith("added-")


def test_unknown_ids_and_obstacles_are_refused(make_copy, feedback, ids) -> None:
    """With the reason why."""
    with pytest.raises(UsageError, match="no proposal “12345678”"):
        chosen(feedback, ["12345678"])
    commented = make_copy().remark("ITU leads", "Why?").feedback()
    with pytest.raises(UsageError, match="cannot be accepted") as refused:
        chosen(commented, [commented.proposals[0].id])
    assert "A comment changes no text" in refused.value.hint


def test_of_two_in_conflict_one_may_be_accepted(feedback, ids) -> None:
    """The person decides; both at once cannot be."""
    ana, ben = ids["Ana reword opening"], ids["Ben reword opening"]
    assert [one.author for one in chosen(feedback, [ben, ben])] == ["Ben"]
    with pytest.raises(UsageError, match="different things of opening") as refused:
        chosen(feedback, [ana, ben])
    assert ana in str(refused.value)
    assert ben in str(refused.value)


def test_all_of_an_author_is_refused_where_others_disagree(feedback, ids) -> None:
    """Unless what they disagree on has been decided."""
    with pytest.raises(UsageError, match=ids["Ana reword opening"]):
        all_from(feedback, "Ana", ())
    rest = all_from(feedback, "ana", {ids["Ana reword opening"]})
    assert sorted(one.kind for one in rest) == ["add", "remove", "reword"]
    with pytest.raises(UsageError, match="Nothing was proposed by Dan") as refused:
        all_from(feedback, "Dan", ())
    assert "Ana; Cleo; Ben" in refused.value.hint


def test_what_is_accepted_is_known_from_the_amendments(feedback) -> None:
    """Of two that replace one text, it is the later."""
    ana, ben = (one for one in feedback.proposals if one.entry == "opening")
    first, second = amendment_of(ana, TODAY, None), amendment_of(ben, TODAY, None)
    assert is_accepted(ana, [first])
    assert not is_accepted(ana, [first, second])
    assert is_accepted(ben, [first, second])
    for one in feedback.proposals:
        if not one.obstacle:
            assert is_accepted(one, [amendment_of(one, TODAY, None)])
            assert not is_accepted(one, [])


def test_what_is_in_conflict_with_something_accepted_is_decided(feedback, ids) -> None:
    """The rest of its author's is then to be had in one go."""
    decided = [ids["Ben reword opening"]]
    left = all_from(feedback, "Ana", decided)
    assert left
    assert ids["Ana reword opening"] not in {one.id for one in left}


@pytest.fixture
def halves(make_copy) -> Feedback:
    """A paragraph that Ana cut in two, and that Ben wants otherwise."""
    ana = make_copy(digest="a").write("A group on", "A group on AI for health")
    ana.insert("A group on", "was set up.")
    ben = make_copy(digest="b", author="Ben").write("A group on", "Two groups were set up.")
    return merged(ana.feedback(), ben.feedback())


def test_what_belongs_together_is_accepted_in_one_call(halves) -> None:
    """Or one of it after the other was; the message says how."""
    whole, half, _ = halves.proposals
    refuse_parted((whole, half), halves, ())
    refuse_parted((half,), halves, (whole.id,))
    for one, other in ((whole, half), (half, whole)):
        with pytest.raises(UsageError, match=f"{one.id} belongs together with {other.id}") as no:
            refuse_parted((one,), halves, ())
        assert f"--accept {one.id} --accept {other.id}" in no.value.hint


def test_what_belongs_with_something_decided_against_is_left_out(halves) -> None:
    """Its words stand in what was accepted instead."""
    *_, bens = halves.proposals
    assert all_from(halves, "Ana", (bens.id,)) == ()


def test_what_belongs_with_something_that_cannot_be_accepted_says_why(halves) -> None:
    """The call that would accept both is not named then."""
    whole, half, bens = halves.proposals
    blocked = half.model_copy(update={"obstacle": "Ask ITU-T."})
    with pytest.raises(UsageError, match="belongs together") as refused:
        refuse_parted((whole,), Feedback(proposals=(whole, blocked, bens)), ())
    assert refused.value.hint == "Ask ITU-T."


def test_of_two_cuts_in_conflict_either_goes_with_the_half(make_copy, halves) -> None:
    """Ana cut the paragraph again, in a later copy, and left the second half as it was."""
    later = make_copy(digest="c").write("A group on", "A group on AI and health")
    more = merged(halves, later.insert("A group on", "was set up.").feedback())
    first, half, _, again = more.proposals
    assert set(half.together) == {first.id, again.id}
    assert first.conflicts
    for one in (first, again):
        refuse_parted((one, half), more, ())
