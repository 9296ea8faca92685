"""The words of the review page."""

from collections.abc import Mapping

from council_report.model.change import ChangeKind, PassageKind
from council_report.model.contribution import KIND_WORDS, STATUS_WORDS
from council_report.model.document import Edition
from council_report.model.earlier import News
from council_report.model.finding import Severity
from council_report.model.message import Message
from council_report.model.translation import TranslationState

CHANGES: Mapping[ChangeKind, Message] = {
    "added": Message("added"),
    "removed": Message("removed"),
    "moved": Message("moved"),
    "reworded": Message("reworded"),
    "re-attributed": Message("other contributor"),
    "restructured": Message("other form"),
    "statistics": Message("statistics"),
    "dates": Message("dates"),
    "details": Message("details"),
    "formatting": Message("formatting"),
}

PASSAGES: Mapping[PassageKind, Message] = {
    "paragraph": KIND_WORDS["paragraph"],
    "bullet": KIND_WORDS["bullet"],
    "sub-bullet": KIND_WORDS["sub-bullet"],
    "numbered": KIND_WORDS["numbered"],
    "table": KIND_WORDS["table"],
    "heading": Message("heading"),
    "placeholder": Message("place kept free"),
    "rule": Message("rule"),
    "line": Message("line above the box"),
    "label": Message("label of the box"),
}

NEWS: Mapping[News, Message] = {
    "new": Message("new"),
    "changed": Message("changed"),
    "unchanged": Message("unchanged"),
}

STATES: Mapping[TranslationState, Message] = {
    "own": Message("written by its contributor"),
    "translated": Message("translated"),
    "outdated": Message("out of date"),
    "missing": Message("not translated"),
}

STATUSES = STATUS_WORDS

SEVERITIES: Mapping[Severity, Message] = {
    "error": Message("Error"),
    "warning": Message("Warning"),
    "note": Message("Note"),
}

COUNTED: Mapping[Severity, Message] = {
    "error": Message("Errors"),
    "warning": Message("Warnings"),
    "note": Message("Notes"),
}

EDITIONS: Mapping[Edition, Message] = {
    "publication": Message("for publication"),
    "review": Message("with comments"),
    "redline": Message("with tracked changes"),
}

WORDS: Mapping[str, Message] = {
    "added_entry": Message("added by a reviewer"),
    "address": Message("Links"),
    "amended": Message("Amended"),
    "amended_only": Message("amended"),
    "as_of": Message("as of"),
    "as_sent": Message("As it was sent"),
    "at_most": Message("At most"),
    "awaited": Message("Awaited"),
    "base": Message("Compared with"),
    "before": Message("Before"),
    "changed_only": Message("with changes"),
    "changes": Message("Changes"),
    "everything_again": Message("Show everything"),
    "compared": Message("Compared"),
    "contents": Message("Contents of this page"),
    "contributor": Message("Contributor"),
    "contributors": Message("Contributors"),
    "countries": Message("Countries"),
    "coverage": Message("Mandates answered"),
    "coverage_how": Message(
        "How many paragraphs of each contributor answer each paragraph of the resolution. A number "
        "leads to the paragraphs counted."
    ),
    "dates": Message("Dates"),
    "deadlines": Message("Deadlines"),
    "digest": Message("SHA-256 of the file"),
    "document": Message("The document"),
    "dropped": Message("No paragraphs of this file are in the document."),
    "entries": Message("Texts"),
    "entry": Message("Id of the text"),
    "everything": Message("Whole document"),
    "file": Message("File"),
    "files": Message("From files to paragraphs"),
    "files_here": Message("Files of this draft"),
    "files_how": Message("Each file that this draft was made of, and what came of it."),
    "filters": Message("What to show"),
    "finding": Message("Finding"),
    "findings": Message("Findings"),
    "findings_only": Message("with findings"),
    "form": Message("Form"),
    "have_sent": Message("have sent"),
    "inline": Message("in the text"),
    "shortcuts": Message("Use keys: n for the next change, p for the previous one"),
    "kind": Message("Kind of change"),
    "language": Message("Language"),
    "lengths": Message("Length"),
    "lengths_how": Message(
        "The bar is the number of words; where a section has a budget, a line marks it."
    ),
    "mandate": Message("Paragraph of the resolution"),
    "mandates": Message("Mandates"),
    "missing": Message("Translations missing"),
    "missing_note": Message("not translated yet"),
    "new_only": Message("new since last session"),
    "unchanged_only": Message("unchanged since last session"),
    "news": Message("Since last session"),
    "next": Message("Next change"),
    "no_base": Message("no comparison"),
    "no_date": Message("No paragraph has a date."),
    "no_file": Message("no file yet"),
    "no_findings": Message("Nothing was found."),
    "no_mandates": Message("The session names no resolution to answer."),
    "no_redlines": Message("There are no files with tracked changes in this draft."),
    "none": Message("none"),
    "not_compared": Message("Not compared"),
    "not_reported": Message("nothing"),
    "nothing_shown": Message("No paragraph matches. “Show everything” brings them all back."),
    "now": Message("Now"),
    "of_document": Message("of the document"),
    "outdated": Message("Translations out of date"),
    "over": Message("longer than planned"),
    "only": Message("Only paragraphs"),
    "pages": Message("Pages"),
    "paragraphs": Message("Paragraphs"),
    "partners": Message("Partners"),
    "place": Message("Place"),
    "previous": Message("Previous change"),
    "provisional": Message("Provisional labels"),
    "provisional_how": Message("ITU has not confirmed these words yet."),
    "redlines": Message("Tracked changes in Word"),
    "redline_refused": Message("not delivered"),
    "references": Message("References"),
    "remedy": Message("What to do"),
    "search": Message("Words to find"),
    "secretariat": Message("Secretariat"),
    "section": Message("Section"),
    "sector": Message("Contributor"),
    "sent": Message("Received"),
    "set_aside": Message("set aside"),
    "severity": Message("Weight"),
    "side": Message("side by side"),
    "skip": Message("Go to the document"),
    "source": Message("Source"),
    "state": Message("State of the draft"),
    "statistics": Message("Statistics"),
    "statistics_changed": Message("Statistics changed"),
    "status": Message("Status"),
    "timeline": Message("Activities in time"),
    "total": Message("Total"),
    "translations": Message("Translations"),
    "unit": Message("Unit"),
    "verified": Message(
        "verified: all changes accepted, it reads as this draft; all rejected, as the one before"
    ),
    "view": Message("Changes shown"),
    "whole_file": Message("the whole file"),
    "words": Message("Words"),
}

SCRIPTED: Mapping[str, Message] = {
    "shown": Message("{shown} of {all} paragraphs shown", shown="{shown}", all="{all}"),
    "at": Message("Change {number} of {all}", number="{number}", all="{all}"),
    "none": Message("No changes are shown."),
    "many": Message("Changes: {all}", all="{all}"),
}
"""What the script says, which fills in the numbers itself."""


def counted_days(days: int) -> Message:
    """How far away a day is, seen from the day on which the draft was made."""
    if days == 0:
        return Message("the day this draft was made")
    if days == 1:
        return Message("1 day after this draft was made")
    if days == -1:
        return Message("passed 1 day before this draft was made")
    if days > 0:
        return Message("{days} days after this draft was made", days=days)
    return Message("passed {days} days before this draft was made", days=-days)


def words_at_most(words: int) -> Message:
    """The budget of a section in words."""
    return Message("words: {number}", number=words)


def pages_at_most(pages: float) -> Message:
    """The budget of a section in pages."""
    return Message("pages: {number}", number=f"{pages:g}")


def texts_not_used(texts: int) -> Message:
    """What is lost while a file is set aside."""
    return Message("Texts in it that are not used: {number}", number=texts)


def title(draft: Message) -> Message:
    """The title of the page."""
    return Message("Review of: {draft}", draft=draft)


def since(draft: Message) -> Message:
    """What changes are counted from."""
    return Message("since: {draft}", draft=draft)
