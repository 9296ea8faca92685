"""How a page speaks that can be switched from one language to another: it has the words of all."""

import datetime
import re
from collections.abc import Callable, Hashable, Mapping

from babel import Locale
from babel.dates import format_date
from markupsafe import Markup

from council_report.model.contribution import Period
from council_report.model.language import LANGUAGE_NAMES, RIGHT_TO_LEFT, Language, Translations
from council_report.model.message import Message, Wording
from council_report.model.receipt import Phrase
from council_report.pages.speech import Speech, quoted
from council_report.pages.visible import visible

PATTERNS = {4: "y", 7: "LLLL y", 10: "long"}
"""How a year, a month and a day are written, by the length of their ISO form."""

LOCALES: Mapping[str, str] = {"en": "en_GB"}
"""How a language writes its days, where its own name is not enough to say so."""

DASH = " \N{EN DASH} "

SIGNS: Mapping[str, Mapping[str, str]] = {
    "ar": {", ": "\N{ARABIC COMMA} "},
    "zh": {
        ", ": "\N{FULLWIDTH COMMA}",
        ": ": "\N{FULLWIDTH COLON}",
        ". ": "\N{IDEOGRAPHIC FULL STOP}",
    },
}
"""The signs between two things that are said, where a language has its own."""

UNBROKEN = re.compile(r"(?<=\d) (?=\w)")


def direction(language: Language) -> str:
    """Where a language begins a line."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


class Voices:
    """The languages that a page can be read in, English first.

    What is said is in English; ``phrases`` has it in every language, in the order of the numbers
    that its elements carry, for the page to be switched.
    """

    def __init__(self, wordings: Mapping[Language, Wording]) -> None:
        others = {language: words for language, words in wordings.items() if language != "en"}
        self.speeches = [Speech("en", {})]
        self.speeches += [Speech(language, words) for language, words in others.items() if words]
        self.languages = [speech.language for speech in self.speeches]
        self.phrases: dict[tuple[Markup, ...], int] = {}
        self._said: dict[Hashable, Markup] = {}

    def say(self, message: Message) -> Markup:
        """A message."""
        return self._each((message.template, message), lambda speech: speech.say(message))

    def name(self, translations: Translations) -> Markup:
        """A name that its owners gave in some languages; each reader gets the nearest."""
        return self._each(
            tuple(translations.items()),
            lambda speech: speech.phrase(_nearest(translations, speech.language)),
        )

    def day(self, day: datetime.date) -> Markup:
        """A day, written in full."""
        return self._each(day, lambda speech: _span(_day(day, speech.language)))

    def period(self, period: Period) -> Markup:
        """A day, month, year or interval, written in full."""
        days = period.split("/")
        return self._each(
            ("period", period),
            lambda speech: _span(DASH.join(_written(day, speech.language) for day in days)),
        )

    def sign(self, sign: str) -> Markup:
        """A sign between two things that are said, with the space after it: ``", "``."""
        return self._each(
            ("sign", sign), lambda speech: Markup("{}").format(_sign(sign, speech.language))
        )

    def country(self, code: str) -> Markup:
        """The name of a country."""
        return self._each(
            ("country", code),
            lambda speech: quoted(Locale(speech.language).territories.get(code, code)),
        )

    def language(self, language: Language) -> Markup:
        """The name of a language."""
        return self.say(LANGUAGE_NAMES[language])

    def plainly(self, messages: Mapping[str, Message]) -> dict[str, dict[str, str]]:
        """What the script says itself: messages by name, for each language."""
        return {
            speech.language: {name: one.said(speech.wording) for name, one in messages.items()}
            for speech in self.speeches
        }

    def _each(self, what: Hashable, said: Callable[[Speech], Markup]) -> Markup:
        """Something in every language; a page says most of what it says many times."""
        if what not in self._said:
            self._said[what] = self._numbered(tuple(said(speech) for speech in self.speeches))
        return self._said[what]

    def _numbered(self, versions: tuple[Markup, ...]) -> Markup:
        if len(set(versions)) == 1:
            return versions[0]
        number = self.phrases.setdefault(versions, len(self.phrases))
        return Markup('<span data-w="{}">{}</span>').format(number, versions[0])


def own_name(language: Language) -> str:
    """What a language calls itself."""
    name = str(Locale(language).get_display_name(language))
    return name[:1].upper() + name[1:]


def _sign(sign: str, language: Language) -> str:
    return SIGNS.get(language, {}).get(sign, sign)


def _nearest(translations: Translations, language: Language) -> Phrase:
    chosen = language if language in translations else next(iter(translations))
    return Phrase(text=translations[chosen], language=chosen)


def _day(day: datetime.date, language: Language) -> str:
    return UNBROKEN.sub("\N{NO-BREAK SPACE}", format_date(day, "long", locale=_locale(language)))


def _written(moment: str, language: Language) -> str:
    day = datetime.date.fromisoformat(moment + "-01-01"[len(moment) - 4 :])
    if len(moment) == len("2025-01-01"):
        return _day(day, language)
    return format_date(day, PATTERNS[len(moment)], locale=_locale(language))


def _locale(language: Language) -> str:
    return LOCALES.get(language, language)


def _span(words: str) -> Markup:
    return Markup("<span>{}</span>").format(visible(words))
