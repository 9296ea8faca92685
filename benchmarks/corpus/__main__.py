"""``python -m benchmarks.corpus DIR``: read every file below a folder, and print what came of it.

Exit code 1 where anything failed: a file that took too long or too much memory, that brought its
reader down, or that has words which are neither in the contribution nor in a finding.
"""

import sys
import time
import traceback
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from benchmarks.corpus.oracles import opinions_on
from council_report.confinement import StoppedError, confined
from council_report.intake.contributions import read_contribution
from council_report.intake.sources import read_source
from council_report.model.contribution import Contribution
from council_report.model.text import parse_text, plain

AT_ONCE = 2
STOPPED = {"file-time-out": "time-out", "file-memory": "memory", "file-crash": "crash"}


class Outcome(NamedTuple):
    """What came of one file; ``failure`` says what must never happen, or is empty.

    ``judges`` is how many other programs read the file too.
    """

    name: str
    verdict: str
    failure: str
    seconds: float
    judges: int = 0


def tried(folder: Path, path: Path) -> Outcome:
    """A file read, and its words compared with what other programs read in it."""
    name, began = path.relative_to(folder).as_posix(), time.perf_counter()
    try:
        source = read_source(path, name, "corpus")
        contribution = read_contribution(source)
        seconds = time.perf_counter() - began
        verdict = _verdict(contribution)
        # A file that was refused was not read, so that nothing of it can be missing.
        opinions = () if verdict.startswith("refused") else _opinions(source.data, path)
        failure = _stopped(contribution) or _unread(opinions, contribution)
    except Exception:  # What a traceback of ours would be to a contact is what we look for here.
        return Outcome(name, "traceback", traceback.format_exc(limit=-3), 0.0)
    return Outcome(name, verdict, failure, seconds, len(opinions))


def _stopped(contribution: Contribution) -> str:
    return next((STOPPED[one.rule] for one in contribution.findings if one.rule in STOPPED), "")


def _verdict(contribution: Contribution) -> str:
    if contribution.entries or contribution.statistics:
        return "accepted with findings" if contribution.findings else "accepted"
    rules = [one.rule for one in contribution.findings if one.severity == "error"]
    if "file-empty" in rules:
        return "without text"
    refused = next((rule for rule in rules if rule.startswith("file-")), None)
    if refused:
        return f"refused: {refused}"
    return "accepted with findings" if contribution.findings else "accepted"


def _opinions(data: bytes, path: Path) -> Sequence[tuple[str, list[str]]]:
    """What other programs read in the file; one that does not end has no opinion."""
    try:
        return confined(opinions_on, data, path.suffix.lower())
    except StoppedError:
        return ()


def _unread(opinions: Iterable[tuple[str, list[str]]], contribution: Contribution) -> str:
    """What others read in the file and we neither read nor quoted."""
    ours = _squashed(_told(contribution))
    lost = [
        f"{oracle}: “{words}”"
        for oracle, lines in opinions
        for line in lines
        for words in _missing(line, ours)
    ]
    return "; ".join(dict.fromkeys(lost))


def _missing(line: str, ours: str) -> list[str]:
    """The words of a line that are not ours beside either neighbour, nor anywhere between signs."""
    if _squashed(line) in ours:
        return []
    words = line.split()
    joins = [_squashed(one + other) in ours for one, other in pairwise(words)]
    lonely = zip(words, [False, *joins], [*joins, False], strict=True)
    return [word for word, *kept in lonely if not any(kept) and not _stands(word, ours)]


def _stands(word: str, ours: str) -> bool:
    """Whether a word is ours, in one piece or in two: some programs leave out what joins them."""
    letters = _squashed(word)
    return any(letters[:cut] in ours and letters[cut:] in ours for cut in range(len(letters) + 1))


def _told(contribution: Contribution) -> str:
    """Everything that a file delivered, and everything that was said about it."""
    told: list[str] = []
    for entry in contribution.entries:
        runs = [run for text in entry.text.values() for run in parse_text(text)]
        told += [plain(parse_text(text)) for text in entry.text.values()]
        told += [run.href or f"[[{run.statistic}]]" for run in runs if run.href or run.statistic]
        told += [
            plain(parse_text(cell))
            for rows in (entry.table or {}).values()
            for row in rows
            for cell in row
        ]
        told += [entry.id, entry.section, entry.unit or "", entry.status or "", *entry.dates]
        told += [*entry.mandates, *entry.countries, *entry.partners, *entry.references]
    for one in contribution.statistics:
        told += [one.key, str(one.value), *one.unit.values(), one.as_of or "", one.source]
    for finding in contribution.findings:
        told += [finding.message, finding.remedy, finding.location.words]
    return "\n".join(told)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _squashed(text: str) -> str:
    """A text as its letters and digits alone: programs differ in spaces and signs."""
    return "".join(character for character in _folded(text) if character.isalnum())


def show(outcomes: Iterable[Outcome], seconds: float) -> int:
    """The table of verdicts and failures; the exit code."""
    console = Console(highlight=False, emoji=False, soft_wrap=True)
    outcomes = list(outcomes)
    failed = [one for one in outcomes if one.failure]
    table = Table("verdict", "files", box=None, pad_edge=False)
    for verdict, count in sorted(Counter(one.verdict for one in outcomes).items()):
        table.add_row(verdict, str(count))
    console.print(table)
    slowest = max(outcomes, key=lambda one: one.seconds)
    console.print(
        f"\n{len(outcomes)} files in {seconds:.0f} s, the slowest {slowest.seconds:.1f} s:"
    )
    console.print(f"    {slowest.name}", markup=False)
    judged = sum(one.judges > 0 for one in outcomes)
    console.print(f"{judged} compared with what other programs read in them")
    console.print(f"{len(failed)} failures")
    for one in failed:
        console.print(f"    {one.name}: {one.verdict}: {one.failure}", markup=False)
    return 1 if failed else 0


def main() -> int:
    """Try the files below the folder that the command line names."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit("Name a folder with files: make corpus CORPUS=DIR")
    folder, began = Path(sys.argv[1]), time.perf_counter()
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    if not paths:
        sys.exit(f"There is no file below {folder}.")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        outcomes = list(pool.map(lambda path: tried(folder, path), paths))
    return show(outcomes, time.perf_counter() - began)


if __name__ == "__main__":
    sys.exit(main())
