"""The verb translate: files for translators, and their work taken back."""

import datetime
import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from council_report.cli.app import app
from council_report.cli.options import Inputs, Json, Outputs, SessionCode, languages_in
from council_report.errors import UsageError
from council_report.intake.notes import UNPRINTABLE
from council_report.model.finding import has_errors
from council_report.model.text import one_line
from council_report.settings import find_workplace

if TYPE_CHECKING:
    from flows.keeping import Translator

FOUND_ERRORS = 1

translate = typer.Typer(
    help="Hand translators what is missing or out of date, and take their work back.",
    no_args_is_help=True,
)
app.add_typer(translate, name="translate")

To = Annotated[str, typer.Option("--to", help="Languages, such as es,ru, or all.", metavar="LIST")]
By = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Who answers for it; who is logged in if not named."),
]
Status = Annotated[
    str | None,
    typer.Option(
        metavar="TEXT", help='What is to be known of it, such as "not yet revised"; "" for nothing.'
    ),
]


@translate.command(
    "export",
    epilog="Examples:  council-report translate export C25 --to es,ru  ·  "
    "council-report translate export C25 --to fr --all",
)
def export_units(
    session: SessionCode,
    to: To = "all",
    everything: Annotated[bool, typer.Option("--all", help="What is up to date as well.")] = False,
    folder: Annotated[
        Path | None,
        typer.Option(help="Where to; for-translators/SESSION/ of the project if not named."),
    ] = None,
    inputs: Inputs = None,
    as_json: Json = False,
) -> None:
    """Write, per language, what is missing or out of date: as XLIFF, and as a table in Word."""
    from council_report.cli import show
    from council_report.cli.show_translations import show_exported
    from council_report.cli.writing import write_anew
    from flows.translating import export

    place = find_workplace(Path.cwd(), inputs)
    exported = export(place, session, languages_in(to), everything=everything)
    if exported.findings:
        show.findings(exported.findings, as_json=as_json)
        raise typer.Exit(FOUND_ERRORS)
    target = folder or place.root / "for-translators" / session
    files = {file.name: file.data for file in exported.files}
    paths = write_anew(target, files, "--folder")
    show_exported(exported.jobs, paths, as_json=as_json)


@translate.command(
    "import",
    epilog="Example:  council-report translate import ~/Downloads/C25-es.xlf --by 'Spanish desk'",
)
def import_units(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="Files that translators sent back.")
    ],
    by: By = None,
    status: Status = None,
    inputs: Inputs = None,
    outputs: Outputs = None,
    as_json: Json = False,
) -> None:
    """Check what translators sent back, and keep it beside the inputs: a file whole, or not."""
    from council_report.cli.show_translations import show_imported
    from flows.keeping import import_files

    place = find_workplace(Path.cwd(), inputs, outputs)
    imported = import_files(place, files, _made_by(by, status))
    show_imported(imported, as_json=as_json)
    if any(has_errors(one.findings) for one in imported):
        raise typer.Exit(FOUND_ERRORS)


@translate.command(
    "confirm",
    epilog="Examples:  council-report translate confirm C25 --to fr  ·  "
    "council-report translate confirm C25 itu-t:ai-standards --to fr",
)
def confirm_units(
    session: SessionCode,
    units: Annotated[
        list[str] | None,
        typer.Argument(metavar="[UNIT…]", help="Texts to confirm, such as itu-t:ai-standards."),
    ] = None,
    to: To = "all",
    by: By = None,
    status: Status = None,
    inputs: Inputs = None,
    outputs: Outputs = None,
    as_json: Json = False,
) -> None:
    """Record that texts still say what their sources say, so that a later change is noticed.

    Without UNIT, that is said of every text that contributors wrote themselves.
    """
    from council_report.cli.show_translations import show_imported
    from flows.confirming import confirm

    place = find_workplace(Path.cwd(), inputs, outputs)
    confirmed = confirm(place, session, languages_in(to), units or [], _made_by(by, status))
    show_imported(confirmed, as_json=as_json)
    if any(has_errors(one.findings) for one in confirmed):
        raise typer.Exit(FOUND_ERRORS)


def _made_by(name: str | None, status: str | None) -> "Translator":
    from flows.keeping import Translator

    today = datetime.datetime.now(datetime.UTC).date()
    known = None if status is None else _line("--status", status)
    return Translator(_line("--by", name or "") or _user(), today, known)


def _line(option: str, words: str) -> str:
    """What is given with an option, on one line; UsageError if it cannot be kept in a file."""
    if UNPRINTABLE.search(words):
        raise UsageError(
            f"What is given with {option} has signs that cannot be printed.", "Type it again."
        )
    return one_line(words)


def _user() -> str:
    """Who is logged in."""
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise UsageError("Nobody is logged in.", "Name who answers for it with --by.") from error
