"""What is said of a file that a translator sent back and that is not read, and what it returns."""

from council_report.model.finding import Finding
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.translation import Returned

SEND_OURS = Message(
    "Send the XLIFF file (.xlf) or the Word table (.docx) that you received, with the translations "
    "in it."
)
SAVE_AGAIN = Message("Save it again in the program that you translate with, and send it again.")
SAVE_AS_XLIFF = Message("Have the program save the translation as XLIFF 1.2, and send that.")


def nothing_of(file: str) -> Returned:
    """What a file returns that is not read."""
    return Returned(file=file, session=None, source_language=None, language=None, units=())


def unreadable(file: str, message: Message, remedy: Message = SEND_OURS) -> Finding:
    """The finding for a file of which nothing can be taken."""
    return Finding(
        rule="translation-unreadable",
        severity="error",
        location=Location(file),
        message=message,
        remedy=remedy,
    )


def not_ours(file: str) -> Finding:
    """The finding for a file of another kind."""
    return unreadable(file, Message("this is neither an XLIFF file nor our Word table"))


def nothing_in(file: str) -> Finding:
    """The finding for a file without a unit."""
    return unreadable(file, Message("there is no text to translate in the file"))


def not_known(file: str) -> Finding:
    """The finding for a file without a unit of ours, such as a translation program's own file."""
    message = Message("none of the texts in the file is one of this session")
    return unreadable(file, message, SAVE_AS_XLIFF)
