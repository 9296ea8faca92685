"""The redline of two drafts of 300 paragraphs, verified, against python-redlines alone."""

import datetime
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from benchmarks.measure import Measured

PARAGRAPHS = 300
ROUNDS = 7
MADE = datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC)


def redline_drafts(folder: Path) -> Iterator[Measured]:
    """Making, mending and verifying a redline, against the engine's own call on the same files."""
    from python_redlines import DocxodusEngine

    from council_report.comparison.redline import make_redline

    old, new = _draft(PARAGRAPHS), _draft(PARAGRAPHS, later=True)
    engine = DocxodusEngine(target_path=str(folder / "docxodus"))
    settings = {"detect_moves": True, "conflate_spaces": False, "date_time": "2026-11-22T00:00:00Z"}
    pairs = [
        (
            _seconds(lambda: make_redline(old, new, MADE)),
            _seconds(lambda: engine.run_redline("council-report", old, new, **settings)),
        )
        for _ in range(ROUNDS + 1)
    ][1:]
    ours, bare = (median(column) for column in zip(*pairs, strict=True))
    ratio = median([one / other for one, other in pairs])
    detail = f"{ours:.2f} s against {bare:.2f} s"
    yield Measured("redline of 300 paragraphs / engine alone", ratio, 1.5, "", detail)


def _seconds(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def _draft(paragraphs: int, *, later: bool = False) -> bytes:
    """A Word draft; the later one has a number in ten changed, and some bullets moved or gone."""
    from benchmarks.inputs import write_session
    from council_report.settings import find_workplace
    from flows.drafting import draft_words
    from flows.gathering import gather

    with tempfile.TemporaryDirectory() as name:
        inputs = Path(name)
        write_session(inputs, paragraphs)
        if later:
            _edit(inputs)
        gathered = gather(find_workplace(Path(__file__).parent, inputs), "C25")
        if gathered.desk is None:
            raise ValueError(gathered.findings)
        plan = gathered.desk.session.documents[0]
        rendered = draft_words(gathered.desk, plan, gathered.contributions, ("en",))
    return next(iter(rendered)).word


def _edit(inputs: Path) -> None:
    """Change one entry in ten, take one away and move another."""
    (file,) = inputs.rglob("part-000.yaml")
    head, *entries = file.read_text("utf-8").split("  - id: entry-")
    entries = [
        one.replace("several regions", "all regions") if number % 10 == 5 else one
        for number, one in enumerate(entries)
    ]
    entries.insert(200, entries.pop(20))
    del entries[100]
    file.write_text("  - id: entry-".join([head, *entries]), "utf-8")
