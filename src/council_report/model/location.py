"""Where something stands in a file that somebody sent."""

from collections.abc import Mapping
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


def place_in(places: Mapping[Path, Location], path: Path, file: str) -> Location:
    """Where a value stands, or the nearest place above it that is known, or else the file."""
    while path and path not in places:
        path = path[:-1]
    return places.get(path, Location(file))
