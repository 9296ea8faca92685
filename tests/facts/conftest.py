"""The grammars of the six languages, from the labels that the project ships."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from council_report.facts.grammar import Grammar, grammar_of
from council_report.model.catalogue import Catalogue
from council_report.model.language import LANGUAGES, Language

LABELS = Path(__file__).parents[2] / "templates" / "labels"


def read(language: Language) -> Catalogue:
    """The catalogue of a language."""
    return Catalogue.model_validate(YAML(typ="safe").load(LABELS / f"{language}.yaml"))


GRAMMARS = {language: grammar_of(read(language)) for language in LANGUAGES}


@pytest.fixture(scope="session")
def grammars() -> dict[Language, Grammar]:
    """The grammar of each language."""
    return GRAMMARS
