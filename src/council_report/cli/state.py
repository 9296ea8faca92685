"""The state of a session: who has sent what, and what is due when."""

import datetime
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from council_report.archive.drafts import every_draft
from council_report.assembly.parts import parts_of
from council_report.assembly.units import progress_of
from council_report.model.desk import Desk
from council_report.model.finding import Severity, count_by_severity
from council_report.model.language import Language, Translations
from council_report.model.length import count_words
from council_report.model.noun import Noun
from council_report.model.session import Contributor, Deadline, Session
from council_report.model.text import parse_text, plain
from council_report.model.translation import TranslationCount
from flows.gathering import Gathered


class Delivery(Noun):
    """What one contributor has sent: its files, entries and words, and what was set aside.

    ``awaited`` is how many things it owes have not come, ``owes`` are the sections and box rows
    that no usable file of its has written to.
    """

    contributor: str
    contact: str
    email: str
    files: tuple[str, ...]
    set_aside: tuple[str, ...]
    awaited: int
    owes: tuple[str, ...]
    entries: int
    words: dict[Language, int]


class Due(Noun):
    """A deadline: the day, and the days left until it, negative when it has passed."""

    title: str
    day: datetime.date
    days_left: int


class Unconfirmed(Noun):
    """The labels that the newest draft of a document used, and that ITU has not confirmed."""

    document: str
    draft: str
    labels: dict[Language, tuple[str, ...]]


class State(Noun):
    """How a session stands on a day; ``contributions_due`` is when contributors have to deliver."""

    session: str
    opens: datetime.date
    closes: datetime.date
    deliveries: tuple[Delivery, ...]
    deadlines: tuple[Due, ...]
    contributions_due: Due | None
    translations: tuple[TranslationCount, ...]
    unconfirmed: tuple[Unconfirmed, ...]
    findings: dict[Severity, int]


def state_of(desk: Desk, gathered: Gathered, outputs: Path, today: datetime.date) -> State:
    """The state of a session on a day; ``outputs`` is the folder of its drafts."""
    session = desk.session
    dues = {
        one.key: _due(session, one, today) for one in sorted(session.deadlines, key=session.due)
    }
    return State(
        session=session.code,
        opens=session.opens,
        closes=session.closes,
        deliveries=tuple(_delivery(desk, one, gathered) for one in session.contributors),
        deadlines=tuple(dues.values()),
        contributions_due=dues.get(session.contributions_due or ""),
        translations=progress_of(desk, gathered.contributions),
        unconfirmed=tuple(_unconfirmed(session, outputs)),
        findings=count_by_severity(gathered.findings),
    )


def _unconfirmed(session: Session, outputs: Path) -> Iterator[Unconfirmed]:
    for plan in session.documents:
        drafts = (one.draft for one in every_draft(outputs, session.code, plan.kind))
        draft = next((one for one in drafts if one), None)
        labels = draft.manifest.provisional if draft else {}
        if draft and any(labels.values()):
            yield Unconfirmed(document=plan.kind, draft=draft.name, labels=labels)


def _due(session: Session, deadline: Deadline, today: datetime.date) -> Due:
    day = session.due(deadline)
    return Due(title=_in_english(deadline.title), day=day, days_left=(day - today).days)


def _delivery(desk: Desk, contributor: Contributor, gathered: Gathered) -> Delivery:
    sent = [one for one in gathered.contributions if one.contributor == contributor.key]
    folder = f"/{contributor.key}/"
    entries = [entry for one in sent if not one.set_aside for entry in one.entries]
    words: Counter[Language] = Counter()
    for entry in entries:
        for language, text in entry.text.items():
            words[language] += count_words(plain(parse_text(text)))
    return Delivery(
        contributor=_in_english(contributor.name),
        contact=contributor.contact.role,
        email=contributor.contact.email,
        files=tuple(one.file for one in sent),
        set_aside=tuple(one.file for one in sent if one.set_aside),
        awaited=sum(one.location.file.endswith(folder) for one in gathered.findings),
        owes=_owed(desk, contributor, {entry.section for entry in entries}),
        entries=len(entries),
        words=dict(words),
    )


def _owed(desk: Desk, contributor: Contributor, written: set[str]) -> tuple[str, ...]:
    """What a contributor has yet to write to, as the session's documents have it in order."""
    return tuple(
        part.name("en")
        for part in parts_of(desk)
        if contributor.key in part.owed_by and part.section not in written
    )


def _in_english(names: Translations) -> str:
    """A name in English, the language of the console, or else in the first there is."""
    return names.get("en") or next(iter(names.values()))
