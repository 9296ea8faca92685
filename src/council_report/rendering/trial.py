"""Word templates tried out before anything depends on them."""

from functools import cache
from typing import get_args

from council_report.errors import RenderingError
from council_report.model.catalogue import Kind
from council_report.model.desk import Desk
from council_report.model.document import ABOVE_THE_BOX, Block, BlockKind, BoxRow, Document, Header
from council_report.model.finding import Finding
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.text import Run
from council_report.rendering.word import render_word

NOWHERE = Location("")
"""The words of a trial page come from no file."""


def try_templates(desk: Desk) -> tuple[Finding, ...]:
    """What is wrong with the templates of a session's documents: each must print a trial page."""
    kinds = dict.fromkeys(plan.kind for plan in desk.session.documents)
    tried = (_try(desk, desk.kinds[kind]) for kind in kinds)
    return tuple(finding for finding in tried if finding)


def _try(desk: Desk, kind: Kind) -> Finding | None:
    failure = _failure(kind, desk.templates[kind.template], desk.emblem)
    if failure is None:
        return None
    place = next(file.name for file in desk.files if file.name.endswith(f"/{kind.template}"))
    return Finding(
        rule="template-fails",
        severity="error",
        location=Location(place),
        message=failure[0],
        remedy=failure[1],
    )


@cache
def _failure(kind: Kind, template: bytes, emblem: bytes | None) -> tuple[Message, Message] | None:
    """Why a template fails, and what to do; a command asks more than once about the same one."""
    try:
        render_word(_trial_page(kind), template, kind.template, emblem)
    except RenderingError as error:
        return Message.verbatim(str(error)), Message.verbatim(error.hint)
    return None


def _trial_page(kind: Kind) -> Document:
    """A document with every row of the box and every kind of block, each once."""
    lines = {name: f"trial {name.replace('_', '-')}" for name in Header.model_fields}
    return Document(
        session="C00",
        kind=kind.kind,
        language="en",
        file_stem="a trial page, ",
        header=Header(**lines),
        author="trial author",
        title="TRIAL TITLE",
        sources=dict.fromkeys(ABOVE_THE_BOX, NOWHERE),
        box=tuple(_trial_row(key) for key in kind.box),
        blocks=tuple(_trial_block(block, kind) for block in get_args(BlockKind)),
        gaps=(),
        provisional=(),
        statistics=(),
    )


def _trial_row(key: str) -> BoxRow:
    label = "" if key == "rule" else f"trial label {key}"
    block = Block(
        kind="rule" if key == "rule" else "paragraph",
        section=key,
        text=(Run(f"trial row {key}"),),
        source=NOWHERE,
    )
    return BoxRow(key=key, label=label, source=NOWHERE, blocks=(block,))


def _trial_block(kind: BlockKind, document: Kind) -> Block:
    marked = {"bullet", "sub-bullet", "numbered"}
    if document.headings == "numbered":
        marked.add("heading")
    cells = tuple((Run(f"trial cell {number}"),) for number in (1, 2))
    return Block(
        kind=kind,
        section="trial",
        marker="1" if kind in marked else "",
        text=(Run(f"trial {kind}"),),
        source=NOWHERE,
        rows=(cells[:1], cells[1:]) if kind == "table" else (),
    )
