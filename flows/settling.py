"""When a file that arrives is complete, and when one that is gone is really gone."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from council_report.intake.arriving import Stamp

QUIET = 0.5
"""The seconds for which a file must not change before it is taken."""

ABSENT = 1.0
"""The seconds after which a file that is not there counts as taken away.

Excel saves by deleting the file and giving its name to another one.
"""

PATIENCE = 10.0
"""The seconds that a zip file without an end may take to go on growing."""


class Look(NamedTuple):
    """What a look at a folder tells: the files that have settled since, and those that are gone.

    ``is_waiting`` says that another look is needed soon, ``is_doubtful`` that a file is missing,
    which may be back by then.
    """

    fresh: frozenset[str]
    gone: frozenset[str]
    is_waiting: bool
    is_doubtful: bool


class Settling:
    """The files of a folder from one look at it to the next; the clock is passed in, in seconds."""

    def __init__(self, is_complete: Callable[[str], bool]) -> None:
        self.settled: dict[str, Stamp] = {}
        self._is_complete = is_complete
        self._seen: dict[str, tuple[Stamp, float]] = {}
        self._missed: dict[str, float] = {}

    def look(self, stamps: Mapping[str, Stamp], clock: float) -> Look:
        """Take note of the files that are there now."""
        for name, stamp in stamps.items():
            if name not in self._seen or self._seen[name][0] != stamp:
                self._seen[name] = stamp, clock
        self._seen = {name: seen for name, seen in self._seen.items() if name in stamps}
        unsettled = {name for name, stamp in stamps.items() if self.settled.get(name) != stamp}
        fresh = frozenset(name for name in unsettled if self._has_settled(name, clock))
        self.settled |= {name: stamps[name] for name in fresh}
        gone = self._gone(stamps, clock)
        is_doubtful = bool(self._missed)
        return Look(fresh, gone, is_doubtful or unsettled != fresh, is_doubtful)

    def _has_settled(self, name: str, clock: float) -> bool:
        quiet = clock - self._seen[name][1]
        return quiet >= PATIENCE or (quiet >= QUIET and self._is_complete(name))

    def _gone(self, stamps: Mapping[str, Stamp], clock: float) -> frozenset[str]:
        missed = self.settled.keys() - stamps.keys()
        self._missed = {name: self._missed.get(name, clock) for name in missed}
        gone = frozenset(name for name, since in self._missed.items() if clock - since >= ABSENT)
        for name in gone:
            del self.settled[name], self._missed[name]
        return gone
