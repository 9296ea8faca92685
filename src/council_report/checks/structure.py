"""The rule about how entries stand in several languages: alike, so that all print alike.

What one file has in several languages has one place, section and kind. Only what a contributor
sent in a file for each language can differ in them; tables can in either way.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from council_report.checks.case import Case, Placed
from council_report.checks.rule import Problem, rule
from council_report.model.contribution import KIND_WORDS, Identity, Table
from council_report.model.language import LANGUAGE_NAMES, Language
from council_report.model.location import Location
from council_report.model.message import Message

ALIKE = Message("Have it the same in every language.")

Versions = Mapping[Identity, Mapping[Language, Placed]]


@rule("parity-structure", "warning", "session")
def parity_structure(case: Case) -> Iterator[Problem]:
    """What a contributor sent in two languages is printed in another place or shape in one."""
    versions = _versions(case)
    for one in versions.values():
        (first, other), *rest = one.items()
        for language, placed in rest:
            yield from _other_details(placed, other, first)
            yield from _other_shape(placed, language, other, first)
    yield from _other_orders(versions)


def _versions(case: Case) -> Versions:
    """Each entry as it is printed in each language: as in the first file that has that."""
    versions: dict[Identity, dict[Language, Placed]] = {}
    for one in case.entries:
        for language in one.entry.text:
            if language in case.languages:
                identity = one.contribution.contributor, one.entry.id
                versions.setdefault(identity, {}).setdefault(language, one)
    return versions


def _other_details(one: Placed, other: Placed, first: Language) -> Iterator[Problem]:
    """A section, kind or study group that is not that of the other file."""
    if one is other:
        return
    here, there = one.entry, other.entry
    if here.section != there.section:
        message = Message(
            "'{entry}' is in the section '{here}' here, and in '{there}' in {language} ({place})",
            **_values(one, other, first, here.section, there.section),
        )
        yield Problem(one.place("section"), message, ALIKE)
    if here.kind != there.kind:
        kinds = KIND_WORDS[here.kind], KIND_WORDS[there.kind]
        message = Message(
            "'{entry}' is of the kind “{here}” here, and “{there}” in {language} ({place})",
            **_values(one, other, first, *kinds),
        )
        yield Problem(one.place("kind"), message, ALIKE)


def _other_shape(
    one: Placed, language: Language, other: Placed, first: Language
) -> Iterator[Problem]:
    """A table with more or fewer rows or columns than in the first language."""
    here, there = (one.entry.table or {}).get(language), (other.entry.table or {}).get(first)
    if here and there and _shape(here) != _shape(there):
        message = Message(
            "the table of '{entry}' has {here} rows and columns here, and {there} in {language}"
            " ({place})",
            **_values(one, other, first, _shape(here), _shape(there)),
        )
        yield Problem(one.place("table", language), message, ALIKE)


def _shape(rows: Table) -> str:
    return f"{len(rows)} \u00d7 {max(map(len, rows))}"


def _values(
    one: Placed, other: Placed, first: Language, here: str, there: str
) -> dict[str, object]:
    place: Location = other.place("id")
    return {
        "entry": one.entry.id,
        "here": here,
        "there": there,
        "language": LANGUAGE_NAMES[first],
        "place": place.shown,
    }


def _other_orders(versions: Versions) -> Iterator[Problem]:
    """Where the entries of a section follow each other in another order than in the first file."""
    groups: dict[tuple[str, str, Language, Language], list[tuple[Placed, Placed]]] = {}
    for (contributor, _), version in versions.items():
        (first, other), *rest = version.items()
        for language, one in rest:
            if one is not other and one.entry.section == other.entry.section:
                group = contributor, one.entry.section, language, first
                groups.setdefault(group, []).append((one, other))
    for (*_, first), found in groups.items():
        yield from _out_of_order(found, first)


def _out_of_order(found: list[tuple[Placed, Placed]], first: Language) -> Iterator[Problem]:
    """The first entry that stands behind one that it stands before in the other files."""
    order = sorted(found, key=lambda pair: _position(pair[0]))
    for (one, other), (after, behind) in pairwise(order):
        if _position(other) > _position(behind):
            message = Message(
                "'{entry}' stands before '{here}' here, and behind it in {language} ({place})",
                **_values(one, other, first, after.entry.id, ""),
            )
            yield Problem(one.place("id"), message, ALIKE)
            return


def _position(one: Placed) -> tuple[str, int]:
    return one.contribution.file, one.number
