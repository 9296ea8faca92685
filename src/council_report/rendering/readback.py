"""A finished Word file read back: every line of the document is in it, once, in order."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from council_report.errors import RenderingError
from council_report.model.document import Block, Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}noBreakHyphen": "\u2011"}
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def verify(word: bytes, document: Document, template: str) -> None:
    """Raise RenderingError unless a Word file says what the document says, to the letter."""
    printed = list(paragraphs(word))
    problems = [*_missing(printed, document), *_repeated(printed, document)]
    if problems:
        raise RenderingError(
            f"{document.file_name('MSW')} does not say what the inputs say:\n"
            + "\n".join(f"- {problem}" for problem in problems),
            f"Mend the template {template}: each kind of block needs a paragraph of its own, "
            "printed once (docs/templates.md).",
        )


def paragraphs(word: bytes) -> Iterator[str]:
    """The text of every paragraph in the body of a Word file, in order."""
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        body = etree.fromstring(package.read("word/document.xml"), PARSER)
    for paragraph in body.iter(f"{W}p"):
        yield "".join(_pieces(paragraph))


def _pieces(paragraph: etree._Element) -> Iterator[str]:
    for run in paragraph.iter(f"{W}r"):
        for child in run:
            if child.tag == f"{W}t":
                yield child.text or ""
            else:
                yield SIGNS.get(str(child.tag), "")


def _missing(printed: list[str], document: Document) -> Iterator[str]:
    """The lines that are not there, or not after the one before them."""
    everything = "\n".join(printed)
    position = 0
    for line, block in document.lines():
        if block is None:
            if line not in everything:
                yield f"missing: {_quoted(line)}"
            continue
        if not line:
            continue
        try:
            position = printed.index(line, position) + 1
        except ValueError:
            yield f"missing or out of order: {_described(block)}"


def _repeated(printed: list[str], document: Document) -> Iterator[str]:
    """The lines that are there more often than the document says them."""
    wanted = Counter(line for line, block in document.lines() if block and line)
    found = Counter(printed)
    for line, count in wanted.items():
        if found[line] > count:
            yield f"printed {found[line]} times instead of {count}: {_quoted(line)}"


def _described(block: Block) -> str:
    whose = f"entry {block.entry}" if block.entry else block.kind
    return f"{whose} in section {block.section}: {_quoted(block.line)}"


def _quoted(line: str) -> str:
    return f"“{line if len(line) <= 80 else line[:79] + '…'}”"
