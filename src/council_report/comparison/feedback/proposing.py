"""Edits and comments made into proposals: what they would change, and what stands in the way."""

from typing import NamedTuple

from council_report.comparison.feedback.alignment import ALIKE, likeness
from council_report.comparison.feedback.carrying import carried
from council_report.comparison.feedback.edits import Edit
from council_report.comparison.feedback.framing import Framed, framed, has_rest, unframed
from council_report.comparison.feedback.spots import words_of
from council_report.comparison.words import pieces
from council_report.model.amendment import AddedKind, text_digest
from council_report.model.change import Piece
from council_report.model.document import Block
from council_report.model.edited import Remark
from council_report.model.feedback import Matched, Proposal, ProposalKind
from council_report.model.language import Language
from council_report.model.location import shortened
from council_report.model.text import Text
from council_report.model.writing import write_text

COMMENT = (
    "A comment changes no text by itself: it is for {contributor} or the secretariat to act on."
)
MOVED = "The order comes from the outline and the files of {contributor}: have it moved there."
UNTRANSLATED = (
    "It is not translated yet: change the text in the language that {contributor} sent it in, or"
    " have it translated."
)
OUTDATED = (
    "Only the words that mark the translation as out of date were taken out. If it is right, have"
    " it confirmed: council-report translate confirm."
)
MARKED = (
    "It still holds a part of the words that mark a missing or outdated translation: take all of"
    " them out, or none."
)
LOOK_ALONE = "Only the look was changed, in a way that the Word template decides, not a text."
ROW_ADDED = "A row was put into the table: ask {contributor} to send the table anew."
ROW_REMOVED = "A row was taken out of the table: ask {contributor} to send the table anew."
ROW_CHANGED = "Cells were put in or taken out: ask {contributor} to send the table anew."
CAPTION_REMOVED = (
    "The caption was taken out and its table was not: ask {contributor} to send it anew."
)
TABLE_REMOVED = (
    "The table was taken out and its caption was not: ask {contributor} to send it anew."
)
FIRST = "It stands before the first text of its section: ask {contributor} to send it."


class Target(NamedTuple):
    """The text of an entry, or a cell of its table, that an edit or comment is about.

    ``file`` and ``place`` are where in the copy, ``matched`` is how it was found there.
    """

    block: Block
    language: Language
    file: str
    place: str
    matched: Matched
    similarity: float = 1.0
    cell: tuple[int, int] | None = None

    @property
    def printed(self) -> Text:
        """The text as the draft has it."""
        if self.cell is None:
            return self.block.text
        row, column = self.cell
        return self.block.rows[row - 1][column - 1]

    @property
    def sent(self) -> str:
        """The text as its contributor sent it."""
        if self.cell is None or self.block.said_rows is None:
            return self.block.said
        row, column = self.cell
        return self.block.said_rows[row - 1][column - 1]

    @property
    def source(self) -> str:
        """The text that was printed, in the Markdown subset: as it was sent, or amended."""
        own = [
            one.new
            for one in self.block.amendments
            if one.action == "replace" and one.cell == self.cell and one.new is not None
        ]
        return own[-1] if own else self.sent

    def proposal(self, kind: ProposalKind, edit: Edit, obstacle: str = "") -> Proposal:
        """A proposal about this text, without what it would make of it."""
        return Proposal(
            kind=kind,
            language=self.language,
            contributor=self.block.contributor or "nobody",
            entry=self.block.entry or "none",
            section=self.block.section,
            cell=self.cell,
            author=edit.author,
            when=edit.when,
            file=self.file,
            place=self.place,
            matched=self.matched,
            similarity=round(self.similarity, 2),
            old=self.source,
            old_digest=text_digest(self.sent),
            obstacle=obstacle.format(contributor=self.block.contributor),
        )


def rewording(target: Target, edit: Edit) -> Proposal:
    """What a reviewer made of a text: other words, another look, or nothing at all."""
    words = pieces(words_of(target.printed), edit.words)
    frame = framed(target.source, target.printed)
    text = unframed(edit.text or (), frame)
    if not text:
        if target.cell is None:
            return _with(target.proposal("remove", edit), words=words)
        return _with(target.proposal("reword", edit), new="", words=words)
    new = carried(target.source, frame.text, text)
    kind: ProposalKind = "format" if edit.words == words_of(target.printed) else "reword"
    obstacle = _obstacle(target.block, frame, text, is_new=new != target.source)
    new = write_text(text) if new is None else new
    return _with(target.proposal(kind, edit, obstacle), new=new, words=words)


def _obstacle(block: Block, frame: Framed, text: Text, *, is_new: bool) -> str:
    """Why a text that a reviewer made of a printed one cannot be taken as it is, if so."""
    if has_rest(text, frame):
        return MARKED
    if not (frame.before or frame.after):
        return "" if is_new else LOOK_ALONE
    # Of older drafts it is not known how their texts stand, nor in which language these are.
    is_foreign = block.state == "own" or any(run.language for run in frame.text)
    if is_foreign and likeness(words_of(frame.text), words_of(text)) >= ALIKE:
        return UNTRANSLATED
    return "" if is_new else OUTDATED


def addition(target: Target, edit: Edit, kind: AddedKind, *, is_first: bool) -> Proposal:
    """A text that a reviewer put in after another, or before it where it is the first."""
    made = target.proposal("add", edit, FIRST if is_first else "")
    new = write_text(edit.text or ())
    words = pieces("", edit.words)
    return _with(made, cell=None, old="", new=new, new_kind=kind, words=words)


def move(target: Target, edit: Edit) -> Proposal:
    """A text that a reviewer put elsewhere."""
    return _with(target.proposal("move", edit, MOVED), words=_unchanged(target))


def comment(target: Target, remark: Remark) -> Proposal:
    """A comment, with the words that it stands at."""
    made = target.proposal("comment", Edit(remark.author, remark.when, None), COMMENT)
    return _with(made, comment=quoting(remark), words=_unchanged(target))


def row_edit(target: Target, edit: Edit, old: str, new: str, obstacle: str) -> Proposal:
    """A row of a table that came or went, which no amendment can say."""
    kind: ProposalKind = "reword" if old and new else "add" if new else "remove"
    made = target.proposal(kind, edit, obstacle)
    return _with(made, old=old, new=new or None, words=pieces(old, new))


def quoting(remark: Remark) -> str:
    """What a comment says, after the words that it stands at."""
    return f"“{shortened(remark.words)}”: {remark.text}" if remark.words else remark.text


def _unchanged(target: Target) -> tuple[Piece, ...]:
    """A text as it is printed."""
    words = words_of(target.printed)
    return pieces(words, words)


def _with(proposal: Proposal, **values: object) -> Proposal:
    return proposal.model_copy(update=values)
