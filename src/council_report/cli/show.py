"""What a command shows on the console, for a person or as JSON for a machine.

What comes from an input file is data: it is printed as it stands, whatever brackets it has.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from pydantic_core import to_jsonable_python
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from council_report.model.finding import Finding, Severity, alike, count_by_severity
from council_report.model.translation import STATES

if TYPE_CHECKING:
    from council_report.cli.state import Delivery, State

STYLES = {"error": "bold red", "warning": "yellow", "note": "cyan"}

console = Console(highlight=False, emoji=False, soft_wrap=True)


@contextmanager
def progress(*, quiet: bool) -> Iterator[Callable[[str, float], None]]:
    """A live bar on a terminal; elsewhere, or when asked to be quiet, nothing."""
    columns = (BarColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    disable = quiet or not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=disable) as bar:
        build = bar.add_task("start the workflow engine", total=100)
        yield lambda name, percentage: bar.update(build, completed=percentage, description=name)


def findings(found: Sequence[Finding], *, as_json: bool) -> None:
    """Every finding with its place and remedy, then how many there are."""
    if as_json:
        to_json({"findings": found, "counts": count_by_severity(found)})
        return
    list_findings(found)
    console.print(counted(count_by_severity(found)))


def state(now: "State", *, as_json: bool) -> None:
    """The state of a session: contributors, what they owe, then deadlines, then findings."""
    if as_json:
        to_json(now)
        return
    console.print(f"[bold]{now.session}[/], {now.opens:%d %B %Y} to {now.closes:%d %B %Y}\n")
    table = as_table("Contributor", "Contact", "Files", "Entries", "Words", "State")
    for delivery in now.deliveries:
        table.add_row(*_delivery_cells(delivery))
    console.print(table)
    _owed(now)
    table = as_table("Deadline", "Day", "")
    for due in now.deadlines:
        table.add_row(Text(due.title), f"{due.day:%d %B %Y}", _days(due.days_left))
    console.print(table)
    _translated(now)
    console.print(counted(now.findings))
    if any(now.findings.values()):
        console.print(f"See them with: council-report check {now.session}")


def _translated(now: "State") -> None:
    """How the translations stand, by language, and which labels ITU has not confirmed."""
    if now.translations:
        heads = ("Language", "Own", "Translated", "Out of date", "Missing", "Words to translate")
        table = as_table(*heads)
        for one in now.translations:
            counts = [str(one.units.get(state, 0)) for state in STATES]
            table.add_row(one.language, *counts, str(one.words_to_translate))
        console.print(table)
    for one in now.translations:
        for status in one.statuses:
            console.print(f"Translations in '{one.language}': {status}", markup=False)
    for used in now.unconfirmed:
        for language, labels in used.labels.items():
            if labels:
                what = f"Not confirmed by ITU in {used.document} {used.draft}, '{language}'"
                console.print(f"{what}: {', '.join(labels)}", markup=False)


def _owed(now: "State") -> None:
    """Who has yet to write what, and by when."""
    owing = [delivery for delivery in now.deliveries if delivery.owes]
    if not owing:
        return
    due = now.contributions_due
    table = as_table("Owed by", "What", "Until", "")
    for delivery in owing:
        until = (f"{due.day:%d %B %Y}", _days(due.days_left)) if due else ("", "")
        table.add_row(Text(delivery.contributor), Text("; ".join(delivery.owes)), *until)
    console.print(table)


def written(path: Path) -> None:
    """A file that was written where the user asked."""
    console.print(str(path), markup=False)


def to_json(value: Any) -> None:
    """A value as JSON for a machine."""
    typer.echo(json.dumps(to_jsonable_python(value), ensure_ascii=False, indent=2))


def list_findings(found: Sequence[Finding]) -> None:
    """The findings, what is said of several places of a file only once."""
    for group in alike(found):
        _finding(group[0], len(group) - 1)


def _finding(finding: Finding, more: int) -> None:
    places = f" and {more} more place{'' if more == 1 else 's'}" if more else ""
    console.print(f"[{STYLES[finding.severity]}]{finding.severity}[/] ", end="")
    console.print(f"{finding.location}{places}  ({finding.rule})", markup=False)
    console.print(f"    {finding.message}", markup=False)
    console.print(f"    → {finding.remedy}", markup=False)


def counted(counts: Mapping[Severity, int]) -> str:
    """How many findings there are of each severity, in a sentence."""
    parts = (f"{count} {name}{'' if count == 1 else 's'}" for name, count in counts.items())
    return f"Findings: {', '.join(parts)}." if any(counts.values()) else "No findings."


def _delivery_cells(delivery: "Delivery") -> tuple[Text, ...]:
    words = ", ".join(f"{language} {count}" for language, count in delivery.words.items())
    if not delivery.files:
        news = Text("awaited", "red")
    elif delivery.set_aside:
        news = Text(f"{len(delivery.set_aside)} set aside", "red")
    elif delivery.awaited:
        news = Text(f"{delivery.awaited} awaited", "red")
    else:
        news = Text("received", "green")
    contact = f"{delivery.contact} <{delivery.email}>"
    counts = (str(len(delivery.files)), str(delivery.entries), words)
    return *(Text(cell) for cell in (delivery.contributor, contact, *counts)), news


def as_table(*columns: str) -> Table:
    """An empty table without lines, in which no cell is cut short."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _days(left: int) -> Text:
    if left == 0:
        return Text("today", "yellow")
    days = "day" if abs(left) == 1 else "days"
    return Text(f"in {left} {days}") if left > 0 else Text(f"{-left} {days} ago", "red")
