"""What an element that is written needs of the rest of its file: numbers, a date, relationships."""

from itertools import count

from lxml import etree

from council_report.comparison.redline.letters import Element
from council_report.model.receipt import AUTHOR
from council_report.office.parts import Parts
from council_report.office.tags import R, W


class Pen:
    """Writes elements of one part of a redline, at one moment."""

    def __init__(self, parts: Parts, part: str, root: Element, moment: str) -> None:
        self._parts, self._part, self._moment = parts, part, moment
        used = [number for one in root.iter() if (number := one.get(f"{W}id", "")).isdigit()]
        self._numbers = count(max(map(int, used), default=0) + 1)
        self._bookmarks: dict[str, str] = {}

    def sign(self, change: Element) -> None:
        """Give a tracked change its number, author and date."""
        change.set(f"{W}id", str(next(self._numbers)))
        change.set(f"{W}author", AUTHOR)
        change.set(f"{W}date", self._moment)

    def link(self, target: str) -> dict[str, str]:
        """The attributes of a hyperlink to what ``link_of`` says of it."""
        address, _, anchor = target.partition("\n")
        attributes = {f"{R}id": self._parts.linked(self._part, address)} if address else {}
        return attributes | ({f"{W}anchor": anchor} if anchor else {}) | {f"{W}history": "1"}

    def bookmark_start(self, name: str) -> Element:
        """Where a bookmark begins."""
        return self._bookmark("bookmarkStart", name, {f"{W}name": name})

    def bookmark_end(self, name: str) -> Element:
        """Where a bookmark ends."""
        return self._bookmark("bookmarkEnd", name, {})

    def _bookmark(self, tag: str, name: str, more: dict[str, str]) -> Element:
        number = self._bookmarks.get(name) or str(next(self._numbers))
        self._bookmarks[name] = number
        return etree.Element(f"{W}{tag}", {f"{W}id": number, **more})
