"""Spellings and characters that a language of ITU writes otherwise."""

from collections.abc import Iterator

from council_report.model.language import Language
from council_report.model.location import shortened
from council_report.model.message import Message
from council_report.typography import chinese, english
from council_report.typography.flaw import Flaw, to_type


def misspelled(words: str, language: Language) -> Iterator[Flaw]:
    """English words that ITU spells with -ize."""
    for word, other in english.respelled(words) if language == "en" else ():
        message = Message("ITU spells “{word}” with a z", word=word)
        yield Flaw(message, to_type(other))


def half_width(words: str, language: Language) -> Iterator[Flaw]:
    """Half-width marks beside Chinese characters, that may be meant for a Latin passage."""
    if language == "zh":
        for match in chinese.HALF_WIDTH.finditer(words):
            around = shortened(words[max(0, match.start() - 10) : match.end() + 10], 30)
            message = Message("“{words}” has the half-width {mark}", words=around, mark=match[0])
            yield Flaw(message, to_type(chinese.WIDE[match[0]]))


def unsimplified(words: str, language: Language) -> Iterator[Flaw]:
    """Traditional and Japanese characters in Chinese."""
    for sign in chinese.unsimplified(words) if language == "zh" else ():
        message = Message("“{sign}” is no simplified Chinese character", sign=sign)
        yield Flaw(message, Message("Type its simplified form."))
