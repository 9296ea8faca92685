"""What a paragraph of an ODF text holds, told in the few elements that are plain to pandoc."""

from collections.abc import Callable, Iterable
from copy import copy

from lxml import etree

from council_report.intake.documents.leftovers import Leftover, Leftovers
from council_report.intake.documents.odfcomments import Comment, comment_in
from council_report.intake.documents.odfparts import (
    BLANKS,
    MADE,
    PARAGRAPHS,
    SILENT,
    blanks,
    boxes,
    is_bookmark,
    is_drawn,
    is_hidden,
    is_hidden_paragraph,
    is_picture,
    words_within,
)
from council_report.intake.documents.odfrevisions import OdfRevisions
from council_report.intake.documents.odfstyles import OdfStyles
from council_report.intake.documents.prepared import PLACE
from council_report.office.tags import MATH, NUMBER, OFFICE, SVG, TEXT, XLINK
from council_report.office.tracked import Reading


class OdfInlines:
    """The way through the paragraphs of one ODF text, and what is found on it.

    ``notes`` are the footnotes and endnotes and ``marks`` the bookmarks, each with the number of
    their paragraph; ``looks`` are those that pandoc does not tell of, by paragraph. ``note_blocks``
    makes the blocks of a note.
    """

    def __init__(self, root: etree._Element, styles: OdfStyles, reading: Reading) -> None:
        self.leftovers = Leftovers()
        self.marks: list[tuple[int, str]] = []
        self.notes: list[tuple[int, etree._Element]] = []
        self.comments: list[Comment] = []
        self.looks: dict[int, list[str]] = {}
        self.revisions = OdfRevisions(root, reading)
        self.note_blocks: Callable[[etree._Element, int], Iterable[etree._Element]]
        self._styles = styles
        self._number = 0
        self._hidden = False
        self._into: etree._Element = root
        self._boxes: list[etree._Element] = []

    def read(
        self, paragraph: etree._Element, new: etree._Element, number: int
    ) -> list[etree._Element]:
        """Write into an element what a paragraph holds; give the text boxes anchored in it."""
        outer = self._into, self._number, self._hidden, self._boxes
        self._into, self._number, self._boxes = new, number, []
        self._hidden = bool(self._styles.hides(paragraph)) or is_hidden_paragraph(paragraph)
        look = self._styles.look(paragraph)
        if look:
            self._note_looks("paragraph", paragraph)
            self._into = etree.SubElement(new, f"{TEXT}span")
            self._into.set(f"{TEXT}style-name", look)
        self._read(paragraph)
        found = self._boxes
        self._into, self._number, self._hidden, self._boxes = outer
        return found

    def leave(self, kind: Leftover, element: etree._Element, number: int) -> None:
        """Note the words of an element that is left out, at the paragraphs where they stand."""
        for paragraph in element.iter(*PARAGRAPHS):
            at = int(paragraph.get(NUMBER, number))
            self.leftovers.add(kind, at, words_within(paragraph))

    def note_drawn(self, drawn: etree._Element, number: int) -> None:
        """Note what something drawn shows besides words in paragraphs."""
        if is_picture(drawn):
            told = (one.text or "" for one in drawn.iter(f"{SVG}title", f"{SVG}desc"))
            self.leftovers.add("picture", number, next(filter(None, told), ""))
        for equation in drawn.iter(f"{MATH}math"):
            self.leftovers.add("unread", number, words_within(equation))

    def pass_change(self, mark: etree._Element) -> None:
        """Pass the place of a tracked change, and restore there what it took away."""
        deletion = self.revisions.passed(mark, self._number)
        if deletion is not None:
            self._restore(deletion)

    def _restore(self, deletion: etree._Element) -> None:
        paragraphs = [one for one in deletion if one.tag in PARAGRAPHS]
        for place, paragraph in enumerate(paragraphs):
            if place:
                self._append(etree.Element(f"{TEXT}line-break"))
            self._read(paragraph)

    def _read(self, element: etree._Element) -> None:
        self._say(element.text)
        for child in element:
            self._read_child(child)
            self._say(child.tail)

    def _read_child(self, child: etree._Element) -> None:
        blank = blanks(child)
        if blank is not None:
            self._read_blank(child, blank)
        elif child.tag == f"{TEXT}span":
            self._read_span(child)
        elif child.tag == f"{TEXT}a":
            self._read_link(child)
        elif child.tag == f"{TEXT}note":
            self._read_note(child)
        elif str(child.tag).startswith(f"{TEXT}change"):
            self.pass_change(child)
        elif is_drawn(child):
            self.note_drawn(child, self._number)
            self._boxes.extend(boxes(child))
        elif is_hidden(child):
            self.leftovers.add("hidden", self._number, words_within(child))
        else:
            self._read_other(child)

    def _read_other(self, child: etree._Element) -> None:
        if is_bookmark(child):
            self.marks.append((self._number, child.get(f"{TEXT}name", "")))
        elif child.tag == f"{OFFICE}annotation":
            self.comments.append(comment_in(child, self._number))
        elif child.tag == f"{TEXT}ruby-text":
            self.leftovers.add("ruby", self._number, words_within(child))
        elif child.tag == f"{TEXT}placeholder":
            self.leftovers.add("placeholder", self._number, words_within(child))
        elif child.tag not in SILENT and child.tag not in MADE:
            self._read(child)

    def _read_blank(self, element: etree._Element, words: str) -> None:
        if not self._hidden and not self.revisions.left_out:
            new = copy(element)
            new.tail = None
            self._append(new)
        elif self._hidden:
            self.leftovers.add("hidden", self._number, words)

    def _read_span(self, span: etree._Element) -> None:
        outer = self._hidden
        told = self._styles.hides(span)
        self._hidden = outer if told is None else told
        self._note_looks("text", span)
        self._read_into(
            f"{TEXT}span", {f"{TEXT}style-name": span.get(f"{TEXT}style-name", "")}, span
        )
        self._hidden = outer

    def _note_looks(self, family: str, element: etree._Element) -> None:
        """Note the looks that are lost of words; a link is underlined by itself."""
        looks = set(self._styles.lost(family, element.get(f"{TEXT}style-name", "")))
        if next(element.iterancestors(f"{TEXT}a"), None) is not None:
            looks.discard("Underline")
        if looks and words_within(element):
            self.looks.setdefault(self._number, []).extend(sorted(looks))

    def _read_link(self, link: etree._Element) -> None:
        address = link.get(f"{XLINK}href", "")
        if not address or address.startswith(("#", PLACE)):
            self._read(link)
        else:
            self._read_into(f"{TEXT}a", {f"{XLINK}href": address}, link)

    def _read_into(self, tag: str, attributes: dict[str, str], source: etree._Element) -> None:
        outer, self._into = self._into, etree.Element(tag, attributes)
        self._read(source)
        made, self._into = self._into, outer
        if len(made) or made.text:
            self._append(made)

    def _read_note(self, note: etree._Element) -> None:
        if self._hidden or self.revisions.left_out:
            words = words_within(note)
            if self._hidden:
                self.leftovers.add("hidden", self._number, words)
            return
        self.notes.append((self._number, note))
        new = etree.Element(f"{TEXT}note", {f"{TEXT}note-class": "footnote"})
        etree.SubElement(new, f"{TEXT}note-citation").text = str(len(self.notes))
        self._append(new)
        body = etree.SubElement(new, f"{TEXT}note-body")
        for source in note.iterfind(f"{TEXT}note-body"):
            body.extend(self.note_blocks(source, self._number))

    def _say(self, words: str | None) -> None:
        if not words or self.revisions.left_out:
            return
        words = BLANKS.sub(" ", words)
        if self._hidden:
            self.leftovers.add("hidden", self._number, words)
        elif len(self._into):
            self._into[-1].tail = (self._into[-1].tail or "") + words
        else:
            self._into.text = (self._into.text or "") + words

    def _append(self, new: etree._Element) -> None:
        self._into.append(new)
