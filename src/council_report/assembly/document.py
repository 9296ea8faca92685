"""Contributions made into a document in one language."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import Literal

from council_report.assembly.amending import Amending
from council_report.assembly.figures import number
from council_report.assembly.gaps import gaps_in, owed_by
from council_report.assembly.header import author_line, file_stem, header
from council_report.assembly.order import Placed, by_section, in_order
from council_report.assembly.references import linked
from council_report.assembly.sources import Sources
from council_report.assembly.titles import Titles
from council_report.assembly.wording import Wording
from council_report.model.amending import Said
from council_report.model.contribution import Contribution
from council_report.model.desk import Desk
from council_report.model.document import Block, BoxRow, Details, Document, Gap
from council_report.model.language import WITHOUT_ITALICS, Language
from council_report.model.location import Path
from council_report.model.session import DocumentPlan, Section
from council_report.model.text import Run, Text, parse_text
from council_report.typography.fixing import normalised

RULE = "_" * 18
DASH = "\N{EN DASH}"


def assemble(
    desk: Desk, plan: DocumentPlan, contributions: Sequence[Contribution], language: Language
) -> Document:
    """The document of a plan in one language; files set aside take no part, their gaps are marked.

    Amendments that do not hold change nothing. The desk must be free of findings of severity error.
    """
    return Assembly(desk, plan, contributions, language).document()


class Assembly:
    """One document while it is being assembled."""

    def __init__(
        self,
        desk: Desk,
        plan: DocumentPlan,
        contributions: Sequence[Contribution],
        language: Language,
    ) -> None:
        self.desk = desk
        self.plan = plan
        self.contributions = contributions
        self.language = language
        self.kind = desk.kinds[plan.kind]
        self.wording = Wording(desk.catalogues[language])
        self.sources = Sources(desk, plan, language)
        self.titles = Titles(desk, plan, self.wording)
        self.names = {
            one.key: self.titles.say("contributors", number, "name")
            for number, one in enumerate(desk.session.contributors)
        }
        self.amending = Amending(desk, plan, contributions)
        self.entries = by_section(contributions, language)
        self.figures = {
            statistic.key: number(statistic.value, desk.catalogues[language])
            for contribution in contributions
            if not contribution.set_aside
            for statistic in contribution.statistics
        }
        self.gaps: list[Gap] = []

    def document(self) -> Document:
        """The document, its box first, then its sections in the order of the outline."""
        session, plan, wording, titles = self.desk.session, self.plan, self.wording, self.titles
        box = tuple(self._box_row(*row) for row in enumerate(self.kind.box))
        blocks = tuple(self._body())
        return Document(
            session=session.code,
            kind=plan.kind,
            language=self.language,
            file_stem=file_stem(session, plan),
            header=header(session, plan, wording, titles),
            author=author_line(session, plan, self.kind, wording, titles),
            title=titles.say(*self._planned("title"), capitals=True),
            sources=self.sources.lines(),
            box=box,
            blocks=blocks,
            gaps=tuple(self.gaps),
            provisional=wording.provisional,
            statistics=_statistics_in(box, blocks),
        )

    def _box_row(self, number: int, key: str) -> BoxRow:
        if key == "rule":
            source = self.sources.box_row(number)
            rule = Block(kind="rule", section=key, text=(Run(RULE),), source=source)
            return BoxRow(key=key, label="", source=source, blocks=(rule,))
        blocks = tuple(self._section_blocks(key, "1"))
        label = f"box.{key}"
        source = self.sources.label(label)
        return BoxRow(key=key, label=self.wording.say(label), source=source, blocks=blocks)

    def _body(self) -> Iterable[Block]:
        headings = 0
        for index, section in enumerate(self.plan.outline):
            if section.title:
                headings += 1
                title = self.titles.say(*self._planned("outline", index, "title"))
                yield self._heading(section, title, headings)
            yield from self._section_blocks(section.key, section.numbering)

    def _planned(self, *way: str | int) -> Path:
        """The way to a text of the plan of the document."""
        return "documents", self.sources.number, *way

    def _heading(self, section: Section, title: str, count: int) -> Block:
        marker = str(count) if self.kind.headings == "numbered" else ""
        text = (Run(title),)
        source = self.sources.heading(section.key)
        return Block(kind="heading", section=section.key, marker=marker, text=text, source=source)

    def _section_blocks(self, section: str, numbering: Literal["1", "1)"]) -> Iterable[Block]:
        placed = self.entries.get(section, [])
        owed = owed_by(self.plan, section)
        gaps = gaps_in(section, owed, placed, self.contributions)
        awaited = {gap.contributor: gap for gap in gaps}
        count = 0
        for contributor, entries in in_order(placed, owed, self.desk.session):
            for one in chain.from_iterable(map(self.amending.printed, entries)):
                count += one.entry.kind == "numbered"
                yield self._block(one, numbering.replace("1", str(count)))
            if contributor in awaited:
                yield self._placeholder(awaited[contributor])
        self.gaps += gaps

    def _block(self, placed: Placed, point: str) -> Block:
        entry, said = placed.entry, self.amending.said(placed, self.language)
        markers = {"bullet": DASH, "sub-bullet": DASH, "numbered": point}
        return Block(
            kind=entry.kind,
            section=entry.section,
            marker=markers.get(entry.kind, ""),
            text=self._text(said),
            rows=tuple(
                tuple(self._finished(cell, said.rows_language or said.language) for cell in row)
                for row in said.rows or ()
            ),
            contributor=placed.contribution.contributor,
            entry=entry.id,
            source=self.amending.source(placed, said, self.language),
            said=said.sent,
            said_rows=said.sent_rows,
            details=Details.of(entry),
            amendments=said.amendments,
            state=said.state,
            translated_by=said.translation.made_by if said.translation else "",
        )

    def _placeholder(self, gap: Gap) -> Block:
        words = self.wording.say("awaited", contributor=self.names[gap.contributor])
        return Block(
            kind="placeholder",
            section=gap.section,
            text=(Run(words),),
            source=self.sources.heading(gap.section),
            contributor=gap.contributor,
        )

    def _text(self, said: Said) -> Text:
        """A text in the document's language, or in another, marked as not translated.

        Where it is only the rows of a table that are not translated, its caption says so. A
        translation that is out of date is marked, too.
        """
        text = self._finished(said.text, said.language)
        if not said.is_in_language:
            return self._marked("untranslated", text)
        return self._marked("outdated", text) if said.state == "outdated" else text

    def _marked(self, label: str, text: Text) -> Text:
        """A text within the words of a label, which are set in bold."""
        before, _, after = self.wording.say(label, text="\0").partition("\0")
        runs = (Run(before, strong=True), *text, Run(after, strong=True))
        return tuple(run for run in runs if run.text)

    def _finished(self, source: str, language: Language) -> Text:
        """A text in the Markdown subset as runs, set as its language has it.

        Its statistics are written out, its symbols linked.
        """
        runs, _ = normalised(parse_text(source), language)
        if language != self.language or any(run.statistic or run.emphasis for run in runs):
            runs = tuple(self._set(self._quoted(run), language) for run in runs)
        return linked(runs, self.language)

    def _set(self, run: Run, language: Language) -> Run:
        """A run in its language, with such looks as that language has."""
        if run.emphasis and language in WITHOUT_ITALICS:
            run = replace(run, emphasis=False)
        return run if language == self.language else replace(run, language=language)

    def _quoted(self, run: Run) -> Run:
        if run.statistic is None:
            return run
        figure = self.figures.get(run.statistic) or self.wording.say("pending.statistic")
        return replace(run, text=figure)


def _statistics_in(box: Sequence[BoxRow], blocks: Sequence[Block]) -> tuple[str, ...]:
    """The keys of the statistics quoted, in the order in which they are first quoted."""
    everything = [block for row in box for block in row.blocks] + list(blocks)
    texts = (text for block in everything for text in chain((block.text,), *block.rows))
    return tuple(dict.fromkeys(run.statistic for text in texts for run in text if run.statistic))
