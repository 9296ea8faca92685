"""Where changes are shown, and that none is shown without what changed."""

import datetime
import re
from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from council_report.comparison.page.bases import shown
from council_report.comparison.page.page import review_page
from council_report.comparison.page.views import traced_documents
from council_report.model.change import Change, Changes, DraftName, LanguageChanges, Passage
from council_report.model.document import Block, Details
from council_report.model.review import Base, Review
from council_report.model.text import parse_text

MakeBlock = Callable[..., Block]
MakeReview = Callable[..., Review]

NAME = DraftName(
    session="C26", kind="report", draft=1, made=datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)
)


def removed(key: str, after: str | None, section: str | None = "standards") -> Change:
    """A passage that the draft before had after another."""
    old = Passage(key=key, kind="paragraph", section=section)
    return Change(key=key, kinds=("removed",), old=old, after=after)


def anchors(review: Review, *changes: Change) -> dict[str, list[str]]:
    """The removed passages by the key of the one that they are shown after."""
    languages = (LanguageChanges(language="en", changes=changes),)
    base = Base(name="draft-001", changes=Changes(old=NAME, new=NAME, languages=languages))
    gone = shown(base, "en", traced_documents(review)["en"]).gone
    return {anchor: [change.key for change in group] for anchor, group in gone.items()}


def test_what_was_removed_stands_where_it_stood(make_review: MakeReview) -> None:
    """The first of all before all others; others after the one before, or that one's place."""
    changes = removed("line x", None, None), removed("a", "entry first"), removed("b", "a")
    assert anchors(make_review(), *changes) == {"": ["line x"], "entry first": ["a", "b"]}


def test_where_the_one_before_is_not_known_it_stands_at_the_end_of_its_section(
    make_review: MakeReview,
) -> None:
    """Or of the document, where the section is gone too."""
    changes = removed("a", "entry unknown", "purpose"), removed("b", "entry unknown", "nowhere")
    found = anchors(make_review(), *changes)
    assert found == {"entry purpose": ["a"], "entry numbers": ["b"]}


looks = st.sampled_from(
    ["a", "*a*", "**a**", "b", "[a](https://x.org/1)", "[a](https://x.org/2)", "[[groups]]"]
)
texts = st.lists(looks, min_size=1, max_size=4).map(" ".join)
cells = st.lists(st.lists(looks, min_size=2, max_size=2), max_size=3)
details = st.builds(
    Details,
    mandates=st.sampled_from([(), ("R1",)]),
    dates=st.sampled_from([(), ("2025",)]),
    unit=st.sampled_from([None, "A unit"]),
    status=st.sampled_from([None, "done"]),
)
blocks = st.tuples(texts, cells, details, st.sampled_from(["", "–", "1."]))


def a_block(make_block: MakeBlock, block: tuple[Any, ...]) -> Block:
    """An entry, a table where it has rows."""
    said, rows, known, marker = block
    text = make_block("first", said).text
    parsed = tuple(tuple(parse_text(cell) for cell in row) for row in rows)
    kind = "table" if rows else "paragraph"
    return make_block(
        "first", said, kind=kind, text=text, rows=parsed, details=known, marker=marker
    )


@settings(max_examples=60)
@given(blocks, blocks)
def test_every_change_is_shown_with_what_changed(
    make_review: MakeReview, make_block: MakeBlock, new: tuple[Any, ...], old: tuple[Any, ...]
) -> None:
    """In the text or beside it, however small it is."""
    after, before = a_block(make_block, new), a_block(make_block, old)
    review = make_review((after,), {}, ((before,),))
    page = review_page(review, {}).decode()
    article = page.split("<article", 1)[1].split("</article>", 1)[0]
    passage = article.split('id="en:entry:first"', 1)[1].split('<details class="trace">', 1)[0]
    has_marks = re.search("<ins>|<del>", passage) is not None
    has_badges = "badge" in passage
    assert has_marks == has_badges
