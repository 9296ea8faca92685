"""Rules about how texts are set: what is put right in print, and what a person has to mend.

Each text is looked at as its own file has it; only what is printed is told.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from council_report.checks.case import Case
from council_report.checks.lists import unended
from council_report.checks.rule import Problem, rule
from council_report.checks.written import Written
from council_report.model.language import LANGUAGE_NAMES, Language
from council_report.model.message import Message
from council_report.typography.direction import disordered, unbalanced
from council_report.typography.fixing import Fixed, fixed
from council_report.typography.flaw import Flaw
from council_report.typography.letters import look_alikes
from council_report.typography.pairs import other_quotes, unpaired
from council_report.typography.wording import half_width, misspelled, unsimplified

Group = tuple[str, Language, Message]
"""A file, a language, and what was put right."""


@rule("typography-normalised", "note", "session")
def typography_normalised(case: Case) -> Iterator[Problem]:
    """Signs are printed as the language has them, and not as they were written.

    It is told once for a file. Of a space that does not break nothing is told: it looks like any
    other, and hardly anybody can type it.
    """
    firsts: dict[Group, tuple[Written, Fixed]] = {}
    counts: Counter[Group] = Counter()
    for one in case.written:
        for change in fixed(one.words, one.language)[1]:
            key = one.file, one.language, change.what
            if key in firsts or one.is_printed(case.layers):
                firsts.setdefault(key, (one, change))
                counts[key] += 1
    for key, (one, change) in firsts.items():
        message = Message(
            "printed with {what}, in all {number} in this file, first in “{words}”",
            what=change.what,
            number=counts[key],
            words=change.before,
        )
        remedy = Message(
            "Nothing needs doing. To have it in the file too, type “{words}”.", words=change.after
        )
        yield Problem(one.place(case.desk), _in(one.language, message), remedy)


@rule("typography-letters", "warning", "session")
def typography_letters(case: Case) -> Iterator[Problem]:
    """A word or document symbol has a letter of another alphabet that looks like its own."""
    yield from _seen(case, look_alikes)
    for one in case.entries:
        names = (*((one.entry.unit,) if one.entry.unit else ()), *one.entry.references)
        for name in names:
            for flaw in look_alikes(name, "en"):
                yield Problem(one.place(), *flaw)


@rule("typography-direction", "warning", "session")
def typography_direction(case: Case) -> Iterator[Problem]:
    """A mark that nobody sees turns the direction of a text, and nothing turns it back."""
    yield from _seen(case, unbalanced)


@rule("typography-order", "note", "session")
def typography_order(case: Case) -> Iterator[Problem]:
    """Arabic shows a date in figures, a telephone number or such a name in another order."""
    yield from _seen(case, disordered)


@rule("typography-pairs", "note", "session")
def typography_pairs(case: Case) -> Iterator[Problem]:
    """A bracket, a quotation mark or a sign of a Spanish question has no partner."""
    yield from _seen(case, unpaired)


@rule("typography-quotes", "note", "session")
def typography_quotes(case: Case) -> Iterator[Problem]:
    """Words stand in other quotation marks than those of their language."""
    signs = {language: one.quotation for language, one in case.desk.catalogues.items()}

    def find(words: str, language: Language) -> Iterable[Flaw]:
        return other_quotes(fixed(words, language)[0], signs[language])

    yield from _seen(case, find)


@rule("typography-spelling", "note", "session")
def typography_spelling(case: Case) -> Iterator[Problem]:
    """An English word is spelled with -ise, and ITU spells it with -ize."""
    yield from _seen(case, misspelled)


@rule("typography-width", "note", "session")
def typography_width(case: Case) -> Iterator[Problem]:
    """A half-width mark stands beside a Chinese character, and is printed so."""
    yield from _seen(case, lambda words, language: half_width(fixed(words, language)[0], language))


@rule("typography-characters", "note", "session")
def typography_characters(case: Case) -> Iterator[Problem]:
    """Chinese has a traditional or a Japanese character."""
    yield from _seen(case, unsimplified)


@rule("typography-list", "note", "session")
def typography_list(case: Case) -> Iterator[Problem]:
    """An item of a list ends without the sign that its language puts there."""
    for language, place, flaw in unended(case):
        yield Problem(place, _in(language, flaw.message), flaw.remedy)


def _seen(case: Case, find: Callable[[str, Language], Iterable[Flaw]]) -> Iterator[Problem]:
    """What is found in the texts that are printed."""
    for one in case.written:
        for flaw in find(one.words, one.language):
            if one.is_printed(case.layers):
                message = _in(one.language, flaw.message)
                yield Problem(one.place(case.desk), message, flaw.remedy)


def _in(language: Language, message: Message) -> Message:
    return Message("{language}: {message}", language=LANGUAGE_NAMES[language], message=message)
