"""Text as WordprocessingML: escaped, and rich text as runs and links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markupsafe import Markup

from council_report.model.text import Run
from council_report.rendering.runs import as_runs, as_xml

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
DECLARED = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
PIECES = st.sampled_from(["{", "_", "}", "%", "{_{", "}_}", "{_%", "%_}", "<", "&", '"', "'", "é"])


def paragraph(*runs: Run) -> etree._Element:
    """A paragraph of these runs, as XML, with the address of each link as its relationship."""
    return etree.fromstring(f"<w:p {DECLARED}>{as_runs(runs, lambda address: address)}</w:p>")


def names(element: etree._Element) -> list[str]:
    """The names of the elements in an element."""
    return [etree.QName(child).localname for child in element]


@given(st.lists(PIECES).map("".join))
def test_docxtpl_finds_no_marks_of_its_own_in_our_texts(words: str) -> None:
    """What docxtpl does to finished XML leaves our texts as they are."""
    xml = str(as_xml(words))
    for mark, meaning in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
        xml = xml.replace(mark, meaning)
    assert (etree.fromstring(f"<t>{xml}</t>").text or "") == words


def test_ready_made_xml_is_not_escaped_again() -> None:
    """The runs of a text are printed as they are, and so is what is no text at all."""
    ready = Markup("<w:r/>")
    assert as_xml(ready) is ready
    assert as_xml(7) == 7


def test_a_plain_run_has_no_properties() -> None:
    """Text without a look is a bare run that keeps its spaces."""
    (run,) = paragraph(Run(" a  b "))
    assert names(run) == ["t"]
    assert run[0].text == " a  b "
    assert run[0].get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


@pytest.mark.parametrize(
    ("run", "properties"),
    [
        (Run("a", strong=True), ["b", "bCs"]),
        (Run("a", emphasis=True), ["i", "iCs"]),
        (Run("a", superscript=True), ["vertAlign"]),
        (
            Run("a", strong=True, emphasis=True, superscript=True),
            ["b", "bCs", "i", "iCs", "vertAlign"],
        ),
    ],
)
def test_a_look_is_a_property_of_the_run(run: Run, properties: list[str]) -> None:
    """Each look has its property, for Latin and Arabic letters, in the order of the standard."""
    (element,) = paragraph(run)
    assert names(element) == ["rPr", "t"]
    assert names(element[0]) == properties


def test_a_link_is_a_hyperlink_around_its_run() -> None:
    """A link refers to its address by relationship, and has the style of links besides its look."""
    (link,) = paragraph(Run("a & b", strong=True, href="https://example.org/"))
    assert etree.QName(link).localname == "hyperlink"
    assert link.get(f"{{{NAMESPACES['r']}}}id") == "https://example.org/"
    (run,) = link
    assert names(run[0]) == ["rStyle", "b", "bCs"]
    assert run[1].text == "a & b"


def test_runs_follow_one_another() -> None:
    """The runs of a text are in its order."""
    texts = paragraph(Run("a"), Run("b", emphasis=True), Run("c")).iter("{*}t")
    assert [text.text for text in texts] == ["a", "b", "c"]


def test_no_text_is_no_run() -> None:
    """An empty cell has no runs."""
    assert as_runs((), str) == ""
