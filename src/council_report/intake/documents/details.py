"""The line under an entry that says whose it is, when, how far, and what it answers."""

import re
from dataclasses import dataclass, field

from council_report.intake.documents.blocks import Part
from council_report.intake.documents.origin import Reading
from council_report.intake.lists import (
    COMMAS,
    SEMICOLONS,
    split_fields,
    split_list,
    unescaped,
)
from council_report.intake.sections import folded, undirected
from council_report.model.contribution import STATUS_WORDS, Status
from council_report.model.form import FIELD_WORDS
from council_report.model.guide import Guide
from council_report.model.message import Message, listed
from council_report.model.nearest import nearest

DETAILS = "entry details"
"""The style of such a line in our forms."""

FIELDS = ("unit", "status", "dates", "mandates", "countries", "partners", "references")
"""The fields that such a line may hold."""

SIGNS = rf"{SEMICOLONS}{COMMAS}|/•∙"
NAME = rf"[^{SIGNS}:\uff1a\u2013-]{{1,30}}?"
GLUED = re.compile(rf"(?:[{SIGNS}]|\s[\u2013-]\s)\s*({NAME})\s*[:\uff1a]")
"""What may be the name of a further field, and the sign that somebody put before it."""

LONGEST_NAME = 30
"""How many characters the name of a field may have; more before a colon are a text."""

CODED = {"dates", "mandates", "countries"}
"""The fields that no mark of direction can be part of."""

ONE_TEXT = {"unit", "status"}
"""The fields that hold one value rather than a list."""


@dataclass(slots=True)
class Details:
    """The values of an entry's fields; ``names`` are the fields as their writer called them.

    ``is_given`` where there is a line of them, even if no value in it could be read.
    """

    values: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    parts: dict[str, Part] = field(default_factory=dict)
    is_given: bool = False


def is_details(part: Part, reading: Reading) -> bool:
    """Whether a paragraph is such a line, by its style or, where that is lost, by its words."""
    fields = split_fields(part.passage.words)
    if reading.origin.style(part.passage.spots) == DETAILS:
        # Whoever goes on writing below such a line writes in its style.
        return any(
            field_named(name, reading.guide) or (value and len(name) <= LONGEST_NAME)
            for name, value in fields
        )
    if part.kind != "paragraph" or reading.ids(part):
        return False
    return bool(fields) and all(
        value and field_named(name, reading.guide) for name, value in fields
    )


def repeats(part: Part, details: Details, reading: Reading) -> bool:
    """Whether a line gives again what a line above it gave, as if its own entry were gone."""
    names = (field_named(name, reading.guide) for name, _ in split_fields(part.passage.words))
    return any(name in details.values for name in names)


def read_details(part: Part, details: Details, reading: Reading) -> None:
    """Add the fields of a line to those of an entry; what is wrong with them is a finding."""
    reading.take(part)
    details.is_given = True
    for name, value in split_fields(part.passage.words):
        key = field_named(name, reading.guide)
        if key is None:
            _find_unknown(name, value, part, reading)
        elif key in details.values:
            message = Message("“{name}” stands here twice", name=name)
            remedy = Message("Write all the values after a single “{name}:”.", name=name)
            reading.find("field-repeated", "error", part, message, remedy)
        elif meant := value and _value(key, value, part, reading):
            details.values[key] = meant
            details.names[key], details.parts[key] = name, part
            _warn_of_glued(value, part, reading)


def field_named(name: str, guide: Guide) -> str | None:
    """The field that a word names, in any language."""
    form = folded(name)
    key = guide.fields.get(form, form)
    return key if key in FIELDS else None


def _value(key: str, value: str, part: Part, reading: Reading) -> str | tuple[str, ...] | None:
    if key not in ONE_TEXT:
        return split_list(undirected(value) if key in CODED else value)
    return _status(unescaped(value), part, reading) if key == "status" else unescaped(value)


def _status(word: str, part: Part, reading: Reading) -> str | None:
    """The status that a word in any language stands for."""
    form = folded(word)
    known: dict[str, Status] = {key: key for key in STATUS_WORDS} | reading.guide.statuses
    if form in known:
        return known[form]
    near = nearest(word, known)
    message = Message("“{word}” is no status", word=word)
    remedy = (
        Message("Did you mean “{near}”?", near=STATUS_WORDS[known[near]])
        if near
        else Message("Use one of these: {names}.", names=listed(STATUS_WORDS.values()))
    )
    reading.find("value-unknown", "error", part, message, remedy)
    return None


def _warn_of_glued(value: str, part: Part, reading: Reading) -> None:
    """Warn of a field that stands within the value of another, behind some other sign than ours."""
    for name in GLUED.findall(value):
        if field_named(name, reading.guide):
            message = Message("“{name}” is read as part of “{value}”", name=name, value=value)
            remedy = Message("Put a “·” before it, or write it on a line of its own.")
            reading.find("field-within", "warning", part, message, remedy)


def _find_unknown(name: str, value: str, part: Part, reading: Reading) -> None:
    known = {key: key for key in FIELDS} | reading.guide.fields
    known = {word: key for word, key in known.items() if key in FIELDS}
    near = nearest(name, known)
    message = Message("no field is called “{name}”: “{value}”", name=name, value=value)
    remedy = (
        Message("Did you mean “{near}”?", near=FIELD_WORDS[known[near]])
        if near
        else Message("Use one of these: {names}.", names=listed(FIELD_WORDS[key] for key in FIELDS))
    )
    reading.find("field-unknown", "error", part, message, remedy)
