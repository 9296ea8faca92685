"""A Word file made ready for pandoc."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from council_report.intake.documents.package import parsed
from council_report.intake.documents.plain import word_texts
from council_report.intake.documents.prepared import Prepared
from council_report.intake.documents.revisions import (
    change_findings,
    look_findings,
    reading_of,
    restyled_paragraphs,
)
from council_report.intake.documents.wordcomments import comment_findings
from council_report.intake.documents.wordinlines import Inlines
from council_report.intake.documents.wordpackage import WordFile, word_package
from council_report.intake.documents.wordstyles import WordStyles
from council_report.intake.documents.wordtext import Links, Rewriter
from council_report.model.location import Location
from council_report.model.session import TrackedChanges
from council_report.model.source import SourceFile
from council_report.office.tags import CHART, DRAWING, NUMBER, W
from council_report.office.tracked import Reading, has_changes, settle

KINDS = ("footnotes", "endnotes")
FIGURES = ("word/charts/chart", "word/diagrams/data")
"""How the names of the parts begin that hold the words of charts and diagrams."""


class _Note(NamedTuple):
    """The text of a footnote or endnote, before and after tracked changes."""

    before: str
    after: str

    def read(self, reading: Reading) -> str:
        return self.before if reading == "before" else self.after


Notes = dict[tuple[str, str], _Note]
"""The notes of a file, by kind and id."""


def prepare_word(source: SourceFile, policy: TrackedChanges) -> Prepared:
    """A Word file made ready for pandoc, as ``Prepared`` describes it.

    ``policy`` says what becomes of tracked changes; refused ones are read as if accepted, so that
    the rest of the file can be judged. Raises KeyError or lxml's XMLSyntaxError for a package that
    the gate would not have let pass.
    """
    file, reading = WordFile(source.data), reading_of(policy)
    styles = WordStyles(file.tree("styles"), file.tree("numbering"))
    original = file.text
    after = word_texts(original, styles, "after")
    before = word_texts(original, styles, "before") if has_changes(original) else after
    texts = before if reading == "before" else after
    notes, inlines = _notes(file, styles), Inlines(styles)
    data = _rewritten(file, styles, reading, inlines)
    placed = [(number, notes.pop((kind, key), None)) for number, kind, key in inlines.notes]
    noted = [(number, note) for number, note in placed if note]
    changed = [
        *zip(range(1, len(texts) + 1), before, after, strict=True),
        *((number, note.before, note.after) for number, note in noted),
    ]
    return Prepared(
        data=data,
        paragraphs=texts,
        styles=tuple(styles.of(one.find(f"{W}pPr")).name for one in original.iter(f"{W}p")),
        marks=tuple(inlines.marks),
        notes=tuple((number, note.read(reading)) for number, note in noted),
        boxed=frozenset(
            number
            for number, paragraph in enumerate(original.iter(f"{W}p"), 1)
            if next(paragraph.iterancestors(f"{W}txbxContent"), None) is not None
        ),
        aside=tuple(_aside(source.name, file, styles, reading, notes)),
        findings=(
            *change_findings(source.name, policy, changed),
            *look_findings(source.name, restyled_paragraphs(original), texts),
            *comment_findings(source.name, original, file.tree("comments"), texts),
            *inlines.leftovers.findings(source.name, texts),
        ),
    )


def _rewritten(file: WordFile, styles: WordStyles, reading: Reading, inlines: Inlines) -> bytes:
    """The package for pandoc; what is left out of it is noted in ``inlines``."""
    links = Links()
    rewriter = Rewriter(styles, inlines, links)
    root = file.text
    for number, paragraph in enumerate(root.iter(f"{W}p"), 1):
        paragraph.set(NUMBER, str(number))
    settle(root, reading)
    inlines.enter(root, file.addresses())
    blocks = [block for body in root.iterfind(f"{W}body") for block in rewriter.blocks(body)]
    places = {(kind, key): number for number, kind, key in inlines.notes}
    notes = {kind: [*_new_notes(file, kind, places, reading, rewriter, inlines)] for kind in KINDS}
    return word_package(blocks, notes, file.tree("styles"), links.ids)


def _new_notes(
    file: WordFile,
    kind: str,
    places: dict[tuple[str, str], int],
    reading: Reading,
    rewriter: Rewriter,
    inlines: Inlines,
) -> Iterator[etree._Element]:
    """The footnotes or endnotes that the text refers to, rewritten as the text is."""
    root = file.tree(kind)
    if root is None:
        return
    for paragraph in root.iter(f"{W}p"):
        paragraph.attrib.pop(NUMBER, "")
    settle(root, reading)
    inlines.enter(root, file.addresses(kind))
    for note in root:
        number = places.get((kind, note.get(f"{W}id", "")))
        if number is not None:
            new = etree.Element(note.tag)
            new.set(f"{W}id", note.get(f"{W}id", ""))
            new.extend(rewriter.blocks(note, number))
            yield new


def _notes(file: WordFile, styles: WordStyles) -> Notes:
    notes: Notes = {}
    for kind in KINDS:
        root = file.tree(kind)
        for note in () if root is None else root:
            if note.get(f"{W}type", "normal") == "normal":
                before, after = (
                    " ".join(word_texts(note, styles, one)).strip() for one in ("before", "after")
                )
                notes[kind, note.get(f"{W}id", "")] = _Note(before, after)
    return notes


def _aside(
    name: str, file: WordFile, styles: WordStyles, reading: Reading, notes: Notes
) -> Iterator[tuple[Location, str]]:
    """The words of page headers and footers, of charts, and of notes that nothing refers to."""
    found: list[str] = []
    for kind in ("header", "footer"):
        roots = (parsed(file.parts[part]) for part in file.names(kind))
        found += [" ".join(word_texts(root, styles, reading)) for root in roots]
    for part, content in file.parts.items():
        if part.startswith(FIGURES):
            words = parsed(content).iter(f"{DRAWING}t", f"{CHART}v")
            found.append(" ".join(one.text or "" for one in words))
    found += [note.read(reading) for note in notes.values()]
    for quoted in dict.fromkeys(" ".join(one.split()) for one in found):
        if quoted:
            yield Location(name, words=quoted), quoted
