"""Our Word table that came back, read row by row."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from council_report.intake.documents.revisions import change_findings
from council_report.intake.documents.wordcomments import comment_finding
from council_report.intake.translated.units import returned_unit, source_of
from council_report.intake.translated.unreadable import not_ours, nothing_in
from council_report.model.edited import EditedCopy, EditedParagraph
from council_report.model.finding import Finding
from council_report.model.location import Location, shortened
from council_report.model.quoting import spelled_out, with_quotes
from council_report.model.spacing import tidied
from council_report.model.text import Run, Text, plain
from council_report.model.translation import JOB_LINE, Returned, ReturnedUnit, Unit

Cells = dict[int, list[EditedParagraph]]
"""The paragraphs of the cells of a row, by column."""

Reading = tuple[Returned, tuple[Finding, ...]]


class Sheet(NamedTuple):
    """A table that begins with the line of a job: session, languages, and the rows below."""

    session: str
    source_language: str
    language: str
    rows: Sequence[Cells]


def table_in(copy: EditedCopy, units: Mapping[str, Unit]) -> Reading:
    """What a Word file returns that was read as an edited copy, and what is to be said of it.

    A row is known by the id in its first cell; the last cell is the translation. Tracked changes in
    it are an error: nobody but the translator knows which of them are meant.
    """
    if not copy.paragraphs:
        return _returned(copy, ()), tuple(_refusals(copy))
    sheets = [*_sheets(copy)]
    if not sheets:
        return _returned(copy, ()), (not_ours(copy.file),)
    found = tuple(
        unit for sheet in sheets for row in sheet.rows for unit in _unit(row, copy.file, units)
    )
    returned = _returned(copy, sheets).model_copy(update={"units": found})
    inside = [one for one in copy.paragraphs if one.cell]
    findings = (
        *(() if found else (nothing_in(copy.file),)),
        *change_findings(copy.file, "refuse", map(_changed, inside)),
        *_remarks(copy),
        *copy.findings,
    )
    return returned, findings


def _returned(copy: EditedCopy, sheets: Sequence[Sheet]) -> Returned:
    def only(values: Iterator[str]) -> str | None:
        different = set(values)
        return different.pop() if len(different) == 1 else None

    return Returned(
        file=copy.file,
        session=only(sheet.session for sheet in sheets),
        source_language=only(sheet.source_language for sheet in sheets),
        language=only(sheet.language for sheet in sheets),
        units=(),
    )


def _refusals(copy: EditedCopy) -> Iterator[Finding]:
    """Why a file was not read; of one of another kind, what was expected."""
    for finding in copy.findings:
        yield not_ours(copy.file) if finding.rule == "file-format" else finding


def _sheets(copy: EditedCopy) -> Iterator[Sheet]:
    tables: dict[int, dict[int, Cells]] = {}
    for paragraph in copy.paragraphs:
        if paragraph.part == "body" and paragraph.cell:
            table, row, column = paragraph.cell
            cells = tables.setdefault(table, {}).setdefault(row, {})
            cells.setdefault(column, []).append(paragraph)
    for rows in tables.values():
        first, *rest = rows.values()
        line = JOB_LINE.search(plain(_text(first.get(1, ()))))
        if line:
            yield Sheet(line[1], line[2], line[3], rest)


def _unit(cells: Cells, file: str, units: Mapping[str, Unit]) -> Iterator[ReturnedUnit]:
    """The unit in a row, if the row has an id."""
    given = "".join(plain(_text(cells.get(1, [])[:1])).split())
    if not given or len(cells) < 3:
        return
    known = units.get(given)
    quoted, said = (with_quotes(_text(cells[column])) for column in (2, max(cells)))
    is_same = known is not None and _words(quoted) == _words(source_of(known))
    number = cells[max(cells)][0].number
    place = Location(file, paragraph=number, words=shortened(plain(quoted)))
    yield returned_unit(given, known, None if is_same else quoted, said, place)


def _text(paragraphs: Sequence[EditedParagraph]) -> Text:
    """The text of a cell: its paragraphs as one."""
    runs = [run for one in paragraphs for run in (*(one.after or ()), Run(" "))]
    return tidied(tuple(runs))


def _words(text: Text) -> list[str]:
    """The words and statistics of a text: programs may save a source in other runs."""
    return plain(spelled_out(text)).split()


def _changed(paragraph: EditedParagraph) -> tuple[int, str, str]:
    return paragraph.number, plain(paragraph.before or ()), plain(paragraph.after or ())


def _remarks(copy: EditedCopy) -> Iterator[Finding]:
    for paragraph in copy.paragraphs:
        for remark in paragraph.remarks:
            place = Location(copy.file, paragraph=paragraph.number, words=shortened(remark.words))
            yield comment_finding(place, remark.author, " ".join(remark.text.split()))
