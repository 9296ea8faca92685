"""Tracked changes are settled as Word settles them."""

from lxml import etree

from council_report.office.tags import W, prefixes
from council_report.office.tracked import settle

GONE = "<w:pPr><w:rPr><w:del w:id='1' w:author='A'/></w:rPr></w:pPr>"
ROW = "<w:tr><w:trPr><w:del w:id='2' w:author='A'/></w:trPr><w:tc><w:p/></w:tc></w:tr>"
KEPT = "<w:tr><w:tc><w:p/></w:tc></w:tr>"


def words(text: str) -> str:
    """A run of words."""
    return f"<w:r><w:t>{text}</w:t></w:r>"


def settled(content: str) -> list[str]:
    """What is left in a text whose changes are accepted: its paragraphs and tables."""
    body = f'<w:body xmlns:w="{prefixes("w")["w"]}">{content}</w:body>'
    root = etree.fromstring(body)
    settle(root, "after")
    return [f"{str(one.tag).removeprefix(W)} {''.join(one.itertext())}".strip() for one in root]


def test_a_table_that_has_lost_its_rows_is_gone() -> None:
    """What stood before it runs on into what stood after it."""
    before, after = f"<w:p>{GONE}{words('one ')}</w:p>", f"<w:p>{words('two')}</w:p>"
    assert settled(f"{before}<w:tbl><w:tblPr/>{ROW}</w:tbl>{after}") == ["p one two"]
    assert settled(f"{before}<w:tbl><w:tblPr/>{ROW}{KEPT}</w:tbl>{after}") == [
        "p one",
        "tbl",
        "p two",
    ]


def test_an_empty_paragraph_before_a_table_is_gone_with_its_end() -> None:
    """It has nothing to run on into, and nothing to keep it."""
    assert settled(f"<w:p>{GONE}</w:p><w:tbl>{KEPT}</w:tbl><w:p/>") == ["tbl", "p"]


def test_the_last_paragraph_stays() -> None:
    """A cell must have one, and so must a text."""
    assert settled(f"<w:p>{words('one')}</w:p><w:p>{GONE}</w:p>") == ["p one", "p"]
