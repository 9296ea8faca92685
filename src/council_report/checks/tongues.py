"""Whether words are in the language that they should be in, as far as letters and words tell."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from council_report.model.language import Language

LETTER = re.compile(r"[^\W\d_]")

SCRIPTS: Mapping[str, re.Pattern[str]] = {
    "Cyrillic": re.compile("[\u0400-\u052f]"),
    "Chinese": re.compile("[\u3400-\u9fff]"),
    "Arabic": re.compile("[\u0600-\u06ff\u0750-\u077f]"),
}
"""The letters of each script but Latin, which has all the others."""

SCRIPT_OF: Mapping[Language, str] = {"ru": "Cyrillic", "zh": "Chinese", "ar": "Arabic"}

SMALL_WORDS: Mapping[Language, str] = {
    "en": "the of and to is are for with that which by on has from this its",
    "fr": "le les des du et est une pour dans qui que sur par au aux avec",
    "es": "el los las del y es una para en que con por al su como más",
}
"""Words that hardly any sentence of a language does without."""

FEW_LETTERS = 12
FEW_WORDS = 12
"""Below this many letters, or small words, a text is too short to tell."""

LETTERS_IN_ONE = 3
"""How many letters of other scripts say what one Chinese character says."""

OWN_SHARE = 0.3
"""The share of its own letters, at least, of a text with Latin names and symbols in it."""


def is_in_script_of(words: str, language: Language) -> bool:
    """Whether words are written in the letters of a language; too few to tell may be in any."""
    letters = Counter(_script(letter) for letter in LETTER.findall(words))
    letters["Chinese"] *= LETTERS_IN_ONE
    total = sum(letters.values())
    own = letters[SCRIPT_OF.get(language, "Latin")]
    return total < FEW_LETTERS or own >= OWN_SHARE * total


def _script(letter: str) -> str:
    return next((name for name, signs in SCRIPTS.items() if signs.match(letter)), "Latin")


def tongue_of(texts: Iterable[str]) -> Language | None:
    """English, French or Spanish, where texts taken together are clearly in one of them."""
    words = Counter(word for text in texts for word in re.findall(r"\w+", text.lower()))
    counts = {
        language: sum(words[word] for word in small.split())
        for language, small in SMALL_WORDS.items()
    }
    best, *others = sorted(counts, key=lambda language: counts[language], reverse=True)
    is_clear = counts[best] >= FEW_WORDS and counts[best] > 2 * counts[others[0]]
    return best if is_clear else None
