"""The recipe of confirming: that texts say what their sources say now is kept with them."""

from collections.abc import Iterator, Mapping, Sequence

from council_report.archive.lock import alone_in
from council_report.errors import UsageError
from council_report.intake.desk import must_be_session
from council_report.model.desk import Desk
from council_report.model.language import Language
from council_report.model.translation import Translation, Unit
from council_report.settings import Workplace
from flows.gathering import gather
from flows.keeping import (
    PATIENCE,
    Imported,
    Translator,
    Units,
    keep,
    own_digest,
    translation_of,
    units_in,
)
from flows.translating import choose


def confirm(
    place: Workplace, session: str, wanted: Sequence[Language], ids: Sequence[str], by: Translator
) -> tuple[Imported, ...]:
    """Record that texts say what their sources say now: those of the ids, out of date or not.

    Without ids, it is every text that a contributor wrote in one of the languages and that nobody
    has confirmed. Raises UsageError, before anything is kept, for an id without a text to confirm:
    in each of the languages wanted, or in any where none are named.
    """
    must_be_session(place.inputs, session)
    with alone_in(place.outputs / session, PATIENCE):
        gathered = gather(place, session)
        if gathered.desk is None:
            return (Imported(session, None, 0, None, gathered.findings),)
        desk = gathered.desk
        units = {one: units_in(desk, gathered, one) for one in choose(desk, wanted)}
        units = {one: known for one, known in units.items() if known or wanted}
        for unit in ids:
            _refuse_unknown(unit, desk, units, bool(wanted))
        new = {one: tuple(_confirmed(desk, one, units[one], ids, by)) for one in units}
        return tuple(_recorded(place, desk, one, made) for one, made in new.items())


def _refuse_unknown(unit: str, desk: Desk, units: Mapping[Language, Units], each: bool) -> None:
    """Raise UsageError if there is no text to confirm: in ``each`` of the languages, or in any."""
    there = [one for one, known in units.items() if unit in known and known[unit].text]
    if len(there) >= (len(units) if each else 1):
        return
    original = desk.session.documents[0].original_language
    lacking = next((one for one in units if one not in there), original)
    raise UsageError(
        f"There is no text in '{lacking}' to confirm for: {unit}.",
        f"See what there is: council-report translate export {desk.session.code}"
        f" --to {lacking} --all",
    )


def _confirmed(
    desk: Desk, language: Language, units: Units, ids: Sequence[str], by: Translator
) -> Iterator[Translation]:
    """The texts of these ids that there are, or else all that nobody has confirmed."""
    book = {unit: record.translation for unit, record in desk.book.get(language, {}).items()}
    for unit in units.values():
        known = book.get(unit.id)
        if known and known.own != own_digest(unit) and unit.own is not None:
            known = None  # Its contributor has sent another text since, which counts.
        is_unconfirmed = unit.state == "own" and unit.own is not None and known is None
        if unit.text and (unit.id in ids if ids else is_unconfirmed):
            yield _kept(unit, known, by)


def _kept(unit: Unit, known: Translation | None, by: Translator) -> Translation:
    """A translation, or a contributor's own text, as one of the source as it is now."""
    text = (known.text if known else None) or (None if unit.own else unit.text)
    status = known.status if known and by.status is None else by.status
    return translation_of(unit, text, by._replace(status=status))


def _recorded(
    place: Workplace, desk: Desk, language: Language, new: Sequence[Translation]
) -> Imported:
    stored = keep(place, desk.session.code, language, new)
    return Imported(desk.translations_file(language), language, len(new), stored, ())
