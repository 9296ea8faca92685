"""What stands in a file held against what was taken from it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from council_report.intake.documents.markdown import words_by_line, words_of
from council_report.intake.documents.origin import Reading
from council_report.intake.documents.prepared import Prepared
from council_report.intake.sections import folded
from council_report.model.finding import Finding
from council_report.model.location import Location
from council_report.model.message import Message


def compare_paragraphs(reading: Reading, prepared: Prepared) -> None:
    """Record what stands in a Word or ODF text and was not read, and the other way round."""
    told = _told(reading.findings)
    for spots, words in _taken(reading, prepared).items():
        there = " ".join(prepared.paragraphs[spot - 1] for spot in spots)
        said = "".join(told.get(spot, "") for spot in spots)
        place = reading.origin.place(spots)
        for missing, invented in _differences(there, words):
            if missing and _squeezed(missing) not in said:
                reading.findings.append(_unread(place, missing))
            if invented:
                reading.findings.append(_invented(place, invented))
    for spot, words in prepared.notes:
        if _squeezed(words) not in told.get(spot, ""):
            reading.findings.append(_unread(reading.origin.place((spot,)), words))
    _note_aside(reading, prepared)


def compare_lines(text: str, reading: Reading) -> None:
    """Record the words of a Markdown text that were neither read nor quoted in a finding."""
    said = [word for finding in reading.findings for word in _values(finding.message)]
    taken = [words for _, words in reading.taken]
    left = Counter(word for words in (*said, *taken) for word in words_of(words))
    missing: dict[int, list[str]] = {}
    for line, word in words_by_line(text):
        if left[word]:
            left[word] -= 1
        else:
            missing.setdefault(line, []).append(word)
    for line, words in missing.items():
        place = Location(reading.origin.file, line=line)
        reading.findings.append(_unread(place, " ".join(words)))


def _taken(reading: Reading, prepared: Prepared) -> dict[tuple[int, ...], str]:
    """What was taken from each paragraph, or from several where they were read as one."""
    first = {spot: spots[0] for spots, _ in reading.taken for spot in spots}
    together: dict[int, list[int]] = {}
    for spot in range(1, len(prepared.paragraphs) + 1):
        together.setdefault(first.get(spot, spot), []).append(spot)
    words: dict[int, list[str]] = {}
    for spots, taken in reading.taken:
        if spots:
            words.setdefault(first[spots[0]], []).append(taken)
    return {tuple(spots): " ".join(words.get(spot, ())) for spot, spots in together.items()}


def _differences(there: str, taken: str) -> Iterator[tuple[str, str]]:
    """The words that only the one and only the other has, place by place; spaces do not count."""
    if _squeezed(there) == _squeezed(taken):
        return
    one, other = there.split(), taken.split()
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        missing, invented = " ".join(one[start:end]), " ".join(other[other_start:other_end])
        if kind != "equal" and _squeezed(missing) != _squeezed(invented):
            yield missing, invented


def _told(findings: Iterable[Finding]) -> dict[int, str]:
    """The words that findings quote, by the paragraph they are about."""
    told: dict[int, str] = {}
    for finding in findings:
        spot = finding.location.paragraph
        if spot is not None:
            quoted = "".join(_squeezed(words) for words in _values(finding.message))
            told[spot] = told.get(spot, "") + quoted
    return told


def _values(message: Message) -> Iterator[str]:
    """The words that a message was filled with, those of messages in it included."""
    for value in message.values.values():
        if isinstance(value, Message):
            yield from _values(value)
        else:
            yield str(value)


def _squeezed(words: str) -> str:
    return "".join(words.split())


def _unread(place: Location, words: str) -> Finding:
    return Finding(
        rule="text-unread",
        severity="error",
        location=place,
        message=Message("“{words}” stands in the file, but could not be read", words=words),
        remedy=Message("Type the words anew as ordinary text, or copy them as text alone."),
    )


def _invented(place: Location, words: str) -> Finding:
    return Finding(
        rule="text-invented",
        severity="error",
        location=place,
        message=Message("“{words}” was read, but does not stand in the file so", words=words),
        remedy=Message("Type the words anew as ordinary text, or copy them as text alone."),
    )


def _note_aside(reading: Reading, prepared: Prepared) -> None:
    """Record the words of page headers and the like, each text once."""
    guide = reading.guide
    furniture = {folded(line) for line in (*guide.furniture, *guide.others)}
    seen: set[str] = set()
    for place, words in prepared.aside:
        form = folded(words)
        if form and form not in furniture and form not in seen:
            seen.add(form)
            message = Message("“{words}” stands outside the text, and is not read", words=words)
            remedy = Message("Write it into the text if it belongs to what you send.")
            reading.find_at(place, "text-aside", "note", message, remedy)
