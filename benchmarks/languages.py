"""The sample in six languages, Word and PDF, against one soffice process on the same Word files.

``python -m benchmarks.languages FOLDER`` builds it into a new folder there, without Prefect.
"""

import datetime
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.measure import Cost, Measured, alternate
from benchmarks.serving import prefect_server
from council_report.rendering.pdf.libreoffice import PDF_FILTER

ROOT = Path(__file__).parent.parent
COMMAND = Path(sys.executable).with_name("council-report")
ROUNDS = 5


def six_languages(folder: Path) -> Iterator[Measured]:
    """A build of every language, without Prefect and on a running server."""
    words = folder / "six"
    words.mkdir()
    _write_words(words)
    bare = ["sh", "-c", f"cd {words} && exec {_soffice()}"]
    alone = [sys.executable, "-m", "benchmarks.languages", str(folder)]
    yield _ratio(
        "six languages / soffice, without Prefect", *alternate(alone, bare, ROOT, {}, ROUNDS), 1.8
    )
    # A new home each time, because an unchanged build makes nothing.
    build = f"exec {COMMAND} build C25 --pdf libreoffice --outputs $(mktemp -d -p {folder})"
    with prefect_server(folder / "served") as settings:
        costs = alternate(["sh", "-c", build], bare, ROOT, settings, ROUNDS)
    yield _ratio("six languages / soffice, on a server", *costs, 2.5)


def _soffice() -> str:
    """The bare conversion, in a fresh profile as ours is."""
    profile = "-env:UserInstallation=file://$(mktemp -d)"
    return f"soffice {profile} --headless --convert-to '{PDF_FILTER}' --outdir pdf *.docx"


def _write_words(folder: Path) -> None:
    from council_report.settings import find_workplace
    from flows.drafting import draft_words
    from flows.gathering import gather

    gathered = gather(find_workplace(ROOT), "C25")
    if gathered.desk is None:
        raise ValueError(gathered.findings)
    plan = gathered.desk.session.documents[0]
    for one in draft_words(gathered.desk, plan, gathered.contributions, plan.languages):
        (folder / one.name.replace("!", "-")).write_bytes(one.word)


def _ratio(what: str, ours: list[Cost], bare: list[Cost], limit: float) -> Measured:
    ratio = median([one.wall / other.wall for one, other in zip(ours, bare, strict=True)])
    seconds = [f"{median([cost.wall for cost in costs]):.2f} s" for costs in (ours, bare)]
    return Measured(what, ratio, limit, "", " against ".join(seconds))


def main(folder: Path) -> None:
    """Build every language of the sample into a new folder."""
    from flows.building import build
    from flows.ordering import BuildRequest

    outputs = Path(tempfile.mkdtemp(dir=folder))
    request = BuildRequest(session="C25", pdf="libreoffice", outputs=outputs)
    build(request, datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
