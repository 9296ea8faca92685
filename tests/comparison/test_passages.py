"""A document as passages: everything it prints, in order, each under a key of its own."""

from collections.abc import Callable

from hypothesis import given

from council_report.comparison.passages import passages_of
from council_report.model.change import Passage
from council_report.model.document import ABOVE_THE_BOX, Block, BoxRow, Document
from council_report.model.location import Location
from council_report.model.text import Run, plain
from tests.comparison.strategies import documents

MakeBlock = Callable[..., Block]
MakeDocument = Callable[..., Document]

PLACE = Location("inputs/C25/session.yaml", line=3)


def test_lines_come_first_then_the_box_then_the_body(
    make_block: MakeBlock, make_document: MakeDocument
) -> None:
    """The passages stand in the order in which a reader comes to them."""
    heading = make_block(None, "AI standards", kind="heading")
    document = make_document(heading, make_block("ai-for-health", kind="bullet"))
    assert [passage.key for passage in passages_of(document)] == [
        *(f"line {name}" for name in ABOVE_THE_BOX),
        "label purpose",
        "paragraph purpose",
        "heading standards",
        "entry ai-for-health",
    ]


def test_a_passage_says_what_its_block_says(
    make_block: MakeBlock, make_document: MakeDocument
) -> None:
    """Words, looks, table, marker and details of a block are kept; where it stood is not."""
    rows = (((Run("SG13", strong=True),), (Run("12"),)),)
    block = make_block("a", kind="table", marker="1", rows=rows)
    passage = passages_of(make_document(block))[-1]
    elsewhere = block.model_copy(update={"source": PLACE})
    assert passage.model_dump(exclude={"key"}) == block.model_dump(
        include=set(type(passage).model_fields)
    )
    assert passages_of(make_document(elsewhere))[-1] == passage


def test_a_placeholder_is_known_by_contributor_and_section(
    make_block: MakeBlock, make_document: MakeDocument
) -> None:
    """A gap of a contributor is the same gap in the next draft."""
    block = make_block(None, "[awaited]", kind="placeholder", contributor="itu-r")
    assert passages_of(make_document(block))[-1].key == "placeholder itu-r/standards"


def test_a_rule_and_the_label_it_has_not(make_document: MakeDocument) -> None:
    """The rule in the box is a passage; a row without label prints none."""
    rule = Block(kind="rule", section="rule", text=(Run("____"),), source=PLACE)
    row = BoxRow(key="rule", label="", source=PLACE, blocks=(rule,))
    assert passages_of(make_document(box=(row,)))[-1].key == "rule rule"


def test_an_entry_is_known_by_its_id_whoever_sent_it(
    make_block: MakeBlock, make_document: MakeDocument
) -> None:
    """Another contributor is another source of the same entry."""
    mine, theirs = make_block("a"), make_block("a", contributor="itu-r")
    keys = {passages_of(make_document(block))[-1].key for block in (mine, theirs)}
    assert keys == {"entry a"}


def test_what_is_there_twice_gets_a_number(
    make_block: MakeBlock, make_document: MakeDocument
) -> None:
    """Two entries of one id, though it is an error, are both compared."""
    document = make_document(make_block("a"), make_block("a"), make_block("a"))
    assert [passage.key for passage in passages_of(document)][-3:] == [
        "entry a",
        "entry a 2",
        "entry a 3",
    ]


@given(documents)
def test_keys_are_never_shared(document: Document) -> None:
    """Whatever a document holds, no two of its passages have the same key."""
    keys = [passage.key for passage in passages_of(document)]
    assert len(keys) == len(set(keys))


@given(documents)
def test_every_printed_word_is_in_a_passage(document: Document) -> None:
    """Everything that is printed is compared, in the order in which it is printed."""
    printed = [line.text for line in document.lines()]
    assert [line for one in passages_of(document) for line in lines_of(one)] == printed


def lines_of(passage: Passage) -> list[str]:
    """What a passage prints: its marker and text, then its cells."""
    words = f"{passage.marker}\t{plain(passage.text)}" if passage.marker else plain(passage.text)
    return [words, *(plain(cell) for row in passage.rows for cell in row)]
