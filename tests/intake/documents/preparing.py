"""Texts made ready for pandoc, and what pandoc then reads in them."""

import hashlib
import subprocess

import pypandoc

from council_report.intake.documents.odt import prepare_odt
from council_report.intake.documents.prepared import Prepared
from council_report.intake.documents.word import prepare_word
from council_report.model.session import TrackedChanges
from council_report.model.source import SourceFile
from tests.intake.documents.builders import docx, odt


def a_source(data: bytes, name: str = "inputs/C26/itu-t/form.docx") -> SourceFile:
    """A file of these bytes."""
    return SourceFile(name=name, data=data, digest=hashlib.sha256(data).hexdigest())


def word(body: str, policy: TrackedChanges = "refuse", **parts: object) -> Prepared:
    """A Word file with this body, made ready."""
    return prepare_word(a_source(docx(body, **parts)), policy)  # type: ignore[arg-type]


def odf(body: str, policy: TrackedChanges = "refuse", **parts: str) -> Prepared:
    """An ODF text with this body, made ready."""
    return prepare_odt(a_source(odt(body, **parts), "inputs/C26/itu-t/form.odt"), policy)


def by_pandoc(prepared: Prepared, form: str = "docx", to: str = "html") -> str:
    """What pandoc reads, written in another format, without the marks of paragraphs."""
    command = (pypandoc.get_pandoc_path(), "--sandbox", "-f", form, "-t", to, "--wrap=none")
    done = subprocess.run(
        command, input=prepared.data, capture_output=True, check=True, timeout=20, env={}
    )
    return done.stdout.decode().strip()


def words_by_pandoc(prepared: Prepared, form: str = "docx") -> list[str]:
    """The words of each paragraph that pandoc reads, apart from its mark."""
    lines = by_pandoc(prepared, form, "plain").replace("¶", "\n¶").splitlines()
    told = (" ".join(line.split()) for line in lines)
    return [words for line in told if (words := line.removeprefix("¶").removesuffix(" -"))]


def told(prepared: Prepared) -> list[tuple[str, str, int | None, str]]:
    """Rule, severity, paragraph and message of each finding."""
    return [
        (one.rule, one.severity, one.location.paragraph, str(one.message))
        for one in prepared.findings
    ]
