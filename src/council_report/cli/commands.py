"""The verbs of the command; each finds its workplace, calls the recipe, and shows what came."""

import datetime
from pathlib import Path
from typing import Annotated

import typer

from council_report.cli import draft_commands, show, show_draft, translate_commands
from council_report.cli.app import app
from council_report.cli.checking import findings_of
from council_report.cli.options import (
    Engine,
    Inputs,
    Json,
    Kind,
    Languages,
    Outputs,
    SessionCode,
    languages_in,
)
from council_report.cli.writing import write, write_anew
from council_report.model.finding import Finding, has_errors, in_reading_order
from council_report.model.form import FormFormat
from council_report.model.language import Language
from council_report.settings import find_workplace
from flows.gathering import gather

FOUND_ERRORS = 1

__all__ = ["app", "draft_commands", "translate_commands"]


@app.command(
    epilog="Examples:  council-report build C25  ·  "
    "council-report build C25 --language fr --pdf typst  ·  council-report build C25 --strict"
)
def build(
    session: SessionCode,
    document: Kind = None,
    language: Languages = "all",
    pdf: Engine = None,
    inputs: Inputs = None,
    outputs: Outputs = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Write no draft while any error is found.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Build a numbered draft in Word and PDF; an unchanged one is not built again.

    It comes with comments for reviewers, a review page, and what changed since the draft before.
    A file with an error is set aside whole and its place in the draft is marked.
    """
    from flows.building import settled
    from flows.drafting import choose_plan
    from flows.guardian import start_guardian
    from flows.ordering import BuildRequest, engine_ready
    from flows.running import run_build

    start_guardian()
    with engine_ready(pdf):
        place = find_workplace(Path.cwd(), inputs, outputs)
        gathered = gather(place, session)
        if gathered.desk:
            document = choose_plan(gathered.desk.session, document).kind
        request = BuildRequest(
            session=session,
            document=document,
            languages=languages_in(language),
            pdf=pdf,
            strict=strict,
            inputs=place.inputs,
            outputs=place.outputs,
        )
        outcome = settled(request, gathered)
        if outcome is None:
            with show.progress(quiet=as_json) as listener:
                outcome = run_build(request, listener)
    show_draft.outcome(outcome, as_json=as_json)
    _end_with(outcome.findings)


@app.command(
    epilog="Examples:  council-report check C25  ·  "
    "council-report check inputs/C25/itu-t/standards.yaml"
)
def check(
    what: Annotated[
        list[str], typer.Argument(metavar="SESSION|FILE…", help="A session, or files of one.")
    ],
    inputs: Inputs = None,
    as_json: Json = False,
) -> None:
    """Check a session, or single files, and show every finding with its place and remedy."""
    place = find_workplace(Path.cwd(), inputs)
    findings = in_reading_order(finding for one in what for finding in findings_of(place, one))
    show.findings(findings, as_json=as_json)
    _end_with(findings)


@app.command(
    epilog="Examples:  council-report preview C25 --to /tmp  ·  "
    "council-report preview C25 --language fr"
)
def preview(
    session: SessionCode,
    document: Kind = None,
    language: Languages = "all",
    to: Annotated[
        Path | None,
        typer.Option(help="The folder for the Word files; the project's preview/ if not named."),
    ] = None,
    inputs: Inputs = None,
) -> None:
    """Write the Word files of a document into a folder, without making a draft."""
    from flows.drafting import choose_languages, choose_plan, draft_words

    place = find_workplace(Path.cwd(), inputs)
    gathered = gather(place, session)
    show.findings(gathered.findings, as_json=False)
    if gathered.desk is not None:
        plan = choose_plan(gathered.desk.session, document)
        languages = choose_languages(plan, languages_in(language))
        for one in draft_words(gathered.desk, plan, gathered.contributions, languages):
            show.written(
                write(to or place.root / "preview", one.document.file_name("MSW"), one.word)
            )
    _end_with(gathered.findings)


@app.command(epilog="Example:  council-report status C25")
def status(
    session: SessionCode, inputs: Inputs = None, outputs: Outputs = None, as_json: Json = False
) -> None:
    """Show who has sent what, what is due when, what is translated, and how many findings there
    are.
    """
    from council_report.cli.state import state_of

    place = find_workplace(Path.cwd(), inputs, outputs)
    gathered = gather(place, session)
    if gathered.desk is None:
        show.findings(gathered.findings, as_json=as_json)
    else:
        today = datetime.datetime.now(datetime.UTC).date()
        show.state(state_of(gathered.desk, gathered, place.outputs, today), as_json=as_json)
    _end_with(gathered.findings)


@app.command(
    epilog="Examples:  council-report form C26 itu-t --language fr  ·  "
    "council-report form C26 --all --format xlsx"
)
def form(
    session: SessionCode,
    contributor: Annotated[
        str | None, typer.Argument(metavar="CONTRIBUTOR", help="Who it is for, such as itu-t.")
    ] = None,
    language: Annotated[
        Language | None, typer.Option(help="The language; the contact's if not named.")
    ] = None,
    form_format: Annotated[
        FormFormat, typer.Option("--format", help="What it is filled in with: Word or Excel.")
    ] = "docx",
    start: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="SESSION",
            help="The session whose entries it begins with; the one before if not named.",
        ),
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option(help="The folder for the forms; forms/SESSION/ of the project if not named."),
    ] = None,
    everybody: Annotated[
        bool, typer.Option("--all", help="Write the form of every contributor.")
    ] = False,
    inputs: Inputs = None,
) -> None:
    """Write the form that a contributor fills in, with the entries of last time in it."""
    from council_report.cli.forming import form_request
    from flows.forming import make_forms

    place = find_workplace(Path.cwd(), inputs)
    request = form_request(session, contributor, everybody, language, form_format, start)
    formed = make_forms(place, request)
    if formed.findings:
        show.findings(formed.findings, as_json=False)
    files = {file.name: file.data for file in formed.files}
    for path in write_anew(to or place.root / "forms" / session, files, "--to"):
        show.written(path)
    _end_with(formed.findings)


@app.command(
    epilog="Examples:  council-report receive C26  ·  "
    "council-report receive C26 inputs/C26/itu-t/standards.docx"
)
def receive(
    session: SessionCode,
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE…]", help="The files; all without an answer if not named."),
    ] = None,
    inputs: Inputs = None,
    outputs: Outputs = None,
    as_json: Json = False,
) -> None:
    """Answer what contributors sent: a receipt beside each file, and a copy with comments."""
    from council_report.cli.receiving import found_errors, receive_files, show_reception

    place = find_workplace(Path.cwd(), inputs, outputs)
    reception = receive_files(place, session, files or [])
    show_reception(reception, as_json=as_json)
    if found_errors(reception):
        raise typer.Exit(FOUND_ERRORS)


@app.command(epilog="Examples:  council-report watch C26  ·  council-report watch C26 --poll")
def watch(
    session: SessionCode,
    inputs: Inputs = None,
    outputs: Outputs = None,
    poll: Annotated[
        bool, typer.Option("--poll", help="Look again and again, as network drives need it.")
    ] = False,
) -> None:
    """Answer files as they arrive, until Ctrl-C."""
    from council_report.cli.receiving import watch_folder

    watch_folder(find_workplace(Path.cwd(), inputs, outputs), session, poll=poll)


@app.command(
    epilog="Examples:  council-report feedback C25 ~/Downloads/S25-CL-C-0043-E-comments.docx  ·  "
    'council-report feedback C25 --accept 1a2b3c4d --why "agreed with ITU-T"'
)
def feedback(
    session: SessionCode,
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE…]", help="Word copies of a draft that reviewers edited."),
    ] = None,
    document: Kind = None,
    accept: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Accept a proposal; may be given several times."),
    ] = None,
    all_from: Annotated[
        str | None,
        typer.Option(metavar="AUTHOR", help="Accept all that can be, of one reviewer."),
    ] = None,
    why: Annotated[
        str | None, typer.Option(metavar="TEXT", help="The reason, kept with what is accepted.")
    ] = None,
    inputs: Inputs = None,
    outputs: Outputs = None,
    as_json: Json = False,
) -> None:
    """Take in Word copies that reviewers edited: each edit becomes a proposal on its entry.

    Accepted proposals are written into amendments.yaml and are in the next draft. Without a file
    and without --accept, what has been taken in is listed.
    """
    from council_report.cli.feedback import feed, was_refused
    from council_report.cli.show_feedback import show_fed
    from council_report.cli.stored import kind_of

    place = find_workplace(Path.cwd(), inputs, outputs)
    kind = kind_of(place, session, document)
    today = datetime.datetime.now(datetime.UTC).date()
    fed = feed(place, session, kind, files or [], accept or [], all_from, why, today)
    show_fed(fed, as_json=as_json)
    if was_refused(fed):
        raise typer.Exit(FOUND_ERRORS)


@app.command(epilog="Example:  council-report schema contribution > contribution.json")
def schema(
    name: Annotated[
        str | None,
        typer.Argument(help="The kind of file; all their names are listed if not named."),
    ] = None,
) -> None:
    """Print the JSON Schema of a kind of input file, or of what a Word template receives."""
    from council_report.cli.schemas import names, schema_of

    if name is None:
        typer.echo("\n".join(names()))
    else:
        typer.echo(schema_of(name), nl=False)


def _end_with(findings: tuple[Finding, ...]) -> None:
    if has_errors(findings):
        raise typer.Exit(FOUND_ERRORS)
