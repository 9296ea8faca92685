"""An entry against the one of the session before: changed or not, as a reader of print sees it."""

import pytest

from council_report.model.contribution import Entry
from council_report.model.earlier import is_unchanged, news_of

FULL = {
    "id": "summit",
    "section": "standards",
    "kind": "table",
    "unit": "ITU-T Study Group 13",
    "status": "planned",
    "dates": ("2025-12-02/2025-12-03",),
    "mandates": ("R1", "SG4"),
    "countries": ("KR",),
    "partners": ("ISO",),
    "references": ("Document C25/43",),
    "text": {"en": "A **large** summit in Seoul.", "fr": "Un sommet à Séoul."},
    "table": {"en": (("Day", "Place"), ("2", "Seoul")), "fr": (("Jour", "Lieu"), ("2", "Séoul"))},
}


def an_entry(**changed: object) -> Entry:
    """An entry with every detail, some of them changed."""
    return Entry.model_validate(FULL | changed)


def test_an_entry_is_unchanged_since_itself():
    """The same entry is unchanged."""
    assert news_of(an_entry(), an_entry()) == "unchanged"


def test_an_entry_that_was_not_there_is_new():
    """Without an earlier one of its id an entry is new."""
    assert news_of(an_entry(), None) == "new"


def test_one_language_of_several_is_no_change():
    """A form in French gives back the French text only."""
    french = {"text": {"fr": FULL["text"]["fr"]}, "table": {"fr": FULL["table"]["fr"]}}
    assert is_unchanged(an_entry(**french), an_entry())


@pytest.mark.parametrize(
    "text",
    [
        "A **large**\n  summit in Seoul.",
        "A __large__ summit in Seoul.".replace("__", "**"),
        "A **large** summit in Seoul\\.",
    ],
)
def test_signs_that_print_the_same_are_no_change(text):
    """Line breaks and needless backslashes change nothing that is printed."""
    assert is_unchanged(an_entry(text={"en": text}), an_entry())


@pytest.mark.parametrize(
    "changed",
    [
        {"text": {"en": "A large summit in Seoul."}},
        {"text": {"en": "A **large** summit in Busan."}},
        {"text": {"es": "Una cumbre en Seúl."}},
        {"table": {"en": (("Day", "Place"), ("3", "Seoul"))}},
        {"table": {"es": (("Día", "Lugar"), ("2", "Seúl"))}},
        {"table": None},
        {"section": "governance"},
        {"kind": "bullet"},
        {"unit": None},
        {"status": "done"},
        {"dates": ()},
        {"mandates": ("R1",)},
        {"countries": ("KR", "NO")},
        {"partners": ("IEC",)},
        {"references": ()},
    ],
    ids=str,
)
def test_everything_that_could_be_edited_counts(changed):
    """A change of look, words, place, kind or any detail is a change."""
    assert news_of(an_entry(**changed), an_entry()) == "changed"


def test_a_line_break_in_a_detail_is_no_change():
    """Details are on one line where they are printed."""
    assert is_unchanged(an_entry(unit="ITU-T\nStudy Group 13"), an_entry())
