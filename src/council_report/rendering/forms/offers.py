"""The drop-down lists of an Excel form, and what its cells for dates refuse."""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from council_report.model.form import Form
from council_report.rendering.forms.sheets import put

FIRST_ROW, LAST_ROW = 2, 1000
"""The rows that drop-down lists are offered in."""

STRICT = ("section", "kind", "status")
"""The fields that hold one word of their list, and no other."""

FIRST_DAY = 32874
"""The first of January 1990 as Excel counts days: a smaller number is a year that was typed."""


def write_choices(sheet: Worksheet, form: Form) -> None:
    """Write the words that drop-down lists offer, a list in a column."""
    for column, words in enumerate(form.choices.values(), 1):
        for row, word in enumerate(words, FIRST_ROW):
            put(sheet, row, column, word, locked=True)


def offer_lists(sheet: Worksheet, form: Form, fields: Sequence[str]) -> None:
    """Offer the lists in the columns of their fields; a field that may hold several takes more."""
    lists = quote_sheetname(form.words.sheets["lists"])
    for column, (field, words) in enumerate(form.choices.items(), 1):
        if words:
            letter = get_column_letter(column)
            validation = DataValidation(
                "list",
                formula1=f"{lists}!${letter}${FIRST_ROW}:${letter}${len(words) + 1}",
                allow_blank=True,
                showErrorMessage=field in STRICT,
            )
            _add(sheet, form, field, fields.index(field) + 1, validation)


def guard_dates(sheet: Worksheet, form: Form, field: str, column: int) -> None:
    """Refuse a year that is typed as a number: Excel would take it for a day long ago."""
    cell = f"{get_column_letter(column)}{FIRST_ROW}"
    formula = f"OR(ISTEXT({cell}),{cell}>={FIRST_DAY})"
    validation = DataValidation("custom", formula1=formula, allow_blank=True, showErrorMessage=True)
    _add(sheet, form, field, column, validation)


def _add(sheet: Worksheet, form: Form, field: str, column: int, validation: DataValidation) -> None:
    if prompt := form.words.prompts.get(field):
        validation.prompt = validation.error = prompt
        validation.promptTitle = form.words.fields[field]
        validation.showInputMessage = True
    letter = get_column_letter(column)
    validation.add(f"{letter}{FIRST_ROW}:{letter}{LAST_ROW}")
    sheet.add_data_validation(validation)
