"""What the tests of forms share: forms made of a few entries."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from council_report.model.contribution import Entry
from council_report.model.form import Form

MakeForm = Callable[..., Form]

FIELDS = {
    "id": "Identifiant",
    "section": "Section",
    "kind": "Type",
    "text": "Texte",
    "unit": "Unité",
    "status": "Statut",
    "dates": "Dates",
    "mandates": "Mandats",
    "countries": "Pays",
    "partners": "Partenaires",
    "references": "Références",
    "table": "Tableau",
    "key": "Clé",
    "value": "Valeur",
    "as_of": "À la date de",
    "source": "Source",
    "statistics": "Statistiques",
}

WORDS = {
    "fields": FIELDS,
    "sheets": {"entries": "Textes", "instructions": "Mode d'emploi", "lists": "Listes"},
    "statuses": {"done": "terminé", "under way": "en cours", "planned": "prévu"},
    "kinds": {
        "paragraph": "paragraphe",
        "bullet": "puce",
        "sub-bullet": "sous-puce",
        "numbered": "point numéroté",
        "table": "tableau",
    },
    "prompts": {"dates": "2026-03-31", "as_of": "2026-03-31"},
}


@pytest.fixture(scope="session")
def make_form() -> MakeForm:
    """Makes a form in French with these entries, under the one heading or under several."""

    def make(*entries: Entry, headings: Mapping[str, str] | None = None, **fields: Any) -> Form:
        headings = headings or {"standards": "Normes sur l'IA"}
        sections = [
            {
                "key": key,
                "heading": heading,
                "entries": [entry for entry in entries if entry.section == key],
            }
            for key, heading in headings.items()
        ]
        values = {
            "session": "C26",
            "contributor": "itu-t",
            "language": "fr",
            "title": "Formulaire de contribution: UIT-T",
            "facts": ["À envoyer au plus tard le: 27 février 2026"],
            "guidance": ["Modifiez ce qui a changé."],
            "instructions": ["Chaque ligne est un texte."],
            "mandate_lines": ["R1: Études."],
            "sections": sections,
            "statistics_guidance": "Un chiffre est donné une seule fois.",
            "lists_note": "Rien à remplir.",
            "statistics": [],
            "words": WORDS,
            "mandates": ["R1", "SG4"],
            "countries": ["CH", "KR"],
            "fonts": {"latin": "Calibri", "complex": "Calibri", "east_asian": "Noto Sans CJK SC"},
        }
        return Form.model_validate(values | fields)

    return make
