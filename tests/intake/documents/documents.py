"""What the tests of documents share: a guide, and ways to read and to look at what came of it."""

from council_report.intake.documents import read_document
from council_report.intake.documents.pandoc import Form
from council_report.model.contribution import Contribution, Entry
from council_report.model.finding import Finding
from council_report.model.guide import Guide, Heading
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.source import SourceFile
from tests.intake.documents.builders import docx, paragraph

GUIDE = Guide(
    language="en",
    headings=(
        Heading(section="standards", names={"en": "AI standards", "fr": "Normes sur l'IA"}),
        Heading(section="purpose", names={"en": "Purpose", "fr": "Objet", "es": "Objeto"}),
        Heading(section="questions", names={"en": "Questions", "fr": "Questions"}),
    ),
    furniture=frozenset({"Form of ITU-T for the Council", "Please write under the headings."}),
    fields={
        "unit": "unit",
        "unité": "unit",
        "status": "status",
        "statut": "status",
        "dates": "dates",
        "mandats": "mandates",
        "statistiques": "statistics",
        "clé": "key",
        "valeur": "value",
    },
    statuses={"under way": "under way", "en cours": "under way", "done": "done"},
)
"""Three sections, in English and French, and the words of a form."""

STANDARDS = paragraph("AI standards", style="Heading1")
"""The heading of a section, as Word XML."""


def read(data: bytes | str, form: Form = "docx", guide: Guide = GUIDE) -> Contribution:
    """The contribution in a document of these bytes."""
    octets = data.encode() if isinstance(data, str) else data
    name = f"inputs/C26/itu-t/text.{form}"
    source = SourceFile(name=name, data=octets, digest="0" * 64, contributor="itu-t")
    return read_document(source, form, guide)


def read_body(body: str, guide: Guide = GUIDE, **parts: str) -> Contribution:
    """The contribution in a Word file with these paragraphs under the heading of standards."""
    return read(docx(STANDARDS + body, **parts), guide=guide)


def texts(contribution: Contribution) -> list[str]:
    """The text of each entry."""
    return [text for entry in contribution.entries for text in entry.text.values()]


def kinds(contribution: Contribution) -> list[str]:
    """The kind of each entry."""
    return [entry.kind for entry in contribution.entries]


def only(contribution: Contribution) -> Entry:
    """The one entry of a contribution."""
    (entry,) = contribution.entries
    return entry


def told(contribution: Contribution) -> dict[str, str]:
    """The severity of each rule that was told of."""
    return {finding.rule: finding.severity for finding in contribution.findings}


def finding(contribution: Contribution, rule: str) -> Finding:
    """The one finding of a rule."""
    (found,) = [one for one in contribution.findings if one.rule == rule]
    return found


def a_finding(words: str, paragraph: int, rule: str = "hidden-text") -> Finding:
    """A finding that quotes these words of a paragraph."""
    return Finding(
        rule=rule,
        severity="error",
        location=Location("a.docx", paragraph=paragraph),
        message=Message("“{words}” is hidden", words=words),
        remedy=Message("Delete it."),
    )
