"""The manifest of a draft, from what the recipe holds in its hands."""

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from importlib.metadata import version

from council_report.model.contribution import Contribution
from council_report.model.draft import Ingredient, Manifest, Product, Trace
from council_report.model.source import SourceFile
from council_report.rendering.pdf.inspect import pages
from flows.drafting import Rendered
from flows.gathering import Gathered
from flows.ordering import Order


def make_manifest(
    gathered: Gathered,
    rendered: Sequence[Rendered],
    pdfs: Mapping[str, bytes],
    order: Order,
    now: datetime.datetime,
) -> Manifest:
    """The manifest of what was rendered; the archive fills in the draft's number and digests."""
    documents = [one.document for one in rendered]
    quoted = {key for document in documents for key in document.statistics}
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
        products=tuple(_products(rendered, pdfs)),
        trace=tuple(_trace(rendered, order.files)),
        statistics={
            statistic.key: str(statistic.value)
            for contribution in gathered.contributions
            if not contribution.set_aside
            for statistic in contribution.statistics
            if statistic.key in quoted
        },
        gaps=documents[0].gaps,
        provisional={document.language: document.provisional for document in documents},
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


def _products(rendered: Iterable[Rendered], pdfs: Mapping[str, bytes]) -> Iterable[Product]:
    """The files of the draft; the archive fills in their digests."""
    for document, _ in rendered:
        words = sum(len(line.text.split()) for line in document.lines())
        pdf = pdfs.get(document.file_name("PDF"))
        count = pages(pdf) if pdf else None
        for form in ("MSW", "PDF") if pdf else ("MSW",):
            yield Product(
                file=document.file_name(form),
                digest="",
                language=document.language,
                pages=count,
                words=words,
            )


def _trace(rendered: Iterable[Rendered], files: Iterable[SourceFile]) -> Iterable[Trace]:
    digests = {file.name: file.digest for file in files}
    for document, _ in rendered:
        for number, block in enumerate(document.all_blocks(), start=1):
            if block.entry:
                yield Trace(
                    part=block.kind,
                    entry=block.entry,
                    language=document.language,
                    block=number,
                    section=block.section,
                    contributor=block.contributor,
                    file=block.source.file,
                    line=block.source.line,
                    place=str(block.source.place or ""),
                    digest=digests[block.source.file],
                )
