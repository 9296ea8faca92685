"""The words of a Word table that came back which are in no row of a unit, so that none is lost."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from council_report.intake.translated.sheets import Sheet, text_of
from council_report.model.edited import EditedCopy, EditedParagraph
from council_report.model.finding import Finding, Severity
from council_report.model.location import Location, shortened
from council_report.model.message import Message
from council_report.model.text import plain

BESIDE = {"text box", "footnote", "endnote"}
"""The parts of a file in which words of a translation may stand, and are not read."""

OURS = {"title", "form guidance", "heading 1"}
"""The styles of what we write around the tables ourselves."""


def unread_in(copy: EditedCopy, sheets: Sequence[Sheet]) -> Iterator[Finding]:
    """The words in and around our tables, ``sheets``, that no unit has; a row is told once.

    It is an error where they may be a translation: in a row without an id, in a box, in a note.
    """
    known, spans = _known(sheets), [_span(sheet) for sheet in sheets]
    for (part, _), group in groupby(copy.paragraphs, key=_row):
        first, *others = group
        words, is_body = plain(text_of((first, *others))), part == "body"
        if not words or (is_body and first.number in known):
            continue
        place = Location(
            copy.file, paragraph=first.number if is_body else None, words=shortened(words)
        )
        if part in BESIDE or (is_body and _is_in(first.number, spans)):
            yield _finding(place, "error")
        elif is_body and not first.cell and first.style.casefold() not in OURS:
            yield _finding(place, "note")


def _known(sheets: Sequence[Sheet]) -> set[int]:
    """The numbers of the paragraphs that belong to units."""
    rows = (row for sheet in sheets for row in sheet.rows if sheet.id_in(row))
    return {one.number for row in rows for cell in row.values() for one in cell}


def _span(sheet: Sheet) -> tuple[int, int]:
    """The numbers of the first and the last paragraph of the rows, which count from 1."""
    numbers = [one.number for row in sheet.rows for cell in row.values() for one in cell]
    return min(numbers, default=0), max(numbers, default=0)


def _is_in(number: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(first <= number <= last for first, last in spans)


def _row(paragraph: EditedParagraph) -> tuple[str, tuple[int, ...]]:
    return paragraph.part, paragraph.cell[:2] if paragraph.cell else (paragraph.number,)


def _finding(place: Location, severity: Severity) -> Finding:
    return Finding(
        rule="translation-unread",
        severity=severity,
        location=place,
        message=Message("“{words}” is in no row of the table as it was sent", words=place.words),
        remedy=Message(
            "Write each translation into the last cell of its row, in the table that you received."
        ),
    )
