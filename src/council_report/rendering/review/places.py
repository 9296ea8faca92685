"""Which paragraph of a document a finding is about."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from council_report.model.amendment import Amendment
from council_report.model.contribution import Contribution
from council_report.model.desk import Desk
from council_report.model.document import Printed
from council_report.model.location import CELL, Location
from council_report.model.session import Key


class Spot(NamedTuple):
    """A line of a file, a paragraph of it, or a row of a sheet; 0 for the whole."""

    file: str
    sheet: str
    number: int


class Known(NamedTuple):
    """An entry: who sent it, and its id."""

    contributor: Key
    entry: Key


class _File(NamedTuple):
    """The places of the values of a file, in order, and the entry that each is part of, if any."""

    order: Sequence[Spot]
    entries: Mapping[Spot, Known | None]


class Places:
    """The paragraphs of a document, counted from 0, by where the words in them come from.

    ``lines`` are those of the document, each with its paragraph, None where it has none.
    """

    def __init__(
        self,
        desk: Desk,
        contributions: Sequence[Contribution],
        lines: Sequence[tuple[Printed, int | None]],
    ) -> None:
        self.title = next((at or 0 for line, at in lines if line.part == "title"), 0)
        self.entries: dict[Known, int] = {}
        self.others: dict[Spot, int] = {}
        self.gaps: dict[Key, dict[Key, int]] = {}
        for line, at in lines:
            if at is not None:
                self._note(line, at)
        self.files = {one.file: _file(one) for one in contributions}
        self.files[desk.amendments_file] = self._amendments(desk)
        self.aside = {one.file: one for one in contributions if one.set_aside}

    def of(self, location: Location) -> int:
        """The paragraph that says what stands at a place in an input, or else the title.

        For a file that was set aside, it is the one that marks its gap.
        """
        if location.file in self.aside:
            return self._gap_of(self.aside[location.file])
        if location.file not in self.files:
            return self.others.get(_spot(location), self.title)
        known = _entry_at(location, self.files[location.file])
        return self.entries.get(known, self.title) if known else self.title

    def _note(self, line: Printed, at: int) -> None:
        known, block = _entry_in(line), line.block
        if known:
            self.entries.setdefault(known, at)
            return
        self.others.setdefault(_spot(line.source), at)
        if block and block.contributor and line.part == "placeholder":
            self.gaps.setdefault(block.contributor, {}).setdefault(block.section, at)

    def _gap_of(self, contribution: Contribution) -> int:
        gaps = self.gaps.get(contribution.contributor, {})
        claimed = (gaps[section] for section in contribution.claims if section in gaps)
        return next(chain(claimed, gaps.values()), self.title)

    def _amendments(self, desk: Desk) -> "_File":
        places = desk.places.get(desk.amendments_file, {})
        entries = {
            _spot(place): self._amended(desk.amendments[int(path[1])])
            for path, place in places.items()
            if len(path) > 1
        }
        return _File(sorted(entries), entries)

    def _amended(self, one: Amendment) -> Known:
        """The entry that an amendment adds, if it is there, or is about."""
        added = Known(one.contributor, one.id or one.entry)
        return added if added in self.entries else Known(one.contributor, one.entry)


def _entry_in(line: Printed) -> Known | None:
    """The entry that a paragraph is part of; a label is part of none."""
    block = line.block
    if block is None or block.contributor is None or block.entry is None or line.part == "label":
        return None
    return Known(block.contributor, block.entry)


def _file(contribution: Contribution) -> _File:
    entries: dict[Spot, Known | None] = {}
    others: dict[Spot, Known | None] = {}
    for path, place in contribution.places.items():
        match path:
            # A file that is set aside may have places of entries that could not be read.
            case ("entries", int(number), *_) if number < len(contribution.entries):
                known = Known(contribution.contributor, contribution.entries[number].id)
                entries.setdefault(_spot(place), known)
            case _:
                others[_spot(place)] = None
    everything = others | entries
    return _File(sorted(everything), everything)


def _entry_at(location: Location, file: _File) -> Known | None:
    """The entry at a place, or, in a file of lines, that whose value goes on to there."""
    spot = _spot(location)
    if spot in file.entries or location.line is None:
        return file.entries.get(spot)
    at = bisect_right(file.order, spot)
    return file.entries[file.order[at - 1]] if at else None


def _spot(location: Location) -> Spot:
    cell = CELL.match(location.cell or "")
    row = int(cell[2]) if cell else 0
    return Spot(location.file, location.sheet or "", location.line or location.paragraph or row)
