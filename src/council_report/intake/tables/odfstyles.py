"""What the styles of an .ods file hide, strike out, or print on top of every page."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from council_report.intake.tables.odfwords import STYLE, TABLE, all_words
from council_report.intake.tables.package import Package

MARGINS = tuple(
    f"{STYLE}{name}{side}" for name in ("header", "footer") for side in ("", "-left", "-first")
)


class Styles(NamedTuple):
    """The names of styles that hide a sheet or strike words out; words in page margins.

    ``margins`` are the words in headers and footers, by the style of the sheets they belong to.
    """

    hidden_sheets: frozenset[str]
    struck: frozenset[str]
    margins: dict[str, tuple[str, ...]]


def read_styles(package: Package, content: etree._Element) -> Styles:
    """The styles of a file, from its content and from its styles.xml."""
    roots = [content]
    if package.holds("styles.xml"):
        roots.append(package.xml("styles.xml"))
    named = [one for root in roots for one in root.iter(f"{STYLE}style")]
    pages = {
        one.get(f"{STYLE}name", ""): tuple(_margins(one))
        for root in roots
        for one in root.iter(f"{STYLE}master-page")
    }
    return Styles(
        frozenset(one.get(f"{STYLE}name", "") for one in named if _hides(one)),
        frozenset(one.get(f"{STYLE}name", "") for one in named if _strikes(one)),
        {
            one.get(f"{STYLE}name", ""): pages.get(one.get(f"{STYLE}master-page-name", ""), ())
            for one in named
        },
    )


def _hides(style: etree._Element) -> bool:
    found = style.find(f"{STYLE}table-properties")
    return found is not None and found.get(f"{TABLE}display") == "false"


def _strikes(style: etree._Element) -> bool:
    found = style.find(f"{STYLE}text-properties")
    line = "none" if found is None else found.get(f"{STYLE}text-line-through-style", "none")
    return line != "none"


def _margins(page: etree._Element) -> Iterator[str]:
    for margin in page.iter(*MARGINS):
        if margin.get(f"{STYLE}display") != "false":
            yield from all_words(margin)
