"""What the session that follows starts from: the entries of this one as they are printed."""

from collections.abc import Mapping, Sequence

from council_report.assembly.amending import Amending
from council_report.assembly.order import Placed, placed_in
from council_report.model.amending import Said
from council_report.model.contribution import Contribution, Identity, Table
from council_report.model.desk import Desk
from council_report.model.earlier import Earlier
from council_report.model.language import LANGUAGES, Language
from council_report.model.location import Location
from council_report.model.translation import Translation


def carried(desk: Desk, contributions: Sequence[Contribution]) -> tuple[Earlier, ...]:
    """Every entry once, with all its translations: amended as in the document that prints it.

    What an amendment removes is left out, what it adds comes after the entry that it follows.
    """
    amendings = [Amending(desk, plan, contributions) for plan in desk.session.documents]
    standing = placed_in(contributions)
    versions: dict[Identity, dict[Language, Placed]] = {}
    for placed in standing:
        for language in placed.entry.text:
            versions.setdefault(placed.identity, {}).setdefault(language, placed)
    found: dict[Identity, Earlier] = {}
    for placed in standing:
        printing = (one for one in amendings if placed.identity in one.layer.sections)
        amending = next(printing, amendings[0])
        for one in amending.printed(placed):
            if one.identity not in found:
                found[one.identity] = _carried(amending, one, versions.get(one.identity, {}))
    return tuple(found.values())


def _carried(amending: Amending, placed: Placed, versions: Mapping[Language, Placed]) -> Earlier:
    texts: dict[Language, str] = {}
    tables: dict[Language, Table] = {}
    places: dict[Language, Location] = {}
    translations: dict[Language, Translation] = {}
    for language in LANGUAGES:
        said = amending.said(placed, language)
        if said.language == language and said.state != "outdated":
            texts[language] = said.text
            places[language] = _place(amending, versions.get(language, placed), said)
            if said.translation:
                translations[language] = said.translation
        if said.rows and language in (
            amending.layer.rendered(placed.identity, language).entry.table or {}
        ):
            tables[language] = said.rows
    return Earlier(
        contributor=placed.contribution.contributor,
        entry=placed.entry.model_copy(update={"text": texts, "table": tables or None}),
        place=placed.source,
        places={language: place for language, place in places.items() if place != placed.source},
        translations=translations,
    )


def _place(amending: Amending, placed: Placed, said: Said) -> Location:
    """Where a text in its own language stands: the last amendment of it, or what was sent."""
    edits = [one for one in said.amendments if one.action == "replace"]
    if edits:
        return amending.place(edits[-1])
    return amending.source(placed, said, said.language)
