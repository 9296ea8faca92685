"""The six official languages, and text that exists in several of them."""

from collections.abc import Mapping
from typing import Annotated, Literal, TypeVar, get_args

from pydantic import Field

from council_report.model.message import Message

Version = TypeVar("Version")

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

TAGS: Mapping[Language, str] = {
    "en": "en-GB",
    "fr": "fr-FR",
    "es": "es-ES",
    "ru": "ru-RU",
    "zh": "zh-CN",
    "ar": "ar-SA",
}
"""The tag by which Word and translators' tools know each language."""

RIGHT_TO_LEFT: frozenset[Language] = frozenset({"ar"})
"""The languages that are written from right to left."""

WITHOUT_ITALICS: frozenset[Language] = frozenset({"ar", "zh"})
"""The languages whose letters have no italics: emphasis is not shown in them."""

LANGUAGE_NAMES: Mapping[Language, Message] = {
    "en": Message("English"),
    "fr": Message("French"),
    "es": Message("Spanish"),
    "ru": Message("Russian"),
    "zh": Message("Chinese"),
    "ar": Message("Arabic"),
}
"""What each language is called."""

Line = Annotated[str, Field(min_length=1)]
"""A text that is never empty; line breaks in it are spaces where it is printed."""

Translations = Annotated[dict[Language, Line], Field(min_length=1)]
"""One text in one or more official languages: ``{"en": "Geneva", "fr": "Genève"}``."""


def nearest_language(
    versions: Mapping[Language, object], language: Language, original: Language
) -> Language:
    """The language itself where there is a version in it, else the original one, else the first."""
    if language in versions:
        return language
    return original if original in versions else next(iter(versions))


def version_of(
    versions: Mapping[Language, Version], language: Language, original: Language
) -> Version:
    """The version in a language, else in the original one, else the first."""
    return versions[nearest_language(versions, language, original)]
