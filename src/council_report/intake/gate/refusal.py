"""What the gate says of a file."""

from typing import NamedTuple

from council_report.model.finding import Finding
from council_report.model.location import Location, shortened
from council_report.model.message import Message

SAVE_AGAIN = Message(
    "Open the file in the program that made it, save it under a new name, and send that."
)
COPY_INTO_FORM = Message("Copy the text into the form that you were sent, and send the form.")


class Problem(NamedTuple):
    """Why a file is not read, in the words of a finding."""

    rule: str
    message: Message
    remedy: Message


BOMB = Problem(
    "file-packed",
    Message("the file unpacks to far more than a document holds"),
    COPY_INTO_FORM,
)
DOCUMENT_TYPE = Problem(
    "file-packed",
    Message("the file declares words of its own (a document type), which no Office program does"),
    SAVE_AGAIN,
)


class DamagedError(Exception):
    """A part of a file cannot be read; ``message`` says which."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


def damage(error: DamagedError) -> Problem:
    """That a file is broken, and where."""
    return Problem("file-damaged", error.message, SAVE_AGAIN)


def refusal(file: str, rule: str, message: Message, remedy: Message) -> Finding:
    """Why a file is not read."""
    return Finding(
        rule=rule, severity="error", location=Location(file), message=message, remedy=remedy
    )


def quoted(words: str) -> str:
    """A name or address of a hostile file as a message may quote it."""
    visible = (character if character.isprintable() else "\ufffd" for character in words)
    return shortened("".join(visible), 120)
