"""Where a paragraph of a stored draft comes from, and all that is known of it."""

from collections.abc import Sequence

from council_report.archive.drafts import Kept
from council_report.cli.stored import headings_of
from council_report.model.contribution import Statistic
from council_report.model.document import Block, Document, Printed
from council_report.model.language import Language
from council_report.model.noun import Noun
from council_report.model.session import Key


class Quoted(Noun):
    """A statistic that a paragraph quotes; what is known of it is None where it has no more."""

    key: Key
    statistic: Statistic | None = None


class Origin(Noun):
    """Where a paragraph of a draft comes from.

    ``paragraph`` counts the blocks of box and body from 1; the lines above the box have none.
    ``digest`` is that of the file as it was when the draft was made.
    """

    draft: str
    language: Language
    part: str
    text: str
    paragraph: int | None = None
    section: Key | None = None
    heading: str = ""
    contributor: Key | None = None
    entry: Key | None = None
    file: str
    place: str = ""
    digest: str = ""
    statistics: tuple[Quoted, ...] = ()
    mandates: tuple[str, ...] = ()
    status: str | None = None
    dates: tuple[str, ...] = ()
    amendments: tuple[str, ...] = ()
    translated: str = ""


def origin_of(draft: Kept, document: Document, line: Printed) -> Origin:
    """Where a line of a document of a draft comes from."""
    block = line.block
    ingredients = draft.manifest.ingredients if draft.manifest else ()
    known = Origin(
        draft=draft.folder.name,
        language=document.language,
        part=line.part,
        text=line.text,
        file=line.source.file,
        place=str(line.source.place or ""),
        digest=next((one.digest for one in ingredients if one.file == line.source.file), ""),
    )
    if block is None:
        return known
    statistics = draft.content.statistics if draft.content else ()
    return known.model_copy(update=_of_block(document, block, line.part, statistics))


def _of_block(
    document: Document, block: Block, part: str, statistics: Sequence[Statistic]
) -> dict[str, object]:
    """What is known of a paragraph by the block that it is part of."""
    numbers = {id(one): number for number, one in enumerate(document.all_blocks(), start=1)}
    where = {
        "paragraph": numbers[id(block)],
        "section": block.section,
        "heading": headings_of(document).get(block.section, ""),
    }
    if part == "label":
        return where
    details = block.details
    by_key = {one.key: one for one in statistics}
    runs = (run for text in (block.text, *(c for row in block.rows for c in row)) for run in text)
    quoted = dict.fromkeys(run.statistic for run in runs if run.statistic)
    return where | {
        "contributor": block.contributor,
        "entry": block.entry,
        "statistics": tuple(Quoted(key=key, statistic=by_key.get(key)) for key in quoted),
        "mandates": details.mandates if details else (),
        "status": details.status if details else None,
        "dates": details.dates if details else (),
        "translated": block.translated_by,
        "amendments": tuple(
            f"{one.by}, {one.on.isoformat()}{f': {one.why}' if one.why else ''}"
            for one in block.amendments
        ),
    }
