"""Which amendments hold, and what they make of what contributors said."""

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Literal, NamedTuple

from council_report.model.amendment import Amendment, text_digest
from council_report.model.contribution import Contribution, Entry, Identity, Table
from council_report.model.desk import Desk
from council_report.model.language import Language, nearest_language, version_of
from council_report.model.sent import Sent, sent_entries
from council_report.model.session import DocumentPlan, Key, OutdatedTranslations
from council_report.model.text import parse_text
from council_report.model.translating import Book, Rendered, Rendition, rendered, worst
from council_report.model.translation import Translation, TranslationState

Verdict = Literal[
    "holds", "settled", "stale", "no entry", "no cell", "no language", "removed", "id taken"
]
"""What becomes of an amendment: it ``holds``, or why not. ``settled``: the contributor's own text
reads like that by now; ``stale``: the text has changed since in another way;
``no language``: the document is not made in that one; ``removed``: by an amendment before it."""


class Judged(NamedTuple):
    """An amendment, its place in its file, from 0, and whether it holds."""

    number: int
    amendment: Amendment
    verdict: Verdict

    @property
    def holds(self) -> bool:
        """Whether it is applied."""
        return self.verdict == "holds"

    @property
    def identity(self) -> Identity:
        """The entry that it amends, or that it adds another after."""
        return self.amendment.contributor, self.amendment.entry


class Said(NamedTuple):
    """What an entry says in one language of a document: as sent, and as amended.

    Text and rows are in another language where there are none to print in this one; ``language`` is
    that of the text, ``rows_language`` that of the rows, ``state`` how both stand in the one asked
    for. ``translation`` is what the text comes from, ``number`` its place, from 0, among the
    translations of the session: None where it is no translation, or one of the session before.
    ``amendments`` are those that changed text or rows.
    """

    language: Language
    sent: str
    sent_rows: Table | None
    text: str
    rows: Table | None
    rows_language: Language | None
    state: TranslationState
    is_in_language: bool
    translation: Translation | None
    number: int | None
    amendments: tuple[Amendment, ...]


class Layer(NamedTuple):
    """The translations and amendments of a session as they apply to one document.

    ``sent`` holds the entries that amendments add, too; ``sections`` is where the document prints
    each, or would if it were not ``removed``. ``edits`` are the replacements that hold, in the
    order of their file. ``outdated`` is what is printed where a translation is out of date.
    """

    plan: DocumentPlan
    sent: Mapping[Identity, Sent]
    sections: Mapping[Identity, Key]
    judged: tuple[Judged, ...]
    edits: Mapping[Identity, Sequence[Amendment]]
    removed: Set[Identity]
    book: Book
    outdated: OutdatedTranslations

    def said(self, identity: Identity, language: Language) -> Said:
        """What an entry says in a language; KeyError if nobody sent or added it."""
        if self._is_as_sent(identity, language):
            text = self.sent[identity].serving(language).text[language]
            return Said(language, text, None, text, None, None, "own", True, None, None, ())
        made, original = self.rendered(identity, language), self.plan.original_language
        entry = self._shown(made, language)
        edits = [
            one
            for one in self.edits.get(identity, ())
            if one.language == language or one.language in entry.text
        ]
        texts, tables = entry.text, entry.table or {}
        if edits:
            texts = texts | {one.language: one.new or "" for one in edits if one.cell is None}
            tables = _amended_tables(tables, edits, original)
        spoken = nearest_language(texts, language, original)
        shown = nearest_language(tables, language, original) if tables else None
        is_in_language = spoken == language and language in (entry.table or texts)
        is_rendered = spoken == language and language in entry.text
        record = made.parts[None].record if is_rendered else None
        kept = self.sent[identity].kept_translation(language) if is_rendered else None
        return Said(
            language=spoken,
            sent=version_of(entry.text, language, original),
            sent_rows=version_of(entry.table, language, original) if entry.table else None,
            text=texts[spoken],
            rows=tables[shown] if shown else None,
            rows_language=shown,
            state="own" if is_in_language and made.state == "missing" else made.state,
            is_in_language=is_in_language,
            translation=record.translation if record else kept,
            number=record.number if record else None,
            amendments=tuple(
                one for one in edits if one.language == (spoken if one.cell is None else shown)
            ),
        )

    def _is_as_sent(self, identity: Identity, language: Language) -> bool:
        """Whether an entry is a text that was sent in the language, and that nobody has touched."""
        sent = self.sent[identity]
        if identity in self.edits or self.book.get(language) or sent.kept_translation(language):
            return False
        entry = sent.serving(language)
        return language in entry.text and not entry.table

    def rendered(self, identity: Identity, language: Language) -> Rendered:
        """An entry as it was sent, with the translations that there are into a language."""
        entry = self.sent[identity].serving(language)
        source_language = self.source_language(identity)
        if language == source_language or not (entry.table or self.book.get(language)):
            made = _unrendered(entry, language)
        else:
            source = self.said(identity, source_language)
            made = rendered(entry, identity, language, source.text, source.rows, self.book)
        return _kept(made) if self.sent[identity].kept_translation(language) else made

    def source_language(self, identity: Identity) -> Language:
        """The language that an entry is translated from: the original one where it was sent in it.

        Otherwise it is the first that its contributor wrote it in.
        """
        versions = self.sent[identity].versions
        written = {language: None for one in versions for language in one.text}
        original = self.plan.original_language
        return nearest_language(written, original, original)

    def _shown(self, made: Rendered, language: Language) -> Entry:
        """The entry without what is out of date, where that is not printed."""
        entry = made.entry
        if made.state != "outdated" or self.outdated == "translation":
            return entry
        text = {one: words for one, words in entry.text.items() if one != language}
        table = {one: rows for one, rows in (entry.table or {}).items() if one != language}
        return entry.model_copy(update={"text": text, "table": table or None})


def _unrendered(entry: Entry, language: Language) -> Rendered:
    """An entry in a language that it was written in, or that nothing is translated into."""
    is_whole = language in entry.text and language in (entry.table or entry.text)
    text = entry.text.get(language)
    state: TranslationState = "own" if is_whole else "missing"
    return Rendered(entry, state, {None: Rendition(text, state, own=text)})


def _kept(made: Rendered) -> Rendered:
    """An entry whose translations of the session before hold: what seems written is translated."""
    parts = {
        cell: one._replace(state="translated") if one.state == "own" else one
        for cell, one in made.parts.items()
    }
    return made._replace(parts=parts, state=worst([one.state for one in parts.values()]))


def layer_of(desk: Desk, plan: DocumentPlan, contributions: Iterable[Contribution]) -> Layer:
    """The translations and amendments that hold in a document.

    Each amendment is judged after those before it.
    """
    sent = sent_entries(desk, contributions)
    removed: set[Identity] = set()
    edits: dict[Identity, list[Amendment]] = {}
    judged: list[Judged] = []
    policy = desk.session.outdated_translations
    layer = Layer(plan, sent, {}, (), edits, removed, desk.book, policy)
    for number, one in enumerate(desk.amendments):
        found = Judged(number, one, _verdict(one, layer))
        judged.append(found)
        if found.holds and one.action == "replace":
            edits.setdefault(found.identity, []).append(one)
        elif found.holds and one.action == "remove":
            removed.add(found.identity)
        elif found.holds:
            added = _added(one, sent[found.identity].serving(one.language))
            known = desk.sent_earlier(one.contributor, added.id)
            sent[one.contributor, added.id] = Sent((added,), known)
    return layer._replace(sections=_sections(desk, plan, sent), judged=tuple(judged))


def _sections(desk: Desk, plan: DocumentPlan, sent: Mapping[Identity, Sent]) -> dict[Identity, Key]:
    """Those entries whose section the outline or the box of the document has."""
    kind = desk.kinds.get(plan.kind)
    keys = {*(section.key for section in plan.outline), *(kind.box if kind else ())}
    first = {identity: one.versions[0].section for identity, one in sent.items()}
    return {identity: section for identity, section in first.items() if section in keys}


def _verdict(one: Amendment, layer: Layer) -> Verdict:
    identity = one.contributor, one.entry
    if identity not in layer.sent:
        return "no entry"
    if one.action == "replace" and one.language not in layer.plan.languages:
        return "no language"
    said = _said_to(one, layer.said(identity, one.language))
    if said is None:
        return "no cell"
    if text_digest(said) != one.old:
        return "settled" if _is_taken_over(one, said) else "stale"
    if one.action == "replace" and identity in layer.removed:
        return "removed"
    if one.action == "add" and any(one.id == key for _, key in layer.sent):
        return "id taken"
    return "holds"


def _said_to(one: Amendment, said: Said) -> str | None:
    """The text or cell that an amendment was made for, as it is now; None if there is no cell."""
    if one.cell is None:
        return said.sent
    rows = said.sent_rows or ()
    row, column = one.cell
    return rows[row - 1][column - 1] if row <= len(rows) and column <= len(rows[row - 1]) else None


def _is_taken_over(one: Amendment, said: str) -> bool:
    """Whether the contributor's text now reads as the amendment would make it."""
    return one.action == "replace" and parse_text(said) == parse_text(one.new or "")


def _added(one: Amendment, anchor: Entry) -> Entry:
    return Entry(
        id=one.id or "",
        section=anchor.section,
        kind=one.kind or "paragraph",
        text={one.language: one.new or ""},
    )


def _amended_tables(
    tables: Mapping[Language, Table], edits: Iterable[Amendment], original: Language
) -> dict[Language, Table]:
    """The tables of an entry with the cells that were amended."""
    amended = dict(tables)
    for one in edits:
        if one.cell is not None:
            rows = [list(row) for row in version_of(amended, one.language, original)]
            rows[one.cell[0] - 1][one.cell[1] - 1] = one.new or ""
            amended[one.language] = tuple(tuple(row) for row in rows)
    return amended
