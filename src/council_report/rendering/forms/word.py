"""A Form as a Word file: headings, entries with their ids in bookmarks, details under them."""

import io
import re
from collections.abc import Sequence
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from council_report.model.contribution import Entry, EntryKind, Statistic
from council_report.model.form import Form, FormSection
from council_report.model.guide import line_mark, mark_of
from council_report.model.language import version_of
from council_report.model.quoting import spelled_out
from council_report.model.text import Run, Text, parse_text, plain
from council_report.office.package import normalised
from council_report.rendering.forms.look import SHADE, empty_document
from council_report.rendering.forms.numbering import restarted_numbers
from council_report.rendering.forms.values import details_line, digits
from council_report.rendering.runs import as_runs
from council_report.rendering.typesetting import typeset

STYLES: dict[EntryKind, str] = {
    "paragraph": "Normal",
    "bullet": "List Bullet",
    "sub-bullet": "List Bullet 2",
    "numbered": "List Number",
    "table": "Caption",
}
"""The style that tells the kind of an entry."""

COLON = re.compile("[:\uff1a]")

STATISTIC_WIDTHS = (34, 20, 54, 24, 34)


def render_word_form(form: Form) -> bytes:
    """The Word file of a form, the same bytes for the same form."""
    writer = WordForm(form)
    writer.write()
    saved = io.BytesIO()
    writer.document.save(saved)
    return normalised(saved.getvalue())


class WordForm:
    """One Word form while it is being written."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.document = empty_document(form.title, form.language)
        self.bookmarks = 0

    def write(self) -> None:
        """Write everything, in the order in which it is read."""
        form = self.form
        self._fixed("Title", (Run(form.title),))
        self._facts()
        self._guide(form.guidance)
        for section in form.sections:
            self._section(section)
        self._statistics()
        self._guide(form.mandate_lines)
        typeset(self.document, form.language, form.fonts)

    def _facts(self) -> None:
        for line in self.form.facts:
            colon = COLON.search(line)
            end = colon.end() if colon else 0
            self._fixed("Form Guidance", (Run(line[:end], strong=True), Run(line[end:])))
        self._set_apart(len(self.form.facts))

    def _section(self, section: FormSection) -> None:
        self._line("Heading 1", section.heading)
        self._guide(section.guidance)
        numbers = restarted_numbers(self.document) if _has_numbers(section) else None
        for entry in section.entries:
            self._entry(entry, numbers)
        if not section.entries:
            self.document.add_paragraph()  # a line to begin on

    def _entry(self, entry: Entry, numbers: int | None) -> None:
        language = self.form.language
        text = spelled_out(parse_text(entry.text[language]))
        paragraph = self._paragraph(STYLES[entry.kind], text)
        self._mark(paragraph, mark_of(entry.id))
        if entry.kind == "numbered" and numbers is not None:
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = numbers
        details = details_line(entry, self.form.words)
        if details:
            paragraph.paragraph_format.keep_with_next = True
            paragraph.paragraph_format.space_after = Pt(2)
        if entry.table:
            rows = entry.table[language]
            self._table([[spelled_out(parse_text(cell)) for cell in row] for row in rows])
        if details:
            self._line("Entry Details", details)
        elif entry.table:
            self._line("Entry Details", "")  # Two tables would grow together.

    def _statistics(self) -> None:
        form = self.form
        names = form.words.fields
        self._line("Heading 1", names["statistics"])
        self._guide([form.statistics_guidance])
        header = [names[key] for key in ("key", "value", "unit", "as_of", "source")]
        rows = [header, *map(self._statistic, form.statistics), [""] * len(header)]
        cells = [[_plain(cell) for cell in row] for row in rows]
        self._table(cells, STATISTIC_WIDTHS)

    def _statistic(self, one: Statistic) -> list[str]:
        unit = version_of(one.unit, self.form.language, "en")
        return [one.key, digits(one.value), unit, one.as_of or "", one.source]

    def _guide(self, lines: Sequence[str]) -> None:
        for line in lines:
            self._fixed("Form Guidance", _plain(line))
        self._set_apart(len(lines))

    def _set_apart(self, lines: int) -> None:
        """Give the last lines, a block of ours, room above and below."""
        if lines:
            block = self.document.paragraphs[-lines:]
            block[0].paragraph_format.space_before = Pt(8)
            block[-1].paragraph_format.space_after = Pt(8)

    def _fixed(self, style: str, text: Text) -> None:
        """A line of our own, with the bookmark that vouches for it."""
        self._mark(self._paragraph(style, text), line_mark(plain(text)))

    def _line(self, style: str, words: str) -> None:
        self._paragraph(style, _plain(words))

    def _paragraph(self, style: str, text: Text) -> Any:
        paragraph = self.document.add_paragraph(style=style)
        self._write(paragraph, text)
        return paragraph

    def _write(self, paragraph: Any, text: Text) -> None:
        xml = f"<w:p {nsdecls('w', 'r')}>{as_runs(text, self._relation)}</w:p>"
        runs: Any = parse_xml(xml)  # python-docx says no more of it than object
        for element in runs[:]:
            paragraph._p.append(element)

    def _relation(self, href: str) -> str:
        part = self.document.part
        return str(part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    def _mark(self, paragraph: Any, name: str) -> None:
        """Set a bookmark around the text of a paragraph."""
        self.bookmarks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for element in (start, end):
            element.set(qn("w:id"), str(self.bookmarks))
        start.set(qn("w:name"), name)
        paragraph._p.pPr.addnext(start)
        paragraph._p.append(end)

    def _table(self, rows: Sequence[Sequence[Text]], widths: Sequence[int] = ()) -> None:
        """A table whose first row is repeated on each page it goes on to; widths in mm."""
        table = self.document.add_table(len(rows), max(map(len, rows)), style="Table Grid")
        for cells, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(cells.cells, texts, strict=False):
                self._write(cell.paragraphs[0], text)
        for column, width in zip(table.columns, widths, strict=False):
            column.width = Mm(width)
            for cell in column.cells:
                cell.width = Mm(width)
        for row in table.rows:
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for cell in table.rows[0].cells:
            shade = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{SHADE}"/>'
            cell._tc.get_or_add_tcPr().append(parse_xml(shade))


def _has_numbers(section: FormSection) -> bool:
    return any(entry.kind == "numbered" for entry in section.entries)


def _plain(words: str) -> Text:
    return (Run(words),) if words else ()
