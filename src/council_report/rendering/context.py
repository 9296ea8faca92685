"""What a Word template receives: the document as plain data, its texts as ready-made runs.

``schemas/template.json`` is made of these types, so that a template that asks for something else
fails ``make lint``.
"""

from collections.abc import Callable
from typing import Any, cast

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from typing_extensions import TypedDict

from council_report.model.document import Block, Document
from council_report.model.text import Text


class HeaderContext(TypedDict):
    """The lines of the header block."""

    session: str
    place_and_dates: str
    agenda_item: str
    symbol: str
    date: str
    original: str
    short_reference: str


class BlockContext(TypedDict):
    """A paragraph or table; ``text`` and the cells of ``rows`` are for ``{{r … }}`` tags."""

    kind: str
    marker: str
    text: str
    rows: list[list[str]]


class BoxRowContext(TypedDict):
    """A row of the box: its label and the paragraphs under it."""

    key: str
    label: str
    blocks: list[BlockContext]


class WordContext(TypedDict):
    """Everything that a Word template may print; ``emblem`` is empty where there is none."""

    language: str
    header: HeaderContext
    author: str
    title: str
    emblem: str
    box: list[BoxRowContext]
    blocks: list[BlockContext]


def word_context(
    document: Document,
    as_runs: Callable[[Text], str],
    marked: Callable[[str, str], str] = lambda runs, _: runs,
) -> WordContext:
    """The context of a document; ``as_runs`` writes rich text as Word runs.

    ``marked`` sets the bookmark with the id of its entry around runs.
    """
    marks = document.marks()

    def made(block: Block) -> BlockContext:
        return _block(block, next(marks), as_runs, marked)

    return WordContext(
        language=document.language,
        header=cast("HeaderContext", document.header.model_dump()),
        author=document.author,
        title=document.title,
        emblem="",
        box=[
            BoxRowContext(
                key=row.key,
                label=row.label,
                blocks=[made(block) for block in row.blocks],
            )
            for row in document.box
        ],
        blocks=[made(block) for block in document.blocks],
    )


def context_schema() -> dict[str, Any]:
    """The JSON Schema of what a Word template receives, whole: docxtpl-lint follows no ``$ref``."""
    schema = TypeAdapter(WordContext).json_schema()
    parts = schema.pop("$defs")

    def whole(value: Any) -> Any:
        if isinstance(value, list):
            return [whole(item) for item in value]
        if not isinstance(value, dict):
            return value
        if "$ref" in value:
            return whole(parts[value["$ref"].rpartition("/")[2]])
        return {key: whole(item) for key, item in value.items()}

    return {"$schema": GenerateJsonSchema.schema_dialect, **whole(schema)}


def _block(
    block: Block,
    mark: str | None,
    as_runs: Callable[[Text], str],
    marked: Callable[[str, str], str],
) -> BlockContext:
    text = as_runs(block.text)
    return BlockContext(
        kind=block.kind,
        marker=block.marker,
        text=marked(text, mark) if mark else text,
        rows=[[as_runs(cell) for cell in row] for row in block.rows],
    )
