"""The form of a contributor: the session's facts, what is owed, and last session's entries."""

from collections.abc import Iterator, Sequence

from council_report.assembly.figures import day, days
from council_report.assembly.form_words import (
    excel_instructions,
    form_words,
    lists_note,
    statistics_guidance,
    word_guidance,
)
from council_report.assembly.parts import parts_of
from council_report.assembly.wording import Wording
from council_report.model.contribution import Entry, Statistic
from council_report.model.country import country_codes
from council_report.model.desk import Desk
from council_report.model.form import Form, FormSection
from council_report.model.language import Language, Translations
from council_report.model.location import shortened
from council_report.model.message import Message
from council_report.model.session import Key
from council_report.model.text import one_line, parse_text, plain


def make_form(
    desk: Desk,
    contributor: Key,
    language: Language,
    earlier: Sequence[Entry] = (),
    statistics: Sequence[Statistic] = (),
) -> Form:
    """The form of a contributor in a language that the desk has a catalogue for.

    ``earlier`` and ``statistics`` are what the contributor sent before; an entry without text in
    the language is named in the guidance. Raises StopIteration for an unknown contributor.
    """
    return FormMaking(desk, contributor, language, earlier, statistics).form()


def form_title(desk: Desk, contributor: Key, language: Language) -> str:
    """The title line of the form of a contributor; raises StopIteration for an unknown one."""
    return FormMaking(desk, contributor, language, (), ()).title()


class FormMaking:
    """One form while it is being made."""

    def __init__(
        self,
        desk: Desk,
        contributor: Key,
        language: Language,
        earlier: Sequence[Entry],
        statistics: Sequence[Statistic],
    ) -> None:
        self.desk = desk
        self.contributor = next(c for c in desk.session.contributors if c.key == contributor)
        self.language = language
        self.earlier = earlier
        self.statistics = statistics
        self.wording = desk.messages.get(language, {})
        self.labels = Wording(desk.catalogues[language])
        self.words = form_words(self.wording)

    def form(self) -> Form:
        """The form, its sections in the order of the documents."""
        session = self.desk.session
        folder = f"{session.code}/{self.contributor.key}"
        left_out = tuple(self._left_out())
        mandates = self.desk.mandates.mandates if self.desk.mandates else ()
        return Form(
            session=session.code,
            contributor=self.contributor.key,
            language=self.language,
            title=self.title(),
            facts=tuple(self._facts()),
            guidance=(*map(self._say, word_guidance(self.words, folder)), *left_out),
            instructions=(*map(self._say, excel_instructions(self.words, folder)), *left_out),
            mandate_lines=tuple(self._mandate_lines()),
            sections=tuple(self._sections()),
            statistics_guidance=self._say(statistics_guidance()),
            lists_note=self._say(lists_note()),
            statistics=tuple(self.statistics),
            words=self.words,
            mandates=tuple(one.id for one in mandates),
            countries=country_codes(),
            fonts=self.labels.catalogue.fonts,
        )

    def _say(self, message: Message) -> str:
        return message.said(self.wording)

    def _in_language(self, text: Translations) -> str:
        """A text in the form's language, else in the first there is."""
        return one_line(text.get(self.language) or next(iter(text.values())))

    def title(self) -> str:
        """The line that says whose form it is."""
        return self._say(
            Message(
                "Contribution form: {contributor}, {session}",
                contributor=self._in_language(self.contributor.name),
                session=self.labels.say("header.session", year=str(self.desk.session.year)),
            )
        )

    def _facts(self) -> Iterator[str]:
        session, catalogue = self.desk.session, self.labels.catalogue
        dates = days(session.opens, session.closes, catalogue)
        place = self._in_language(session.place)
        yield self._say(Message("Session: {place}, {dates}", place=place, dates=dates))
        for plan in session.documents:
            title = self._in_language(plan.title)
            yield self._say(Message("For the document: {title}", title=title))
        for deadline in session.deadlines:
            if deadline.key == session.contributions_due:
                due = day(session.due(deadline), catalogue)
                yield self._say(Message("To be sent by: {day}", day=due))
        contact = f"{one_line(self.contributor.contact.role)}, {self.contributor.contact.email}"
        yield self._say(Message("Contact: {contact}", contact=contact))

    def _mandate_lines(self) -> Iterator[str]:
        if self.desk.mandates is None:
            return
        name = self.words.fields["mandates"]
        yield self._say(
            Message("“{mandates}” are the paragraphs that a text answers:", mandates=name)
        )
        for mandate in self.desk.mandates.mandates:
            yield f"{mandate.id}: {self._in_language(mandate.text)}"

    def _sections(self) -> Iterator[FormSection]:
        """What the contributor owes, and what it wrote to before."""
        for part in parts_of(self.desk):
            entries = [entry for entry in self.earlier if entry.section == part.section]
            if entries or self.contributor.key in part.owed_by:
                yield FormSection(
                    key=part.section,
                    heading=part.name(self.language),
                    guidance=tuple(map(self._untranslated, filter(self._is_foreign, entries))),
                    entries=tuple(entry for entry in entries if not self._is_foreign(entry)),
                )

    def _is_foreign(self, entry: Entry) -> bool:
        """Whether an entry, or its table, does not exist in the form's language."""
        return self.language not in entry.text or (
            entry.table is not None and self.language not in entry.table
        )

    def _untranslated(self, entry: Entry) -> str:
        return self._say(
            Message(
                "The entry {id} is not in this form, as it has no text in this language: “{words}”",
                id=entry.id,
                words=self._words_of(entry),
            )
        )

    def _left_out(self) -> Iterator[str]:
        """What was sent before and has no place in this form, so that nobody misses it."""
        known = {part.section for part in parts_of(self.desk)}
        for entry in self.earlier:
            if entry.section not in known:
                words = self._words_of(entry)
                yield self._say(
                    Message(
                        "The entry {id} is not in this form, as its section {section} does not "
                        "exist any more: “{words}”",
                        id=entry.id,
                        section=entry.section,
                        words=words,
                    )
                )

    def _words_of(self, entry: Entry) -> str:
        return shortened(plain(parse_text(self._in_language(entry.text))))
