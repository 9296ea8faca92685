"""A reviewer's edit of a text that was printed with other signs than it was written with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_report.comparison.feedback.carrying import carried, reads_as
from council_report.comparison.feedback.letters import letters_of
from council_report.model.language import LANGUAGES
from council_report.model.text import Run, parse_text, plain
from council_report.typography.fixing import normalised

SOURCE = "**Objet** : “l’IA” avance\u00a0; voir Document C25/43 et 10 000 textes"

signs = st.lists(
    st.sampled_from([*' \u00a0:;“”«»"’,;?(1٢-x中и', "l’x", "18 ans"]), min_size=1, max_size=10
).map("".join)


def printed(source: str, language: str = "fr") -> tuple[Run, ...]:
    """A text as the draft has it."""
    return normalised(parse_text(source), language)[0]


def edited(source: str, old: str, new: str) -> tuple[Run, ...]:
    """A printed text in which a reviewer replaced words."""
    runs = printed(source)
    assert any(old in run.text for run in runs)
    return tuple(Run(run.text.replace(old, new), strong=run.strong) for run in runs)


def test_an_untouched_copy_changes_nothing() -> None:
    """The source stays as it was written, although it was printed with other signs."""
    assert plain(printed(SOURCE)) != plain(parse_text(SOURCE))
    assert carried(SOURCE, printed(SOURCE), reads_as(printed(SOURCE))) == SOURCE


@pytest.mark.parametrize(
    ("old", "new"), [("avance", "progresse"), ("textes", "pages"), ("voir", "cf.")]
)
def test_an_edit_changes_nothing_but_its_words(old, new) -> None:
    """What the reviewer left alone is still as it was written."""
    assert carried(SOURCE, printed(SOURCE), edited(SOURCE, old, new)) == SOURCE.replace(old, new)


def test_what_is_not_printed_goes_with_the_sign_that_it_was_left_out_before() -> None:
    """A reviewer who deletes the colon deletes the space before it, too."""
    assert carried("un : deux", printed("un : deux"), (Run("un deux"),)) == "un deux"


def test_another_text_is_not_the_one_that_was_printed() -> None:
    """Other letters, other numbers, and signs that nobody wrote are no way of setting a text."""
    for other in ("Un pré", "Un pre 3", "[Un pre 2]", "Un pre 2."):
        assert letters_of("Un pre 2", (Run(other),)) is None


@given(signs, st.sampled_from(LANGUAGES))
def test_whatever_was_set_anew_is_known_again(source, language) -> None:
    """Every text that a language sets is the one that was written."""
    text = printed(source, language)
    letters = letters_of(source, text)
    assert letters is not None
    assert "".join(one.sign for one in letters) == plain(text)
    assert "".join(one.written for one in letters) == plain(parse_text(source))


def test_a_copy_of_a_draft_set_anew_gives_no_proposal_but_the_edits(copy, make_copy) -> None:
    """A proposal says what the reviewer changed, in the text as it was written."""
    first, *others = copy.document.blocks
    said = "L’UIT montre la voie : 18 normes."
    block = first.model_copy(update={"said": said, "text": printed(said)})
    document = copy.document.model_copy(update={"blocks": (block, *others), "language": "fr"})
    assert make_copy(document).feedback().proposals == ()
    edit = make_copy(document).write("L'UIT", plain(block.text).replace("montre", "ouvre"))
    (one,) = edit.feedback().proposals
    assert (one.old, one.new) == (said, said.replace("montre", "ouvre"))
