"""What a Word template receives, and the schema that templates are checked against."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import docx
import docxtpl_lint
import pytest
from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from jsonschema import Draft202012Validator

from council_report.model.document import Block, BlockKind, Document
from council_report.model.text import Text, plain
from council_report.rendering.context import context_schema, word_context

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "schemas" / "template.json"
GUIDE = ROOT / "docs" / "templates.md"
TEMPLATES = sorted((ROOT / "templates").glob("*.docx"))

MakeBlock = Callable[..., Block]
MakeDocument = Callable[..., Document]
Edited = Callable[[Callable[[WordFile], None]], bytes]


def complaints(template: bytes | Path) -> list[str]:
    """The rules that a template breaks, as docxtpl-lint sees them."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    result = docxtpl_lint.lint(template, schema=schema, autoescape=True)
    return [issue.rule for issue in result.issues]


def test_the_committed_schema_is_that_of_the_context() -> None:
    """schemas/template.json says what templates receive today."""
    generated = json.dumps(context_schema(), indent=2, ensure_ascii=False) + "\n"
    assert SCHEMA.read_text(encoding="utf-8") == generated


def test_the_schema_is_sound_and_whole() -> None:
    """The schema is valid, and refers to no other place, which docxtpl-lint would not look at."""
    schema = context_schema()
    Draft202012Validator.check_schema(schema)
    assert "$ref" not in json.dumps(schema)
    assert "$defs" not in schema


def test_every_name_is_documented() -> None:
    """docs/templates.md tells the secretariat of every name, kind of block and style there is."""
    told = GUIDE.read_text(encoding="utf-8")
    properties = context_schema()["properties"]
    parts = {
        "header": properties["header"],
        "row": properties["box"]["items"],
        "block": properties["blocks"]["items"],
    }
    names = {
        *(properties.keys() - {"header"}),
        *(f"{part}.{name}" for part in parts for name in parts[part]["properties"]),
    }
    assert {name for name in {*names, *get_args(BlockKind)} if f"`{name}`" not in told} == set()
    styles = {
        style.name.lower()
        for template in TEMPLATES
        for style in docx.Document(str(template)).styles
        if style.type == WD_STYLE_TYPE.PARAGRAPH
    }
    assert {style for style in styles if style not in told.lower()} == set()


def test_a_context_fits_the_schema(make_block: MakeBlock, make_document: MakeDocument) -> None:
    """What a template receives is what the schema promises, every name of it required."""
    document = make_document(
        make_block("bullet", "Text."), make_block("table", "Caption.", rows=[["Cell"]])
    )
    context = word_context(document, plain)
    Draft202012Validator(context_schema()).validate(context)
    assert set(context) == set(context_schema()["required"])


def test_a_context_holds_the_document_as_plain_data(
    make_block: MakeBlock, make_document: MakeDocument
) -> None:
    """Texts come from the writer of runs, lines as they are; nothing else is handed out."""

    def marked(text: Text) -> str:
        return f"<{plain(text)}>"

    document = make_document(
        make_block("bullet", "Text."), make_block("table", "Caption.", rows=[["Cell"]])
    )
    context = word_context(document, marked)
    assert context["blocks"] == [
        {"kind": "bullet", "marker": "\N{EN DASH}", "text": "<Text.>", "rows": []},
        {"kind": "table", "marker": "", "text": "<Caption.>", "rows": [["<Cell>"]]},
    ]
    assert context["box"][0]["label"] == "Purpose"
    assert context["header"] == document.header.model_dump()
    assert (context["title"], context["author"]) == (document.title, document.author)
    assert json.loads(json.dumps(context)) == context


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_our_templates_pass_the_lint(template: Path) -> None:
    """No template asks for anything that it does not receive, or loses text without a word."""
    assert complaints(template) == []


@pytest.mark.parametrize(
    ("tag", "rule"),
    [
        ("{{ titel }}", "DTL304"),
        ("{{ header.titel }}", "DTL304"),
        ("{{ header.symbol", "DTL001"),
        ("{%p if title %}", "DTL101"),
        ("Text {%p if title %}", "DTL209"),
    ],
)
def test_a_wrong_tag_does_not_pass_the_lint(edited: Edited, tag: str, rule: str) -> None:
    """A name that is not declared, a tag left open and text beside a tag are found before Word."""

    def add(word: WordFile) -> None:
        author = next(p for p in word.paragraphs if p.text == "{{ author }}")
        author.insert_paragraph_before(tag)

    assert rule in complaints(edited(add))


def test_an_undeclared_name_in_a_loop_does_not_pass_the_lint(edited: Edited) -> None:
    """The names inside of blocks are known to the lint as well."""

    def change(word: WordFile) -> None:
        heading = next(p for p in word.paragraphs if p.style.name == "Heading 1")
        heading.text = "{{r block.texte }}"

    assert complaints(edited(change)) == ["DTL304"]
