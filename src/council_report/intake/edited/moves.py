"""Paragraphs that tracked changes move, known again at their new place."""

from collections.abc import Iterable, Iterator

from lxml import etree

from council_report.model.edited import EditedParagraph
from council_report.model.text import plain
from council_report.office.tags import NUMBER, W

FROM, TO = f"{W}moveFrom", f"{W}moveTo"

Paragraphs = dict[int, EditedParagraph]
"""The paragraphs of a copy, in order, by a number that no other has."""

Ranges = dict[int, str]
"""The name of the move that a paragraph is part of, by its number."""


def with_moves(paragraphs: Paragraphs, roots: Iterable[etree._Element]) -> Paragraphs:
    """The paragraphs, those that were moved as a whole known as such at their new place.

    They have the bookmarks of both places there, so that they are known again whatever else was
    changed in them.
    """
    sources, targets = Ranges(), Ranges()
    for root in roots:
        sources |= _moved(root, FROM)
        targets |= _moved(root, TO)
    gone = {number: name for number, name in sources.items() if _is_gone(paragraphs.get(number))}
    come = {number: name for number, name in targets.items() if _is_come(paragraphs.get(number))}
    pairs = dict(_pairs(gone, come, paragraphs))
    # LibreOffice leaves an empty paragraph at either place where a table follows.
    left = {number: paragraphs[number].model_copy(update={"after": None}) for number in gone}
    found = {number: _found(paragraphs[number], left.get(pairs.get(number, 0))) for number in come}
    return paragraphs | left | found


def _is_gone(paragraph: EditedParagraph | None) -> bool:
    return paragraph is not None and bool(paragraph.before) and not paragraph.after


def _is_come(paragraph: EditedParagraph | None) -> bool:
    return paragraph is not None and bool(paragraph.after) and not paragraph.before


def _found(new: EditedParagraph, old: EditedParagraph | None) -> EditedParagraph:
    marks = (*(old.marks if old else ()), *new.marks)
    update = {"before": None, "moved": True, "marks": tuple(dict.fromkeys(marks))}
    return new.model_copy(update=update)


def _moved(root: etree._Element, tag: str) -> Iterator[tuple[int, str]]:
    """The paragraphs that hold words which are moved from, or to, their place.

    With the name of the move: Word begins its range before the words, LibreOffice among them.
    """
    name = ""
    for element in root.iter(tag, f"{tag}RangeStart"):
        inner = element if element.tag != tag else element.find(f"{tag}RangeStart")
        name = name if inner is None else inner.get(f"{W}name", "")
        paragraph = next(element.iterancestors(f"{W}p"), None)
        if paragraph is not None and element.tag == tag and len(element):
            yield int(paragraph.get(NUMBER, "0")), name


def _pairs(gone: Ranges, come: Ranges, paragraphs: Paragraphs) -> Iterator[tuple[int, int]]:
    """Each new place with the old one: by the name of the move, or else by the words."""
    old_by_name, new_by_name = _turned(gone), _turned(come)
    left: list[int] = []
    for name, new in new_by_name.items():
        old = old_by_name.get(name, [])
        if name and len(old) == len(new):
            yield from zip(new, old_by_name.pop(name), strict=True)
        else:
            left += new
    by_words: dict[str, list[int]] = {}
    for number in (number for numbers in old_by_name.values() for number in numbers):
        by_words.setdefault(plain(paragraphs[number].before or ()), []).append(number)
    for number in left:
        fitting = by_words.get(plain(paragraphs[number].after or ()))
        if fitting:
            yield number, fitting.pop(0)


def _turned(ranges: Ranges) -> dict[str, list[int]]:
    by_name: dict[str, list[int]] = {}
    for number, name in ranges.items():
        by_name.setdefault(name, []).append(number)
    return by_name
