"""What other programs read in an Office file: the words that we must have read or quoted.

None of these is our reader: pandoc with all tracked changes and docx2python for Word, openpyxl
and calamine for Excel. A program that fails on a file has no opinion about it.
"""

import io
import json
import logging
import re
import subprocess
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

MARKS = re.compile(
    r"(?:----Image alt text---->[^<]*<)?----(?:media/|/).*?----|----Image alt text---->[^<]*<?"
    r"|----(?:foot|end)note\d+----|^\s*(?:foot|end)note\d+\)"
    r"|^\s*(?:--|(?:\d+|[a-zA-Z]+)\))(?=\t)|<latex>.*?</latex>"
    r"|<span style=font-family:.*?</span>|</?a\b[^<>]*>|\u2610|\u2612"
)
"""What docx2python writes into the text of a file by itself: names, numbers of lists, tags."""

ASIDE = {"comment-start", "deletion"}
"""The spans of pandoc that stand beside the text."""

Oracle = Callable[[bytes], list[str]]


def pandoc(data: bytes) -> list[str]:
    """The paragraphs that pandoc reads in a Word file, tracked changes and comments included."""
    import pypandoc

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.docx"
        path.write_bytes(data)
        command = [pypandoc.get_pandoc_path(), "--sandbox", "--track-changes=all", "-t", "json"]
        command += ["-f", "docx", str(path), "+RTS", "-M256M"]
        done = subprocess.run(command, capture_output=True, timeout=20, check=True)
    return list(_paragraphs(json.loads(done.stdout)))


def _paragraphs(node: Any) -> Iterator[str]:
    """The paragraphs in a part of pandoc's tree; notes and comments are paragraphs of their own."""
    if isinstance(node, dict) and node.get("t") in ("Para", "Plain", "Header", "LineBlock"):
        aside: list[Any] = []
        content = node["c"][-1] if node["t"] == "Header" else node["c"]
        yield "".join(_words(content, aside))
        for one in aside:
            yield from _paragraphs(one)
    elif isinstance(node, dict):
        yield from _paragraphs(list(node.values()))
    elif isinstance(node, list):
        for one in node:
            yield from _paragraphs(one)


def _words(node: Any, aside: list[Any]) -> Iterator[str]:
    """The words in inline parts of pandoc's tree; what stands beside the text is put aside."""
    if isinstance(node, list):
        for one in node:
            yield from _words(one, aside)
        return
    match node:
        case {"t": "Str", "c": text} | {"t": "Code", "c": [_, text]}:
            yield text
        case {"t": "Space" | "SoftBreak" | "LineBreak"}:
            yield " "
        case {"t": "Image" | "Math"}:  # A picture has no words, a formula no single form.
            return
        case {"t": "Note", "c": content}:
            aside.append(content)
        case {"t": "Span", "c": [[_, names, _], content]} if ASIDE & set(names):
            aside.append({"t": "Para", "c": content})
        case {"c": content}:
            yield from _words(content, aside)


def docx2python(data: bytes) -> list[str]:
    """The lines that docx2python reads in a Word file: body, notes, headers, footers, comments."""
    from docx2python import docx2python as opened

    logging.disable(logging.CRITICAL)
    with opened(io.BytesIO(data)) as file:
        return [line for row in file.text.splitlines() for line in MARKS.split(row)]


def openpyxl(data: bytes) -> list[str]:
    """The cells that openpyxl reads in an Excel file."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), data_only=True)
    return [
        cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows(max_row=2_000, max_col=200)
        for cell in row
        if isinstance(cell.value, str)
    ]


def calamine(data: bytes) -> list[str]:
    """The cells that calamine reads in an Excel file."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [
        value
        for name in book.sheet_names
        for row in book.get_sheet_by_name(name).to_python(nrows=2_000)
        for value in row
        if isinstance(value, str)
    ]


ORACLES: dict[str, tuple[Oracle, ...]] = {
    ".docx": (pandoc, docx2python),
    ".xlsx": (openpyxl, calamine),
}


def opinions_on(data: bytes, suffix: str) -> list[tuple[str, list[str]]]:
    """The lines that each program reads in a file, with the name of the program."""
    opinions: list[tuple[str, list[str]]] = []
    for oracle in ORACLES.get(suffix, ()):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                lines = [line for line in oracle(data) if line.strip()]
            except Exception:  # noqa: S112 - a program that fails on a file has no opinion about it
                continue
        opinions.append((oracle.__name__, lines))
    return opinions
