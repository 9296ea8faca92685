"""The term list of a job: all of it, and what of it a text uses."""

import re
from collections.abc import Iterable, Iterator

from council_report.model.language import TAGS, Language
from council_report.model.text import one_line, parse_text, plain
from council_report.model.translation import Job, Term, Unit


def glossary_of(job: Job, source_language: Language) -> str:
    """The terms as lines of three columns apart by tabs, which every translator's tool imports.

    The columns are the source, the translation, and the key; the first line says the languages.
    """
    header = (TAGS[source_language], TAGS[job.language], "key")
    rows = [header, *_rows(job, source_language)]
    return "".join("\t".join(map(one_line, row)) + "\n" for row in rows)


def _rows(job: Job, source_language: Language) -> Iterator[tuple[str, str, str]]:
    for term in job.terms:
        if term.source_language == source_language:
            yield term.source, term.target, term.key


def terms_in(unit: Unit, terms: Iterable[Term]) -> Iterator[Term]:
    """The terms that the source of a unit uses, in any case of letters."""
    words = plain(parse_text(unit.source)).casefold()
    for term in terms:
        name = rf"(?<!\w){re.escape(term.source.casefold())}(?!\w)"
        if term.source_language == unit.source_language and re.search(name, words):
            yield term
