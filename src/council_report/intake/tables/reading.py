"""A file of tables made into a contribution: which sheets hold what, and what is left over."""

import zipfile
from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from lxml import etree

from council_report.intake.sections import folded
from council_report.intake.tables import excel, odf, separated
from council_report.intake.tables.cells import MOST_CELLS, Sheet
from council_report.intake.tables.columns import check_columns
from council_report.intake.tables.entries import read_entries
from council_report.intake.tables.grids import Grids
from council_report.intake.tables.headers import Header, find_header
from council_report.intake.tables.leftovers import tell_hidden, tell_other_form, tell_unread
from council_report.intake.tables.outcome import Outcome
from council_report.intake.tables.statistics import read_statistics
from council_report.intake.tables.telling import tell_forbidden, tell_merged
from council_report.model.contribution import Contribution
from council_report.model.guide import Guide
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.source import SourceFile

Form = Literal["xlsx", "ods", "csv"]


def read_table(source: SourceFile, form: Form, guide: Guide) -> Contribution:
    """The entries and statistics of a file that the gate let pass, and what is wrong with it."""
    outcome = Outcome(source.name, guide)
    _read(_sheets(source.data, form, outcome), outcome)
    return Contribution(
        contributor=source.sender,
        file=source.name,
        digest=source.digest,
        statistics=tuple(outcome.statistics),
        entries=tuple(outcome.entries),
        places=outcome.places,
        claims=tuple(outcome.claims),
        findings=outcome.told(),
    )


def _sheets(data: bytes, form: Form, outcome: Outcome) -> list[Sheet]:
    """The sheets of a file, as many of them as there is room for; none if it is damaged."""
    sheets: list[Sheet] = []
    cells = 0
    try:
        for sheet in READERS[form](data, outcome):
            cells += len(sheet.cells)
            if cells > MOST_CELLS:
                sheet.give_up()
            sheets.append(sheet)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, ValueError, StopIteration):
        message = Message("the file is damaged: a part of it is missing or cannot be read")
        remedy = Message("Open it, save it anew under another name, and send that.")
        outcome.record.tell("file-damaged", "error", Location(outcome.file), message, remedy)
    return sheets


def _read(sheets: list[Sheet], outcome: Outcome) -> None:
    """Read the entries, then the statistics, and tell what is left over."""
    if not any(sheet.cells for sheet in sheets) and not outcome.told():
        place, remedy = Location(outcome.file), Message("Send the file again.")
        outcome.record.tell("file-empty", "error", place, Message("the file is empty"), remedy)
    headers = {
        index: header
        for index, sheet in enumerate(sheets)
        if outcome.foreign(sheet) and (header := find_header(sheet, outcome.guide))
    }
    named = _named(sheets, headers)
    grids = {index for index, sheet in enumerate(sheets) if folded(sheet.name or "") in named}
    tables = Grids({sheets[index].name or "": sheets[index] for index in grids})
    headers = {index: header for index, header in headers.items() if index not in grids}
    for index, header in sorted(headers.items(), key=lambda one: one[1].of):
        _read_headed(sheets[index], header, tables, outcome)
    for index, sheet in enumerate(sheets):
        tell_forbidden(sheet)
        tell_other_form(sheet, outcome)
        tell_hidden(sheet, headers.get(index), outcome)
        if index not in headers and index not in grids:
            tell_unread(sheet, outcome)


def _named(sheets: list[Sheet], headers: dict[int, Header]) -> set[str]:
    """The names of sheets that entries on other sheets say hold the rows of a table."""
    named = set()
    for index, header in headers.items():
        columns = [at for at, one in header.columns.items() if one.field == "table"]
        for (row, at), cell in sheets[index].cells.items():
            is_own = folded(cell.text) == folded(sheets[index].name or "")
            if row > header.row and at in columns and not is_own:
                named.add(folded(cell.text))
    return named


def _read_headed(sheet: Sheet, header: Header, tables: Grids, outcome: Outcome) -> None:
    check_columns(sheet, header, outcome)
    for span in sheet.merged:
        cell = sheet.cells.get((span.top, span.left))
        if cell and span.bottom >= header.row and span.left in header.columns:
            tell_merged(sheet, (span.top, span.left), cell.text)
    if header.of == "entries":
        read_entries(sheet, header, tables, outcome)
    else:
        read_statistics(sheet, header, outcome)


READERS: Mapping[Form, Callable[[bytes, Outcome], Iterable[Sheet]]] = {
    "xlsx": excel.read_sheets,
    "ods": odf.read_sheets,
    "csv": separated.read_sheets,
}
