"""Where a command works: the folders of the checkout it was called in."""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from council_report.errors import UsageError

PdfEngine = Literal["libreoffice", "typst", "none"]
"""What makes the PDF files of a draft."""


class Workplace(BaseModel):
    """The folders that a command reads from and writes to, as absolute paths."""

    model_config = ConfigDict(frozen=True)

    root: Path
    inputs: Path
    templates: Path
    outputs: Path


def find_workplace(
    start: Path, inputs: Path | None = None, outputs: Path | None = None
) -> Workplace:
    """The workplace that a folder is in, with other folders for inputs or outputs if named.

    Raises UsageError where neither the folder nor one above it holds ``templates/kinds/``, or
    where the inputs folder does not exist.
    """
    root = _root(start.resolve())
    workplace = Workplace(
        root=root,
        inputs=(inputs or root / "inputs").resolve(),
        templates=root / "templates",
        outputs=(outputs or root / "outputs").resolve(),
    )
    if not workplace.inputs.is_dir():
        raise UsageError(
            f"There is no folder {workplace.inputs}.", "Name the inputs folder with --inputs."
        )
    return workplace


def _root(start: Path) -> Path:
    for folder in (start, *start.parents):
        if (folder / "templates" / "kinds").is_dir():
            return folder
    raise UsageError(
        f"{start} is not in a checkout of council-report: it has no templates/kinds/ above it.",
        "Go to the project's folder and call the command again.",
    )
