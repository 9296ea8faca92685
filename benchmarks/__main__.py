"""Measure every ratio that we promise, print them, and fail if one is not kept."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from benchmarks.comparing import compare_many
from benchmarks.inputs import write_files, write_session
from benchmarks.languages import six_languages
from benchmarks.measure import Cost, Measured, alternate, run
from benchmarks.pages import review_pages
from benchmarks.redlines import redline_drafts
from benchmarks.serving import prefect_server
from council_report.rendering.pdf.libreoffice import PDF_FILTER

PYTHON = sys.executable
COMMAND = [str(Path(PYTHON).with_name("council-report"))]
ROOT = Path(__file__).parent.parent
MANY = 10_000
ROUNDS = 7


def render_many(folder: Path) -> Iterator[Measured]:
    """Assembling and rendering 10,000 entries, against docxtpl alone on the same paragraphs."""
    inputs = folder / "rendered"
    write_session(inputs, MANY)
    script = [PYTHON, "-m", "benchmarks.loops"]
    pairs = [
        (_seconds([*script, "ours", str(inputs)]), _seconds([*script, "bare", str(inputs)]))
        for _ in range(ROUNDS)
    ]
    ours, bare = (median(column) for column in zip(*pairs, strict=True))
    detail = f"{ours:.2f} s against {bare:.2f} s"
    ratio = median([one / other for one, other in pairs])
    yield Measured("10,000 entries to Word / docxtpl alone", ratio, 1.3, "", detail)
    peak = run([*script, "ours", str(inputs)], ROOT, {}).peak
    yield Measured("10,000 entries to Word, memory", peak, 400, "MB", "")


def check_many(folder: Path) -> Iterator[Measured]:
    """Checking 10,000 entries in two languages."""
    inputs = folder / "checked"
    write_session(inputs, MANY)
    command = [*COMMAND, "check", "C25", "--inputs", str(inputs)]
    costs = [run(command, ROOT, {}).cpu for _ in range(3)]
    yield Measured("check of 10,000 entries, CPU", median(costs), 3.0, "s", "")


def preview_cold(folder: Path) -> Iterator[Measured]:
    """A preview of the sample, against the import of docxtpl."""
    ours, bare = alternate(
        [*COMMAND, "preview", "C25", "--to", str(folder / "preview")],
        [PYTHON, "-c", "import docxtpl"],
        ROOT,
        rounds=ROUNDS,
    )
    yield _ratio("preview of the sample / import docxtpl", ours, bare, 5.0)


def build_with_server(folder: Path) -> Iterator[Measured]:
    """A build on a running server, PDF included, against docxtpl and soffice alone."""
    bare_folder = folder / "bare"
    bare_folder.mkdir()
    shutil.copy(ROOT / "templates/report.docx", bare_folder)
    (bare_folder / "texts.json").write_text(json.dumps(_contexts()), "utf-8")
    # A new home each time, because an unchanged build makes nothing.
    build = f"exec {COMMAND[0]} build C25 --pdf libreoffice --outputs $(mktemp -d -p {folder})"
    with prefect_server(folder) as settings:
        ours, bare = alternate(
            ["sh", "-c", build],
            [PYTHON, "-m", "benchmarks.bare_build", str(bare_folder), PDF_FILTER],
            ROOT,
            settings,
            rounds=ROUNDS,
        )
    yield _ratio("build on a server / docxtpl + soffice", ours, bare, 2.5)


def receive_form(folder: Path) -> Iterator[Measured]:
    """A Word form of 20 entries received in a warm watcher, against pandoc alone on it."""
    script = [PYTHON, "-m", "benchmarks.receiving", str(folder / "receiving"), str(ROUNDS)]
    done = subprocess.run(script, cwd=ROOT, check=True, capture_output=True, text=True)
    pairs = json.loads(done.stdout)
    ours, bare = (median(column) for column in zip(*pairs, strict=True))
    ratio = median([one / other for one, other in pairs])
    detail = f"{ours:.3f} s against {bare:.3f} s"
    yield Measured("a Word form received / pandoc alone", ratio, 5.0, "", detail)


def check_files(folder: Path) -> Iterator[Measured]:
    """Checking 1,000 YAML and 200 Excel files."""
    inputs = folder / "files"
    write_files(inputs, 1_000, 200)
    cost = run([*COMMAND, "check", "C25", "--inputs", str(inputs)], ROOT, {})
    detail = f"{1_200 / cost.wall:.0f} files a second"
    yield Measured("1,000 YAML and 200 Excel files, memory", cost.peak, 400, "MB", detail)


def _ratio(what: str, ours: list[Cost], bare: list[Cost], limit: float) -> Measured:
    """The median of the ratios of the seconds on the clock, pair by pair."""
    ratio = median([one.wall / other.wall for one, other in zip(ours, bare, strict=True)])
    seconds = [f"{median([cost.wall for cost in costs]):.2f} s" for costs in (ours, bare)]
    return Measured(what, ratio, limit, "", " against ".join(seconds))


def _contexts() -> list[dict[str, object]]:
    """What the templates receive for the sample report, with plain texts."""
    from council_report.model.text import plain
    from council_report.rendering.context import word_context
    from council_report.settings import find_workplace
    from flows.drafting import draft_words
    from flows.gathering import gather

    gathered = gather(find_workplace(ROOT), "C25")
    if gathered.desk is None:
        raise ValueError(gathered.findings)
    plan = gathered.desk.session.documents[0]
    rendered = draft_words(gathered.desk, plan, gathered.contributions, plan.languages)
    return [dict(word_context(one.document, plain)) for one in rendered]


def _seconds(command: list[str]) -> float:
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return float(done.stdout)


MEASURES = (
    render_many,
    check_many,
    compare_many,
    review_pages,
    preview_cold,
    receive_form,
    check_files,
    redline_drafts,
    build_with_server,
    six_languages,
)


def main() -> int:
    """Measure everything; 1 if a promise is not kept."""
    table = Table("What", "Measured", "At most", "Median seconds", box=None)
    kept = True
    with tempfile.TemporaryDirectory() as name:
        for measure in MEASURES:
            for one in measure(Path(name)):
                good = one.value <= one.limit
                kept = kept and good
                style = "green" if good else "bold red"
                value = f"[{style}]{one.value:.2f} {one.unit}[/]"
                table.add_row(one.what, value, f"{one.limit:g} {one.unit}", one.detail)
    Console().print(table)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
