"""What the tests of assembly share: a small desk, files sent to it, documents made of them."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from council_report.assembly.document import assemble
from council_report.model.amendment import Amendment
from council_report.model.catalogue import Catalogue, Kind
from council_report.model.contribution import Contribution, Entry
from council_report.model.desk import Desk
from council_report.model.document import Document
from council_report.model.earlier import Earlier
from council_report.model.finding import Finding
from council_report.model.language import LANGUAGES, Language
from council_report.model.location import Location
from council_report.model.session import Session
from council_report.model.source import SourceFile

NAMES = {
    "general-secretariat": {"en": "General Secretariat", "fr": "Secrétariat général"},
    "itu-r": {"en": "ITU-R", "fr": "UIT-R"},
    "itu-t": {"en": "ITU-T", "fr": "UIT-T"},
    "itu-d": {"en": "ITU-D", "fr": "UIT-D"},
}

ENGLISH = {
    "header.session": "Council {year}",
    "header.place-and-dates": "{place}, {dates}",
    "header.agenda-item": "Agenda item: {item}",
    "header.document": "Document {symbol}",
    "header.original": "Original: {language}",
    "language.en": "English",
    "language.fr": "French",
    "author.report": "Report by the {official}",
    "box.purpose": "Purpose",
    "box.references": "References",
    "pending.agenda-item": "[pending]",
    "pending.date": "[date pending]",
    "pending.author": "[author pending]",
    "pending.statistic": "[number pending]",
    "awaited": "[awaited: {contributor}]",
    "untranslated": "[translation missing: {text}]",
    "outdated": "[translation out of date: {text}]",
}

FRENCH = {
    "header.session": "Conseil {year}",
    "header.place-and-dates": "{place}, {dates}",
    "header.agenda-item": "Point de l'ordre du jour: {item}",
    "header.document": "Document\u00a0{symbol}",
    "header.original": "Original: {language}",
    "language.en": "anglais",
    "language.fr": "français",
    "author.report": "Rapport du {official}",
    "box.purpose": "Objet",
    "box.references": "Références",
    "pending.agenda-item": "[en attente]",
    "pending.date": "[date en attente]",
    "pending.author": "[auteur en attente]",
    "pending.statistic": "[chiffre en attente]",
    "awaited": "[en attente: {contributor}]",
    "untranslated": "[traduction manquante: {text}]",
    "outdated": "[traduction non actualisée: {text}]",
}

PROVISIONAL = ("awaited", "pending.date", "untranslated")
"""The labels that the catalogues of these tests call provisional."""

FONTS = {"latin": "Calibri", "complex": "Calibri", "east_asian": "Calibri"}
ALIKE: dict[str, Any] = {"fonts": FONTS, "pdf_fonts": ["Carlito"], "quotation": ['"', '"']}
MANNER: dict[str, dict[str, Any]] = {
    "en": {
        **ALIKE,
        "dates": {
            "day": "d MMMM y",
            "range_in_month": ["d", "–d MMMM y"],
            "range_in_year": ["d MMMM", " – d MMMM y"],
            "range": ["d MMMM y", " – d MMMM y"],
        },
        "list_signs": {"item": ";", "last": "."},
        "citations": {
            "first": ["{number} ({city}, {year})"],
            "revised": ["{number} (Rev. {city}, {year})"],
        },
    },
    "fr": {
        **ALIKE,
        "first_day": "1er",
        "dates": {
            "day": "d MMMM y",
            "range_in_month": ["d", "–d MMMM y"],
            "range_in_year": ["d MMMM", " – d MMMM y"],
            "range": ["d MMMM y", " – d MMMM y"],
        },
        "list_signs": {"item": ";", "last": "."},
        "citations": {
            "first": ["{number} ({city}, {year})"],
            "revised": ["{number} (Rév. {city}, {year})"],
        },
    },
}
"""How the catalogues of these tests write dates, lists and citations."""

MakeDesk = Callable[..., Desk]
MakeEntry = Callable[..., Entry]
MakeFile = Callable[..., Contribution]
Assembled = Callable[..., Document]
Amended = Callable[..., Document]

FILE = "inputs/C25/amendments.yaml"


def a_catalogue(
    language: Language, locale: str, decimal: str, words: Mapping[str, str]
) -> Catalogue:
    """A catalogue of these words; its author line has a feminine form in French."""
    labels: dict[str, dict[str, str]] = {
        key: {"text": text, "status": "provisional" if key in PROVISIONAL else "confirmed"}
        for key, text in words.items()
    }
    if language == "fr":
        labels["author.report"]["feminine"] = "Rapport de la {official}"
    values = {"language": language, "locale": locale, "digit_group": "\u00a0", "decimal": decimal}
    return Catalogue.model_validate({**MANNER[language], **values, "labels": labels, "names": {}})


@pytest.fixture(scope="session")
def catalogues() -> dict[Language, Catalogue]:
    """The labels in English and French."""
    return {
        "en": a_catalogue("en", "en_GB", ".", ENGLISH),
        "fr": a_catalogue("fr", "fr", ",", FRENCH),
    }


@pytest.fixture(scope="session")
def make_desk(catalogues: dict[Language, Catalogue]) -> MakeDesk:
    """Makes a desk with one report, with changes to its session, its plan or its kind."""

    def make(
        session: Mapping[str, Any] | None = None,
        plan: Mapping[str, Any] | None = None,
        kind: Mapping[str, Any] | None = None,
    ) -> Desk:
        values = a_session() | dict(session or {})
        values["documents"] = [a_plan() | dict(plan or {})]
        report = {
            "kind": "report",
            "template": "report.docx",
            "headings": "plain",
            "box": ["purpose", "rule", "references"],
            "author": "author.report",
        }
        return Desk(
            session=Session.model_validate(values),
            kinds={"report": Kind.model_validate(report | dict(kind or {}))},
            catalogues=catalogues,
            mandates=None,
            templates={},
            emblem=None,
            files=tuple(SourceFile(name=name, data=b"", digest="0" * 64) for name in FILES),
            places={},
        )

    return make


FILES = (
    "inputs/C25/session.yaml",
    "templates/kinds/report.yaml",
    *(f"templates/labels/{language}.yaml" for language in LANGUAGES),
)


def a_session() -> dict[str, Any]:
    """A session of four contributors, as its file would give it."""
    return {
        "code": "C25",
        "year": 2025,
        "place": {"en": "Geneva", "fr": "Genève"},
        "opens": "2025-06-17",
        "closes": "2025-06-27",
        "officials": [
            {
                "key": "secretary-general",
                "title": {"en": "Secretary-General", "fr": "Secrétaire générale"},
                "gender": "feminine",
            },
            {
                "key": "director",
                "title": {"en": "Director", "fr": "Directeur"},
                "gender": "masculine",
            },
        ],
        "contributors": [
            {"key": key, "name": name, "contact": {"role": "Desk", "email": "a@example.org"}}
            for key, name in NAMES.items()
        ],
    }


def a_plan() -> dict[str, Any]:
    """The plan of a report with an introduction and two sections under headings."""
    return {
        "kind": "report",
        "title": {"en": "Report on AI", "fr": "Rapport sur l'IA"},
        "author": "secretary-general",
        "original_language": "en",
        "languages": ["en", "fr"],
        "box_from": "general-secretariat",
        "outline": [
            {"key": "introduction", "contributors": ["general-secretariat"]},
            {
                "key": "standards",
                "title": {"en": "AI standards", "fr": "Normes sur l'IA"},
                "contributors": ["itu-t", "itu-r"],
            },
            {
                "key": "capacity",
                "title": {"en": "AI capacity", "fr": "Capacités en matière d'IA"},
                "contributors": ["itu-d"],
            },
        ],
    }


@pytest.fixture(scope="session")
def make_entry() -> MakeEntry:
    """Makes an entry; a text given as one string is the same in both languages."""

    def make(key: str, section: str = "standards", text: Any = None, **fields: Any) -> Entry:
        words = f"Text of {key}." if text is None else text
        translations = {"en": words, "fr": words} if isinstance(words, str) else words
        return Entry.model_validate({"id": key, "section": section, "text": translations} | fields)

    return make


@pytest.fixture(scope="session")
def make_file() -> MakeFile:
    """Makes a file of a contributor; with ``aside`` an error sets it aside."""

    def make(
        contributor: str,
        *entries: Entry,
        name: str = "a.yaml",
        aside: bool = False,
        claims: tuple[str, ...] | None = None,
        **fields: Any,
    ) -> Contribution:
        file = f"inputs/C25/{contributor}/{name}"
        finding = Finding(
            rule="r", severity="error", location=Location(file), message="wrong", remedy="mend it"
        )
        sections = tuple(dict.fromkeys(entry.section for entry in entries))
        return Contribution(
            contributor=contributor,
            file=file,
            digest="d",
            entries=entries,
            claims=sections if claims is None else claims,
            findings=(finding,) if aside else (),
            **fields,
        )

    return make


@pytest.fixture(scope="session")
def assembled(make_desk: MakeDesk) -> Assembled:
    """Assembles files into the report of a desk."""

    def make(
        *files: Contribution, desk: Desk | None = None, language: Language = "en", **plan: Any
    ) -> Document:
        desk = desk or make_desk(plan=plan)
        return assemble(desk, desk.session.documents[0], files, language)

    return make


@pytest.fixture(scope="session")
def amended(make_desk: MakeDesk, assembled: Assembled) -> Amended:
    """Assembles files with amendments; these stand on lines 10, 20, 30 of their file."""

    def make(
        *files: Contribution,
        by: tuple[Amendment, ...],
        language: Language = "en",
        earlier: tuple[Earlier, ...] = (),
    ) -> Document:
        places = {("amendments", n): Location(FILE, 10 * n + 10) for n in range(len(by))}
        known = {
            "amendments": by,
            "places": {FILE: places},
            "earlier": {one.entry.id: one for one in earlier},
        }
        return assembled(*files, desk=make_desk().model_copy(update=known), language=language)

    return make
