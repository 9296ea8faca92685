"""A YAML or JSON file as plain data, with the line of every value.

Every scalar is text or nothing; the model decides what it means, so ``NO`` is a country, ``1.10``
a version and ``0777`` a number as written. Whatever could mean more than one thing, or more than
it seems, is a finding: anchors, aliases, tags, merge keys, duplicate keys, several documents,
numbers that are none, characters that XML cannot carry, deep nesting, other encodings.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from council_report.model.finding import Finding
from council_report.model.location import Location, Path
from council_report.model.source import SourceFile

MAX_BYTES = 1 << 20
MAX_DEPTH = 20

NOTHING = {"", "~", "null", "Null", "NULL"}
NOT_A_NUMBER = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|-?Infinity|NaN")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
OVERRIDE = re.compile("[\u202d\u202e]")
SURROGATES = re.compile(r"\\(?:u([dD][89abAB]..)\\u([dD][c-fC-F]..)|.)", re.DOTALL)

Places = dict[Path, Location]


class Tree:
    """The data of one file, the place of every value in it, and the findings made on the way."""

    def __init__(self, source: SourceFile) -> None:
        self.file = source.name
        self.value: Any = None
        self.places: Places = {}
        self.findings: list[Finding] = []
        text = self._decoded(source.data)
        if text is not None and self._carries_only_text(text):
            self._read(text, is_json=source.suffix == ".json")

    def find(self, rule: str, line: int | None, message: str, remedy: str) -> None:
        """Record an error at a line, counted from 1."""
        place = Location(self.file, line)
        self.findings.append(
            Finding(rule=rule, severity="error", location=place, message=message, remedy=remedy)
        )

    def _decoded(self, data: bytes) -> str | None:
        if len(data) > MAX_BYTES:
            self.find(
                "file-too-large",
                None,
                "the file is larger than 1 MiB",
                "Send it as several smaller files.",
            )
            return None
        if not data.strip():
            self.find("file-empty", None, "the file is empty", "Send the file again.")
            return None
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            self.find(
                "file-encoding",
                data.count(b"\n", 0, error.start) + 1,
                f"the file is not UTF-8: byte {error.start} (0x{data[error.start]:02X}) is not",
                "Save it with the encoding UTF-8.",
            )
            return None

    def _carries_only_text(self, text: str) -> bool:
        for pattern, what in ((FORBIDDEN, "a control character"), (OVERRIDE, "a direction override")):
            for character in dict.fromkeys(pattern.findall(text)):
                line = text.count("\n", 0, text.index(character)) + 1
                self.forbid(what, character, line)
        return not self.findings

    def forbid(self, what: str, character: str, line: int) -> None:
        """Record a character that cannot be printed."""
        self.find(
            "character-forbidden",
            line,
            f"{what}, U+{ord(character):04X}, cannot be printed",
            "Delete the character wherever it stands in the file.",
        )

    def _read(self, text: str, *, is_json: bool) -> None:
        try:
            if is_json:
                json.loads(text, parse_int=str, parse_float=str)
                text = SURROGATES.sub(_one_escape, text)
            events = YAML(typ="safe", pure=False).parse(text)
            Reader(self, events).read()
        except json.JSONDecodeError as error:
            self.find("file-syntax", error.lineno, error.msg, "Mend the JSON at or before this line.")
        except (TooDeep, RecursionError) as error:
            self.find(
                "file-nesting",
                error.line if isinstance(error, TooDeep) else None,
                f"values are nested more than {MAX_DEPTH} deep",
                "Write the values at fewer levels.",
            )
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self.find(
                "file-syntax",
                mark.line + 1 if mark else None,
                str(error.problem or error.context),
                "Mend the YAML at or before this line: check indentation, colons and quotes.",
            )
        except YAMLError as error:
            self.find("file-syntax", None, str(error), "Mend the YAML.")


class TooDeep(Exception):
    """Values are nested so deep that reading on could take for ever."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _one_escape(match: re.Match[str]) -> str:
    """A JSON pair of surrogate escapes as the one escape that YAML has for the character."""
    if match[1] is None:
        return match[0]
    pair = bytes.fromhex(match[1] + match[2]).decode("utf-16-be")
    return f"\\U{ord(pair):08X}"


class Reader:
    """Builds the data of a tree from the events of its YAML."""

    def __init__(self, tree: Tree, events: Iterator[Event]) -> None:
        self.tree = tree
        self.events = events

    def read(self) -> None:
        """Read the one document of the file."""
        documents = 0
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents == 2:
                    self._find(event, "file-documents", "the file holds a second document",
                               "Delete the line '---', or send two files.")
            elif isinstance(event, NodeEvent):
                value = self._node(event, ())
                if documents == 1:
                    self.tree.value = value

    def _node(self, event: Event, path: Path) -> Any:
        self.tree.places.setdefault(path, Location(self.tree.file, event.start_mark.line + 1))
        if isinstance(event, AliasEvent):
            return self._find(event, "file-alias", f"'*{event.anchor}' stands for another value",
                              "Write the value itself.")
        if event.anchor is not None:
            self._find(event, "file-alias", f"'&{event.anchor}' names a value for use elsewhere",
                       "Delete the anchor, and write the value where it is needed.")
        if event.tag is not None:
            self._find(event, "file-tag", f"'{event.tag}' would change what the value is",
                       "Delete the tag.")
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if len(path) >= MAX_DEPTH:
            raise TooDeep(event.start_mark.line + 1)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(path)
        return self._mapping(path)

    def _scalar(self, event: ScalarEvent) -> str | None:
        value: str = event.value
        is_plain = not event.style
        if is_plain and value in NOTHING:
            return None
        if is_plain and NOT_A_NUMBER.fullmatch(value):
            self._find(event, "value-not-a-number", f"'{value}' is not a number",
                       "Write the number, or quotes around it if it is a text.")
        for character in dict.fromkeys(FORBIDDEN.findall(value)):
            self.tree.forbid("a control character", character, event.start_mark.line + 1)
        return value

    def _sequence(self, path: Path) -> list[Any]:
        items: list[Any] = []
        for event in self.events:
            if isinstance(event, SequenceEndEvent):
                break
            items.append(self._node(event, (*path, len(items))))
        return items

    def _mapping(self, path: Path) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for event in self.events:
            if isinstance(event, MappingEndEvent):
                break
            key = self._key(event, path, mapping)
            value = self._node(next(self.events), (*path, key))
            if key not in mapping:
                mapping[key] = value
        return mapping

    def _key(self, event: Event, path: Path, mapping: dict[str, Any]) -> str:
        if not isinstance(event, ScalarEvent):
            self._node(event, (*path, "?"))
            self._find(event, "key-not-text", "a key must be a plain word", "Write a word as key.")
            return "?"
        key: str = event.value
        if key == "<<":
            self._find(event, "file-alias", "'<<' would merge another mapping into this one",
                       "Write the keys themselves.")
        elif key in mapping:
            first = self.tree.places[*path, key].line
            self._find(event, "key-duplicate", f"the key '{key}' is here twice, first on line {first}",
                       "Keep one of the two.")
        else:
            self.tree.places[*path, key] = Location(self.tree.file, event.start_mark.line + 1)
        return key

    def _find(self, event: Event, rule: str, message: str, remedy: str) -> None:
        self.tree.find(rule, event.start_mark.line + 1, message, remedy)
