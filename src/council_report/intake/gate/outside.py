"""What is said of something that leads out of a file."""

import re

from council_report.intake.gate.refusal import COPY_INTO_FORM, Problem, quoted
from council_report.model.message import Message

LINK = re.compile(r"\s*(https?:|mailto:|#|$)", re.IGNORECASE)
"""Where a link may lead: to the web, to a mailbox, to a place in the file itself."""

AS_PICTURE = Message("Delete the picture, or copy it and paste it as a picture; save again.")
WITHOUT_LINK = Message(
    "Let the link begin with https:// or mailto:, or take it away (right click, Remove "
    "Hyperlink), and save again."
)
NORMAL_TEMPLATE = Message(
    "In Word choose File, Options, Add-ins, Manage: Templates, Go; write “Normal” as document "
    "template; save again. Or copy the text into the form."
)


def link(address: str) -> Problem | None:
    """What is wrong with a link; None if it leads to the web, to a mailbox or within the file."""
    if LINK.match(address):
        return None
    words = quoted(address)
    message = Message(
        "a link leads to “{address}”, which is no full address of the web or of a mailbox",
        address=words,
    )
    return Problem("file-external", message, WITHOUT_LINK)


def picture(address: str) -> Problem:
    """That a picture would be fetched from an address."""
    words = quoted(address)
    message = Message("a picture is not in the file, but at “{address}”", address=words)
    return Problem("file-external", message, AS_PICTURE)


def drawing(part: str) -> Problem:
    """That a drawing (SVG) in the file declares a document type, as some programs write it."""
    message = Message(
        "the picture “{part}” in the file could fetch something from elsewhere", part=quoted(part)
    )
    return Problem("file-packed", message, AS_PICTURE)


def template(address: str) -> Problem:
    """That the look and the macros of a document would come from an address."""
    words = quoted(address)
    message = Message("the file is tied to a template at “{address}”", address=words)
    return Problem("file-external", message, NORMAL_TEMPLATE)


def anything(address: str) -> Problem:
    """That something else would be fetched from an address."""
    words = quoted(address)
    message = Message("the file takes something from “{address}”", address=words)
    return Problem("file-external", message, COPY_INTO_FORM)


def unknown(part: str) -> Problem:
    """That a file holds something that no ordinary document holds."""
    words = quoted(part)
    message = Message("the file holds a part of an unknown kind, “{part}”", part=words)
    return Problem("file-part", message, COPY_INTO_FORM)
