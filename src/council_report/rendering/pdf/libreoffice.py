"""LibreOffice: PDF files that look as Word would print them."""

import hashlib
import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from importlib import resources
from itertools import pairwise
from pathlib import Path

from council_report.errors import RenderingError
from council_report.model.language import TAGS
from council_report.rendering.pdf import fonts, hyphens, inspect, reading
from council_report.rendering.pdf.isolates import with_brackets_apart
from council_report.rendering.pdf.normalise import normalised
from council_report.rendering.pdf.process import background, run, workplace
from council_report.rendering.pdf.source import read_source

NAME = "libreoffice"
PROGRAM = "soffice"

SECONDS_TO_START = 60.0
SECONDS_PER_DOCUMENT = 20.0

PROFILE = "profile"
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
_waiting: list[tuple[Path, ExitStack]] = []
"""The LibreOffice that has started and waits, if one does: its folder, and what ends it."""

PDF_FILTER = "pdf:writer_pdf_Export:" + json.dumps(EXPORT_OPTIONS)


def available() -> bool:
    """Whether LibreOffice is installed here."""
    return shutil.which(PROGRAM) is not None


def version() -> str:
    """The version of the LibreOffice installed here: ``LibreOffice 7.4.7.2 …``."""
    with workplace() as folder:
        return run("soffice --version", [_program(), "--version"], folder, SECONDS_TO_START)


def warm_up() -> None:
    """Start LibreOffice ahead of need: the next conversion prints with it.

    It takes longer to start than to print a document.
    """
    if not _waiting:
        with ExitStack() as stack:
            folder = stack.enter_context(workplace())
            profile = _profile(folder)
            stack.callback(_forget, profile)
            stack.enter_context(background([_program(), _with(profile), *FLAGS], folder))
            _waiting.append((folder, stack.pop_all()))


def cool_down() -> None:
    """End the LibreOffice that was started ahead of need, if nothing was printed with it."""
    while _waiting:
        _waiting.pop()[1].close()


def convert(
    documents: Mapping[str, bytes], each: Callable[[str, bytes], None] = lambda *_: None
) -> dict[str, bytes]:
    """The PDF of each Word document, all made by one LibreOffice process.

    ``each`` is called with every one as soon as it is made.
    """
    if not documents:
        return {}
    with _office() as folder:
        files = _write(documents, folder)
        seconds = SECONDS_TO_START + SECONDS_PER_DOCUMENT * len(documents)
        task = f"LibreOffice, printing {', '.join(documents)}"
        printing = _Printing(documents, files, each)
        said = run(
            task, _command(folder, list(files.values())), folder, seconds, printing.finish_ready
        )
        return printing.all(said)


class _Printing:
    """PDF files that are finished while LibreOffice prints the next one."""

    def __init__(
        self,
        documents: Mapping[str, bytes],
        files: Mapping[str, Path],
        each: Callable[[str, bytes], None],
    ) -> None:
        self.documents = documents
        self.each = each
        self.pdfs = {name: file.with_suffix(".pdf") for name, file in files.items()}
        self.finished: dict[str, bytes] = {}

    def finish_ready(self) -> None:
        """Finish one file that is written whole: LibreOffice has begun the one after it."""
        for name, after in pairwise(self.pdfs):
            if name in self.finished or not self.pdfs[after].is_file():
                continue
            if self.pdfs[name].is_file():
                self._finish(name)
                return

    def all(self, said: str) -> dict[str, bytes]:
        """Every file; exit code 0 does not mean that there is one, or that it is full."""
        hint = f"LibreOffice said: {said[-500:] or 'nothing'}"
        for name, file in self.pdfs.items():
            if not file.is_file():
                raise RenderingError(f"LibreOffice made no PDF of {name}.", hint)
            if name not in self.finished:
                self._finish(name)
            pdf = self.finished[name]
            if inspect.is_empty(pdf):
                raise RenderingError(f"The PDF that LibreOffice made of {name} is empty.", hint)
        return {name: self.finished[name] for name in self.documents}

    def _finish(self, name: str) -> None:
        self.finished[name] = _finished(self.documents[name], self.pdfs[name].read_bytes())
        self.each(name, self.finished[name])


@contextmanager
def _office() -> Iterator[Path]:
    """A folder to print in, with a profile: of the LibreOffice that waits, if one does."""
    if _waiting:
        folder, stack = _waiting.pop()
        with stack:
            yield folder
    else:
        with workplace() as folder:
            _profile(folder)
            yield folder


def _forget(profile: Path) -> None:
    """Remove the pipe that a LibreOffice listens at, which it leaves behind when it is killed.

    It is named by an MD5 of the profile's address in UTF-16, each byte in hexadecimal digits.
    """
    address = profile.as_uri().encode("utf-16-le")
    digest = hashlib.md5(address, usedforsecurity=False).digest()
    name = "".join(f"{byte:x}" for byte in digest)
    for pipe in Path("/tmp").glob(f"OSL_PIPE_*_{name}"):  # noqa: S108  LibreOffice knows no other
        pipe.unlink(missing_ok=True)


def _program() -> str:
    program = shutil.which(PROGRAM)
    if program is None:
        raise RenderingError(
            f"{PROGRAM} is not installed.", "Install LibreOffice, or use --pdf typst."
        )
    return program


def _write(documents: Mapping[str, bytes], folder: Path) -> dict[str, Path]:
    """Write each document under a plain name; the marks in Council file names can mean something.

    The non-breaking hyphens are given their stand-in, Latin words are kept with their brackets.
    """
    files = {name: folder / f"{number:04}.docx" for number, name in enumerate(documents, 1)}
    for name, file in files.items():
        file.write_bytes(hyphens.with_stand_in(with_brackets_apart(documents[name])))
    return files


def _command(folder: Path, files: list[Path]) -> list[str]:
    target = ["--convert-to", PDF_FILTER, "--outdir", str(folder)]
    profile = _with(folder / PROFILE)
    return [_program(), profile, *FLAGS, *target, *(file.name for file in files)]


def _with(profile: Path) -> str:
    return f"-env:UserInstallation={profile.as_uri()}"


def _choose_fonts(folder: Path) -> None:
    """Say which fonts to fall back on, where fontconfig looks in the home of a program."""
    settings = folder / ".config" / "fontconfig"
    settings.mkdir(parents=True)
    (settings / FONTS).write_bytes((SHIPPED / FONTS).read_bytes())


def _profile(folder: Path) -> Path:
    """A profile of its own: with a shared one, two processes wait for each other in silence."""
    profile = folder / PROFILE
    (profile / "user").mkdir(parents=True)
    (profile / "user" / SETTINGS).write_bytes((SHIPPED / SETTINGS).read_bytes())
    _mark_as_started(profile)
    _choose_fonts(folder)
    return profile


def _mark_as_started(profile: Path) -> None:
    """Spare LibreOffice its first start: in a profile without this mark it starts twice."""
    versions = Path(_program()).resolve().with_name("versionrc")
    build = BUILD.search(versions.read_text("utf-8")) if versions.is_file() else None
    if build:
        extensions = profile / "user" / "extensions"
        extensions.mkdir()
        (extensions / "buildid").write_text(build[1], "utf-8")


def _finished(document: bytes, pdf: bytes) -> bytes:
    """The PDF of a document as it is handed out."""
    language = read_source(document).language
    pdf = fonts.renamed(hyphens.restored(pdf, document))
    if language == TAGS["ar"]:
        pdf = reading.from_left_to_right(pdf)
    return normalised(pdf, language)
