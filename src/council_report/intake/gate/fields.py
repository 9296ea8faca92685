"""The fields of a Word text that fetch something or run something when they are updated."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from council_report.intake.gate import outside
from council_report.intake.gate.markup import Watch
from council_report.intake.gate.refusal import Problem, quoted
from council_report.model.message import Message

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWN = "{urn:schemas-microsoft-com:vml}"

ACTIVE = re.compile(
    "DATABASE|DDE|DDEAUTO|EMBED|HTMLACTIVEX|IMPORT|INCLUDE|INCLUDEPICTURE|INCLUDETEXT|LINK"
    "|MACROBUTTON|RD",
    re.IGNORECASE,
)
"""Fields that take something from elsewhere, or run something."""

INSTRUCTIONS = ("instrText", "delInstrText")
TEXTS = (*INSTRUCTIONS, "t")
"""The elements that hold the words of an instruction, and of a result too."""

NAME = re.compile(r"[\s\"]*([A-Za-z]+)")
LINKED = re.compile(r"[\s\"]*HYPERLINK\s+(?:\"([^\"]*)\"|([^\\\s\"]\S*))", re.IGNORECASE)
"""The address in a field that is a link; one to a place in the text has only a switch."""

OUTSIDE = re.compile(r"\s*([a-z][a-z0-9+.-]+:|//|\\\\)", re.IGNORECASE)

AS_TEXT = Message("Click on it, press Ctrl+Shift+F9 to keep only its text, and save again.")

LARGEST = 4096
"""How much of an instruction is kept: its first word is all that counts."""


@dataclass
class Field:
    """A field as it is read: its instruction, and whether its result has begun."""

    instruction: str = ""
    shown: bool = False
    computed: bool = False

    def add(self, text: str) -> None:
        """Words of the instruction go on."""
        if len(self.instruction) < LARGEST:
            self.instruction = (self.instruction + text).lstrip()


class Fields(Watch):
    """The instructions of all fields in a part, whatever runs they are spread over.

    A field within the instruction of another gives it its result, as Word does.
    """

    def __init__(self) -> None:
        self.open: list[Field] = []
        self.instructions: list[str] = []
        self.computed = False
        self.pictures: list[str] = []
        self.inside = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Note where a field begins, changes to its result, or ends."""
        name = tag.removeprefix(WORD)
        if name in TEXTS:
            self.inside = name
        elif name == "fldSimple":
            self.instructions.append(attributes.get(f"{WORD}instr", ""))
        elif name == "fldChar":
            self._turn(attributes.get(f"{WORD}fldCharType", ""))
        elif tag.startswith(DRAWN) and OUTSIDE.match(attributes.get("src", "")):
            self.pictures.append(attributes["src"])

    def end(self, tag: str) -> None:
        """Whatever follows a text is none of it; elements within one do not end it."""
        if tag.removeprefix(WORD) == self.inside:
            self.inside = ""

    def data(self, text: str) -> None:
        """Add to the instruction of the field that the text belongs to."""
        if not self.open:
            return
        field = self.open[-1]
        if self.inside in INSTRUCTIONS and not field.shown:
            field.add(text)
        elif self.inside == "t" and field.shown:
            outer = next((one for one in reversed(self.open) if not one.shown), None)
            if outer:
                outer.add(text)

    def close(self) -> None:
        """Fields that never end count as well."""
        while self.open:
            self._judge(self.open.pop())

    def problems(self) -> Iterator[Problem]:
        """What is wrong with the fields of the part, and with pictures it draws itself."""
        for instruction in self.instructions:
            name = NAME.match(instruction)
            if name and ACTIVE.fullmatch(name[1]):
                words = quoted(instruction)
                message = Message("the field “{field}” takes or runs something else", field=words)
                yield Problem("file-active", message, AS_TEXT)
            if (linked := LINKED.match(instruction)) and (
                problem := outside.link(linked[1] or linked[2] or "")
            ):
                yield problem
        if self.computed:
            message = Message("a field hides what it does behind other fields")
            yield Problem("file-active", message, AS_TEXT)
        yield from map(outside.picture, self.pictures)

    def _turn(self, kind: str) -> None:
        if kind == "begin":
            outer = self.open[-1] if self.open else None
            if outer and not outer.shown and not outer.instruction.strip():
                outer.computed = True
            self.open.append(Field())
        elif self.open and kind == "separate":
            self.open[-1].shown = True
        elif self.open and kind == "end":
            self._judge(self.open.pop())

    def _judge(self, field: Field) -> None:
        self.instructions.append(field.instruction)
        self.computed = self.computed or field.computed
