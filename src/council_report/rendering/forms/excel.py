"""A Form as an Excel file: one row per entry, drop-down lists, sheets of statistics and help."""

import io
from collections.abc import Mapping

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from council_report.model.contribution import Entry
from council_report.model.form import Form
from council_report.model.language import version_of
from council_report.office.package import normalised
from council_report.rendering.forms.offers import (
    FIRST_ROW,
    guard_dates,
    offer_lists,
    write_choices,
)
from council_report.rendering.forms.scripts import line_height, set_script, widest
from council_report.rendering.forms.sheets import (
    fit_rows,
    protect,
    put,
    put_header,
    put_number,
    set_columns,
    set_page,
)
from council_report.rendering.forms.values import LISTS, listed

ENTRY_COLUMNS = {
    "id": 19,
    "section": 20,
    "kind": 11,
    "text": 62,
    "unit": 13,
    "status": 10,
    "dates": 22,
    "mandates": 10,
    "countries": 9,
    "partners": 15,
    "references": 19,
    "table": 11,
}
"""The columns of the sheet of entries and their widths, in characters."""

STATISTIC_COLUMNS = {"key": 24, "value": 16, "unit": 50, "as_of": 16, "source": 40}
DATES = ("dates", "as_of")


def render_excel_form(form: Form) -> bytes:
    """The Excel file of a form, the same bytes for the same form.

    Raises UsageError for a text longer than Excel can hold in a cell.
    """
    writer = ExcelForm(form)
    writer.write()
    saved = io.BytesIO()
    writer.book.save(saved)
    return normalised(saved.getvalue())


class ExcelForm:
    """One Excel form while it is being written."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.book = Workbook()
        self.tables = 0
        properties = self.book.properties
        properties.creator = None
        properties.title, properties.language = form.title, form.language

    def write(self) -> None:
        """Write every sheet: that of the entries first, those of their tables last."""
        words = self.form.words
        entries = self.book.worksheets[0]
        entries.title = words.sheets["entries"]
        set_page(entries)
        self._statistics(self._sheet(words.fields["statistics"]))
        self._instructions(self._sheet(words.sheets["instructions"]))
        self._lists(self._sheet(words.sheets["lists"]))
        self._entries(entries)
        for sheet in self.book.worksheets:
            set_script(sheet, self.form.language, self.form.fonts)
            fit_rows(sheet, line_height(self.form.language))

    def _sheet(self, name: str) -> Worksheet:
        sheet: Worksheet = self.book.create_sheet(name)
        set_page(sheet)
        return sheet

    def _entries(self, sheet: Worksheet) -> None:
        put_header(sheet, [self.form.words.fields[field] for field in ENTRY_COLUMNS])
        set_columns(sheet, self._widths(ENTRY_COLUMNS), DATES)
        sheet.freeze_panes = "B2"
        row = FIRST_ROW
        for section in self.form.sections:
            for entry in section.entries:
                self._entry(sheet, row, entry, section.heading)
                row += 1
        offer_lists(sheet, self.form, list(ENTRY_COLUMNS))
        guard_dates(sheet, self.form, "dates", list(ENTRY_COLUMNS).index("dates") + 1)
        protect(sheet)

    def _widths(self, columns: Mapping[str, int]) -> dict[str, int]:
        """The widths of columns, none less than the longest word at its head or in its list."""
        words = self.form.words
        known = {"kind": words.kinds.values(), "status": words.statuses.values()}
        return {
            field: max(width, widest((words.fields[field], *known.get(field, ()))))
            for field, width in columns.items()
        }

    def _entry(self, sheet: Worksheet, row: int, entry: Entry, heading: str) -> None:
        words = self.form.words
        values = {
            "id": entry.id,
            "section": heading,
            "kind": words.kinds[entry.kind],
            "text": entry.text[self.form.language],
            "unit": entry.unit or "",
            "status": words.statuses[entry.status] if entry.status else "",
            **{field: listed(getattr(entry, field)) for field in LISTS},
            "table": self._table(entry) if entry.table else "",
        }
        for column, field in enumerate(ENTRY_COLUMNS, 1):
            put(sheet, row, column, values[field], is_date=field in DATES, locked=field == "id")

    def _table(self, entry: Entry) -> str:
        """The name of a new sheet with the rows of an entry."""
        self.tables += 1
        sheet = self._sheet(f"{self.form.words.fields['table']} {self.tables}")
        for number, row in enumerate((entry.table or {})[self.form.language], 1):
            for column, words in enumerate(row, 1):
                put(sheet, number, column, words)
                sheet.column_dimensions[get_column_letter(column)].width = 30
        return str(sheet.title)

    def _statistics(self, sheet: Worksheet) -> None:
        fields = self.form.words.fields
        put_header(sheet, [fields[field] for field in STATISTIC_COLUMNS])
        set_columns(sheet, self._widths(STATISTIC_COLUMNS), DATES)
        sheet.freeze_panes = "A2"
        for row, one in enumerate(self.form.statistics, FIRST_ROW):
            put(sheet, row, 1, one.key)
            put_number(sheet, row, 2, one.value)
            put(sheet, row, 3, version_of(one.unit, self.form.language, "en"))
            put(sheet, row, 4, one.as_of or "", is_date=True)
            put(sheet, row, 5, one.source)
        guard_dates(sheet, self.form, "as_of", list(STATISTIC_COLUMNS).index("as_of") + 1)

    def _instructions(self, sheet: Worksheet) -> None:
        form = self.form
        remarks = [line for section in form.sections for line in section.guidance]
        lines = (
            *form.facts,
            *form.instructions,
            form.statistics_guidance,
            *remarks,
            *form.mandate_lines,
        )
        for row, line in enumerate((form.title, *lines), 1):
            put(sheet, row, 1, line, locked=True)
        sheet["A1"].font = Font(bold=True, size=16, color="1B4F8A")
        sheet.column_dimensions["A"].width = 110
        protect(sheet)

    def _lists(self, sheet: Worksheet) -> None:
        put(sheet, 1, 1, self.form.lists_note, locked=True)
        write_choices(sheet, self.form)
        sheet.column_dimensions["A"].width = 60
        sheet.print_area = "A1"
        protect(sheet)
