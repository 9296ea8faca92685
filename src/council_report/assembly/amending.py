"""Entries as they are printed, when the amendments have removed some and added others."""

from collections.abc import Iterator, Sequence

from council_report.assembly.order import Placed
from council_report.model.amending import Judged, Said, layer_of
from council_report.model.amendment import Amendment
from council_report.model.contribution import Contribution, Identity
from council_report.model.desk import Desk
from council_report.model.language import Language
from council_report.model.location import Location
from council_report.model.session import DocumentPlan


class Amending:
    """The amendments that hold, put to the entries of one document."""

    def __init__(
        self, desk: Desk, plan: DocumentPlan, contributions: Sequence[Contribution]
    ) -> None:
        self.desk = desk
        self.layer = layer_of(desk, plan, contributions)
        self.additions: dict[Identity, list[Judged]] = {}
        for one in self.layer.judged:
            if one.holds and one.amendment.action == "add":
                self.additions.setdefault(one.identity, []).append(one)

    def printed(self, placed: Placed) -> Iterator[Placed]:
        """An entry, unless it is removed, then those added after it, in the order of their file."""
        if not (self.additions or self.layer.removed):
            yield placed
            return
        waiting = [placed]
        while waiting:
            one = waiting.pop()
            if one.identity not in self.layer.removed:
                yield one
            additions = self.additions.get(one.identity, ())
            waiting += [self._added(addition, one) for addition in reversed(additions)]

    def _added(self, addition: Judged, anchor: Placed) -> Placed:
        amendment = addition.amendment
        (entry,) = self.layer.sent[amendment.contributor, amendment.id or ""].versions
        return Placed(
            entry=entry.model_copy(update={"section": anchor.entry.section}),
            contribution=anchor.contribution,
            source=self.place(amendment),
            added_by=amendment,
        )

    def place(self, amendment: Amendment) -> Location:
        """Where an amendment stands in its file."""
        number = next(one.number for one in self.layer.judged if one.amendment is amendment)
        return self.desk.locate(self.desk.amendments_file, "amendments", number)

    def said(self, placed: Placed, language: Language) -> Said:
        """What an entry says in a language; among its amendments is the one that added it."""
        said = self.layer.said(placed.identity, language)
        if placed.added_by is None:
            return said
        return said._replace(amendments=(placed.added_by, *said.amendments))

    def source(self, placed: Placed, said: Said, language: Language) -> Location:
        """Where the text of an entry stands: sent, translated, or sent for the session before.

        ``said`` is what it says in the language.
        """
        sent = self.layer.sent[placed.identity]
        if said.number is not None:
            file = self.desk.translations_file(said.language)
            return self.desk.locate(file, "translations", said.number, "text")
        if sent.earlier and sent.serving(language) is sent.earlier.entry:
            return sent.earlier.place_in(language)
        return placed.source
