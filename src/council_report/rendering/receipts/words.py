"""The words of the page of a receipt."""

from collections.abc import Mapping

from council_report.model.earlier import News
from council_report.model.finding import Severity, has_errors
from council_report.model.message import Message
from council_report.model.receipt import Due, Receipt, Verdict

VERDICTS: Mapping[Verdict, Message] = {
    "accepted": Message("Accepted"),
    "accepted with findings": Message("Accepted, with remarks"),
    "to mend": Message("To be mended"),
    "refused": Message("Not accepted"),
}

SEVERITIES: Mapping[Severity, Message] = {
    "error": Message("Error"),
    "warning": Message("Warning"),
    "note": Message("Note"),
}

NEWS: Mapping[News, Message] = {
    "new": Message("new"),
    "changed": Message("changed"),
    "unchanged": Message("unchanged"),
}

WORDS: Mapping[str, Message] = {
    "about": Message("About this receipt"),
    "awaited": Message("Still awaited from you"),
    "awaited_how": Message("None of your files that were accepted has anything for these:"),
    "english": Message(
        "This page is in English, because there are no words for it in your language yet."
    ),
    "entry": Message("Text"),
    "figure_key": Message("Key"),
    "figure_unit": Message("Unit"),
    "figure_value": Message("Value"),
    "figures": Message("Statistics"),
    "findings": Message("What we found"),
    "found": Message("What is the matter"),
    "kind": Message("Kind"),
    "place": Message("Place"),
    "remedy": Message("What to do"),
    "severity": Message("Weight"),
    "sections": Message("What we understood"),
    "unplaced": Message("Under no known section"),
    "unused": Message("Nothing of it is used until the errors are mended."),
    "whole_file": Message("the whole file"),
    "words": Message("Words"),
}


def next_step(receipt: Receipt) -> Message:
    """What the contact does next, in one sentence."""
    if receipt.verdict == "refused":
        return Message(
            "The file could not be used: do what is said below, and put a new file into the same "
            "folder."
        )
    if any(finding.rule == "files-contested" for finding in receipt.findings):
        return Message(
            "Two of your files stand in each other's way, and neither is used: keep the one that "
            "is right, and take the other one away."
        )
    if receipt.verdict == "to mend" and not has_errors(receipt.findings):
        return Message(
            "Nothing was found in the file that could be used: write your texts into it, and save "
            "it again under the same name."
        )
    if receipt.verdict == "to mend":
        return Message(
            "Mend the errors named below in your own file and save it again under the same name; "
            "until then, nothing of it is used."
        )
    if receipt.awaited and receipt.findings:
        return Message(
            "The file will be used; read the remarks below, and send what is still awaited from "
            "you."
        )
    if receipt.awaited:
        return Message("This file needs no more work; please send what is still awaited from you.")
    if receipt.findings:
        return Message(
            "The file will be used; read the remarks below, and if you change something, save it "
            "again under the same name."
        )
    return Message("There is nothing more to do.")


def title(receipt: Receipt) -> Message:
    """The title of the page."""
    return Message("Receipt for {file}", file=receipt.name)


def deadline(due: Due) -> Message:
    """What is due, and when."""
    return Message("Deadline ({title}): {day}", title=due.title, day=due.day)


def digest(receipt: Receipt) -> Message:
    """What the file can be told by."""
    return Message("Digest of the file (SHA-256): {digest}", digest=receipt.digest)


def counted(receipt: Receipt) -> Message:
    """How much was understood."""
    return Message(
        "Texts: {entries} · Words: {words} · Statistics: {figures}",
        entries=sum(len(section.entries) for section in receipt.sections),
        words=sum(section.words for section in receipt.sections),
        figures=len(receipt.figures),
    )


def more(places: int) -> Message:
    """The places of a finding that are not shown."""
    return Message("and {number} more places", number=places)


def compared(receipt: Receipt) -> Message:
    """The head of the column that says what is new."""
    return Message("Since {session}", session=receipt.follows)


def annotated(receipt: Receipt) -> Message:
    """Where the annotated copy is."""
    return Message(
        "The copy “{copy}” beside this page shows the same as comments, at the words or cells "
        "meant. It is for reading only: make your changes in your own file.",
        copy=receipt.annotated,
    )
