"""The arguments and options that several commands share."""

import re
from pathlib import Path
from typing import Annotated, cast

import typer

from council_report.errors import UsageError
from council_report.model.language import LANGUAGES, Language
from council_report.settings import PdfEngine

BETWEEN = re.compile(r"[,\s]+")

SessionCode = Annotated[str, typer.Argument(metavar="SESSION", help="The session, such as C25.")]
Inputs = Annotated[Path | None, typer.Option(help="The folder with the sessions.", metavar="DIR")]
Outputs = Annotated[Path | None, typer.Option(help="The folder for the drafts.", metavar="DIR")]
Kind = Annotated[
    str | None,
    typer.Option(help="Which document; the session's first if not named.", metavar="KIND"),
]
Languages = Annotated[
    str, typer.Option("--language", help="Languages, such as en,fr, or all.", metavar="LIST")
]
Engine = Annotated[
    PdfEngine | None,
    typer.Option("--pdf", help="What makes the PDF; LibreOffice where it is found, if not named."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")]


def languages_in(wanted: str) -> tuple[Language, ...]:
    """The languages of an option such as ``en,fr``; none for ``all``."""
    codes = [] if wanted == "all" else BETWEEN.split(wanted.strip().lower())
    for code in codes:
        if code not in LANGUAGES:
            raise UsageError(
                f"'{code}' is not an official language.",
                f"Name some of {', '.join(LANGUAGES)}, with commas between, or all.",
            )
    return tuple(cast("list[Language]", codes))
