"""What is told of text that stands under no section, and of headings that name none."""

from dataclasses import replace

from council_report.intake.documents.blocks import Part
from council_report.intake.documents.divisions import Division
from council_report.intake.documents.origin import Reading
from council_report.intake.sections import find_section
from council_report.model.language import Language
from council_report.model.location import shortened
from council_report.model.message import Message

TITLES = {"title", "subtitle"}
"""Styles of what stands at the top of a text, and names it."""


def is_title(part: Part, reading: Reading) -> bool:
    """Whether a paragraph has a style for the title of a whole text."""
    return part.kind != "table" and reading.origin.style(part.passage.spots) in TITLES


def leave_title(part: Part, reading: Reading) -> None:
    """Record that a title is not carried."""
    reading.take(part)
    message = Message("the title “{words}” is left out", words=part.passage.words)
    remedy = Message("Nothing to do: the document has a title of its own.")
    reading.find("title-left-out", "warning", part, message, remedy)


def is_subheading(part: Part, division: Division, reading: Reading) -> bool:
    """Whether a heading that names no section stands within the text of one.

    One that is spelt much like the name of a section may be meant as that section.
    """
    above = division.heading
    is_below = above is not None and division.match.section and 0 < above.level < part.level
    return bool(is_below) and not find_section(part.passage.words, reading.guide).suggestion


def as_text(part: Part, division: Division, reading: Reading) -> Part:
    """A heading within a section as a line of its text."""
    above = division.heading
    message = Message(
        "“{words}” is no section, and is read as a bold line under “{section}”",
        words=part.passage.words,
        section=above.passage.words if above else "",
    )
    remedy = Message("Nothing to do, unless you meant a section: then write its name as it is.")
    reading.find("heading-within", "warning", part, message, remedy)
    runs = tuple(replace(run, strong=True) for run in part.passage.runs)
    return part._replace(kind="paragraph", passage=part.passage._replace(runs=runs))


def find_unknown(division: Division, reading: Reading) -> None:
    """Record that a heading names no section; if no text stands under it, it is merely left out."""
    part = division.heading
    if part is None:
        return
    words = part.passage.words
    if not any(one.passage.words or one.rows for one in division.parts):
        message = Message("“{words}” names no section, and is left out", words=words)
        remedy = Message("Nothing to do if it is a mere title: no text stands under it.")
        reading.find("title-left-out", "warning", part, message, remedy)
        return
    suggestion = find_section(words, reading.guide).suggestion
    message = Message("no section is called “{words}”", words=words)
    remedy = (
        Message("Did you mean “{name}”?", name=suggestion)
        if suggestion
        else Message(
            "Use one of these headings: {names}.", names=_names(reading, division.language)
        )
    )
    reading.find("heading-unknown", "error", part, message, remedy)


def find_unplaced(first: Division, reading: Reading) -> None:
    """Record that text stands above the first heading."""
    part = next((part for part in first.parts if part.passage.words or part.rows), None)
    if not part:
        return
    if not reading.guide.headings:
        message = Message("no sections are known here, so nothing says where the text belongs")
        remedy = Message("Send the file for a session of which the secretariat has the outline.")
        reading.find("sections-unknown", "warning", part, message, remedy)
        return
    words = part.passage.words or " ".join(cell.words for cell in part.rows[0])
    message = Message("“{words}” stands under no heading of a section", words=shortened(words))
    remedy = Message(
        "Put it under one of these headings, or delete it if it is a mere title: {names}.",
        names=_names(reading, first.language),
    )
    reading.find("section-missing", "error", part, message, remedy)


def _names(reading: Reading, language: Language) -> str:
    """The names of all sections, in the language that the file is in."""
    names = (
        heading.names.get(language) or next(iter(heading.names.values()), heading.section)
        for heading in reading.guide.headings
    )
    return "; ".join(dict.fromkeys(names))
