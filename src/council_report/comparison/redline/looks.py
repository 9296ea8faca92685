"""How each letter and each paragraph of a redline looks in the old file and in the new one.

The letters of a redline are those of the two files, in order: so it is known of each of them how
it looks in either file, and where it leads to.
"""

from collections.abc import Sequence
from typing import NamedTuple

from council_report.comparison.redline.letters import Element, look_of, properties, text_of
from council_report.comparison.redline.paragraphs import NO_SHAPE, Targets, link_of
from council_report.office.tags import W
from council_report.office.tracked import CELL_GONE, GONE, Reading, loses_mark, loses_row


class Look(NamedTuple):
    """The properties of a letter, as XML, and the address that it leads to, if any.

    ``starts`` are the bookmarks that begin before it, ``ends`` those that end after it.
    """

    properties: str
    target: str
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


class Pair(NamedTuple):
    """How a letter looks in the old and in the new file; None where it is not in that file."""

    old: Look | None
    new: Look | None


class Shapes(NamedTuple):
    """The properties of a paragraph in the old and in the new file, in the same way."""

    old: str | None
    new: str | None


class Looks(NamedTuple):
    """The looks of all letters of a part, and the properties of all its paragraphs, in order."""

    letters: list[Look]
    shapes: list[str]


class Paired(NamedTuple):
    """The looks of the letters of each run of a redline, and of its paragraphs."""

    runs: dict[Element, list[Pair]]
    paragraphs: dict[Element, Shapes]


def looks_in(root: Element, targets: Targets) -> Looks:
    """The looks in a part without tracked changes."""
    letters: list[Look] = []
    begun: dict[str, tuple[str, int]] = {}
    for element in root.iter(f"{W}r", f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        number = element.get(f"{W}id", "")
        if element.tag == f"{W}bookmarkStart":
            begun[number] = element.get(f"{W}name", ""), len(letters)
        elif element.tag == f"{W}bookmarkEnd":
            _mark(letters, *begun.pop(number, ("", len(letters))))
        else:
            letters += [own_look(element, targets)] * letters_of(element)
    shapes = [properties(one.find(f"{W}pPr"), NO_SHAPE) for one in root.iter(f"{W}p")]
    return Looks(letters, shapes)


def _mark(letters: list[Look], name: str, first: int) -> None:
    """Put a bookmark around the letters from the given one; there may be none."""
    if first < len(letters):
        start = letters[first]
        letters[first] = start._replace(starts=(*start.starts, name))
        letters[-1] = letters[-1]._replace(ends=(*letters[-1].ends, name))


def own_look(run: Element, targets: Targets) -> Look:
    """How the letters of a run look as it stands."""
    return Look(look_of(run), link_of(run, targets))


def letters_of(run: Element) -> int:
    """How many letters a run has."""
    return sum(len(text_of(piece)) for piece in run)


def paired(root: Element, old: Looks, new: Looks) -> Paired | None:
    """What each letter and paragraph of a redline looks like in both files.

    None where the redline does not have the letters or paragraphs of the two files.
    """
    runs = [(run, _presence(run), letters_of(run)) for run in root.iter(f"{W}r")]
    marks = [(one, _marked(one), 1) for one in root.iter(f"{W}p")]
    if not (_fits(runs, old.letters, new.letters) and _fits(marks, old.shapes, new.shapes)):
        return None
    was, is_now = iter(old.letters), iter(new.letters)
    former, latter = iter(old.shapes), iter(new.shapes)
    return Paired(
        {
            run: [
                Pair(next(was) if there[0] else None, next(is_now) if there[1] else None)
                for _ in range(length)
            ]
            for run, there, length in runs
        },
        {
            mark: Shapes(next(former) if there[0] else None, next(latter) if there[1] else None)
            for mark, there, _ in marks
        },
    )


Present = tuple[bool, bool]
"""Whether something is in the old file, and in the new one."""


def _fits(
    found: Sequence[tuple[Element, Present, int]], old: Sequence[object], new: Sequence[object]
) -> bool:
    counted = [sum(length for _, there, length in found if there[side]) for side in (0, 1)]
    return counted == [len(old), len(new)]


def _presence(element: Element) -> Present:
    return _is_in(element, "before"), _is_in(element, "after")


def _marked(paragraph: Element) -> Present:
    """Whether the end of a paragraph is in the old file, and in the new one."""
    was, is_now = _presence(paragraph)
    return (
        was and not loses_mark(paragraph, GONE["before"]),
        is_now and not loses_mark(paragraph, GONE["after"]),
    )


def _is_in(element: Element, reading: Reading) -> bool:
    return not any(_takes_away(above, reading) for above in element.iterancestors())


def _takes_away(above: Element, reading: Reading) -> bool:
    """Whether a reading does not have what is in an element."""
    gone = GONE[reading]
    if above.tag == f"{W}tr":
        return loses_row(above, gone)
    if above.tag == f"{W}tc":
        return above.find(f"{W}tcPr/{CELL_GONE[reading]}") is not None
    return above.tag in gone
