"""A reviewer's copy of a draft made into proposals, and into what belongs to no entry."""

from council_report.comparison.feedback.belonging import belonging
from council_report.comparison.feedback.choosing import Match
from council_report.comparison.feedback.edits import (
    Edit,
    Passage,
    author_of_new,
    edits_of,
    passage_of,
    reviewer_of,
    together,
)
from council_report.comparison.feedback.identity import identified
from council_report.comparison.feedback.mapped import Mapped
from council_report.comparison.feedback.proposing import (
    CAPTION_REMOVED,
    TABLE_REMOVED,
    Target,
    addition,
    comment,
    move,
    rewording,
    row_edit,
)
from council_report.comparison.feedback.spots import Spot, words_of
from council_report.comparison.feedback.tables import BETWEEN_CELLS, rows_of, table_edits
from council_report.comparison.feedback.unmapping import (
    SAME_WORDS,
    WITHDRAWN,
    elsewhere,
    not_an_entry,
    unmapped_edit,
    unmapped_findings,
    unmapped_remarks,
    unmapped_table,
    unmapped_words,
)
from council_report.model.edited import EditedCopy
from council_report.model.feedback import Feedback, Proposal, ReviewedFile, Unmapped

GONE = "no longer there"


def reviewed(copy: EditedCopy, match: Match | None, original: EditedCopy | None) -> Feedback:
    """What a reviewer wants changed, by a copy of a draft.

    ``match`` is that draft in one language, None where the file is a copy of no draft; ``original``
    is the draft's own Word file, read like the copy, None where it cannot be had.
    """
    if match is None:
        reviewer = reviewer_of(copy)
        file = ReviewedFile(file=copy.file, digest=copy.digest, author=reviewer.name)
        return Feedback(files=(file,), unmapped=tuple(unmapped_words(copy, reviewer)))
    return Reviewing(copy, match, original or EditedCopy(file="", digest="")).feedback()


class Reviewing:
    """A copy while its edits and comments are being sorted."""

    def __init__(self, copy: EditedCopy, match: Match, original: EditedCopy) -> None:
        self.copy = copy
        self.match = match
        self.mapped = Mapped(copy, match, original)
        self.new_tables = self.mapped.new_tables()
        self.proposals: list[Proposal] = []
        self.unmapped: list[Unmapped] = [*unmapped_findings(copy, original)]

    def feedback(self) -> Feedback:
        """Everything that the copy says."""
        for place in range(len(self.mapped.paragraphs)):
            self._paragraph(place)
        for number in self.mapped.tables:
            self._table(number)
        for number in self.new_tables:
            self._new_table(number)
        for spot in self.mapped.removed():
            self._removed(spot)
        file = ReviewedFile(
            file=self.copy.file,
            digest=self.copy.digest,
            author=self.mapped.reviewer.name,
            draft=self.match.draft,
            language=self.mapped.language,
            same=self.match.same,
            paragraphs=self.match.paragraphs,
        )
        proposals = belonging(identified(self.proposals), self.match.document)
        return Feedback(files=(file,), proposals=proposals, unmapped=tuple(self.unmapped))

    def _paragraph(self, place: int) -> None:
        paragraph = self.mapped.paragraphs[place]
        if self.mapped.table_of(paragraph) is not None:
            return
        passage = self.mapped.passage(place)
        if place not in self.mapped.claims:
            self._new(place, passage)
        elif self.mapped.claims[place].spot.entry:
            self._entry(place, passage)
        else:
            self._furniture(place, passage)

    def _entry(self, place: int, passage: Passage) -> None:
        """A paragraph that is the text of an entry."""
        claim = self.mapped.claims[place]
        target = self.mapped.target(claim, passage.place)
        for edit in edits_of(passage, target.printed, self.mapped.reviewer):
            self.proposals.append(rewording(target, edit))
        mover = self.mapped.mover(place)
        if mover:
            self.proposals.append(move(target, mover))
        self._comments(target, passage)
        if target.block.rows and passage.after is not None and not self._has_table(target):
            edit = Edit(self.mapped.reviewer.name, self.mapped.reviewer.saved, None)
            self.proposals.append(row_edit(target, edit, _rows(target), "", TABLE_REMOVED))

    def _furniture(self, place: int, passage: Passage) -> None:
        """A heading, label, or other paragraph that no contributor sent."""
        spot = self.mapped.claims[place].spot
        reason = not_an_entry(spot)
        mover = self.mapped.mover(place)
        edits = [*edits_of(passage, spot.text, self.mapped.reviewer)]
        if mover and not edits:
            edits.append(mover._replace(text=passage.after))
        for edit in edits:
            why = f"{SAME_WORDS} {reason}" if edit.words == spot.words else reason
            self._unmapped(edit, passage.place, spot.words, why)
        self.unmapped += unmapped_remarks(passage, self.copy.file, reason)

    def _new(self, place: int, passage: Passage) -> None:
        """A paragraph that the draft does not have."""
        paragraph = self.mapped.paragraphs[place]
        if paragraph.part == "body" and paragraph.cell and paragraph.cell[0] in self.new_tables:
            return
        edit = author_of_new(passage, self.mapped.reviewer)
        near = self.mapped.neighbour(place) if paragraph.part == "body" else None
        if edit.words and near:
            target = self.mapped.target(near[0], passage.place, "neighbours")
            kind = self.mapped.kind_of(place)
            self.proposals.append(addition(target, edit, kind, is_first=near[1]))
        elif edit.words:
            self._unmapped(edit, passage.place, "", elsewhere(paragraph.part))
        elif words_of(passage.before):
            self._unmapped(edit, passage.place, words_of(passage.before), WITHDRAWN)
        if near:
            self._comments(self.mapped.target(near[0], passage.place, "neighbours"), passage)
        else:
            reason = elsewhere(paragraph.part)
            self.unmapped += unmapped_remarks(passage, self.copy.file, reason)

    def _table(self, number: int) -> None:
        """The table of an entry."""
        target = self.mapped.target(self.mapped.tables[number], "")
        cells: dict[tuple[int, int], list[Passage]] = {}
        for paragraph in self.mapped.paragraphs:
            if paragraph.cell and self.mapped.table_of(paragraph) == number:
                cell = cells.setdefault(paragraph.cell[1:], [])
                cell.append(passage_of(paragraph, self.copy))
        rows = rows_of({key: together(passages) for key, passages in cells.items()})
        self.proposals += table_edits(target, rows, self.mapped.reviewer)

    def _new_table(self, number: int) -> None:
        """A table that was put in, as a whole."""
        own = [
            passage_of(one, self.copy)
            for one in self.mapped.paragraphs
            if one.part == "body" and one.cell and one.cell[0] == number
        ]
        self.unmapped += unmapped_table(own, self.mapped.reviewer, self.copy.file)

    def _removed(self, spot: Spot) -> None:
        """A paragraph of the draft that is nowhere in the copy."""
        edit = Edit(self.mapped.reviewer.name, self.mapped.reviewer.saved, None)
        if spot.entry is None or spot.block is None:
            self._unmapped(edit, GONE, spot.words, not_an_entry(spot))
            return
        target = Target(spot.block, self.mapped.language, self.copy.file, GONE, "neighbours")
        if self._has_table(target):
            self.proposals.append(row_edit(target, edit, spot.words, "", CAPTION_REMOVED))
        else:
            self.proposals.append(rewording(target, edit))

    def _comments(self, target: Target, passage: Passage) -> None:
        self.proposals += (comment(target, remark) for remark in passage.remarks)

    def _unmapped(self, edit: Edit, place: str, old: str, reason: str) -> None:
        self.unmapped.append(unmapped_edit(edit, self.copy.file, place, old, reason))

    def _has_table(self, target: Target) -> bool:
        return any(claim.spot.block is target.block for claim in self.mapped.tables.values())


def _rows(target: Target) -> str:
    return BETWEEN_CELLS.join(words_of(cell) for row in target.block.rows for cell in row)
