"""Changed words in the text that they stand in."""

from council_report.comparison.page.marking import marked
from council_report.comparison.words import pieces
from council_report.model.text import Run, parse_text


def test_words_keep_their_look_where_they_are_marked() -> None:
    """What was added stands as it is printed, what was removed before it, as it was."""
    old, new = (Run("Geneva, "), Run("2025", emphasis=True)), parse_text("Geneva, **2026**")
    assert marked(old, new, pieces("Geneva, 2025", "Geneva, 2026")) == (
        "Geneva, <del><em>2025</em></del><ins><strong>2026</strong></ins>"
    )


def test_words_that_only_look_otherwise_are_marked() -> None:
    """So that the text before can be read too; spaces look the same in bold."""
    old, new = parse_text("for *more* words"), parse_text("for more **words**")
    assert marked(old, new, ()) == (
        "for <del><em>more</em></del><ins>more</ins> "
        "<del>words</del><ins><strong>words</strong></ins>"
    )


def test_a_space_that_became_non_breaking_can_be_seen() -> None:
    """It is called by its name where it is all that changed."""
    old, new = (Run("La Résolution 214"),), (Run("La Résolution\u00a0214"),)
    words = pieces("La Résolution 214", "La Résolution\u00a0214")
    assert marked(old, new, words) == "La Résolution<del> </del><ins>⟦NBSP⟧</ins>214"
