"""Footnotes are compared as the text is, also where only one of the drafts has any."""

import pytest
from lxml import etree

from council_report.comparison.redline import make_redline
from council_report.comparison.redline.stories import stories
from council_report.comparison.redline.verifying import verify
from council_report.errors import ComparisonError
from council_report.office.parts import Parts
from council_report.office.tags import W, prefixes
from tests.comparison.redline.drafts import BLOCKS, MADE, draft, part, with_part

NAME = "word/footnotes.xml"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
XMLNS = f'xmlns:w="{prefixes("w")["w"]}"'
LINES = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)


def with_notes(word: bytes, *notes: str) -> bytes:
    """A draft with footnotes, one at the end of each of its last paragraphs."""
    parts = Parts(word)
    root = parts.tree("word/document.xml")
    written = ""
    for number, words in enumerate(notes, 1):
        mark = f'<w:r {XMLNS}><w:footnoteReference w:id="{number}"/></w:r>'
        [*root.iter(f"{W}p")][-number].append(etree.fromstring(mark))
        written += (
            f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {words}</w:t></w:r></w:p></w:footnote>'
        )
    parts.put("word/document.xml", root)
    footnotes = f"<w:footnotes {XMLNS}>{LINES}{written}</w:footnotes>"
    parts.put(NAME, etree.fromstring(footnotes))
    parts.add(NAME, TYPE, "word/document.xml", "footnotes")
    return parts.saved()


PLAIN = draft(*BLOCKS)
ONE = with_notes(PLAIN, "A note on standards of 2025.")
OTHER = with_notes(PLAIN, "A note on standards of 2026.")
TWO = with_notes(PLAIN, "A note on standards of 2025.", "Another note.")


@pytest.mark.parametrize(
    ("old", "new"),
    [(ONE, OTHER), (PLAIN, ONE), (ONE, PLAIN), (ONE, TWO), (TWO, ONE), (ONE, ONE)],
    ids=["changed", "first", "last", "added", "removed", "same"],
)
def test_footnotes_come_back(old: bytes, new: bytes) -> None:
    """Accepted they are those of the new draft, rejected those of the old one."""
    redline = make_redline(old, new, MADE)
    said, wanted = stories(redline, "after"), stories(new)
    assert said.get("footnotes") == wanted.get("footnotes")


def test_a_footnote_that_is_not_tracked_is_refused() -> None:
    """The words of notes count."""

    def change(root: etree._Element) -> None:
        next(root.iter(f"{W}t")).text = "Something else."

    redline = make_redline(ONE, OTHER, MADE)
    assert part(redline, NAME) is not None
    with pytest.raises(ComparisonError, match="in the footnotes"):
        verify(with_part(redline, change, NAME), ONE, OTHER)
