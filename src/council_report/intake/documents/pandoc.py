"""pandoc, which turns a Word, ODF or Markdown text into a syntax tree."""

import json
import subprocess
import tempfile
from typing import Any, Literal, NamedTuple

import pypandoc

Form = Literal["docx", "odt", "md"]
"""What a document is by its content: Word, ODF, Markdown."""

Node = dict[str, Any]
"""A block or inline of pandoc's syntax tree: its type ``t`` and, of most, its content ``c``."""

PLAIN_MARKDOWN = (
    "commonmark_x+sourcepos-alerts-attributes-bracketed_spans-emoji-fancy_lists-fenced_divs"
    "-implicit_header_references-raw_attribute-raw_html-smart-subscript-task_lists"
    "-tex_math_dollars-yaml_metadata_block"
)
"""Markdown with tables, notes, struck and raised words, and nothing that runs or hides a text."""

READERS = {"docx": "docx", "odt": "odt", "md": PLAIN_MARKDOWN}

SECONDS = 8
"""How long pandoc may take; an ordinary file takes a fifth of a second."""

LIMITS = ("+RTS", "-M256M", "-RTS")

HEAP_EXHAUSTED = 251
"""How pandoc's runtime says that it needed more memory than it may have."""


class SyntaxTree(NamedTuple):
    """The blocks of a document, and what pandoc remarked while it read them.

    ``refusal`` is what pandoc said of a file that it could not read.
    """

    blocks: list[Node]
    remarks: tuple[str, ...] = ()
    refusal: str | None = None


def syntax_tree(data: bytes, form: Form) -> SyntaxTree:
    """The syntax tree of a document.

    pandoc gets the bytes alone: no other file, no network, no environment. Raises TimeoutError
    and MemoryError where a limit was reached, ChildProcessError where it was killed.
    """
    command = (pypandoc.get_pandoc_path(), "--from", READERS[form], "--to", "json", "--sandbox")
    with tempfile.TemporaryDirectory(prefix="document-") as folder:
        try:
            done = subprocess.run(
                (*command, *LIMITS),
                input=data,
                capture_output=True,
                cwd=folder,
                env={},
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise TimeoutError from None
    said = done.stderr.decode("utf-8", errors="replace")
    if done.returncode == HEAP_EXHAUSTED:
        raise MemoryError
    if done.returncode < 0:
        raise ChildProcessError(said)
    if done.returncode:
        return SyntaxTree([], refusal=said.strip())
    return SyntaxTree(json.loads(done.stdout)["blocks"], _remarks(said))


def _remarks(said: str) -> tuple[str, ...]:
    """The warnings among what pandoc said, each on one line."""
    pieces = said.split("[WARNING] ")[1:]
    return tuple(" ".join(piece.split()) for piece in pieces)
