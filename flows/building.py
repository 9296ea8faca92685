"""The whole recipe: read, check, assemble, render, compare, archive."""

import datetime
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import NamedTuple

from council_report.archive.drafts import current
from council_report.archive.store import store
from council_report.comparison.page.page import prepare
from council_report.errors import RenderingError
from council_report.model.change import DraftName
from council_report.model.content import Content
from council_report.model.desk import Desk
from council_report.model.draft import CONTENT, Draft
from council_report.model.finding import Finding, has_errors, in_reading_order
from council_report.model.review import Base
from council_report.rendering.fonts import RULE, check_pdf, check_word
from council_report.rendering.pdf import Engine
from flows.comparing import (
    Redlined,
    base_among,
    bases_of,
    compare_with,
    printable,
    redlines_since,
    refused,
)
from flows.drafting import Rendered, draft_words
from flows.gathering import Gathered, gather
from flows.manifest import Made, make_manifest
from flows.ordering import BuildRequest, Order, engine_ready, make_order
from flows.printing import Paper, print_all
from flows.reviewing import annotated, closing_files, data_file, statistics_of
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
    with engine_ready(request.pdf):
        return make(request, gather(request.place, request.session, step), now, step)


def make(
    request: BuildRequest, gathered: Gathered, now: datetime.datetime, step: Step = plainly
) -> Outcome:
    """Make a draft of what was gathered, or find that there is nothing to make."""
    done = settled(request, gathered)
    if done or gathered.desk is None:
        return done or Outcome(None, False, gathered.findings)
    desk, order = gathered.desk, make_order(request, gathered.desk, gathered)
    made = _made(request, desk, gathered, order, now, step)
    findings = in_reading_order((*gathered.findings, *_fonts_found(desk, made)))
    gathered = gathered._replace(findings=findings)
    draft, is_new = step(
        "store the draft",
        store,
        request.place.outputs,
        make_manifest(desk, gathered, made, order, now),
        {one.name: one.word for one in made.rendered}
        | {name: one.pdf for name, one in made.papers.items()}
        | {CONTENT: data_file(made.content)},
        gathered.findings,
        closing=partial(closing_files, desk, gathered, made, order),
    )
    return Outcome(draft, is_new, gathered.findings)


def settled(request: BuildRequest, gathered: Gathered) -> Outcome | None:
    """The outcome of a request where nothing is to be made: no draft can be, or none need be."""
    desk, findings = gathered.desk, gathered.findings
    if desk is None or (request.strict and has_errors(findings)):
        return Outcome(None, False, findings)
    order = make_order(request, desk, gathered)
    draft = current(request.place.outputs, request.session, order.plan.kind, order.fingerprint)
    if draft is None:
        return None
    # What was found in its files is told again: they are not looked at any more.
    kept = (one for one in draft.findings if one.rule == RULE)
    return Outcome(draft, False, in_reading_order((*findings, *kept)))


def _fonts_found(desk: Desk, made: Made) -> Iterator[Finding]:
    """What is wrong with the fonts of the Word files, and of the PDF files made of them."""
    for one in made.rendered:
        paper = made.papers.get(one.pdf_name)
        if one.edition == "publication":
            yield from check_word(one.document, one.name, one.word, desk.catalogues)
        if paper:
            yield from check_pdf(one.document, one.pdf_name, paper.fonts, desk.catalogues)


def _made(
    request: BuildRequest,
    desk: Desk,
    gathered: Gathered,
    order: Order,
    now: datetime.datetime,
    step: Step,
) -> Made:
    """All that a draft holds but for what speaks of it by its number."""
    rendered = draft_words(desk, order.plan, gathered.contributions, order.languages, step)
    documents = tuple(one.document for one in rendered)
    content = Content(documents=documents, statistics=statistics_of(gathered))
    bases, redlines = _compared(request, desk, content, rendered, now, step)
    # While another program prints, this one has time.
    with ThreadPoolExecutor(1) as aside:
        reviewed = aside.submit(annotated, desk, gathered, rendered)
        aside.submit(prepare)
        redlines, papers = _printed(rendered, redlines, order.engine, step)
    word = (*rendered, *printable(redlines), *reviewed.result())
    return Made(content, word, redlines, papers, bases)


def _printed(
    rendered: Sequence[Rendered],
    redlines: tuple[Redlined, ...],
    engine: Engine | None,
    step: Step,
) -> tuple[tuple[Redlined, ...], dict[str, Paper]]:
    """The redlines with the PDF files; refused where they cannot be printed, and the rest can."""
    try:
        return redlines, print_all((*rendered, *printable(redlines)), engine, step)
    except RenderingError as error:
        if not printable(redlines):
            raise
        return refused(redlines, error), print_all(rendered, engine, step)


def _compared(
    request: BuildRequest,
    desk: Desk,
    content: Content,
    rendered: Sequence[Rendered],
    now: datetime.datetime,
    step: Step,
) -> tuple[tuple[Base, ...], tuple[Redlined, ...]]:
    """The changes since earlier drafts, and the redlines against the newest of them."""
    one = content.documents[0]
    kept = bases_of(request.place.outputs, desk.session, one.kind)
    if not kept:
        return (), ()
    unnumbered = DraftName(session=one.session, kind=one.kind, draft=0, made=now)
    bases = step("compare with earlier drafts", compare_with, kept, content, unnumbered)
    base = base_among(kept)
    if base is None:
        return bases, ()
    name = base.folder.name
    return bases, step(f"compare in Word with {name}", redlines_since, base, rendered, now)
