"""A document divided by its headings."""

from collections.abc import Iterable, Mapping

from council_report.intake.documents.blocks import Part
from council_report.intake.documents.divisions import STATISTICS, Division
from council_report.intake.documents.origin import Reading
from council_report.intake.documents.statistics import is_statistics
from council_report.intake.documents.unplaced import (
    as_text,
    find_unknown,
    find_unplaced,
    is_subheading,
    is_title,
    leave_title,
)
from council_report.intake.sections import Match, find_section, folded, language_in, language_of
from council_report.model.contribution import UNPLACED
from council_report.model.finding import Severity
from council_report.model.guide import line_mark
from council_report.model.message import Message

GUIDANCE = "form guidance"

PLAIN_LINES = ("paragraph", "numbered")
"""What may be a heading though neither its style nor its look says so, if it is a name in full."""


def divided(parts: Iterable[Part], reading: Reading) -> list[Division]:
    """The divisions of a document, without headings and the words of our own forms."""
    lines = dict.fromkeys(map(folded, reading.guide.furniture), "")
    lines |= {folded(line): name for line, name in reading.guide.others.items()}
    divisions = [Division(UNPLACED)]
    tables: list[Division] = []
    for part in parts:
        heading = _heading(part, reading)
        if heading:
            reading.take(part)
            divisions.append(heading)
        elif _is_of_form(part, lines, reading):
            continue
        elif reading.guide.headings and len(divisions) == 1 and is_title(part, reading):
            leave_title(part, reading)
        elif divisions[-1].section != STATISTICS and is_statistics(part, reading.guide):
            _note_statistics(part, reading)
            tables.append(Division(STATISTICS, parts=[part]))
        elif part.kind != "heading" or not reading.guide.headings:
            divisions[-1].parts.append(part)
        elif is_subheading(part, divisions[-1], reading):
            divisions[-1].parts.append(as_text(part, divisions[-1], reading))
        else:
            reading.take(part)
            divisions.append(Division(UNPLACED, part))
    _set_languages([*divisions, *tables], reading)
    _find_unplaced(divisions, reading)
    return [*divisions, *tables]


def _set_languages(divisions: list[Division], reading: Reading) -> None:
    """Give each division its language, and warn of a heading in another one than most."""
    usual = language_of((division.match for division in divisions), reading.guide)
    for division in divisions:
        division.language = language_in(division.match, usual)
        if division.heading and division.language != usual:
            _warn_of_language(division.heading, reading)


def _find_unplaced(divisions: Iterable[Division], reading: Reading) -> None:
    for division in divisions:
        if division.heading is None:
            find_unplaced(division, reading)
        elif division.section == UNPLACED:
            find_unknown(division, reading)


def _heading(part: Part, reading: Reading) -> Division | None:
    """The division that a heading opens, or a line that is the name of a section."""
    # A form marks no headings, but edits may push the mark of an entry into one.
    is_entry = part.kind != "heading" and reading.ids(part)
    if part.kind == "table" or not part.passage.words or is_entry:
        return None
    words = part.passage.words
    is_bold = all(run.strong for run in part.passage.runs)
    if (part.kind == "heading" or is_bold) and _means_statistics(words, reading):
        return Division(STATISTICS, part)
    match = find_section(words, reading.guide)
    is_line = is_bold or (part.kind in PLAIN_LINES and match.languages)
    if not match.section or not (part.kind == "heading" or is_line):
        return None
    if part.kind != "heading":
        _tell_of_look(part, is_bold, reading)
    if match.others:
        _warn_of_twins(part, match, reading)
    return Division(match.section, part, match)


def _means_statistics(words: str, reading: Reading) -> bool:
    form = folded(words).rstrip(" :")
    return form == STATISTICS or reading.guide.fields.get(form) == STATISTICS


def _note_statistics(part: Part, reading: Reading) -> None:
    message = Message("this table is read as that of the statistics, by the names of its columns")
    remedy = Message("Nothing to do, unless this is a different table: then rename its columns.")
    reading.find("statistics-by-look", "note", part, message, remedy)


def _is_of_form(part: Part, lines: Mapping[str, str], reading: Reading) -> bool:
    """Whether a line is the form's and no text; where that is another's form, or changed, told.

    ``lines`` are known ones, with the name of the contributor whose form they are the title of.
    """
    if _is_furniture(part, lines, reading):
        reading.take(part)
        if name := lines.get(folded(part.passage.words)):
            _find_other_form(part, name, reading)
        return True
    if _is_guidance(part, reading):
        _find_guidance(part, reading)
        return True
    return False


def _is_furniture(part: Part, lines: Mapping[str, str], reading: Reading) -> bool:
    """Whether a line is one of our forms, as they are made now or as they were when it was sent."""
    words = part.passage.words
    marks = reading.origin.marks(part.passage.spots)
    is_ours = folded(words) in lines or line_mark(words) in marks
    is_entry = reading.ids(part) and not _is_guidance(part, reading)
    return part.kind != "table" and is_ours and not is_entry


def _is_guidance(part: Part, reading: Reading) -> bool:
    style = reading.origin.style(part.passage.spots)
    return bool(part.passage.words) and style == GUIDANCE


def _find_guidance(part: Part, reading: Reading) -> None:
    reading.remark(part)
    words = part.passage.words
    message = Message("this is written into the guidance of the form: “{words}”", words=words)
    remedy = Message(
        "Write it as a paragraph of its own under the heading where it belongs, "
        "in the style Normal."
    )
    reading.find("guidance-changed", "error", part, message, remedy)


def _find_other_form(part: Part, name: str, reading: Reading) -> None:
    message = Message("this is the form of {name}", name=name)
    remedy = Message("Put it into that contributor's folder.")
    reading.find("form-of-another", "error", part, message, remedy)


def _warn_of_language(part: Part, reading: Reading) -> None:
    message = Message(
        "the heading “{words}” is in another language than most: "
        "the text below it is taken to be in that language",
        words=part.passage.words,
    )
    remedy = Message(
        "Write the heading in the language of the form, or send one file for each language."
    )
    reading.find("headings-mixed", "warning", part, message, remedy)


def _tell_of_look(part: Part, is_bold: bool, reading: Reading) -> None:
    message = Message("“{words}” is read as the heading of a section", words=part.passage.words)
    remedy = Message("Give it the style Heading 1, so that nobody has to guess.")
    severity: Severity = "note" if is_bold else "warning"
    reading.find("heading-by-look", severity, part, message, remedy)


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
