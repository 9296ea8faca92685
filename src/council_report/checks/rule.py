"""A rule: one function that finds one kind of problem, under one id, with one severity."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from typing import Literal, NamedTuple

from council_report.checks.case import Case
from council_report.model.finding import Finding, Severity
from council_report.model.language import LANGUAGE_NAMES, Language
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.nearest import nearest

Scope = Literal["desk", "contribution", "session"]
"""What a rule looks at: the desk alone, one contribution, or all of them together."""


class Problem(NamedTuple):
    """One thing that a rule finds: where, what is wrong, and what to do."""

    place: Location
    message: Message
    remedy: Message


class Rule(NamedTuple):
    """A function that finds problems, with the id and severity that its findings have."""

    id: str
    severity: Severity
    scope: Scope
    problems: Callable[[Case], Iterator[Problem]]

    def findings(self, case: Case) -> Iterator[Finding]:
        """The problems of a case, as findings."""
        for place, message, remedy in self.problems(case):
            yield Finding(
                rule=self.id,
                severity=self.severity,
                location=place,
                message=message,
                remedy=remedy,
            )


def rule(
    name: str, severity: Severity, scope: Scope
) -> Callable[[Callable[[Case], Iterator[Problem]]], Rule]:
    """Make a rule of a function."""

    def made(problems: Callable[[Case], Iterator[Problem]]) -> Rule:
        return Rule(name, severity, scope, problems)

    return made


def meant(word: str, known: Iterable[str]) -> Message:
    """What to do about a word that is not known: write the nearest one, or one of all."""
    words = sorted(set(known))
    near = nearest(word, words)
    if near:
        return Message("Did you mean '{near}'?", near=near)
    if words:
        return Message("Write one of: {words}.", words=", ".join(words))
    return Message("Delete it: none is known.")


def to_add(languages: Iterable[str]) -> Message:
    """What to do where a text is missing in some languages: write their keys."""
    keys = [f"'{language}: …'" for language in languages]
    if len(keys) == 1:
        return Message("Add {keys}.", keys=keys[0])
    return Message("Add {keys} and {last}.", keys=", ".join(keys[:-1]), last=keys[-1])


def named(languages: Sequence[Language]) -> Message:
    """Languages as a sentence names them: ``English, French and Arabic``."""
    *before, last = (LANGUAGE_NAMES[language] for language in languages)
    if not before:
        return last
    first = reduce(lambda one, two: Message("{one}, {two}", one=one, two=two), before)
    return Message("{one} and {two}", one=first, two=last)
