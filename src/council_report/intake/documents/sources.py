"""The words of a paragraph as the source of an entry's text."""

from collections.abc import Iterator
from dataclasses import replace

from council_report.intake.documents.origin import Reading
from council_report.intake.documents.passages import Passage
from council_report.intake.documents.remarks import NOTHING_TO_DO
from council_report.model.message import Message
from council_report.model.quoting import with_quotes
from council_report.model.text import Run, Text, parse_text
from council_report.model.writing import write_text


def source_of(passage: Passage, reading: Reading) -> str:
    """A paragraph in the Markdown subset; a look that it cannot express is noted."""
    text = with_quotes(passage.runs)
    source = write_text(text)
    written = parse_text(source)
    if written != text and (lost := _lost(text, written)):
        place = reading.origin.place(passage.spots, passage.words)
        message = Message(
            "the look of “{words}” is not carried, because of the signs around it", words=lost
        )
        reading.find_at(place, "look-simplified", "note", message, NOTHING_TO_DO)
    return source


def _lost(meant: Text, written: Text) -> str:
    """The words whose look is not the one that was meant."""
    pairs = zip(_letters(meant), _letters(written), strict=False)
    return "".join(one.text for one, other in pairs if one != other)


def _letters(text: Text) -> Iterator[Run]:
    """Each letter that can be seen, with its look."""
    for run in text:
        yield from (replace(run, text=letter) for letter in run.text if not letter.isspace())
