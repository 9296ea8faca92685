"""How each language writes numbers and months in words."""

import re
from collections.abc import Iterable, Iterator, Mapping

from babel import Locale

from council_report.model.language import Language

ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI"

WORDS: Mapping[Language, str] = {
    "en": "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve",
    "fr": "un une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze",
    "es": "un una uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce",
    "ru": (
        "один одна одно одного одной одному одним одном|два две двух двум двумя|"
        "три трех трёх трем трём тремя|четыре четырех четырёх четырем четырьмя|"
        "пять пяти пятью|шесть шести шестью|семь семи семью|восемь восьми восемью|"
        "девять девяти девятью|десять десяти десятью|одиннадцать одиннадцати|"
        "двенадцать двенадцати"
    ),
    "zh": "一|二 两|三|四|五|六|七|八|九|十|十一|十二",
    "ar": (
        "واحد واحدة|اثنان اثنين اثنتان اثنتين|ثلاث ثلاثة|أربع أربعة|خمس خمسة|ست ستة|"
        "سبع سبعة|ثمان ثماني ثمانية|تسع تسعة|عشر عشرة|أحد\u00a0عشر|اثنا\u00a0عشر اثني\u00a0عشر"
    ),
}
"""The numbers from one to twelve, in the forms that a text may use."""

ORDINALS: Mapping[Language, str] = {
    "en": "first|second|third|fourth|fifth",
    "fr": "premier première|deuxième second seconde|troisième|quatrième|cinquième",
    "es": "primer primero primera|segundo segunda|tercer tercero tercera|cuarto cuarta|"
    "quinto quinta",
    "ru": "первый первая первое первого первой первом|второй вторая второе второго втором|"
    "третий третья третье третьего третьей|четвертый четвертая четвертого четвертой|"
    "пятый пятая пятого пятой",
    "zh": "首",
    "ar": "أول الأول الأولى|الثاني الثانية|الثالث الثالثة|الرابع الرابعة|الخامس الخامسة",
}
"""The first few places, which one language may count in figures and another in words."""

PERCENT: Mapping[Language, str] = {
    "en": "per cent|percent",
    "fr": "pour cent",
    "es": "por ciento",
    "ru": r"процент\w*",
    "zh": "%",
    "ar": "في المائة|في المئة|بالمائة|بالمئة",
}
"""What stands for the sign after a number."""

CASES: Mapping[str, tuple[str, ...]] = {
    "а": ("у", "ом", "е"),  # noqa: RUF001 - Russian letters
    "я": ("ю", "ем", "ём", "е"),  # noqa: RUF001 - Russian letters
}
"""The cases of a Russian month that no locale has, by the ending of the genitive."""

MONTHS_TOO = {"ar": "ar_LB"}
"""Locales whose month names a language uses beside its own."""


def numerals_of(language: Language) -> dict[str, int]:
    """The numbers that a language writes in words, by word, those in Roman figures included."""
    numerals: dict[str, int] = {}
    for table in (WORDS[language], ORDINALS[language]):
        for number, forms in enumerate(table.split("|"), 1):
            numerals |= {form.replace("\u00a0", " "): number for form in forms.split(" ")}
    return numerals | {roman: number for number, roman in enumerate(ROMAN.split(), 1)}


def scales_of(locale: Locale) -> dict[str, int]:
    """The words for thousands, millions and so on, and how many zeros each stands for."""
    scales: dict[str, int] = {}
    for style in ("long", "short"):
        for magnitudes in locale.compact_decimal_formats.get(style, {}).values():
            for magnitude, pattern in magnitudes.items():
                written = pattern.pattern.replace("'", "").replace("\u00a0", " ")
                digits = len(written) - len(written.lstrip("0"))
                word = written.lstrip("0").strip(" .")
                if digits and (len(word) > 2 or not word.isascii()):
                    scales[word] = len(magnitude) - digits
    return scales


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


def any_of(words: Mapping[str, object]) -> str:
    """A pattern that matches one of the words, the longest that fits."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
