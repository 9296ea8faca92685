"""Fonts that a draft should not have: told when it is made, and as long as it is current."""

import datetime
from pathlib import Path

from council_report.rendering.fonts import RULE
from flows.building import Outcome, build
from flows.ordering import BuildRequest

NOW = datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)
LABELS = "templates/labels/en.yaml"


def build_c25() -> Outcome:
    """A build of the sample report in English."""
    return build(BuildRequest(session="C25", languages=("en",), pdf="typst"), NOW)


def fonts_found(outcome: Outcome) -> list[str]:
    """What is found of the fonts of a draft."""
    return [one.location.file for one in outcome.findings if one.rule == RULE]


def test_the_sample_is_printed_in_the_fonts_of_its_language(workplace: Path) -> None:
    """Nothing is found of it."""
    assert fonts_found(build_c25()) == []


def test_a_font_that_is_not_allowed_is_told_with_every_build(workplace: Path) -> None:
    """It is among the findings of the draft, and of each build that finds the draft current."""
    labels = workplace / LABELS
    text = labels.read_text("utf-8")
    changed = text.replace("latin: Calibri", "latin: Georgia").replace(
        "pdf_fonts: [Carlito", "pdf_fonts: [Georgia"
    )
    labels.write_text(changed, "utf-8")
    first, second = build_c25(), build_c25()
    assert (first.is_new, second.is_new) == (True, False)
    assert fonts_found(first) == fonts_found(second) == ["S25-CL-C-XXXX!!PDF-E.pdf"]
    assert first.draft
    assert [one.rule for one in first.draft.findings].count(RULE) == 1
    assert "Carlito" in (Path(first.draft.folder) / "review/index.html").read_text("utf-8")
