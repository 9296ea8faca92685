"""A step: one call of a function of a room, under a name that a person recognises.

The same recipe runs plainly for the quick commands and as tasks of Prefect for a build.
"""

from collections.abc import Callable
from typing import ParamSpec, Protocol, TypeVar

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class Step(Protocol):
    """Calls a function of a room."""

    def __call__(
        self,
        name: str,
        function: Callable[Arguments, Result],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Result:
        """What the function gives for these arguments."""


def plainly(
    name: str,  # noqa: ARG001 - a plain call shows its name to nobody
    function: Callable[Arguments, Result],
    *args: Arguments.args,
    **kwargs: Arguments.kwargs,
) -> Result:
    """A step without a workflow engine: the call itself."""
    return function(*args, **kwargs)
