"""The state of a session: who has sent what, and what is due when."""

import datetime
from collections import Counter

from council_report.model.desk import Desk
from council_report.model.finding import Severity, count_by_severity
from council_report.model.language import Language, Translations
from council_report.model.noun import Noun
from council_report.model.session import Contributor
from council_report.model.text import parse_text, plain
from flows.gathering import Gathered


class Delivery(Noun):
    """What one contributor has sent: its files, entries and words, and what was set aside.

    ``awaited`` is how many things it owes have not come.
    """

    contributor: str
    contact: str
    email: str
    files: tuple[str, ...]
    set_aside: tuple[str, ...]
    awaited: int
    entries: int
    words: dict[Language, int]


class Due(Noun):
    """A deadline: the day, and the days left until it, negative when it has passed."""

    title: str
    day: datetime.date
    days_left: int


class State(Noun):
    """How a session stands on a day."""

    session: str
    opens: datetime.date
    closes: datetime.date
    deliveries: tuple[Delivery, ...]
    deadlines: tuple[Due, ...]
    findings: dict[Severity, int]


def state_of(desk: Desk, gathered: Gathered, today: datetime.date) -> State:
    """The state of a session on a day."""
    session = desk.session
    return State(
        session=session.code,
        opens=session.opens,
        closes=session.closes,
        deliveries=tuple(_delivery(contributor, gathered) for contributor in session.contributors),
        deadlines=tuple(
            Due(
                title=_in_english(deadline.title),
                day=session.due(deadline),
                days_left=(session.due(deadline) - today).days,
            )
            for deadline in sorted(session.deadlines, key=session.due)
        ),
        findings=count_by_severity(gathered.findings),
    )


def _delivery(contributor: Contributor, gathered: Gathered) -> Delivery:
    sent = [one for one in gathered.contributions if one.contributor == contributor.key]
    folder = f"/{contributor.key}/"
    entries = [entry for one in sent if not one.set_aside for entry in one.entries]
    words: Counter[Language] = Counter()
    for entry in entries:
        for language, text in entry.text.items():
            words[language] += len(plain(parse_text(text)).split())
    return Delivery(
        contributor=_in_english(contributor.name),
        contact=contributor.contact.role,
        email=contributor.contact.email,
        files=tuple(one.file for one in sent),
        set_aside=tuple(one.file for one in sent if one.set_aside),
        awaited=sum(one.location.file.endswith(folder) for one in gathered.findings),
        entries=len(entries),
        words=dict(words),
    )


def _in_english(names: Translations) -> str:
    """A name in English, the language of the console, or else in the first there is."""
    return names.get("en") or next(iter(names.values()))
