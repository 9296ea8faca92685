"""Texts in another direction set apart for typst, to which pandoc hands on no languages.

A text that is not translated keeps its own direction in Word. For typst it stands between the signs
that Unicode has for that, or its full stop would come to stand at its beginning.
"""

from collections.abc import Iterator
from itertools import groupby

from lxml import etree

from council_report.model.language import TAGS
from council_report.office.parts import Parts
from council_report.office.tags import W

OPEN, CLOSE = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
ARABIC = TAGS["ar"]


def isolated(document: bytes, language: str) -> bytes:
    """The Word document, in a language, with such signs around texts in the other direction."""
    parts = Parts(document)
    (name,) = (one for _, one in parts.related("", "officeDocument"))
    main = parts.tree(name)
    passages = [one for one in _passages(main, language == ARABIC) if one]
    for texts in passages:
        texts[0].text = f"{OPEN}{texts[0].text or ''}"
        texts[-1].text = f"{texts[-1].text or ''}{CLOSE}"
    if not passages:
        return document
    parts.put(name, main)
    return parts.saved()


def _passages(main: etree._Element, is_arabic: bool) -> Iterator[list[etree._Element]]:
    """The texts of each stretch of runs in the other direction, within one paragraph."""
    for paragraph in main.iter(f"{W}p"):
        if next(paragraph.iter(f"{W}lang"), None) is not None:
            for is_other, runs in groupby(
                paragraph.iter(f"{W}r"), lambda r: _is_other(r, is_arabic)
            ):
                if is_other:
                    yield [text for run in runs for text in run.iter(f"{W}t")]


def _is_other(run: etree._Element, is_arabic: bool) -> bool:
    lang = run.find(f"{W}rPr/{W}lang")
    return lang is not None and (lang.get(f"{W}bidi") == ARABIC) is not is_arabic
