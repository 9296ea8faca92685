"""The texts of a session that have to say the same, each beside the one that it was made from.

A text is compared with that in the language that it was first written in, never two translations
with each other: where each agrees with that one, all of them agree.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from council_report.model.amending import Layer, Said
from council_report.model.contribution import Contribution, Identity
from council_report.model.desk import Desk
from council_report.model.language import Language
from council_report.model.location import Location, Path
from council_report.model.translating import Cell, SessionRendition


class Pair(NamedTuple):
    """A text in one language, and the same in the one that it goes back to.

    ``is_translation`` is whether it stands among the translations, and is not its contributor's
    own, nor a reviewer's. Of an entry, ``layer``, ``identity`` and ``cell`` (row and column, from
    1) say which text it is, of the session file ``way``.
    """

    language: Language
    source_language: Language
    text: str
    source: str
    is_translation: bool
    layer: Layer | None = None
    identity: Identity = ("", "")
    cell: Cell | None = None
    way: Path = ()

    def place(self, desk: Desk, contributions: Sequence[Contribution]) -> Location:
        """Where the text stands."""
        return self._place(self.language, desk, contributions)

    def source_place(self, desk: Desk, contributions: Sequence[Contribution]) -> Location:
        """Where the text that it goes back to stands."""
        return self._place(self.source_language, desk, contributions)

    def _place(
        self, language: Language, desk: Desk, contributions: Sequence[Contribution]
    ) -> Location:
        if self.layer is None:
            return desk.locate(desk.session_file, *self.way, language)
        if amended := self._amended(self.layer, language):
            return desk.locate(desk.amendments_file, "amendments", amended[-1], "new")
        if (number := self._record(self.layer, language)) is not None:
            file = desk.translations_file(language)
            return desk.locate(file, "translations", number, "text")
        return self._sent(language, desk, contributions)

    def _amended(self, layer: Layer, language: Language) -> list[int]:
        """The places, from 0, of the amendments that the text comes from."""
        return [
            one.number
            for one in layer.judged
            if one.holds
            and (one.identity, one.amendment.language) == (self.identity, language)
            and (one.amendment.action, one.amendment.cell) == ("replace", self.cell)
        ]

    def _record(self, layer: Layer, language: Language) -> int | None:
        part = layer.rendered(self.identity, language).parts.get(self.cell)
        return part.record.number if part and part.record else None

    def _sent(
        self, language: Language, desk: Desk, contributions: Sequence[Contribution]
    ) -> Location:
        """Where the contributor wrote it, in a file of this session or of the one before."""
        row, column = self.cell or (0, 0)
        path: Path = ("table", language, row - 1, column - 1) if self.cell else ("text", language)
        for one in contributions:
            for number, entry in enumerate(one.entries):
                if (one.contributor, entry.id) == self.identity and language in entry.text:
                    return one.locate("entries", number, *path)
        earlier = desk.sent_earlier(*self.identity)
        if earlier and language in earlier.entry.text:
            return earlier.place_in(language)
        return _added(self.identity, desk)


def _added(identity: Identity, desk: Desk) -> Location:
    """Where an amendment adds an entry."""
    made = ((one.contributor, one.id) for one in desk.amendments)
    number = next((number for number, one in enumerate(made) if one == identity), 0)
    return desk.locate(desk.amendments_file, "amendments", number, "new")


def pairs(desk: Desk, layers: Iterable[Layer]) -> Iterator[Pair]:
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
        yield Pair(one.language, one.source_language, text, one.source, is_translation, way=one.way)


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
    edits = layer.edits.get(identity, ())
    amended = [any((one.language, one.cell) == (at, cell) for one in edits) for at in languages]
    if amended == [False, True]:
        (here, there), (language, source_language) = texts, languages
        return Pair(source_language, language, there, here, False, layer, identity, cell)
    part = layer.rendered(identity, languages[0]).parts.get(cell)
    is_translation = not amended[0] and part is not None and part.record is not None
    return Pair(*languages, *texts, is_translation, layer, identity, cell)


def _texts(said: Said, source: Said) -> Iterator[tuple[Cell | None, str, str]]:
    """The text, and cell by cell the table if both have the same rows and columns."""
    yield None, said.text, source.text
    here, there = said.rows or (), source.rows or ()
    if [len(row) for row in here] == [len(row) for row in there]:
        for row, (cells, others) in enumerate(zip(here, there, strict=True), 1):
            for column, (cell, other) in enumerate(zip(cells, others, strict=True), 1):
                yield (row, column), cell, other
