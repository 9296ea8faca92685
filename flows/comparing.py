"""A draft measured by earlier ones: what changed, as data and as Word files that track it."""

import datetime
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple

from council_report.archive.drafts import Kept, contents
from council_report.archive.records import read_product
from council_report.comparison.changes import compare
from council_report.comparison.redline import COMPARED, NOT_COMPARED, make_redline
from council_report.errors import ArchiveError, ComparisonError, CouncilReportError
from council_report.model.change import Changes, DraftName
from council_report.model.content import Content
from council_report.model.document import Document
from council_report.model.draft import Manifest, Redline
from council_report.model.language import Language
from council_report.model.message import Message
from council_report.model.review import Base
from council_report.model.session import Session
from flows.drafting import Rendered


class Redlined(NamedTuple):
    """The redline of a document: what is on record of it, and its Word file if it can be given."""

    record: Redline
    document: Document
    word: bytes | None


def bases_of(outputs: Path, session: Session, kind: str) -> tuple[Kept, ...]:
    """What a new draft is compared with: the earlier drafts of its document, the newest first, then
    the latest draft of the session before that can be read.
    """
    before = contents(outputs, session.follows, kind) if session.follows else ()
    latest = base_among(before)
    return (*contents(outputs, session.code, kind), *((latest,) if latest else before[:1]))


def base_among(bases: Iterable[Kept]) -> Kept | None:
    """The draft that redlines show the changes since: the first that can be read, if any can."""
    return next((one for one in bases if one.content), None)


def compare_with(bases: Iterable[Kept], content: Content, new: DraftName) -> tuple[Base, ...]:
    """The changes since each of the bases, or why there are none."""
    return tuple(_compared(base, content, new) for base in bases)


def changes_between(old: Kept, new: Kept) -> Changes:
    """What changed from one stored draft to another; ArchiveError if either cannot be compared."""
    return compare(*_readable(old), *_readable(new))


def redlines_since(
    old: Kept, new: Sequence[Rendered], made: datetime.datetime
) -> tuple[Redlined, ...]:
    """The redlines of the documents of which the old draft has the language too, made at once."""
    name, content = _readable(old)
    both = [one for one in new if content.document(one.document.language)]
    with ThreadPoolExecutor() as pool:
        return tuple(pool.map(partial(_redlined, old, name, made), both))


def printable(redlines: Iterable[Redlined]) -> tuple[Rendered, ...]:
    """The redlines that can be given, as documents to print."""
    return tuple(Rendered(one.document, one.word, "redline") for one in redlines if one.word)


def refused(redlines: Iterable[Redlined], error: CouncilReportError) -> tuple[Redlined, ...]:
    """The redlines with an error as the reason why none of them is given."""
    return tuple(
        one
        if one.word is None
        else _refused(one.record.language, one.record.base, one.document, error)
        for one in redlines
    )


def words_of(kept: Kept, languages: Sequence[Language]) -> tuple[Rendered, ...]:
    """The documents of a stored draft in some languages, with the Word files of publication.

    Raises ArchiveError if one of these is damaged.
    """
    _, content = _readable(kept)
    return tuple(
        Rendered(document, word_of(kept, document.language))
        for document in content.documents
        if document.language in languages
    )


def word_of(kept: Kept, language: Language) -> bytes:
    """The Word file of publication of a stored draft; ArchiveError if it is damaged."""
    manifest: Manifest | None = kept.manifest
    for product in manifest.products_of("publication", language) if manifest else ():
        if product.file.endswith(".docx"):
            return read_product(kept.folder, product)
    raise ArchiveError(
        f"The draft {kept.folder} has no Word file in '{language}'.",
        "Build again: the new draft has the languages that the session file plans.",
    )


def _compared(base: Kept, content: Content, new: DraftName) -> Base:
    label = base.folder.name
    if base.name and base.name.session != new.session:
        label = f"{base.name.session} {label}"
    if base.name is None or base.content is None:
        return Base(name=label, problem=base.problem)
    return Base(name=label, changes=compare(base.name, base.content, new, content))


def _redlined(old: Kept, base: DraftName, made: datetime.datetime, new: Rendered) -> Redlined:
    language = new.document.language
    try:
        word = make_redline(word_of(old, language), new.word, made)
    except (ArchiveError, ComparisonError) as error:
        return _refused(language, base, new.document, error)
    record = Redline(language=language, base=base, compared=COMPARED, not_compared=NOT_COMPARED)
    return Redlined(record, new.document, word)


def _refused(
    language: Language, base: DraftName, document: Document, error: CouncilReportError
) -> Redlined:
    problem = Message.verbatim(error.args[0])
    return Redlined(Redline(language=language, base=base, problem=problem), document, None)


def _readable(kept: Kept) -> tuple[DraftName, Content]:
    if kept.name and kept.content:
        return kept.name, kept.content
    raise ArchiveError(
        kept.problem or f"The draft {kept.folder} cannot be compared.",
        "Compare other drafts, or build again: a new draft can be compared.",
    )
