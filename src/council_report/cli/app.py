"""The command itself, to which each module of verbs adds its own."""

import typer

app = typer.Typer(
    name="council-report",
    help="Assemble the Secretary-General's report to the ITU Council from what the Sectors send.",
    epilog="Exit codes: 0 fine, 1 errors found in the inputs, 2 wrong usage, 3 and up our own "
    "failures (docs/exit-codes.md).",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
