"""A reviewer's edit of a printed text, carried over to the source in the Markdown subset."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_report.comparison.feedback.carrying import carried, reads_as
from council_report.comparison.feedback.letters import letters_of, origins
from council_report.model.spacing import tidied
from council_report.model.text import Run, Text, joined, parse_text, plain

FIGURES = {"standards": "315", "groups": "1\u00a0234", "share": "12"}
PAGE = "https://www.itu.int/md/S25-CL-C-0043/en"


def printed(source: str) -> Text:
    """A source as it is printed: figures in the place of statistics, document symbols as links."""
    runs: list[Run] = []
    for run in parse_text(source):
        if run.statistic:
            runs.append(replace(run, text=FIGURES[run.statistic]))
            continue
        before, symbol, after = run.text.partition("C25/43")
        runs.append(replace(run, text=before))
        runs.append(replace(run, text=symbol, href=run.href or PAGE))
        runs.append(replace(run, text=after))
    return tuple(run for run in runs if run.text)


def edited(source: str, *changes: tuple[str, str]) -> Text:
    """A printed source whose words a reviewer replaced, each within one look."""
    runs = reads_as(printed(source))
    for old, new in changes:
        runs = tuple(replace(run, text=run.text.replace(old, new)) for run in runs)
    return joined(runs)


@pytest.mark.parametrize(
    ("source", "old", "new", "expected"),
    [
        ("Over [[share]] *AI* texts.", "Over", "Far over", "Far over [[share]] *AI* texts."),
        ("Over [[share]] *AI* texts.", "AI", "new", "Over [[share]] *new* texts."),
        (
            "[[groups]] groups, **all** new",
            " groups",
            " parties",
            "[[groups]] parties, **all** new",
        ),
    ],
)
def test_statistics_and_looks_stay_as_the_source_has_them(source, old, new, expected) -> None:
    """The source of an edited text differs from the former one in the edited words alone."""
    assert carried(source, printed(source), edited(source, (old, new))) == expected


def test_without_an_edit_the_source_is_what_it_was() -> None:
    """Not even the way in which it is written changes."""
    source = "A __plain__  text with **[[share]]** and\nC25/43, \\* and ^2^."
    assert carried(source, printed(source), reads_as(printed(source))) == source


def test_a_changed_number_is_no_statistic_any_more() -> None:
    """The reviewer's number is written out, whole, even where it has the old one's digits."""
    source = "It has [[share]] groups."
    for number in ("13", "112", "12.5", "1 12", "-12", "12th"):
        text = edited(source, ("12", number))
        assert carried(source, printed(source), text) == f"It has {number} groups."


def test_of_two_equal_numbers_the_one_that_moved_away_is_known() -> None:
    """Which number is which statistic is told by the words around it."""
    source = "Of [[share]] groups, [[share]] met."
    text = edited(source, ("Of 12 groups, ", "Only "))
    assert carried(source, printed(source), text) == "Only [[share]] met."


def test_links_to_documents_that_the_program_made_are_not_taken_over() -> None:
    """They are made anew at each build; a changed symbol keeps nothing of the old link."""
    source = "See C25/43 of the Council."
    assert carried(source, printed(source), edited(source, ("See", "Read"))) == (
        "Read C25/43 of the Council."
    )
    text = edited(source, ("C25/43", "C25/44"))
    assert carried(source, printed(source), text) == "See C25/44 of the Council."


def test_looks_that_a_reviewer_gave_are_taken_over() -> None:
    """Bold put on, emphasis taken away and a new link come into the source."""
    source = "One *two* three [[share]]."
    text = (
        Run("One", strong=True),
        Run(" two "),
        Run("three", href="https://example.org/"),
        Run(" "),
        Run("12", strong=True),
        Run("."),
    )
    expected = "**One** two [three](https://example.org/) **[[share]]**."
    assert carried(source, printed(source), text) == expected


def test_what_a_reviewer_types_is_never_a_mark() -> None:
    """Asterisks and brackets that were typed are printed, and quote nothing."""
    text = (Run("Quotes *[[share]]* [a](https://b.c)"),)
    new = carried("Quotes", printed("Quotes"), text)
    assert new is not None
    assert parse_text(new) == text


def test_a_text_printed_from_something_else_is_not_guessed() -> None:
    """A text that marks a missing translation has no source in its language to change."""
    marked = (Run("[missing: ", strong=True), Run("Text"), Run("]", strong=True))
    assert carried("Text", marked, (Run("Texte"),)) is None
    assert letters_of("Text", (Run("Tex"),)) is None
    assert letters_of("[[share]]", (Run("12"),)) is None


def test_words_are_replaced_whole_and_ideographs_one_by_one() -> None:
    """A letter that two words share makes them no less different."""
    assert origins("the cat", "the act") == [0, 1, 2, 3, None, None, None]
    assert origins("研究组", "研讨组") == [0, None, 2]


WORDS = st.sampled_from(
    [
        "AI",
        "*for*",
        "**Good**",
        "[[share]]",
        "[[groups]]",
        "C25/43",
        "研究",
        "^2^",
        "\\*",
        "a_b",
        "12",
        "1\xa0234",
        ",",
        "«é»",
        "[site](https://a.org/)",
    ]
)
SOURCES = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
PIECES = st.sampled_from(
    ["", " ", "12", "x", "*", "[[share]]", "\\", "3", "组", "C25/43", "  ", "-"]
)
LOOKS = st.builds(Run, st.just(""), strong=st.booleans(), emphasis=st.booleans())


@given(SOURCES, st.lists(st.tuples(st.floats(0, 1), st.integers(0, 6), PIECES, LOOKS), max_size=4))
def test_the_new_source_is_printed_as_the_reviewer_wrote(source, edits) -> None:
    """Every edit, wherever it is made, arrives to the letter."""
    signs = [replace(run, text=sign) for run in reads_as(printed(source)) for sign in run.text]
    for where, gone, words, look in edits:
        place = int(where * len(signs))
        signs[place : place + gone] = [replace(look, text=sign) for sign in words]
    text = joined(signs)
    new = carried(source, printed(source), text)
    assert new is not None
    assert plain(printed(new)) == plain(tidied(text))
    if tidied(text) == reads_as(printed(source)):
        assert new == source
