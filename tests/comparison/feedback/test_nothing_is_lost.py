"""Whatever a reviewer does to a copy: all of it is in a proposal, or listed."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from council_report.comparison.feedback.choosing import Match
from council_report.comparison.feedback.reviewing import reviewed
from council_report.comparison.feedback.spots import words_of
from council_report.model.edited import EditedParagraph
from council_report.model.feedback import Feedback
from council_report.model.text import Run, parse_text, plain

WORDS = st.sampled_from(
    ["ITU", "AI", "for", "health", "More than", "315", "*", "[[standards]]", "was set up.", "研究"]
)
TEXTS = st.lists(WORDS, max_size=6).map(" ".join)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["write", "insert", "remove", "move", "track", "delete", "comment"]),
        st.floats(0, 1, exclude_max=True),
        st.floats(0, 1, exclude_max=True),
        TEXTS,
    ),
    max_size=8,
)


def feedback_of(copy) -> Feedback:
    """What is made of a copy, however little of the draft is left in it."""
    read = sum(bool(words_of(one.before)) for one in copy.paragraphs)
    name = copy.feedback().files[0].draft
    return reviewed(copy.sent(), Match(name, copy.document, 0, read), copy.copy)


def edited(copy, steps, *, marked: bool) -> None:
    """Do things to a copy, anywhere."""
    if not marked:
        copy.unmarked()
    for action, where, whither, words in steps:
        place = int(where * len(copy.paragraphs))
        one = copy.paragraphs[place]
        text = (Run(words),)
        if action == "write" and one.before is not None and not one.edits:
            copy.paragraphs[place] = one.model_copy(update={"before": text, "after": text})
        elif action == "insert":
            new = EditedParagraph(number=99, before=text, after=text, style="Normal")
            copy.paragraphs.insert(place, new)
        elif action in ("remove", "move") and len(copy.paragraphs) > 1 and not one.cell:
            del copy.paragraphs[place]
            if action == "move":
                copy.paragraphs.insert(int(whither * len(copy.paragraphs)), one)
        elif action in ("track", "delete") and one.before is not None and words_of(one.before):
            copy.track(plain(one.before), words if action == "track" else None)
        elif action == "comment":
            old = copy.paragraphs[place]
            remark = copy.__class__().remark("ITU leads", words or "?").paragraphs
            remarks = next(each.remarks for each in remark if each.remarks)
            copy.paragraphs[place] = old.model_copy(update={"remarks": (*old.remarks, *remarks)})


@given(STEPS, st.booleans())
def test_every_word_of_a_reviewer_is_in_a_proposal_or_listed(make_copy, steps, marked) -> None:
    """What the copy says is what the draft says, or is somewhere in the feedback; and all that the
    draft says is still in the copy, or is somewhere in the feedback as taken out."""
    copy = make_copy()
    edited(copy, steps, marked=marked)
    feedback = feedback_of(copy)
    there = Counter(words_of(one.after) for one in copy.paragraphs)
    before = Counter(words_of(one.after) for one in copy.copy.paragraphs)
    new = [_printed(one.new) for one in feedback.proposals if one.new is not None]
    new += [one.new for one in feedback.unmapped]
    for words in filter(None, there):
        assert words in before or any(words in one for one in new), words
    for words in filter(None, before):
        is_told = any(words in said for said in _old(feedback))
        assert words in there or is_told, words
    remarks = sum(len(one.remarks) for one in copy.paragraphs)
    comments = [one for one in feedback.proposals if one.kind == "comment"]
    assert len(comments) + sum(bool(one.comment) for one in feedback.unmapped) == remarks


def _printed(source: str) -> str:
    """A source as it is printed in the small draft."""
    runs = parse_text(source)
    return " ".join("".join("315" if run.statistic else run.text for run in runs).split())


def _old(feedback: Feedback) -> list[str]:
    old = [one.old for one in feedback.unmapped]
    for one in feedback.proposals:
        old += [_printed(one.old), "".join(w.text for w in one.words if w.operation != "added")]
    return old
