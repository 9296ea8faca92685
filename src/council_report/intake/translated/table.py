"""Our Word table that came back, read row by row."""

from collections.abc import Iterator, Mapping, Sequence

from council_report.intake.documents.revisions import change_findings
from council_report.intake.documents.wordcomments import comment_finding
from council_report.intake.translated.sheets import Cells, Sheet, sheets_in, text_of
from council_report.intake.translated.units import returned_unit, source_of
from council_report.intake.translated.unread import unread_in
from council_report.intake.translated.unreadable import not_ours, nothing_in
from council_report.model.edited import EditedCopy, EditedParagraph
from council_report.model.finding import Finding
from council_report.model.location import Location, shortened
from council_report.model.quoting import spelled_out, with_quotes
from council_report.model.text import Text, parse_text, plain
from council_report.model.translation import Returned, ReturnedUnit, Unit

Reading = tuple[Returned, tuple[Finding, ...]]


def table_in(copy: EditedCopy, units: Mapping[str, Unit]) -> Reading:
    """What a Word file returns that was read as an edited copy, and what is to be said of it.

    A row is known by the id in its first cell; the last cell is the translation. Tracked changes in
    it are an error: nobody but the translator knows which of them are meant. So are words in no row
    that has an id: they may be a translation.
    """
    if not copy.paragraphs:
        return _returned(copy, ()), tuple(_refusals(copy))
    sheets = [*sheets_in(copy, units)]
    if not sheets:
        return _returned(copy, ()), (not_ours(copy.file),)
    found = tuple(
        _unit(given, row, copy.file, units)
        for sheet in sheets
        for row in sheet.rows
        if (given := sheet.id_in(row))
    )
    returned = _returned(copy, sheets).model_copy(update={"units": found})
    inside = [one for one in copy.paragraphs if one.cell]
    findings = (
        *(() if found else (nothing_in(copy.file),)),
        *change_findings(copy.file, "refuse", map(_changed, inside)),
        *unread_in(copy, sheets),
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


def _unit(given: str, cells: Cells, file: str, units: Mapping[str, Unit]) -> ReturnedUnit:
    """The unit in a row with this id."""
    known = units.get(given)
    quoted, said = (with_quotes(text_of(cells[column])) for column in (2, max(cells)))
    is_same = known is not None and _words(quoted) == _words(source_of(known))
    number = cells[max(cells)][0].number
    place = Location(file, paragraph=number, words=shortened(plain(quoted)))
    target = () if known and _is_former(said, known, len(cells)) else said
    return returned_unit(given, known, None if is_same else quoted, target, place)


def _is_former(said: Text, known: Unit, cells: int) -> bool:
    """Whether a text is the previous translation, in a row whose last cell somebody has deleted."""
    return known.state == "outdated" and cells < 4 and said == parse_text(known.text or "")


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
