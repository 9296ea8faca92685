"""The command itself, to which each module of verbs adds its own."""

from typing import Any

import typer
from typer.core import TyperGroup

ORDER = (
    "build",
    "check",
    "preview",
    "status",
    "form",
    "receive",
    "watch",
    "diff",
    "drafts",
    "trace",
    "feedback",
    "translate",
    "schema",
)


class InOrder(TyperGroup):
    """The verbs in the order in which they are used, whichever module they are of."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Their names, as the help lists them."""
        return sorted(super().list_commands(ctx), key=ORDER.index)


app = typer.Typer(
    name="council-report",
    cls=InOrder,
    help="Assemble the Secretary-General's report to the ITU Council from what the Sectors send.",
    epilog="Exit codes: 0 fine, 1 errors found in the inputs, 2 wrong usage, 3 and up our own "
    "failures (docs/exit-codes.md).",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
