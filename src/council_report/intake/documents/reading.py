"""A document read as a contribution."""

from council_report.intake.documents.blocks import parts_of
from council_report.intake.documents.compare import compare_lines, compare_paragraphs
from council_report.intake.documents.divisions import STATISTICS
from council_report.intake.documents.entries import entries_of
from council_report.intake.documents.headings import divided
from council_report.intake.documents.markdown import decoded
from council_report.intake.documents.odt import prepare_odt
from council_report.intake.documents.origin import Origin, Reading
from council_report.intake.documents.pandoc import Form, SyntaxTree, syntax_tree
from council_report.intake.documents.prepared import Prepared
from council_report.intake.documents.statistics import statistics_of
from council_report.intake.documents.word import prepare_word
from council_report.intake.notes import UNPRINTABLE, Notes
from council_report.model.contribution import UNPLACED, Contribution, Entry, Statistic
from council_report.model.finding import in_reading_order
from council_report.model.guide import Guide
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.source import SourceFile


def read_document(source: SourceFile, form: Form, guide: Guide) -> Contribution:
    """The contribution in a Word, ODF or Markdown text that passed the gate.

    To be called in a confined process. Raises TimeoutError, MemoryError or ChildProcessError where
    pandoc had to be stopped, RecursionError where the text is nested too deeply.
    """
    if form == "md":
        return _read_markdown(source, guide)
    prepare = prepare_word if form == "docx" else prepare_odt
    prepared = prepare(source, guide.tracked_changes)
    reading = Reading(Origin(source.name, prepared), guide, [*prepared.findings])
    tree = syntax_tree(prepared.data, form)
    entries, statistics, claims = _read(tree, reading)
    _find_unprintable(prepared, reading)
    if tree.refusal is None:
        compare_paragraphs(reading, prepared)
    return _contribution(source, entries, statistics, claims, reading)


def _read_markdown(source: SourceFile, guide: Guide) -> Contribution:
    notes = Notes(source.name)
    text = decoded(source, notes)
    reading = Reading(Origin(source.name), guide, notes.findings)
    if text is None:
        return _contribution(source, (), (), (), reading)
    tree = syntax_tree(text.encode(), "md")
    entries, statistics, claims = _read(tree, reading)
    if tree.refusal is None:
        compare_lines(text, reading)
    return _contribution(source, entries, statistics, claims, reading)


def _read(
    tree: SyntaxTree, reading: Reading
) -> tuple[tuple[Entry, ...], tuple[Statistic, ...], tuple[str, ...]]:
    """The entries, the statistics, and the sections that the document writes to."""
    _find_remarks(tree, reading)
    divisions = divided(parts_of(tree.blocks), reading)
    texts = [division for division in divisions if division.section != STATISTICS]
    claims = [one.section for one in texts if one.parts and one.section != UNPLACED]
    entries, statistics = entries_of(texts, reading), statistics_of(divisions, reading)
    return entries, statistics, tuple(dict.fromkeys(claims))


def _contribution(
    source: SourceFile,
    entries: tuple[Entry, ...],
    statistics: tuple[Statistic, ...],
    claims: tuple[str, ...],
    reading: Reading,
) -> Contribution:
    if not entries and not statistics and not reading.findings:
        message, remedy = Message("the file is empty"), Message("Send the file again.")
        reading.find_at(Location(source.name), "file-empty", "error", message, remedy)
    return Contribution(
        contributor=source.sender,
        file=source.name,
        digest=source.digest,
        statistics=statistics,
        entries=entries,
        places=reading.places,
        claims=claims,
        findings=in_reading_order(reading.findings),
    )


def _find_remarks(tree: SyntaxTree, reading: Reading) -> None:
    """Record what pandoc said of the file."""
    whole = Location(reading.origin.file)
    if tree.refusal is not None:
        message = Message("the file cannot be read: {reason}", reason=tree.refusal)
        remedy = Message("Open it, save it under a new name, and send that file.")
        reading.find_at(whole, "file-unreadable", "error", message, remedy)
    for words in tree.remarks:
        message = Message("something in the file was not read: {words}", words=words)
        remedy = Message("Look whether all that you wrote is listed as understood.")
        reading.find_at(whole, "reading-remark", "warning", message, remedy)


def _find_unprintable(prepared: Prepared, reading: Reading) -> None:
    """Record characters that cannot be printed, each once in a paragraph."""
    numbered = [*enumerate(prepared.paragraphs, 1), *prepared.notes]
    for spot, words in numbered:
        for character in dict.fromkeys(UNPRINTABLE.findall(words)):
            message = Message(
                "the character U+{code} cannot be printed, or changes unseen how the text looks",
                code=f"{ord(character):04X}",
            )
            remedy = Message("Delete the character, or write the paragraph anew.")
            place = reading.origin.place((spot,))
            reading.find_at(place, "character-forbidden", "error", message, remedy)
