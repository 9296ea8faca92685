"""The texts of a session file that are translated, and the session as its translations make it."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from council_report.model.language import LANGUAGES, Language, Translations, nearest_language
from council_report.model.location import Path
from council_report.model.session import DocumentPlan, Session
from council_report.model.translating import Book, Rendition, rendition


class SessionText(NamedTuple):
    """A text of the session file: its unit, the way to it, and what it says in each language."""

    unit: str
    way: Path
    texts: Translations


class SessionRendition(NamedTuple):
    """A text of the session file in one language, with what it is to be translated from."""

    unit: str
    way: Path
    language: Language
    source_language: Language
    source: str
    rendition: Rendition


def session_texts(session: Session) -> Iterator[SessionText]:
    """The texts of a session file that documents, forms and receipts show."""
    yield SessionText("place", ("place",), session.place)
    for number, deadline in enumerate(session.deadlines):
        way: Path = ("deadlines", number, "title")
        yield SessionText(f"deadlines.{deadline.key}.title", way, deadline.title)
    for number, official in enumerate(session.officials):
        way = ("officials", number, "title")
        yield SessionText(f"officials.{official.key}.title", way, official.title)
    for number, contributor in enumerate(session.contributors):
        way = ("contributors", number, "name")
        yield SessionText(f"contributors.{contributor.key}.name", way, contributor.name)
    for number, plan in enumerate(session.documents):
        yield from _planned_texts(plan, number)


def _planned_texts(plan: DocumentPlan, number: int) -> Iterator[SessionText]:
    unit, at = f"documents.{plan.kind}", ("documents", number)
    yield SessionText(f"{unit}.title", (*at, "title"), plan.title)
    for index, section in enumerate(plan.outline):
        for name in ("title", "name"):
            texts = getattr(section, name)
            if texts:
                way = (*at, "outline", index, name)
                yield SessionText(f"{unit}.outline.{section.key}.{name}", way, texts)


def session_renditions(session: Session, book: Book) -> tuple[SessionRendition, ...]:
    """Each text of a session file in each language of its documents but the one it is written in.

    It is written in the original language of the first document, where it has a version in that.
    """
    languages = [one for one in LANGUAGES if any(one in d.languages for d in session.documents)]
    original = session.documents[0].original_language
    found = []
    for one in session_texts(session):
        source_language = nearest_language(one.texts, original, original)
        source = one.texts[source_language]
        for language in languages:
            if language != source_language:
                record = book.get(language, {}).get(one.unit)
                made = rendition(one.texts.get(language), source, record)
                found.append(
                    SessionRendition(one.unit, one.way, language, source_language, source, made)
                )
    return tuple(found)


def with_renditions(session: Session, renditions: Sequence[SessionRendition]) -> Session:
    """The session with its texts in other languages as they are to be shown.

    What is out of date is left out where the session decides so.
    """
    tree: Any = session.model_dump()
    for one in renditions:
        *above, last = one.way
        texts = tree
        for step in above:
            texts = texts[step]
        shown = dict(texts[last])
        shown.pop(one.language, None)
        if one.rendition.text is not None and not (
            one.rendition.state == "outdated" and session.outdated_translations == "source"
        ):
            shown[one.language] = one.rendition.text
        texts[last] = shown
    return Session.model_validate(tree)
