"""What a value that does not fit a model is told: which rule, what is wrong, and what to do."""

from collections.abc import Mapping
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from council_report.model.location import Path
from council_report.model.message import Message
from council_report.model.nearest import nearest

Explanation = tuple[str, Message, Message]
"""The rule, what is wrong, and what to do."""

TEXT: Explanation = (
    "text-missing",
    Message("a text is expected here"),
    Message("Write the text, in quotes if need be."),
)
KEYS: Explanation = (
    "value-type",
    Message("keys with values are expected here"),
    Message("Write 'key: value' lines; a text is written per language: {{en: …, fr: …}}."),
)
LIST: Explanation = (
    "value-type",
    Message("a list is expected here"),
    Message("Write each item on a line after '- '."),
)
NOTHING: Explanation = (
    "value-missing",
    Message("nothing stands here"),
    Message("Write at least one item."),
)
CELL: Explanation = (
    "value-form",
    Message("row and column are needed"),
    Message("Write both, such as [2, 3]."),
)
WRONG_TYPE: Mapping[str, Explanation] = {
    "string_type": TEXT,
    "string_too_short": TEXT,
    "model_type": KEYS,
    "dict_type": KEYS,
    "tuple_type": LIST,
    "list_type": LIST,
    "too_short": NOTHING,
}
"""What to say where pydantic names the type that it expected."""


LIKE: Mapping[str, Message] = {
    "dates": Message(
        "Write a day as 2026-03-31, a month as 2026-03, a period as 2026-03-01/2026-03-05."
    ),
    "countries": Message("Write the two capital letters of its code, such as KR for Korea."),
}
"""What to write in the fields that people often fill with other words."""


def explained(model: type[BaseModel], way: Path, problem: ErrorDetails) -> Explanation:
    """The rule, what is wrong, and what to do, for one problem that pydantic found."""
    given = _short(problem["input"])
    match problem["type"]:
        case "missing":
            message = Message("this key is missing")
            return "key-missing", message, Message("Add '{key}: …'.", key=way[-1])
        case "key_needed":
            return _key_needed(problem["ctx"]["key"])
        case "key_unfit":
            return _key_unfit(problem["ctx"]["key"])
        case "cell_form":
            return CELL
        case "extra_forbidden":
            return _unknown_key(model, way)
        case "literal_error":
            return _unknown_word(problem["ctx"]["expected"], given)
        case "string_pattern_mismatch":
            message = Message("'{given}' does not have the form expected", given=given)
            return "value-form", message, _like_the_example(model, way)
        case kind if kind in WRONG_TYPE:
            return WRONG_TYPE[kind]
        case kind if kind.startswith("date_"):
            message = Message("'{given}' is not a day", given=given)
            return "value-form", message, Message("Write it like 2025-06-17.")
        case _:
            message = Message("'{given}': {reason}", given=given, reason=_reason(problem))
            return "value-type", message, Message("Correct the value.")


def _reason(problem: ErrorDetails) -> Message:
    """Why a value is not the number or the period that it should be."""
    limits = problem.get("ctx", {})
    match problem["type"]:
        case "value_error":
            return Message.verbatim(*limits["error"].args)
        case "decimal_parsing" | "decimal_type" | "finite_number":
            return Message("a number is expected")
        case "int_parsing" | "int_parsing_size" | "int_type":
            return Message("a whole number is expected")
        case "decimal_max_digits":
            return Message("a number has at most {most} digits", most=limits["max_digits"])
        case "decimal_max_places":
            most = limits["decimal_places"]
            return Message("a number has at most {most} digits after the point", most=most)
        case "greater_than_equal":
            return Message("a number from {least} upwards is expected", least=limits["ge"])
        case "less_than_equal":
            return Message("a number up to {most} is expected", most=limits["le"])
        case _:
            return Message.verbatim(problem["msg"])


def _unknown_key(model: type[BaseModel], way: Path) -> Explanation:
    fields = _fields_at(model, way[:-1])
    near = nearest(str(way[-1]), fields)
    remedy = (
        Message("Did you mean '{near}'?", near=near)
        if near
        else Message("Known keys: {keys}.", keys=", ".join(fields))
    )
    return "key-unknown", Message("this key is not known"), remedy


def _key_needed(key: str) -> Explanation:
    """What to say where a value asks for a key beside it."""
    message = Message("the key '{key}' is missing", key=key)
    return "key-missing", message, Message("Add '{key}: …'.", key=key)


def _key_unfit(key: str) -> Explanation:
    """What to say where a value leaves nothing to say to a key beside it."""
    message = Message("the key '{key}' says nothing here", key=key)
    return "key-unknown", message, Message("Delete the key, or write another action.")


def _unknown_word(expected: str, given: str) -> Explanation:
    words = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    near = nearest(given, words)
    remedy = (
        Message("Did you mean '{near}'?", near=near)
        if near
        else Message("Write one of: {words}.", words=", ".join(words))
    )
    message = Message("'{given}' is not one of the words known here", given=given)
    return "value-unknown", message, remedy


def _like_the_example(model: type[BaseModel], way: Path) -> Message:
    """What to write where a value does not have its form: one like the example of the model."""
    names = [part for part in way if isinstance(part, str)]
    if names[-1] in LIKE:
        return LIKE[names[-1]]
    owner = _model_at(model, tuple(names[:-1]))
    field = owner.model_fields.get(names[-1]) if owner else None
    example = (field.examples or _examples_in(field.annotation)) if field else None
    if example:
        return Message("Write it like {example}.", example=example[0])
    return Message("Write it in the form that the schema describes.")


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


def _short(value: object) -> str:
    """A value as a message quotes it: on one line, and never long."""
    words = " ".join(str(value).split())
    return words if len(words) <= 60 else f"{words[:57]}…"
