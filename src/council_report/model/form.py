"""What a contributor is given to fill in, in one language, before it is a Word or Excel file."""

from collections.abc import Iterator
from itertools import chain
from typing import Literal

from council_report.model.contribution import Entry, EntryKind, Statistic, Status
from council_report.model.language import Language, Line
from council_report.model.noun import Noun
from council_report.model.session import Key, SessionCode

FormFormat = Literal["docx", "xlsx"]
"""What a form is filled in with: Word or Excel."""


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


class Form(Noun):
    """A form of one contributor.

    ``facts`` are lines about the session; ``guidance`` is for those who fill in the Word form,
    ``instructions`` are for those who fill in the Excel form. ``mandates`` and ``countries`` are
    what an entry may name; ``mandate_lines`` say what each mandate is.
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
