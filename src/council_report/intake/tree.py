"""A YAML or JSON file as plain data, with the line of every value.

Every scalar is text or nothing; the model decides what it means, so ``NO`` is a country, ``1.10``
a version and ``0777`` a number as written. Whatever could mean more than one thing, or more than
it seems, is a finding: anchors, aliases, tags, merge keys, duplicate keys, several documents,
numbers that are none, characters that cannot be printed, deep nesting, other encodings.
"""

import json
import re
from contextlib import suppress
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from council_report.intake.events import MAX_DEPTH, Reader, TooDeepError
from council_report.intake.notes import UNPRINTABLE, Notes
from council_report.model.message import Message
from council_report.model.source import SourceFile

MAX_BYTES = 1 << 20

MAX_SLOW = 1 << 18
"""How many characters the slow parser for YAML 1.2 is asked to read: some seconds at the worst."""

ONLY_IN_1_2 = {"found unexpected ':'", "found incompatible YAML document"}
"""What the fast parser, which knows YAML 1.1, says of ``[12:30:45]`` and of ``%YAML 1.2``."""

BYTE_ORDER_MARK = "\ufeff"
ESCAPE = re.compile(
    r"\\(?:u(d[89ab][\da-f]{2})\\u(d[c-f][\da-f]{2})|u(d[89a-f][\da-f]{2})|.)",
    re.ASCII | re.DOTALL | re.IGNORECASE,
)
"""An escape in a JSON text: a pair of surrogates, half of one, or any other."""


class Tree(Notes):
    """The data of one file, the place of every value in it, and the findings made on the way.

    Reading goes on past a finding wherever it can, so that all of them are seen at once.
    """

    def __init__(
        self, source: SourceFile, *, may_be_empty: bool = False, largest: int = MAX_BYTES
    ) -> None:
        super().__init__(source.name)
        self.value: Any = None
        text = self._decoded(source.data, largest)
        if text and not text.isspace():
            self._read(self._printable(text), is_json=source.suffix == ".json")
        if self.value is None and not (self.findings or may_be_empty):
            message, remedy = Message("the file is empty"), Message("Send the file again.")
            self.find("file-empty", None, message, remedy)

    def _decoded(self, data: bytes, largest: int) -> str | None:
        if len(data) > largest:
            message = Message("the file is larger than {size} MiB", size=largest >> 20)
            remedy = Message("Send it as several smaller files.")
            self.find("file-too-large", None, message, remedy)
            return None
        try:
            text = data.decode("utf-8").removeprefix(BYTE_ORDER_MARK)
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            message = Message(
                "the file is not UTF-8: byte {position} (0x{byte}) is not",
                position=error.start,
                byte=f"{data[error.start]:02X}",
            )
            remedy = Message("Save it with the encoding UTF-8.")
            self.find("file-encoding", line, message, remedy)
            return None
        return text

    def _printable(self, text: str) -> str:
        """The text without the characters that cannot be printed, each noted once."""
        for character in dict.fromkeys(UNPRINTABLE.findall(text)):
            self.forbid(character, text.count("\n", 0, text.index(character)) + 1)
        return UNPRINTABLE.sub("", text)

    def _read(self, text: str, *, is_json: bool) -> None:
        try:
            text = self._as_yaml(text) if is_json else text
            self.value = self._value(text)
        except json.JSONDecodeError as error:
            message = Message("the JSON cannot be read: {reason}", reason=error.msg)
            remedy = Message("Mend the JSON at or before this line.")
            self.find("file-syntax", error.lineno, message, remedy)
        except TooDeepError as error:
            message = Message("values are nested more than {levels} deep", levels=MAX_DEPTH)
            remedy = Message("Write the values at fewer levels.")
            self.find("file-nesting", error.line, message, remedy)
        except MarkedYAMLError as error:
            self._find_syntax(error)
        except YAMLError as error:
            message = Message("the YAML cannot be read: {reason}", reason=str(error))
            self.find("file-syntax", None, message, Message("Mend the YAML."))

    def _value(self, text: str) -> Any:
        """The value of a YAML text, by the rules of YAML 1.1 or, where they differ, of 1.2."""
        noted = len(self.findings)
        try:
            return Reader(self, YAML(typ="safe").parse(text)).read()
        except MarkedYAMLError as refusal:
            if refusal.problem not in ONLY_IN_1_2 or len(text) > MAX_SLOW:
                raise
            del self.findings[noted:]
            return self._value_by_1_2(text, refusal)

    def _value_by_1_2(self, text: str, refusal: MarkedYAMLError) -> Any:
        try:
            return Reader(self, YAML(typ="safe", pure=True).parse(text)).read()
        except (TooDeepError, YAMLError):
            raise
        except Exception:
            # This parser was not made for hostile texts; where it fails, the other one is right.
            raise refusal from None

    def _find_syntax(self, error: MarkedYAMLError) -> None:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        problem = str(error.problem or error.context)
        if "Unicode character escape" in problem:
            message = Message("an escape stands for no character")
            remedy = Message("Write the character itself.")
            self.find("character-forbidden", line, message, remedy)
            return
        message = Message("the YAML cannot be read: {reason}", reason=problem)
        remedy = Message(
            "Mend the YAML at or before this line: check indentation, colons and quotes."
        )
        if "unexpected ':'" in problem:
            remedy = Message("Put quotes around each value with a colon.")
        self.find("file-syntax", line, message, remedy)

    def _as_yaml(self, text: str) -> str:
        """A JSON text in the spaces and escapes that a YAML parser reads the same way."""
        with suppress(RecursionError):  # The reader will say where the nesting is too deep.
            json.loads(text, parse_int=str, parse_float=str)
        return ESCAPE.sub(self._escape, text.replace("\t", " "))

    def _escape(self, match: re.Match[str]) -> str:
        """A pair of surrogate escapes as the one escape that YAML has for the character."""
        if match[1]:
            pair = bytes.fromhex(match[1] + match[2]).decode("utf-16-be")
            return f"\\U{ord(pair):08X}"
        if match[3]:
            line = match.string.count("\n", 0, match.start()) + 1
            self.forbid(chr(int(match[3], 16)), line)
            return ""
        return match[0]
