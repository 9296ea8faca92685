"""What a contributor is given to fill in, in one language, before it is a Word or Excel file."""

import unicodedata
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Literal

from council_report.model.catalogue import Fonts
from council_report.model.contribution import Entry, EntryKind, Statistic, Status
from council_report.model.language import Language, Line
from council_report.model.message import Message
from council_report.model.noun import Noun
from council_report.model.session import Key, SessionCode

FormFormat = Literal["docx", "xlsx"]
"""What a form is filled in with: Word or Excel."""

FIELD_WORDS: Mapping[str, Message] = {
    "id": Message("Id"),
    "section": Message("Section"),
    "kind": Message("Kind"),
    "text": Message("Text"),
    "unit": Message("Unit"),
    "status": Message("Status"),
    "dates": Message("Dates"),
    "mandates": Message("Mandates"),
    "countries": Message("Countries"),
    "partners": Message("Partners"),
    "references": Message("References"),
    "table": Message("Table"),
    "key": Message("Key"),
    "value": Message("Value"),
    "as_of": Message("As of"),
    "source": Message("Source"),
    "statistics": Message("Statistics"),
}
"""What the fields of entries and statistics are called."""

LEFT_TO_RIGHT = "\u200e"
"""The mark that keeps the figures of a date in their order behind Arabic letters."""


class FormSection(Noun):
    """A section or box row with the entries it begins with, each in the form's language."""

    key: Key
    heading: Line
    guidance: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()


class FormWords(Noun):
    """The words of a form: fields and sheets, statuses and kinds of entry, as its language says.

    ``fields`` are by the keys of ``Entry`` and ``Statistic``, with ``statistics`` for all of these;
    ``sheets`` by ``entries``, ``instructions`` and ``lists``. ``prompts`` are what Excel says
    beside a cell of a field.
    """

    fields: dict[str, Line]
    sheets: dict[str, Line]
    statuses: dict[Status, Line]
    kinds: dict[EntryKind, Line]
    prompts: dict[str, Line]

    def said(self, field: str, value: str) -> str:
        """A field and its value as a line of details has them: ``Unit: SG 13``.

        A mark before the value is never a part of it; where the value has one itself, two stand.
        """
        name = self.fields[field]
        would_turn = unicodedata.bidirectional(name[-1]) == "AL" and value[0].isdigit()
        is_marked = would_turn or value.startswith(LEFT_TO_RIGHT)
        return f"{name}: {LEFT_TO_RIGHT if is_marked else ''}{value}"


class Form(Noun):
    """A form of one contributor.

    ``facts`` are lines about the session; ``guidance`` is for those who fill in the Word form,
    ``instructions`` are for those who fill in the Excel form. ``mandates`` and ``countries`` are
    what an entry may name; ``mandate_lines`` say what each mandate is. ``fonts`` are those of the
    documents in its language.
    """

    session: SessionCode
    contributor: Key
    language: Language
    title: Line
    facts: tuple[Line, ...]
    guidance: tuple[Line, ...]
    instructions: tuple[Line, ...]
    mandate_lines: tuple[Line, ...]
    sections: tuple[FormSection, ...]
    statistics_guidance: Line
    lists_note: Line
    statistics: tuple[Statistic, ...]
    words: FormWords
    mandates: tuple[Line, ...]
    countries: tuple[Line, ...]
    fonts: Fonts

    def lines(self) -> Iterator[str]:
        """Every line that is ours, in either format: nobody has to read it again."""
        yield self.title
        yield from self.facts
        yield from dict.fromkeys((*self.guidance, *self.instructions))
        yield from self.mandate_lines
        yield from chain.from_iterable(section.guidance for section in self.sections)
        yield self.statistics_guidance
        yield self.lists_note

    @property
    def choices(self) -> dict[str, tuple[str, ...]]:
        """What the drop-down lists of the Excel form offer, by field."""
        return {
            "section": tuple(section.heading for section in self.sections),
            "kind": tuple(self.words.kinds.values()),
            "status": tuple(self.words.statuses.values()),
            "mandates": self.mandates,
            "countries": self.countries,
        }

    def file_name(self, suffix: str) -> str:
        """The name of the form's file: ``C26-itu-t-fr.docx``."""
        return f"{self.session}-{self.contributor}-{self.language}.{suffix}"
