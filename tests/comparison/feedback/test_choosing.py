"""Which draft a file is a copy of: the one that most of its paragraphs read as in."""

from council_report.comparison.feedback.choosing import best_match
from council_report.comparison.feedback.reviewing import reviewed
from council_report.model.document import Document


def reworded(document: Document, *entries: str) -> Document:
    """A document in which entries say something else."""
    blocks = tuple(
        one.model_copy(update={"text": (one.text[0].__class__("Said otherwise."),)})
        if one.entry in entries
        else one
        for one in document.blocks
    )
    return document.model_copy(update={"blocks": blocks})


def test_the_draft_with_most_of_the_same_paragraphs_is_meant(copy, make_draft) -> None:
    """Whatever its number; edits that are tracked are read as rejected."""
    old = make_draft(1, copy.document)
    new = make_draft(2, reworded(copy.document, "opening", "energy"))
    copy.write("A group on", "Changed.").track("Events were", "Said otherwise.")
    match = best_match(copy.sent(), [new, old])
    assert match
    assert (match.draft.draft, match.same, match.paragraphs) == (1, 23, 26)


def test_of_equal_drafts_the_newest_is_meant(copy, make_draft) -> None:
    """In whatever order they are given."""
    drafts = [make_draft(number, copy.document) for number in (2, 3, 1)]
    match = best_match(copy.sent(), drafts)
    assert match
    assert match.draft.draft == 3


def test_the_language_is_found_too(copy, make_draft) -> None:
    """Each language of a draft is tried."""
    french = reworded(copy.document, "opening").model_copy(update={"language": "fr"})
    match = best_match(copy.sent(), [make_draft(1, french, copy.document)])
    assert match
    assert match.document.language == "en"


def test_a_file_of_other_words_is_a_copy_of_no_draft(copy, make_draft) -> None:
    """Its words and comments are listed all the same."""
    for place, one in enumerate(copy.paragraphs):
        text = (one.before[0].__class__(f"Other words {place}."),)
        copy.paragraphs[place] = one.model_copy(update={"before": text, "after": text})
    copy.remark("Other words 3.", "Why?")
    assert best_match(copy.sent(), [make_draft(1, copy.document)]) is None
    assert best_match(copy.sent(), []) is None
    feedback = reviewed(copy.sent(), None, None)
    assert feedback.files[0].draft is None
    assert len(feedback.unmapped) == len(copy.paragraphs) + 1
    assert [one.comment for one in feedback.unmapped if one.comment] == ["Why?"]
