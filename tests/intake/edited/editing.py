"""Edits of a draft's main text, made as Word tracks them, and what is to be read of them."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from council_report.office.tags import W
from tests.intake.edited.drafts import text_runs
from tests.intake.edited.tracking import WHEN

Kind = Literal["put in", "take out", "embolden", "new paragraph", "drop paragraph", "type"]


@dataclass
class Expected:
    """What a paragraph is to say before and after, and what of it each author made."""

    before: str | None
    after: str | None
    edits: dict[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Change:
    """One edit: where among the paragraphs, of what kind, at which place of the text, by whom.

    ``start`` and ``end`` are shares of a run from 0 to 1.
    """

    paragraph: int
    kind: Kind
    author: str
    words: str
    start: float
    end: float


def edited(body: etree._Element, said: list[str], changes: list[Change]) -> list[Expected]:
    """Make edits in a text, one for each paragraph at most; gives what is to be read then.

    ``said`` is what its paragraphs say as they are.
    """
    paragraphs = [*body.iter(f"{W}p")]
    expected = {one: [Expected(words, words)] for one, words in zip(paragraphs, said, strict=True)}
    for change in {change.paragraph: change for change in changes}.values():
        paragraph = paragraphs[change.paragraph % len(paragraphs)]
        if len(expected[paragraph]) == 1 and expected[paragraph][0].edits == {}:
            MAKERS[change.kind](paragraph, expected[paragraph], change)
    return [one for ones in expected.values() for one in ones]


def _put_in(paragraph: etree._Element, expected: list[Expected], change: Change) -> None:
    for start, run in _chosen(paragraph, change):
        words = _text(run)
        at = round(change.start * len(words))
        new = _tracked("ins", change, _like(run, change.words))
        _exchange(run, _like(run, words[:at]), new, _like(run, words[at:]))
        said = expected[0].before or ""
        _expect(expected[0], change, said[: start + at] + change.words + said[start + at :])


def _type(paragraph: etree._Element, expected: list[Expected], change: Change) -> None:
    """Without a tracked change: the copy then says what it says."""
    for start, run in _chosen(paragraph, change):
        run.findall(f"{W}t")[0].text = _text(run) + change.words
        said = expected[0].before or ""
        at = start + len(_text(run)) - len(change.words)
        expected[0].before = expected[0].after = said[:at] + change.words + said[at:]


def _take_out(paragraph: etree._Element, expected: list[Expected], change: Change) -> None:
    for start, run in _chosen(paragraph, change):
        words = _text(run)
        one, other = sorted((round(change.start * len(words)), round(change.end * len(words))))
        if one == other:
            return
        gone = _tracked("del", change, _like(run, words[one:other]))
        _exchange(run, _like(run, words[:one]), gone, _like(run, words[other:]))
        said = expected[0].before or ""
        _expect(expected[0], change, said[: start + one] + said[start + other :])


def _embolden(paragraph: etree._Element, expected: list[Expected], change: Change) -> None:
    for _, run in _chosen(paragraph, change):
        if run.find(f"{W}rPr/{W}b") is None:
            properties = run.find(f"{W}rPr")
            if properties is None:
                properties = etree.Element(f"{W}rPr")
                run.insert(0, properties)
            tracked = _tracked("rPrChange", change, deepcopy(properties))
            properties.append(etree.Element(f"{W}b"))
            properties.append(tracked)
            _expect(expected[0], change, expected[0].before)


def _new_paragraph(paragraph: etree._Element, expected: list[Expected], change: Change) -> None:
    new = etree.Element(f"{W}p")
    _track_end(new, "ins", change)
    run = etree.SubElement(_append(new, _tracked("ins", change)), f"{W}r")
    etree.SubElement(run, f"{W}t").text = change.words
    paragraph.addnext(new)
    is_last_of_cell = new.getnext() is None
    if is_last_of_cell:  # The last paragraph of a cell has an end that nobody can track.
        paragraph.addprevious(new)
    found = Expected(None, change.words, {change.author: change.words})
    expected.insert(0 if is_last_of_cell else 1, found)


def _drop_paragraph(paragraph: etree._Element, expected: list[Expected], change: Change) -> None:
    following = paragraph.getnext()
    if following is None or following.tag != f"{W}p" or not [*text_runs(paragraph)]:
        return
    for run in [*paragraph.iter(f"{W}r")]:
        for text in run.iter(f"{W}t"):
            text.tag = f"{W}delText"
        _exchange(run, _tracked("del", change, deepcopy(run)))
    _track_end(paragraph, "del", change)
    _expect(expected[0], change, None)


MAKERS: dict[Kind, Callable[[etree._Element, list[Expected], Change], None]] = {
    "put in": _put_in,
    "type": _type,
    "take out": _take_out,
    "embolden": _embolden,
    "new paragraph": _new_paragraph,
    "drop paragraph": _drop_paragraph,
}


def _chosen(paragraph: etree._Element, change: Change) -> list[tuple[int, etree._Element]]:
    """The run that an edit is about, if there is one, and at which letter it begins."""
    runs = [*text_runs(paragraph)]
    if not runs:
        return []
    index = round(change.end * (len(runs) - 1))
    return [(sum(len(_text(run)) for run in runs[:index]), runs[index])]


def _expect(expected: Expected, change: Change, after: str | None) -> None:
    expected.after = after
    expected.edits = {change.author: after}


def _text(run: etree._Element) -> str:
    return "".join(one.text or "" for one in run.iter(f"{W}t"))


def _like(run: etree._Element, words: str) -> etree._Element:
    """A run of the same look with other words."""
    new = deepcopy(run)
    for old in new.findall(f"{W}t"):
        new.remove(old)
    text = etree.SubElement(new, f"{W}t")
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return new


def _tracked(tag: str, change: Change, *content: etree._Element) -> etree._Element:
    element = etree.Element(f"{W}{tag}")
    element.set(f"{W}id", "7")
    element.set(f"{W}author", change.author)
    element.set(f"{W}date", WHEN)
    element.extend(content)
    return element


def _track_end(paragraph: etree._Element, tag: str, change: Change) -> None:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    etree.SubElement(properties, f"{W}rPr").append(_tracked(tag, change))


def _append(parent: etree._Element, child: etree._Element) -> etree._Element:
    parent.append(child)
    return child


def _exchange(old: etree._Element, *new: etree._Element) -> None:
    for one in new:
        old.addprevious(one)
    parent = old.getparent()
    if parent is not None:
        parent.remove(old)
