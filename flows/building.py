"""The whole recipe: read, check, assemble, render, archive."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from council_report.archive.drafts import current
from council_report.archive.store import store
from council_report.model.draft import Draft
from council_report.model.finding import Finding, has_errors
from council_report.rendering.pdf import Engine
from flows.drafting import Rendered, draft_words
from flows.gathering import Gathered, gather
from flows.manifest import make_manifest
from flows.ordering import BuildRequest, make_order
from flows.steps import Step, plainly


class Outcome(NamedTuple):
    """What a build gave: the draft, if there is one, whether it is new, and all findings."""

    draft: Draft | None
    is_new: bool
    findings: tuple[Finding, ...]


def build(request: BuildRequest, now: datetime.datetime, step: Step = plainly) -> Outcome:
    """Build a draft of a document, or find that the current one is up to date.

    Raises UsageError, RenderingError or ArchiveError; no draft is then written.
    """
    return make(request, gather(request.place, request.session, step), now, step)


def make(
    request: BuildRequest, gathered: Gathered, now: datetime.datetime, step: Step = plainly
) -> Outcome:
    """Make a draft of what was gathered, or find that there is nothing to make."""
    done = settled(request, gathered)
    if done or gathered.desk is None:
        return done or Outcome(None, False, gathered.findings)
    order = make_order(request, gathered.desk, gathered)
    rendered = draft_words(gathered.desk, order.plan, gathered.contributions, order.languages, step)
    pdfs = convert(rendered, order.engine, step)
    words = {one.document.file_name("MSW"): one.word for one in rendered}
    manifest = make_manifest(gathered, rendered, pdfs, order, now)
    draft, is_new = step(
        "store the draft", store, request.place.outputs, manifest, words | pdfs, gathered.findings
    )
    return Outcome(draft, is_new, gathered.findings)


def settled(request: BuildRequest, gathered: Gathered) -> Outcome | None:
    """The outcome of a request where nothing is to be made: no draft can be, or none need be."""
    desk, findings = gathered.desk, gathered.findings
    if desk is None or (request.strict and has_errors(findings)):
        return Outcome(None, False, findings)
    order = make_order(request, desk, gathered)
    draft = current(request.place.outputs, request.session, order.plan.kind, order.fingerprint)
    return Outcome(draft, False, findings) if draft else None


def convert(rendered: Sequence[Rendered], engine: Engine | None, step: Step) -> dict[str, bytes]:
    """The PDF files of Word files, by name, made in one go."""
    if engine is None:
        return {}
    names = {one.document.file_name("MSW"): one.document.file_name("PDF") for one in rendered}
    words = {one.document.file_name("MSW"): one.word for one in rendered}
    made = step(f"convert to PDF with {engine.NAME}", engine.convert, words)
    return {names[word]: pdf for word, pdf in made.items()}
