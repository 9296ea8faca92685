"""A document as the passages that are compared: everything it prints, in order."""

from collections.abc import Iterator

from council_report.model.change import Passage
from council_report.model.document import ABOVE_THE_BOX, Block, BoxRow, Document
from council_report.model.text import Run, Text


def passages_of(document: Document) -> tuple[Passage, ...]:
    """The lines above the box, the labels and blocks of the box, the blocks of the body.

    No two have the same key: where several would be known by the same one, a number follows it
    from the second on. An entry is known by its id alone, whoever sent it.
    """
    taken: dict[str, Passage] = {}
    for passage in _passages(document):
        key = _free(passage.key, taken)
        taken[key] = passage if key == passage.key else passage.model_copy(update={"key": key})
    return tuple(taken.values())


def _free(key: str, taken: dict[str, Passage]) -> str:
    """The key, or the first one with a number after it that nothing is known by yet."""
    free, number = key, 1
    while free in taken:
        number += 1
        free = f"{key} {number}"
    return free


def _passages(document: Document) -> Iterator[Passage]:
    for line in document.lines():
        if line.part not in ABOVE_THE_BOX:
            break
        yield Passage(key=f"line {line.part}", kind="line", text=_words(line.text))
    for row in document.box:
        if row.label:
            yield _label(row)
        yield from map(_passage, row.blocks)
    yield from map(_passage, document.blocks)


def _label(row: BoxRow) -> Passage:
    return Passage(key=f"label {row.key}", kind="label", section=row.key, text=_words(row.label))


def _words(line: str) -> Text:
    return (Run(line),) if line else ()


def _passage(block: Block) -> Passage:
    return Passage(
        key=_key(block),
        kind=block.kind,
        section=block.section,
        contributor=block.contributor,
        entry=block.entry,
        marker=block.marker,
        text=block.text,
        rows=block.rows,
        details=block.details,
    )


def _key(block: Block) -> str:
    if block.entry:
        return f"entry {block.entry}"
    if block.kind == "placeholder":
        return f"placeholder {block.contributor}/{block.section}"
    return f"{block.kind} {block.section}"
