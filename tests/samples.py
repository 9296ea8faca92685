"""The sample sessions and the templates, copied to be changed."""

import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent
ALL_SIX = "languages: [en, fr, es, ru, zh, ar]"
AS_WRITTEN = "languages: [en, fr]"


def copy_samples(place: Path) -> None:
    """Copy the samples, in all their languages, into a folder."""
    for folder in ("inputs", "templates"):
        shutil.copytree(ROOT / folder, place / folder)
    shutil.copy(ROOT / "pyproject.toml", place)


def copy_as_written(place: Path) -> None:
    """Copy the samples in the two languages that their contributors write, which is faster."""
    copy_samples(place)
    for session in (place / "inputs").glob("*/session.yaml"):
        session.write_text(session.read_text("utf-8").replace(ALL_SIX, AS_WRITTEN), "utf-8")
        shutil.rmtree(session.parent / "translations", ignore_errors=True)
