"""Typst, by way of pandoc: PDF files where no office program is installed.

The layout is close to the one Word would give, not the same. Tracked changes of words are printed
as such; of looks, and in headers and footers, only what is new.
"""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from importlib import metadata, resources
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from council_report.errors import RenderingError
from council_report.rendering.pdf import inspect
from council_report.rendering.pdf.isolates import with_languages_apart
from council_report.rendering.pdf.normalise import normalised
from council_report.rendering.pdf.process import run, workplace
from council_report.rendering.pdf.source import Source, read_source

if TYPE_CHECKING:
    from typst import Fonts

NAME = "typst"

SECONDS_TO_READ = 60.0
MEMORY_TO_READ = "1024M"

ASSETS = resources.files("council_report.rendering.pdf") / "typst_assets"
HINT = "Use --pdf libreoffice, or --pdf none for the Word files alone."


def available() -> bool:
    """Whether typst and pandoc are installed; both come with this program."""
    return find_spec("typst") is not None and find_spec("pypandoc") is not None


def version() -> str:
    """The versions of typst and pandoc: ``typst 0.15.2, pandoc 3.9``."""
    import pypandoc

    return f"typst {metadata.version('typst')}, pandoc {pypandoc.get_pandoc_version()}"


def warm_up() -> None:
    """There is nothing to start ahead of need."""


def cool_down() -> None:
    """There is nothing to end."""


def convert(
    documents: Mapping[str, bytes], each: Callable[[str, bytes], None] = lambda *_: None
) -> dict[str, bytes]:
    """The PDF of each Word document; ``each`` is called with every one once it is made."""
    made = {}
    for name, document in documents.items():
        made[name] = _converted(name, document)
        each(name, made[name])
    return made


def _converted(name: str, document: bytes) -> bytes:
    source = read_source(document)
    with workplace() as folder:
        page = (ASSETS / "page.typ").read_text("utf-8")
        file = folder / "document.typ"
        body = _body(name, with_languages_apart(document, source.language), folder)
        file.write_text(page + body, "utf-8")
        pdf = normalised(_printed(name, file, source), source.language)
    if inspect.is_empty(pdf):
        raise RenderingError(f"The PDF that typst made of {name} is empty.", HINT)
    return pdf


def _body(name: str, document: bytes, folder: Path) -> str:
    """The body of the Word document, as calls of the functions of ``page.typ``.

    Pandoc may read and write nothing but the files in ``folder``.
    """
    import pypandoc

    (folder / "document.docx").write_bytes(document)
    (folder / "styles.lua").write_bytes((ASSETS / "styles.lua").read_bytes())
    command = [
        pypandoc.get_pandoc_path(),
        *("+RTS", f"-M{MEMORY_TO_READ}", "-RTS"),
        *("--sandbox", "--from=docx+styles", "--to=typst-smart", "--wrap=none"),
        "--track-changes=all",
        *("--lua-filter=styles.lua", "--extract-media=.", "--output=body.typ", "document.docx"),
    ]
    run(f"pandoc, reading {name}", command, folder, SECONDS_TO_READ)
    return (folder / "body.typ").read_text("utf-8")


def _printed(name: str, file: Path, source: Source) -> bytes:
    from typst import TypstError
    from typst import compile as compiled

    inputs, fonts = _inputs(name, source), _fonts()
    with suppress(TypstError):
        return compiled(
            file, root=file.parent, font_paths=fonts, sys_inputs=inputs, pdf_standards="ua-1"
        )
    # A character that no font here has breaks PDF/UA, yet the document can be printed and searched.
    try:
        return compiled(file, root=file.parent, font_paths=fonts, sys_inputs=inputs)
    except TypstError as error:
        raise RenderingError(f"typst could not print {name}: {error}.", HINT) from None


def _inputs(name: str, source: Source) -> dict[str, str]:
    """What ``page.typ`` asks for: title, language, fonts, and the lines that run along pages."""
    running = {
        "first_header": source.first_header,
        "first_footer": source.first_footer,
        "header": source.header,
        "footer": source.footer,
    }
    return {
        "title": source.title or name,
        "language": source.language or "en",
        "latin": json.dumps(source.latin_fonts),
        "others": json.dumps(source.other_fonts),
        "running": json.dumps(running),
    }


@cache
def _fonts() -> "Fonts":
    """The fonts of this machine; looking for them takes longer than printing a page."""
    from typst import Fonts

    return Fonts()
