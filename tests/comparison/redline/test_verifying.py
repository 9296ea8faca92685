"""A redline that misses a change is refused, and the refusal says where."""

from collections.abc import Callable

import pytest
from lxml import etree

from council_report.comparison.redline import make_redline
from council_report.comparison.redline.verifying import verify
from council_report.errors import ComparisonError
from council_report.model.message import Message
from council_report.model.text import Run
from council_report.office.tags import PACKAGE, W
from tests.comparison.redline.drafts import (
    BLOCKS,
    FIGURES,
    LINKED,
    MADE,
    bullet,
    draft,
    paragraph,
    part,
    table,
    with_part,
)

OTHER_SITE = (LINKED[0], Run("the site", href="https://example.org/b"), *LINKED[2:])

NEW = (
    paragraph("ITU continued its work on artificial intelligence in\xa02026.", "work"),
    BLOCKS[1],
    BLOCKS[3],
    BLOCKS[4],
    BLOCKS[2],
    bullet("A new bullet.", "new"),
    table("Table 1", *FIGURES, ("ITU-D", "450")),
    BLOCKS[6],
    paragraph(OTHER_SITE, "site"),
    # The last paragraph is gone.
)


@pytest.fixture(scope="module")
def old() -> bytes:
    """The draft before."""
    return draft(*BLOCKS)


@pytest.fixture(scope="module")
def new() -> bytes:
    """The draft after many edits."""
    return draft(*NEW, symbol="C25/44-E")


@pytest.fixture(scope="module")
def redline(old: bytes, new: bytes) -> bytes:
    """The redline of the two."""
    return make_redline(old, new, MADE)


def first(root: etree._Element, tag: str, words: str = "") -> etree._Element:
    """The first element of a name that holds these words."""
    found = (one for one in root.iter(f"{W}{tag}") if words in "".join(one.itertext()))
    return next(found)


def removed(element: etree._Element) -> None:
    """Take an element away."""
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def unwrapped(element: etree._Element) -> None:
    """Take a tracked change away, and leave what is in it as if it had always been there."""
    for child in [*element]:
        element.addprevious(child)
    removed(element)


Sabotage = Callable[[etree._Element], None]

SABOTAGE: dict[str, tuple[Sabotage, str]] = {
    "an insertion is lost": (lambda root: removed(first(root, "ins", "2026")), "Accepting"),
    "a deletion is lost": (lambda root: removed(first(root, "del", "2025")), "Rejecting"),
    "an insertion is not tracked": (
        lambda root: unwrapped(first(root, "ins", "2026")),
        "Rejecting",
    ),
    "a deletion is not tracked": (lambda root: unwrapped(first(root, "del", "2025")), "Accepting"),
    "a paragraph is lost": (lambda root: removed(first(root, "p", "Study Group 13")), "Accepting"),
    "the end of a new paragraph is not tracked": (
        lambda root: removed(first(root, "p", "A new bullet.").find(f"{W}pPr/{W}rPr/{W}ins")),
        "Rejecting",
    ),
    "a row is lost": (lambda root: removed(first(root, "tr", "ITU-D")), "Accepting"),
    "a row is not tracked": (
        lambda root: removed(first(root, "tr", "ITU-D").find(f"{W}trPr/{W}ins")),
        "Rejecting",
    ),
    "what was moved is gone": (lambda root: removed(first(root, "moveTo")), "Accepting"),
    "what was moved stays": (lambda root: removed(first(root, "moveFrom")), "Rejecting"),
    "a space breaks": (
        lambda root: setattr(first(root, "t", "\xa02026"), "text", "in 2026"),
        "Accepting",
    ),
    "a look is lost": (lambda root: removed(first(root, "vertAlign")), "Accepting"),
    "a style is lost": (lambda root: removed(first(root, "pStyle")), "Accepting"),
    "a cell has another place": (
        lambda root: first(root, "tr", "ITU-R").append(first(root, "tr", "ITU-R")[1]),
        "Accepting",
    ),
    "a mark is lost": (lambda root: removed(first(root, "bookmarkStart")), "Accepting"),
}


def test_what_the_engine_made_is_accepted(redline: bytes, old: bytes, new: bytes) -> None:
    """Untouched, the redline passes."""
    verify(redline, old, new)


@pytest.mark.parametrize("name", SABOTAGE)
def test_a_corrupted_redline_is_refused(name: str, redline: bytes, old: bytes, new: bytes) -> None:
    """Whatever is missing or wrong in it, one of the two readings shows it."""
    change, words = SABOTAGE[name]
    with pytest.raises(ComparisonError, match=words):
        verify(with_part(redline, change), old, new)


def test_a_header_that_is_not_tracked_is_refused(redline: bytes, old: bytes, new: bytes) -> None:
    """The top of each page is compared as the text is."""
    broken = with_part(redline, lambda root: removed(first(root, "del")), "word/header1.xml")
    with pytest.raises(ComparisonError, match=r"in a header, .*C25/43-E"):
        verify(broken, old, new)


def test_a_footer_that_differs_is_refused(redline: bytes, old: bytes, new: bytes) -> None:
    """So is the foot of each page."""

    def change(root: etree._Element) -> None:
        first(root, "t", "itu.int").text = "www.example.org"

    for name in ("word/footer1.xml", "word/footer2.xml"):
        if b"itu.int" in etree.tostring(part(redline, name)):
            with pytest.raises(ComparisonError, match="in a footer"):
                verify(with_part(redline, change, name), old, new)
            return
    pytest.fail("no footer was found")


def test_a_link_that_leads_elsewhere_is_refused(redline: bytes, old: bytes, new: bytes) -> None:
    """The address counts, not only the words."""

    def change(root: etree._Element) -> None:
        for one in root.iter(f"{PACKAGE}Relationship"):
            if one.get("Target") == "https://example.org/b":
                one.set("Target", "https://example.org/evil")

    broken = with_part(redline, change, "word/_rels/document.xml.rels")
    with pytest.raises(ComparisonError, match="leads elsewhere"):
        verify(broken, old, new)


def test_a_refusal_quotes_the_words_that_differ(redline: bytes, old: bytes, new: bytes) -> None:
    """It says where, what is there, what should be, and what to do; all of it can be translated."""
    broken = with_part(redline, lambda root: removed(first(root, "ins", "2026")))
    with pytest.raises(ComparisonError) as caught:
        verify(broken, old, new)
    message = caught.value.args[0]
    assert isinstance(message, Message)
    assert "in the text, there is “ficial intelligence ." in message
    assert "“ficial intelligence in⟦NBSP⟧2026." in message
    assert "Compare" in caught.value.hint


def test_a_draft_is_no_redline_of_two(old: bytes, new: bytes) -> None:
    """The new draft without any tracked change gives nothing back."""
    with pytest.raises(ComparisonError, match="Rejecting"):
        verify(new, old, new)


def test_a_few_differences_are_told_of_many(old: bytes) -> None:
    """A redline of other files does not fill the screen."""
    with pytest.raises(ComparisonError) as caught:
        verify(old, old, draft(*(bullet(f"Other {number}.") for number in range(20))))
    assert str(caught.value).count("there is") <= 3
