"""Word documents made into PDF files: one module per outside program, all of the same shape."""

from collections.abc import Callable, Mapping
from typing import Protocol

from council_report.errors import UsageError
from council_report.rendering.pdf import libreoffice, typst


class Engine(Protocol):
    """A module of this folder that makes PDF files with one outside program.

    Documents are handed over and back by the file names of the Word documents.
    """

    NAME: str

    def available(self) -> bool:
        """Whether the program is installed here."""

    def version(self) -> str:
        """The program and its version, for a person to read."""

    def warm_up(self) -> None:
        """Start the program ahead of need, for the next conversion."""

    def cool_down(self) -> None:
        """End the program that was started ahead of need, if nothing was converted with it."""

    def convert(
        self, documents: Mapping[str, bytes], each: Callable[[str, bytes], None] = ...
    ) -> dict[str, bytes]:
        """The PDF of each Word document; ``each`` is called with every one once it is made."""


ENGINES: Mapping[str, Engine] = {engine.NAME: engine for engine in (libreoffice, typst)}
"""The engines by name, the preferred one first."""

HINTS: Mapping[str, str] = {
    "libreoffice": "Install it (Debian: apt-get install libreoffice-writer-nogui), or use typst.",
    "typst": "Install the project again from its lock file, or use libreoffice.",
}


def choose(name: str | None = None) -> Engine:
    """The engine of this name, or the first that is available."""
    if name is None:
        return _first_available()
    if name not in ENGINES:
        raise UsageError(f"There is no PDF engine '{name}'.", f"Use {' or '.join(ENGINES)}.")
    if not ENGINES[name].available():
        raise UsageError(f"The PDF engine {name} is not available here.", HINTS[name])
    return ENGINES[name]


def _first_available() -> Engine:
    for engine in ENGINES.values():
        if engine.available():
            return engine
    raise UsageError("No PDF engine is available here.", HINTS["libreoffice"])
