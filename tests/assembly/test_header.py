"""The header block, the author line and the names of the files."""

from collections.abc import Callable
from typing import Any

import pytest

from council_report.model.desk import Desk
from council_report.model.document import Document, Header

MakeDesk = Callable[..., Desk]
Assembled = Callable[..., Document]


def test_the_header_says_what_is_known(assembled: Assembled) -> None:
    """Session, place, days, agenda item, symbol, date and original language, in English."""
    document = assembled(number=43, date="2025-05-03", agenda_item="PL 3.1")
    assert document.header == Header(
        session="Council 2025",
        place_and_dates="Geneva, 17–27 June 2025",
        agenda_item="Agenda item: PL 3.1",
        symbol="Document C25/43-E",
        date="3 May 2025",
        original="Original: English",
        short_reference="C25/43-E",
    )


def test_the_header_is_in_the_language_of_the_document(assembled: Assembled) -> None:
    """The same in French, original language included."""
    document = assembled(language="fr", number=43, date="2025-05-01", agenda_item="PL 3.1")
    assert document.header == Header(
        session="Conseil 2025",
        place_and_dates="Genève, 17–27 juin 2025",
        agenda_item="Point de l'ordre du jour: PL 3.1",
        symbol="Document\u00a0C25/43-F",
        date="1er mai 2025",
        original="Original: anglais",
        short_reference="C25/43-F",
    )


def test_what_is_not_known_yet_is_pending(assembled: Assembled) -> None:
    """Number, date, agenda item and author are never invented."""
    document = assembled(author=None)
    assert document.header.symbol == "Document C25/XX-E"
    assert document.header.short_reference == "C25/XX-E"
    assert document.header.date == "[date pending]"
    assert document.header.agenda_item == "Agenda item: [pending]"
    assert document.author == "Report by the [author pending]"


@pytest.mark.parametrize(
    ("plan", "symbol", "word", "pdf"),
    [
        ({"number": 43}, "C25/43-E", "S25-CL-C-0043!!MSW-E.docx", "S25-CL-C-0043!!PDF-E.pdf"),
        ({}, "C25/XX-E", "S25-CL-C-XXXX!!MSW-E.docx", "S25-CL-C-XXXX!!PDF-E.pdf"),
        (
            {"series": "INF", "number": 5},
            "C25/INF/5-E",
            "S25-CL-INF-0005!!MSW-E.docx",
            "S25-CL-INF-0005!!PDF-E.pdf",
        ),
        (
            {"series": "DT"},
            "C25/DT/XX-E",
            "S25-CL-DT-XXXX!!MSW-E.docx",
            "S25-CL-DT-XXXX!!PDF-E.pdf",
        ),
    ],
)
def test_symbols_and_file_names(
    assembled: Assembled, plan: dict[str, Any], symbol: str, word: str, pdf: str
) -> None:
    """Symbols name the series unless it is C; file names always do, with four digits."""
    document = assembled(**plan)
    assert document.header.short_reference == symbol
    assert document.file_name("MSW") == word
    assert document.file_name("PDF") == pdf


def test_a_revision_is_in_the_file_name(assembled: Assembled) -> None:
    """The file of the first revision cannot be taken for the original."""
    document = assembled(language="fr", number=43, revision=1)
    assert document.file_name("MSW") == "S25-CL-C-0043!R1!MSW-F.docx"


@pytest.mark.parametrize(
    ("author", "language", "line"),
    [
        ("secretary-general", "en", "Report by the Secretary-General"),
        ("director", "en", "Report by the Director"),
        ("secretary-general", "fr", "Rapport de la Secrétaire générale"),
        ("director", "fr", "Rapport du Directeur"),
        (None, "fr", "Rapport du [auteur en attente]"),
    ],
)
def test_the_author_line_fits_the_holder_of_the_office(
    assembled: Assembled, author: str | None, language: str, line: str
) -> None:
    """French says "de la" of a woman and "du" of a man; English makes no difference."""
    assert assembled(author=author, language=language).author == line


def test_a_session_over_two_months_names_both(make_desk: MakeDesk, assembled: Assembled) -> None:
    """The days of Council 2026 lie in April and May."""
    desk = make_desk(session={"opens": "2026-04-28", "closes": "2026-05-08"})
    line = assembled(desk=desk).header.place_and_dates
    assert line == "Geneva, 28 April – 8 May 2026"
