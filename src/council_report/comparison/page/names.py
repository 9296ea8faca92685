"""What sections, contributors and drafts are called."""

from council_report.model.change import DraftName
from council_report.model.language import Language, Translations
from council_report.model.message import Message
from council_report.model.review import Review
from council_report.model.session import Key


def section_names(review: Review) -> dict[Key, Translations]:
    """The names of the rows of the box, by their labels, and of the sections of the outline."""
    rows: dict[Key, dict[Language, str]] = {}
    for document in review.content.documents:
        for row in document.box:
            if row.label:
                rows.setdefault(row.key, {})[document.language] = row.label
    outline = {
        part.key: part.title or part.name or {"en": part.key} for part in review.plan.outline
    }
    return {**rows, **outline}


def contributor_names(review: Review) -> dict[Key, Translations]:
    """The names of everybody who contributes to the session."""
    return {one.key: one.name for one in review.session.contributors}


def draft_name(draft: DraftName, session: str) -> Message:
    """What a draft is called on the page of a session."""
    if draft.session == session:
        return Message("Draft {number}", number=draft.draft)
    return Message("{session}, draft {number}", session=draft.session, number=draft.draft)
