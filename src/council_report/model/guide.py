"""What a reader knows of a session while it reads the file of one contributor."""

import hashlib

from pydantic import Field

from council_report.model.contribution import EntryKind, Status
from council_report.model.language import Language, Line
from council_report.model.noun import Noun
from council_report.model.quoting import spelled_out
from council_report.model.session import Key, TrackedChanges
from council_report.model.text import parse_text, plain

MARK = "_cr_"
"""How the bookmark begins that carries the id of an entry through a Word or ODF file.

Word hides bookmarks that begin with an underscore.
"""

LINE_MARK = "_crf_"
"""How the bookmark begins that vouches for a line of our own in a Word form."""

LONGEST_MARK = 40
"""How many characters Word allows in the name of a bookmark."""


class Heading(Noun):
    """A section or box row, and what it is called in each language."""

    section: Key
    names: dict[Language, Line]


class Guide(Noun):
    """What a reader needs to know to turn text or tables into entries.

    ``language`` is that of a text where nothing in the file tells. ``headings`` name the sections.
    ``ids`` are those of entries that forms were filled with, by bookmark. ``texts`` are the ids of
    the contributor's own by their ``text_key``, for a form whose bookmarks some program has lost.
    ``undetailed`` are entries that forms show without a line of details below them.
    ``furniture`` are the lines that our own forms hold and nobody has to read again; ``others``
    the title lines of the forms of other contributors, with the names of these. ``choices``
    are the words that the lists of our Excel forms offer, passed over on a sheet that holds
    furniture and no entries.
    ``fields``, ``statuses`` and ``kinds`` say what a word in any language stands for, in
    case-folded form: ``"statut"`` is ``status``. Of the fields these are the keys of ``Entry`` and
    ``Statistic``, with ``text``, ``as_of`` and the like written as there.
    """

    language: Language = "en"
    headings: tuple[Heading, ...] = ()
    tracked_changes: TrackedChanges = "refuse"
    ids: dict[str, Key] = Field(default_factory=dict)
    texts: dict[str, Key] = Field(default_factory=dict)
    undetailed: frozenset[Key] = frozenset()
    furniture: frozenset[str] = frozenset()
    others: dict[str, str] = Field(default_factory=dict)
    choices: frozenset[str] = frozenset()
    fields: dict[str, str] = Field(default_factory=dict)
    statuses: dict[str, Status] = Field(default_factory=dict)
    kinds: dict[str, EntryKind] = Field(default_factory=dict)

    def id_of(self, mark: str) -> Key | None:
        """The id of the entry that a bookmark carries, or None if it carries none."""
        if mark in self.ids:
            return self.ids[mark]
        is_short = mark.startswith(MARK) and len(mark) < LONGEST_MARK
        return mark.removeprefix(MARK).replace("_", "-") if is_short else None


def text_key(source: str) -> str:
    """What is the same of texts with the same words, whatever their looks and spaces."""
    return " ".join(plain(spelled_out(parse_text(source))).split())


def mark_of(entry_id: Key) -> str:
    """The bookmark that carries the id of an entry; a long id is carried by its digest."""
    mark = MARK + entry_id.replace("-", "_")
    if len(mark) < LONGEST_MARK:
        return mark
    return (MARK + hashlib.sha256(entry_id.encode()).hexdigest())[:LONGEST_MARK]


def line_mark(words: str) -> str:
    """The bookmark that says of a line in a form that it is ours, as long as nobody changes it.

    A form that was sent out may come back after a deadline or a wording has been changed.
    """
    line = " ".join(words.split())
    return (LINE_MARK + hashlib.sha256(line.encode()).hexdigest())[:LONGEST_MARK]
