"""The published schemas: up to date, true to the samples, and closed to unknown keys."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError
from ruamel.yaml import YAML

from council_report.model.schemas import SCHEMAS, json_schema

ROOT = Path(__file__).parents[2]
SAMPLES = sorted([*ROOT.glob("inputs/*/**/*.yaml"), *ROOT.glob("templates/**/*.yaml")])
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")

SAMPLE_OF = {
    "contribution": "inputs/C25/general-secretariat/report.yaml",
    "session": "inputs/C25/session.yaml",
    "catalogue": "templates/labels/fr.yaml",
    "kind": "templates/kinds/report.yaml",
    "mandates": "templates/mandates/resolution-214.yaml",
}


def as_an_editor_reads(path: Path) -> Any:
    """The data of a YAML file with the types of YAML 1.2, which has no dates."""
    return without_dates(YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8")))


def without_dates(value: Any) -> Any:
    """The same data with each date as the text it was read from."""
    if isinstance(value, dict):
        return {key: without_dates(item) for key, item in value.items()}
    if isinstance(value, list):
        return [without_dates(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def validate(name: str, value: Any) -> None:
    """Check a value against the committed schema of a name."""
    schema = json.loads((ROOT / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(value)


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_committed_schema_is_that_of_the_model(name: str) -> None:
    """Each file in schemas/ says what the model says today."""
    generated = json.dumps(json_schema(name), indent=2, ensure_ascii=False) + "\n"
    assert (ROOT / "schemas" / f"{name}.json").read_text(encoding="utf-8") == generated


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_sound_and_names_its_draft(name: str) -> None:
    """A schema is valid by the rules of the draft that it names, with a title and no address."""
    schema = json_schema(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] == name.capitalize()
    assert "$id" not in schema


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_part_of_a_schema_is_described(name: str) -> None:
    """An editor can say in a sentence what each kind of mapping is."""
    schema = json_schema(name)
    for part in [schema, *schema.get("$defs", {}).values()]:
        assert part["description"].endswith(".")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_sample_fits_the_schema_its_first_line_names(path: Path) -> None:
    """An editor finds the schema of each sample file and has nothing to say against the file."""
    modeline = MODELINE.match(path.read_text(encoding="utf-8"))
    assert modeline, "the file does not begin with the line that names its schema"
    schema = (path.parent / modeline[1]).resolve()
    assert schema.parent == ROOT / "schemas"
    validate(schema.stem, as_an_editor_reads(path))


@pytest.mark.parametrize("name", SAMPLE_OF)
def test_an_unknown_key_does_not_fit(name: str) -> None:
    """An editor marks a key that the model does not know."""
    value = as_an_editor_reads(ROOT / SAMPLE_OF[name])
    validate(name, value)
    with pytest.raises(ValidationError, match="'colour' was unexpected"):
        validate(name, value | {"colour": "blue"})


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("colour", "blue"),
        ("kind", "bulet"),
        ("text", {"de": "Text."}),
        ("dates", ["2 December 2025"]),
        ("countries", ["Norway"]),
        ("id", "Summit 1"),
    ],
)
def test_a_wrong_entry_does_not_fit(key: str, value: object) -> None:
    """An editor marks unknown keys, words, languages and forms inside an entry too."""
    entry = {"id": "summit", "section": "standards", "text": {"en": "Text."}}
    validate("contribution", {"entries": [entry]})
    with pytest.raises(ValidationError):
        validate("contribution", {"entries": [entry | {key: value}]})


def test_a_day_without_quotes_fits() -> None:
    """A plain day such as 2025-06-17 is text to an editor, and what the session asks for."""
    value = as_an_editor_reads(ROOT / SAMPLE_OF["session"])
    assert value["opens"] == "2025-06-17"
    value["documents"][0] |= {"number": 43, "revision": 1, "date": "2025-05-03"}
    validate("session", value)


@pytest.mark.parametrize("number", [408, 1.10, "408"])
def test_a_statistic_is_a_number_with_or_without_quotes(number: object) -> None:
    """The value of a statistic fits as an editor types it."""
    statistic = {"key": "a", "value": number, "unit": {"en": "projects"}, "source": "survey"}
    validate("contribution", {"statistics": [statistic]})
