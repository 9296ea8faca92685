"""What the comments of a review edition say."""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from council_report.model.amendment import Amendment
from council_report.model.contribution import STATUS_WORDS, Contribution, Statistic
from council_report.model.desk import Desk
from council_report.model.document import Block, Details, Document, Printed
from council_report.model.finding import Finding
from council_report.model.language import Language, Translations
from council_report.model.location import Location, shortened
from council_report.model.message import Message
from council_report.model.session import Key
from council_report.rendering.receipts.words import SEVERITIES

Note = tuple[Message, ...]
"""The lines of a comment."""

FROM_THE_TEMPLATE: Note = (Message("From the Word template"),)

LABELS = {"header.symbol": "header.document", "placeholder": "awaited"}
"""The labels that parts of a document are printed with, where they are not called the same."""

DIGITS = 12
"""How many digits of a digest are enough for a person to tell files apart."""


def about(finding: Finding) -> Note:
    """What is wrong, what to do, and the place that was found to be wrong."""
    severity = SEVERITIES[finding.severity]
    return (
        Message("{severity}: {message}", severity=severity, message=finding.message),
        finding.remedy,
        Message("Place: {place}", place=finding.location.shown),
    )


class Notes:
    """What is known of the lines of a document, for the comments on them."""

    def __init__(
        self, document: Document, desk: Desk, contributions: Sequence[Contribution]
    ) -> None:
        self.document = document
        self.names = {one.key: one.name for one in desk.session.contributors}
        mandates = desk.mandates.mandates if desk.mandates else ()
        self.mandates = {one.id: one.text for one in mandates}
        self.statistics: dict[Key, Statistic] = {}
        for contribution in contributions:
            for one in contribution.statistics if not contribution.set_aside else ():
                self.statistics.setdefault(one.key, one)
        self.digests = {one.name: one.digest for one in (*desk.earlier_files, *desk.files)}
        self.digests |= {one.file: one.digest for one in contributions}

    def on(self, line: Printed) -> Note:
        """Who sent a line and where it stands; of an entry, all that is known of it."""
        block = line.block
        if block is None or not block.entry or line.part == "label":
            return tuple(self._on_words_of_ours(line))
        return tuple(self._on_entry(block))

    def _on_words_of_ours(self, line: Printed) -> Iterator[Message]:
        block = line.block
        if line.part == "placeholder" and block and block.contributor:
            yield Message("Awaited from {contributor}", contributor=self._name(block.contributor))
        yield Message("From {place}", place=line.source.shown)
        if self._is_provisional(line):
            yield Message("ITU has not confirmed these words yet.")

    def _is_provisional(self, line: Printed) -> bool:
        if line.part == "author":
            return any(label.startswith("author.") for label in self.document.provisional)
        box = f"box.{line.block.section}" if line.part == "label" and line.block else ""
        label = box or LABELS.get(line.part, line.part.replace("_", "-"))
        return label in self.document.provisional

    def _on_entry(self, block: Block) -> Iterator[Message]:
        name = self._name(block.contributor) if block.contributor else ""
        yield Message("{contributor}: {place}", contributor=name, place=block.source.shown)
        yield Message("Id of the text: {entry}", entry=block.entry)
        for amendment in block.amendments:
            yield _amended(amendment)
        if block.details:
            for mandate in block.details.mandates:
                yield self._mandate(mandate)
            names = self.names.get(block.contributor or "", {})
            yield from _details(block.details, names.values())
        yield from self._figures(block)
        yield from self._digest(block.source)

    def _mandate(self, mandate: str) -> Message:
        if mandate not in self.mandates:
            return Message("Mandate {mandate}", mandate=mandate)
        text = shortened(_in(self.document.language, self.mandates[mandate]), 120)
        return Message("Mandate {mandate}: {text}", mandate=mandate, text=text)

    def _figures(self, block: Block) -> Iterator[Message]:
        runs = chain(block.text, *chain.from_iterable(block.rows))
        for key, value in {run.statistic: run.text for run in runs}.items():
            if key in self.statistics:
                yield self._figure(self.statistics[key], value)

    def _figure(self, one: Statistic, value: str) -> Message:
        unit = _in(self.document.language, one.unit)
        if one.as_of is None:
            return Message(
                "Statistic {key}: {value} {unit}; source: {source}",
                key=one.key,
                value=value,
                unit=unit,
                source=one.source,
            )
        return Message(
            "Statistic {key}: {value} {unit}, as of {day}; source: {source}",
            key=one.key,
            value=value,
            unit=unit,
            day=one.as_of,
            source=one.source,
        )

    def _name(self, contributor: Key) -> str:
        names = self.names.get(contributor)
        return _in(self.document.language, names) if names else contributor

    def _digest(self, source: Location) -> Iterator[Message]:
        digest = self.digests.get(source.file)
        if digest:
            yield Message("Digest of the file (SHA-256): {digest}…", digest=digest[:DIGITS])


def _in(language: Language, texts: Translations) -> str:
    """A text in a language, else in English, else in the first that there is."""
    return texts.get(language) or texts.get("en") or next(iter(texts.values()))


def _details(details: Details, names: Collection[str]) -> Iterator[Message]:
    """What is known beside mandates; a unit only where it has none of the contributor's names."""
    if details.unit and details.unit not in names:
        yield Message("Unit: {unit}", unit=details.unit)
    if details.status:
        yield Message("Status: {status}", status=STATUS_WORDS[details.status])
    if details.dates:
        yield Message("Dates: {dates}", dates=", ".join(details.dates))
    if details.countries:
        yield Message("Countries: {countries}", countries=", ".join(details.countries))
    if details.partners:
        yield Message("Partners: {partners}", partners="; ".join(details.partners))
    if details.references:
        yield Message("References: {references}", references="; ".join(details.references))


def _amended(one: Amendment) -> Message:
    who = (
        Message("Added by {author} on {day}", author=one.by, day=one.on)
        if one.action == "add"
        else Message("Amended by {author} on {day}", author=one.by, day=one.on)
    )
    return Message("{who}: {why}", who=who, why=one.why) if one.why else who
