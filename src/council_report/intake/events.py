"""The events of a YAML parser made into plain data, every scalar text or nothing."""

import re
from collections.abc import Iterator
from typing import Any

from ruamel.yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from council_report.intake.notes import UNPRINTABLE, Notes
from council_report.model.location import Location, Path
from council_report.model.message import Message

MAX_DEPTH = 20

NOTHING = {"", "~", "null", "Null", "NULL"}
NOT_A_NUMBER = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|-?Infinity|NaN")

NO_KEY = "?"
"""Stands in for a key that is not a word."""


class TooDeepError(Exception):
    """Values are nested so deep that reading on could take for ever."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class Reader:
    """Builds the data of one file from the events of its YAML, and notes what it may not hold."""

    def __init__(self, notes: Notes, events: Iterator[Event]) -> None:
        self.notes = notes
        self.events = events

    def read(self) -> Any:
        """The value of the one document of the file; None where there is no document."""
        documents: list[Any] = []
        for event in self.events:
            if isinstance(event, NodeEvent):
                documents.append(self._node(event, ()))
            elif isinstance(event, DocumentStartEvent) and len(documents) == 1:
                self.notes.find(
                    "file-documents",
                    event.start_mark.line + 1,
                    Message("the file holds a second document"),
                    Message("Delete the line '---', or send two files."),
                )
        return documents[0] if documents else None

    def _node(self, event: Event, path: Path) -> Any:
        if path not in self.notes.places:
            self.notes.places[path] = self._location(event)
        self._check_marks(event, path)
        if isinstance(event, AliasEvent):
            return None
        if isinstance(event, ScalarEvent):
            return self._scalar(event, path)
        if len(path) >= MAX_DEPTH:
            raise TooDeepError(event.start_mark.line + 1)
        return (
            self._sequence(path) if isinstance(event, SequenceStartEvent) else self._mapping(path)
        )

    def _check_marks(self, event: Event, path: Path) -> None:
        """Note what stands in front of a value or key: an alias, an anchor, a tag."""
        if getattr(event, "anchor", None) is None and getattr(event, "tag", None) is None:
            return
        if isinstance(event, AliasEvent):
            message = Message("'*{anchor}' stands for another value", anchor=event.anchor)
            remedy = Message("Write the value itself.")
            self._find(event, path, "file-alias", message, remedy)
        elif isinstance(event, NodeEvent) and event.anchor is not None:
            message = Message("'&{anchor}' names a value for use elsewhere", anchor=event.anchor)
            remedy = Message("Delete the anchor, and write the value where it is needed.")
            self._find(event, path, "file-alias", message, remedy)
        if isinstance(event, ScalarEvent | CollectionStartEvent) and event.tag is not None:
            message = Message("'{tag}' would change what the value is", tag=event.tag)
            self._find(event, path, "file-tag", message, Message("Delete the tag."))

    def _scalar(self, event: ScalarEvent, path: Path) -> str | None:
        value: str = event.value
        is_plain = not event.style
        if is_plain and value in NOTHING:
            return None
        if is_plain and NOT_A_NUMBER.fullmatch(value):
            message = Message("'{value}' is not a number", value=value)
            remedy = Message("Write the number, or quotes around it if it is a text.")
            self._find(event, path, "value-not-a-number", message, remedy)
        return self._printable(event, path)

    def _printable(self, event: ScalarEvent, path: Path) -> str:
        """The text of a scalar without the characters that cannot be printed."""
        if not UNPRINTABLE.search(event.value):
            return str(event.value)
        for character in dict.fromkeys(UNPRINTABLE.findall(event.value)):
            self.notes.forbid(character, event.start_mark.line + 1)
            self.notes.spoiled.add(path)
        return UNPRINTABLE.sub("", event.value)

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
            mapping.setdefault(key, value)
        return mapping

    def _key(self, event: Event, path: Path, mapping: dict[str, Any]) -> str:
        if not isinstance(event, ScalarEvent):
            self._node(event, (*path, NO_KEY))
            message, remedy = Message("a key must be a plain word"), Message("Write a word as key.")
            self._find(event, (*path, NO_KEY), "key-not-text", message, remedy)
            return NO_KEY
        key = self._printable(event, (*path, event.value))
        way = (*path, key)
        self._check_marks(event, way)
        if key == "<<" and not event.style:
            message = Message("'<<' would merge another mapping into this one")
            self._find(event, way, "file-alias", message, Message("Write the keys themselves."))
        elif key in mapping:
            line = self.notes.place(way).line
            message = Message(
                "the key '{key}' is here twice, first on line {line}", key=key, line=line
            )
            self._find(event, way, "key-duplicate", message, Message("Keep one of the two."))
        else:
            self.notes.places[way] = self._location(event)
        return key

    def _find(self, event: Event, path: Path, rule: str, message: Message, remedy: Message) -> None:
        self.notes.spoiled.add(path)
        self.notes.find(rule, event.start_mark.line + 1, message, remedy)

    def _location(self, event: Event) -> Location:
        return Location(self.notes.file, event.start_mark.line + 1)
