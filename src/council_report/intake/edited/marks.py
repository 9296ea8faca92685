"""The bookmarks of a part, by the paragraph that each of them begins in."""

from lxml import etree

from council_report.intake.documents.wordparts import is_emptied
from council_report.office.tags import NUMBER, W

Marks = dict[int, tuple[str, ...]]
"""The names of the bookmarks that begin in a paragraph, by its number, in order."""


def marks_in(root: etree._Element) -> Marks:
    """The bookmarks of a part; one that stands between two paragraphs begins in the second.

    One around nothing counts only where no other begins: what it stood around was deleted, and it
    may have slipped into the next paragraph.
    """
    full: dict[int, list[str]] = {}
    emptied: dict[int, list[str]] = {}
    waiting: list[etree._Element] = []
    for element in root.iter(f"{W}p", f"{W}bookmarkStart"):
        if element.tag == f"{W}p":
            number = int(element.get(NUMBER, "0"))
            begun, waiting = waiting, []
        elif next(element.iterancestors(f"{W}p"), None) is None:
            waiting.append(element)
            continue
        else:
            begun = [element]
        for mark in begun:
            marks = emptied if is_emptied(mark) else full
            marks.setdefault(number, []).append(mark.get(f"{W}name", ""))
    return {number: tuple(names) for number, names in (emptied | full).items()}
