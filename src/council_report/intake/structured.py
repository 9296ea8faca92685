"""Plain data of a file made into one of our models, every mismatch a finding with its line."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from council_report.intake.notes import abridged
from council_report.intake.tree import Tree
from council_report.model.finding import Finding
from council_report.model.location import Path
from council_report.model.nearest import nearest

Model = TypeVar("Model", bound=BaseModel)

Explanation = tuple[str, str, str]
"""The rule, what is wrong, and what to do."""

TEXT = ("text-missing", "a text is expected here", "Write the text, in quotes if need be.")
KEYS = (
    "value-type",
    "keys with values are expected here",
    "Write 'key: value' lines; a text is written per language: {en: …, fr: …}.",
)
LIST = ("value-type", "a list is expected here", "Write each item on a line after '- '.")
WRONG_TYPE: Mapping[str, Explanation] = {
    "string_type": TEXT,
    "string_too_short": TEXT,
    "model_type": KEYS,
    "dict_type": KEYS,
    "tuple_type": LIST,
    "list_type": LIST,
    "too_short": ("value-missing", "nothing stands here", "Write at least one item."),
}
"""What to say where pydantic names the type that it expected."""


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
    rule, message, remedy = _explained(model, way, problem)
    return Finding(
        rule=rule,
        severity="error",
        location=tree.place(way),
        message=f"{_shown(way)}: {message}" if way else message,
        remedy=remedy,
    )


def _explained(model: type[BaseModel], way: Path, problem: ErrorDetails) -> Explanation:
    """The rule, what is wrong, and what to do, for one problem that pydantic found."""
    given = _short(problem["input"])
    match problem["type"]:
        case "missing":
            return "key-missing", "this key is missing", f"Add '{way[-1]}: …'."
        case "extra_forbidden":
            return _unknown_key(model, way)
        case "literal_error":
            return _unknown_word(problem["ctx"]["expected"], given)
        case "string_pattern_mismatch":
            hint = _description(model, way)
            return "value-form", f"'{given}' does not have the form expected", f"Write {hint}."
        case kind if kind in WRONG_TYPE:
            return WRONG_TYPE[kind]
        case kind if kind.startswith("date_"):
            return "value-form", f"'{given}' is not a day", "Write it like 2025-06-17."
        case _:
            message = problem["msg"].removeprefix("Value error, ")
            return "value-type", f"'{given}': {message}", "Correct the value."


def _unknown_key(model: type[BaseModel], way: Path) -> Explanation:
    fields = _fields_at(model, way[:-1])
    near = nearest(str(way[-1]), fields)
    remedy = f"Did you mean '{near}'?" if near else f"Known keys: {', '.join(fields)}."
    return "key-unknown", "this key is not known", remedy


def _unknown_word(expected: str, given: str) -> Explanation:
    words = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    near = nearest(given, words)
    remedy = f"Did you mean '{near}'?" if near else f"Write one of: {', '.join(words)}."
    return "value-unknown", f"'{given}' is not one of the words known here", remedy


def _description(model: type[BaseModel], way: Path) -> str:
    """What a value of this form looks like, from the example of the model."""
    names = [part for part in way if isinstance(part, str)]
    owner = _model_at(model, tuple(names[:-1]))
    field = owner.model_fields.get(names[-1]) if owner else None
    example = (field.examples or _examples_in(field.annotation)) if field else None
    return f"it like {example[0]}" if example else "it in the form that the schema describes"


def _examples_in(annotation: Any) -> list[Any] | None:
    """The examples of the items of a type such as ``tuple[Period, ...]``."""
    for part in get_args(annotation):
        for metadata in getattr(part, "__metadata__", ()):
            if isinstance(metadata, FieldInfo) and metadata.examples:
                return metadata.examples
    return None


def _fields_at(model: type[BaseModel], way: Path) -> list[str]:
    owner = _model_at(model, way)
    return list(owner.model_fields) if owner else []


def _model_at(model: type[BaseModel], way: Path) -> type[BaseModel] | None:
    """The model that describes the mapping at a place in the file."""
    owner: type[BaseModel] | None = model
    for part in way:
        if isinstance(part, str) and owner and part in owner.model_fields:
            owner = _model_in(owner.model_fields[part].annotation) or owner
    return owner


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The first model inside a type such as ``tuple[Entry, ...]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in get_args(annotation):
        if found := _model_in(part):
            return found
    return None


def _shown(way: Path) -> str:
    """A way in a file as people write it: ``entries[4].text.fr``."""
    shown = ""
    for part in way:
        shown += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if shown else part
    return shown


def _short(value: object) -> str:
    """A value as a message quotes it: on one line, and never long."""
    words = " ".join(str(value).split())
    return words if len(words) <= 60 else f"{words[:57]}…"
