"""Which paragraph is the caption of which table."""

import re
from collections.abc import Iterator, Sequence

from council_report.intake.documents.blocks import Part
from council_report.intake.documents.origin import Reading
from council_report.intake.documents.passages import Passage, without_start
from council_report.model.message import Message
from council_report.model.text import plain

CAPTION = "caption"
"""The style of a caption."""

IN_MARKDOWN = re.compile(r"^: +")
"""How a caption begins in a Markdown text, as pandoc has it."""


BY_LOOK = re.compile(
    r"(?:(?:table|tableau|tabla|cuadro|таблица|الجدول|جدول)(?:\s+\w{1,4})?|表\s*\w{0,4})\s*"
    r"(?:[:\uff1a]|\.(?=\s)|(?<=\s)[\u2013\u2014-](?=\s))\s*\S",
    re.IGNORECASE,
)
"""How a line begins that is a caption without its style: ``Table 1: Cases``, ``表1:…``."""


def with_captions(parts: Sequence[Part], reading: Reading) -> Iterator[tuple[Part, Part | None]]:
    """The parts without the captions of tables, each table with its own.

    A caption stands directly above its table, or else directly below. Without the style of one it
    stands above, and begins with the word for a table.
    """
    captions = _captions(parts, reading)
    for table in _tables(parts):
        if table and table not in captions and _looks_like_caption(parts[table - 1], reading):
            captions[table] = table - 1
            _note_look(parts[table - 1], reading)
    used = set(captions.values())
    for index, part in enumerate(parts):
        if index in used:
            continue
        if _is_caption(part, reading):
            _warn_of_orphan(part, reading)
        yield part, parts[captions[index]] if index in captions else None


def caption_words(caption: Part, reading: Reading) -> Passage:
    """The words of a caption without the sign that makes it one in Markdown."""
    passage = caption.passage
    match = None if reading.origin.prepared else IN_MARKDOWN.match(plain(passage.runs))
    return without_start(passage, match.end()) if match else passage


def _captions(parts: Sequence[Part], reading: Reading) -> dict[int, int]:
    """The place of the caption of each table among the parts."""
    captions: dict[int, int] = {}
    tables = _tables(parts)
    free = {index for index, part in enumerate(parts) if _is_caption(part, reading)}
    for beside in (-1, 1):
        for index in tables:
            if index not in captions and index + beside in free:
                captions[index] = index + beside
                free.remove(index + beside)
    return captions


def _tables(parts: Sequence[Part]) -> list[int]:
    """The places of the tables among the parts."""
    return [index for index, part in enumerate(parts) if part.kind == "table"]


def _looks_like_caption(part: Part, reading: Reading) -> bool:
    is_line = part.kind == "paragraph" and not _is_caption(part, reading)
    return is_line and bool(BY_LOOK.match(part.passage.words))


def _note_look(part: Part, reading: Reading) -> None:
    message = Message("“{words}” is read as the caption of the table", words=part.passage.words)
    remedy = Message("Nothing to do. If it is no caption, write one between it and the table.")
    reading.find("caption-by-look", "note", part, message, remedy)


def _is_caption(part: Part, reading: Reading) -> bool:
    if part.kind != "paragraph" or not part.passage.words:
        return False
    if reading.origin.prepared:
        return reading.origin.style(part.passage.spots) == CAPTION
    return bool(IN_MARKDOWN.match(part.passage.words))


def _warn_of_orphan(part: Part, reading: Reading) -> None:
    words = part.passage.words
    message = Message("the caption “{words}” stands at no table, and is read as text", words=words)
    remedy = Message("Put it directly above its table, or give it the style Normal.")
    reading.find("caption-alone", "warning", part, message, remedy)
