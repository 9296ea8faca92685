"""Comparing two drafts of many entries in two languages, and writing what changed.

``python -m benchmarks.comparing FOLDER ENTRIES`` prints the seconds of CPU that the work itself
took, and how many passages changed, as JSON.
"""

import gc
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from benchmarks.inputs import write_session
from benchmarks.measure import Measured
from council_report.assembly.document import assemble
from council_report.comparison.changes import compare
from council_report.model.change import DraftName
from council_report.model.content import Content
from council_report.model.document import Block, Document
from council_report.model.text import Text
from council_report.settings import find_workplace
from flows.gathering import gather

ROOT = Path(__file__).parent.parent
MANY = 10_000
ROUNDS = 3
EDITED = 20
"""Of how many entries one is reworded: 5 %; of ten times as many one moves, and so on."""


def compare_many(folder: Path) -> Iterator[Measured]:
    """What changed in 10,000 entries in two languages, as a file."""
    inputs = folder / "compared"
    write_session(inputs, MANY)
    command = [sys.executable, "-m", "benchmarks.comparing", str(inputs)]
    runs = []
    for _ in range(ROUNDS):
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
        runs.append(json.loads(done.stdout))
    detail = f"{runs[0]['changes']} changes"
    cpu = median(one["cpu"] for one in runs)
    yield Measured("changes of 10,000 entries, CPU", cpu, 3.0, "s", detail)


def content(inputs: Path) -> Content:
    """What a draft of these inputs says in English and French."""
    gathered = gather(find_workplace(ROOT, inputs), "C25")
    desk = gathered.desk
    if desk is None:
        raise ValueError(gathered.findings)
    plan = desk.session.documents[0]
    documents = [assemble(desk, plan, gathered.contributions, one) for one in plan.languages]
    return Content(documents=tuple(documents))


def edited(document: Document) -> Document:
    """A document with one block in twenty reworded, and some moved, added and removed."""
    blocks: list[Block] = []
    for number, block in enumerate(document.blocks):
        if number % (10 * EDITED) == 3:
            continue
        if number % EDITED == 1:
            block = block.model_copy(update={"text": _reworded(block.text)})
        place = -7 if number % (10 * EDITED) == 9 else len(blocks)
        blocks.insert(place, block)
        if number % (10 * EDITED) == 5:
            blocks.append(block.model_copy(update={"entry": f"added-{number}"}))
    return document.model_copy(update={"blocks": tuple(blocks)})


def _reworded(text: Text) -> Text:
    words = text[0].text.replace("under way", "well under way").replace("several", "all")
    return (replace(text[0], text=words), *text[1:])


def main(arguments: Sequence[str]) -> None:
    """Prepare two drafts, then time the work."""
    old = content(Path(arguments[0]))
    new = Content(documents=tuple(map(edited, old.documents)))
    names = [
        DraftName(session="C25", kind="report", draft=draft, made=datetime(2025, 6, 1, tzinfo=UTC))
        for draft in (1, 2)
    ]
    gc.disable()  # as the command does
    began = time.process_time()
    changes = compare(names[0], old, names[1], new)
    changes.model_dump_json(exclude_defaults=True)
    cpu = time.process_time() - began
    print(json.dumps({"cpu": cpu, "changes": sum(len(one.changes) for one in changes.languages)}))


if __name__ == "__main__":
    main(sys.argv[1:])
