"""Which paragraph of a reviewer's copy is which of the draft."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from council_report.comparison.feedback.spots import Spot, in_order, words_of
from council_report.model.edited import EditedParagraph
from council_report.model.feedback import Matched

ALIKE = 0.6
"""From which similarity on a paragraph is taken for one that stood in its place."""

VERY_ALIKE = 0.8
"""From which similarity on it is taken for one that stood anywhere."""


class Claim(NamedTuple):
    """What a paragraph was in the draft, and how that is known."""

    spot: Spot
    matched: Matched
    similarity: float = 1.0


def align(spots: Sequence[Spot], paragraphs: Sequence[EditedParagraph]) -> dict[int, Claim]:
    """What each paragraph was in the draft, by its place; those that are new are left out.

    A paragraph is known by the bookmark of its entry, else by what it says, as the reviewer found
    it, with tracked changes rejected; a line that is no entry's, at last, by where it stands.
    """
    claims = Claims(spots, paragraphs)
    claims.by_marks()
    claims.by_words_in_order()
    claims.by_words()
    claims.by_likeness_in_place()
    claims.by_likeness()
    claims.by_neighbours()
    return claims.found


def likeness(one: str, other: str) -> float:
    """How much of two texts is the same, from 0 to 1."""
    return float(fuzz.ratio(one, other)) / 100


class Claims:
    """The paragraphs of a draft and of a copy while they are being matched, the surest first."""

    def __init__(self, spots: Sequence[Spot], paragraphs: Sequence[EditedParagraph]) -> None:
        self.spots = spots
        self.paragraphs = paragraphs
        self.words = [words_of(one.before) for one in paragraphs]
        self.marked: dict[str, list[int]] = {}
        for place, one in enumerate(paragraphs):
            for mark in one.marks:
                self.marked.setdefault(mark, []).append(place)
        self.found: dict[int, Claim] = {}
        self.taken: set[int] = set()

    def by_marks(self) -> None:
        """Match by bookmarks; of several paragraphs with one, the one that reads most like it.

        A bookmark that has slipped into a paragraph that reads like another says nothing.
        """
        texts = {spot.words for spot in self.spots}
        for spot in self.spots:
            holders = [
                place
                for place in self._holders(spot.mark)
                if self.words[place] == spot.words or self.words[place] not in texts
            ]
            if holders:
                best = max(holders, key=lambda place: likeness(self.words[place], spot.words))
                self._claim(best, spot, "bookmark")

    def by_words_in_order(self) -> None:
        """Match what reads the same, as much as keeps its order."""
        for home in dict.fromkeys(spot.home for spot in self.spots):
            spots = [spot for spot in self._free_spots() if spot.home == home]
            places = [place for place in self._free() if self.paragraphs[place].part == home]
            texts = [spot.words for spot in spots], [self.words[place] for place in places]
            for old, new in in_order(*texts):
                self._claim(places[new], spots[old], "similarity")

    def by_words(self) -> None:
        """Match what reads the same and has moved."""
        there: dict[tuple[str, str], list[Spot]] = {}
        for spot in self._free_spots():
            there.setdefault((spot.home, spot.words), []).append(spot)
        for place in [*self._free()]:
            same = there.get((self.paragraphs[place].part, self.words[place]))
            if same:
                self._claim(place, same.pop(0), "similarity")

    def by_likeness_in_place(self) -> None:
        """Match what is alike and stands between the same neighbours."""
        pairs = []
        for place, low, high in self._gaps():
            part = self.paragraphs[place].part
            for spot in self.spots[low + 1 : high]:
                if spot.number not in self.taken and spot.home == part:
                    pairs.append((likeness(self.words[place], spot.words), place, spot))
        self._claim_best(pair for pair in pairs if pair[0] >= ALIKE)

    def by_likeness(self) -> None:
        """Match what is very much alike and stands elsewhere."""
        free = self._free_spots()
        pairs = (
            (likeness(self.words[place], spot.words), place, spot)
            for place in self._free()
            for spot in free
            if spot.home == self.paragraphs[place].part
        )
        self._claim_best([pair for pair in pairs if pair[0] >= VERY_ALIKE])

    def by_neighbours(self) -> None:
        """Match lines that are no entry's with as many paragraphs in their place, whatever these
        say."""
        gaps: dict[tuple[int, int], list[int]] = {}
        for place, low, high in self._gaps():
            gaps.setdefault((low, high), []).append(place)
        for (low, high), places in gaps.items():
            free = [one for one in self.spots[low + 1 : high] if one.number not in self.taken]
            parts = [self.paragraphs[place].part for place in places]
            if parts == [spot.home for spot in free] and not any(spot.entry for spot in free):
                for place, spot in zip(places, free, strict=True):
                    self._claim(place, spot, "neighbours", likeness(self.words[place], spot.words))

    def _claim_best(self, pairs: Iterable[tuple[float, int, Spot]]) -> None:
        for similarity, place, spot in sorted(
            pairs, key=lambda pair: (-pair[0], pair[1], pair[2].number)
        ):
            if place not in self.found and spot.number not in self.taken:
                self._claim(place, spot, "similarity", similarity)

    def _claim(self, place: int, spot: Spot, matched: Matched, similarity: float = 1.0) -> None:
        if place not in self.found:
            self.found[place] = Claim(spot, matched, similarity)
            self.taken.add(spot.number)

    def _holders(self, mark: str | None) -> list[int]:
        """The paragraphs, as the reviewer found them, in which a bookmark begins."""
        return [place for place in self.marked.get(mark or "", ()) if self.words[place]]

    def _free(self) -> list[int]:
        return [
            place for place, words in enumerate(self.words) if words and place not in self.found
        ]

    def _free_spots(self) -> list[Spot]:
        return [spot for spot in self.spots if spot.number not in self.taken]

    def _gaps(self) -> Iterable[tuple[int, int, int]]:
        """Each paragraph not matched yet, with the numbers of the spots around its place."""
        fixed = steady(self.found)
        for place in self._free():
            before = [self.found[one].spot.number for one in fixed if one < place]
            after = [self.found[one].spot.number for one in fixed if one > place]
            yield place, before[-1] if before else -1, after[0] if after else len(self.spots)


def steady(found: dict[int, Claim]) -> list[int]:
    """The places of paragraphs that have kept their order: as many as can have."""
    places = sorted(found)
    ends: list[int] = []
    last: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        number = found[place].spot.number
        rank = bisect_left(ends, number)
        ends[rank : rank + 1] = [number]
        before[place] = last[rank - 1] if rank else None
        last[rank : rank + 1] = [place]
    chain: list[int] = []
    end = last[-1] if last else None
    while end is not None:
        chain.append(end)
        end = before[end]
    return chain[::-1]
