"""The answer to a contact about one file that was dropped."""

from typing import Literal

from council_report.model.contribution import EntryKind
from council_report.model.earlier import News
from council_report.model.finding import Finding
from council_report.model.language import Language
from council_report.model.noun import Noun
from council_report.model.session import Key, SessionCode

AUTHOR = "council-report"
"""Who signs the comments in a copy: not read as anybody's comments when the copy is sent back."""

Verdict = Literal["accepted", "accepted with findings", "to mend", "refused"]
"""``to mend``: read, and set aside for an error in it; ``refused``: nothing of it was read."""


class Phrase(Noun):
    """Words that a receipt quotes, and the language they are in, which may not be its own."""

    text: str
    language: Language

    def __str__(self) -> str:
        return self.text


class Understood(Noun):
    """An entry as it was understood: its first words, and how many words it has in all.

    ``news`` is what it is, measured by the session before; None where there was none.
    """

    id: Key
    kind: EntryKind
    first_words: Phrase
    words: int
    news: News | None = None


class UnderstoodSection(Noun):
    """A section, or a row of the box, and the entries of the file that were understood for it.

    It has no title where the session knows no such section.
    """

    title: Phrase | None
    entries: tuple[Understood, ...]

    @property
    def words(self) -> int:
        """How many words the entries have together."""
        return sum(entry.words for entry in self.entries)


class Figure(Noun):
    """A statistic as it was understood, its value as the language of the receipt writes it."""

    key: Key
    value: str
    unit: Phrase


class Due(Noun):
    """What is due, and the day, written in full."""

    title: Phrase
    day: Phrase


class Receipt(Noun):
    """The answer to a contact about one file, in the contact's language.

    ``file`` is its path as in ``Contribution.file``, ``digest`` that of its content, empty where it
    could not be read. ``awaited`` are the sections that the contributor still owes after all of
    its files. ``follows`` is the session that news are measured by. ``annotated``
    is the name of the copy that carries the findings as comments.
    """

    session: SessionCode
    follows: SessionCode | None = None
    contributor: Phrase
    file: str
    digest: str
    language: Language
    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    sections: tuple[UnderstoodSection, ...] = ()
    figures: tuple[Figure, ...] = ()
    awaited: tuple[Phrase, ...] = ()
    due: Due | None = None
    annotated: str | None = None

    @property
    def name(self) -> str:
        """The name of the file, as it was sent."""
        return self.file.rpartition("/")[2]
