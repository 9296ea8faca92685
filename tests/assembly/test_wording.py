"""The fixed wordings, and which of them ITU has yet to confirm."""

import pytest

from council_report.assembly.wording import Wording
from council_report.model.catalogue import Catalogue
from council_report.model.language import Language

Catalogues = dict[Language, Catalogue]


@pytest.fixture
def french(catalogues: Catalogues) -> Wording:
    """The French catalogue, not yet used."""
    return Wording(catalogues["fr"])


def test_placeholders_are_filled(french: Wording) -> None:
    """What a label leaves open is filled in, its own spaces kept."""
    assert french.say("header.document", symbol="C25/43-F") == "Document\u00a0C25/43-F"


def test_a_filled_in_text_is_not_read_again(french: Wording) -> None:
    """Braces in what is filled in are no placeholders."""
    assert french.say("awaited", contributor="{contributor}") == "[en attente: {contributor}]"


def test_the_feminine_form_is_used_where_there_is_one(french: Wording) -> None:
    """A label without a feminine form is the same for everybody."""
    assert french.say("author.report", "feminine", official="X") == "Rapport de la X"
    assert french.say("author.report", "masculine", official="X") == "Rapport du X"
    assert french.say("header.session", "feminine", year="2025") == "Conseil 2025"


def test_an_unknown_label_is_not_invented(french: Wording) -> None:
    """There is no wording for a key that the catalogue lacks."""
    with pytest.raises(KeyError):
        french.say("box.colour")


def test_provisional_labels_are_remembered(french: Wording) -> None:
    """The provisional labels given out are listed, each once, sorted; confirmed ones are not."""
    assert french.provisional == ()
    french.say("pending.date")
    french.say("header.session", year="2025")
    french.say("awaited", contributor="UIT-D")
    french.say("awaited", contributor="UIT-T")
    assert french.provisional == ("awaited", "pending.date")
