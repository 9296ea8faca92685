"""Where the command begins and ends: errors become messages and exit codes."""

import atexit
import gc
import json
import os
import sys

import typer
from rich.console import Console

from council_report.errors import CouncilReportError


def main() -> None:
    """Run the command of the command line; the exit code says how it went."""
    _collect_no_garbage()
    from council_report.cli.commands import app

    try:
        app()
    except CouncilReportError as error:
        _explain(str(error), error.hint)
        sys.exit(error.exit_code)
    except Exception as error:
        if os.environ.get("COUNCIL_REPORT_DEBUG"):
            raise
        _explain(
            f"The program failed: {type(error).__name__}: {error}",
            "Set COUNCIL_REPORT_DEBUG=1, call the command again, and report what it prints.",
        )
        sys.exit(CouncilReportError.exit_code)


def _collect_no_garbage() -> None:
    """Leave memory alone: a command ends in seconds, and a sixth of them went into this."""
    gc.disable()
    atexit.register(gc.freeze)


def _explain(message: str, hint: str) -> None:
    if "--json" in sys.argv:
        typer.echo(json.dumps({"error": message, "hint": hint}, ensure_ascii=False))
        return
    console = Console(stderr=True, highlight=False, emoji=False, soft_wrap=True)
    console.print("[bold red]Error:[/] ", end="")
    console.print(message, markup=False)
    console.print(hint, markup=False)
