"""Rules about the tables of one contribution."""

from collections.abc import Iterator

from council_report.checks.case import Case
from council_report.checks.rule import Problem, rule


@rule("table-missing", "error", "contribution")
def table_missing(case: Case) -> Iterator[Problem]:
    """An entry is called a table and has no rows."""
    for one in case.entries:
        if one.entry.kind == "table" and one.entry.table is None:
            remedy = "Add 'table:' with the rows in each language, or write another kind."
            yield Problem(one.place("kind"), "the entry is a table without rows", remedy)


@rule("table-unexpected", "error", "contribution")
def table_unexpected(case: Case) -> Iterator[Problem]:
    """An entry has rows and is not called a table, so they would not be printed."""
    for one in case.entries:
        if one.entry.kind != "table" and one.entry.table is not None:
            message = f"the entry has the rows of a table, and is a {one.entry.kind}"
            yield Problem(one.place("table"), message, "Write 'kind: table', or delete the rows.")


@rule("table-in-box", "error", "contribution")
def table_in_box(case: Case) -> Iterator[Problem]:
    """A table is meant for a row of the box, which has no room for one."""
    for one in case.entries:
        duties = case.sections.get(one.entry.section, ())
        if one.entry.kind == "table" and any(duty.in_box for duty in duties):
            message = f"the box row '{one.entry.section}' cannot hold a table"
            remedy = "Write a paragraph there, and the table in a section."
            yield Problem(one.place("section"), message, remedy)


@rule("table-untranslated", "error", "contribution")
def table_untranslated(case: Case) -> Iterator[Problem]:
    """A table lacks a language that its caption has."""
    for one in case.entries:
        if one.entry.kind != "table" or one.entry.table is None:
            continue
        for language in one.entry.text:
            if language not in one.entry.table:
                message = f"the caption exists in '{language}', the rows do not"
                yield Problem(one.place("table"), message, f"Add the rows under '{language}:'.")


@rule("table-ragged", "error", "contribution")
def table_ragged(case: Case) -> Iterator[Problem]:
    """A row of a table has more or fewer cells than the row of its headings."""
    for one in case.entries:
        for language, rows in (one.entry.table or {}).items():
            for index, row in enumerate(rows):
                if len(row) != len(rows[0]):
                    message = f"this row has {len(row)} cells, the first one {len(rows[0])}"
                    remedy = "Give every row as many cells; write '' for an empty one."
                    yield Problem(one.place("table", language, index), message, remedy)
