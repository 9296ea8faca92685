"""Which table of a reviewer's copy is that of which entry."""

from collections import Counter
from collections.abc import Mapping, Sequence

from council_report.comparison.feedback.alignment import Claim
from council_report.comparison.feedback.spots import Spot
from council_report.model.edited import EditedParagraph

HALF = 0.5
"""The share of its cells that must read the same, for a table to be known by them."""

Caption = tuple[str | None, str | None]
"""Contributor and entry of a table."""


def found_tables(
    spots: Sequence[Spot], paragraphs: Sequence[EditedParagraph], claims: Mapping[int, Claim]
) -> dict[int, Claim]:
    """The tables of entries, by their number in the copy: each is known by its cells, else as the
    table that follows its caption."""
    found: dict[int, Claim] = {}
    captions = [spot for spot in spots if spot.block and spot.block.rows and not spot.cell]
    places = {claim.spot.number: place for place, claim in claims.items()}
    for spot in captions:
        claim = claims[places[spot.number]] if spot.number in places else None
        by_cells = _by_cells(spot, paragraphs, claims)
        if by_cells:
            found[by_cells.popitem()[0]] = claim or Claim(spot, "similarity")
    for spot in captions:
        if spot.number in places and claims[places[spot.number]] not in found.values():
            table = _next_table(paragraphs, claims, places[spot.number])
            if table and table not in found:
                found[table] = claims[places[spot.number]]
    return found


def _by_cells(
    caption: Spot, paragraphs: Sequence[EditedParagraph], claims: Mapping[int, Claim]
) -> dict[int, int]:
    """The table that holds at least half of an entry's cells, with how many."""
    block = caption.block
    votes = Counter(
        paragraph.cell[0]
        for place, paragraph in enumerate(paragraphs)
        if paragraph.cell
        and place in claims
        and claims[place].spot.cell
        and claims[place].spot.block is block
    )
    cells = sum(len(row) for row in block.rows) if block else 0
    return {table: count for table, count in votes.most_common(1) if count >= HALF * cells}


def _next_table(
    paragraphs: Sequence[EditedParagraph], claims: Mapping[int, Claim], caption: int
) -> int | None:
    """The table that follows a paragraph, before anything else of the draft does."""
    for place in range(caption + 1, len(paragraphs)):
        cell, claim = paragraphs[place].cell, claims.get(place)
        if cell and cell != paragraphs[caption].cell:
            return cell[0]
        if claim and not claim.spot.cell:
            return None
    return None
