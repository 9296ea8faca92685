"""A finished Word file read back: every line of the document is in it, once, in order."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import etree

from council_report.errors import RenderingError
from council_report.model.document import Block, Document, Printed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARAGRAPH = f"{W}p"
RUN = f"{W}r"
TEXT = f"{W}t"
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}noBreakHyphen": "\u2011"}
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def verify(word: bytes, document: Document, template: bytes, name: str) -> None:
    """Raise RenderingError unless a Word file says what the document says, to the letter.

    ``template`` is what it was made with; ``name`` is the template's name, for the message.
    """
    printed = paragraphs(word)
    expected = list(document.lines())
    problems = [
        *_missing(printed, expected),
        *_repeated(printed, expected, paragraphs(template)),
    ]
    if problems:
        raise RenderingError(
            f"{document.file_name('MSW')} does not say what the inputs say:\n"
            + "\n".join(f"- {problem}" for problem in problems),
            f"Mend the template {name}: each kind of block needs a paragraph of its own, "
            "printed once (docs/templates.md).",
        )


def paragraphs(word: bytes) -> list[str]:
    """The text of every paragraph in the body of a Word file, in order."""
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        body = etree.fromstring(package.read("word/document.xml"), PARSER)
    printed: list[list[str]] = []
    for element in body.iter(PARAGRAPH, TEXT, *SIGNS):
        if element.tag == PARAGRAPH:
            printed.append([])
        elif _in_run(element):
            printed[-1].append(SIGNS.get(str(element.tag)) or element.text or "")
    return ["".join(pieces) for pieces in printed]


def _in_run(element: etree._Element) -> bool:
    """Whether a text or sign is shown: in a run that is not, against all rules, inside a text.

    A tab may also be a stop in the paragraph's properties.
    """
    run = element.getparent()
    if run is None or run.tag != RUN:
        return False
    outside = run.getparent()
    return outside is not None and outside.tag != TEXT


def _missing(printed: Sequence[str], expected: Sequence[Printed]) -> Iterator[str]:
    """The lines that are not there, or not after the one before them."""
    everything = "\n".join(printed)
    position = 0
    for line, _, _, block in expected:
        if block is None:
            if line not in everything:
                yield f"missing: {_quoted(line)}"
        elif line:
            try:
                position = printed.index(line, position) + 1
            except ValueError:
                yield f"missing or out of order: {_described(block)}: {_quoted(line)}"


def _repeated(
    printed: Sequence[str], expected: Sequence[Printed], fixed: Sequence[str]
) -> Iterator[str]:
    """The blocks that are there more often than the document and the template's own words say."""
    wanted = Counter(one.text for one in expected) + Counter(fixed)
    found = Counter(printed)
    for line in dict.fromkeys(one.text for one in expected if one.block and one.text):
        if found[line] > wanted[line]:
            yield f"printed {found[line]} times instead of {wanted[line]}: {_quoted(line)}"


def _described(block: Block) -> str:
    whose = f"entry {block.entry}" if block.entry else block.kind
    return f"{whose} in section {block.section}"


def _quoted(line: str) -> str:
    return f"“{line if len(line) <= 80 else line[:79] + '…'}”"
