"""A small session in which nothing is wrong, for each test to break in one place."""

import zipfile
from pathlib import Path

import pytest

from council_report.checks.registry import check_contribution, check_desk, check_session
from council_report.intake.contributions import read_contribution
from council_report.intake.desk import read_desk
from council_report.intake.sources import collect
from council_report.model.contribution import Contribution
from council_report.model.desk import Desk
from council_report.model.earlier import Earlier
from council_report.model.finding import Finding, has_errors, in_reading_order
from council_report.model.location import Location
from tests.samples import MANNER

SESSION = """\
code: C25
year: 2025
place: {en: Geneva, fr: Genève}
opens: 2025-06-17
closes: 2025-06-27
mandates: resolution-214
deadlines:
  - key: contributions
    title: {en: Contributions}
    days_before_opening: 60
officials:
  - key: secretary-general
    title: {en: Secretary-General, fr: Secrétaire générale}
    gender: feminine
contributors:
  - key: secretariat
    name: {en: General Secretariat, fr: Secrétariat général}
    contact: {role: Secretariat focal point, email: secretariat@example.org}
  - key: itu-t
    name: {en: ITU-T, fr: UIT-T}
    contact: {role: ITU-T focal point, email: itu-t@example.org}
documents:
  - kind: report
    title: {en: Report on AI, fr: Rapport sur l'IA}
    author: secretary-general
    original_language: en
    languages: [en, fr]
    box_from: secretariat
    outline:
      - key: introduction
        contributors: [secretariat]
      - key: standards
        title: {en: Standards, fr: Normes}
        contributors: [itu-t]
"""

LABELS = (
    """\
language: en
locale: en_GB
digit_group: " "
decimal: "."
"""
    + MANNER
    + """\
labels:
  header.session: {text: "Council {year}", status: provisional}
  header.place-and-dates: {text: "{place}, {dates}", status: provisional}
  header.agenda-item: {text: "Agenda item: {item}", status: provisional}
  header.document: {text: "Document {symbol}", status: provisional}
  header.original: {text: "Original: {language}", status: provisional}
  language.en: {text: English, status: provisional}
  language.fr: {text: French, status: provisional}
  language.es: {text: Spanish, status: provisional}
  language.ru: {text: Russian, status: provisional}
  language.zh: {text: Chinese, status: provisional}
  language.ar: {text: Arabic, status: provisional}
  author.report:
    text: "By the {official}"
    feminine: "By her, the {official}"
    status: provisional
  box.purpose: {text: Purpose, status: confirmed, source: Council documents}
  box.action: {text: Action, status: provisional}
  pending.agenda-item: {text: "[pending]", status: provisional}
  pending.date: {text: "[date pending]", status: provisional}
  pending.author: {text: "[author pending]", status: provisional}
  pending.statistic: {text: "[number pending]", status: provisional}
  awaited: {text: "[awaited: {contributor}]", status: provisional}
  untranslated: {text: "[translation missing: {text}]", status: provisional}
  outdated: {text: "[translation out of date: {text}]", status: provisional}
"""
)

KIND = """\
kind: report
template: report.docx
headings: plain
box: [purpose, rule, action]
author: author.report
"""

MANDATES = """\
resolution: Resolution 214
version: Bucharest, 2022
status: paraphrase
mandates:
  - id: SG3
    text: {en: Share information.}
  - id: SG5
    text: {en: Report yearly.}
"""

REPORT = """\
entries:
  - id: report-purpose
    section: purpose
    text: {en: An account., fr: Un bilan.}
  - id: council-action
    section: action
    text: {en: To note., fr: À noter.}
  - id: leading-role
    section: introduction
    mandates: [SG5]
    text: {en: A role., fr: Un rôle.}
"""

STANDARDS = """\
statistics:
  - key: ai-standards
    value: 315
    unit: {en: standards}
    source: report to Council 2025
entries:
  - id: standards-work
    section: standards
    countries: [CH]
    text:
      en: More than [[ai-standards]] standards.
      fr: Plus de [[ai-standards]] normes.
  - id: standards-table
    section: standards
    kind: table
    text: {en: Groups, fr: Groupes}
    table:
      en:
        - [Group, Standards]
        - [SG 13, "120"]
      fr:
        - [Groupe, Normes]
        - [CE 13, "120"]
"""


class Office:
    """The files of a session, to be broken in one place and then judged.

    ``aside`` are rules that are not told of: most tests break a text in one language alone.
    """

    session = "inputs/C25/session.yaml"
    kind = "templates/kinds/report.yaml"
    en = "templates/labels/en.yaml"
    fr = "templates/labels/fr.yaml"
    mandates = "templates/mandates/resolution-214.yaml"
    report = "inputs/C25/secretariat/report.yaml"
    standards = "inputs/C25/itu-t/standards.yaml"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.aside: tuple[str, ...] = ("text-differs",)
        self.earlier: dict[str, Earlier] = {}
        self.texts = {
            self.session: SESSION,
            self.kind: KIND,
            self.en: LABELS,
            self.fr: LABELS.replace("language: en\nlocale: en_GB", "language: fr\nlocale: fr"),
            self.mandates: MANDATES,
            self.report: REPORT,
            self.standards: STANDARDS,
        }

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace words that stand in a file once."""
        assert self.texts[file].count(old) == 1, f"{old!r} is not in {file} once"
        self.texts[file] = self.texts[file].replace(old, new)

    def at(self, file: str, words: str, occurrence: int = 1) -> Location:
        """The line on which words stand for the first or a later time."""
        lines = self.texts[file].splitlines()
        numbers = [number for number, line in enumerate(lines, 1) if words in line]
        return Location(file, numbers[occurrence - 1])

    def desk(self) -> Desk:
        """The desk in the files as they are now."""
        for file, text in self.texts.items():
            path = self.folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        with zipfile.ZipFile(self.folder / "templates/report.docx", "w") as word:
            word.writestr("word/document.xml", "")
        desk, findings = read_desk(self.folder / "inputs", self.folder / "templates", "C25")
        assert desk, findings
        return desk.model_copy(update={"earlier": self.earlier})

    def judge(self) -> tuple[tuple[Contribution, ...], tuple[Finding, ...]]:
        """The contributions, and everything that is found in the session."""
        desk = self.desk()
        findings = check_desk(desk)
        if has_errors(findings):
            return (), findings
        keys = tuple(contributor.key for contributor in desk.session.contributors)
        received = collect(self.folder / "inputs", "C25", keys)
        read = [check_contribution(desk, read_contribution(file)) for file in received.files]
        contributions, others = check_session(desk, read)
        own = (finding for contribution in contributions for finding in contribution.findings)
        found = (one for one in (*findings, *own, *others) if one.rule not in self.aside)
        return contributions, in_reading_order(found)

    def findings(self) -> tuple[Finding, ...]:
        """Everything that is found in the session."""
        return self.judge()[1]

    def found(self) -> list[tuple[str, str, Location, str]]:
        """Rule, severity, place and remedy of everything that is found."""
        return [(one.rule, one.severity, one.location, one.remedy) for one in self.findings()]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """The files of a session in which nothing is wrong."""
    return Office(tmp_path)
