"""The engine asked for is the engine used; without a wish, the best one there is."""

import pytest

from council_report.errors import UsageError
from council_report.rendering.pdf import ENGINES, choose, libreoffice, typst


def test_engines_go_by_their_names():
    """Both engines can be asked for by name, LibreOffice first."""
    assert list(ENGINES) == ["libreoffice", "typst"]
    assert choose("typst") is typst


def test_libreoffice_is_preferred_where_it_is_installed(monkeypatch):
    """Without a wish, LibreOffice prints the documents if it can."""
    monkeypatch.setattr(libreoffice, "available", lambda: True)

    assert choose() is libreoffice


def test_typst_serves_where_libreoffice_is_missing(monkeypatch):
    """Without LibreOffice, the embedded engine is used."""
    monkeypatch.setattr(libreoffice, "PROGRAM", "no-such-program")

    assert choose() is typst


def test_engine_that_is_not_installed_is_refused_with_a_remedy(monkeypatch):
    """Asking for LibreOffice where there is none says how to get it."""
    monkeypatch.setattr(libreoffice, "PROGRAM", "no-such-program")

    with pytest.raises(UsageError, match="libreoffice is not available") as caught:
        choose("libreoffice")
    assert "apt-get install" in caught.value.hint


def test_engine_nobody_knows_is_refused_with_the_names_there_are():
    """A misspelt engine is answered with the right names."""
    with pytest.raises(UsageError, match=r"There is no PDF engine 'word'\.") as caught:
        choose("word")
    assert caught.value.hint == "Use libreoffice or typst."
