"""LibreOffice: PDF files that look as Word would print them."""

import json
import re
import shutil
from collections.abc import Mapping
from importlib import resources
from pathlib import Path

from council_report.errors import RenderingError
from council_report.model.language import TAGS
from council_report.rendering.pdf import fonts, hyphens, inspect, reading
from council_report.rendering.pdf.normalise import normalised
from council_report.rendering.pdf.process import run, workplace
from council_report.rendering.pdf.source import read_source

NAME = "libreoffice"
PROGRAM = "soffice"

SECONDS_TO_START = 60.0
SECONDS_PER_DOCUMENT = 20.0

SETTINGS = "registrymodifications.xcu"
FONTS = "fonts.conf"
SHIPPED = resources.files("council_report.rendering.pdf") / "libreoffice_profile"
BUILD = re.compile(r"^buildid=(.+)$", re.MULTILINE)

FLAGS = (
    "--headless",
    "--invisible",
    "--nocrashreport",
    "--nodefault",
    "--nologo",
    "--nofirststartwizard",
    "--norestore",
)

# Tagged PDF that conforms to PDF/UA-1. Pictures keep their pixels; headings become bookmarks.
EXPORT_OPTIONS = {
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
    "PDFUACompliance": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
    "UseLosslessCompression": {"type": "boolean", "value": "true"},
    "ReduceImageResolution": {"type": "boolean", "value": "false"},
}
PDF_FILTER = "pdf:writer_pdf_Export:" + json.dumps(EXPORT_OPTIONS)


def available() -> bool:
    """Whether LibreOffice is installed here."""
    return shutil.which(PROGRAM) is not None


def version() -> str:
    """The version of the LibreOffice installed here: ``LibreOffice 7.4.7.2 …``."""
    with workplace() as folder:
        return run("soffice --version", [_program(), "--version"], folder, SECONDS_TO_START)


def convert(documents: Mapping[str, bytes]) -> dict[str, bytes]:
    """The PDF of each Word document, all made by one LibreOffice process."""
    if not documents:
        return {}
    with workplace() as folder:
        files = _write(documents, folder)
        _choose_fonts(folder)
        seconds = SECONDS_TO_START + SECONDS_PER_DOCUMENT * len(documents)
        task = f"LibreOffice, printing {', '.join(documents)}"
        said = run(task, _command(folder, list(files.values())), folder, seconds)
        return {
            name: _finished(name, document, files[name].with_suffix(".pdf"), said)
            for name, document in documents.items()
        }


def _program() -> str:
    program = shutil.which(PROGRAM)
    if program is None:
        raise RenderingError(
            f"{PROGRAM} is not installed.", "Install LibreOffice, or use --pdf typst."
        )
    return program


def _write(documents: Mapping[str, bytes], folder: Path) -> dict[str, Path]:
    """Write each document under a plain name; the marks in Council file names can mean something.

    The non-breaking hyphens are given their stand-in.
    """
    files = {name: folder / f"{number:04}.docx" for number, name in enumerate(documents, 1)}
    for name, file in files.items():
        file.write_bytes(hyphens.with_stand_in(documents[name]))
    return files


def _command(folder: Path, files: list[Path]) -> list[str]:
    profile = f"-env:UserInstallation={_profile(folder).as_uri()}"
    target = ["--convert-to", PDF_FILTER, "--outdir", str(folder)]
    return [_program(), profile, *FLAGS, *target, *(file.name for file in files)]


def _choose_fonts(folder: Path) -> None:
    """Say which fonts to fall back on, where fontconfig looks in the home of a program."""
    settings = folder / ".config" / "fontconfig"
    settings.mkdir(parents=True)
    (settings / FONTS).write_bytes((SHIPPED / FONTS).read_bytes())


def _profile(folder: Path) -> Path:
    """A profile of its own: with a shared one, two processes wait for each other in silence."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / SETTINGS).write_bytes((SHIPPED / SETTINGS).read_bytes())
    _mark_as_started(profile)
    return profile


def _mark_as_started(profile: Path) -> None:
    """Spare LibreOffice its first start: in a profile without this mark it starts twice."""
    versions = Path(_program()).resolve().with_name("versionrc")
    build = BUILD.search(versions.read_text("utf-8")) if versions.is_file() else None
    if build:
        extensions = profile / "user" / "extensions"
        extensions.mkdir()
        (extensions / "buildid").write_text(build[1], "utf-8")


def _finished(name: str, document: bytes, file: Path, said: str) -> bytes:
    """The PDF of one document; exit code 0 does not mean that there is one, or that it is full."""
    hint = f"LibreOffice said: {said[-500:] or 'nothing'}"
    if not file.is_file():
        raise RenderingError(f"LibreOffice made no PDF of {name}.", hint)
    language = read_source(document).language
    pdf = fonts.renamed(hyphens.restored(file.read_bytes(), document))
    if language == TAGS["ar"]:
        pdf = reading.from_left_to_right(pdf)
    pdf = normalised(pdf, language)
    if not inspect.pages(pdf) or not inspect.text(pdf).strip():
        raise RenderingError(f"The PDF that LibreOffice made of {name} is empty.", hint)
    return pdf
