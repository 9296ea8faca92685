"""Entries and statistics for forms in French."""

from typing import Any

from council_report.model.contribution import Entry, Statistic


def an_entry(key: str, text: str = "Un texte.", **fields: Any) -> Entry:
    """An entry on standards in French."""
    values = {"id": key, "section": "standards", "text": {"fr": text}}
    return Entry.model_validate(values | fields)


def a_statistic(key: str, value: str, **fields: Any) -> Statistic:
    """A statistic with its unit in French."""
    values = {"key": key, "value": value, "unit": {"fr": "normes"}, "source": "rapport"}
    return Statistic.model_validate(values | fields)
