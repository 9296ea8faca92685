"""Redlines of drafts in Arabic and Chinese: every mark of direction and language in its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from council_report.comparison.redline import make_redline
from council_report.model.language import Language
from council_report.model.text import Run
from council_report.office.tags import W
from council_report.rendering.stretches import RIGHT_TO_LEFT
from tests.comparison.redline.drafts import MADE, bullet, draft, heading, paragraph, part, table

OLD = {
    "ar": (
        heading("وضع المعايير"),
        paragraph("بدأ العمل بالقرار 214 (بوخارست، 2022) في ITU-T مع ISO.", "work"),
        bullet("نُشر أكثر من 315 معياراً (المراجَع).", "standards"),
        table("الجدول", ("القطاع", "العدد"), ("ITU-T", "12")),
    ),
    "zh": (
        heading("标准制定"),
        paragraph("国际电联在“普遍连通”的背景下制定了标准（ITU-T Y.3172）。", "work"),
        bullet("第71号决议（2014年，釜山）——共315项标准……", "standards"),
        table("表格", ("部门", "数量"), ("ITU-T", "12")),
    ),
}
NEW = {
    "ar": (
        heading("وضع المعايير وتبادلها"),
        paragraph("بدأ العمل بالقرار 101 (نيودلهي، 2024) في ITU-R مع IEC.", "work"),
        paragraph((Run("فقرة جديدة عن "), Run("ITU-D", strong=True), Run(" في 17-27 يونيو."))),
        bullet("نُشر أكثر من 1\N{NO-BREAK SPACE}330 معياراً (المراجع).", "standards"),
        table("الجدول", ("القطاع", "العدد"), ("ITU-T", "13"), ("ITU-R", "7")),
    ),
    "zh": (
        heading("标准制定与交流"),
        paragraph("国际电信联盟在“数字化转型”的背景下制定了120项标准。", "work"),
        paragraph((Run("关于"), Run("ITU-D", strong=True), Run("的新段落。"))),
        bullet("第71号决议（2014年，釜山，修订版）——共1 330项标准……", "standards"),
        table("表格", ("部门", "数量"), ("ITU-T", "13"), ("ITU-R", "7")),
    ),
}

LANGUAGES = pytest.mark.parametrize("language", ["ar", "zh"])


def redline(language: Language) -> etree._Element:
    """The text of the verified redline of the two drafts."""
    old, new = (draft(*blocks[language], language=language) for blocks in (OLD, NEW))
    return part(make_redline(old, new, MADE))


def words(run: etree._Element) -> str:
    """What a run says, deleted or not."""
    return "".join(one.text or "" for one in run.iter(f"{W}t", f"{W}delText"))


@LANGUAGES
def test_a_redline_is_verified_and_shows_what_changed(language: Language) -> None:
    """Accepted it is the new file, rejected the old one, letter by letter, look by look."""
    root = redline(language)
    put_in = "".join(words(run) for one in root.iter(f"{W}ins") for run in one.iter(f"{W}r"))
    taken = "".join(words(run) for one in root.iter(f"{W}del") for run in one.iter(f"{W}r"))
    assert "330" in put_in
    assert "315" in taken


def test_tracked_runs_of_arabic_keep_their_direction() -> None:
    """Inserted and deleted letters of Arabic are marked as such, Latin ones among them are not."""
    root = redline("ar")
    changed = [run for one in root.iter(f"{W}ins", f"{W}del") for run in one.iter(f"{W}r")]
    told = {words(run): run.find(f"{W}rPr/{W}rtl") is not None for run in changed if words(run)}
    assert any(told.values())
    for said, is_marked in told.items():
        if RIGHT_TO_LEFT.search(said):
            assert is_marked, said
        if said.isascii() and any(map(str.isalpha, said)):
            assert not is_marked, said


def test_every_paragraph_and_table_of_an_arabic_redline_begins_on_the_right() -> None:
    """Those that came and those that went as well."""
    root = redline("ar")
    said = [one for one in root.iter(f"{W}p") if RIGHT_TO_LEFT.search("".join(map(words, one)))]
    assert said
    assert all(one.find(f"{W}pPr/{W}bidi") is not None for one in said)
    assert all(one.find(f"{W}tblPr/{W}bidiVisual") is not None for one in root.iter(f"{W}tbl"))


def test_chinese_marks_keep_the_font_of_chinese() -> None:
    """Quotation marks and dashes that Latin has, too, in what stayed and in what changed."""
    shared = "\u201c\u201d\u2014\u2026"
    runs = [run for run in redline("zh").iter(f"{W}r") if any(one in words(run) for one in shared)]
    assert runs
    for run in runs:
        fonts = run.find(f"{W}rPr/{W}rFonts")
        assert fonts is not None, words(run)


SAID = st.lists(
    st.sampled_from(
        ("القرار", "المراجَع", "(", ")", " ", "ITU-T", "2025", "،", "中", "文件", "。", "за́мке", "—")
    ),
    min_size=1,
    max_size=8,
).map("".join)


@pytest.mark.parametrize("language", ["ar", "zh", "ru"])
@settings(max_examples=5, deadline=None)
@given(old=SAID, new=SAID)
def test_any_edit_gives_both_drafts_back(language: Language, old: str, new: str) -> None:
    """Or the redline would not be delivered."""
    files = [draft(paragraph(f"1 {said}", "a"), language=language) for said in (old, new)]
    assert make_redline(*files, MADE)
