"""Copies of translated drafts come back, each edit in the language that it was made in."""

from pathlib import Path

import pytest

from council_report.archive.drafts import contents
from council_report.model.document import Block
from council_report.model.language import Language
from council_report.model.text import parse_text, plain
from council_report.settings import Workplace, find_workplace
from flows.accepting import accept
from flows.comparing import changes_between
from flows.feeding import take_in
from tests.flows import editing
from tests.flows.test_feeding import (
    TODAY,
    WANTED,
    Reviewer,
    Saving,
    as_it_is,
    build_c25,
    by_libreoffice,
)
from tests.samples import copy_samples


@pytest.fixture
def translated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workplace:
    """A workplace with a draft of the sample report in six languages, as current folder."""
    copy_samples(tmp_path)
    monkeypatch.chdir(tmp_path)
    build_c25()
    return find_workplace(Path.cwd())


def in_the_next_draft(translated: Workplace, language: Language, entry: str) -> Block:
    """What is printed of an entry once what was accepted is built."""
    outcome = build_c25()
    assert outcome.is_new
    content = contents(translated.outputs, *WANTED)[0].content
    document = content.document(language) if content else None
    assert document
    return next(one for one in document.all_blocks() if one.entry == entry)


@pytest.mark.parametrize(
    ("language", "old", "new", "saving"),
    [
        ("ar", "الاتحاد", "المنظمة", as_it_is),
        pytest.param("ar", "الاتحاد", "المنظمة", by_libreoffice, marks=pytest.mark.libreoffice),
        ("zh", "制定了标准", "发布了ITU-T标准", as_it_is),
        ("ru", "МСЭ", "Союз", as_it_is),
    ],
)
def test_edits_of_a_translation_come_back_in_its_language(
    translated: Workplace, language: Language, old: str, new: str, saving: Saving
) -> None:
    """Letter by letter, and once accepted they are printed in that language alone."""
    dana = Reviewer(translated, "Dana", language)
    entry = dana.entries["standards-for-many-fields"]
    dana.track("standards-for-many-fields", old, new)
    fed = take_in(translated, WANTED, [saving(dana.saved())])
    (made,) = fed.feedback.proposals
    assert (made.kind, made.language, made.matched) == ("reword", language, "bookmark")
    assert plain(parse_text(made.new or "")) == plain(entry.text).replace(old, new, 1)
    accept(translated, WANTED, TODAY, ids=[made.id])
    printed = in_the_next_draft(translated, language, "standards-for-many-fields")
    assert plain(printed.text) == plain(entry.text).replace(old, new, 1)
    drafts = contents(translated.outputs, *WANTED)
    changes = changes_between(drafts[1], drafts[0])
    assert [one.language for one in changes.languages if one.changes] == [language]


def test_an_edit_of_a_translation_out_of_date_leaves_its_mark_out(translated: Workplace) -> None:
    """The mark is printed around the new words, and stands in no amendment."""
    file = translated.inputs / "C25/itu-r/standards.yaml"
    editing.replace(file, ("automation of\n        monitoring.", "automation\n        of it."))
    build_c25()
    emil = Reviewer(translated, "Emil", "zh")
    entry = emil.entries["sg1-spectrum-monitoring"]
    assert entry.state == "outdated"
    emil.write("sg1-spectrum-monitoring", "自动化", "全自动化")
    (made,) = take_in(translated, WANTED, [emil.saved()]).feedback.proposals
    assert plain(entry.text).startswith("[")
    assert not (made.new or "").startswith("[")
    accept(translated, WANTED, TODAY, ids=[made.id])
    printed = in_the_next_draft(translated, "zh", "sg1-spectrum-monitoring")
    assert plain(printed.text) == plain(entry.text).replace("自动化", "全自动化")
