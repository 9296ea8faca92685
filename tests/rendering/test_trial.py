"""Templates tried out before a build depends on them."""

from pathlib import Path

import docx
import pytest

from council_report.intake.desk import read_desk
from council_report.model.desk import Desk
from council_report.rendering.trial import try_templates

ROOT = Path(__file__).parents[2]


@pytest.fixture(params=["C24", "C25"])
def desk(request: pytest.FixtureRequest) -> Desk:
    """The desk of a sample session."""
    desk, _ = read_desk(ROOT / "inputs", ROOT / "templates", request.param)
    assert desk
    return desk


def changed(desk: Desk, tmp_path: Path, old: str, new: str) -> Desk:
    """The desk with words replaced in the paragraphs of its template."""
    name = desk.kinds[desk.session.documents[0].kind].template
    word = docx.Document(str(ROOT / "templates" / name))
    for paragraph in word.element.body.iter("{*}p"):
        texts = list(paragraph.iter("{*}t"))
        whole = "".join(text.text or "" for text in texts)
        if old in whole:
            texts[0].text = whole.replace(old, new)
            for text in texts[1:]:
                text.text = ""
    word.save(str(tmp_path / name))
    data = (tmp_path / name).read_bytes()
    return desk.model_copy(update={"templates": {**desk.templates, name: data}})


def test_the_templates_of_the_project_print_every_kind_of_block(desk: Desk) -> None:
    """Nothing is wrong with the templates that are shipped."""
    assert try_templates(desk) == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{{ title }}", "{{ titel }}", "titel"),
        ("{{ title }}", "{{ title }", "missing"),
        ("{{r block.text }}", "", "missing or out of order"),
    ],
)
def test_a_template_that_fails_is_found_before_a_build(
    desk: Desk, tmp_path: Path, old: str, new: str, told: str
) -> None:
    """A wrong name, a broken tag or a forgotten block is a finding at the template."""
    (finding,) = try_templates(changed(desk, tmp_path, old, new))
    name = desk.kinds[desk.session.documents[0].kind].template
    assert (finding.rule, finding.severity) == ("template-fails", "error")
    assert finding.location.file == f"templates/{name}"
    assert told in finding.message


def test_an_emblem_that_is_no_picture_is_found_before_a_build(desk: Desk) -> None:
    """A damaged emblem is a finding that names it."""
    (finding,) = try_templates(desk.model_copy(update={"emblem": b"not a picture"}))
    assert "emblem" in finding.message
