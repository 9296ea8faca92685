"""The rule about two files that want the same place: a person keeps one, we never guess which."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from council_report.checks.case import Case, Placed
from council_report.checks.rule import Problem, rule
from council_report.model.contribution import Contribution
from council_report.model.location import Location
from council_report.model.message import Message

FORMS = frozenset((".docx", ".odt", ".md", ".xlsx", ".ods", ".csv", ".yaml", ".yml", ".json"))
"""The endings of files that can be read; a PDF beside the Word file stands in nobody's way."""

GAP = r"[\s_.\u2013\u2014-]*"
COPY = r"(?:copy|copie|copia|kopie|копия|副本|نسخة)"
MARK_OF_A_COPY = re.compile(
    r"^(?:copy(?:\s\(\d+\))?\sof|copie\sde|copia\sde|kopie\svon|копия)\s"  # Copy of final
    rf"|{GAP}\(\d+\)$"  # final (2)
    rf"|{GAP}(?<![^\W_]){COPY}(?:\s\d+)?$"  # final - Copy, final copie 2
    r"|[\s_-]+v\d+$"  # final_v2
    rf"|{GAP}\([^()]*conflict[^()]*\)$"  # final (Anna's conflicted copy 2026-03-01)
    rf"|{GAP}(?<![^\W_])(?:sync-)?conflict-.*$"  # final.sync-conflict-20260301
)
"""What programs and people add to the name of a file when they make another of it."""


@rule("files-contested", "error", "session")
def files_contested(case: Case) -> Iterator[Problem]:
    """Two files of one contributor hold the same entry, or have the name of one file.

    An entry in two languages, each in a file of its own, is one entry with its translation.
    """
    # Files that are set aside count: one of the two is not right because the other has an error.
    by_id, by_name = _holders(case.contributions), _namesakes(case.contributions)
    for contribution in case.contributions:
        shared = [
            (one, other)
            for one in _entries((contribution,))
            for other in by_id[contribution.contributor, one.entry.id]
            if other.contribution is not contribution and one.entry.text.keys() & other.entry.text
        ]
        namesakes = [one for one in by_name.get(_slot(contribution), ()) if one is not contribution]
        if shared:
            yield _same_entry(*shared[0], number=len({one.entry.id for one, _ in shared}))
        elif namesakes and _is_readable(contribution):
            yield _same_name(contribution, namesakes)


def _same_entry(one: Placed, other: Placed, number: int) -> Problem:
    values = {"entry": one.entry.id, "place": other.place("id").shown, "number": number}
    if number == 1:
        message = Message(
            "the entry '{entry}' is in two files, and neither of them is used: {place}", **values
        )
    else:
        message = Message(
            "{number} entries are in two files, and neither of them is used;"
            " the first is '{entry}': {place}",
            **values,
        )
    return Problem(one.place("id"), message, Message("Keep the file that is right, only that one."))


def _same_name(contribution: Contribution, namesakes: Iterable[Contribution]) -> Problem:
    message = Message(
        "this looks like another version of {files}, and neither of them is used",
        files=", ".join(one.file for one in namesakes),
    )
    remedy = Message("Keep one of them; if their texts belong together, give them other names.")
    return Problem(Location(contribution.file), message, remedy)


def _entries(contributions: Iterable[Contribution]) -> Iterator[Placed]:
    for one in contributions:
        for number, entry in enumerate(one.entries):
            yield Placed(one, number, entry)


def _holders(contributions: Iterable[Contribution]) -> Mapping[tuple[str, str], list[Placed]]:
    """Where each id of each contributor stands."""
    holders: dict[tuple[str, str], list[Placed]] = {}
    for one in _entries(contributions):
        holders.setdefault((one.contribution.contributor, one.entry.id), []).append(one)
    return holders


def _namesakes(
    contributions: Iterable[Contribution],
) -> Mapping[tuple[str, str], list[Contribution]]:
    namesakes: dict[tuple[str, str], list[Contribution]] = {}
    for one in filter(_is_readable, contributions):
        namesakes.setdefault(_slot(one), []).append(one)
    return namesakes


def _is_readable(contribution: Contribution) -> bool:
    _, dot, ending = contribution.file.rpartition(".")
    return f"{dot}{ending.lower()}" in FORMS


def _slot(contribution: Contribution) -> tuple[str, str]:
    """The folder of a file, and its name without its ending and without marks of a copy."""
    folder, _, name = contribution.file.rpartition("/")
    stem = unicodedata.normalize("NFC", name.rpartition(".")[0]).casefold()
    while True:
        shorter = MARK_OF_A_COPY.sub("", stem)
        if not shorter or shorter == stem:
            return folder, stem
        stem = shorter
