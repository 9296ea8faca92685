"""Messages and quoted words as HTML: escaped, set apart, in the language they are in."""

from collections.abc import Callable, Mapping, Sequence
from string import Formatter
from typing import Any, Literal

from markupsafe import Markup, escape

from council_report.model.language import RIGHT_TO_LEFT, Language
from council_report.model.message import Message, Wording
from council_report.model.receipt import Phrase
from council_report.pages.visible import visible

Direction = Literal["ltr", "rtl"]
"""Where the lines of a text begin, as HTML says it."""


def quoted(words: str) -> Markup:
    """Words that somebody wrote: isolated, so that their direction changes nothing around them."""
    return Markup("<bdi>{}</bdi>").format(visible(words))


class Speech:
    """How a page speaks: in its own language, and where that has no words in English, marked."""

    def __init__(self, language: Language, wording: Wording) -> None:
        self.wanted = language
        self.language: Language = language if wording else "en"
        self.wording = wording
        self.direction: Direction = "rtl" if self.language in RIGHT_TO_LEFT else "ltr"

    def say(self, message: Message) -> Markup:
        """A message as HTML."""
        if self.language == "en" or message.known_in(self.wording):
            return self._written(message, self.wording)
        english = self._written(message, {})
        return Markup('<span lang="en" dir="ltr">{}</span> <span class="mark">(en)</span>').format(
            english
        )

    def phrase(self, phrase: Phrase) -> Markup:
        """Quoted words with the language they are in, where it is not that of the page.

        Words of a language from right to left may begin with others: their direction is said.
        """
        is_own, is_turned = phrase.language == self.language, phrase.language in RIGHT_TO_LEFT
        language = "" if is_own else Markup(' lang="{}"').format(phrase.language)
        direction = Markup(' dir="rtl"') if is_turned else ""
        return Markup("<bdi{}{}>{}</bdi>").format(language, direction, visible(phrase.text))

    def _written(self, message: Message, wording: Wording) -> Markup:
        html = filled(message, wording, self._quoted, escape)
        return Markup(html)  # noqa: S704  The template and each value have been escaped.

    def _quoted(self, value: object) -> Markup:
        return self.phrase(value) if isinstance(value, Phrase) else quoted(str(value))


def filled(
    message: Message,
    wording: Wording,
    quote: Callable[[object], str],
    written: Callable[[str], str] = str,
) -> str:
    """A message in the language of a wording, with each value in it quoted in its own way.

    ``written`` is what becomes of the words of the message itself.
    """
    template = written(wording.get(message.template) or message.template)
    positional: Sequence[Any] = ()
    values: Mapping[str, Any] = {
        name: filled(value, wording, quote, written) if isinstance(value, Message) else quote(value)
        for name, value in message.values.items()
    }
    return Formatter().vformat(str(template), positional, values)
