"""Where a text of a session stands in each of its languages, whoever wrote it there."""

from collections.abc import Sequence
from typing import NamedTuple

from council_report.model.amending import Layer
from council_report.model.contribution import Contribution, Identity
from council_report.model.desk import Desk
from council_report.model.language import Language
from council_report.model.location import Location, Path
from council_report.model.translating import Cell


class Passage(NamedTuple):
    """A text of an entry, a cell of its table (row and column, from 1), or one of the session file.

    Of an entry ``layer``, ``identity`` and ``cell`` are given, of the session file ``way``.
    """

    layer: Layer | None = None
    identity: Identity = ("", "")
    cell: Cell | None = None
    way: Path = ()

    def place(
        self, language: Language, desk: Desk, contributions: Sequence[Contribution]
    ) -> Location:
        """Where it stands in a language: in an amendment, a translation, or as it was sent."""
        if self.layer is None:
            return desk.locate(desk.session_file, *self.way, language)
        if amended := self._amended(self.layer, language):
            return desk.locate(desk.amendments_file, "amendments", amended[-1], "new")
        if (number := self._record(self.layer, language)) is not None:
            file = desk.translations_file(language)
            return desk.locate(file, "translations", number, "text")
        return self._sent(language, desk, contributions)

    def _amended(self, layer: Layer, language: Language) -> list[int]:
        """The places, from 0, of the amendments that it comes from."""
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
