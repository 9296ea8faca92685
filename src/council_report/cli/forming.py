"""Which forms are asked for, and forms put into a folder, none in the place of another file."""

from collections.abc import Iterable
from pathlib import Path

from council_report.cli.writing import write
from council_report.errors import UsageError
from council_report.model.form import FormFormat
from council_report.model.language import Language
from flows.forming import FormFile, FormRequest


def form_request(
    session: str,
    contributor: str | None,
    everybody: bool,
    language: Language | None,
    form_format: FormFormat,
    start: str | None,
) -> FormRequest:
    """The request of a command; UsageError unless it names one contributor or asks for all."""
    if everybody == (contributor is not None):
        raise UsageError(
            "It is not clear whose form is wanted.",
            "Name a contributor, such as itu-t, or ask for everybody's with --all.",
        )
    return FormRequest(
        session=session,
        contributor=contributor,
        language=language,
        format=form_format,
        start=start,
    )


def put_forms(folder: Path, files: Iterable[FormFile]) -> tuple[Path, ...]:
    """The paths of forms written into a folder.

    Raises UsageError, and writes nothing, if a file of one of the names has other content: it may
    be a form that somebody has begun to fill in.
    """
    files = tuple(files)
    for file in files:
        path = folder / file.name
        if path.exists() and not _holds(path, file.data):
            raise UsageError(
                f"{path} is there already, and may hold somebody's work.",
                "Move it away, or name another folder with --to.",
            )
    return tuple(write(folder, file.name, file.data) for file in files)


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data
