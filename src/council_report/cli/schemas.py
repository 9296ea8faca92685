"""The JSON Schemas that the command prints."""

import json

from council_report.errors import UsageError
from council_report.model.schemas import SCHEMAS, json_schema

TEMPLATE = "template"


def names() -> list[str]:
    """The names of all schemas: the kinds of input file, and what a Word template receives."""
    return [*SCHEMAS, TEMPLATE]


def schema_of(name: str) -> str:
    """A schema as text; UsageError if there is none of that name."""
    if name not in names():
        raise UsageError(f"There is no schema '{name}'.", f"Schemas: {', '.join(names())}.")
    if name == TEMPLATE:
        from council_report.rendering.context import context_schema

        schema = context_schema()
    else:
        schema = json_schema(name)
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
