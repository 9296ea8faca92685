"""The words that the secretariat chooses: labels per language, and kinds of document."""

import re
from typing import Annotated, Literal

from pydantic import Field

from council_report.model.language import Language, Line
from council_report.model.noun import Noun
from council_report.model.session import Key

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


class Label(Noun):
    """A fixed wording, with ``{placeholders}``; ``feminine`` where the office holder changes it.

    ``status`` is confirmed when ITU is known to use these words, and ``source`` then says from
    where; every other label is provisional.
    """

    text: Line
    feminine: Line | None = None
    status: Literal["confirmed", "provisional"]
    source: Line | None = None


class Catalogue(Noun):
    """The labels of one language.

    ``digit_group`` and ``decimal`` are the signs that numbers are written with; ``locale`` is the
    Unicode locale whose dates are used.
    """

    language: Language
    locale: Line
    digit_group: str
    decimal: Line
    labels: dict[str, Label]


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
