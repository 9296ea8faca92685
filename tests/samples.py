"""The sample sessions and the templates, copied to be changed."""

import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent
ALL_SIX = "languages: [en, fr, es, ru, zh, ar]"
AS_WRITTEN = "languages: [en, fr]"

MANNER = """\
dates:
  day: d MMMM y
  range_in_month: [d, –d MMMM y]
  range_in_year: [d MMMM, " – d MMMM y"]
  range: [d MMMM y, " – d MMMM y"]
fonts: {latin: Calibri, complex: Calibri, east_asian: Calibri}
pdf_fonts: [Carlito]
list_signs: {item: ;, last: .}
quotation: ["“", "”"]
citations:
  first: ["{number} ({city}, {year})"]
  revised: ["{number} (Rev. {city}, {year})"]
names: {}
"""
"""How a catalogue that is made up writes dates, lists and citations, in YAML; it has no names."""


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
