"""What the languages of a session do not say alike.

A text is compared with that in the language that it was first written in, never two translations
with each other: where each agrees with that one, all of them agree.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from council_report.checks.passages import Passage
from council_report.facts.differing import differences, missing_names
from council_report.facts.facts import FactKind, Facts
from council_report.facts.grammar import Grammar, grammar_of
from council_report.facts.reading import facts_of
from council_report.model.amending import Layer, Said
from council_report.model.catalogue import Name
from council_report.model.contribution import Contribution, Identity
from council_report.model.desk import Desk
from council_report.model.language import Language
from council_report.model.location import Location
from council_report.model.session_texts import SessionRendition
from council_report.model.translating import Cell

DisagreementKind = FactKind | Literal["name"]


class Pair(NamedTuple):
    """A text in one language, and the same in the one that it goes back to.

    ``is_translation`` is whether it stands among the translations, and is not its contributor's
    own, nor a reviewer's.
    """

    language: Language
    source_language: Language
    text: str
    source: str
    is_translation: bool
    passage: Passage


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

    for pair in _pairs(desk, layers):
        source = source_facts(pair.source, pair.source_language)
        target = facts_of(pair.text, grammar(pair.language))
        names = desk.catalogues[pair.language].names if pair.is_translation else {}
        for kind, here, there in between(source, target, names):
            yield Disagreement(
                kind,
                pair.is_translation,
                here,
                there,
                pair.passage.place(pair.language, desk, contributions),
                pair.source_language,
                pair.passage.place(pair.source_language, desk, contributions),
            )


def between(
    source: Facts, target: Facts, names: Mapping[str, Name]
) -> Iterator[tuple[DisagreementKind, str | None, str | None]]:
    """What two texts do not say alike: the kind, and what the target and what the source says."""
    for one in differences(source, target):
        yield one.kind, one.target, one.source
    for key, words in missing_names(source, target) if names else ():
        yield "name", names[key].text, words


def _pairs(desk: Desk, layers: Iterable[Layer]) -> Iterator[Pair]:
    """Every text that documents print in a language that it was not first written in.

    What is missing in a language or out of date there is left out: it is told as that.
    """
    for one in desk.renditions:
        yield from _of_session(one)
    for layer in layers:
        for identity in layer.sections:
            if identity not in layer.removed:
                yield from _of_entry(layer, identity)


def _of_session(one: SessionRendition) -> Iterator[Pair]:
    text = one.rendition.text
    if one.rendition.state in ("own", "translated") and text is not None:
        is_translation = one.rendition.record is not None
        languages = one.language, one.source_language
        yield Pair(*languages, text, one.source, is_translation, Passage(way=one.way))


def _of_entry(layer: Layer, identity: Identity) -> Iterator[Pair]:
    source_language = layer.source_language(identity)
    others = [one for one in layer.plan.languages if one != source_language]
    source = layer.said(identity, source_language) if others else None
    for language in others if source else ():
        said = layer.said(identity, language)
        if source and said.is_in_language and said.state != "outdated":
            for cell, here, there in _texts(said, source):
                if here != there:
                    languages = language, source_language
                    yield _pair(layer, identity, cell, languages, (here, there))


def _pair(
    layer: Layer,
    identity: Identity,
    cell: Cell | None,
    languages: tuple[Language, Language],
    texts: tuple[str, str],
) -> Pair:
    """The two texts; where only the other one was amended, that one is to be told of."""
    edits, passage = layer.edits.get(identity, ()), Passage(layer, identity, cell)
    amended = [any((one.language, one.cell) == (at, cell) for one in edits) for at in languages]
    if amended == [False, True]:
        (here, there), (language, source_language) = texts, languages
        return Pair(source_language, language, there, here, False, passage)
    part = layer.rendered(identity, languages[0]).parts.get(cell)
    is_translation = not amended[0] and part is not None and part.record is not None
    return Pair(*languages, *texts, is_translation, passage)


def _texts(said: Said, source: Said) -> Iterator[tuple[Cell | None, str, str]]:
    """The text, and cell by cell the table if both have the same rows and columns."""
    yield None, said.text, source.text
    here, there = said.rows or (), source.rows or ()
    if [len(row) for row in here] == [len(row) for row in there]:
        for row, (cells, others) in enumerate(zip(here, there, strict=True), 1):
            for column, (cell, other) in enumerate(zip(cells, others, strict=True), 1):
                yield (row, column), cell, other
