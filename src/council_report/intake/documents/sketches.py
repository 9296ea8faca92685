"""Entries in outline: which paragraphs make one, and what its details are."""

import re
from dataclasses import dataclass, field

from council_report.intake.documents.blocks import Part
from council_report.intake.documents.captions import with_captions
from council_report.intake.documents.details import (
    DETAILS,
    Details,
    is_details,
    read_details,
    repeats,
)
from council_report.intake.documents.divisions import Division
from council_report.intake.documents.origin import Reading, first_words
from council_report.intake.documents.passages import without_start
from council_report.model.contribution import EntryKind
from council_report.model.language import Language
from council_report.model.location import shortened
from council_report.model.message import Message
from council_report.model.text import plain

TYPED_BULLET = re.compile(
    r"\s*([-\u2013\u2022\u00b7\u25aa\u25cf\u25a0\u2023\u25e6\u25cb])\s+(?=\S)"
)
"""What stands before the words of a bullet that was typed by hand: ``-``, a dash, ``•``."""

HOLLOW = "\u25e6\u25cb"
"""The signs of bullets that Word gives to the second level."""

SECOND_LEVEL = frozenset({"list bullet 2", "list 2"})
"""Styles of list items that are of the second level, though Word counts them as a list apart."""


@dataclass(slots=True)
class Sketch:
    """An entry before it has an id; ``caption`` is the part that names a table."""

    part: Part
    section: str
    language: Language
    kind: EntryKind
    caption: Part | None = None
    details: Details = field(default_factory=Details)

    @property
    def named(self) -> Part:
        """The part that holds its text and its bookmark."""
        return self.caption or self.part


def sketches_of(division: Division, reading: Reading) -> list[Sketch]:
    """The entries under one heading, each with the details that stand below it."""
    sketches: list[Sketch] = []
    for part, caption in with_captions(division.parts, reading):
        told = is_details(part, reading)
        owner = _owner(part, sketches, reading) if told else None
        if owner and not repeats(part, owner.details, reading):
            read_details(part, owner.details, reading)
        elif told and (owner or reading.origin.style(part.passage.spots) == DETAILS):
            reading.take(part)
            _find_loose(part, reading)
        elif part.rows or _is_text(part, reading):
            sketches.append(_sketch(part, caption, division, reading))
        else:
            reading.remark(part)
    _find_moved(sketches, reading)
    return sketches


def _owner(part: Part, sketches: list[Sketch], reading: Reading) -> Sketch | None:
    """The entry that a line tells of; one in a text box stands beside the text, not above it."""
    is_beside = reading.origin.is_boxed(part.passage.spots)
    above = (one for one in reversed(sketches) if is_beside or not _is_boxed(one, reading))
    return next(above, None)


def _is_boxed(sketch: Sketch, reading: Reading) -> bool:
    return reading.origin.is_boxed(sketch.named.passage.spots)


def _is_text(part: Part, reading: Reading) -> bool:
    """Whether a paragraph has letters; one of non-breaking spaces alone is only white."""
    words = part.passage.words
    return bool(words.strip()) or (bool(words) and bool(reading.ids(part)))


def _sketch(part: Part, caption: Part | None, division: Division, reading: Reading) -> Sketch:
    for one in (part, caption):
        if one:
            reading.remark(one)
    kind: EntryKind = "paragraph" if part.kind == "heading" else part.kind
    sign = TYPED_BULLET.match(plain(part.passage.runs))
    if kind == "paragraph" and sign and not reading.ids(part):
        part = part._replace(passage=without_start(part.passage, sign.end()))
        kind = "sub-bullet" if sign[1] in HOLLOW else "bullet"
        _note_bullet(sign[1], part, reading)
    elif kind == "bullet" and reading.origin.style(part.passage.spots) in SECOND_LEVEL:
        kind = "sub-bullet"
    return Sketch(part, division.section, division.language, kind, caption)


def _note_bullet(sign: str, part: Part, reading: Reading) -> None:
    words = shortened(part.passage.words)
    message = Message("the “{sign}” before “{words}” is read as a bullet", sign=sign, words=words)
    remedy = Message("Nothing to do, unless it is no bullet: then take the sign away.")
    reading.find("bullet-by-look", "note", part, message, remedy)


def _find_moved(sketches: list[Sketch], reading: Reading) -> None:
    """Warn of new text that was written between an entry of the form and its line of details."""
    above: Sketch | None = None
    for sketch in sketches:
        if _is_boxed(sketch, reading):
            continue
        if not _is_new(sketch, reading):
            above = None if sketch.details.is_given else sketch
        elif sketch.details.is_given:
            if above and sketch.details.values and _had_details(above, reading):
                _warn_of_moved(sketch, above, reading)
            above = None


def _is_new(sketch: Sketch, reading: Reading) -> bool:
    """Whether an entry has no mark of the form, nor the very words of one."""
    words = " ".join(sketch.named.passage.words.split())
    return not reading.ids(sketch.named) and words not in reading.guide.texts


def _had_details(sketch: Sketch, reading: Reading) -> bool:
    """Whether the form had a line of details below an entry, as far as its mark can tell."""
    ids = reading.ids(sketch.named)
    return bool(ids) and ids[0] not in reading.guide.undetailed


def _warn_of_moved(sketch: Sketch, above: Sketch, reading: Reading) -> None:
    message = Message(
        "the details below this text stood under “{words}” before, which now has none",
        words=first_words(above.named.passage.words),
    )
    remedy = Message(
        "Put the line of details back directly below that text, and write the new text below it."
    )
    reading.find("details-moved", "warning", sketch.named, message, remedy)


def _find_loose(part: Part, reading: Reading) -> None:
    message = Message("“{words}” stands under no entry", words=part.passage.words)
    remedy = Message(
        "Move this line directly below the text it describes, or delete it if that text is gone."
    )
    reading.find("details-loose", "error", part, message, remedy)
