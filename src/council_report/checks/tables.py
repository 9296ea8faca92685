"""Rules about the tables of one contribution."""

from collections.abc import Iterator

from council_report.checks.case import Case
from council_report.checks.rule import Problem, rule
from council_report.model.message import Message


@rule("table-missing", "error", "contribution")
def table_missing(case: Case) -> Iterator[Problem]:
    """An entry is called a table and has no rows."""
    for one in case.entries:
        if one.entry.kind == "table" and one.entry.table is None:
            message = Message("the entry is a table without rows")
            remedy = Message("Add 'table:' with the rows in each language, or write another kind.")
            yield Problem(one.place("kind"), message, remedy)


@rule("table-unexpected", "error", "contribution")
def table_unexpected(case: Case) -> Iterator[Problem]:
    """An entry has rows and is not called a table, so they would not be printed."""
    for one in case.entries:
        if one.entry.kind != "table" and one.entry.table is not None:
            message = Message(
                "the entry has the rows of a table, and is a {kind}", kind=one.entry.kind
            )
            remedy = Message("Write 'kind: table', or delete the rows.")
            yield Problem(one.place("table"), message, remedy)


@rule("table-in-box", "error", "contribution")
def table_in_box(case: Case) -> Iterator[Problem]:
    """A table is meant for a row of the box, which has no room for one."""
    for one in case.entries:
        duties = case.sections.get(one.entry.section, ())
        if one.entry.kind == "table" and any(duty.in_box for duty in duties):
            message = Message("the box row '{row}' cannot hold a table", row=one.entry.section)
            remedy = Message("Write a paragraph there, and the table in a section.")
            yield Problem(one.place("section"), message, remedy)


@rule("table-untranslated", "error", "contribution")
def table_untranslated(case: Case) -> Iterator[Problem]:
    """A table lacks a language that its caption has."""
    for one in case.entries:
        if one.entry.kind != "table" or one.entry.table is None:
            continue
        for language in one.entry.text:
            if language not in one.entry.table:
                message = Message(
                    "the caption exists in '{language}', the rows do not", language=language
                )
                remedy = Message("Add the rows under '{language}:'.", language=language)
                yield Problem(one.place("table"), message, remedy)


@rule("table-ragged", "error", "contribution")
def table_ragged(case: Case) -> Iterator[Problem]:
    """A row of a table has more or fewer cells than the row of its headings."""
    for one in case.entries:
        for language, rows in (one.entry.table or {}).items():
            for index, row in enumerate(rows):
                if len(row) != len(rows[0]):
                    message = Message(
                        "this row has {cells} cells, the first one {first}",
                        cells=len(row),
                        first=len(rows[0]),
                    )
                    remedy = Message("Give every row as many cells; write '' for an empty one.")
                    yield Problem(one.place("table", language, index), message, remedy)
