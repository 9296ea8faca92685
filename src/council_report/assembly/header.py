"""The header block, author line and file name of a document."""

from council_report.assembly.figures import day, days
from council_report.assembly.titles import Titles
from council_report.assembly.wording import Wording
from council_report.model.catalogue import Kind
from council_report.model.document import Header
from council_report.model.language import LETTERS, Language
from council_report.model.session import DocumentPlan, Session


def header(session: Session, plan: DocumentPlan, wording: Wording, titles: Titles) -> Header:
    """The lines of the header block; what is not known yet is said to be pending."""
    catalogue = wording.catalogue
    symbol = _symbol(session, plan, catalogue.language)
    return Header(
        session=wording.say("header.session", year=str(session.year)),
        place_and_dates=wording.say(
            "header.place-and-dates",
            place=titles.say("place"),
            dates=days(session.opens, session.closes, catalogue),
        ),
        agenda_item=wording.say(
            "header.agenda-item", item=plan.agenda_item or wording.say("pending.agenda-item")
        ),
        symbol=wording.say("header.document", symbol=symbol),
        date=day(plan.date, catalogue) if plan.date else wording.say("pending.date"),
        original=wording.say(
            "header.original", language=wording.say(f"language.{plan.original_language}")
        ),
        short_reference=symbol,
    )


def author_line(
    session: Session, plan: DocumentPlan, kind: Kind, wording: Wording, titles: Titles
) -> str:
    """Who submits the document, in words that fit the holder of the office."""
    for number, official in enumerate(session.officials):
        if official.key == plan.author:
            title = titles.say("officials", number, "title")
            return wording.say(kind.author, official.gender, official=title)
    return wording.say(kind.author, official=wording.say("pending.author"))


def file_stem(session: Session, plan: DocumentPlan) -> str:
    """How the names of the document's files begin: ``S25-CL-C-0043!!``, ``…-XXXX!R1!``."""
    number = "XXXX" if plan.number is None else f"{plan.number:04d}"
    revision = "" if plan.revision is None else f"R{plan.revision}"
    return f"S{session.code[1:]}-CL-{plan.series}-{number}!{revision}!"


def _symbol(session: Session, plan: DocumentPlan, language: Language) -> str:
    series = "" if plan.series == "C" else f"{plan.series}/"
    number = "XX" if plan.number is None else str(plan.number)
    return f"{session.code}/{series}{number}-{LETTERS[language]}"
