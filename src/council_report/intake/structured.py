"""Plain data of a file made into one of our models, every mismatch a finding with its line."""

from collections.abc import Iterable
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from council_report.intake.mismatches import explained
from council_report.intake.notes import abridged
from council_report.intake.tree import Tree
from council_report.model.finding import Finding
from council_report.model.location import Path
from council_report.model.message import Message

Model = TypeVar("Model", bound=BaseModel)


def build(model: type[Model], tree: Tree) -> tuple[Model | None, list[Finding]]:
    """The model made of the data of a tree, or None and what is wrong with the file."""
    value, findings = None, tree.findings
    try:
        value = None if tree.value is None else model.model_validate(tree.value)
    except ValidationError as error:
        problems = error.errors(include_url=False, include_context=True)
        findings = findings + _findings(model, tree, problems)
    return (None if findings else value), abridged(findings)


def _findings(
    model: type[BaseModel], tree: Tree, problems: Iterable[ErrorDetails]
) -> list[Finding]:
    """What pydantic found, without what follows from a finding already made."""
    ways = [(_way(problem), problem) for problem in problems]
    return [_finding(model, tree, *pair) for pair in ways if pair[0] not in tree.spoiled]


def _way(problem: ErrorDetails) -> Path:
    return tuple(part for part in problem["loc"] if part != "[key]")


def _finding(model: type[BaseModel], tree: Tree, way: Path, problem: ErrorDetails) -> Finding:
    rule, message, remedy = explained(model, way, problem)
    return Finding(
        rule=rule,
        severity="error",
        location=tree.place(way),
        message=Message("{way}: {message}", way=_shown(way), message=message) if way else message,
        remedy=remedy,
    )


def _shown(way: Path) -> str:
    """A way in a file as people write it: ``entries[4].text.fr``."""
    shown = ""
    for part in way:
        shown += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if shown else part
    return shown
