"""Small jobs for translators, and the files that they come in."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from lxml import etree

from council_report.model.catalogue import Fonts
from council_report.model.language import Language
from council_report.model.location import Location
from council_report.model.source import SourceFile
from council_report.model.text import parse_text
from council_report.model.translation import Job, Term, Unit

SCHEMA = Path(__file__).parent / "schema"

PIECES = [
    *[
        "a",
        " ",
        "é",
        "\u4e2d",
        "\u0627\u0644",
        "\U0001f600",
        "\u00a0",
        "\u200f",
        "\u2067",
        "\u2069",
    ],
    *["&", "<", ">", "]]>", "{{", "}}", '"', "'", "*", "**", "^", "\\", "[", "]", "(", ")", "_"],
    *[
        "**b**",
        "*i*",
        "x^2^",
        "[[key-1]]",
        "[[key-2]]",
        "\\[[key-1]]",
        "[w](https://e.org/a?b=1&c)",
    ],
    *["[**b** [[key-1]]](mailto:a@example.org)", "***bi** i*", "\u2028", "&amp;", "<g id='1'/>"],
]
LETTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")

FONTS = Fonts(latin="Calibri", complex="Noto Naskh Arabic", east_asian="Noto Sans CJK SC")

SOURCES = st.lists(st.one_of(st.sampled_from(PIECES), LETTERS), max_size=12).map("".join)
"""Texts in the Markdown subset, of what is hard about them."""

WORDED = SOURCES.filter(lambda source: bool(parse_text(source)))


def unit(key: str, source: str, text: str | None = None, **more: Any) -> Unit:
    """A unit from English into Spanish; it is translated if it has a text, else missing."""
    given: dict[str, Any] = {
        "id": key,
        "language": "es",
        "source_language": "en",
        "source": source,
        "text": text,
        "state": "missing" if text is None else "translated",
        "limit": 400,
        "place": Location("inputs/C25/itu-t/standards.yaml", line=3),
    }
    return Unit(**given | more)


def job(*units: Unit, language: Language = "es", terms: Iterable[tuple[str, str]] = ()) -> Job:
    """A job of these units."""
    listed = tuple(
        Term(key=f"term.{number}", source_language="en", source=source, target=target)
        for number, (source, target) in enumerate(terms)
    )
    return Job(session="C25", language=language, units=units, terms=listed)


def by_id(*units: Unit) -> dict[str, Unit]:
    """Units by their ids."""
    return {one.id: one for one in units}


def sent(data: bytes, name: str = "C25-es.xlf") -> SourceFile:
    """A file that came back."""
    return SourceFile(name=name, data=data, digest=hashlib.sha256(data).hexdigest())


@cache
def schema() -> etree.XMLSchema:
    """The schema of XLIFF 1.2, in its strict form, as OASIS published it."""
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Local())
    tree = etree.parse(SCHEMA / "xliff-core-1.2-strict.xsd", parser)
    return etree.XMLSchema(tree)


class _Local(etree.Resolver):
    def resolve(self, url: str, public: str, context: Any) -> Any:  # noqa: ARG002 - lxml calls it so
        if url.endswith("xml.xsd"):
            return self.resolve_filename(str(SCHEMA / "xml.xsd"), context)
        return None
