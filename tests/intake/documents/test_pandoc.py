"""pandoc: what it is given, what it may do, and what is said when it cannot."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from council_report.intake.documents import pandoc
from council_report.intake.documents.pandoc import syntax_tree
from tests.intake.documents.builders import docx, paragraph


@pytest.fixture
def instead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put a shell script in pandoc's place."""

    def put(script: str) -> None:
        path = tmp_path / "program"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setattr(pandoc.pypandoc, "get_pandoc_path", lambda: str(path))

    return put


def test_a_word_text_gives_its_blocks() -> None:
    """A paragraph is a block."""
    tree = syntax_tree(docx(paragraph("Text.")), "docx")
    assert [block["t"] for block in tree.blocks] == ["Para"]
    assert (tree.remarks, tree.refusal) == ((), None)


def test_a_package_that_is_none_is_refused_in_words() -> None:
    """What pandoc says of it is passed on."""
    tree = syntax_tree(b"PK\x03\x04nothing", "docx")
    assert tree.blocks == []
    assert tree.refusal


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Hidden\n---\n",
        "::: {.note}\nwords\n:::\n",
        "```{=openxml}\n<w:p/>\n```\n",
        "$5 and $10",
        ":smile: words",
        "a) point",
        "A. Smith said",
        "~x~ words",
        "[words]{.mark}",
        "# Words {#id}",
        "- [ ] words",
    ],
)
def test_marks_of_extensions_stay_in_a_markdown_text(text: str) -> None:
    """Metadata, attributes, formulas and the like are words like others, so none is lost."""
    said = str(syntax_tree(text.encode(), "md").blocks)
    letters = "".join(part["c"] for part in strings(syntax_tree(text.encode(), "md").blocks))
    for word in ("Hidden", "words", "10", "smile", "Smith"):
        assert (word in text) <= (word in letters + said)
    assert "Math" not in said
    assert "RawBlock" not in said


def strings(node: object) -> list[dict[str, str]]:
    """The words in a syntax tree."""
    if isinstance(node, list):
        return [found for part in node for found in strings(part)]
    if isinstance(node, dict):
        return [node] if node.get("t") == "Str" else strings(node.get("c"))
    return []


def test_a_file_named_in_a_text_is_not_read(tmp_path: Path) -> None:
    """pandoc reads what it is given and nothing else."""
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    said = str(syntax_tree(f"![picture]({secret})".encode(), "md"))
    assert "secret words" not in said


def test_a_reading_that_takes_too_long_is_stopped(
    instead: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program is ended, and the caller told."""
    instead("exec sleep 60")
    monkeypatch.setattr(pandoc, "SECONDS", 0.1)
    with pytest.raises(TimeoutError):
        syntax_tree(b"", "md")


@pytest.mark.parametrize(
    ("script", "error"), [("exit 251", MemoryError), ("kill -SEGV $$", ChildProcessError)]
)
def test_a_reading_that_fails_is_told(
    script: str, error: type[Exception], instead: Callable[[str], None]
) -> None:
    """Too much memory and a crash are told apart."""
    instead(script)
    with pytest.raises(error):
        syntax_tree(b"", "md")


def test_what_pandoc_warns_of_is_passed_on(instead: Callable[[str], None]) -> None:
    """Each warning is one remark on one line."""
    script = "echo '[WARNING] Could not read' >&2; echo '  the thing' >&2; echo '{\"blocks\": []}'"
    instead(script)
    assert syntax_tree(b"", "md").remarks == ("Could not read the thing",)


def test_pandoc_knows_nothing_of_where_it_runs(
    instead: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the environment nor the folder of the caller is passed on."""
    script = 'test -z "$HOME$SECRET" && test -z "$(ls)" && echo \'{"blocks": []}\''
    monkeypatch.setenv("SECRET", "words")
    instead(script)
    assert syntax_tree(b"", "md").refusal is None


def test_a_heap_that_grows_too_large_is_stopped() -> None:
    """pandoc's own limit works: a large text with a small limit ends in MemoryError."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pandoc, "LIMITS", ("+RTS", "-M4M", "-RTS"))
        with pytest.raises(MemoryError):
            syntax_tree(b"word *em* " * 100_000, "md")
