"""Rules about the session before: what has not changed since, and what is not there any more."""

from collections.abc import Iterator

from council_report.checks.case import Case
from council_report.checks.rule import Problem, rule
from council_report.model.contribution import Contribution, Entry
from council_report.model.earlier import is_unchanged
from council_report.model.language import Language
from council_report.model.location import Location, shortened
from council_report.model.message import Message
from council_report.model.text import parse_text, plain


@rule("entry-unchanged", "note", "contribution")
def entry_unchanged(case: Case) -> Iterator[Problem]:
    """An entry says what it said in the session before."""
    for one in case.entries:
        before = case.desk.earlier.get(one.entry.id)
        if before and is_unchanged(one.entry, before.entry):
            message = Message("unchanged since {session}", session=case.desk.session.follows)
            remedy = Message("Leave it if it is still true; otherwise bring it up to date.")
            yield Problem(one.place(), message, remedy)


@rule("entry-moved", "warning", "contribution")
def entry_moved(case: Case) -> Iterator[Problem]:
    """An entry stands in another section than in the session before."""
    for one in case.entries:
        before = case.desk.sent_earlier(one.contribution.contributor, one.entry.id)
        if before and before.entry.section != one.entry.section:
            message = Message(
                "in {session} this stood in another section, '{section}'",
                session=case.desk.session.follows,
                section=before.entry.section,
            )
            remedy = Message(
                "If you did not move it on purpose, check that no heading above it was deleted."
            )
            yield Problem(one.place(), message, remedy)


@rule("entry-withdrawn", "warning", "session")
def entry_withdrawn(case: Case) -> Iterator[Problem]:
    """An entry of the session before is not in the contributor's files, though its section is."""
    for contributor in case.desk.session.contributors:
        sent = [one for one in case.contributions if one.contributor == contributor.key]
        if any(one.set_aside and not one.entries for one in sent):
            continue  # The entry may be in a file that could not be read.
        there = {entry.id for one in sent for entry in one.entries}
        for entry in case.desk.earlier_of(contributor.key).values():
            if entry.id not in there and _is_owed(entry, contributor.key, case):
                for one in _writing_to(entry.section, sent):
                    wanted = contributor.contact.language or one.language
                    yield _withdrawn(entry, one, case, wanted)


def _is_owed(entry: Entry, contributor: str, case: Case) -> bool:
    duties = case.sections.get(entry.section, ())
    return any(duty.contributor == contributor for duty in duties)


def _writing_to(section: str, sent: list[Contribution]) -> Iterator[Contribution]:
    """The files with entries for a section; where there are none, the section itself is awaited."""
    return (one for one in sent if any(entry.section == section for entry in one.entries))


def _withdrawn(
    entry: Entry, contribution: Contribution, case: Case, wanted: Language | None
) -> Problem:
    language = wanted if wanted and wanted in entry.text else next(iter(entry.text))
    message = Message(
        "an entry of {session} is not there any more: '{entry}', “{words}”",
        session=case.desk.session.follows,
        entry=entry.id,
        words=shortened(plain(parse_text(entry.text[language]))),
    )
    remedy = Message("If it is to stay, put it back; otherwise there is nothing to do.")
    return Problem(Location(contribution.file), message, remedy)
