"""Messages and quoted words as HTML: escaped, set apart, in the language they are in."""

from collections.abc import Mapping, Sequence
from string import Formatter
from typing import Any

from markupsafe import Markup, escape

from council_report.model.language import Language
from council_report.model.message import Message, Wording
from council_report.model.receipt import Phrase
from council_report.pages.visible import visible


def quoted(words: str) -> Markup:
    """Words that somebody wrote: isolated, so that their direction changes nothing around them."""
    return Markup("<bdi>{}</bdi>").format(visible(words))


class Speech:
    """How a page speaks: in its own language, and where that has no words in English, marked."""

    def __init__(self, language: Language, wording: Wording) -> None:
        self.wanted = language
        self.language: Language = language if wording else "en"
        self.wording = wording
        self.direction = "rtl" if self.language == "ar" else "ltr"

    def say(self, message: Message) -> Markup:
        """A message as HTML."""
        if self.language == "en" or message.known_in(self.wording):
            return _written(message, self.wording)
        english = _written(message, {})
        return Markup('<span lang="en" dir="ltr">{}</span> <span class="mark">(en)</span>').format(
            english
        )

    def phrase(self, phrase: Phrase) -> Markup:
        """Quoted words with the language they are in, where it is not that of the page."""
        if phrase.language == self.language:
            return quoted(phrase.text)
        return Markup('<bdi lang="{}">{}</bdi>').format(phrase.language, visible(phrase.text))


class _Quoting(Formatter):
    """Fills a template with HTML: messages are said, everything else is quoted."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording

    def format_field(self, value: Any, format_spec: str) -> Any:
        if isinstance(value, Message):
            return _written(value, self.wording)
        return quoted(format(value, format_spec))


def _written(message: Message, wording: Wording) -> Markup:
    template = str(escape(wording.get(message.template) or message.template))
    positional: Sequence[Any] = ()
    values: Mapping[str, Any] = message.values
    filled = _Quoting(wording).vformat(template, positional, values)
    return Markup(filled)  # noqa: S704  The template and each value have been escaped.
