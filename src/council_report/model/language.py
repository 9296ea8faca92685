"""The six official languages, and text that exists in several of them."""

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from pydantic import Field

Language = Literal["en", "fr", "es", "ru", "zh", "ar"]
"""An official language of the Union, as ISO 639-1 code."""

LANGUAGES: tuple[Language, ...] = get_args(Language)

LETTERS: Mapping[Language, str] = {
    "en": "E",
    "fr": "F",
    "es": "S",
    "ru": "R",
    "zh": "C",
    "ar": "A",
}
"""The letter of each language in document symbols and file names (C25/43-E)."""

Line = Annotated[str, Field(min_length=1)]
"""A text that is never empty; line breaks in it are spaces where it is printed."""

Translations = Annotated[dict[Language, Line], Field(min_length=1)]
"""One text in one or more official languages: ``{"en": "Geneva", "fr": "Genève"}``."""
