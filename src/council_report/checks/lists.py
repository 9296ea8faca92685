"""How the items of a list end: with a semicolon or, as sentences and at the end, a full stop."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from council_report.checks.case import Case, Placed
from council_report.model.amending import Layer
from council_report.model.catalogue import ListSigns
from council_report.model.language import Language
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.typography.flaw import Flaw

ITEMS = ("bullet", "sub-bullet")

ENDS = (".", "?", "!", "…", ":", "\u3002", "\uff1f", "\uff01", "\uff1a", "؟")
"""What a sentence ends with, or words that lead to the items below."""

CLOSING = '*)"”»\uff09》 '
"""What may stand after the end of a sentence."""


class Unended(NamedTuple):
    """An item that ends without its sign."""

    language: Language
    place: Location
    flaw: Flaw


def unended(case: Case) -> Iterator[Unended]:
    """The items of lists that end without their sign, in each language of each document."""
    lists = [items for items in _lists(case.entries) if items]
    for layer in case.layers:
        for language in layer.plan.languages:
            catalogue = case.desk.catalogues.get(language)
            if catalogue:
                for items in lists:
                    yield from _unended(items, layer, language, catalogue.list_signs)


def _lists(entries: Sequence[Placed]) -> Iterator[list[Placed]]:
    """The items that follow each other in a file and a section."""
    for (_, _, is_item), items in groupby(
        entries, key=lambda one: (one.contribution, one.entry.section, one.entry.kind in ITEMS)
    ):
        yield list(items) if is_item else []


def _unended(
    items: Sequence[Placed], layer: Layer, language: Language, signs: ListSigns
) -> Iterator[Unended]:
    said = [(one, text) for one in items if (text := _said(one, layer, language))]
    for number, (one, text) in enumerate(said, 1):
        is_last, end = number == len(said), text.rstrip(CLOSING)
        if not end.endswith(ENDS) and (is_last or not end.endswith(signs.item)):
            yield Unended(language, one.place("text", language), _flaw(signs, is_last=is_last))


def _said(one: Placed, layer: Layer, language: Language) -> str | None:
    """What a document says in an item; None where it is not printed in the language."""
    identity = one.contribution.contributor, one.entry.id
    if identity not in layer.sections or identity in layer.removed:
        return None
    if language in one.entry.text and identity not in layer.edits:
        return one.entry.text[language]
    said = layer.said(identity, language)
    return said.text if said.language == language else None


def _flaw(signs: ListSigns, *, is_last: bool) -> Flaw:
    if is_last:
        message = Message("the last item of the list ends without “{last}”", last=signs.last)
        return Flaw(message, Message("End it with “{last}”.", last=signs.last))
    message = Message(
        "the item of a list ends without “{item}” or “{last}”", item=signs.item, last=signs.last
    )
    remedy = Message(
        "End it with “{item}”, or with “{last}” if it is a sentence.",
        item=signs.item,
        last=signs.last,
    )
    return Flaw(message, remedy)
