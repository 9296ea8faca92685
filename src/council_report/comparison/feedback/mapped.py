"""A reviewer's copy laid beside the draft that it is a copy of."""

from collections import Counter

from council_report.comparison.feedback.alignment import Claim, align, steady
from council_report.comparison.feedback.carrying import reads_as
from council_report.comparison.feedback.choosing import Match
from council_report.comparison.feedback.edits import Edit, Passage, passage_of, reviewer_of
from council_report.comparison.feedback.moves import divided, followed
from council_report.comparison.feedback.proposing import Target
from council_report.comparison.feedback.spots import Spot, spots_of
from council_report.comparison.feedback.tabling import found_tables
from council_report.model.amendment import AddedKind
from council_report.model.edited import EditedCopy, EditedParagraph
from council_report.model.feedback import Matched

ENDS = {"heading", "label", "title", "author", "template"}
"""What stands between texts of different sections."""


class Mapped:
    """The paragraphs of a copy, with what each was in the draft.

    ``claims`` are those of paragraphs outside the tables of entries, ``tables`` those tables by
    their number. ``original`` is the draft's own Word file, as it was read.
    """

    def __init__(self, copy: EditedCopy, match: Match, original: EditedCopy) -> None:
        self.copy = copy
        self.language = match.document.language
        self.reviewer = reviewer_of(copy)
        self.spots = spots_of(match.document, original)
        claims = align(self.spots, copy.paragraphs)
        self.tables = found_tables(self.spots, copy.paragraphs, claims)
        outside = {
            place: one
            for place, one in claims.items()
            if not one.spot.cell and not self._in_table(copy.paragraphs[place])
        }
        found = followed(*divided(copy.paragraphs, outside))
        self.paragraphs, self.claims, self.tracked_moves = found
        kept = {p: c for p, c in self.claims.items() if p not in self.tracked_moves}
        self.steady = frozenset(steady(kept))
        self.kinds = _kinds(self.spots)

    def _in_table(self, paragraph: EditedParagraph) -> bool:
        return self.table_of(paragraph) is not None

    def table_of(self, paragraph: EditedParagraph) -> int | None:
        """The number of the table of an entry that a paragraph stands in, if it does."""
        is_known = paragraph.part == "body" and paragraph.cell and paragraph.cell[0] in self.tables
        return paragraph.cell[0] if is_known and paragraph.cell else None

    def passage(self, place: int) -> Passage:
        """A paragraph; one that reads as in the draft's own Word file reads as it was printed."""
        passage = passage_of(self.paragraphs[place], self.copy)
        spot = self.claims[place].spot if place in self.claims else None
        if (
            spot
            and spot.read
            and passage.before
            and reads_as(passage.before) == reads_as(spot.read)
        ):
            return passage._replace(before=spot.text)
        return passage

    def target(self, claim: Claim, place: str, matched: Matched | None = None) -> Target:
        """The text of an entry, for what is proposed about it at a place of the copy."""
        if claim.spot.block is None:
            raise ValueError("only a text of an entry can be meant")
        how = matched or claim.matched
        return Target(claim.spot.block, self.language, self.copy.file, place, how, claim.similarity)

    def mover(self, place: int) -> Edit | None:
        """Who moved a paragraph, if it has moved."""
        if place in self.tracked_moves:
            edit = self.tracked_moves[place]
            if edit:
                return Edit(edit.author, edit.when, edit.text)
        elif place in self.steady:
            return None
        return Edit(self.reviewer.name, self.reviewer.saved, None)

    def removed(self) -> list[Spot]:
        """The paragraphs of the draft that are nowhere in the copy, cells aside."""
        there = {claim.spot.number for claim in self.claims.values()}
        return [spot for spot in self.spots if spot.number not in there and not spot.cell]

    def new_tables(self) -> tuple[int, ...]:
        """The numbers of the tables of which nothing was in the draft."""
        tables = {one.cell[0] for one in self.paragraphs if one.part == "body" and one.cell}
        cells = (self.paragraphs[place].cell for place in self.claims)
        return tuple(sorted(tables - {cell[0] for cell in cells if cell} - set(self.tables)))

    def neighbour(self, place: int) -> tuple[Claim, bool] | None:
        """The text that a new paragraph follows; or the one before which it is the first.

        The second value says which. None where there is neither in the same section and cell.
        """
        before = self._nearest(place, range(place - 1, -1, -1))
        if before:
            return before, False
        after = self._nearest(place, range(place + 1, len(self.paragraphs)))
        return (after, True) if after else None

    def _nearest(self, place: int, ways: range) -> Claim | None:
        here = self.paragraphs[place]
        for other in ways:
            there = self.paragraphs[other]
            table = self.table_of(there)
            if table is not None and here.cell is None:
                return self.tables[table]
            if other not in self.claims:
                continue
            if there.part != here.part or there.cell != here.cell:
                return None
            spot = self.claims[other].spot
            if spot.entry:
                return self.claims[other]
            if spot.part in ENDS or spot.part.startswith("header."):
                return None
        return None

    def kind_of(self, place: int) -> AddedKind:
        """What a new paragraph is, by its style; as the text beside it where that is not known."""
        style = self.paragraphs[place].style
        near = self.neighbour(place)
        kind = near[0].spot.block.kind if near and near[0].spot.block else "paragraph"
        known = self.kinds.get(style, [kind])
        found = kind if kind in known else known[0]
        match found:
            case "bullet" | "sub-bullet" | "numbered":
                return found
            case _:
                return "paragraph"


def _kinds(spots: tuple[Spot, ...]) -> dict[str, list[str]]:
    """Which kinds of entries a paragraph style is used for, the most frequent first."""
    counts = Counter(
        (spot.style, spot.block.kind)
        for spot in spots
        if spot.style and spot.entry and spot.block and not spot.cell
    )
    kinds: dict[str, list[str]] = {}
    for (style, kind), _ in counts.most_common():
        kinds.setdefault(style, []).append(kind)
    return kinds
