"""What changed from one draft to another, passage by passage."""

import datetime
from typing import Literal

from council_report.model.contribution import Statistic
from council_report.model.document import BlockKind, Details
from council_report.model.language import Language
from council_report.model.noun import Noun
from council_report.model.session import Key, SessionCode
from council_report.model.text import Text

PassageKind = BlockKind | Literal["line", "label"]

ChangeKind = Literal[
    "added",
    "removed",
    "moved",
    "reworded",
    "re-attributed",
    "restructured",
    "statistics",
    "dates",
    "details",
    "formatting",
]
"""``re-attributed``: another contributor or unit; ``restructured``: another kind, or a table with
other rows or columns; ``statistics``: the value of a number that is quoted; ``details``: what is
not printed, such as mandates, or where a link leads; ``formatting``: the same words look otherwise,
or are counted otherwise.
"""

Operation = Literal["same", "added", "removed"]


class Passage(Noun):
    """A paragraph or table of a document as it is compared: what it says and who says it.

    Where it was found is left out: a text that moves within its file has not changed. ``key`` is
    what it is known by in both drafts, such as ``entry ai-for-health``, ``heading standards``,
    ``placeholder itu-t/standards`` or ``line title``. ``details`` are those of an entry.
    """

    key: str
    kind: PassageKind
    section: Key | None = None
    contributor: Key | None = None
    entry: Key | None = None
    marker: str = ""
    text: Text = ()
    rows: tuple[tuple[Text, ...], ...] = ()
    details: Details | None = None


class Piece(Noun):
    """Words that both drafts have, or only the new, or only the old one."""

    operation: Operation
    text: str


class CellChange(Noun):
    """A cell whose words changed; row and column are counted from 1, in the new table.

    A cell that is ``gone`` with its row or column is counted in the old table.
    """

    row: int
    column: int
    words: tuple[Piece, ...]
    gone: bool = False


class Change(Noun):
    """What changed about one passage; ``old`` is None of an added one, ``new`` of a removed one.

    ``after`` is the key of the passage that an added or moved one follows in the new draft, and a
    removed one in the old draft; None where it is the first. ``words`` and ``cells`` are the
    differences of a text and of the cells of a table that are in both drafts, empty where these
    read the same.
    """

    key: str
    kinds: tuple[ChangeKind, ...]
    old: Passage | None = None
    new: Passage | None = None
    after: str | None = None
    words: tuple[Piece, ...] = ()
    cells: tuple[CellChange, ...] = ()


class LanguageChanges(Noun):
    """The changes of the document in one language: in the order of the new draft, removed last."""

    language: Language
    changes: tuple[Change, ...]


class StatisticChange(Noun):
    """A statistic of which anything changed: ``old`` is None of a new one, ``new`` of one gone.

    That its unit is known in more languages, or in fewer, is no change.
    """

    key: Key
    old: Statistic | None = None
    new: Statistic | None = None


class DraftName(Noun):
    """Which draft is meant: ``draft`` is its number."""

    session: SessionCode
    kind: Key
    draft: int
    made: datetime.datetime

    @property
    def folder(self) -> str:
        """The name of its folder: ``draft-001``."""
        return f"draft-{self.draft:03d}"


class Changes(Noun):
    """Everything that changed from one draft to another.

    ``languages`` are those that both drafts have; ``languages_added`` and ``languages_removed``
    are those that only the new, or only the old one has, and of which nothing is compared.
    """

    old: DraftName
    new: DraftName
    languages: tuple[LanguageChanges, ...]
    languages_added: tuple[Language, ...] = ()
    languages_removed: tuple[Language, ...] = ()
    statistics: tuple[StatisticChange, ...] = ()

    def of(self, language: Language) -> tuple[Change, ...]:
        """The changes in a language; none where it is not compared."""
        return next((one.changes for one in self.languages if one.language == language), ())
