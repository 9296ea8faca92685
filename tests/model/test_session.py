"""The session: its days, its keys, and what it refuses."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from council_report.model.session import Deadline, DocumentPlan, Key, Session


def a_session(**changes: Any) -> Session:
    """A small session, as a file would give it."""
    values = {
        "code": "C25",
        "year": "2025",
        "place": {"en": "Geneva"},
        "opens": "2025-06-17",
        "closes": "2025-06-27",
        "contributors": [
            {
                "key": "itu-t",
                "name": {"en": "ITU-T"},
                "contact": {"role": "ITU-T focal point", "email": "itu-t@example.org"},
            }
        ],
        "documents": [a_plan()],
    }
    return Session.model_validate(values | changes)


def a_plan(**changes: Any) -> dict[str, Any]:
    """The plan of one document with one section."""
    return {
        "kind": "report",
        "title": {"en": "Report"},
        "original_language": "en",
        "languages": ["en"],
        "box_from": "itu-t",
        "outline": [{"key": "standards", "contributors": ["itu-t"]}],
    } | changes


def test_the_scalars_of_a_file_become_what_they_mean() -> None:
    """A session reads its year as a number and its days as days, from text."""
    session = a_session()
    assert session.year == 2025
    assert session.opens == date(2025, 6, 17)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, date(2025, 6, 17)),
        (14, date(2025, 6, 3)),
        (30, date(2025, 5, 18)),
        (56, date(2025, 4, 22)),
    ],
)
def test_a_deadline_counts_back_from_the_opening(days: int, expected: date) -> None:
    """A deadline falls the given number of days before the session opens."""
    deadline = Deadline(key="documents", title={"en": "Documents"}, days_before_opening=days)
    assert a_session().due(deadline) == expected


@given(st.integers(0, 730))
def test_every_deadline_is_its_days_away_from_the_opening(days: int) -> None:
    """Whatever the number of days, they lie between the deadline and the opening."""
    deadline = Deadline(key="documents", title={"en": "Documents"}, days_before_opening=days)
    session = a_session()
    assert session.opens - session.due(deadline) == timedelta(days=days)


def test_what_is_not_known_yet_is_left_out() -> None:
    """A document has no number, revision, date or agenda item until somebody gives it one."""
    plan = DocumentPlan.model_validate(a_plan())
    assert (plan.number, plan.revision, plan.date, plan.agenda_item) == (None, None, None, None)
    assert plan.series == "C"


@pytest.mark.parametrize("key", ["itu-t", "c25", "a-b-c", "2"])
def test_a_key_is_words_in_lower_case(key: str) -> None:
    """A key is made of lower-case letters and figures, words joined by single hyphens."""
    assert TypeAdapter(Key).validate_python(key) == key


@pytest.mark.parametrize("key", ["", "ITU-T", "a_b", "a--b", "-a", "a-", "a b", "é", "a\n", "../a"])
def test_anything_else_is_no_key(key: str) -> None:
    """Capitals, spaces, underscores, accents and paths make no key."""
    with pytest.raises(ValidationError):
        TypeAdapter(Key).validate_python(key)


@pytest.mark.parametrize(
    "changes",
    [
        {"code": "2025"},
        {"year": "25"},
        {"opens": "17 June 2025"},
        {"contributors": []},
        {"documents": []},
        {"documents": [a_plan(number="0")]},
        {"documents": [a_plan(series="X")]},
        {"documents": [a_plan(languages=[])]},
        {"documents": [a_plan(original_language="de")]},
        {"documents": [a_plan(outline=[])]},
        {"documents": [a_plan(outline=[{"key": "standards", "contributors": []}])]},
        {"documents": [a_plan(colour="blue")]},
        {"officials": [{"key": "sg", "title": {"en": "SG"}, "gender": "other"}]},
    ],
)
def test_a_session_refuses_what_it_does_not_know(changes: dict[str, Any]) -> None:
    """A value out of its range, an empty list that must not be, or an unknown key is refused."""
    with pytest.raises(ValidationError):
        a_session(**changes)


def test_a_session_never_changes() -> None:
    """Once made, a session keeps its values."""
    with pytest.raises(ValidationError):
        a_session().year = 2026  # type: ignore[misc]
