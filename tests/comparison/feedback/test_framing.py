"""The words that mark a missing or outdated translation never become part of a text."""

import datetime
from typing import Any

import pytest

from council_report.comparison.feedback.edits import Edit
from council_report.comparison.feedback.framing import framed, has_rest, unframed
from council_report.comparison.feedback.proposing import (
    LOOK_ALONE,
    MARKED,
    OUTDATED,
    UNTRANSLATED,
    Target,
    rewording,
)
from council_report.model.document import Block
from council_report.model.feedback import Proposal
from council_report.model.location import Location
from council_report.model.text import Run, Text, plain

WHEN = datetime.datetime(2025, 5, 9, tzinfo=datetime.UTC)
ENGLISH = "A report on AI came out in 2025."
ARABIC = "صدر تقرير عن الذكاء الاصطناعي."
MISSING = "[ترجمة غير متاحة: ", "]"
OUT_OF_DATE = "[译文已过时：", "]"


def block(said: str, marks: tuple[str, str], **values: Any) -> Block:
    """An entry whose text is printed between the words that mark it."""
    before, after = (Run(words, strong=True) for words in marks)
    inner = Run(said, language=values.pop("language", None))
    text = tuple(run for run in (before, inner, after) if run.text)
    source = Location("inputs/C25/itu-t/a.yaml", line=3)
    known = {"kind": "paragraph", "section": "s", "contributor": "itu-t", "entry": "a"}
    return Block(text=text, said=said, source=source, **(known | values))


UNTRANSLATED_BLOCK = block(ENGLISH, MISSING, state="missing", language="en")
OUTDATED_BLOCK = block("报告于2025年发布。", OUT_OF_DATE, state="outdated")


def proposed(block: Block, *words: str | None) -> Proposal:
    """What becomes of an edit after which the paragraph says this."""
    text: Text | None = None if words[0] is None else tuple(Run(one or "") for one in words)
    target = Target(block, "ar", "copy.docx", "paragraph 3", "bookmark")
    return rewording(target, Edit("A. Reviewer", WHEN, text))


def test_an_edit_within_the_words_around_it_leaves_them_out() -> None:
    """What is accepted is the text alone."""
    made = proposed(OUTDATED_BLOCK, "[译文已过时：报告于2026年发布。]")
    assert (made.new, made.obstacle, made.kind) == ("报告于2026年发布。", "", "reword")


def test_a_translation_written_in_the_place_of_a_text_is_taken() -> None:
    """Between the words around it, or without them."""
    for words in (f"[ترجمة غير متاحة: {ARABIC}]", ARABIC):
        made = proposed(UNTRANSLATED_BLOCK, words)
        assert (made.new, made.obstacle) == (ARABIC, "")


@pytest.mark.parametrize("words", [f"{ENGLISH} Good.", f"[ترجمة غير متاحة: {ENGLISH} Good.]"])
def test_a_text_that_is_not_translated_does_not_become_a_translation(words: str) -> None:
    """Taking the mark away, or a word more in the other language, is none."""
    obstacle = UNTRANSLATED.format(contributor="itu-t")
    assert proposed(UNTRANSLATED_BLOCK, words).obstacle == obstacle


@pytest.mark.parametrize(
    "words", ["[报告于2026年发布。]", "译文已过时 报告于2026年发布。", "[报告于2026年发布。"]
)
def test_what_is_left_of_the_words_around_it_stands_in_the_way(words: str) -> None:
    """A bracket that nobody saw would be printed from then on."""
    assert proposed(OUTDATED_BLOCK, words).obstacle == MARKED


def test_a_bracket_that_was_forgotten_at_the_end_goes_with_the_other() -> None:
    """It is all that there was after the text."""
    made = proposed(OUTDATED_BLOCK, "报告于2026年发布。]")
    assert (made.new, made.obstacle) == ("报告于2026年发布。", "")


def test_without_the_words_around_it_alone_there_is_nothing_to_accept() -> None:
    """That a translation is right after all is for the translator to say."""
    assert proposed(OUTDATED_BLOCK, "报告于2025年发布。").obstacle == OUTDATED


@pytest.mark.parametrize("words", [None, "[译文已过时：]", ""])
def test_a_text_that_was_taken_out_is_removed(words: str | None) -> None:
    """Also where the words around it were left."""
    made = proposed(OUTDATED_BLOCK, words)
    assert (made.kind, made.new) == ("remove", None)


def test_a_text_without_such_words_has_none() -> None:
    """Brackets of its own stay, and a look that is no text is still told as such."""
    said = "[Draft] of the Council [sic]"
    plainly = block(said, ("", ""))
    assert proposed(plainly, "[Final] of the Council [sic]").new == "[Final] of the Council [sic]"
    assert proposed(plainly, said).obstacle == LOOK_ALONE
    frame = framed(said, plainly.text)
    assert plain(unframed(plainly.text, frame)) == said
    assert not has_rest(plainly.text, frame)
