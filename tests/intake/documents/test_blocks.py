"""Blocks of pandoc's tree as paragraphs, list items, headings and tables in reading order."""

from typing import Any

import pytest

from council_report.intake.documents.blocks import Part, parts_of
from council_report.intake.documents.grid import Cell, filled
from council_report.intake.documents.pandoc import Node, syntax_tree
from council_report.intake.documents.passages import Passage, passage_of
from council_report.model.text import Run


def of(text: str) -> tuple[Part, ...]:
    """The parts of a Markdown text."""
    return parts_of(syntax_tree(text.encode(), "md").blocks)


def shape(parts: tuple[Part, ...]) -> list[tuple[str, str, tuple[int, ...]]]:
    """The kind, the words and the lines of each part."""
    return [(part.kind, part.passage.words, part.passage.spots) for part in parts]


def rules(part: Part) -> list[str]:
    """What is remarked about a part."""
    return [remark.rule for remark in part.passage.remarks]


def words(text: str) -> Node:
    """An inline of these words."""
    return {"t": "Str", "c": text}


def test_parts_come_in_reading_order_with_their_lines() -> None:
    """Headings, paragraphs and list items of all levels follow one another."""
    text = "# One\n\nTwo\nlines\n\n- a\n  - b\n    - c\n- d\n\n1. e\n"
    assert shape(of(text)) == [
        ("heading", "One", (1,)),
        ("paragraph", "Two lines", (3,)),
        ("bullet", "a", (6,)),
        ("sub-bullet", "b", (7,)),
        ("sub-bullet", "c", (8,)),
        ("bullet", "d", (9,)),
        ("numbered", "e", (11,)),
    ]


def test_further_paragraphs_of_a_list_item_stand_by_themselves() -> None:
    """The first paragraph is the item."""
    assert [kind for kind, _, _ in shape(of("- a\n\n  b\n\n- c\n"))] == [
        "bullet",
        "paragraph",
        "bullet",
    ]


def test_levels_and_numbers_that_a_report_does_not_have_are_remarked() -> None:
    """A third level, and a number within a list."""
    first, second, third = of("- a\n  1. b\n     - c\n")
    assert (rules(first), rules(second)) == ([], ["list-number-left-out"])
    assert (third.kind, rules(third)) == ("sub-bullet", ["list-too-deep"])


def test_rare_blocks_are_paragraphs() -> None:
    """Quotations, code and definitions keep their words."""
    text = "> quote\n\n```python\ncode here\n```\n\nterm\n: meaning\n\n***\n"
    parts = of(text)
    assert [part.passage.words for part in parts] == ["quote", "code here", "term", "meaning"]
    assert [rules(part) for part in parts[:2]] == [["look-simplified"], ["look-simplified"]]


@pytest.mark.parametrize("text", ["<div>\nraw *words*\n</div>\n", "a <b>raw</b>\n"])
def test_marks_of_html_are_words(text: str) -> None:
    """HTML is printed as it was typed, and remarked."""
    (part,) = of(text)
    assert part.passage.words == " ".join(text.split())
    assert set(rules(part)) == {"marks-literal"}


def test_a_block_that_is_not_known_keeps_its_words() -> None:
    """A newer pandoc may have blocks that this reader never saw."""
    (part,) = parts_of([{"t": "Newer", "c": [["id"], [{"t": "Para", "c": [words("kept")]}]]}])
    assert (part.passage.words, rules(part)) == ("kept", ["marks-literal"])


def test_an_inline_that_is_not_known_keeps_its_words() -> None:
    """The same of what stands in a paragraph."""
    passage = passage_of([{"t": "Newer", "c": [words("kept")]}])
    assert (passage.words, [one.rule for one in passage.remarks]) == ("kept", ["marks-literal"])


@pytest.mark.parametrize(
    ("node", "text"),
    [
        ({"t": "Quoted", "c": [{"t": "DoubleQuote"}, [{"t": "Str", "c": "a"}]]}, "“a”"),
        ({"t": "Quoted", "c": [{"t": "SingleQuote"}, [{"t": "Str", "c": "a"}]]}, "‘a’"),
        ({"t": "Cite", "c": [[], [{"t": "Str", "c": "a"}]]}, "a"),
        ({"t": "Code", "c": [["", [], []], "a"]}, "a"),
        ({"t": "Math", "c": [{"t": "InlineMath"}, "x^2"]}, "x^2"),
        ({"t": "LineBreak"}, ""),
    ],
)
def test_rare_inlines_keep_their_words(node: Node, text: str) -> None:
    """Quotation marks are written out; a formula is the signs it was typed with."""
    assert passage_of([node]).words == text


def test_line_blocks_and_figures_keep_their_words() -> None:
    """Lines of a verse are one paragraph; the words under a picture are one too."""
    verse: Node = {"t": "LineBlock", "c": [[words("one")], [words("two")]]}
    caption: Any = [None, [{"t": "Plain", "c": [words("below")]}]]
    image = {"t": "Image", "c": [["", [], []], [words("alt")], ["media/a.png", ""]]}
    figure: Node = {"t": "Figure", "c": [["", [], []], caption, [{"t": "Plain", "c": [image]}]]}
    parts = parts_of([verse, figure])
    assert [part.passage.words for part in parts] == ["one two", "", "below"]
    assert rules(parts[1]) == ["picture-left-out"]


def test_a_link_to_a_file_keeps_its_words() -> None:
    """The address is quoted, as nothing in a report leads there."""
    (part,) = of("[words](file.docx 'Title')")
    assert part.passage.runs == (Run("words"),)
    left_out, title = part.passage.remarks
    assert "file.docx" in left_out.message
    assert "Title" in title.message


def test_a_table_has_the_rows_of_its_head_and_body() -> None:
    """The head is the first row."""
    (part,) = of("| a | b |\n|---|---|\n| 1 | *2* |\n")
    assert [[cell.words for cell in row] for row in part.rows] == [["a", "b"], ["1", "2"]]
    assert part.spots == (1, 3)


def test_an_empty_table_is_nothing() -> None:
    """Somebody left an empty table behind."""
    assert of("| | |\n|---|---|\n| | |\n") == ()


def cell(text: str, down: int = 1, across: int = 1) -> Cell:
    """A cell of these words."""
    return Cell(Passage((Run(text),)), down, across)


def test_cells_that_cover_others_leave_them_empty() -> None:
    """Each row is as wide as the table, and each cell stands in its column."""
    rows = filled([[cell("a", down=2), cell("b", across=2)], [cell("c"), cell("d")], [cell("e")]])
    assert [[one.words for one in row] for row in rows] == [
        ["a", "b", ""],
        ["", "c", "d"],
        ["e", "", ""],
    ]
    assert [remark.rule for remark in rows[0][0].remarks] == ["cells-merged"]


def test_a_cell_that_covers_very_many_is_no_burden() -> None:
    """A width of millions is a mistake or worse."""
    rows = filled([[cell("a", across=10**9)]])
    assert len(rows[0]) <= 200
