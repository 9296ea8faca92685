"""The manifest of a draft, from what the recipe holds in its hands."""

import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from importlib.metadata import version
from typing import NamedTuple

from council_report.assembly.units import progress_of
from council_report.model.content import Content
from council_report.model.contribution import Contribution
from council_report.model.desk import Desk
from council_report.model.draft import (
    CHANGES,
    CONTENT,
    REVIEW_PAGE,
    Ingredient,
    Length,
    Manifest,
    Product,
)
from council_report.model.length import count_words
from council_report.model.review import Base
from council_report.model.source import SourceFile
from flows.comparing import Redlined
from flows.drafting import Rendered
from flows.gathering import Gathered
from flows.ordering import Order
from flows.printing import Paper
from flows.tracing import traces


class Made(NamedTuple):
    """All that was made for a draft before it has its number.

    ``rendered`` are the Word files of all editions, ``papers`` the PDF files by name, and ``bases``
    what the content was compared with, of which ``base`` is the one that redlines are against.
    """

    content: Content
    rendered: Sequence[Rendered]
    redlines: Sequence[Redlined]
    papers: Mapping[str, Paper]
    bases: Sequence[Base]

    @property
    def base(self) -> Base | None:
        """The first of the bases that could be compared."""
        return next((one for one in self.bases if one.changes), None)


def make_manifest(
    desk: Desk, gathered: Gathered, made: Made, order: Order, now: datetime.datetime
) -> Manifest:
    """The manifest of what was made; the archive fills in the draft's number and digests."""
    documents = made.content.documents
    quoted = {key for document in documents for key in document.statistics}
    base = made.base.changes.old if made.base and made.base.changes else None
    return Manifest(
        session=documents[0].session,
        kind=documents[0].kind,
        draft=0,
        made=now,
        fingerprint=order.fingerprint,
        version=version("council-report"),
        engine=order.engine.NAME if order.engine else None,
        tools=order.tools,
        languages=order.languages,
        ingredients=tuple(_ingredients(order.files, gathered.contributions)),
        products=tuple(_products(made)),
        trace=tuple(
            trace
            for document in documents
            for trace in traces(document, order.files, order.template)
        ),
        statistics={
            statistic.key: str(statistic.value)
            for statistic in made.content.statistics
            if statistic.key in quoted
        },
        gaps=documents[0].gaps,
        provisional={document.language: document.provisional for document in documents},
        lengths=tuple(_lengths(made)),
        translations=progress_of(desk, gathered.contributions),
        base=base,
        redlines=tuple(one.record for one in made.redlines),
    )


def _ingredients(
    files: Iterable[SourceFile], contributions: Collection[Contribution]
) -> Iterable[Ingredient]:
    sent = {contribution.file for contribution in contributions}
    for file in files:
        if file.name not in sent:
            yield Ingredient(file=file.name, digest=file.digest, contributor=file.contributor)
    for contribution in contributions:
        yield Ingredient(
            file=contribution.file,
            digest=contribution.digest,
            contributor=contribution.contributor,
            entries=len(contribution.entries),
            reason=_reason(contribution),
        )


def _reason(contribution: Contribution) -> str | None:
    errors = (one for one in contribution.findings if one.severity == "error")
    return "; ".join(f"{one.location}: {one.message}" for one in errors) or None


def _products(made: Made) -> Iterable[Product]:
    """The files of the draft; the archive fills in their digests."""
    for one in made.rendered:
        yield from _documents(one, made.papers.get(one.pdf_name))
    yield Product(file=CONTENT, digest="", edition="data")
    if made.base:
        yield Product(file=CHANGES, digest="", edition="data")
    yield Product(file=REVIEW_PAGE, digest="", edition="page")


def _documents(one: Rendered, paper: Paper | None) -> Iterable[Product]:
    words = sum(count_words(line.text) for line in one.document.lines())
    for name in (one.name, one.pdf_name) if paper else (one.name,):
        yield Product(
            file=name,
            digest="",
            edition=one.edition,
            language=one.document.language,
            pages=paper.pages if paper else None,
            words=words if one.edition == "publication" else None,
        )


def _lengths(made: Made) -> Iterable[Length]:
    """How long each part of each document is; its pages where there is a PDF to count them in."""
    for document in made.content.documents:
        paper = made.papers.get(document.file_name("PDF"))
        words: Counter[str] = Counter()
        for line in document.lines():
            if line.block:
                words[line.block.section] += count_words(line.text)
        for section, count in words.items():
            yield Length(
                language=document.language,
                section=section,
                words=count,
                pages=paper.sections.get(section) if paper else None,
            )
