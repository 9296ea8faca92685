"""Everything that the review page of a draft shows."""

from pydantic import Field

from council_report.model.change import Changes, DraftName
from council_report.model.content import Content
from council_report.model.draft import Manifest
from council_report.model.earlier import News
from council_report.model.finding import Finding
from council_report.model.mandate import Mandates
from council_report.model.message import Message
from council_report.model.noun import Noun
from council_report.model.session import DocumentPlan, Session


class Base(Noun):
    """A draft that this one is compared with, or why it cannot be.

    ``problem`` is None where there are changes.
    """

    name: str
    changes: Changes | None = None
    problem: Message | None = None


class Review(Noun):
    """What a reviewer needs to see of a draft.

    ``bases`` are the earlier drafts, the newest first, then those of the session before; the first
    one with changes is shown when the page opens. ``news`` is what each entry is, measured by what
    its contributor sent for the session before, by ``contributor/entry``; empty where there was
    none.
    """

    name: DraftName
    session: Session
    plan: DocumentPlan
    mandates: Mandates | None
    manifest: Manifest
    content: Content
    findings: tuple[Finding, ...]
    bases: tuple[Base, ...] = ()
    news: dict[str, News] = Field(default_factory=dict)
