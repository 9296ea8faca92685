"""A Markdown text before pandoc reads it, and the words in it that pandoc should find."""

import html
import re
from urllib.parse import unquote

from council_report.intake.notes import UNPRINTABLE, Notes
from council_report.model.message import Message
from council_report.model.source import SourceFile

BYTE_ORDER_MARK = "\ufeff"

NESTING = re.compile(r"(?:[\[>][ \t]*|[-+*][ \t]+){201}")
"""More marks in a row than any text needs; a parser takes long to make nothing of them."""

REFERENCE = re.compile(r"^ {0,3}\[[^\]\n]+\]:|\]\[[^\]\n]*\]|\[\^[^\]\n]+\]", re.MULTILINE)
"""The names of links and notes, which are nowhere printed."""

LIST_NUMBER = re.compile(r"^[ \t>]*(?:[-+*][ \t]+)*\d{1,3}[.)](?=\s)", re.MULTILINE)
WORD = re.compile(r"[^\W_]+")


def decoded(source: SourceFile, notes: Notes) -> str | None:
    """The text of a Markdown file, or None; what is wrong with it is noted."""
    try:
        text = source.data.decode("utf-8").removeprefix(BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        line = source.data.count(b"\n", 0, error.start) + 1
        message = Message(
            "the file is not UTF-8: byte {position} (0x{byte}) is not",
            position=error.start,
            byte=f"{source.data[error.start]:02X}",
        )
        notes.find("file-encoding", line, message, Message("Save it with the encoding UTF-8."))
        return None
    for character in dict.fromkeys(UNPRINTABLE.findall(text)):
        notes.forbid(character, text.count("\n", 0, text.index(character)) + 1)
    if match := NESTING.search(text):
        line = text.count("\n", 0, match.start()) + 1
        message = Message("marks such as “[” or “>” follow one another more than 200 times")
        notes.find("file-nesting", line, message, Message("Delete the marks that mean nothing."))
        return None
    return UNPRINTABLE.sub("", text)


def words_by_line(text: str) -> list[tuple[int, str]]:
    """The words of a Markdown text, each with its line, without the names of links and notes."""
    bare = LIST_NUMBER.sub("", REFERENCE.sub("", text))
    return [
        (number, word)
        for number, line in enumerate(bare.split("\n"), 1)
        for word in WORD.findall(unquote(html.unescape(line)))
    ]


def words_of(text: str) -> list[str]:
    """The words of any text, as ``words_by_line`` has them."""
    return WORD.findall(unquote(text))
