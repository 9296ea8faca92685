"""What the languages of a session do not say alike."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from council_report.checks.pairs import pairs
from council_report.facts.differing import differences, missing_names
from council_report.facts.facts import FactKind, Facts
from council_report.facts.grammar import Grammar, grammar_of
from council_report.facts.reading import facts_of
from council_report.model.amending import Layer
from council_report.model.catalogue import Name
from council_report.model.contribution import Contribution
from council_report.model.desk import Desk
from council_report.model.language import Language
from council_report.model.location import Location

DisagreementKind = FactKind | Literal["name"]


class Disagreement(NamedTuple):
    """Something that a text and the one that it goes back to do not say alike.

    ``here`` is what the text says, ``there`` what the other does; either is None where it says
    nothing of the kind. Of a name, ``here`` is how the term list has it.
    """

    kind: DisagreementKind
    is_translation: bool
    here: str | None
    there: str | None
    place: Location
    source_language: Language
    source_place: Location


def disagreements(
    desk: Desk, layers: Iterable[Layer], contributions: Sequence[Contribution]
) -> Iterator[Disagreement]:
    """All of them; names are compared in translations alone, which the term list is for."""

    @cache
    def grammar(language: Language) -> Grammar:
        return grammar_of(desk.catalogues[language])

    @cache
    def source_facts(text: str, language: Language) -> Facts:
        return facts_of(text, grammar(language))

    for pair in pairs(desk, layers):
        source = source_facts(pair.source, pair.source_language)
        target = facts_of(pair.text, grammar(pair.language))
        names = desk.catalogues[pair.language].names if pair.is_translation else {}
        for kind, here, there in between(source, target, names):
            yield Disagreement(
                kind,
                pair.is_translation,
                here,
                there,
                pair.place(desk, contributions),
                pair.source_language,
                pair.source_place(desk, contributions),
            )


def between(
    source: Facts, target: Facts, names: Mapping[str, Name]
) -> Iterator[tuple[DisagreementKind, str | None, str | None]]:
    """What two texts do not say alike: the kind, and what the target and what the source says."""
    for one in differences(source, target):
        yield one.kind, one.target, one.source
    for key, words in missing_names(source, target) if names else ():
        yield "name", names[key].text, words
