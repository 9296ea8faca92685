"""What is said to people: every message is a template that each language has words for."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from council_report.intake.structured import build
from council_report.intake.tree import Tree
from council_report.model.contribution import ContributionFile
from council_report.model.finding import Finding
from council_report.model.language import LANGUAGES, Language
from council_report.model.source import SourceFile

ROOT = Path(__file__).parent.parent
SOURCES = (ROOT / "src", ROOT / "flows")

SPACE_BEFORE_SIGN = re.compile(r"\s[:;]")
CURLED = re.compile("[“”‘’«»]")
"""Quotation marks and apostrophes that ITU does not write in French."""

LOOSE_NUMBER = re.compile(r"(?:Document|Résolution) (?=[\d{])")
"""A document or a resolution whose number may slip to the next line."""


@pytest.fixture(scope="module")
def templates() -> set[str]:
    """Every template in the source text, as Babel finds it."""
    return {
        str(template)
        for folder in SOURCES
        for _, _, template, _, _ in extract_from_dir(folder, keywords={"Message": None})
    }


OTHERS = [language for language in LANGUAGES if language != "en"]
"""The languages that have a catalogue of messages: English is what the templates are in."""


def catalogue_of(language: Language) -> Catalog:
    """The catalogue of messages in a language."""
    with (ROOT / "templates" / "messages" / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


@pytest.fixture(scope="module")
def catalogues() -> dict[Language, Catalog]:
    """The catalogues of messages, by language."""
    return {language: catalogue_of(language) for language in OTHERS}


@pytest.fixture(scope="module")
def wordings(catalogues: dict[Language, Catalog]) -> dict[Language, dict[str, str]]:
    """What each language says for each template."""
    return {
        language: {str(message.id): str(message.string) for message in catalogue if message.id}
        for language, catalogue in catalogues.items()
    }


def placeholders(template: str) -> list[str]:
    """The names of what is filled in, each as often as it stands there."""
    return sorted(name for _, name, _, _ in Formatter().parse(template) if name is not None)


def test_every_template_is_written_out_where_the_message_is_made():
    """A template that is put together while the program runs could not be translated."""
    calls = [
        (path.name, node.lineno, node.args)
        for folder in SOURCES
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Message"
    ]
    assert calls
    for *place, given in calls:
        assert len(given) == 1, place
        assert isinstance(given[0], ast.Constant), place


@pytest.mark.parametrize("language", OTHERS)
def test_each_language_says_every_message_and_no_other(templates, wordings, language):
    """Each template has words in the language, and each entry of its catalogue is still in use."""
    wording = wordings[language]
    assert sorted(templates - wording.keys()) == []
    assert sorted(wording.keys() - templates) == []
    assert [template for template, words in wording.items() if not words.strip()] == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_wording_is_a_guess(catalogues, language):
    """What Babel carried over from a similar message has been read by somebody since."""
    catalogue = catalogues[language]
    assert [message.id for message in catalogue if message.fuzzy and message.id] == []
    assert not catalogue.obsolete


@pytest.mark.parametrize("language", OTHERS)
def test_each_language_fills_in_what_english_does(wordings, language):
    """A translation has the placeholders of its template, each as often."""
    wording = wordings[language]
    for template, words in wording.items():
        assert placeholders(words) == placeholders(template), template
        assert all(name.isidentifier() for name in placeholders(template)), template


@pytest.mark.parametrize("slip", [SPACE_BEFORE_SIGN, CURLED, LOOSE_NUMBER])
def test_french_is_written_as_itu_writes_it(wordings, slip):
    """No space before a colon or semicolon, straight quotes, numbers that hold to their noun."""
    assert [words for words in wordings["fr"].values() if slip.search(words)] == []


def _findings(text: str) -> list[Finding]:
    source = SourceFile(name="a.yaml", data=text.encode(), digest="", contributor="itu-t")
    return build(ContributionFile, Tree(source))[1]


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize(
    "text",
    [
        "entries: [{id: a, section: b, text: {en: x}, dates: [2025-02-30, 2025/2024]}]\n",
        "entries: [{id: A b, kind: bulet, texts: x}]\nentries: no\n",
        "statistics: [{key: a, value: many, unit: {en: x}, source: y}, {value: 1e99}]\n",
        "entries: [{id: &a b, section: *a, text: !x {en: x}}]\n---\n<<: x\n",
        "entries: \x07\u202e.inf\n",
        "entries: [\n",
        "\n",
    ],
)
def test_what_is_wrong_in_a_file_is_said_in_each_language(wordings, language, text):
    """Message, remedy and place of a finding leave nothing in English."""
    wording = wordings[language]
    findings = _findings(text)
    assert findings
    for finding in findings:
        said = [finding.message, finding.remedy, finding.location.shown]
        assert all(message.known_in(wording) for message in said)
        assert finding.message.said(wording) != finding.message
