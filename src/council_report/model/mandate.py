"""The paragraphs of a resolution that a document must answer, as versioned data."""

from typing import Annotated, Literal

from pydantic import Field

from council_report.model.language import Line, Translations
from council_report.model.noun import Noun


class Mandate(Noun):
    """One paragraph of a resolution, cited by its id: ``SG3``."""

    id: Line
    text: Translations


class Mandates(Noun):
    """The mandates of one resolution; ``status`` says whether the texts are its own words."""

    resolution: Line
    version: Line
    status: Literal["paraphrase", "verbatim"]
    mandates: Annotated[tuple[Mandate, ...], Field(min_length=1)]
