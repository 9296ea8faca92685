"""Documents of every shape, for properties: hostile texts, odd tables, keys that are used twice."""

from collections.abc import Sequence

from hypothesis import strategies as st

from council_report.model.content import Content
from council_report.model.contribution import Statistic
from council_report.model.document import ABOVE_THE_BOX, Block, BoxRow, Details, Document, Header
from council_report.model.language import Language
from council_report.model.location import Location
from council_report.model.text import Run, Text

PLACE = Location("inputs/C25/itu-t/a.yaml", line=3)

WORDS = (
    "315",
    "1\u00a0200,5",
    "standards",
    "normes",
    "стандарты",
    "المراجَع",
    "第71号决议",
    "C25/43",
    "👩🏽\u200d💻",
    "{{ x }}",
    "<b>&amp;]]>",
    "\u202e",
    "e\u0301",
    ". ",
    ", ",
    " ",
    " ",
    "\u00a0",
    "\n",
)

SECTIONS = ("introduction", "standards", "purpose")

lines = st.lists(st.sampled_from(WORDS), max_size=12).map("".join) | st.text(max_size=8)
"""Texts that have words in common, and texts of any signs at all."""

runs = st.builds(
    Run,
    text=lines,
    strong=st.booleans(),
    href=st.none() | st.sampled_from(("https://www.itu.int/", "mailto:a@example.org")),
    statistic=st.none() | st.sampled_from(("standards", "members")),
)
texts: st.SearchStrategy[Text] = st.lists(runs, max_size=3).map(tuple)
rows = st.lists(st.lists(texts, max_size=3).map(tuple), max_size=4).map(tuple)

details = st.builds(
    Details,
    unit=st.none() | st.just("ITU-T Study Group 13"),
    status=st.none() | st.just("done"),
    dates=st.sampled_from(((), ("2025",), ("2025-06-17", "2026"))),
    mandates=st.sampled_from(((), ("R1",))),
)
blocks = st.builds(
    Block,
    kind=st.sampled_from(("paragraph", "bullet", "numbered", "heading", "placeholder", "rule")),
    section=st.sampled_from(SECTIONS),
    text=texts,
    source=st.just(PLACE),
    marker=st.sampled_from(("", "1", "2")),
    contributor=st.none() | st.sampled_from(("itu-t", "itu-r")),
    entry=st.none() | st.sampled_from(("a", "b", "c", "d", "e", "f")),
    details=st.none() | details,
)
tables = st.builds(
    Block,
    kind=st.just("table"),
    section=st.sampled_from(SECTIONS),
    text=texts,
    source=st.just(PLACE),
    rows=rows,
    entry=st.sampled_from(("a", "b", "t")),
)
box_rows = st.builds(
    BoxRow,
    key=st.sampled_from(("purpose", "references")),
    label=lines,
    source=st.just(PLACE),
    blocks=st.lists(blocks, max_size=2).map(tuple),
)
headers = st.builds(Header, **dict.fromkeys(Header.model_fields, lines))


def in_language(language: Language) -> st.SearchStrategy[Document]:
    """Documents in one language."""
    return st.builds(
        Document,
        session=st.just("C25"),
        kind=st.just("report"),
        language=st.just(language),
        file_stem=st.just("S25-CL-C-0043!!"),
        header=headers,
        author=lines,
        title=lines,
        sources=st.just(dict.fromkeys(ABOVE_THE_BOX, PLACE)),
        box=st.lists(box_rows, max_size=3).map(tuple),
        blocks=st.lists(blocks | tables, max_size=8).map(tuple),
        gaps=st.just(()),
        provisional=st.just(()),
        statistics=st.just(()),
    )


documents = in_language("en")

statistics = st.builds(
    Statistic,
    key=st.sampled_from(("standards", "members")),
    value=st.decimals(0, 9, places=1),
    unit=st.just({"en": "AI standards"}),
    source=st.just("annual survey"),
)


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """What a draft says, in none, one or two languages."""
    languages: Sequence[Language] = draw(st.sampled_from(((), ("en",), ("fr",), ("en", "fr"))))
    found = [draw(in_language(language)) for language in languages]
    numbers = draw(st.lists(statistics, max_size=3))
    return Content(documents=tuple(found), statistics=tuple(numbers))


@st.composite
def edited(draw: st.DrawFn) -> tuple[Document, Document]:
    """A document, and the same with its blocks in another order, some left out, some others."""
    old = draw(documents)
    more = draw(st.lists(blocks | tables, max_size=2))
    news = draw(st.permutations([*old.blocks, *more]))
    kept = news[: draw(st.integers(0, len(news)))]
    return old, old.model_copy(update={"blocks": tuple(kept)})
