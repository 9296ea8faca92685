"""A finished Word file read back: every line of the document is in it, once, in order."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from lxml import etree

from council_report.errors import RenderingError
from council_report.model.document import Block, Document, Printed
from council_report.office.parts import PARSER
from council_report.office.tags import W

PARAGRAPH = f"{W}p"
RUN = f"{W}r"
TEXT = f"{W}t"
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}noBreakHyphen": "\u2011"}


def trees_of(word: bytes) -> dict[str, etree._Element]:
    """The parts of a Word file that are XML, by their names."""
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        return {
            part: etree.fromstring(package.read(part), PARSER)
            for part in package.namelist()
            if part.endswith((".xml", ".rels"))
        }


def main_text(trees: Mapping[str, etree._Element]) -> etree._Element:
    """The text of a Word file among its parts, whatever the name of the part is."""
    return next(tree for tree in trees.values() if tree.tag == f"{W}document")


def verify(word: etree._Element, document: Document, fixed: Sequence[str], name: str) -> None:
    """Raise RenderingError unless a Word text says what the document says, to the letter.

    ``fixed`` are the paragraphs of its template, ``name`` the template's name, for the message.
    """
    printed = paragraphs(word)
    expected = list(document.lines())
    problems = [
        *_missing(printed, expected),
        *_repeated(printed, expected, fixed),
    ]
    if problems:
        raise RenderingError(
            f"{document.file_name('MSW')} does not say what the inputs say:\n"
            + "\n".join(f"- {problem}" for problem in problems),
            f"Mend the template {name}: each kind of block needs a paragraph of its own, "
            "printed once (docs/templates.md).",
        )


def paragraphs(word: etree._Element) -> list[str]:
    """What every paragraph of a Word text says, in order."""
    printed: list[list[str]] = []
    for element in word.iter(PARAGRAPH, TEXT, *SIGNS):
        tag = element.tag
        if tag == PARAGRAPH:
            printed.append([])
        elif _in_run(element):
            printed[-1].append(element.text or "" if tag == TEXT else SIGNS[str(tag)])
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


def placed(printed: Sequence[str], expected: Sequence[Printed]) -> Iterator[int | None]:
    """Which of the paragraphs says each line, counted from 0; None where none does, or is empty.

    Blocks come one after the other; a line above the box may be part of any paragraph.
    """
    position = 0
    for one in expected:
        place = None
        if one.text and one.block is None:
            place = next((at for at, words in enumerate(printed) if one.text in words), None)
        elif one.text:
            with suppress(ValueError):
                place = printed.index(one.text, position)
                position = place + 1
        yield place


def _missing(printed: Sequence[str], expected: Sequence[Printed]) -> Iterator[str]:
    """The lines that are not there, or not after the one before them."""
    for one, place in zip(expected, placed(printed, expected), strict=True):
        if place is None and one.text:
            what = f"missing or out of order: {_described(one.block)}" if one.block else "missing"
            yield f"{what}: {_quoted(one.text)}"


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
