"""What a paragraph of a Word file holds, told in the few elements that are plain to pandoc."""

from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from council_report.intake.documents.leftovers import Leftover, Leftovers
from council_report.intake.documents.symbols import Fonts
from council_report.intake.documents.wordfields import Fields, address_in
from council_report.intake.documents.wordparts import (
    character,
    chosen,
    fonts_of,
    is_contents,
    is_emptied,
    is_picture,
    is_placeholder,
    other_words,
)
from council_report.intake.documents.wordpieces import (
    Piece,
    alternative,
    boxes,
    contents,
    look_of,
)
from council_report.intake.documents.wordstyles import WordStyles
from council_report.office.tags import DRAWING, MC, NUMBER, M, R, V, W

NOTES = {f"{W}footnoteReference", f"{W}endnoteReference"}
DRAWN = {f"{W}drawing", f"{W}pict", f"{W}object"}
WORDS = (f"{W}t", f"{W}delText", f"{M}t", f"{DRAWING}t", f"{V}textpath")
WRAPPERS = {
    f"{W}{name}"
    for name in (
        *("sdt", "sdtContent", "smartTag", "customXml", "dir", "bdo", "fldSimple"),
        *("ins", "del", "moveFrom", "moveTo"),
    )
}
"""What may stand around words, and says nothing itself."""


class Inlines:
    """The way through the paragraphs of one file, and what is found on it.

    ``notes`` are the references to footnotes and endnotes, by kind and id, and ``marks`` the
    bookmarks, each with the number of their paragraph.
    """

    def __init__(self, styles: WordStyles) -> None:
        self.leftovers = Leftovers()
        self.notes: list[tuple[int, str, str]] = []
        self.marks: list[tuple[int, str]] = []
        self._styles = styles
        self._addresses: Mapping[str, str] = {}
        self._fields = Fields()
        self._number = 0
        self._properties: etree._Element | None = None
        self._pieces: list[Piece] = []
        self._boxes: list[etree._Element] = []

    def enter(self, root: etree._Element, addresses: Mapping[str, str]) -> None:
        """Begin with a part, whose links go to these addresses, by the id of the relationship."""
        self._addresses = addresses
        self._fields = Fields(root)

    def read(
        self, paragraph: etree._Element, number: int
    ) -> tuple[list[Piece], list[etree._Element]]:
        """What a paragraph holds, and the content of the text boxes that are anchored in it."""
        self._number, self._pieces, self._boxes = number, [], []
        self._properties = paragraph.find(f"{W}pPr")
        self._read(paragraph, "")
        return self._pieces, self._boxes

    def is_read(self, control: etree._Element, number: int) -> bool:
        """Whether somebody wrote what stands in a content control; if not, it is noted."""
        if is_placeholder(control):
            self.leave("placeholder", control, number)
        elif is_contents(control):
            self.leave("contents", control, number)
        else:
            return True
        return False

    def choose(self, alternate: etree._Element, number: int) -> etree._Element:
        """The way to say the same that is read; words that another has alone are noted."""
        self.leftovers.add("unread", number, other_words(alternate))
        branch = chosen(alternate)
        return etree.Element("nothing") if branch is None else branch

    def leave(self, kind: Leftover, element: etree._Element, number: int) -> None:
        """Note the words of an element that is left out, at the paragraphs where they stand."""
        for part in element.iter(*WORDS):
            own = next(part.iterancestors(f"{W}p"), None)
            at = number if own is None else int(own.get(NUMBER, number))
            self.leftovers.add(kind, at, part.text or part.get("string") or "")

    def _read(self, parent: etree._Element, address: str) -> None:
        for child in parent:
            if child.tag == f"{W}r":
                self._read_run(child, address)
            elif child.tag == f"{W}hyperlink":
                self._read(child, self._address(child) or address)
            elif child.tag == f"{W}bookmarkStart":
                if not is_emptied(child):
                    self.marks.append((self._number, child.get(f"{W}name", "")))
            elif child.tag in {f"{M}oMath", f"{M}oMathPara"}:
                self._read_equation(child, address)
            elif child.tag == f"{MC}AlternateContent":
                self._read(self.choose(child, self._number), address)
            elif child.tag in WRAPPERS:
                self._read_wrapper(child, address)
            elif child.tag != f"{W}pPr":
                self.leave("unread", child, self._number)

    def _read_wrapper(self, wrapper: etree._Element, address: str) -> None:
        if wrapper.tag == f"{W}sdt" and not self.is_read(wrapper, self._number):
            return
        self._read(wrapper, address_in(wrapper.get(f"{W}instr", "")) or address)

    def _address(self, link: etree._Element) -> str:
        target = self._addresses.get(link.get(f"{R}id", ""), "")
        anchor = link.get(f"{W}anchor", "")
        return f"{target}#{anchor}" if target and anchor else target

    def _read_run(self, run: etree._Element, address: str) -> None:
        properties = run.find(f"{W}rPr")
        hidden = self._styles.hides(properties, self._properties)
        look = look_of(properties, self._styles)
        for child in run:
            if child.tag == f"{W}fldChar":
                self._pass_mark(child, look, address, hidden)
            elif child.tag == f"{W}instrText":
                self._fields.instruct(child.text or "")
            elif hidden:
                self.leave("hidden", child, self._number)
            else:
                self._read_piece(child, look, address, fonts_of(properties))

    def _read_piece(
        self, element: etree._Element, look: etree._Element | None, address: str, fonts: Fonts
    ) -> None:
        found = character(element, fonts)
        if found is not None:
            for unknown in found[1]:
                self.leftovers.add("symbol", self._number, unknown)
            self._say(found[0], look, address)
        elif element.tag in NOTES:
            self._read_reference(element)
        elif element.tag in DRAWN:
            self._read_drawn(element)
        elif element.tag == f"{MC}AlternateContent":
            for child in self.choose(element, self._number):
                self._read_piece(child, look, address, fonts)
        elif element.tag == f"{W}ruby":
            self._read_ruby(element, address)
        elif element.tag != f"{W}rPr":
            self.leave("unread", element, self._number)

    def _say(self, words: str, look: etree._Element | None, address: str) -> None:
        """Write words down, unless they belong to a field that shows something else."""
        kind = self._fields.left_out_as()
        if kind:
            self.leftovers.add(kind, self._number, words)
            return
        self._fields.note_result()
        linked = self._fields.address or address
        self._pieces.extend(Piece(content, look, linked) for content in contents(words))

    def _pass_mark(
        self, mark: etree._Element, look: etree._Element | None, address: str, hidden: bool
    ) -> None:
        shown = self._fields.mark(mark)
        if shown is None or hidden:
            return
        if shown.words is not None:
            self._say(shown.words, look, address)
        else:
            self.leftovers.add("field", self._number, shown.instruction)

    def _read_reference(self, reference: etree._Element) -> None:
        kind = etree.QName(reference).localname.replace("Reference", "s")
        self.notes.append((self._number, kind, reference.get(f"{W}id", "")))
        self._pieces.append(Piece(deepcopy(reference), None, ""))

    def _read_ruby(self, ruby: etree._Element, address: str) -> None:
        for small in ruby.iterfind(f"{W}rt"):
            self.leave("ruby", small, self._number)
        for base in ruby.iterfind(f"{W}rubyBase"):
            self._read(base, address)

    def _read_equation(self, equation: etree._Element, address: str) -> None:
        words = "".join(part.text or "" for part in equation.iter(f"{M}t", f"{W}t"))
        self.leftovers.add("equation", self._number, words)
        self._say(words, None, address)

    def _read_drawn(self, drawn: etree._Element) -> None:
        if is_picture(drawn):
            told = next(filter(None, map(alternative, drawn.iter())), "")
            self.leftovers.add("picture", self._number, told)
        for art in drawn.iter(f"{DRAWING}t", f"{V}textpath"):
            self.leftovers.add("unread", self._number, art.text or art.get("string") or "")
        self._boxes.extend(boxes(drawn))
