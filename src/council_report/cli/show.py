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

from council_report.model.draft import Draft, Manifest, Product
from council_report.model.finding import Finding, Severity, alike, count_by_severity

if TYPE_CHECKING:
    from council_report.cli.state import Delivery, State
    from flows.building import Outcome

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
        _json({"findings": found, "counts": count_by_severity(found)})
        return
    _findings(found)
    console.print(_counted(count_by_severity(found)))


def outcome(result: "Outcome", *, as_json: bool) -> None:
    """The findings of a build, then the draft's folder and files, and what is awaited."""
    if as_json:
        _json(_as_dictionary(result))
        return
    _findings(result.findings)
    if result.draft is None:
        console.print("[bold]No draft was written.[/] Mend the errors above, then build again.")
    else:
        _draft(result.draft, is_new=result.is_new)
    console.print(_counted(count_by_severity(result.findings)))


def state(now: "State", *, as_json: bool) -> None:
    """The state of a session: contributors, what they owe, then deadlines, then findings."""
    if as_json:
        _json(now)
        return
    console.print(f"[bold]{now.session}[/], {now.opens:%d %B %Y} to {now.closes:%d %B %Y}\n")
    table = _table("Contributor", "Contact", "Files", "Entries", "Words", "State")
    for delivery in now.deliveries:
        table.add_row(*_delivery_cells(delivery))
    console.print(table)
    _owed(now)
    table = _table("Deadline", "Day", "")
    for due in now.deadlines:
        table.add_row(Text(due.title), f"{due.day:%d %B %Y}", _days(due.days_left))
    console.print(table)
    console.print(_counted(now.findings))
    if any(now.findings.values()):
        console.print(f"See them with: council-report check {now.session}")


def _owed(now: "State") -> None:
    """Who has yet to write what, and by when."""
    owing = [delivery for delivery in now.deliveries if delivery.owes]
    if not owing:
        return
    due = now.contributions_due
    table = _table("Owed by", "What", "Until", "")
    for delivery in owing:
        until = (f"{due.day:%d %B %Y}", _days(due.days_left)) if due else ("", "")
        table.add_row(Text(delivery.contributor), Text("; ".join(delivery.owes)), *until)
    console.print(table)


def written(path: Path) -> None:
    """A file that was written where the user asked."""
    console.print(str(path), markup=False)


def _as_dictionary(result: "Outcome") -> dict[str, Any]:
    draft = result.draft
    return {
        "folder": draft.folder if draft else None,
        "is_new": result.is_new,
        "manifest": draft.manifest if draft else None,
        "findings": result.findings,
        "counts": count_by_severity(result.findings),
    }


def _json(value: Any) -> None:
    typer.echo(json.dumps(to_jsonable_python(value), ensure_ascii=False, indent=2))


def _findings(found: Sequence[Finding]) -> None:
    """The findings, what is said of several places of a file only once."""
    for group in alike(found):
        _finding(group[0], len(group) - 1)


def _finding(finding: Finding, more: int) -> None:
    places = f" and {more} more place{'' if more == 1 else 's'}" if more else ""
    console.print(f"[{STYLES[finding.severity]}]{finding.severity}[/] ", end="")
    console.print(f"{finding.location}{places}  ({finding.rule})", markup=False)
    console.print(f"    {finding.message}", markup=False)
    console.print(f"    → {finding.remedy}", markup=False)


def _counted(counts: Mapping[Severity, int]) -> str:
    parts = (f"{count} {name}{'' if count == 1 else 's'}" for name, count in counts.items())
    return f"Findings: {', '.join(parts)}." if any(counts.values()) else "No findings."


def _draft(draft: Draft, *, is_new: bool) -> None:
    manifest = draft.manifest
    news = "is written" if is_new else "is current: nothing has changed since it was built"
    console.print(f"[bold]{draft.name}[/] of the {manifest.session} {manifest.kind} {news}.")
    console.print(_near(Path(draft.folder)), markup=False)
    for product in manifest.products:
        console.print(f"  {product.file}  {_size(product)}", markup=False)
    console.print(_engine(manifest), markup=False)
    for gap in manifest.gaps:
        console.print(f"  awaited: {gap.contributor}, {gap.section} ({gap.reason})", markup=False)


def _near(path: Path) -> str:
    """A path as seen from the current folder, where that is shorter."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _size(product: Product) -> str:
    pages = f"{product.pages} page{'' if product.pages == 1 else 's'}, " if product.pages else ""
    return f"{pages}{product.words} words"


def _engine(manifest: Manifest) -> str:
    if manifest.engine is None:
        return "No PDF was asked for."
    layout = "" if manifest.engine == "libreoffice" else " (its layout is not Word's)"
    return f"PDF by {manifest.tools[manifest.engine]}{layout}."


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


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _days(left: int) -> Text:
    if left == 0:
        return Text("today", "yellow")
    days = "day" if abs(left) == 1 else "days"
    return Text(f"in {left} {days}") if left > 0 else Text(f"{-left} {days} ago", "red")
