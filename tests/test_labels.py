"""The labels, names and patterns of the six languages: none has a gap. Part of make lint."""

from pathlib import Path

import pytest

from council_report.checks.registry import check_desk
from council_report.intake.desk import read_desk
from council_report.model.catalogue import Catalogue
from council_report.model.language import LANGUAGES

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def catalogues() -> dict[str, Catalogue]:
    """The catalogues of the templates folder, all well formed."""
    desk, findings = read_desk(ROOT / "inputs", ROOT / "templates", "C25")
    assert desk
    assert [one for one in (*findings, *check_desk(desk)) if "labels/" in one.location.file] == []
    return dict(desk.catalogues)


def test_there_is_a_catalogue_for_each_language(catalogues):
    """The six official languages have one each."""
    assert sorted(catalogues) == sorted(LANGUAGES)


@pytest.mark.parametrize("group", ["labels", "names"])
def test_no_language_lacks_a_key(catalogues, group):
    """Every label and every name that one language has is in all of them."""
    keys = {language: set(getattr(one, group)) for language, one in catalogues.items()}
    everything = set().union(*keys.values())
    assert {language: everything - own for language, own in keys.items() if everything - own} == {}


def test_every_label_fills_in_what_it_does_in_english(catalogues):
    """A label has the placeholders of the English one."""

    def braces(text: str) -> int:
        return text.count("{")

    for one in catalogues.values():
        for key, label in one.labels.items():
            assert braces(label.text) == braces(catalogues["en"].labels[key].text), key
