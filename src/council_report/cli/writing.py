"""Files written into a folder that a person names, or taken out of it."""

from collections.abc import Mapping
from pathlib import Path

from council_report.errors import UsageError


def write(folder: Path, name: str, data: bytes) -> Path:
    """The path of a file that now holds the data; UsageError if that cannot be."""
    path = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise _refused(path, error) from error
    return path


def write_anew(folder: Path, files: Mapping[str, bytes], option: str) -> tuple[Path, ...]:
    """The paths of files written into a folder, by name; ``option`` names another folder.

    Raises UsageError, and writes nothing, if a file of one of the names has other content: somebody
    may have begun to work in it.
    """
    for name, data in files.items():
        path = folder / name
        if path.exists() and not (path.is_file() and path.read_bytes() == data):
            raise UsageError(
                f"{path} is there already, and may hold somebody's work.",
                f"Move it away, or name another folder with {option}.",
            )
    return tuple(write(folder, name, data) for name, data in files.items())


def remove(folder: Path, name: str) -> None:
    """Make sure that a folder has no file of a name; UsageError if it cannot be removed."""
    path = folder / name
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _refused(path, error) from error


def _refused(path: Path, error: OSError) -> UsageError:
    return UsageError(
        f"{path} could not be written: {error.strerror}.",
        "Name another folder that you may write to, or make room in this one.",
    )
