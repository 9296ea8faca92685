"""The bookmarks that carry the ids of entries through a Word file, where nobody sees them."""

from collections.abc import Iterable
from itertools import count

from lxml import etree
from markupsafe import Markup

from council_report.model.guide import MARK
from council_report.office.tags import W, prefixes

FIRST = 1_000_001
"""The number of our first bookmark, above all that Word gives to those of a template."""

LAST_EDIT = "_GoBack"
"""The bookmark in which Word notes where a template was last edited."""

COUNT = etree.XPath("count(//w:bookmarkStart)", namespaces=prefixes("w"))
START, END, ID, NAME = f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}id", f"{W}name"


def in_bookmark(runs: str, mark: str, number: int) -> Markup:
    """Runs with a bookmark of this name and number around them."""
    return Markup(  # noqa: S704 - a mark is made of letters, digits and underscores
        f'<w:bookmarkStart w:id="{number}" w:name="{mark}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'
    )


def tell_apart(body: etree._Element, others: Iterable[etree._Element], marks: int) -> None:
    """Let every bookmark have a name and a number of its own, and a beginning and an end.

    A template may print a text twice, or have bookmarks of its own in a loop: the first one
    counts. Those of entries, of which there are so many ``marks``, stay in the body alone;
    ``others`` are headers and the like.
    """
    names = {LAST_EDIT}
    in_order = COUNT(body) == marks  # So is nearly every body, however long.
    numbers = count(FIRST + marks if in_order else FIRST)
    if not in_order:
        _renumber(body, names, numbers)
    for root in others:
        _drop_marks(root)
        _renumber(root, names, numbers)


def _renumber(root: etree._Element, names: set[str], numbers: "count[int]") -> None:
    begun: dict[str, tuple[etree._Element, str]] = {}
    for one in [*root.iter(START, END)]:
        given, name = one.get(ID, ""), one.get(NAME, "")
        if one.tag == END:
            start, number = begun.pop(given, (None, ""))
        else:
            start = None if name in names or given in begun else one
            number = str(next(numbers))
        if start is None:
            _remove(one)
        elif number != given:
            one.set(ID, number)
        if start is one:
            names.add(name)
            begun[given] = one, number
    for start, _ in begun.values():
        _remove(start)


def _drop_marks(root: etree._Element) -> None:
    for one in [*root.iter(START)]:
        if one.get(NAME, "").startswith(MARK):
            _remove(one)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
