"""What the styles and lists of a Word file say of a paragraph and of its runs."""

import re
from typing import NamedTuple

from lxml import etree

from council_report.intake.documents.levels import heading_level
from council_report.office.tags import W

VALUE = f"{W}val"
BODY_TEXT = 9
"""The outline level, counted from 0, that says a paragraph is no heading."""

BY_NAME = re.compile(r"list (bullet|number)(?: ([2-5]))?$", re.IGNORECASE)
"""Word's own list styles, whose name tells kind and level where their list does not."""


class Style(NamedTuple):
    """What a style says, and those it is based on: None is nothing.

    ``level`` is that of a heading, counted from 1, and 0 for text that is none; ``number`` the list
    and ``depth`` the level in it, counted from 0.
    """

    name: str = ""
    level: int | None = None
    hides: bool | None = None
    number: str | None = None
    depth: int | None = None


class Item(NamedTuple):
    """A paragraph's place in a list: its depth counted from 0, and whether the list is numbered."""

    depth: int
    ordered: bool


class WordStyles:
    """The styles and lists of one Word file."""

    def __init__(self, styles: etree._Element | None, numbering: etree._Element | None) -> None:
        elements = [] if styles is None else list(styles.iter(f"{W}style"))
        self._elements = {one.get(f"{W}styleId", ""): one for one in elements}
        self._known: dict[str, Style] = {}
        self._default = next((_id(one) for one in elements if _is_default(one)), "")
        self._lists = {"0": {}} if numbering is None else _lists(numbering)

    def of(self, properties: etree._Element | None) -> Style:
        """The style of a paragraph with these properties."""
        named = value_of(properties, "pStyle")
        return self.named(named if named in self._elements else self._default)

    def named(self, style_id: str, *below: str) -> Style:
        """A style by its id, with what it takes from those it is based on."""
        if style_id in below or style_id not in self._elements:
            return Style()
        if style_id not in self._known:
            element = self._elements[style_id]
            base = self.named(value_of(element, "basedOn"), style_id, *below)
            self._known[style_id] = _over(base, element)
        return self._known[style_id]

    def level(self, properties: etree._Element | None) -> int | None:
        """The level of the heading that a paragraph is, counted from 1, or None if it is none."""
        direct = value_of(properties, "outlineLvl")
        level = _outline(direct) if direct else self.of(properties).level
        return level or None

    def item(self, properties: etree._Element | None) -> Item | None:
        """The place of a paragraph in a list, or None if it stands in none."""
        style = self.of(properties)
        direct = None if properties is None else properties.find(f"{W}numPr")
        number = value_of(direct, "numId") or style.number
        depth = _integer(value_of(direct, "ilvl"))
        by_name = BY_NAME.match(style.name)
        if by_name and number not in self._lists:
            return _named_item(by_name)
        if number is None:
            return None
        if depth is None:
            depth = self._depth(number, properties, style)
        kind = self._lists.get(number, {}).get(depth)
        if kind is None or kind.form == "none":
            return None
        if by_name and not depth:
            depth = _named_item(by_name).depth
        return Item(depth, kind.form != "bullet")

    def hides(self, run: etree._Element | None, paragraph: etree._Element | None) -> bool:
        """Whether a run with these properties, in a paragraph with those, is hidden."""
        direct = switch(run, "vanish")
        if direct is not None:
            return direct
        by_run = self.named(value_of(run, "rStyle")).hides
        return bool(self.of(paragraph).hides if by_run is None else by_run)

    def _depth(self, number: str, properties: etree._Element | None, style: Style) -> int:
        if style.depth is not None:
            return style.depth
        named = value_of(properties, "pStyle")
        levels = self._lists.get(number, {})
        return next((depth for depth, kind in levels.items() if kind.style == named), 0)


class _Level(NamedTuple):
    form: str
    style: str


def _over(base: Style, element: etree._Element) -> Style:
    properties = element.find(f"{W}pPr")
    direct = value_of(properties, "outlineLvl")
    name = value_of(element, "name")
    level = _outline(direct) if direct else heading_level(name) or heading_level(_id(element))
    hides = switch(element.find(f"{W}rPr"), "vanish")
    listed = None if properties is None else properties.find(f"{W}numPr")
    depth = _integer(value_of(listed, "ilvl"))
    return Style(
        name,
        base.level if level is None else level,
        base.hides if hides is None else hides,
        value_of(listed, "numId") or base.number,
        base.depth if depth is None else depth,
    )


def _outline(value: str) -> int:
    level = _integer(value)
    return 0 if level is None or level >= BODY_TEXT else level + 1


def _named_item(match: re.Match[str]) -> Item:
    return Item(int(match[2] or 1) - 1, match[1].lower() == "number")


def _lists(numbering: etree._Element) -> dict[str, dict[int, _Level]]:
    """The levels of each list, by its number; those of list 0, which is none, are empty."""
    abstract = {one.get(f"{W}abstractNumId"): one for one in numbering.iter(f"{W}abstractNum")}
    by_style = {value_of(one, "styleLink"): one for one in abstract.values()}
    lists: dict[str, dict[int, _Level]] = {}
    for number in numbering.iter(f"{W}num"):
        base = abstract.get(value_of(number, "abstractNumId"))
        link = value_of(base, "numStyleLink")
        levels = _levels(by_style.get(link, base) if link else base)
        for override in number.iter(f"{W}lvlOverride"):
            levels |= _levels(override)
        lists[number.get(f"{W}numId", "")] = levels
    return {**lists, "0": {}}


def _levels(element: etree._Element | None) -> dict[int, _Level]:
    if element is None:
        return {}
    return {
        _integer(level.get(f"{W}ilvl", "")) or 0: _Level(
            value_of(level, "numFmt") or "decimal", value_of(level, "pStyle")
        )
        for level in element.iter(f"{W}lvl")
    }


def _is_default(style: etree._Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and is_on(style.get(f"{W}default", "0"))


def _id(style: etree._Element) -> str:
    return style.get(f"{W}styleId", "")


def value_of(element: etree._Element | None, name: str) -> str:
    """What a property is set to, among those in an element; "" where it is not."""
    found = None if element is None else element.find(W + name)
    return "" if found is None else found.get(VALUE, "")


def switch(properties: etree._Element | None, name: str) -> bool | None:
    """Whether a switch is on, among properties; None where they do not say."""
    found = None if properties is None else properties.find(W + name)
    return None if found is None else is_on(found.get(VALUE, "1"))


def is_on(value: str) -> bool:
    """Whether a switch of Word, such as ``<w:b w:val="0"/>``, is on."""
    return value not in {"0", "false", "off"}


def _integer(value: str) -> int | None:
    return int(value) if re.fullmatch(r"[0-9]{1,3}", value) else None
