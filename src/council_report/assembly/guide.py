"""What readers have to know of a session, gathered from its desk."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from council_report.assembly.form import form_title, make_form
from council_report.assembly.parts import parts_of
from council_report.model.contribution import KIND_WORDS, STATUS_WORDS
from council_report.model.desk import Desk
from council_report.model.form import FIELD_WORDS, Form
from council_report.model.guide import Guide, Heading, mark_of, text_key
from council_report.model.message import Message
from council_report.model.session import Key
from council_report.model.text import one_line

Word = TypeVar("Word", bound=str)

DETAILS = ("unit", "status", "dates", "mandates", "countries", "partners", "references")
"""The fields that the line of details below an entry shows."""


def make_guide(desk: Desk, contributor: Key | None) -> Guide:
    """The guide for the files of a contributor, or for a file that is nobody's.

    Its furniture are the lines of the contributor's forms in every language of the desk.
    """
    forms = tuple(_forms(desk, contributor))
    languages = {c.key: c.contact.language or "en" for c in desk.session.contributors}
    earlier = desk.earlier_of(contributor or "")
    return Guide(
        language=languages.get(contributor or "", "en"),
        headings=tuple(Heading(section=part.section, names=part.names) for part in parts_of(desk)),
        tracked_changes=desk.session.tracked_changes,
        ids={mark_of(key): key for key in desk.earlier},
        texts={
            text_key(text): key for key, entry in earlier.items() for text in entry.text.values()
        },
        undetailed=frozenset(
            key
            for key, entry in earlier.items()
            if not any(getattr(entry, field) for field in DETAILS)
        ),
        furniture=frozenset(" ".join(line.split()) for form in forms for line in form.lines()),
        others=_others(desk, forms),
        choices=frozenset(
            word for form in forms for words in form.choices.values() for word in words
        ),
        fields=_meanings(desk, FIELD_WORDS),
        statuses=_meanings(desk, STATUS_WORDS),
        kinds=_meanings(desk, KIND_WORDS),
    )


def _forms(desk: Desk, contributor: Key | None) -> Iterator[Form]:
    if contributor not in {one.key for one in desk.session.contributors}:
        return
    earlier = tuple(desk.earlier_of(contributor).values())
    for language in desk.catalogues:
        yield make_form(desk, contributor, language, earlier)


def _others(desk: Desk, forms: tuple[Form, ...]) -> dict[str, str]:
    """The title lines of the forms of all others, for whoever has forms; two may share a name."""
    if not forms:
        return {}
    own = {form.title for form in forms}
    titles = {
        form_title(desk, other.key, language): one_line(
            other.name.get(language) or next(iter(other.name.values()))
        )
        for other in desk.session.contributors
        if other.key != forms[0].contributor
        for language in desk.catalogues
    }
    return {" ".join(line.split()): name for line, name in titles.items() if line not in own}


def _meanings(desk: Desk, words: Mapping[Word, Message]) -> dict[str, Word]:
    """What each word stands for in any language of the desk; a key stands for itself."""
    meanings = {
        message.said(wording).casefold(): key
        for wording in ({}, *desk.messages.values())
        for key, message in words.items()
    }
    return {key.casefold(): key for key in words} | meanings
