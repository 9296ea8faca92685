"""A session of any number of entries, made for measuring."""

from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook

PER_FILE = 1_000
SECTIONS = ("standards", "deployment-and-capacity", "governance", "demand")
CONTRIBUTORS = ("general-secretariat", "itu-r", "itu-t", "itu-d")

SESSION = """\
code: C25
year: 2025
place: {en: Geneva, fr: Genève}
opens: 2025-06-17
closes: 2025-06-27
mandates: resolution-214
officials:
  - key: secretary-general
    title: {en: Secretary-General, fr: Secrétaire générale}
    gender: feminine
contributors:
"""

BOX = ("purpose", "action", "strategic-plan", "financial-implications", "references")


def write_session(inputs: Path, entries: int) -> None:
    """Write a session C25 with this many entries, in English and French, to a folder."""
    folder = inputs / "C25"
    folder.mkdir(parents=True)
    (folder / "session.yaml").write_text(_session(), encoding="utf-8")
    for number, start in enumerate(range(0, entries, PER_FILE)):
        home = folder / CONTRIBUTORS[number % 4]
        home.mkdir(exist_ok=True)
        count = min(PER_FILE, entries - start)
        text = "".join(_file(start, count, first=number == 0))
        (home / f"part-{number:03d}.yaml").write_text(text, encoding="utf-8")


def _session() -> str:
    people = "".join(
        f"  - key: {key}\n    name: {{en: {key}, fr: {key}}}\n"
        f"    contact: {{role: Focal point, email: {key}@example.org}}\n"
        for key in CONTRIBUTORS
    )
    outline = "".join(
        f"      - key: {key}\n        title: {{en: Section {key}, fr: Section {key}}}\n"
        f"        contributors: [{', '.join(CONTRIBUTORS)}]\n"
        for key in SECTIONS
    )
    return (
        f"{SESSION}{people}documents:\n"
        "  - kind: report\n    title: {en: A long report, fr: Un long rapport}\n"
        "    author: secretary-general\n    original_language: en\n    languages: [en, fr]\n"
        f"    box_from: general-secretariat\n    outline:\n{outline}"
    )


def _file(start: int, count: int, *, first: bool) -> Iterator[str]:
    if first:
        yield "statistics:\n  - key: standards\n    value: 315\n"
        yield "    unit: {en: AI standards, fr: normes sur l'IA}\n    source: made for measuring\n"
    yield "entries:\n"
    for row, section in enumerate(BOX if first else ()):
        yield _entry(f"box-{row}", section, "paragraph", row)
    for number in range(start, start + count):
        kind = "bullet" if number % 3 else "paragraph"
        yield _entry(f"entry-{number}", SECTIONS[number % 4], kind, number)


def _entry(key: str, section: str, kind: str, number: int) -> str:
    return (
        f"  - id: {key}\n    section: {section}\n    kind: {kind}\n"
        f"    unit: ITU-T Study Group {number % 20 + 1}\n    status: under way\n"
        f"    mandates: [R1, SG4]\n    text:\n      en: >-\n        {_words(number)}\n"
        f"      fr: >-\n        {_words(number)}\n"
    )


def _words(number: int) -> str:
    """A paragraph of ordinary length; one in ten has marks, a symbol and a statistic."""
    plain = (
        f"Activity {number} is under way, and is carried out together with partners in several"
        " regions, so that its results are of use to all members"
    )
    if number % 10:
        return f"{plain}."
    return f"{plain}, *as planned* (see C25/{number % 99 + 1}), with [[standards]] standards."


def write_files(inputs: Path, texts: int, workbooks: int) -> None:
    """Write a session C25 of small files: texts in YAML, and workbooks of five rows."""
    write_session(inputs, 0)
    for number in range(texts):
        path = inputs / "C25" / CONTRIBUTORS[number // 4 % 4] / f"text-{number:04d}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(_file(number, 1, first=number == 0)), encoding="utf-8")
    for number in range(workbooks):
        book = Workbook()
        book.active.append(["id", "section", "kind", "text", "unit", "status", "mandates"])
        for row in range(5):
            key, section = f"row-{number}-{row}", f"Section {SECTIONS[number % 4]}"
            texts_in_row = [_words(10 * number + row + 1), "ITU-T", "under way", "R1; SG4"]
            book.active.append([key, section, "bullet", *texts_in_row])
        book.save(inputs / "C25" / CONTRIBUTORS[number // 4 % 4] / f"workbook-{number:03d}.xlsx")
