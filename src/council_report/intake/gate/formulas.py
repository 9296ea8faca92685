"""The formulas of a workbook that fetch something or run something when they are calculated."""

import re
from collections.abc import Iterator, Mapping

from council_report.intake.gate.markup import Watch
from council_report.intake.gate.refusal import Problem, quoted
from council_report.model.message import Message

HOLDING = re.compile(
    r"(\{.*\})?(f|formula[12]?|definedName|calculatedColumnFormula|totalsRowFormula)"
)
"""The elements of a workbook whose text is a formula, whatever their namespace."""

QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|\{[^{}]*\}")
"""Texts, the names of sheets, and lists of constants, which hold no function and no operator."""

FETCHING = re.compile(
    r"(?<![A-Za-z0-9])(CALL|DDE|EXEC|IMAGE|REGISTER|REGISTER\.ID|RTD|SQL\.REQUEST|WEBSERVICE)\s*\(",
    re.IGNORECASE,
)
ANOTHER_BOOK = re.compile(r"(?<![\w\]])'?\[\d+\](?!\s*[],:])")
"""The number of another workbook; a column of a table that is called 2025 ends otherwise."""

ANOTHER_FILE = re.compile(r"'[^']*'#")
"""The address of another OpenDocument file."""

REMEDY = Message("Copy the cell, paste it as a value (Paste Special, Values), and save again.")


class Formulas(Watch):
    """The formulas in a part of a workbook that reach out of it."""

    def __init__(self) -> None:
        self.pieces: list[str] | None = None
        self.reaching: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:  # noqa: ARG002 - of lxml
        """A formula may begin."""
        if HOLDING.fullmatch(tag):
            self.pieces = []

    def data(self, text: str) -> None:
        """A formula goes on."""
        if self.pieces is not None:
            self.pieces.append(text)

    def end(self, tag: str) -> None:
        """A formula may be whole."""
        if self.pieces is not None and HOLDING.fullmatch(tag):
            formula = "".join(self.pieces)
            self.pieces = None
            if reaches_out(formula):
                self.reaching.append(formula)

    def problems(self) -> Iterator[Problem]:
        """What is wrong with the formulas of the part."""
        for formula in self.reaching:
            yield reaching(formula)


def reaches_out(formula: str) -> bool:
    """Whether a formula of Excel takes something from another file, a program or the web."""
    return reads_elsewhere(formula) or "|" in QUOTED.sub("", formula)


def reads_elsewhere(formula: str) -> bool:
    """The same of an OpenDocument formula, in which a bar is but a separator."""
    with_names = QUOTED.sub(lambda one: "" if one[0][0] == '"' else one[0], formula)
    return bool(
        FETCHING.search(QUOTED.sub("", formula))
        or ANOTHER_BOOK.search(with_names)
        or ANOTHER_FILE.search(with_names)
    )


def reaching(formula: str) -> Problem:
    """That a formula reaches out of its file."""
    words = quoted(formula)
    message = Message("the formula “{formula}” takes something from elsewhere", formula=words)
    return Problem("file-active", message, REMEDY)
