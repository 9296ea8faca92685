"""Rules about accepted amendments: whether they still fit what contributors have sent."""

from collections.abc import Iterator

from council_report.checks.case import Case
from council_report.checks.entries import VISIBLE
from council_report.checks.rule import Problem, rule
from council_report.model.amending import Judged
from council_report.model.contribution import Identity
from council_report.model.language import LANGUAGE_NAMES
from council_report.model.location import shortened
from council_report.model.message import Message
from council_report.model.text import parse_text, plain

TO_AMEND_ANEW = Message(
    "Look at the new text; then delete the amendment, or send the edit again with"
    " council-report feedback."
)
TO_DELETE = Message("Delete the amendment, or send the edit again with council-report feedback.")


@rule("amendment-blank", "error", "desk")
def amendment_blank(case: Case) -> Iterator[Problem]:
    """An amendment puts nothing but spaces and marks in the place of a text."""
    for number, one in enumerate(case.desk.amendments):
        if one.action != "remove" and not one.cell and not VISIBLE.search(one.new or ""):
            message = Message("the new text is nothing but spaces and marks")
            remedy = Message("Write the text, or 'action: remove' without 'new' to leave it out.")
            yield Problem(case.in_amendments(number, "new"), message, remedy)


@rule("amendment-stale", "warning", "session")
def amendment_stale(case: Case) -> Iterator[Problem]:
    """The text of an entry has changed since it was amended."""
    for one in case.judged:
        if one.verdict == "stale":
            message = Message(
                "the text of '{entry}' is not the one that {by} amended on {day}; the amendment is"
                " not applied",
                entry=one.amendment.entry,
                by=one.amendment.by,
                day=one.amendment.on,
            )
            yield Problem(case.in_amendments(one.number), message, TO_AMEND_ANEW)


@rule("amendment-settled", "note", "session")
def amendment_settled(case: Case) -> Iterator[Problem]:
    """The contributor's own text reads by now as the amendment makes it."""
    for one in case.judged:
        if one.verdict == "settled":
            message = Message(
                "'{contributor}' has taken over the edit of '{entry}' that {by} made on {day}",
                contributor=one.amendment.contributor,
                entry=one.amendment.entry,
                by=one.amendment.by,
                day=one.amendment.on,
            )
            remedy = Message("There is nothing to do; the amendment can be deleted.")
            yield Problem(case.in_amendments(one.number), message, remedy)


@rule("amendment-lost", "warning", "session")
def amendment_lost(case: Case) -> Iterator[Problem]:
    """What was amended is not there any more, and waits for no file or other amendment."""
    waiting: set[Identity] = set()
    for one in case.judged:
        if _waits(one, waiting, case):
            waiting.add((one.amendment.contributor, one.amendment.id or one.amendment.entry))
        elif reason := _reason(one):
            message = Message(
                "{reason}; the amendment of {by}, {day}, is not applied",
                reason=reason,
                by=one.amendment.by,
                day=one.amendment.on,
            )
            yield Problem(case.in_amendments(one.number), message, TO_DELETE)


def _waits(one: Judged, waiting: set[Identity], case: Case) -> bool:
    """Whether an amendment waits for a file that is set aside, or for one that adds its entry."""
    if one.verdict == "stale":
        return one.amendment.action == "add"
    return one.verdict == "no entry" and (one.identity in waiting or _is_held_back(one, case))


def _is_held_back(one: Judged, case: Case) -> bool:
    """Whether the entry is, or may be, in a file that is set aside."""
    contributor, key = one.identity
    return any(
        sent.contributor == contributor
        and (sent in case.unread or any(entry.id == key for entry in sent.entries))
        for sent in case.contributions
        if sent.set_aside
    )


def _reason(one: Judged) -> Message | None:
    """Why there is nothing to amend, or None if there is."""
    entry, contributor = one.amendment.entry, one.amendment.contributor
    match one.verdict:
        case "no entry":
            return Message(
                "'{contributor}' has no entry '{entry}'", contributor=contributor, entry=entry
            )
        case "no cell":
            row, column = one.amendment.cell or (0, 0)
            return Message(
                "'{entry}' has no cell in row {row}, column {column}",
                entry=entry,
                row=row,
                column=column,
            )
        case "no language":
            language = LANGUAGE_NAMES[one.amendment.language]
            return Message("'{entry}' is not printed in {language}", entry=entry, language=language)
        case "removed":
            return Message("another amendment removes '{entry}'", entry=entry)
        case _:
            return None


@rule("amendment-id-taken", "error", "session")
def amendment_id_taken(case: Case) -> Iterator[Problem]:
    """An amendment adds an entry whose id another one has."""
    for one in case.judged:
        if one.verdict == "id taken":
            message = Message(
                "the id '{entry}' is taken by another entry; the paragraph of {by}, {day}, is not"
                " added",
                entry=one.amendment.id,
                by=one.amendment.by,
                day=one.amendment.on,
            )
            remedy = Message("Give the added paragraph another id.")
            yield Problem(case.in_amendments(one.number, "id"), message, remedy)


@rule("amendment-removes", "note", "session")
def amendment_removes(case: Case) -> Iterator[Problem]:
    """An amendment leaves an entry out of the document."""
    for one in case.judged:
        if one.holds and one.amendment.action == "remove":
            message = Message(
                "'{entry}' of '{contributor}' is left out, as {by} asked on {day}: “{words}”",
                entry=one.amendment.entry,
                contributor=one.amendment.contributor,
                by=one.amendment.by,
                day=one.amendment.on,
                words=_first_words(one, case),
            )
            remedy = Message("There is nothing to do; delete the amendment to have it back.")
            yield Problem(case.in_amendments(one.number), message, remedy)


def _first_words(one: Judged, case: Case) -> str:
    layer = next(layer for layer in case.layers if layer.judged[one.number].holds)
    return shortened(plain(parse_text(layer.said(one.identity, one.amendment.language).sent)))
