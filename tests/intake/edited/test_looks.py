"""A look is read where it stands out in its paragraph."""

import pytest

from council_report.model.text import Run, Text
from tests.intake.documents.builders import paragraph, run
from tests.intake.edited.tracking import paragraphs_of

STYLES = (
    '<w:style w:type="paragraph" w:styleId="Label"><w:name w:val="Box Label"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="Lower"><w:name w:val="Lower"/>'
    '<w:basedOn w:val="Label"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="Raised"><w:name w:val="Raised"/>'
    '<w:basedOn w:val="Strong"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Loop"><w:name w:val="Loop"/>'
    '<w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    "<w:rPr><w:i/></w:rPr></w:style>"
)


def styled(style: str) -> str:
    """The property of a run that has a style."""
    return f'<w:rStyle w:val="{style}"/>'


def text_of(content: str, style: str = "") -> Text | None:
    """What a paragraph of a style says."""
    (one,) = paragraphs_of(paragraph(content, style), styles=STYLES)
    return one.after


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("<w:b/>", Run("x", strong=True)),
        ('<w:b w:val="0"/>', Run("x")),
        ("<w:i/><w:b/>", Run("x", strong=True, emphasis=True)),
        ('<w:vertAlign w:val="superscript"/>', Run("x", superscript=True)),
        ('<w:vertAlign w:val="subscript"/>', Run("x")),
        (styled("Strong"), Run("x", strong=True)),
        (styled("Strong") + '<w:b w:val="false"/>', Run("x")),
        (styled("Raised"), Run("x", strong=True, superscript=True)),
        (styled("Loop"), Run("x")),
        (styled("Nobody"), Run("x")),
        (styled("Hyperlink"), Run("x")),
        ("<w:color w:val='FF0000'/>", Run("x")),
        ("<w:bCs/><w:rtl/>", Run("x", strong=True)),
        ('<w:b/><w:bCs w:val="0"/><w:rtl/>', Run("x")),
        ("<w:b/><w:rtl/>", Run("x", strong=True)),
        ("<w:bCs/>", Run("x")),
        ("<w:iCs/><w:cs/>", Run("x", emphasis=True)),
    ],
)
def test_looks_of_a_run(properties: str, expected: Run) -> None:
    """Its own look counts before that of its style; the style of links is no look."""
    assert text_of(run("x", properties)) == (expected,)


@pytest.mark.parametrize("style", ["Label", "Lower"])
def test_a_style_that_makes_all_of_a_paragraph_bold_makes_no_run_strong(style: str) -> None:
    """Also one that is only based on such a style."""
    assert text_of(run("x"), style) == (Run("x"),)
    assert text_of(run("x", styled("Strong")), style) == (Run("x"),)


def test_a_run_that_is_bold_by_itself_stays_strong_in_a_bold_paragraph() -> None:
    """The draft says it so, and it must come back as it was sent out."""
    assert text_of(run("x", "<w:b/>"), "Label") == (Run("x", strong=True),)
