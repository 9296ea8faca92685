"""A redline shows what changed, as Word's tracked changes, and gives both drafts back."""

import datetime
import io
from functools import cache

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from council_report.comparison.redline import COMPARED, NOT_COMPARED, make_redline, version
from council_report.comparison.redline.stories import stories
from council_report.comparison.redline.verifying import verify
from council_report.model.document import Block
from council_report.model.text import Run
from council_report.office.tags import W
from council_report.office.tracked import Reading
from tests.comparison.redline.drafts import (
    BLOCKS,
    FIGURES,
    LINKED,
    MADE,
    TEMPLATE,
    block,
    bullet,
    changes,
    draft,
    edited,
    heading,
    names,
    paragraph,
    part,
    read_by_pandoc,
    table,
)

OTHER_SITE = (LINKED[0], Run("the site", href="https://example.org/b"), *LINKED[2:])
NO_SITE = (LINKED[0], Run("the site"), *LINKED[2:])
PLAIN = (*LINKED[:2], Run(" and the 1st item, strongly."))

TAGS = ("ins", "del", "moveFrom", "moveTo")

ADOPTED = "–\tITU-T adopted 12 standards on AI for health, networks and agriculture."

EDITS: dict[str, tuple[tuple[Block, ...], list[tuple[str, str]]]] = {
    "a number": (
        edited(0, paragraph("ITU continued its work on artificial intelligence in 2026.", "work")),
        [("del", "2025"), ("ins", "2026")],
    ),
    "a sentence": (
        edited(8, paragraph(f"{BLOCKS[8].text[0].text} It is new.", "last")),
        [("ins", " It is new.")],
    ),
    "a moved bullet": (
        (*BLOCKS[:2], BLOCKS[3], BLOCKS[4], BLOCKS[2], *BLOCKS[5:]),
        [
            (
                "moveFrom",
                "–\tITU-T adopted 12 standards on AI for health, networks and agriculture.",
            ),
            ("moveTo", "–\tITU-T adopted 12 standards on AI for health, networks and agriculture."),
        ],
    ),
    "a removed entry": (
        edited(3),
        [("del", "–\tStudy Group 13 continued its work on machine learning in networks.")],
    ),
    "a new section": (
        (*BLOCKS[:6], heading("Capacity"), bullet("one bullet;"), *BLOCKS[6:]),
        [("ins", "Capacity"), ("ins", "–\tone bullet;")],
    ),
    "a heading": (edited(1, heading("Standards and norms")), [("ins", " and norms")]),
    "a cell": (
        edited(5, table("Table 1", *FIGURES[:2], ("ITU-R", "301"))),
        [("del", "300"), ("ins", "301")],
    ),
    "a row added": (
        edited(5, table("Table 1", *FIGURES, ("ITU-D", "450"))),
        [("ins", "ITU-D"), ("ins", "450")],
    ),
    "a row removed": (
        edited(5, table("Table 1", FIGURES[0], FIGURES[2])),
        [("del", "ITU-T"), ("del", "1\N{NO-BREAK SPACE}200")],
    ),
    "a column added": (
        edited(5, table("Table 1", *((*row, "x") for row in FIGURES))),
        [("ins", "x"), ("ins", "x"), ("ins", "x")],
    ),
    "a table added": (
        (*BLOCKS, table("Table 2", ("A", "B"), ("one", "two"))),
        [("ins", words) for words in ("Table 2", "A", "B", "one", "two")],
    ),
    "a table removed": (
        edited(5),
        [("del", words) for words in ("Table 1", *(cell for row in FIGURES for cell in row))],
    ),
    "a link": (
        edited(7, paragraph(OTHER_SITE, "site")),
        [("del", "the site"), ("ins", "the site")],
    ),
    "a link removed": (
        edited(7, paragraph(NO_SITE, "site")),
        [("del", "the site"), ("ins", "the site")],
    ),
    "looks alone": (edited(7, paragraph(PLAIN, "site")), []),
    "a space that does not break": (
        edited(
            0, paragraph("ITU continued its work on artificial intelligence in\xa02025.", "work")
        ),
        [("del", "in 2025"), ("ins", "in\xa02025")],
    ),
    "a hyphen that does not break": (
        edited(0, paragraph("ITU\u2011T continued its work on artificial intelligence in 2025.")),
        [("del", "ITU"), ("ins", "ITU\u2011T")],
    ),
}


@cache
def redlined(name: str) -> bytes:
    """The redline of an edit, made once for all tests."""
    return make_redline(draft(*BLOCKS), draft(*EDITS[name][0]), MADE)


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_shown_as_it_was_made(name: str) -> None:
    """The tracked changes are the words that changed, and no others."""
    assert changes(redlined(name)) == EDITS[name][1]


@pytest.mark.parametrize("name", EDITS)
def test_pandoc_reads_both_drafts_in_a_redline(name: str) -> None:
    """Another reader finds the new words when it accepts all, and the old ones when it rejects."""
    old, new, redline = draft(*BLOCKS), draft(*EDITS[name][0]), redlined(name)
    assert read_by_pandoc(redline, "accept") == read_by_pandoc(new)
    # It does not reject changes of look, so that what is raised is written in other signs.
    if name != "looks alone":
        assert read_by_pandoc(redline, "reject") == read_by_pandoc(old)


def test_a_draft_and_itself_have_no_changes() -> None:
    """Nothing is marked where nothing changed."""
    word = draft(*BLOCKS)
    redline = make_redline(word, word, MADE)
    assert changes(redline) == []
    assert stories(redline) == stories(word)


def test_changes_of_look_are_tracked_letter_by_letter() -> None:
    """Only what looks otherwise is marked, with the look that it had."""
    redline = redlined("looks alone")
    marked = [
        ("".join(run.itertext()), [str(one.tag).removeprefix(W) for one in change.iter()][2:])
        for run in part(redline).iter(f"{W}r")
        for change in run.iter(f"{W}rPrChange")
    ]
    assert marked == [("st", ["vertAlign"]), ("strongly", ["b", "bCs"])]


def test_a_paragraph_that_becomes_a_heading_is_tracked() -> None:
    """Its words stay, its style changes."""
    new = draft(*edited(8, heading(BLOCKS[8].text[0].text)))
    redline = make_redline(draft(*BLOCKS), new, MADE)
    assert changes(redline) == []
    assert len([*part(redline).iter(f"{W}pPrChange")]) == 1


def test_running_headers_are_part_of_it() -> None:
    """The short reference on top of each page changes with the number of the document."""
    redline = make_redline(draft(*BLOCKS), draft(*BLOCKS, symbol="C25/44-E"), MADE)
    assert changes(redline) == [
        ("del", "C25/43"),
        ("ins", "C25/44"),
        ("del", "C25/43-E"),
        ("ins", "C25/44-E"),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("تواصل الاتحاد عمله في 2025.", "تواصل الاتحاد عمله والصحة في 2026."),
        ("国际电联2025年继续开展工作。", "国际电联2026年继续开展健康工作。"),
        ("МСЭ-Т принял 12 стандартов.", "МСЭ-Т принял 13 стандартов."),
        ("done 👩\u200d💻 and 🎉", "done 👩\u200d🔬 and 🎊"),
        ("caf\u00e9", "cafe\u0301"),
        ("R&D <b> {{ x }} ]]>", "R&D <i> {% x %} ]]> & more"),
        ("a  b", "a b"),
        ("x", "y"),
    ],
)
def test_every_script_and_sign_is_compared(old: str, new: str) -> None:
    """Words of any script come back to the letter, accepted and rejected."""
    before, after = draft(paragraph(old)), draft(paragraph(new))
    redline = make_redline(before, after, MADE)
    assert changes(redline)
    assert stories(redline, "after") == stories(after)


def test_drafts_without_anything_in_common_can_be_compared() -> None:
    """Last year's report and this year's may share no paragraph."""
    new = draft(table("T", ("q", "w", "e"), ("r", "t", "y")), heading("Other"), bullet("words"))
    old = draft(*BLOCKS)
    redline = make_redline(old, new, MADE)
    assert read_by_pandoc(redline, "reject") == read_by_pandoc(old)


def test_long_drafts_can_be_compared() -> None:
    """Three hundred paragraphs with edits all over."""
    many = [bullet(f"Activity {number} is under way in all regions.") for number in range(300)]
    few = [one for number, one in enumerate(many) if number % 50]
    few[100:101] = [paragraph("Another paragraph.")]
    redline = make_redline(draft(*many), draft(*few), MADE)
    assert len(changes(redline)) == 8


def test_a_picture_is_compared() -> None:
    """Another picture is another letter, in both readings."""

    def with_emblem(colour: str) -> bytes:
        saved = io.BytesIO()
        Image.new("RGB", (4, 2), colour).save(saved, "PNG")
        return draft(*BLOCKS, emblem=saved.getvalue())

    old, new = with_emblem("navy"), with_emblem("red")
    redline = make_redline(old, new, MADE)
    verify(redline, old, new)
    assert len([*part(redline).iter(f"{W}drawing")]) == 2


def test_another_template_is_no_obstacle() -> None:
    """A style that only the new template has is a tracked change like any other."""

    word = docx.Document(io.BytesIO(TEMPLATE))
    word.paragraphs[-1].style = word.styles.add_style("Fresh", WD_STYLE_TYPE.PARAGRAPH)
    template = io.BytesIO()
    word.save(template)
    old, new = draft(*BLOCKS), draft(*BLOCKS, template=template.getvalue())
    assert changes(make_redline(old, new, MADE)) == []
    assert changes(make_redline(new, old, MADE)) == []


@pytest.mark.parametrize("kind", ["header", "footer"])
@pytest.mark.parametrize("lines", [("ITU", "Geneva"), ()])
def test_a_line_more_or_less_on_each_page_is_tracked(kind: str, lines: tuple[str, ...]) -> None:
    """A template may get a line at the end of its header or footer, or have none any more."""
    one, other = running(kind, "ITU"), running(kind, *lines)
    for old, new in ((one, other), (other, one)):
        redline = make_redline(old, new, MADE)
        for word, reading in ((old, "before"), (new, "after")):
            assert words_on_each_page(redline, kind, reading) == words_on_each_page(word, kind)


def words_on_each_page(word: bytes, kind: str, reading: Reading | None = None) -> list[str]:
    """The lines of a header or footer."""
    return [one.words for one in stories(word, reading).get(f"{kind} 1 default", ())]


def running(kind: str, *lines: str) -> bytes:
    """A draft whose pages bear these lines, and no others, at their head or foot."""
    word = docx.Document(io.BytesIO(draft(*BLOCKS)))
    story = getattr(word.sections[0], kind)
    story.is_linked_to_previous = True
    if lines:
        story.is_linked_to_previous = False
        story.paragraphs[0].text = lines[0]
        for line in lines[1:]:
            story.add_paragraph(line)
    saved = io.BytesIO()
    word.save(saved)
    return saved.getvalue()


PURPOSE = paragraph("This document reports on the work of ITU.")
MORE = (bullet("It is for information."), bullet("It is short."))
SAID = [one.line for one in MORE]


@pytest.mark.parametrize(
    ("old", "new", "tracked"),
    [
        ((PURPOSE,), (PURPOSE, *MORE), [("ins", one) for one in SAID]),
        ((PURPOSE, *MORE), (PURPOSE,), [("del", one) for one in SAID]),
        ((PURPOSE, MORE[0]), (PURPOSE, MORE[1]), [("del", "for information"), ("ins", "short")]),
    ],
)
def test_paragraphs_come_and_go_at_the_end_of_a_cell(
    old: tuple[Block, ...], new: tuple[Block, ...], tracked: list[tuple[str, str]]
) -> None:
    """The end of the last paragraph can be neither tracked nor lost: that before it is."""
    before, after = draft(*BLOCKS, purpose=old), draft(*BLOCKS, purpose=new)
    redline = make_redline(before, after, MADE)
    assert changes(redline) == tracked
    last = [cell.findall(f"{W}p")[-1] for cell in part(redline).iter(f"{W}tc")]
    assert not any(one.find(f"{W}pPr/{W}rPr/{W}{tag}") is not None for one in last for tag in TAGS)


def test_every_entry_keeps_its_mark_and_has_it_once() -> None:
    """An entry can be found in a redline by its bookmark, a moved one at its new place."""
    blocks, _ = EDITS["a moved bullet"]
    redline = make_redline(draft(*BLOCKS), draft(*blocks), MADE)
    marks = [one.get(f"{W}name") for one in part(redline).iter(f"{W}bookmarkStart")]
    assert marks == [one.get(f"{W}name") for one in part(draft(*blocks)).iter(f"{W}bookmarkStart")]
    assert len(marks) == len({*marks}) > 0


def test_changes_are_signed_by_the_tool_at_the_moment_of_the_draft() -> None:
    """The author is the tool, the date that of the draft, in UTC."""
    made = MADE.astimezone(datetime.timezone(datetime.timedelta(hours=9)))
    redline = make_redline(draft(*BLOCKS), draft(*edited(3)), made)
    signed = list(part(redline).iter(f"{W}del", f"{W}ins"))
    assert {one.get(f"{W}author") for one in signed} == {"council-report"}
    assert {one.get(f"{W}date") for one in signed} == {"2026-11-22T10:00:00Z"}


def test_the_same_drafts_give_the_same_bytes() -> None:
    """Nothing in a redline depends on when it is made."""
    redline = redlined("a moved bullet")
    again = make_redline(draft(*BLOCKS), draft(*EDITS["a moved bullet"][0]), MADE)
    assert again == redline
    assert names(redline) == sorted(names(redline))


@pytest.mark.parametrize("name", EDITS)
def test_word_can_open_it(name: str) -> None:
    """Numbers are used once, ranges are paired, words are called what they must be."""
    root = part(redlined(name))
    kinds = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "bookmarkStart")
    numbers = [one.get(f"{W}id") for one in root.iter(*(f"{W}{kind}" for kind in kinds))]
    assert len(numbers) == len({*numbers})
    for kind in ("bookmark", "moveFromRange", "moveToRange"):
        starts, ends = (
            [one.get(f"{W}id") for one in root.iter(f"{W}{kind}{end}")] for end in ("Start", "End")
        )
        assert sorted(starts) == sorted(ends)
    ranges = [
        {one.get(f"{W}name") for one in root.iter(f"{W}move{way}RangeStart")}
        for way in ("From", "To")
    ]
    assert ranges[0] == ranges[1]
    changed = {f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"}
    for words in root.iter(f"{W}t", f"{W}delText"):
        around = [one.tag for one in words.iterancestors() if one.tag in changed]
        assert len(around) <= 1
        assert (words.tag == f"{W}delText") == (around == [f"{W}del"])
    assert all(one[-1].tag in {f"{W}p"} for one in root.iter(f"{W}tc"))


def test_what_is_compared_and_what_is_not_is_said() -> None:
    """Both lists are messages for a person, and the versions are named."""
    assert "where links lead" in COMPARED
    assert "the size, margins and columns of pages" in NOT_COMPARED
    assert version().startswith("Docxodus ")


WORDS = st.text(st.sampled_from("ab é中ع.\xa0\u2011"), min_size=1, max_size=12).map(
    lambda words: f"x{words}x"
)
RUNS = st.builds(
    Run,
    WORDS,
    strong=st.booleans(),
    superscript=st.booleans(),
    href=st.sampled_from([None, None, "https://example.org/a", "https://example.org/b"]),
)
TEXTS = st.lists(RUNS, min_size=1, max_size=3).map(tuple)
CELLS = st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=3)
ONE = st.one_of(
    st.builds(paragraph, TEXTS),
    st.builds(bullet, TEXTS),
    st.builds(heading, WORDS),
    st.builds(lambda rows: block("table", "caption", rows), CELLS),
)


PARAGRAPHS = st.lists(st.one_of(st.builds(paragraph, TEXTS), st.builds(bullet, TEXTS)), max_size=3)


@settings(max_examples=6)
@given(PARAGRAPHS, PARAGRAPHS, PARAGRAPHS)
def test_every_pair_of_cells_has_a_redline(
    kept: list[Block], gone: list[Block], new: list[Block]
) -> None:
    """Whatever comes and goes in a row of the box, the redline is verified."""
    old, later = ([PURPOSE, *kept, *one] for one in (gone, new))
    before, after = draft(*BLOCKS, purpose=old), draft(*BLOCKS, purpose=later)
    redline = make_redline(before, after, MADE)
    assert stories(redline, "after") == stories(after)


@settings(max_examples=8)
@given(st.lists(ONE, max_size=6), st.lists(ONE, max_size=4), st.data())
def test_every_pair_of_drafts_has_a_redline(
    kept: list[Block], new: list[Block], data: st.DataObject
) -> None:
    """Whatever is added, taken away, moved or changed in look: the redline is verified."""
    old = data.draw(st.permutations([*kept, *new[:2]]))
    later = data.draw(st.permutations([*kept, *new[2:]]))
    before, after = draft(*old), draft(*later)
    redline = make_redline(before, after, MADE)
    assert stories(redline, "after") == stories(after)
