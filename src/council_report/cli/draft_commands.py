"""The verbs about drafts that are stored: what changed, which there are, where words come from."""

from pathlib import Path
from typing import Annotated

import typer

from council_report.cli.app import app
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
from council_report.errors import ComparisonError
from council_report.model.language import Language
from council_report.settings import find_workplace

FOUND_NOTHING = 1


@app.command(
    epilog="Examples:  council-report diff C25  ·  council-report diff C25 3 5 --language fr  ·  "
    "council-report diff C26 --since C25"
)
def diff(
    session: SessionCode,
    old: Annotated[
        str | None,
        typer.Argument(metavar="[OLD]", help="The older draft, such as 3; else the last but one."),
    ] = None,
    new: Annotated[
        str | None, typer.Argument(metavar="[NEW]", help="The newer draft; else the newest.")
    ] = None,
    document: Kind = None,
    language: Languages = "all",
    since: Annotated[
        str | None,
        typer.Option(metavar="SESSION", help="Compare with the newest draft of that session."),
    ] = None,
    pdf: Engine = None,
    to: Annotated[
        Path | None,
        typer.Option(help="The folder to write into; one in the project's redlines/ if not named."),
    ] = None,
    inputs: Inputs = None,
    outputs: Outputs = None,
    as_json: Json = False,
) -> None:
    """Show what changed from one draft to another, and write Word files with tracked changes.

    Removed words are shown in [-…-], added ones in [+…+].
    """
    from council_report.cli import show_changes
    from council_report.cli.diffing import choose_pair, difference, folder_for
    from council_report.cli.stored import kind_of

    place = find_workplace(Path.cwd(), inputs, outputs)
    languages = languages_in(language)
    kind = kind_of(place, session, document)
    names = [name for name in (old, new) if name is not None]
    pair = choose_pair(place, session, kind, names, since)
    found = difference(pair, languages, pdf, to or folder_for(place, pair))
    show_changes.difference(found, as_json=as_json)
    if found.refused:
        raise typer.Exit(ComparisonError.exit_code)


@app.command(epilog="Example:  council-report drafts C25")
def drafts(
    session: SessionCode,
    document: Kind = None,
    inputs: Inputs = None,
    outputs: Outputs = None,
    as_json: Json = False,
) -> None:
    """List the drafts of a document: when each was made, its findings, and what changed in it."""
    from council_report.cli.listing import list_drafts, show_drafts
    from council_report.cli.stored import kind_of, refuse_none

    place = find_workplace(Path.cwd(), inputs, outputs)
    kind = kind_of(place, session, document)
    refuse_none(place, session, kind)
    show_drafts(list_drafts(place, session, kind), as_json=as_json)


@app.command(
    epilog='Examples:  council-report trace C25 "AI for Good"  ·  '
    "council-report trace C25 international-ai-standards-summit"
)
def trace(
    session: SessionCode,
    words: Annotated[
        str, typer.Argument(metavar="WORDS", help="Words of a paragraph, or the id of an entry.")
    ],
    document: Kind = None,
    draft: Annotated[
        str | None,
        typer.Option(metavar="NUMBER", help="The draft, such as 3; the newest if not named."),
    ] = None,
    language: Annotated[
        Language | None, typer.Option(help="The language; all of them if not named.")
    ] = None,
    inputs: Inputs = None,
    outputs: Outputs = None,
    as_json: Json = False,
) -> None:
    """Show where words of a draft come from, or in which drafts an entry is, and where.

    Capitals, spaces and hyphens need not be as they are printed. Where nothing holds the words,
    the nearest paragraph is shown, and said to be that.
    """
    from council_report.cli.show_traces import traced
    from council_report.cli.stored import drafts_of, kind_of, up_to
    from council_report.cli.tracing import answer_to

    place = find_workplace(Path.cwd(), inputs, outputs)
    known = up_to(drafts_of(place, session, kind_of(place, session, document)), draft)
    answer = answer_to(place, session, known, words, language)
    traced(answer, as_json=as_json)
    if not answer.found:
        raise typer.Exit(FOUND_NOTHING)
