"""What of a copy is not read as it stands there, said at its place."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from council_report.intake.documents.remarks import link_left_out, looks_lost, struck
from council_report.intake.documents.revisions import look_findings
from council_report.intake.documents.wordpieces import Piece
from council_report.intake.edited.authors import author_of
from council_report.intake.edited.looks import marker_of
from council_report.intake.edited.places import Place, Tree
from council_report.intake.edited.readings import Reading
from council_report.model.finding import Finding, in_reading_order
from council_report.model.location import Location, shortened
from council_report.model.message import Message
from council_report.model.receipt import AUTHOR
from council_report.model.text import address_of, plain
from council_report.office.tags import W
from council_report.office.tracked import LOOKS

UNSEEN_LOOKS = {"u": "Underline", "smallCaps": "SmallCaps"}
"""The looks that are not read, by their element in Word and their name in ``remarks``."""

OFF = {"0", "false", "off", "none"}
STRUCK = (f"{W}strike", f"{W}dstrike")


def findings_of(
    file: str, trees: Iterable[Tree], before: Reading, after: Reading
) -> tuple[Finding, ...]:
    """What is not read, or not as it stands there, once all tracked changes are accepted.

    Nothing of this keeps the copy from being read, so nothing of it is an error.
    """
    places = {number: place for tree in trees for number, place in tree.places.items()}
    words = {number: plain(text) for number, text in after.texts.items()}
    texts = tuple(words.get(number, "") for number in range(1, max(places, default=0) + 1))
    numbered = [
        *after.leftovers.findings(file, texts),
        *look_findings(file, _restyled(trees, before, after), texts),
        *_of_pieces(file, after, texts),
        *_of_markers(file, before, after),
    ]
    return in_reading_order(_placed(one, places) for one in numbered)


def _placed(finding: Finding, places: dict[int, Place]) -> Finding:
    """A finding at its place in its own part, and never as an error."""
    place = places.get(finding.location.paragraph or 0)
    number = place.number if place and place.part == "body" else None
    location = Location(finding.location.file, paragraph=number, words=finding.location.words)
    severity = "warning" if finding.severity == "error" else finding.severity
    return finding.model_copy(update={"location": location, "severity": severity})


def _restyled(trees: Iterable[Tree], before: Reading, after: Reading) -> set[int]:
    """The paragraphs of whose look alone a change is tracked that is not among the looks read."""
    restyled = {
        number
        for tree in trees
        for number, place in tree.places.items()
        if any(author_of(one) != AUTHOR for one in place.element.iter(*LOOKS))
    }
    return {one for one in restyled if before.texts.get(one) == after.texts.get(one, ())}


def _of_pieces(file: str, reading: Reading, texts: tuple[str, ...]) -> Iterator[Finding]:
    for number, pieces in reading.pieces.items():
        place = Location(file, paragraph=number, words=shortened(texts[number - 1]))
        for words, address in _links(pieces):
            if words.strip() and not address_of(address):
                yield link_left_out(words, address).at(place)
        crossed = "".join(_words(piece) for piece in pieces if _has(piece, *STRUCK))
        if crossed.strip():
            yield struck(crossed).at(place)
        for remark in looks_lost(_unseen(pieces)):
            yield remark.at(place)


def _links(pieces: Iterable[Piece]) -> Iterator[tuple[str, str]]:
    """The words of each link, and its address."""
    for address, linked in groupby(pieces, key=lambda piece: piece.address):
        if address:
            yield "".join(map(_words, linked)), address


def _unseen(pieces: Iterable[Piece]) -> Iterator[str]:
    for piece in pieces:
        if piece.address or not _words(piece).strip():
            continue  # Programs underline links of their own accord.
        yield from (name for tag, name in UNSEEN_LOOKS.items() if _has(piece, f"{W}{tag}"))
        lowered = None if piece.look is None else piece.look.find(f"{W}vertAlign")
        if lowered is not None and lowered.get(f"{W}val") == "subscript":
            yield "Subscript"


def _has(piece: Piece, *tags: str) -> bool:
    """Whether a run has a look of its own."""
    found = () if piece.look is None else (piece.look.find(tag) for tag in tags)
    return any(one is not None and one.get(f"{W}val", "1") not in OFF for one in found)


def _words(piece: Piece) -> str:
    return piece.content.text or ""


def _of_markers(file: str, before: Reading, after: Reading) -> Iterator[Finding]:
    """A note for each paragraph whose dash or number was changed by a tracked change."""
    for number, text in after.texts.items():
        old, new = marker_of(before.texts.get(number)), marker_of(text)
        if old and text and old != new:
            yield Finding(
                rule="marker-changed",
                severity="note",
                location=Location(file, paragraph=number, words=shortened(plain(text))),
                message=Message(
                    "the dash or number before this paragraph, “{marker}”, was changed",
                    marker=old.strip(),
                ),
                remedy=Message("Nothing to do: dashes and numbers are set anew in every draft."),
            )
