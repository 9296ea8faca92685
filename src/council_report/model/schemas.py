"""The JSON Schemas of the files that people write, and of what other programs may read."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from council_report.model.amendment import AmendmentsFile
from council_report.model.catalogue import Catalogue, Kind
from council_report.model.change import Changes
from council_report.model.contribution import ContributionFile
from council_report.model.mandate import Mandates
from council_report.model.session import Session
from council_report.model.translation import TranslationsFile

SCHEMAS: Mapping[str, type[BaseModel]] = {
    "contribution": ContributionFile,
    "session": Session,
    "catalogue": Catalogue,
    "kind": Kind,
    "mandates": Mandates,
    "amendments": AmendmentsFile,
    "translations": TranslationsFile,
    "changes": Changes,
}
"""The noun that each schema describes, by the name of the schema's file."""


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a file of this name; KeyError if there is none."""
    schema = SCHEMAS[name].model_json_schema(mode="validation")
    return {"$schema": GenerateJsonSchema.schema_dialect, **schema, "title": name.capitalize()}
