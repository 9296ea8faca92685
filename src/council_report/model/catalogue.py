"""The words that the secretariat chooses: labels per language, and kinds of document."""

import re
from typing import Annotated, Literal

from pydantic import Field

from council_report.model.language import Language, Line
from council_report.model.noun import Noun
from council_report.model.session import Key

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")

Standing = Literal["confirmed", "provisional"]
"""Whether ITU is known to use some words."""


class Label(Noun):
    """A fixed wording, with ``{placeholders}``; ``feminine`` where the office holder changes it.

    ``status`` is confirmed when ITU is known to use these words, and ``source`` then says from
    where; every other label is provisional.
    """

    text: Line
    feminine: Line | None = None
    status: Standing
    source: Line | None = None


class Name(Noun):
    """What something is called in one language: a Sector, a city, a term of the term list.

    ``also`` are other forms of the name that a text may use: an acronym, a plural, another case.
    """

    text: Line
    also: tuple[Line, ...] = ()
    status: Standing
    source: Line | None = None


Patterns = tuple[Line, Line]
"""The Unicode date patterns of the first and last day of a range, with what stands between."""


class DatePatterns(Noun):
    """How days and ranges of days are written, in Unicode date patterns: ``d MMMM y``."""

    day: Line
    range_in_month: Patterns
    range_in_year: Patterns
    range: Patterns


class Fonts(Noun):
    """The fonts of a document for Latin and Cyrillic, for Arabic, and for Chinese letters."""

    latin: Line
    complex: Line
    east_asian: Line


class ListSigns(Noun):
    """What an item of a list ends with that is no sentence, and the last one of them."""

    item: Line
    last: Line


class Citations(Noun):
    """How a resolution is cited, when first adopted and when revised.

    Each is written around ``{number}``, ``{city}`` and ``{year}``.
    """

    first: Annotated[tuple[Line, ...], Field(min_length=1)]
    revised: Annotated[tuple[Line, ...], Field(min_length=1)]


class Catalogue(Noun):
    """The labels and names of one language, and how it writes numbers, dates and lists.

    ``digit_group`` and ``decimal`` are the signs that numbers are written with; ``locale`` is the
    Unicode locale that month names are taken from, and ``first_day`` the first day of a month where
    it is written in its own way. ``fonts`` are those of the Word file, ``pdf_fonts`` those that its
    PDF may hold. ``quotation`` opens and closes a quotation.
    """

    language: Language
    locale: Line
    digit_group: str
    decimal: Line
    first_day: Line | None = None
    dates: DatePatterns
    fonts: Fonts
    pdf_fonts: Annotated[tuple[Line, ...], Field(min_length=1)]
    list_signs: ListSigns
    quotation: tuple[Line, Line]
    citations: Citations
    labels: dict[str, Label]
    names: dict[str, Name]


class Kind(Noun):
    """A kind of document: its Word template, the rows of its box, how its headings count.

    ``rule`` in ``box`` is a line of underscores, every other row has the label ``box.<row>``.
    ``author`` is the label of the author line.
    """

    kind: Key
    template: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]+\.docx$")]
    headings: Literal["plain", "numbered"]
    box: tuple[Key, ...]
    author: Line
