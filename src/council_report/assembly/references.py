"""Document symbols in a text made into links to the public pages of the documents."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from council_report.model.language import LETTERS, Language
from council_report.model.text import Run, Text

COUNCIL = re.compile(
    r"(?<![\w/])C(?P<year>[0-9]{2})/(?:(?P<series>INF|ADM|DT|DL)/)?(?P<number>[0-9]{1,4})"
    r"(?:-(?P<letter>[EFSRCA]))?(?![\w/])",
    re.ASCII,
)
GENERAL_ASSEMBLY = re.compile(
    r"(?<![\w/])A/(?:RES/)?[0-9]{2}/(?:L\.)?[0-9]{1,3}(?![\w/])", re.ASCII
)

BY_LETTER: dict[str, Language] = {letter: language for language, letter in LETTERS.items()}


def linked(text: Text, language: Language) -> Text:
    """The text with each document symbol that is not yet a link made one."""
    if not any("/" in run.text for run in text):
        return text
    return tuple(part for run in text for part in _linked_run(run, language))


def _linked_run(run: Run, language: Language) -> Iterable[Run]:
    if run.href or "/" not in run.text:
        return (run,)
    return _parts(run, language)


def _parts(run: Run, language: Language) -> Iterator[Run]:
    end = 0
    for start, stop, href in _symbols(run.text, language):
        if start > end:
            yield replace(run, text=run.text[end:start])
        yield replace(run, text=run.text[start:stop], href=href)
        end = stop
    if end < len(run.text):
        yield replace(run, text=run.text[end:])


def _symbols(text: str, language: Language) -> list[tuple[int, int, str]]:
    council = [(*match.span(), _council_page(match, language)) for match in COUNCIL.finditer(text)]
    assembly = [
        (*match.span(), f"https://docs.un.org/{language}/{match[0]}")
        for match in GENERAL_ASSEMBLY.finditer(text)
    ]
    return sorted(council + assembly)


def _council_page(match: re.Match[str], language: Language) -> str:
    page = BY_LETTER.get(match["letter"] or "", language)
    series = match["series"] or "C"
    return f"https://www.itu.int/md/S{match['year']}-CL-{series}-{int(match['number']):04d}/{page}"
