"""What the words of single cells stand for: sections, kinds, statuses, lists of codes."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from typing import TypeVar, get_args

from babel import Locale

from council_report.intake.lists import COMMAS, SEMICOLONS, split_list
from council_report.intake.sections import Match, find_section, folded, undirected
from council_report.intake.tables.cells import Cell
from council_report.intake.tables.outcome import Outcome
from council_report.model.contribution import KIND_WORDS, STATUS_WORDS, EntryKind, Status
from council_report.model.country import country_codes
from council_report.model.language import LANGUAGES
from council_report.model.message import Message, listed
from council_report.model.nearest import nearest

KINDS: Mapping[str, EntryKind] = {kind: kind for kind in get_args(EntryKind)}
STATUSES: Mapping[str, Status] = {status: status for status in get_args(Status)}

LINES = re.compile(r"[\r\n]+")
SEMICOLON = re.compile(f"[{SEMICOLONS}]")
COUNTRY = re.compile(r"[A-Za-z]{2}")
TYPED_MARKER = re.compile(r"\s*([\u2022\u00b7\u25aa\u25e6\u2023\u2013\u2014*-]|[0-9]{1,2}[.)])\s")
"""A sign or number of a list that was typed, or pasted from Word, before the words."""

Meaning = TypeVar("Meaning", EntryKind, Status)


def kind_of(cell: Cell, outcome: Outcome) -> EntryKind | None:
    """The kind of entry that a word in any language stands for."""
    return _meaning(cell, {**KINDS, **outcome.guide.kinds}, KIND_WORDS, outcome)


def status_of(cell: Cell, outcome: Outcome) -> Status | None:
    """The status that a word in any language stands for."""
    return _meaning(cell, {**STATUSES, **outcome.guide.statuses}, STATUS_WORDS, outcome)


def _meaning(
    cell: Cell, known: Mapping[str, Meaning], names: Mapping[Meaning, Message], outcome: Outcome
) -> Meaning | None:
    words = folded(cell.text)
    if words in known:
        return known[words]
    bare = {meaning for word, meaning in known.items() if _bare(word) == _bare(words)}
    if len(bare) == 1:
        return bare.pop()
    near = nearest(words, known)
    message = Message("“{words}” is not one of the words known here", words=cell.text)
    remedy = (
        Message("Did you mean “{near}”?", near=names[known[near]])
        if near
        else Message("Write one of: {words}.", words=listed(names.values()))
    )
    outcome.record.tell("value-unknown", "error", cell.place, message, remedy, cell.text)
    return None


def _bare(words: str) -> str:
    """Words without accents, which many leave out."""
    letters = unicodedata.normalize("NFKD", words)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def section_of(cell: Cell, outcome: Outcome) -> Match:
    """The section that a cell names; what is wrong with it is told."""
    match = find_section(cell.text, outcome.guide)
    if match.suggestion and _bare(folded(match.suggestion)) == _bare(folded(cell.text)):
        match = find_section(match.suggestion, outcome.guide)
    if match.section is None:
        message = Message("no section is called “{words}”", words=cell.text)
        remedy = (
            Message("Did you mean “{near}”?", near=match.suggestion)
            if match.suggestion
            else Message("Choose one of the sections of the form.")
        )
        outcome.record.tell("heading-unknown", "error", cell.place, message, remedy, cell.text)
    elif match.others:
        keys = ", ".join((match.section, *match.others))
        message = Message("several sections are called “{words}”", words=cell.text)
        remedy = Message("Write the key of the one that is meant: {keys}.", keys=keys)
        outcome.record.tell("heading-ambiguous", "error", cell.place, message, remedy)
    return match


def items_of(cell: Cell, *, coded: bool = False) -> list[str]:
    """The items of a list: set off by semicolons, or each on a line of its own.

    ``coded`` are those that no mark of direction can be part of.
    """
    text = undirected(cell.text) if coded else cell.text
    lines = [LINES.sub(" ", text)] if SEMICOLON.search(text) else LINES.split(text)
    return [item for line in lines for item in split_list(line)]


def pieces_of(item: str, sign: str, is_known: Callable[[str], bool]) -> list[str]:
    """An item apart at other signs, such as commas, where all of its pieces are known."""
    pieces = [piece for piece in re.split(sign, item) if piece]
    return pieces if len(pieces) > 1 and all(map(is_known, pieces)) else [item]


def mandates_of(cell: Cell, outcome: Outcome) -> list[str]:
    """The mandates of a list, as the session writes them; a comma may stand between them."""
    known = {choice.casefold(): choice for choice in outcome.guide.choices}
    pieces = (
        piece
        for item in items_of(cell, coded=True)
        for piece in pieces_of(item, rf"[\s{COMMAS}/]+", lambda piece: piece.casefold() in known)
    )
    return [known.get(piece.casefold(), piece) for piece in pieces]


def countries_of(cell: Cell, outcome: Outcome) -> list[str]:
    """The codes of countries in a list, in capitals; what has no two letters is told."""
    found = []
    for item in items_of(cell, coded=True):
        for piece in pieces_of(item, rf"\s*[{COMMAS}/]\s*", _is_country):
            if _is_country(piece):
                found.append(piece.upper())
            else:
                _tell_country(cell, piece, outcome)
    return found


def _is_country(words: str) -> bool:
    return bool(COUNTRY.fullmatch(words))


def _tell_country(cell: Cell, words: str, outcome: Outcome) -> None:
    code = _codes_by_name().get(folded(words))
    message = Message("“{words}” is not the two letters that stand for a country", words=words)
    remedy = (
        Message("Write {code}.", code=code)
        if code
        else Message("Write the two letters of each country, such as CH; NO for two of them.")
    )
    outcome.record.tell("value-form", "error", cell.place, message, remedy, words)


@cache
def _codes_by_name() -> dict[str, str]:
    """The codes of countries by their names in the official languages."""
    codes = country_codes()
    return {
        folded(name): code
        for language in LANGUAGES
        for code, name in Locale(language).territories.items()
        if code in codes
    }


def check_words(cell: Cell, outcome: Outcome) -> None:
    """Tell of a text with several lines, or with a sign of a list typed before it."""
    if "\n" in cell.text.strip().replace("\r", "\n"):
        message = Message("the lines of this cell are printed as one paragraph")
        remedy = Message("Write each paragraph or bullet in a row of its own.")
        outcome.record.tell("paragraphs-joined", "warning", cell.place, message, remedy)
    if match := TYPED_MARKER.match(cell.text):
        message = Message("the text begins with “{sign}”, which is printed as well", sign=match[1])
        remedy = Message("If it is a bullet or a number, delete it and choose the kind of entry.")
        outcome.record.tell("marker-typed", "warning", cell.place, message, remedy)
