"""What the styles of an ODF text say of a paragraph, of its words and of a list."""

from collections.abc import Iterator
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from council_report.intake.documents.levels import heading_level
from council_report.intake.documents.odfparts import number_in
from council_report.office.tags import FO, STYLE, TEXT, prefixes

ITEM_STYLES = {f"{TEXT}list-level-style-bullet": False, f"{TEXT}list-level-style-number": True}
"""Whether the items of a level of a list are numbered."""


DEEPEST = 9
"""The lowest level of headings that we tell apart."""


class _Style(NamedTuple):
    name: str = ""
    level: int | None = None
    hides: bool | None = None


class OdfStyles:
    """The styles of one ODF text, those of its content and those of its own part together."""

    def __init__(self, content: etree._Element, styles: etree._Element | None) -> None:
        self._automatic = {_key(one): one for one in content.iter(f"{STYLE}style")}
        named = () if styles is None else styles.iter(f"{STYLE}style")
        self._named = {_key(one): one for one in named}
        roots = [content] if styles is None else [styles, content]
        self._lists = {
            one.get(f"{STYLE}name", ""): _levels(one)
            for root in roots
            for one in root.iter(f"{TEXT}list-style")
        }
        self._known: dict[tuple[str, str], _Style] = {}

    def name(self, paragraph: etree._Element) -> str:
        """The name that a person knows the style of a paragraph by."""
        return self._of("paragraph", paragraph.get(f"{TEXT}style-name", "")).name

    def level(self, paragraph: etree._Element) -> int | None:
        """The level of the heading that a paragraph is, counted from 1, or None if it is none."""
        if paragraph.tag == f"{TEXT}h":
            return min(number_in(paragraph, f"{TEXT}outline-level", 1) or 1, DEEPEST)
        return self._of("paragraph", paragraph.get(f"{TEXT}style-name", "")).level or None

    def hides(self, element: etree._Element) -> bool | None:
        """Whether the style of a paragraph or span hides it; None where it does not say."""
        family = "text" if element.tag in {f"{TEXT}span", f"{TEXT}a"} else "paragraph"
        return self._of(family, element.get(f"{TEXT}style-name", "")).hides

    def is_numbered(self, list_style: str, depth: int) -> bool | None:
        """Whether a level of a list, counted from 1, has numbers; None if it has no signs."""
        levels = self._lists.get(list_style)
        return False if levels is None else levels.get(depth)

    def look(self, paragraph: etree._Element) -> str:
        """The span style with the look that somebody gave all words of a paragraph, or ""."""
        key = paragraph.get(f"{TEXT}style-name", "")
        style = self._automatic.get(("paragraph", key))
        has_look = style is not None and style.find(f"{STYLE}text-properties") is not None
        return _span_style(key) if has_look else ""

    def lost(self, family: str, key: str) -> Iterator[str]:
        """The looks that a style itself gives, and that no entry can have, by pandoc's names."""
        style = self._automatic.get((family, key), self._named.get((family, key)))
        given = None if style is None else style.find(f"{STYLE}text-properties")
        if given is None:
            return
        if given.get(f"{STYLE}text-underline-style", "none") != "none":
            yield "Underline"
        if given.get(f"{FO}font-variant") == "small-caps":
            yield "SmallCaps"

    def of_words(self) -> Iterator[etree._Element]:
        """The styles of spans, and new ones with the looks of whole paragraphs."""
        for (family, key), style in {**self._named, **self._automatic}.items():
            if family == "text":
                yield _without_underline(deepcopy(style))
            elif (family, key) in self._automatic:
                new = etree.Element(f"{STYLE}style", nsmap=prefixes("style"))
                new.set(f"{STYLE}name", _span_style(key))
                new.set(f"{STYLE}family", "text")
                new.extend(deepcopy(one) for one in style.iterfind(f"{STYLE}text-properties"))
                yield _without_underline(new)

    def _of(self, family: str, key: str, *below: str) -> _Style:
        at = (family, key)
        style = self._automatic.get(at, self._named.get(at))
        if style is None or key in below:
            return _Style(key.replace("_20_", " "), heading_level(key) if key else None)
        if at not in self._known:
            base = self._of(family, style.get(f"{STYLE}parent-style-name", ""), key, *below)
            self._known[at] = _over(base, style, automatic=at in self._automatic)
        return self._known[at]


def _over(base: _Style, style: etree._Element, *, automatic: bool) -> _Style:
    key = style.get(f"{STYLE}name", "")
    shown = style.get(f"{STYLE}display-name", key.replace("_20_", " "))
    level = min(number_in(style, f"{STYLE}default-outline-level", 0), DEEPEST)
    properties = style.find(f"{STYLE}text-properties")
    display = None if properties is None else properties.get(f"{TEXT}display")
    return _Style(
        base.name if automatic and base.name else shown,
        level or heading_level(shown) or base.level,
        base.hides if display is None else display == "none",
    )


def _without_underline(style: etree._Element) -> etree._Element:
    """A style without the look that pandoc takes for emphasis."""
    for properties in style.iterfind(f"{STYLE}text-properties"):
        for name in [*properties.attrib]:
            if str(name).startswith(f"{STYLE}text-underline"):
                del properties.attrib[name]
    return style


def _key(style: etree._Element) -> tuple[str, str]:
    return style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")


def _span_style(key: str) -> str:
    return f"words-of-{key}"


def _levels(style: etree._Element) -> dict[int, bool]:
    levels = {}
    for one in style:
        level = number_in(one, f"{TEXT}level", 0)
        numbered = ITEM_STYLES.get(str(one.tag))
        has_sign = not numbered or one.get(f"{STYLE}num-format") != ""
        if numbered is not None and level and has_sign:
            levels[level] = numbered
    return levels
