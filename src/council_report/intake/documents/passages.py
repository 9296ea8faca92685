"""The words of one paragraph, out of pandoc's inlines, and what they lost on the way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from council_report.intake.documents.pandoc import Node
from council_report.intake.documents.prepared import PLACE
from council_report.intake.documents.remarks import (
    Remark,
    footnote,
    lines_joined,
    link_left_out,
    link_title,
    looks_lost,
    mathematics,
    picture,
    struck,
    taken_literally,
)
from council_report.model.text import Run, Text, address_of, joined, one_line, plain

SIMPLER_LOOKS = ("Underline", "SmallCaps", "Subscript", "Strikeout")
"""Looks that entries cannot have; the words are kept."""

QUOTES = {"SingleQuote": "\u2018\u2019", "DoubleQuote": "\u201c\u201d"}

POSITION = "data-pos"
"""The attribute in which pandoc says from where to where in a Markdown text something stands."""


class Passage(NamedTuple):
    """The words of a paragraph or cell.

    ``spots`` are the numbers of the paragraphs, or the lines, that they come from: more than one
    where pandoc makes one paragraph of several, none where it does not say.
    """

    runs: Text = ()
    spots: tuple[int, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def words(self) -> str:
        """The words alone, statistics as their writer quoted them."""
        return one_line(plain(self.runs))


def passage_of(inlines: Iterable[Node], spot: int | None = None) -> Passage:
    """The words of a paragraph; ``spot`` is where it stands if the inlines do not say."""
    collector = _Collector()
    collector.read(inlines, Run(""))
    remarks = [*collector.remarks, *looks_lost(collector.looks)]
    if any(_is_within(place, collector.runs) for place in collector.breaks):
        remarks.append(lines_joined())
    spots = tuple(dict.fromkeys(collector.spots)) or ((spot,) if spot else ())
    return Passage(joined(collector.runs), spots, tuple(remarks))


def _is_within(place: int, runs: list[Run]) -> bool:
    """Whether words stand both before and after a place among the runs."""
    return all(plain(tuple(side)).strip() for side in (runs[:place], runs[place:]))


def merged(passages: Iterable[Passage]) -> Passage:
    """Several passages as one, a space between them."""
    passages = list(passages)
    runs = [run for passage in passages for run in (*passage.runs, Run(" "))]
    spots = dict.fromkeys(spot for passage in passages for spot in passage.spots)
    remarks = [remark for passage in passages for remark in passage.remarks]
    return Passage(joined(runs[:-1]), tuple(spots), tuple(remarks))


def without_start(passage: Passage, length: int) -> Passage:
    """A passage without its first characters."""
    runs = []
    for run in passage.runs:
        runs.append(replace(run, text=run.text[length:]))
        length = max(length - len(run.text), 0)
    return passage._replace(runs=joined(runs))


def first_line(attributes: list[list[str]]) -> int | None:
    """The line at which something begins, by the attributes that pandoc gives it."""
    position = dict(attributes).get(POSITION, "")
    line = position.partition(":")[0]
    return int(line) if line.isdecimal() else None


def all_words(node: object) -> str:
    """Every word in a part of the syntax tree, whatever it is."""
    return " ".join("".join(_words(node)).split())


def _words(node: object) -> Iterator[str]:
    match node:
        case {"t": "Str", "c": str(words)}:
            yield words
        case {"t": "Code" | "CodeBlock" | "RawInline" | "RawBlock" | "Math", "c": [_, str(words)]}:
            yield words
        case {"t": "Space" | "SoftBreak" | "LineBreak"}:
            yield " "
        case {"t": "Link", "c": [_, list(inlines), [str(address), _]]}:
            yield from () if address.startswith(PLACE) else _words(inlines)
        case {"t": kind, "c": content}:
            yield from _words(content)
            yield " " if kind in {"Para", "Plain", "Header"} else ""
        case list():
            for part in node:
                yield from _words(part)


@dataclass(slots=True)
class _Collector:
    runs: list[Run] = field(default_factory=list)
    spots: list[int] = field(default_factory=list)
    looks: list[str] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def read(self, inlines: Iterable[Node], look: Run) -> None:
        for node in inlines:
            self._read_node(node, look)

    def _read_node(self, node: Node, look: Run) -> None:
        content = node.get("c")
        match node["t"]:
            case "Str":
                self._add(str(content), look)
            case "Space" | "SoftBreak":
                self._add(" ", look)
            case "LineBreak":
                self.breaks.append(len(self.runs))
                self._add(" ", look)
            case "Emph" | "Strong" | "Superscript" as mark:
                self.read(content or (), _marked(look, mark))
            case mark if mark in SIMPLER_LOOKS:
                self._simplify(mark, content or [], look)
            case "Span":
                self._read_span(content, look)
            case "Link":
                self._read_link(content, look)
            case _:
                self._read_rare(node, look)

    def _add(self, words: str, look: Run) -> None:
        self.runs.append(replace(look, text=words))

    def _simplify(self, mark: str, inlines: list[Node], look: Run) -> None:
        if mark == "Strikeout":
            self.remarks.append(struck(all_words(inlines)))
        elif mark != "Underline" or not look.href:
            self.looks.append(mark)
        self.read(inlines, look)

    def _read_span(self, content: Any, look: Run) -> None:
        (_, _, attributes), inlines = content
        line = first_line(attributes)
        if line and not self.spots:
            self.spots.append(line)
        self.read(inlines, look)

    def _read_link(self, content: Any, look: Run) -> None:
        (_, _, attributes), inlines, (target, title) = content
        if str(target).startswith(PLACE):
            self.spots.append(int(str(target).removeprefix(PLACE)))
            return
        if (line := first_line(attributes)) and not self.spots:
            self.spots.append(line)
        address = address_of(str(target))
        if not address and not str(target).startswith("#"):
            self.remarks.append(link_left_out(all_words(inlines), str(target)))
        if title:
            self.remarks.append(link_title(str(title)))
        self.read(inlines, replace(look, href=address) if address else look)

    def _read_rare(self, node: Node, look: Run) -> None:
        match node:
            case {"t": "Quoted", "c": [{"t": kind}, list(inlines)]}:
                signs = QUOTES[kind]
                self.read([_word(signs[0]), *inlines, _word(signs[1])], look)
            case {"t": "Cite", "c": [_, list(inlines)]}:
                self.read(inlines, look)
            case {"t": "Code", "c": [_, str(words)]}:
                self._add(words, look)
            case {"t": "Math", "c": [_, str(words)]}:
                self.remarks.append(mathematics(words))
                self._add(words, look)
            case {"t": "Note", "c": blocks}:
                self.remarks.append(footnote(all_words(blocks)))
            case {"t": "Image", "c": [_, list(inlines), [str(target), str(title)]]}:
                self.remarks.append(picture(all_words(inlines), title, target))
            case _:
                words = all_words(node)
                self.remarks.append(taken_literally(words))
                self._add(words, look)


def _marked(look: Run, mark: str) -> Run:
    match mark:
        case "Emph":
            return replace(look, emphasis=True)
        case "Strong":
            return replace(look, strong=True)
        case _:
            return replace(look, superscript=True)


def _word(words: str) -> Node:
    return {"t": "Str", "c": words}
