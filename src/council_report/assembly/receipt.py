"""A judged contribution → the receipt for it: what was understood, and what is still awaited."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from council_report.assembly import figures
from council_report.assembly.parts import Part, parts_of
from council_report.model.catalogue import Catalogue
from council_report.model.contribution import Contribution, Entry, Statistic
from council_report.model.desk import Desk
from council_report.model.earlier import news_of
from council_report.model.finding import SEVERITIES, Finding, has_errors, in_reading_order
from council_report.model.language import Language, Translations
from council_report.model.length import count_words
from council_report.model.location import shortened
from council_report.model.receipt import (
    Due,
    Figure,
    Phrase,
    Receipt,
    Understood,
    UnderstoodSection,
    Verdict,
)
from council_report.model.session import Contributor, Key
from council_report.model.text import Text, parse_text

QUOTED = 90
"""How many characters of an entry a receipt quotes."""


def make_receipt(
    desk: Desk,
    contribution: Contribution,
    contributions: Sequence[Contribution],
) -> Receipt:
    """The receipt for a judged contribution, in the language of its contact or else of the file.

    ``contributions`` are all files of the session, judged. The name of an annotated copy is not
    known yet. Raises StopIteration if the session does not know the sender.
    """
    sender = next(one for one in desk.session.contributors if one.key == contribution.contributor)
    language = language_of(desk, contribution)
    sent = [one for one in contributions if one.contributor == sender.key]
    return Receipt(
        session=desk.session.code,
        follows=desk.session.follows if desk.earlier else None,
        contributor=_phrase(sender.name, language),
        file=contribution.file,
        digest=contribution.digest,
        language=language,
        verdict=_verdict(contribution),
        findings=_weighed(contribution.findings),
        sections=tuple(_sections(desk, contribution, language)),
        figures=tuple(_figure(one, desk, language) for one in contribution.statistics),
        awaited=tuple(_awaited(desk, sender, sent, language)),
        due=_due(desk, language),
    )


def language_of(desk: Desk, contribution: Contribution) -> Language:
    """The language that a contributor is answered in about a file."""
    contact = next(
        one.contact for one in desk.session.contributors if one.key == contribution.contributor
    )
    if contact.language:
        return contact.language
    own = contribution.language
    return own if own and own in desk.messages else "en"


def _weighed(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors first, as they have to be mended, then warnings and notes; each in reading order."""
    ordered = in_reading_order(findings)
    return tuple(sorted(ordered, key=lambda one: SEVERITIES.index(one.severity)))


def _verdict(contribution: Contribution) -> Verdict:
    """What becomes of a file; it is refused where no error in it even has a place.

    A file with nothing in it, such as a form sent back empty, serves nobody as it is.
    """
    if not contribution.set_aside and not contribution.entries and not contribution.statistics:
        return "to mend"
    if not contribution.findings:
        return "accepted"
    if not contribution.set_aside:
        return "accepted with findings"
    placed = (one for one in contribution.findings if one.location.place is not None)
    is_read = contribution.entries or contribution.statistics or has_errors(placed)
    return "to mend" if is_read else "refused"


def _sections(
    desk: Desk, contribution: Contribution, language: Language
) -> Iterator[UnderstoodSection]:
    """The sections of a file in the order of the documents, those that nobody knows last."""
    parts = {part.section: part for part in parts_of(desk)}
    earlier = desk.earlier_of(contribution.contributor)
    for key in dict.fromkeys([*parts, *(entry.section for entry in contribution.entries)]):
        own = [entry for entry in contribution.entries if entry.section == key]
        if own:
            yield UnderstoodSection(
                title=_title(parts[key], language) if key in parts else None,
                entries=tuple(_understood(entry, earlier, desk, language) for entry in own),
            )


def _understood(
    entry: Entry, earlier: Mapping[Key, Entry], desk: Desk, language: Language
) -> Understood:
    news = news_of(entry, earlier.get(entry.id)) if desk.earlier else None
    return Understood(
        id=entry.id,
        kind=entry.kind,
        first_words=_first_words(entry, language),
        words=_count(entry, _nearest(entry.text, language)),
        news=news,
    )


def _count(entry: Entry, language: Language) -> int:
    """How many words an entry has in one language, with those of its table."""
    cells = [cell for row in (entry.table or {}).get(language, ()) for cell in row]
    return sum(count_words(_said(parse_text(text))) for text in [entry.text[language], *cells])


def _figure(statistic: Statistic, desk: Desk, language: Language) -> Figure:
    value = figures.number(statistic.value, _catalogue(desk, language))
    return Figure(key=statistic.key, value=value, unit=_phrase(statistic.unit, language))


def _awaited(
    desk: Desk, sender: Contributor, sent: Iterable[Contribution], language: Language
) -> Iterator[Phrase]:
    """The sections that no usable file of the contributor writes to, though it owes them."""
    written = {entry.section for one in sent if not one.set_aside for entry in one.entries}
    for part in parts_of(desk):
        if sender.key in part.owed_by and part.section not in written:
            yield _title(part, language)


def _due(desk: Desk, language: Language) -> Due | None:
    """When contributions are due, if the session says so."""
    wanted = desk.session.contributions_due
    deadline = next((one for one in desk.session.deadlines if one.key == wanted), None)
    if deadline is None:
        return None
    catalogue = _catalogue(desk, language)
    day = figures.day(desk.session.due(deadline), catalogue)
    return Due(
        title=_phrase(deadline.title, language), day=Phrase(text=day, language=catalogue.language)
    )


def _catalogue(desk: Desk, language: Language) -> Catalogue:
    """The catalogue of a language, or else the English one, or else any."""
    return desk.catalogues[_nearest(desk.catalogues, language)]


def _first_words(entry: Entry, language: Language) -> Phrase:
    nearest = _nearest(entry.text, language)
    return Phrase(text=shortened(_said(parse_text(entry.text[nearest])), QUOTED), language=nearest)


def _said(text: Text) -> str:
    """The words of a text; a statistic is quoted by its key, as the contact wrote it."""
    return "".join(f"[[{run.statistic}]]" if run.statistic else run.text for run in text)


def _title(part: Part, language: Language) -> Phrase:
    """What a section is called, its key where it has no name."""
    return _phrase(part.names or {"en": part.section}, language)


def _phrase(words: Translations, language: Language) -> Phrase:
    nearest = _nearest(words, language)
    return Phrase(text=words[nearest], language=nearest)


def _nearest(languages: Iterable[Language], language: Language) -> Language:
    """The language itself where it is among these, or else English, or else the first."""
    return min(languages, key=lambda one: (one != language, one != "en"))
