"""What a rule judges: a desk, and the contributions that have arrived."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from council_report.checks.disagreeing import Disagreement, disagreements
from council_report.checks.written import Written, written_in
from council_report.model.amending import Judged, Layer, layer_of
from council_report.model.catalogue import Kind
from council_report.model.contribution import Contribution, Entry
from council_report.model.desk import Desk
from council_report.model.language import LANGUAGES, Language
from council_report.model.location import Location, Path
from council_report.model.message import Message
from council_report.model.session import Contributor, DocumentPlan
from council_report.model.text import statistics_quoted


class Duty(NamedTuple):
    """A contributor's part in a section of an outline, or in a row of the box.

    ``place`` is the line of the session file that lays it down.
    """

    contributor: str
    section: str
    in_box: bool
    plan: DocumentPlan
    place: Location

    @property
    def title(self) -> Message:
        """The section or row as it is named to a person."""
        section, kind = self.section, self.plan.kind
        if self.in_box:
            return Message("box row '{section}' of the {kind}", section=section, kind=kind)
        return Message("section '{section}' of the {kind}", section=section, kind=kind)


class Placed(NamedTuple):
    """An entry, the contribution it stands in, and its place there, from 0."""

    contribution: Contribution
    number: int
    entry: Entry

    def place(self, *path: str | int) -> Location:
        """Where a value of the entry stands."""
        return self.contribution.locate("entries", self.number, *path)


class Quote(NamedTuple):
    """A statistic quoted in the text or table of an entry, or in an amendment, and where."""

    key: str
    place: Location


@dataclass(frozen=True)
class Case:
    """A desk with none, one or all of the contributions to its session."""

    desk: Desk
    contributions: tuple[Contribution, ...] = ()

    def in_session(self, *path: str | int) -> Location:
        """Where a value of the session file stands."""
        return self.desk.locate(self.desk.session_file, *path)

    def in_amendments(self, number: int, *path: str | int) -> Location:
        """Where an amendment stands, or a value of it."""
        return self.desk.locate(self.desk.amendments_file, "amendments", number, *path)

    def in_template(self, folder: str, stem: str, *path: str | int) -> Location:
        """Where a value of a file such as ``templates/labels/fr.yaml`` stands, or should."""
        ending = f"/{folder}/{stem}.yaml"
        names = (name for name in self.desk.places if name.endswith(ending))
        return self.desk.locate(next(names, f"templates{ending}"), *path)

    def folder(self, contributor: Contributor) -> Location:
        """The folder that a contributor's files are put in."""
        folder = self.desk.session_file.rpartition("/")[0]
        return Location(f"{folder}/{contributor.key}/")

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """The languages that the session's documents are made in."""
        wanted = {language for plan in self.desk.session.documents for language in plan.languages}
        return tuple(language for language in LANGUAGES if language in wanted)

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """Everything that contributors owe, in the order of the documents."""
        plans = enumerate(self.desk.session.documents)
        return tuple(duty for number, plan in plans for duty in self._duties(number, plan))

    def _duties(self, number: int, plan: DocumentPlan) -> Iterator[Duty]:
        at = ("documents", number)
        kind = self.desk.kinds.get(plan.kind)
        for row in box_rows(kind) if kind else ():
            yield Duty(plan.box_from, row, True, plan, self.in_session(*at, "box_from"))
        for index, section in enumerate(plan.outline):
            place = self.in_session(*at, "outline", index, "contributors")
            for contributor in section.contributors:
                yield Duty(contributor, section.key, False, plan, place)

    @cached_property
    def sections(self) -> Mapping[str, tuple[Duty, ...]]:
        """The duties of each section of an outline and each row of a box."""
        sections: dict[str, tuple[Duty, ...]] = {}
        for duty in self.duties:
            sections[duty.section] = (*sections.get(duty.section, ()), duty)
        return sections

    @cached_property
    def standing(self) -> tuple[Contribution, ...]:
        """The contributions that are not set aside."""
        return tuple(one for one in self.contributions if not one.set_aside)

    @cached_property
    def unread(self) -> tuple[Contribution, ...]:
        """The contributions set aside of which nothing could be read, though they are of a kind."""
        aside = (
            one
            for one in self.contributions
            if one.set_aside and all(finding.rule != "file-format" for finding in one.findings)
        )
        return tuple(one for one in aside if not one.entries and not one.statistics)

    @cached_property
    def entries(self) -> tuple[Placed, ...]:
        """The entries of all contributions that are not set aside."""
        return tuple(
            Placed(contribution, number, entry)
            for contribution in self.standing
            for number, entry in enumerate(contribution.entries)
        )

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """The statistics that those entries and the amendments quote, each once for a text."""
        return tuple(
            Quote(key, place)
            for place, text in self._texts()
            for key in dict.fromkeys(statistics_quoted(text))
        )

    def _texts(self) -> Iterator[tuple[Location, str]]:
        """The texts of those entries and amendments that may quote one, and their places."""
        for one in self.entries:
            for path, text in _texts(one.entry):
                if "[[" in text:
                    yield one.place(*path), text
        for judged in self.judged:
            if judged.holds and judged.amendment.new:
                yield self.in_amendments(judged.number, "new"), judged.amendment.new

    @cached_property
    def layers(self) -> tuple[Layer, ...]:
        """The amendments as they apply to each document of the session."""
        plans = self.desk.session.documents
        return tuple(layer_of(self.desk, plan, self.standing) for plan in plans)

    @cached_property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """What texts and those that they go back to do not say alike."""
        return tuple(disagreements(self.desk, self.layers, self.standing))

    @cached_property
    def judged(self) -> tuple[Judged, ...]:
        """Each amendment, judged for a document that prints its entry: one that it holds in."""
        return tuple(
            next((one for one in found if one.holds), found[0])
            for found in map(self._judged, range(len(self.desk.amendments)))
        )

    @cached_property
    def written(self) -> tuple[Written, ...]:
        """The texts of those entries, the amendments and translations, the session, the labels."""
        return tuple(written_in(self.desk, self.standing, self.judged, self.languages))

    def _judged(self, number: int) -> list[Judged]:
        """An amendment as judged for each document that prints its entry, or else for all."""
        everywhere = [(layer, layer.judged[number]) for layer in self.layers]
        printing = [one for layer, one in everywhere if one.identity in layer.sections]
        return printing or [one for _, one in everywhere]


def box_rows(kind: Kind) -> tuple[str, ...]:
    """The rows of a kind's box that somebody writes: all but the line of underscores."""
    return tuple(row for row in kind.box if row != "rule")


def _texts(entry: Entry) -> Iterator[tuple[Path, str]]:
    """The texts of an entry and the cells of its table, and the way to each."""
    for language, text in entry.text.items():
        yield ("text", language), text
    for language, rows in (entry.table or {}).items():
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                yield ("table", language, row, column), cell
