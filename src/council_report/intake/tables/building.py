"""Values of a row made into an entry or a statistic, every mismatch a finding at its cell."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from council_report.intake.mismatches import explained
from council_report.intake.tables.cells import Cell
from council_report.intake.tables.headers import Column
from council_report.intake.tables.outcome import Outcome
from council_report.model.contribution import Entry, Statistic
from council_report.model.location import Location

Noun = TypeVar("Noun", Entry, Statistic)


def built(
    model: type[Noun],
    value: dict[str, Any],
    cells: Mapping[Column, Cell],
    outcome: Outcome,
) -> Noun | None:
    """The noun made of the values, without those that do not fit; they are told of.

    None if nothing can be made without them.
    """
    try:
        return model.model_validate(value)
    except ValidationError as error:
        problems = error.errors(include_url=False, include_context=True)
    for problem in problems:
        _tell(model, problem, cells, outcome)
    spoiled = {str(problem["loc"][0]) for problem in problems}
    kept = {field: one for field, one in value.items() if field not in spoiled}
    try:
        return model.model_validate(kept)
    except ValidationError:
        return None


def _tell(
    model: type[Noun], problem: ErrorDetails, cells: Mapping[Column, Cell], outcome: Outcome
) -> None:
    way = problem["loc"]
    rule, message, remedy = explained(model, way, problem)
    found = [cell for column, cell in cells.items() if column.field == way[0]]
    place = found[0].place if found else Location(outcome.file)
    outcome.record.tell(
        rule, "error", place, message, remedy, " | ".join(cell.text for cell in found)
    )
    outcome.unread.extend(cell for cell in found if cell.text.strip() not in message)
