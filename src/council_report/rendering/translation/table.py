"""A Job as a Word table: source and translation side by side, for translators without a tool."""

import io
from collections.abc import Iterator, Sequence
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from council_report.model.catalogue import Fonts
from council_report.model.language import Language
from council_report.model.message import Message, Wording
from council_report.model.quoting import spelled_out
from council_report.model.text import Run, Text, parse_text
from council_report.model.translation import WANTED, Job, Unit, job_line
from council_report.office.package import normalised
from council_report.rendering.forms.look import GREY, empty_document
from council_report.rendering.translation.cells import Cells, table_xml
from council_report.rendering.typesetting import typeset

WIDTHS, WIDTHS_WITH_FORMER, TERM_WIDTHS = (42, 105, 106), (42, 70, 70, 71), (126, 127)
"""The widths of the columns in mm: of units, without and with previous translations; of terms."""

TEXT, NOTE = "TranslationText", "TranslationNote"
"""The styles of what is translated, and of what stands around it."""

INSTRUCTIONS = (
    Message("Write each translation into the last column. Change nothing in the other columns."),
    Message("A mark such as [[key]] stands for a number. Copy it as it is, brackets included."),
    Message("Keep links and bold words: copy them from the source, then translate their words."),
    Message("Where a previous translation is shown, its source has changed since it was made."),
    Message("Accept all tracked changes before you send the file back."),
)

SOURCE = Message("Source text")
FORMER = Message("Previous translation")
TRANSLATION = Message("Translation")
"""The titles of the columns."""


def table_of(job: Job, fonts: Fonts, wording: Wording) -> bytes:
    """The Word file of a job, the same bytes for the same arguments.

    ``fonts`` are those of the language of the job, ``wording`` its messages, in which the
    instructions are. There is a table for each language of sources, which begins with its
    ``job_line``. A unit is a row that begins with its id; its last cell holds the translation if
    there is one that holds, and else is empty.
    """
    writer = TranslationTable(job, wording)
    writer.write()
    typeset(writer.document, job.language, fonts)
    saved = io.BytesIO()
    writer.document.save(saved)
    return normalised(saved.getvalue())


class TranslationTable:
    """One Word table for translators while it is being written."""

    def __init__(self, job: Job, wording: Wording) -> None:
        self.job = job
        self.wording = wording
        self.title = Message("Translations for {session}", session=job.session)
        self.document = empty_document(self.title.said(wording), job.language)
        self.cells = Cells(self._relation)
        _set_up(self.document)

    def write(self) -> None:
        """Write everything, in the order in which it is read."""
        job = self.job
        self._add(self._said(self.title, "Title"))
        for line in INSTRUCTIONS:
            self._add(self._said(line, "FormGuidance"))
        for language in dict.fromkeys(unit.source_language for unit in job.units):
            self._add(self._note("", language))  # Two tables would grow together.
            self._units([one for one in job.units if one.source_language == language], language)
        if job.units and job.terms:
            self._add(self._said(Message("Words to use"), "Heading1"))
            self._terms(job.units[0].source_language)

    def _units(self, units: Sequence[Unit], language: Language) -> None:
        has_former = any(unit.state == "outdated" and unit.text for unit in units)
        titles = (SOURCE, *((FORMER,) if has_former else ()), TRANSLATION)
        line = self._note(job_line(self.job.session, language, self.job.language), language)
        rows = [[line, *(self._said(title, TEXT) for title in titles)]]
        rows += [[*self._unit(unit, has_former)] for unit in units]
        self._table(rows, WIDTHS_WITH_FORMER if has_former else WIDTHS)

    def _unit(self, unit: Unit, has_former: bool) -> Iterator[str]:
        text = spelled_out(parse_text(unit.text or ""))
        yield "".join(self._about(unit))
        source = spelled_out(parse_text(unit.source))
        yield self.cells.paragraph(source, unit.source_language, TEXT)
        if has_former:
            former = text if unit.state == "outdated" else ()
            yield self.cells.paragraph(former, unit.language, TEXT)
        held = text if unit.state not in WANTED else ()
        yield self.cells.paragraph(held, unit.language, TEXT)

    def _about(self, unit: Unit) -> Iterator[str]:
        """What a translator should know of a unit; its id is the first of it."""
        source = parse_text(unit.source)
        links = dict.fromkeys(run.href for run in source if run.href)
        figures = [f"[[{key}]] = {value}" for key, value in unit.figures.items()]
        for words in filter(None, (unit.id, unit.section, unit.unit, *figures, *links)):
            yield self._note(words, unit.source_language)
        yield self._said(Message("at most {count} characters", count=unit.limit), NOTE)

    def _terms(self, language: Language) -> None:
        rows = [[self._said(SOURCE, TEXT), self._said(TRANSLATION, TEXT)]]
        for term in self.job.terms:
            source = self.cells.paragraph(_plain(term.source), language, TEXT)
            rows.append(
                [source, self.cells.paragraph(_plain(term.target), self.job.language, TEXT)]
            )
        self._table(rows, TERM_WIDTHS)

    def _table(self, rows: Sequence[Sequence[str]], widths: Sequence[int]) -> None:
        self._add(table_xml(rows, widths))

    def _said(self, message: Message, style: str) -> str:
        """A line in the language of the translators, in English where that has no words for it."""
        language: Language = self.job.language if message.known_in(self.wording) else "en"
        return self.cells.paragraph(_plain(message.said(self.wording)), language, style)

    def _note(self, words: str, language: Language) -> str:
        return self.cells.paragraph(_plain(words), language, NOTE)

    def _add(self, xml: str) -> None:
        self.document.element.body.sectPr.addprevious(parse_xml(xml))

    def _relation(self, href: str) -> str:
        part = self.document.part
        return str(part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))


def _set_up(document: Any) -> None:
    """Turn the page, and add the styles of the table."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    for name, size, color in (
        ("Translation Text", 10.5, RGBColor(0, 0, 0)),
        ("Translation Note", 8, GREY),
    ):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.paragraph_format.space_after = Pt(2)
        style.font.size, style.font.color.rgb = Pt(size), color
        large = OxmlElement("w:szCs")
        large.set(qn("w:val"), str(round(size * 2)))
        style.element.rPr.append(large)


def _plain(words: str) -> Text:
    return (Run(words),) if words else ()
