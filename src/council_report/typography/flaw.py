"""A flaw: what a person has to put right in a text, because it cannot be done without asking."""

import unicodedata
from typing import NamedTuple

from council_report.model.message import Message


class Flaw(NamedTuple):
    """What is wrong in a text, and what to do."""

    message: Message
    remedy: Message


def code_point(sign: str) -> str:
    """A sign as Unicode calls it: ``U+0054 LATIN CAPITAL LETTER T``."""
    return f"U+{ord(sign):04X} {unicodedata.name(sign, '')}".rstrip()


def to_type(words: str) -> Message:
    """What to do where other words have to be typed."""
    return Message("Type “{words}”.", words=words)
