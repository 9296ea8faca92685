"""Where something stands in a file that somebody sent."""

from dataclasses import dataclass

Path = tuple[str | int, ...]
"""The way from the top of a structured file to a value: ``("entries", 3, "section")``."""


@dataclass(frozen=True, slots=True)
class Location:
    """A place a person can go to: a file and, where known, the line in it (from 1)."""

    file: str
    line: int | None = None

    def __str__(self) -> str:
        return self.file if self.line is None else f"{self.file}, line {self.line}"
