"""The files of a session as they are read: its desk with the session before, its contributions."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from council_report.assembly.carrying import carried
from council_report.assembly.guide import make_guide
from council_report.intake.arriving import Stamp, stamp_of
from council_report.intake.contributions import read_contribution
from council_report.intake.desk import read_desk, sessions_in
from council_report.intake.sources import Received, collect, take
from council_report.model.contribution import Contribution
from council_report.model.desk import Desk
from council_report.model.earlier import Earlier
from council_report.model.finding import Finding
from council_report.model.guide import Guide
from council_report.model.language import LANGUAGES
from council_report.model.message import Message
from council_report.model.source import SourceFile
from council_report.settings import Workplace
from flows.steps import Step, plainly


class Memory:
    """What was read of a session, for who reads it again: only what has changed is opened anew.

    ``settled`` are the files that are not being written to, by name; of all others the former
    version counts, or none. Where it is None, every file is taken as it is.
    """

    def __init__(self) -> None:
        self.settled: Mapping[str, Stamp] | None = None
        self._desk: Desk | None = None
        self._stamps: dict[str, Stamp] = {}
        self._sources: dict[str, SourceFile] = {}
        self._contributions: dict[str, Contribution] = {}
        self._guides: dict[str | None, Guide] = {}
        self._before: Memory | None = None

    @property
    def before(self) -> "Memory":
        """The memory of the session before."""
        self._before = self._before or Memory()
        return self._before

    def turn_to(self, desk: Desk) -> None:
        """Forget everything if the desk is not what it was: all may be read differently now."""
        if desk != self._desk:
            self._stamps, self._sources, self._contributions, self._guides = {}, {}, {}, {}
        self._desk = desk

    def guide(self, desk: Desk, contributor: str | None) -> Guide:
        """What a reader has to know for the files of a contributor."""
        if contributor not in self._guides:
            self._guides[contributor] = make_guide(desk, contributor)
        return self._guides[contributor]

    def take(self, path: Path, name: str, sender: str) -> SourceFile | Contribution:
        """A file, or what is known of it while it has not changed; its bytes are then left out.

        Raises FileNotFoundError if it is gone, or was never seen but half written.
        """
        stamp = stamp_of(path)
        if self._is_known(name) and (stamp == self._stamps[name] or self._is_open(name, stamp)):
            return self._sources[name]
        if stamp and self._is_open(name, stamp):
            raise FileNotFoundError(path)
        source = take(path, name, sender)
        if isinstance(source, SourceFile) and stamp and stamp == stamp_of(path):
            self._stamps[name] = stamp
            self._sources[name] = source.model_copy(update={"data": b""})
        return source

    def contribution_in(self, source: SourceFile) -> Contribution | None:
        """What was read in a file before, if it is the same still."""
        known = self._contributions.get(source.name)
        return known if known and known.digest == source.digest else None

    def remember(self, contribution: Contribution) -> Contribution:
        """A contribution, which from now on is known."""
        self._contributions[contribution.file] = contribution
        return contribution

    def keep(self, received: Received) -> None:
        """Forget the files that were not received any more."""
        names = {file.name for file in received.files}
        for kept in (self._stamps, self._sources, self._contributions):
            for name in kept.keys() - names:
                del kept[name]

    def _is_known(self, name: str) -> bool:
        source, read = self._sources.get(name), self._contributions.get(name)
        return source is not None and read is not None and source.digest == read.digest

    def _is_open(self, name: str, stamp: Stamp | None) -> bool:
        return self.settled is not None and self.settled.get(name) != stamp


class Reading(NamedTuple):
    """What came of the files of contributors: those received, and what was read in each."""

    received: Received
    contributions: tuple[Contribution, ...]


def read_files(
    place: Workplace, desk: Desk, step: Step = plainly, memory: Memory | None = None
) -> Reading:
    """Read everything that contributors sent for a session."""
    memory = memory or Memory()
    memory.turn_to(desk)
    session = desk.session
    keys = tuple(contributor.key for contributor in session.contributors)
    received = step("collect the files", collect, place.inputs, session.code, keys, memory.take)
    read = tuple(
        memory.contribution_in(file)
        or memory.remember(
            step(f"read {file.name}", read_contribution, file, memory.guide(desk, file.contributor))
        )
        for file in received.files
    )
    memory.keep(received)
    return Reading(received, (*read, *received.refused))


def read_session(
    place: Workplace, session: str, memory: Memory | None = None
) -> tuple[Desk | None, tuple[Finding, ...]]:
    """The desk of a session with the entries of the one before, and what is wrong with them.

    Raises UsageError if there is no such session.
    """
    return _read_session(place, session, memory or Memory(), ())


def _read_session(
    place: Workplace, session: str, memory: Memory, after: tuple[str, ...]
) -> tuple[Desk | None, tuple[Finding, ...]]:
    desk, findings = read_desk(place.inputs, place.templates, session)
    if desk is None or desk.session.follows is None:
        return desk, findings
    follows = desk.session.follows
    if follows in (session, *after) or follows not in sessions_in(place.inputs):
        return desk, (*findings, _not_found(desk, follows))
    before, _ = _read_session(place, follows, memory.before, (session, *after))
    if before is None:
        return desk, (*findings, _not_found(desk, follows))
    received, contributions = read_files(place, before, memory=memory.before)
    kept = {
        "earlier": _by_id(carried(before, contributions)),
        "earlier_files": (*before.earlier_files, *_without_bytes(before, received)),
        "earlier_statistics": {
            statistic.key: one.contributor for one in contributions for statistic in one.statistics
        },
    }
    return desk.model_copy(update=kept), findings


def _by_id(entries: tuple[Earlier, ...]) -> dict[str, Earlier]:
    """The entries of the session before by id, the first of each where an id was there twice."""
    earlier: dict[str, Earlier] = {}
    for one in entries:
        earlier.setdefault(one.entry.id, one)
    return earlier


def _without_bytes(before: Desk, received: Received) -> tuple[SourceFile, ...]:
    """The files that decided what the entries of the session before say."""
    kept = {before.amendments_file, *map(before.translations_file, LANGUAGES)}
    files = (*(one for one in before.files if one.name in kept), *received.files)
    return tuple(one.model_copy(update={"data": b""}) for one in files)


def _not_found(desk: Desk, follows: str) -> Finding:
    return Finding(
        rule="session-not-found",
        severity="warning",
        location=desk.locate(desk.session_file, "follows"),
        message=Message("the session before, {session}, cannot be read", session=follows),
        remedy=Message(
            "Put its folder back or mend its session file; until then nothing is compared with it."
        ),
    )
