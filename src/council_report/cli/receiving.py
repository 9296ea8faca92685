"""Receiving on the console: which files are meant, and what was answered."""

import datetime
import gc
import signal
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import typer
from pydantic_core import to_json

from council_report.cli.checking import name_of, refuse_unread
from council_report.cli.show import STYLES, console
from council_report.errors import UsageError
from council_report.model.amendment import AMENDMENTS
from council_report.model.finding import Finding, Severity, has_errors
from council_report.settings import Workplace
from flows.gathering import gather
from flows.reading import read_session
from flows.receiving import Answer, Reception, answer
from flows.watching import Happening, glances, watch_session

VERDICT_STYLES = {
    "accepted": "green",
    "accepted with findings": "green",
    "to mend": "bold red",
    "refused": "bold red",
}


def receive_files(place: Workplace, session: str, files: Sequence[Path]) -> Reception:
    """Answer the files named, or all of the session that have no answer yet.

    Raises UsageError for a file that is not in the session, or is not read.
    """
    refuse_nested(place)
    names = {_name_of(file, place, session) for file in files}
    gathered = gather(place, session)
    if not names or gathered.desk is None:
        return answer(place, gathered)
    for name in names:
        refuse_unread(name, gathered)
    reception = answer(place, gathered, names.__contains__, anew=True)
    findings = tuple(one for one in reception.findings if one.location.file in names)
    return reception._replace(findings=findings)


def refuse_nested(place: Workplace) -> None:
    """Raise UsageError if drafts would be written among what contributors send."""
    if place.outputs.is_relative_to(place.inputs):
        raise UsageError(
            f"The drafts in {place.outputs} would be read as contributions: {place.inputs}"
            " is above them.",
            "Name other folders with --inputs or --outputs.",
        )


def watch_folder(place: Workplace, session: str, *, poll: bool) -> None:
    """Answer files as they arrive, until somebody ends it with Ctrl-C or SIGTERM.

    Raises UsageError if there is no such session.
    """
    refuse_nested(place)
    read_session(place, session)
    _collect_garbage()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    folder = place.inputs / session
    console.print(f"Watching {folder}; end with Ctrl-C.", markup=False)
    try:
        for happening in watch_session(place, session, glances(folder, poll=poll)):
            _show_happening(happening)
    except KeyboardInterrupt:
        console.print("Ended. Files that arrive now wait for the next receive or watch.")


def show_reception(reception: Reception, *, as_json: bool) -> None:
    """What was answered, and what no receipt tells."""
    if as_json:
        answers = [one._asdict() for one in reception.answers]
        typer.echo(to_json({"answers": answers, "findings": reception.findings}, indent=2))
        return
    if not reception.answers and not reception.findings:
        mend = f"; {reception.to_mend} still to mend" if reception.to_mend else ""
        console.print(f"Nothing new: every file has its answer{mend}.")
    _show_answers(reception.answers)
    _show_findings(reception.findings)


def found_errors(reception: Reception) -> bool:
    """Whether any file that was answered has an error, or could not be answered."""
    errors = any(one.findings["error"] for one in reception.answers)
    return errors or has_errors(reception.findings)


def _name_of(file: Path, place: Workplace, session: str) -> str:
    path = file.parent.resolve() / file.name  # A link is a finding at its own place.
    if not (path.is_file() or path.is_symlink()):
        raise UsageError(
            f"There is no file {file}.", "Name a file as it is seen from the current folder."
        )
    if not path.is_relative_to(place.inputs / session):
        raise UsageError(
            f"{file} is not in session {session}: it does not stand in {place.inputs / session}.",
            "Put the file into its contributor's folder there, or name its own session.",
        )
    if path in {place.inputs / session / name for name in ("session.yaml", AMENDMENTS)}:
        raise UsageError(
            f"{file} is the session's own file: nobody sent it, and nobody awaits an answer.",
            "See what is wrong with it with council-report check.",
        )
    return name_of(path, place.inputs, session)


def _collect_garbage() -> None:
    """Watching lasts for days: what other commands leave out is needed here."""
    gc.unfreeze()
    gc.enable()


def _show_happening(happening: Happening) -> None:
    now = datetime.datetime.now().astimezone()
    console.print(f"{now:%H:%M:%S}")
    _show_answers(happening.answers)
    for name in happening.gone:
        console.print("[yellow]withdrawn[/] ", end="")
        console.print(f"{name}; its receipt is left where it is", markup=False)
    _show_findings(happening.findings)
    if happening.failure:
        console.print("[bold red]failed[/] ", end="")
        console.print(f"{happening.failure}; the next file is awaited", markup=False)


def _show_answers(answers: Iterable[Answer]) -> None:
    for one in answers:
        console.print(f"[{VERDICT_STYLES[one.verdict]}]{one.verdict}[/] ", end="")
        console.print(f"{one.file}  {_counted(one.findings)}".rstrip(), markup=False)
        console.print(f"    {one.receipt}", markup=False)


def _show_findings(findings: Iterable[Finding]) -> None:
    for one in findings:
        console.print(f"[{STYLES[one.severity]}]{one.severity}[/] ", end="")
        console.print(f"{one.location}: {one.message}  → {one.remedy}", markup=False)


def _counted(counts: Mapping[Severity, int]) -> str:
    parts = (f"{count} {name}{'' if count == 1 else 's'}" for name, count in counts.items())
    present = [part for part, count in zip(parts, counts.values(), strict=True) if count]
    return ", ".join(present)
