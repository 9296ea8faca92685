"""The second half of the recipe: contributions assembled, and rendered in Word."""

from collections.abc import Sequence
from typing import NamedTuple

from council_report.assembly.document import assemble
from council_report.errors import UsageError
from council_report.model.contribution import Contribution
from council_report.model.desk import Desk
from council_report.model.document import Document, Edition
from council_report.model.language import Language
from council_report.model.session import DocumentPlan, Session
from council_report.rendering.word import render_word
from flows.steps import Step, plainly


class Rendered(NamedTuple):
    """A document in one language with the Word file of one of its editions."""

    document: Document
    word: bytes
    edition: Edition = "publication"

    @property
    def name(self) -> str:
        """The name of the Word file."""
        return self.document.file_name("MSW", self.edition)

    @property
    def pdf_name(self) -> str:
        """The name of the PDF file that is made of it."""
        return self.document.file_name("PDF", self.edition)


def choose_plan(session: Session, kind: str | None) -> DocumentPlan:
    """The plan of the document to make: the one named, or the first of the session.

    Raises UsageError if the session has no document of that kind.
    """
    for plan in session.documents:
        if kind in (None, plan.kind):
            return plan
    kinds = ", ".join(plan.kind for plan in session.documents)
    raise UsageError(
        f"Session {session.code} has no document '{kind}'.", f"Its documents: {kinds}."
    )


def choose_languages(plan: DocumentPlan, wanted: Sequence[Language]) -> tuple[Language, ...]:
    """The languages to make a document in: those wanted, or all that its plan names.

    Raises UsageError if a language is wanted that the plan does not name.
    """
    for language in wanted:
        if language not in plan.languages:
            raise UsageError(
                f"The {plan.kind} is not planned in '{language}'.",
                f"Its languages: {', '.join(plan.languages)}. Add others in session.yaml.",
            )
    return tuple(language for language in plan.languages if language in (wanted or plan.languages))


def draft_words(
    desk: Desk,
    plan: DocumentPlan,
    contributions: Sequence[Contribution],
    languages: Sequence[Language],
    step: Step = plainly,
) -> tuple[Rendered, ...]:
    """The documents of a plan, assembled and rendered in Word, one for each language."""
    template = desk.kinds[plan.kind].template
    fonts = {language: one.fonts for language, one in desk.catalogues.items()}
    documents = [
        step(f"assemble {plan.kind}, {language}", assemble, desk, plan, contributions, language)
        for language in languages
    ]
    return tuple(
        Rendered(
            document,
            step(
                f"render {document.file_name('MSW')}",
                render_word,
                document,
                desk.templates[template],
                template,
                desk.emblem,
                fonts,
            ),
        )
        for document in documents
    )
