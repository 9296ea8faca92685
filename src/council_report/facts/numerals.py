"""How each language writes numbers in words."""

import re
from collections.abc import Mapping

from babel import Locale

from council_report.model.language import Language

ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI"

WORDS: Mapping[Language, str] = {
    "en": (
        "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve dozen|thirteen|fourteen|"
        "fifteen|sixteen|seventeen|eighteen|nineteen"
    ),
    "fr": (
        "un une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix dizaine|onze|douze douzaine|treize|"
        "quatorze|quinze quinzaine|seize|dix-sept|dix-huit|dix-neuf"
    ),
    "es": (
        "un una uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez decena|once|doce docena|trece|"
        "catorce|quince quincena|dieciséis|diecisiete|dieciocho|diecinueve"
    ),
    "ru": (
        "один одна одно одного одной одному одним одном|два две двух двум двумя|"
        "три трех трёх трем трём тремя|четыре четырех четырёх четырем четырьмя|"
        "пять пяти пятью|шесть шести шестью|семь семи семью|восемь восьми восемью|"
        "девять девяти девятью|десять десяти десятью десяток десятка|"
        "одиннадцать одиннадцати|двенадцать двенадцати|тринадцать тринадцати|"
        "четырнадцать четырнадцати|пятнадцать пятнадцати|шестнадцать шестнадцати|"
        "семнадцать семнадцати|восемнадцать восемнадцати|девятнадцать девятнадцати"
    ),
    "zh": "一|二 两|三|四|五|六|七|八|九|十|十一|十二|十三|十四|十五|十六|十七|十八|十九",
    "ar": (
        "واحد واحدة|اثنان اثنين اثنتان اثنتين|ثلاث ثلاثة|أربع أربعة|خمس خمسة|ست ستة|"
        "سبع سبعة|ثمان ثماني ثمانية|تسع تسعة|عشر عشرة|أحد_عشر إحدى_عشرة|"
        "اثنا_عشر اثني_عشر اثنتا_عشرة اثنتي_عشرة|ثلاثة_عشر ثلاث_عشرة|أربعة_عشر أربع_عشرة|"
        "خمسة_عشر خمس_عشرة|ستة_عشر ست_عشرة|سبعة_عشر سبع_عشرة|ثمانية_عشر ثماني_عشرة|"
        "تسعة_عشر تسع_عشرة"
    ),
}
"""The numbers from one to nineteen, in the forms that a text may use; ``_`` is a space."""

TENS: Mapping[Language, str] = {
    "en": "ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred",
    "fr": (
        "dix|vingt vingtaine|trente trentaine|quarante quarantaine|cinquante cinquantaine|"
        "soixante soixantaine|soixante-dix|quatre-vingts|quatre-vingt-dix|cent centaine"
    ),
    "es": (
        "diez|veinte veintena|treinta treintena|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|"
        "cien centenar"
    ),
    "ru": (
        "десять|двадцать двадцати|тридцать тридцати|сорок сорока|пятьдесят пятидесяти|"
        "шестьдесят шестидесяти|семьдесят семидесяти|восемьдесят восьмидесяти|"
        "девяносто девяноста|сто ста сотня сотни"
    ),
    "zh": "十|二十|三十|四十|五十|六十|七十|八十|九十|百 一百",
    "ar": (
        "عشر|عشرون عشرين|ثلاثون ثلاثين|أربعون أربعين|خمسون خمسين|ستون ستين|سبعون سبعين|"
        "ثمانون ثمانين|تسعون تسعين|مائة مئة"
    ),
}
"""Ten, twenty and so on, to a hundred."""

ORDINALS: Mapping[Language, str] = {
    "en": "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth",
    "fr": (
        "premier première|deuxième second seconde|troisième|quatrième|cinquième|sixième|septième|"
        "huitième|neuvième|dixième"
    ),
    "es": (
        "primer primero primera|segundo segunda|tercer tercero tercera|cuarto cuarta|quinto quinta|"
        "sexto sexta|séptimo séptima|octavo octava|noveno novena|décimo décima"
    ),
    "ru": (
        "первый первая первое первого первой первом|второй вторая второе второго втором|"
        "третий третья третье третьего третьей|четвертый четвертая четвертое четвертого четвертой|"
        "пятый пятая пятое пятого пятой|шестой шестая шестое шестого шестом|"
        "седьмой седьмая седьмое седьмого|восьмой восьмая восьмое восьмого|"
        "девятый девятая девятое девятого девятой|десятый десятая десятое десятого десятой"
    ),
    "zh": "首",
    "ar": (
        "أول الأول الأولى|الثاني الثانية|الثالث الثالثة|الرابع الرابعة|الخامس الخامسة|"
        "السادس السادسة|السابع السابعة|الثامن الثامنة|التاسع التاسعة|العاشر العاشرة|"
        "الحادي_عشر الحادية_عشرة|الثاني_عشر الثانية_عشرة|الثالث_عشر الثالثة_عشرة|"
        "الرابع_عشر الرابعة_عشرة|الخامس_عشر الخامسة_عشرة|السادس_عشر السادسة_عشرة|"
        "السابع_عشر السابعة_عشرة|الثامن_عشر الثامنة_عشرة|التاسع_عشر التاسعة_عشرة|"
        "العشرون العشرين|الحادي_والعشرون الحادي_والعشرين الحادية_والعشرين"
    ),
}
"""Places, which one language may count in figures and another in words: ten at least."""

NUMERAL_ENDS: Mapping[Language, str] = {
    "fr": r"e?(?!\w)",
    "ru": r"(?:(?!\w)|(?=дневн|летн|месячн|недельн|сторонн|язычн))",
}
"""What may be joined to a number in words or Roman figures: ``XXIe``, ``четырехдневный``."""

SCALE_AROUND: Mapping[Language, tuple[str, str]] = {
    "ru": ("", r"\w{0,3}(?!\w)"),
    "zh": ("[多余]?", ""),
    "ar": ("", r"\w{0,3}(?!\w)"),
}
"""What may stand before and after a word for thousands or millions: its cases, ``20多万``."""

DUAL = re.compile(r"(?<!\w)\w{3,}(?:تان|تين|تي|ان|ين)(?!\w)")
"""How an Arabic noun may end that stands for two of something, and has no number by it."""

JOINTS: Mapping[Language, str] = {
    "en": "to|and|or",
    "fr": "à|et|ou",
    "es": "al?|[yeou]",
    "ru": "до|и|или",
    "zh": "至|到|和|或",
    "ar": "إلى|و|أو",
}
"""What stands between two numbers of which only the second says of what they are: ``5 to 10%``."""

PERCENT: Mapping[Language, str] = {
    "en": "per cent|percent",
    "fr": "pour cent",
    "es": "por ciento",
    "ru": r"процент\w*",
    "zh": "%",
    "ar": "في المائة|في المئة|بالمائة|بالمئة",
}
"""What stands for the sign after a number."""


def numerals_of(language: Language) -> dict[str, int]:
    """The numbers that a language writes in words, by word, those in Roman figures included."""
    numerals: dict[str, int] = {}
    for table, step in ((WORDS, 1), (ORDINALS, 1), (TENS, 10)):
        for place, forms in enumerate(table[language].split("|"), 1):
            numerals |= {form.replace("_", " "): place * step for form in forms.split(" ")}
    return numerals | {roman: number for number, roman in enumerate(ROMAN.split(), 1)}


def scales_of(locale: Locale) -> dict[str, int]:
    """The words for thousands, millions and so on, and how many zeros each stands for.

    They are in small letters; abbreviations of one letter or two, which may be units, are left out.
    """
    scales: dict[str, int] = {}
    for style in ("long", "short"):
        for magnitudes in locale.compact_decimal_formats.get(style, {}).values():
            for magnitude, pattern in magnitudes.items():
                written = pattern.pattern.replace("'", "").replace("\u00a0", " ")
                digits = len(written) - len(written.lstrip("0"))
                word = written.lstrip("0").strip(" .")
                if digits and (len(word.split(" ")[-1]) > 2 or not word.isascii()):
                    scales[word.lower()] = len(magnitude) - digits
    return scales


def any_of(words: Mapping[str, object]) -> str:
    """A pattern that matches one of the words, the longest that fits."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
