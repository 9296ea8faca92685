"""An amendment: whole when it is made, and bound to the text that it was made for."""

import datetime

import pytest

from council_report.model.amendment import Amendment, text_digest

GIVEN = {
    "contributor": "itu-t",
    "entry": "standards-work",
    "language": "en",
    "old": text_digest("One."),
    "by": "A. Reviewer",
    "on": datetime.date(2026, 11, 22),
}


@pytest.mark.parametrize(
    "keys",
    [
        {"new": "First."},
        {"new": "", "cell": (2, 1)},
        {"action": "remove"},
        {"action": "add", "id": "more", "new": "More."},
        {"action": "add", "id": "more", "kind": "bullet", "new": "More."},
    ],
)
def test_what_each_action_needs(keys: dict[str, object]) -> None:
    """A replacement says what is new, an addition its id as well, a removal nothing more."""
    assert Amendment.model_validate(GIVEN | keys)


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"new": ""},
        {"action": "add", "id": "more"},
        {"action": "add", "new": "More."},
        {"action": "add", "new": "", "id": "more"},
        {"action": "add", "new": "More.", "id": "more", "kind": "table"},
        {"action": "add", "new": "More.", "id": "more", "cell": (1, 1)},
        {"action": "remove", "new": "More."},
        {"new": "First.", "id": "more"},
        {"new": "First.", "cell": (0, 1)},
    ],
)
def test_none_is_made_by_halves(keys: dict[str, object]) -> None:
    """A key that is missing, or that says nothing there, is refused, whoever writes it."""
    with pytest.raises(ValueError, match="validation error"):
        Amendment.model_validate(GIVEN | keys)


def test_the_digest_of_a_text_is_its_own() -> None:
    """Every sign of a text counts, spaces and marks included."""
    texts = ["One.", "One. ", "*One.*", "one.", ""]
    assert len({text_digest(text) for text in texts}) == len(texts)
