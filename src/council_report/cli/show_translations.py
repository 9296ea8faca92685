"""What the verb translate shows on the console."""

from collections.abc import Sequence
from pathlib import Path

from council_report.cli import show
from council_report.model.finding import count_by_severity
from council_report.model.length import count_words
from council_report.model.translation import Job
from flows.keeping import Imported


def show_exported(jobs: Sequence[Job], paths: Sequence[Path], *, as_json: bool) -> None:
    """What translators are asked for in each language, and the files that ask it."""
    if as_json:
        show.to_json({"jobs": jobs, "files": [str(path) for path in paths]})
        return
    if not jobs:
        show.console.print("Nothing is to be translated: all is there, and up to date.")
        return
    table = show.as_table("Language", "Missing", "Out of date", "In all", "Words")
    for job in jobs:
        states = [one.state for one in job.units]
        words = sum(count_words(one.source) for one in job.units)
        counts = (states.count("missing"), states.count("outdated"), len(states), words)
        table.add_row(job.language, *(str(count) for count in counts))
    show.console.print(table)
    for path in paths:
        show.written(path)


def show_imported(imported: Sequence[Imported], *, as_json: bool) -> None:
    """What came of each file that translators sent back, or of what was confirmed."""
    found = [finding for one in imported for finding in one.findings]
    if as_json:
        files = [one._asdict() for one in imported]
        show.to_json({"files": files, "counts": count_by_severity(found)})
        return
    for one in imported:
        show.list_findings(one.findings)
        if one.stored:
            texts = "1 text" if one.units == 1 else f"{one.units} texts"
            show.console.print(f"{one.file}: {texts} in '{one.language}', kept in", markup=False)
            show.written(one.stored)
        else:
            show.console.print(f"{one.file}: {_nothing(one)}", markup=False)
    if found:
        show.console.print(show.counted(count_by_severity(found)))


def _nothing(one: Imported) -> str:
    if count_by_severity(one.findings)["error"]:
        return "nothing was taken from it. Mend the errors above, then import it again."
    return "nothing in it is new."
