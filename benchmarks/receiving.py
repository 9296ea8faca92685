"""Receiving one Word form in a warm watcher, and pandoc alone on the same file, in turn.

``python -m benchmarks.receiving FOLDER ROUNDS`` prints the seconds of both, as JSON.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from council_report.settings import Workplace, find_workplace
from flows.forming import FormRequest, make_forms
from flows.watching import Glance, Watcher

ROOT = Path(__file__).parent.parent
ENTRIES = 20

ENTRY = """\
  - id: measured-entry-{number}
    section: standards
    unit: ITU-T Study Group {number}
    status: under way
    dates: ["2024", 2025-12-02/2025-12-03]
    mandates: [R1, SG4]
    countries: [CH, KE]
    text:
      en: >-
        Study Group {number} has begun work on *machine learning* in networks, which [the
        programme](https://www.itu.int/) describes, and invites contributions of all members.
"""


def workplace(folder: Path) -> Workplace:
    """A workplace whose session before has twenty entries of one contributor."""
    for name in ("inputs", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    before = folder / "inputs/C25/itu-t"
    shutil.rmtree(before)
    before.mkdir()
    entries = "".join(ENTRY.format(number=number) for number in range(1, ENTRIES + 1))
    (before / "entries.yaml").write_text(f"entries:\n{entries}", "utf-8")
    return find_workplace(folder)


def form(place: Workplace) -> bytes:
    """The Word form of that contributor, as it would be sent back untouched."""
    (file,) = make_forms(place, FormRequest(session="C26", contributor="itu-t")).files
    return file.data


def received(watcher: Watcher, path: Path, data: bytes, clock: float) -> float:
    """The seconds that a warm watcher takes for a file, once it has settled, to its receipt."""
    path.write_bytes(data)
    watcher.look(Glance(clock, heard=True))
    began = time.perf_counter()
    (answer,) = watcher.look(Glance(clock + 1, heard=False)).answers
    seconds = time.perf_counter() - began
    answer.receipt.unlink()
    path.unlink()
    watcher.look(Glance(clock + 2, heard=True))
    watcher.look(Glance(clock + 9, heard=False))
    return seconds


def read_by_pandoc(path: Path) -> float:
    """The seconds that pandoc takes for a file."""
    import pypandoc

    command = [pypandoc.get_pandoc_path(), "--sandbox", "-f", "docx", "-t", "json", str(path)]
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def main() -> None:
    """Measure both, in turn; the first round warms up and does not count."""
    folder, rounds = Path(sys.argv[1]), int(sys.argv[2])
    place = workplace(folder)
    os.chdir(place.root)
    data = form(place)
    home = place.inputs / "C26/itu-t"
    home.mkdir(parents=True, exist_ok=True)
    alone = folder / "alone.docx"
    alone.write_bytes(data)
    watcher = Watcher(place, "C26")
    pairs = [
        (
            received(watcher, home / f"form-{number}.docx", data, 10.0 * number),
            read_by_pandoc(alone),
        )
        for number in range(1, rounds + 2)
    ]
    print(json.dumps(pairs[1:]))


if __name__ == "__main__":
    main()
