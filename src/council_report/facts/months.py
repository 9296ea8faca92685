"""How each language calls the months."""

from collections.abc import Iterable, Iterator, Mapping

from babel import Locale

from council_report.model.language import Language

CASES: Mapping[str, tuple[str, ...]] = {
    "а": ("у", "ом", "е"),  # noqa: RUF001 - Russian letters
    "я": ("ю", "ем", "ём", "е"),  # noqa: RUF001 - Russian letters
}
"""The cases of a Russian month that no locale has, by the ending of the genitive."""

MONTHS_TOO = {"ar": "ar_LB"}
"""Locales whose month names a language uses beside its own."""


def months_of(locale: Locale, language: Language) -> dict[str, int]:
    """The names of the months, whole, in every form that a text may use."""
    locales = [locale, *(Locale.parse(one) for one in [MONTHS_TOO.get(language)] if one)]
    return {
        form: number
        for one in locales
        for number, name in _names(one, "wide")
        for form in _declined(name.lower(), language)
    }


def _declined(name: str, language: Language) -> Iterable[str]:
    """A name in all its cases; of the six languages Russian alone has any."""
    endings = CASES.get(name[-1], ()) if language == "ru" else ()
    return [name, *(name[:-1] + ending for ending in endings)]


def short_months_of(locale: Locale) -> dict[str, int]:
    """The names of the months cut short, without their full stop."""
    return {name.lower().rstrip("."): number for number, name in _names(locale, "abbreviated")}


def _names(locale: Locale, width: str) -> Iterator[tuple[int, str]]:
    for context in ("format", "stand-alone"):
        yield from locale.months[context][width].items()
