"""Files written into a folder that a person names."""

from pathlib import Path

from council_report.errors import UsageError


def write(folder: Path, name: str, data: bytes) -> Path:
    """The path of a file that now holds the data; UsageError if that cannot be."""
    path = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise UsageError(
            f"{path} could not be written: {error.strerror}.",
            "Name a folder that you may write to with --to, or make room in this one.",
        ) from error
    return path
