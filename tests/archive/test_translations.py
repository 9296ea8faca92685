"""Translations in ``translations/<language>.yaml``, each in the place of the one before it."""

import datetime
import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_report.archive import lists
from council_report.archive.translations import store_translations
from council_report.errors import ArchiveError
from council_report.intake.structured import build
from council_report.intake.tree import Tree
from council_report.model.source import SourceFile
from council_report.model.translating import source_digest
from council_report.model.translation import Translation, TranslationsFile

ONE = Translation(
    unit="itu-t:health",
    source=source_digest("Old."),
    text="Nuevo: *texto* [[count]], “citado” # sin comentario",
    translator="Spanish desk",
    date=datetime.date(2025, 5, 12),
    status="sample translation, not official",
)
OTHER = ONE.model_copy(update={"unit": "documents.report.title", "text": "Informe", "status": None})


def read(path: Path) -> tuple[Translation, ...]:
    """The translations as intake reads them; it finds nothing wrong."""
    source = SourceFile(name=path.name, data=path.read_bytes(), digest="")
    value, findings = build(TranslationsFile, Tree(source))
    assert not findings
    assert value
    return value.translations


def test_the_file_is_made_where_there_is_none(tmp_path: Path) -> None:
    """It names its language, and editors know its schema."""
    path = store_translations(tmp_path, "es", [ONE, OTHER])
    assert path == tmp_path / "translations" / "es.yaml"
    assert read(path) == (ONE, OTHER)
    text = path.read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../../schemas/translations.json\n")
    assert "\nlanguage: es\n" in text


def test_a_newer_translation_takes_the_place_of_the_one_of_its_unit(tmp_path: Path) -> None:
    """The others, their order and the comments of the file stay."""
    path = store_translations(tmp_path, "es", [ONE, OTHER])
    path.write_text(path.read_text("utf-8") + "  # Seen by the reviser.\n", "utf-8")
    newer = ONE.model_copy(update={"text": "Más nuevo."})
    store_translations(tmp_path, "es", [newer])
    assert read(path) == (newer, OTHER)
    assert "# Seen by the reviser." in path.read_text("utf-8")


@given(
    text=st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp"]),
        min_size=1,
    )
)
def test_every_text_is_read_back_to_the_letter(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    """Whatever a translator wrote is what the next build reads."""
    one = ONE.model_copy(update={"text": text})
    assert read(store_translations(tmp_path_factory.mktemp("session"), "ar", [one])) == (one,)


@pytest.mark.parametrize("held", ["language: es\ntranslations: [1]\n", "- a\n", "a: [\n", "\xff"])
def test_a_file_that_is_not_in_order_is_left_as_it_is(tmp_path: Path, held: str) -> None:
    """Nothing is added to what the program does not understand."""
    path = tmp_path / "translations" / "es.yaml"
    path.parent.mkdir()
    path.write_text(held, "latin-1")
    with pytest.raises(ArchiveError, match="does not hold what it should"):
        store_translations(tmp_path, "es", [ONE])
    assert path.read_text("latin-1") == held


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """A file of the name of the folder stands in the way."""
    (tmp_path / "translations").write_text("mine")
    with pytest.raises(ArchiveError, match="could not be"):
        store_translations(tmp_path, "es", [ONE])


@pytest.mark.parametrize("status", [None, "not yet revised"])
def test_a_comment_stays_where_it_was_written(tmp_path: Path, status: str | None) -> None:
    """Also between a translation that is replaced and the next one."""
    path = store_translations(tmp_path, "es", [OTHER.model_copy(update={"unit": ONE.unit}), OTHER])
    text = path.read_text("utf-8").replace(
        f"  - unit: {OTHER.unit}", f"  # Checked with ITU-T.\n  - unit: {OTHER.unit}"
    )
    path.write_text(text, "utf-8")
    newer = ONE.model_copy(update={"text": "Más nuevo.", "status": status})
    store_translations(tmp_path, "es", [newer])
    assert read(path) == (newer, OTHER)
    before, _, after = path.read_text("utf-8").partition("  # Checked with ITU-T.\n")
    assert "Más nuevo." in before
    assert after.startswith(f"  - unit: {OTHER.unit}")
    assert "ITU-T" not in before + after


def test_no_link_is_followed(tmp_path: Path) -> None:
    """Neither to read nor to write."""
    other = tmp_path / "other.yaml"
    other.write_text("language: es\ntranslations: []\n")
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations" / "es.yaml").symlink_to(other)
    with pytest.raises(ArchiveError, match="could not be written"):
        store_translations(tmp_path, "es", [ONE])
    assert other.read_text() == "language: es\ntranslations: []\n"


def test_a_file_does_not_become_larger_than_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or else the import would be the last thing that the session was good for."""
    monkeypatch.setattr(lists, "LARGEST_LIST", 1000)
    path = store_translations(tmp_path, "es", [ONE])
    before = path.read_bytes()
    with pytest.raises(ArchiveError, match="would become larger"):
        store_translations(tmp_path, "es", [OTHER.model_copy(update={"text": "a " * 500})])
    assert path.read_bytes() == before


def test_a_disk_without_room_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing half written is left beside it either."""
    path = store_translations(tmp_path, "es", [ONE])
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ArchiveError, match="No space left on device"):
        store_translations(tmp_path, "es", [OTHER])
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == ["es.yaml"]
