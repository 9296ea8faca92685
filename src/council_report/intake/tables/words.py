"""What the words of single cells stand for: sections, kinds, statuses, days."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import TypeVar, get_args

from council_report.intake.lists import split_list
from council_report.intake.sections import Match, find_section, folded
from council_report.intake.tables.cells import Cell
from council_report.intake.tables.outcome import Outcome
from council_report.model.contribution import EntryKind, Status
from council_report.model.message import Message
from council_report.model.nearest import nearest

UNPLACED = "unplaced"
"""The section of an entry whose own is not known; an error is always told of it."""

KINDS: Mapping[str, EntryKind] = {kind: kind for kind in get_args(EntryKind)}
STATUSES: Mapping[str, Status] = {status: status for status in get_args(Status)}
TYPED_DAY = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4}|[0-9]{2})")
FIRST_DAY = "1950"
"""Before it nobody reports anything of AI."""

PARAGRAPHS = re.compile(r"\n\s*\n|\n\s*[-\u2013\u2022*] ")
"""Where a line break in a cell seems to begin a paragraph or a bullet of its own."""

Meaning = TypeVar("Meaning", EntryKind, Status)


def kind_of(cell: Cell, outcome: Outcome) -> EntryKind | None:
    """The kind of entry that a word in any language stands for."""
    return _meaning(cell, {**KINDS, **outcome.guide.kinds}, outcome)


def status_of(cell: Cell, outcome: Outcome) -> Status | None:
    """The status that a word in any language stands for."""
    return _meaning(cell, {**STATUSES, **outcome.guide.statuses}, outcome)


def _meaning(cell: Cell, known: Mapping[str, Meaning], outcome: Outcome) -> Meaning | None:
    words = folded(cell.text)
    if words in known:
        return known[words]
    near = nearest(words, known)
    message = Message("“{words}” is not one of the words known here", words=cell.text)
    remedy = (
        Message("Did you mean “{near}”?", near=near)
        if near
        else Message("Write one of: {words}.", words=", ".join(dict.fromkeys(known)))
    )
    outcome.record.tell("value-unknown", "error", cell.place, message, remedy, cell.text)
    return None


def section_of(cell: Cell, outcome: Outcome) -> Match:
    """The section that a cell names; what is wrong with it is told."""
    match = find_section(cell.text, outcome.guide)
    if match.section is None:
        message = Message("no section is called “{words}”", words=cell.text)
        remedy = (
            Message("Did you mean “{near}”?", near=match.suggestion)
            if match.suggestion
            else Message("Choose one of the sections of the form.")
        )
        outcome.record.tell("heading-unknown", "error", cell.place, message, remedy, cell.text)
    elif match.others:
        keys = ", ".join((match.section, *match.others))
        message = Message("several sections are called “{words}”", words=cell.text)
        remedy = Message("Write the key of the one that is meant: {keys}.", keys=keys)
        outcome.record.tell("heading-ambiguous", "error", cell.place, message, remedy)
    return match


def periods_of(cell: Cell, outcome: Outcome) -> list[str]:
    """The days, months, years and intervals of a cell that nobody can read in two ways."""
    if cell.form == "day":
        return [] if _is_long_past(cell, outcome) else [cell.text]
    items = split_list(cell.text)
    return [item for item in items if not _is_doubtful(item, cell, outcome)]


def _is_long_past(cell: Cell, outcome: Outcome) -> bool:
    """Whether a day is one that Excel makes of a year, 2025 days after 1900; told if so."""
    if cell.text >= FIRST_DAY:
        return False
    message = Message("the day {day} is long past; was a year typed here?", day=cell.text)
    remedy = Message("Give the cell the format “Text”, and write the year or the whole day.")
    outcome.record.tell("date-unlikely", "error", cell.place, message, remedy, cell.text)
    return True


def _is_doubtful(item: str, cell: Cell, outcome: Outcome) -> bool:
    """Whether a day is written in figures that leave open what is the month; told if so."""
    match = TYPED_DAY.fullmatch(item)
    if not match:
        return False
    days = list(dict.fromkeys(_days(*(int(part) for part in match.groups()))))
    if len(days) == 2:
        first, second = days
        message = Message(
            "“{item}” can be {first} or {second}", item=item, first=first, second=second
        )
        remedy = Message("Write {first} or {second}.", first=first, second=second)
        outcome.record.tell("date-ambiguous", "error", cell.place, message, remedy, item)
    else:
        message = Message("“{item}” is not written the way days are written here", item=item)
        remedy = Message("Write it like {day}.", day=days[0] if days else "2025-12-02")
        outcome.record.tell("value-form", "error", cell.place, message, remedy, item)
    return True


def _days(first: int, second: int, year: int) -> Iterator[str]:
    """The days that two figures and a year can mean, the day first and then the month first."""
    for day, month in ((first, second), (second, first)):
        with suppress(ValueError):
            yield date(year if year > 99 else 2000 + year, month, day).isoformat()


def check_joined(cell: Cell, outcome: Outcome) -> None:
    """Tell of a cell that seems to hold several paragraphs, which will be printed as one."""
    if PARAGRAPHS.search(cell.text.replace("\r\n", "\n").replace("\r", "\n")):
        message = Message("the lines of this cell are printed as one paragraph")
        remedy = Message("Write each paragraph or bullet in a row of its own.")
        outcome.record.tell("paragraphs-joined", "warning", cell.place, message, remedy)
