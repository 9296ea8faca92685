"""A document divided by its headings."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from council_report.intake.documents.blocks import Part
from council_report.intake.documents.origin import Reading
from council_report.intake.sections import Match, find_section, folded, language_in, language_of
from council_report.model.guide import line_mark
from council_report.model.language import Language
from council_report.model.message import Message
from council_report.model.session import Key

UNPLACED = "unplaced"
"""The section of text of which nobody can say where it belongs."""

STATISTICS = "statistics"
"""What our field names call the table of numbers, and the division that holds it."""

GUIDANCE = "form guidance"


@dataclass(slots=True)
class Division:
    """What stands under one heading; ``language`` is that of its words."""

    section: Key
    match: Match = field(default_factory=Match)
    language: Language = "en"
    parts: list[Part] = field(default_factory=list)


def divided(parts: Iterable[Part], reading: Reading) -> list[Division]:
    """The divisions of a document, without headings and the words of our own forms."""
    furniture = {folded(line) for line in reading.guide.furniture}
    divisions = [Division(UNPLACED)]
    for part in parts:
        heading = _heading(part, reading)
        if heading:
            reading.take(part)
            divisions.append(heading)
        elif _is_furniture(part, furniture, reading):
            reading.take(part)
        elif _is_guidance(part, reading):
            _find_guidance(part, reading)
        elif part.kind == "heading" and reading.guide.headings:
            reading.take(part)
            divisions.append(_unknown(part, reading))
        else:
            divisions[-1].parts.append(part)
    _find_unplaced(divisions[0], reading)
    usual = language_of((division.match for division in divisions), reading.guide)
    for division in divisions:
        division.language = language_in(division.match, usual)
    return divisions


def _heading(part: Part, reading: Reading) -> Division | None:
    """The division that a heading opens, or bold words that are the name of a section."""
    if part.kind == "table" or reading.ids(part):
        return None
    is_bold = bool(part.passage.runs) and all(run.strong for run in part.passage.runs)
    words = part.passage.words
    if part.kind != "heading" and not is_bold:
        _warn_of_plain_heading(part, reading)
        return None
    if _means_statistics(words, reading):
        return Division(STATISTICS)
    match = find_section(words, reading.guide)
    if not match.section:
        return None
    if part.kind != "heading":
        _note_bold_heading(part, reading)
    if match.others:
        _warn_of_twins(part, match, reading)
    return Division(match.section, match)


def _means_statistics(words: str, reading: Reading) -> bool:
    form = folded(words).rstrip(" :")
    return form == STATISTICS or reading.guide.fields.get(form) == STATISTICS


def _is_furniture(part: Part, furniture: set[str], reading: Reading) -> bool:
    """Whether a line is one of our forms, as they are made now or as they were when it was sent."""
    words = part.passage.words
    marks = reading.origin.marks(part.passage.spots)
    is_ours = folded(words) in furniture or line_mark(words) in marks
    return part.kind != "table" and is_ours and not reading.ids(part)


def _is_guidance(part: Part, reading: Reading) -> bool:
    style = reading.origin.style(part.passage.spots)
    return bool(part.passage.words) and style == GUIDANCE and not reading.ids(part)


def _find_guidance(part: Part, reading: Reading) -> None:
    reading.remark(part)
    words = part.passage.words
    message = Message("this is written into the guidance of the form: “{words}”", words=words)
    remedy = Message(
        "Write it as a paragraph of its own under the heading where it belongs, "
        "in the style Normal."
    )
    reading.find("guidance-changed", "error", part, message, remedy)


def _unknown(part: Part, reading: Reading) -> Division:
    words = part.passage.words
    match = find_section(words, reading.guide)
    message = Message("no section is called “{words}”", words=words)
    remedy = (
        Message("Did you mean “{name}”?", name=match.suggestion)
        if match.suggestion
        else Message("Use one of these headings: {names}.", names=_names(reading))
    )
    reading.find("heading-unknown", "error", part, message, remedy)
    return Division(UNPLACED)


def _names(reading: Reading) -> str:
    """The names of all sections, in the language that the contributor writes."""
    language = reading.guide.language
    names = (
        heading.names.get(language) or next(iter(heading.names.values()), heading.section)
        for heading in reading.guide.headings
    )
    return "; ".join(dict.fromkeys(names))


def _find_unplaced(first: Division, reading: Reading) -> None:
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
    message = Message("“{words}” stands under no heading of a section", words=words)
    remedy = Message("Put it under one of these headings: {names}.", names=_names(reading))
    reading.find("section-missing", "error", part, message, remedy)


def _note_bold_heading(part: Part, reading: Reading) -> None:
    message = Message("“{words}” is read as the heading of a section", words=part.passage.words)
    remedy = Message("Give it the style Heading 1, so that nobody has to guess.")
    reading.find("heading-by-look", "note", part, message, remedy)


def _warn_of_plain_heading(part: Part, reading: Reading) -> None:
    words = part.passage.words
    if part.kind == "paragraph" and find_section(words, reading.guide).languages:
        message = Message("“{words}” is the name of a section, but is read as text", words=words)
        remedy = Message("Give it the style Heading 1 if it is meant as a heading.")
        reading.find("heading-as-text", "warning", part, message, remedy)


def _warn_of_twins(part: Part, match: Match, reading: Reading) -> None:
    message = Message(
        "several sections are called “{words}”; what follows goes to “{section}”",
        words=part.passage.words,
        section=match.section,
    )
    keys = ", ".join(match.others)
    remedy = Message(
        "Write the key of the section instead if it is one of these: {keys}.", keys=keys
    )
    reading.find("heading-ambiguous", "warning", part, message, remedy)
