"""Texts set apart, between the signs that Unicode has for that, where a PDF engine needs it.

Word files keep them out of the words: they are added to what an engine reads alone.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from lxml import etree

from council_report.model.language import TAGS
from council_report.office.parts import Parts
from council_report.office.tags import W
from council_report.rendering.stretches import END_OF_ISOLATE, FROM_FIRST, FROM_LEFT, enclosed
from council_report.rendering.traces import named

ARABIC = TAGS["ar"]
WORDS = named("t", "delText")

Place = tuple[etree._Element, int]
"""A character: the text that holds it, and where it stands there, from 0."""

Passage = tuple[Place, Place]
"""The first and last character of what is to be set apart."""


def with_languages_apart(document: bytes, language: str) -> bytes:
    """The Word document, in a language, with texts that read in the other direction set apart.

    They keep their direction in Word. Pandoc hands on none to typst, which would print their full
    stop at their beginning.
    """
    return _with_apart(document, lambda main: _other_texts(main, language == ARABIC))


def with_brackets_apart(document: bytes) -> bytes:
    """The Word document with Latin words in an Arabic text held together with their brackets.

    LibreOffice prints words in another direction as one piece and may begin a line with it: the
    bracket before it would be left at the end of another line, or page.
    """
    return _with_apart(document, _bracketed)


def _with_apart(
    document: bytes, find: Callable[[etree._Element], Iterator[tuple[str, Passage]]]
) -> bytes:
    parts = Parts(document)
    (name,) = (one for _, one in parts.related("", "officeDocument"))
    main = parts.tree(name)
    passages = [*find(main)]
    for sign, (first, last) in reversed(passages):
        _insert(END_OF_ISOLATE, last[0], last[1] + 1)
        _insert(sign, *first)
    if not passages:
        return document
    parts.put(name, main)
    return parts.saved()


def _insert(sign: str, text: etree._Element, at: int) -> None:
    words = text.text or ""
    text.text = f"{words[:at]}{sign}{words[at:]}"


def _other_texts(main: etree._Element, is_arabic: bool) -> Iterator[tuple[str, Passage]]:
    """Each stretch of runs in the other direction, within one paragraph."""
    for paragraph in main.iter(f"{W}p"):
        if next(paragraph.iter(f"{W}lang"), None) is None:
            continue
        for is_other, runs in groupby(paragraph.iter(f"{W}r"), lambda r: _is_other(r, is_arabic)):
            places = _places([text for run in runs for text in run.iter(f"{W}t")])
            if is_other and places:
                yield FROM_FIRST, (places[0], places[-1])


def _is_other(run: etree._Element, is_arabic: bool) -> bool:
    lang = run.find(f"{W}rPr/{W}lang")
    return lang is not None and (lang.get(f"{W}bidi") == ARABIC) is not is_arabic


def _bracketed(main: etree._Element) -> Iterator[tuple[str, Passage]]:
    """What stands in brackets from left to right, in the paragraphs from right to left."""
    for mark in main.iterfind(f".//{W}p/{W}pPr/{W}bidi"):
        paragraph = next(mark.iterancestors(f"{W}p"))
        places = _places([*paragraph.iter(*WORDS)])
        for start, end in enclosed("".join((text.text or "")[at] for text, at in places)):
            yield FROM_LEFT, (places[start], places[end - 1])


def _places(texts: Sequence[etree._Element]) -> list[Place]:
    return [(text, at) for text in texts for at in range(len(text.text or ""))]
