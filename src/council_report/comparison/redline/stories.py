"""A Word file as it is compared: its text, its headers and footers, its notes."""

from collections.abc import Iterator
from itertools import count

from council_report.comparison.redline.letters import Element
from council_report.comparison.redline.paragraphs import Paragraph, paragraphs, targets_of
from council_report.office.parts import Parts
from council_report.office.tags import R, W
from council_report.office.tracked import Reading, settle

NOTES = {"footnotes": f"{W}footnoteReference", "endnotes": f"{W}endnoteReference"}
RUNNING = {f"{W}headerReference": "header", f"{W}footerReference": "footer"}

Stories = dict[str, tuple[Paragraph, ...]]
"""The paragraphs of the ``text``, of each ``header`` and ``footer``, of ``footnotes`` and
``endnotes``, in order."""

FIRST = " 1 "
"""What is in the name of a header or footer of the first section, which inherits from none."""


def stories(word: bytes, reading: Reading | None = None) -> Stories:
    """What a Word file says, its tracked changes accepted (``after``) or rejected (``before``).

    In the first section, a header or footer without a word is as good as none.
    """
    parts = Parts(word)
    names = parts_of(parts)
    roots = {name: _settled(parts, part, reading) for name, part in names.items()}
    found = {}
    for name, root in roots.items():
        targets = targets_of(parts, names[name])
        below = _notes(roots["text"].iter(NOTES[name]), root) if name in NOTES else (root,)
        found[name] = tuple(one for element in below for one in paragraphs(element, targets))
    return {
        name: said
        for name, said in found.items()
        if (any(one.words for one in said) if FIRST in name else said)
    }


def parts_of(parts: Parts) -> dict[str, str]:
    """The part that holds each story of a Word file, whose sections it finds in the text."""
    main = next(name for _, name in parts.related("", "officeDocument"))
    notes = {kind: part for kind in NOTES for _, part in parts.related(main, kind)}
    return {"text": main, **dict(_running_parts(parts, main)), **notes}


def _settled(parts: Parts, part: str, reading: Reading | None) -> Element:
    root = parts.tree(part)
    if reading:
        settle(root, reading)
    return root


def _running_parts(parts: Parts, main: str) -> Iterator[tuple[str, str]]:
    """The headers and footers by section and kind of page, and the part that holds each."""
    names = {kind: dict(parts.related(main, kind)) for kind in RUNNING.values()}
    numbers = count(1)
    for section in parts.tree(main).iter(f"{W}sectPr"):
        if next(section.iterancestors(f"{W}sectPrChange"), None) is not None:
            continue
        number = next(numbers)
        for reference in section.iterchildren(*RUNNING):
            kind = RUNNING[str(reference.tag)]
            part = names[kind][reference.get(f"{R}id", "")]
            yield f"{kind} {number} {reference.get(f'{W}type')}", part


def _notes(references: Iterator[Element], root: Element) -> Iterator[Element]:
    """The notes, in the order in which the text refers to them."""
    notes = {note.get(f"{W}id"): note for note in root}
    for reference in references:
        note = notes.get(reference.get(f"{W}id"))
        if note is not None:
            yield note
