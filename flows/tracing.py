"""Where every printed line of a document comes from."""

from collections.abc import Iterable, Iterator, Sequence

from council_report.model.document import Block, Document, Printed
from council_report.model.draft import Trace
from council_report.model.source import SourceFile


def traces(document: Document, files: Sequence[SourceFile], template: str) -> Iterator[Trace]:
    """The trace of every line of a document, and of the words that its template adds.

    ``files`` are those that the draft is made of, the Word ``template`` by its name among them. A
    table is traced once, by its caption, whatever the number of its cells.
    """
    digests = {file.name: file.digest for file in files}
    numbers = {id(block): number for number, block in enumerate(document.all_blocks(), start=1)}
    for line in document.lines():
        if line.part != "cell":
            yield _trace(document, line, numbers, digests)
    yield _of_template(document, files, template)


def _trace(
    document: Document, line: Printed, numbers: dict[int, int], digests: dict[str, str]
) -> Trace:
    block = line.block
    own = block if block and line.part != "label" else None
    return Trace(
        part=line.part,
        language=document.language,
        entry=own.entry if own else None,
        block=numbers[id(block)] if block else None,
        section=block.section if block else None,
        contributor=own.contributor if own else None,
        file=line.source.file,
        line=line.source.line,
        place=str(line.source.place or ""),
        digest=digests[line.source.file],
        amended=_amended(own) if own else (),
        translated=own.translated_by if own else "",
    )


def _amended(block: Block) -> tuple[str, ...]:
    """Who has amended an entry, and when, each once."""
    return tuple(dict.fromkeys(f"{one.by}, {one.on.isoformat()}" for one in block.amendments))


def _of_template(document: Document, files: Iterable[SourceFile], template: str) -> Trace:
    file = next(one for one in files if one.name.endswith(f"/{template}"))
    return Trace(
        part="template",
        language=document.language,
        file=file.name,
        line=None,
        digest=file.digest,
    )
