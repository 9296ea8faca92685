"""What reviewers want changed: their edits and comments, mapped to entries."""

import datetime
from typing import Literal

from council_report.model.amendment import AddedKind
from council_report.model.change import DraftName, Piece
from council_report.model.language import Language
from council_report.model.noun import Noun
from council_report.model.session import Key
from council_report.model.text import statistics_quoted

ProposalKind = Literal["reword", "format", "remove", "add", "move", "comment"]

Matched = Literal["bookmark", "similarity", "neighbours"]
"""How an edit was mapped to its entry: by the bookmark in the file, by what it says, or by what
stands around it."""


class Proposal(Noun):
    """One edit or comment of one reviewer, at one entry.

    ``id`` is made of all it says, so the same edit sent again is the same proposal. ``old`` and
    ``new`` are the text, in the Markdown subset, as it is and as it would be; ``words`` is the
    difference as it is printed. ``old_digest`` stands for the text as its contributor had sent it.
    ``cell`` is row and column in the entry's table, from 1. Of an added paragraph, ``entry`` is the
    one that it follows. ``similarity`` is how much of the text is the same, from 0 to 1, where that
    was how it was mapped. ``conflicts`` are the ids of proposals that cannot be accepted together
    with this one. ``together`` are the ids of those that can only be accepted together with it: the
    other half of a paragraph that was cut in two, or both that became one. ``obstacle`` says why it
    cannot be accepted at all, as of a comment.
    """

    id: str = ""
    kind: ProposalKind
    language: Language
    contributor: Key
    entry: Key
    section: Key
    cell: tuple[int, int] | None = None
    author: str
    when: datetime.datetime | None = None
    file: str
    place: str
    matched: Matched
    similarity: float = 1.0
    old: str = ""
    old_digest: str
    new: str | None = None
    new_kind: AddedKind | None = None
    words: tuple[Piece, ...] = ()
    comment: str = ""
    obstacle: str = ""
    conflicts: tuple[str, ...] = ()
    together: tuple[str, ...] = ()

    @property
    def unquoted(self) -> tuple[str, ...]:
        """The statistics that the new text writes out and no longer quotes."""
        if not self.new:
            return ()
        return tuple(sorted({*statistics_quoted(self.old)} - {*statistics_quoted(self.new)}))

    @property
    def everywhere(self) -> bool:
        """Whether accepting it takes a text out in every language, not only in this one."""
        return self.kind == "remove" and not self.obstacle


class Unmapped(Noun):
    """An edit or comment that belongs to no entry: what it is, where, and why it has no entry."""

    author: str
    when: datetime.datetime | None = None
    file: str
    place: str
    old: str = ""
    new: str = ""
    comment: str = ""
    reason: str


class ReviewedFile(Noun):
    """A file that was taken in: the draft and language that it is a copy of, and by whom.

    ``same`` of ``paragraphs`` paragraphs read as in that draft, tracked changes rejected. ``draft``
    and ``language`` are None where it is a copy of no draft, or could not be read.
    """

    file: str
    digest: str
    author: str
    draft: DraftName | None = None
    language: Language | None = None
    same: int = 0
    paragraphs: int = 0


class Feedback(Noun):
    """Everything that reviewers have sent about the drafts of one document."""

    files: tuple[ReviewedFile, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    unmapped: tuple[Unmapped, ...] = ()
