"""Which paragraph is the caption of which table."""

import re
from collections.abc import Iterator, Sequence

from council_report.intake.documents.blocks import Part
from council_report.intake.documents.origin import Reading
from council_report.intake.documents.passages import Passage
from council_report.model.message import Message
from council_report.model.text import joined

CAPTION = "caption"
"""The style of a caption."""

IN_MARKDOWN = re.compile(r"^: +")
"""How a caption begins in a Markdown text, as pandoc has it."""


def with_captions(parts: Sequence[Part], reading: Reading) -> Iterator[tuple[Part, Part | None]]:
    """The parts without the captions of tables, each table with its own.

    A caption stands directly above its table, or else directly below.
    """
    captions = _captions(parts, reading)
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
    if reading.origin.prepared or not passage.runs:
        return passage
    words = joined(passage.runs)
    first = words[0]
    bare = first.__class__(IN_MARKDOWN.sub("", first.text), first.strong, first.emphasis)
    return passage._replace(runs=(bare, *words[1:]))


def _captions(parts: Sequence[Part], reading: Reading) -> dict[int, int]:
    """The place of the caption of each table among the parts."""
    captions: dict[int, int] = {}
    tables = [index for index, part in enumerate(parts) if part.kind == "table"]
    free = {index for index, part in enumerate(parts) if _is_caption(part, reading)}
    for beside in (-1, 1):
        for index in tables:
            if index not in captions and index + beside in free:
                captions[index] = index + beside
                free.remove(index + beside)
    return captions


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
