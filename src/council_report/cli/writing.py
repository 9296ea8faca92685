"""Files written into a folder that a person names, or taken out of it."""

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
        "Name a folder that you may write to with --to, or make room in this one.",
    )
