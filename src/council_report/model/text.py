"""Rich text: the small subset of Markdown that an entry may use, as runs.

The subset is CommonMark's, read by markdown-it-py: ``*emphasis*``, ``**strong**``,
``[words](https://…)``, ``^superscript^``, a backslash before a mark that is meant
literally, and our own ``[[key]]``, which quotes a statistic. Everything else, underscores,
HTML, ``&amp;`` and links to anything but a web or mail address included, is plain text.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.superscript import superscript_plugin

from council_report.model.language import Language

MARKS = re.compile(r"[*^\[\\]")
HIDING = re.compile(r"[\\^]|\]\(")
"""Marks that may take the brackets of a statistic for their own."""

STATISTIC = re.compile(r"\[\[([a-z0-9]+(?:-[a-z0-9]+)*)\]\]")
ADDRESS = re.compile(r"\]\(((?:https?://|mailto:)(?:[^\s()<>]|\([^\s()<>]*\))+)\)", re.IGNORECASE)
"""What follows the words of a link: an address, which may hold pairs of brackets."""

UNFIT = re.compile(r"[\s()<>]")
"""What an address holds in its escaped form alone."""

SPACES = re.compile(r"[\t\r\n][ \t\r\n]*| [ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look.

    ``href`` makes it a hyperlink. ``statistic`` names the statistic it quotes; before assembly
    the text of such a run is empty, afterwards it is the value as the language writes it.
    ``language`` is given where it is not that of the document: of a text that is not translated.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    superscript: bool = False
    href: str | None = None
    statistic: str | None = None
    language: Language | None = None


Text = tuple[Run, ...]
"""Rich text in one language: its runs, in order."""


def parse_text(source: str) -> Text:
    """The runs of a text in the Markdown subset; line breaks and runs of spaces are one space.

    Non-breaking spaces stay as they are.
    """
    line = one_line(source)
    if not MARKS.search(line):
        return (Run(line),) if line else ()
    tokens = _reader().parseInline(line)[0].children or []
    return joined(_runs(tokens))


def one_line(source: str) -> str:
    """A text with its line breaks, tabs and runs of spaces made one space each."""
    return SPACES.sub(" ", source).strip(" ")


def address_of(target: str) -> str | None:
    """The web or mail address that a link may carry, as a run has it, or None if it is neither."""
    if not ADDRESS.fullmatch(f"]({target})"):
        target = UNFIT.sub(lambda sign: quote(sign[0]), target.strip())
    return _reader().normalizeLink(target) if ADDRESS.fullmatch(f"]({target})") else None


def plain(text: Text) -> str:
    """The words of rich text without their look."""
    return "".join(run.text for run in text)


def statistics_quoted(source: str) -> tuple[str, ...]:
    """The keys of the statistics that a text in the Markdown subset quotes, in order."""
    if "[[" not in source:
        return ()
    if not HIDING.search(source):
        return tuple(STATISTIC.findall(source))
    return tuple(run.statistic for run in parse_text(source) if run.statistic)


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("zero").enable(["emphasis", "escape"])
    reader.use(superscript_plugin)
    reader.inline.ruler.before("emphasis", "underscore", _underscore)
    reader.inline.ruler.before("link", "statistic", _statistic)
    reader.inline.ruler.after("statistic", "web_link", _link)
    return reader


def _underscore(state: StateInline, silent: bool) -> bool:
    """Take an underscore as plain text: names such as ``draft_2`` are common in our texts."""
    if state.src[state.pos] != "_":
        return False
    if not silent:
        state.pending += "_"
    state.pos += 1
    return True


def _statistic(state: StateInline, silent: bool) -> bool:
    match = STATISTIC.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        state.push("statistic", "", 0).content = match[1]
    state.pos = match.end()
    return True


def _link(state: StateInline, silent: bool) -> bool:
    """Take ``[words](https://…)`` as a link.

    CommonMark's own rule would also take titles, blanks and words in brackets after words in
    brackets, and we would print less than was sent.
    """
    start = state.pos
    if state.src[start] != "[" or state.linkLevel:
        return False
    end = parseLinkLabel(state, start)
    words = state.src[start + 1 : max(end, start)]
    address = ADDRESS.match(state.src, end) if words.strip() else None
    if not address:
        return False
    if not silent:
        _push_link(state, start + 1, end, state.md.normalizeLink(address[1]))
    state.pos = address.end()
    return True


def _push_link(state: StateInline, start: int, end: int, href: str) -> None:
    after = state.posMax
    state.pos, state.posMax = start, end
    state.push("link_open", "a", 1).attrs = {"href": href}
    state.linkLevel += 1
    state.md.inline.tokenize(state)
    state.linkLevel -= 1
    state.push("link_close", "a", -1)
    state.posMax = after


def _runs(tokens: Iterable[Token]) -> Iterable[Run]:
    look = {"strong": 0, "em": 0, "sup": 0}
    href: str | None = None
    for token in tokens:
        name = token.type.removesuffix("_open").removesuffix("_close")
        if name in look:
            look[name] += token.nesting
        elif name == "link":
            href = str(token.attrs["href"]) if token.nesting == 1 else None
        else:
            quoted = token.type == "statistic"
            yield Run(
                text="" if quoted else token.content,
                strong=look["strong"] > 0,
                emphasis=look["em"] > 0,
                superscript=look["sup"] > 0,
                href=href,
                statistic=token.content if quoted else None,
            )


def joined(runs: Iterable[Run]) -> Text:
    """Runs without the empty ones, neighbours of the same look made one."""
    joined: list[Run] = []
    for run in runs:
        if not run.text and not run.statistic:
            continue
        last = joined[-1] if joined else None
        if last and not last.statistic and not run.statistic and _look(last) == _look(run):
            joined[-1] = replace(run, text=last.text + run.text)
        else:
            joined.append(run)
    return tuple(joined)


def _look(run: Run) -> tuple[object, ...]:
    return run.strong, run.emphasis, run.superscript, run.href, run.language
