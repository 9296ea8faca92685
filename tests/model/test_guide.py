"""Guides: ids carried by bookmarks."""

import pytest

from council_report.model.guide import LONGEST_MARK, Guide, mark_of, text_key


def test_a_short_id_is_read_back_from_its_bookmark() -> None:
    """The bookmark alone tells the id."""
    assert Guide().id_of(mark_of("ai-for-good-platform")) == "ai-for-good-platform"


def test_a_long_id_is_read_back_with_the_help_of_the_guide() -> None:
    """A bookmark is too short for it, so the guide has to know it."""
    long = "a-very-long-name-of-an-entry-about-artificial-intelligence"
    assert len(mark_of(long)) == LONGEST_MARK
    assert Guide(ids={mark_of(long): long}).id_of(mark_of(long)) == long
    assert Guide().id_of(mark_of(long)) is None


@pytest.mark.parametrize("mark", ["_GoBack", "_Toc12", "OLE_LINK1"])
def test_a_bookmark_of_somebody_else_is_no_id(mark: str) -> None:
    """Word and its users set bookmarks of their own."""
    assert Guide().id_of(mark) is None


def test_texts_of_the_same_words_have_the_same_key() -> None:
    """Looks and spaces make no difference; statistics are as a form shows them."""
    assert text_key("A  *new*\N{NO-BREAK SPACE}text, [[a-b]]") == "A new text, [[a-b]]"
