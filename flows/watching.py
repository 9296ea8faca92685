"""Watching a session's folder: every file is answered as soon as it has settled."""

import time
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from council_report.archive.receipts import FOLDER
from council_report.errors import CouncilReportError
from council_report.intake.arriving import Arrival, arrivals, is_complete
from council_report.model.finding import Finding
from council_report.settings import Workplace
from flows.gathering import Gathered, gather
from flows.reading import Memory
from flows.receiving import Answer, answer
from flows.settling import Look, Settling

PAUSE = 0.25
"""The seconds between two looks while something may be about to happen."""

IDLE = 5.0
"""The seconds after which a look is taken even if no change was heard of."""


class Glance(NamedTuple):
    """An occasion to look: the time in seconds, and whether a change was heard of."""

    clock: float
    heard: bool


class Happening(NamedTuple):
    """What came of a look: answers, files taken away, what else was found, or what failed."""

    answers: tuple[Answer, ...] = ()
    gone: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    failure: str = ""


def glances(folder: Path, *, poll: bool) -> Iterator[Glance]:
    """Occasions to look at a folder: when something changes in it, and every now and then.

    ``poll`` is for network drives, where the system does not tell of changes. Where it fails to,
    at a name that is no text, or as too much is watched already, there is soon an occasion anyway.
    """
    from watchfiles import Change, watch

    def is_theirs(_: Change, path: str) -> bool:
        # As in intake: the folder of the session or of a contributor, not one deeper down.
        return FOLDER not in Path(path).relative_to(folder).parts[:2]

    yield Glance(time.monotonic(), heard=True)
    while True:
        is_first = True  # Who knows what came before we listened.
        changing = watch(
            folder,
            watch_filter=is_theirs,
            debounce=200,
            rust_timeout=int(PAUSE * 1000),
            yield_on_timeout=True,
            force_polling=poll or None,
            ignore_permission_denied=True,
        )
        try:
            for changes in changing:
                yield Glance(time.monotonic(), heard=is_first or bool(changes))
                is_first = False
        except (OSError, RuntimeError):
            time.sleep(PAUSE)
            yield Glance(time.monotonic(), heard=True)


def watch_session(
    place: Workplace, session: str, occasions: Iterable[Glance]
) -> Iterator[Happening]:
    """Answer files as they settle, as long as there are occasions; nothing that fails ends it."""
    watcher = Watcher(place, session)
    failure = ""
    for occasion in occasions:
        try:
            happening = watcher.look(occasion)
        except Exception as error:  # The disk may be back the next time, the file be mended.
            hint = f" {error.hint}" if isinstance(error, CouncilReportError) else ""
            happening = Happening(failure=f"{type(error).__name__}: {error}{hint}")
        if any(happening):
            if not happening.failure or happening.failure != failure:
                yield happening
            failure = happening.failure


class Watcher:
    """A session's folder as it was at the last look, and what was read in it."""

    def __init__(self, place: Workplace, session: str) -> None:
        self._place = place
        self._session = session
        self._arrived: dict[str, Arrival] = {}
        self._settling = Settling(lambda name: is_complete(self._arrived[name].path))
        self._memory = Memory()
        self._told: frozenset[Finding] = frozenset()
        self._gone: frozenset[str] = frozenset()
        self._looked = float("-inf")
        self._is_waiting = self._is_due = False

    def look(self, occasion: Glance) -> Happening:
        """Look at the folder if there is a reason to, and answer what has settled."""
        clock, heard = occasion
        if not (heard or self._is_waiting or clock - self._looked >= IDLE):
            return Happening()
        self._looked = clock
        look = self._seen(clock)
        self._gone |= look.gone
        self._is_due = self._is_due or bool(look.fresh or look.gone)
        # While Excel is just saving a file, its neighbours would be told that it is missing.
        if not self._is_due or look.is_doubtful:
            return Happening()
        happening = self._received()
        self._gone = frozenset()
        return happening

    def _seen(self, clock: float) -> Look:
        self._is_waiting = False  # If the look fails, it is not taken again at once.
        self._arrived = arrivals(self._place.inputs, self._session)
        stamps = {name: arrival.stamp for name, arrival in self._arrived.items()}
        look = self._settling.look(stamps, clock)
        self._is_waiting = look.is_waiting
        return look

    def _received(self) -> Happening:
        settled = self._settling.settled
        self._memory.settled = settled
        gathered = gather(self._place, self._session, memory=self._memory)
        answers, findings, _ = answer(self._place, gathered, settled.__contains__)
        # There may be room on the disk the next time.
        self._is_due = any(one.rule == "receipt-unwritten" for one in findings)
        found = dict.fromkeys((*findings, *_unread(gathered, settled)))
        new = tuple(finding for finding in found if finding not in self._told)
        self._told = frozenset(found)
        return Happening(answers, tuple(sorted(self._gone)), new)


def _unread(gathered: Gathered, settled: Container[str]) -> Iterator[Finding]:
    """What is wrong with what is no regular file, and so gets no receipt."""
    for one in gathered.contributions:
        if not one.digest and one.file not in settled:
            yield from one.findings
