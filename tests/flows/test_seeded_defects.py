"""Each defect that is put into the sample's languages is found by its rule, and nothing else is."""

import io
from pathlib import Path
from typing import NamedTuple

import docx
import pytest
from docx.oxml.ns import qn
from ruamel.yaml import YAML

from council_report.model.finding import Finding, Severity
from council_report.model.language import LANGUAGES
from council_report.rendering.fonts import check_word
from council_report.settings import find_workplace
from flows.drafting import choose_plan, draft_words
from flows.gathering import Gathered, gather

C25 = "inputs/C25"
ORIGINAL = Path(__file__).parents[2] / C25
STANDARDS = "itu-r/standards.yaml"
BULLET = "itu-r:machine-learning-for-propagation"
RLI = "\N{RIGHT-TO-LEFT ISOLATE}"


class Seed(NamedTuple):
    """A defect: the file, words that stand in it once, what takes their place, and its finding.

    ``said`` are words of the message, ``also`` is what else is found of it; ``~`` is a space that
    does not break.
    """

    file: str
    old: str
    new: str
    rule: str
    said: str
    severity: Severity = "error"
    also: tuple[str, ...] = ()


SEEDS = {
    "number in Spanish": Seed("es", "del G20", "del G21", "parity-number", "“21” is “20” in"),
    "number in Russian": Seed(
        "ru", "секретариатом G20", "секретариатом G7", "parity-number", "“7” is “20”"
    ),
    "number in Chinese": Seed("zh", "（G20）", "（G22）", "parity-number", "“22” is not"),
    "number in Arabic": Seed("ar", "(G20)", "(G8)", "parity-number", "“8” is not"),
    "day lost in Spanish": Seed(
        "es", "2 y 3 de diciembre", "2 de diciembre", "parity-date", "“2 and 3 December 2025”"
    ),
    "day in Spanish": Seed("es", "31 de octubre", "30 de octubre", "parity-date", "30 de octubre"),
    "month in Russian": Seed(
        "ru", "11~июля", "11~июня", "parity-date", "“11 июня 2025” is “11 July 2025”"
    ),
    "year in Chinese": Seed(
        "zh", "2025年10月31日", "2026年10月31日", "parity-date", "2026年10月31日"
    ),
    "month in Arabic": Seed("ar", "3 ديسمبر", "3 نوفمبر", "parity-date", "نوفمبر"),
    "revised in Spanish": Seed(
        "es",
        "guía por la Resolución~214 (Bucarest",
        "guía por la Resolución~214 (Rev. Bucarest",
        "parity-citation",
        "“214 (Rev. Bucarest, 2022)” is “214 (Bucharest, 2022)”",
    ),
    "revised in Russian": Seed(
        "ru",
        "на Резолюции~214 (Бухарест",
        "на Резолюции~214 (Пересм. Бухарест",
        "parity-citation",
        "214 (Пересм. Бухарест",
    ),
    "revised in Chinese": Seed(
        "zh",
        "第214号决议（2022年，布加勒斯特）为指导",
        "第214号决议（2022年，布加勒斯特，修订版）为指导",
        "parity-citation",
        "修订版",
    ),
    "revised in Arabic": Seed(
        "ar",
        "يسترشد بالقرار 214 (بوخارست",
        "يسترشد بالقرار 214 (المراجَع في بوخارست",
        "parity-citation",
        "المراجع في",
    ),
    "symbol": Seed("zh", "（A/RES/78/311）", "（A/RES/78/312）", "parity-symbol", "A/RES/78/312"),
    "statistic": Seed("ar", "[[sdgs]]", "جميع", "parity-statistic", "“[[sdgs]]” of"),
    "Latin T in Russian": Seed(
        "ru",
        "13-я~Исследовательская комиссия МСЭ-Т",
        "13-я~Исследовательская комиссия МСЭ-T",
        "typography-letters",
        "U+0054 LATIN CAPITAL LETTER T",
        "warning",
        ("parity-name",),
    ),
    "direction mark in Arabic": Seed(
        "ar", "(G20)", f"{RLI}(G20)", "typography-direction", "U+2067", "warning"
    ),
    "direction mark in Chinese": Seed(
        "zh", "（G20）", f"（{RLI}G20）", "typography-direction", "U+2067", "warning"
    ),
    "number in French": Seed(
        "itu-t/standards.yaml",
        "les 2~et 3~décembre",
        "les 2~et 4~décembre",
        "text-differs",
        "“2 et 4 décembre 2025” is “2 and 3 December 2025”",
        "warning",
        ("translation-unconfirmed",),
    ),
    "colon in French": Seed(
        "itu-t/standards.yaml",
        "de changements fondamentaux: le",
        "de changements fondamentaux : le",
        "typography-normalised",
        "no space before “:” and “;”",
        "note",
        ("translation-unconfirmed",),
    ),
}


@pytest.fixture
def place(six_languages: Path) -> Path:
    """The folder of the sample session, in six languages."""
    return six_languages / C25


def test_the_sample_has_no_defect(place: Path) -> None:
    """In six languages there is no error and no warning, and but one kind of note."""
    gathered = judged()
    assert gathered.desk
    assert set(gathered.desk.session.documents[0].languages) == {*LANGUAGES}
    assert told() == []


@pytest.mark.parametrize("seed", SEEDS.values(), ids=SEEDS)
def test_a_defect_is_found_by_its_rule(place: Path, seed: Seed) -> None:
    """A finding at the text in question quotes it and says what to do."""
    file = seed.file if "/" in seed.file else f"translations/{seed.file}.yaml"
    old, new, said = (words.replace("~", "\u00a0") for words in (seed.old, seed.new, seed.said))
    text = (place / file).read_text("utf-8")
    assert text.count(old) == 1
    (place / file).write_text(text.replace(old, new), "utf-8")
    found = told()
    assert sorted(one.rule for one in found) == sorted((seed.rule, *seed.also))
    finding = next(one for one in found if one.rule == seed.rule)
    assert finding.severity == seed.severity
    assert (finding.location.file, finding.location.line) == (f"{C25}/{file}", key_of(text, old))
    assert said in finding.message
    assert finding.remedy


def test_a_bullet_dropped_from_the_translations(place: Path) -> None:
    """The text is missing there, and is told by its unit."""
    file = place / "translations/es.yaml"
    head, *units = file.read_text("utf-8").split("  - unit: ")
    left = [unit for unit in units if not unit.startswith(BULLET)]
    assert len(left) == len(units) - 1
    file.write_text("  - unit: ".join([head, *left]), "utf-8")
    assert_dropped("es")


def test_a_bullet_dropped_from_a_file_of_a_second_language(place: Path) -> None:
    """What is in the file of the first language and not in the other is told by its unit."""
    send_in_two_files(place)
    assert told() == []
    send_in_two_files(place, BULLET.partition(":")[2])
    assert_dropped("fr")


def test_a_bullet_in_another_place_in_a_second_language(place: Path) -> None:
    """The order is told where it differs, in the other file."""
    send_in_two_files(place, turned=True)
    assert [(one.rule, one.severity) for one in told()] == [("parity-structure", "warning")]


def test_words_in_a_japanese_font(place: Path) -> None:
    """The Word file in Chinese that has them is told, and that of the sample has none."""
    gathered = judged()
    desk = gathered.desk
    assert desk
    plan = choose_plan(desk.session, None)
    (chinese,) = draft_words(desk, plan, gathered.contributions, ("zh",))

    def found(word: bytes) -> list[Finding]:
        return [*check_word(chinese.document, chinese.name, word, desk.catalogues)]

    assert found(chinese.word) == []
    (finding,) = found(in_another_font(chinese.word, "MS Mincho"))
    assert (finding.rule, finding.severity) == ("font-not-allowed", "warning")
    assert finding.location.file == chinese.name
    assert "MS Mincho" in finding.message
    assert "with Word" in finding.remedy


def assert_dropped(language: str) -> None:
    """The bullet alone is told, where the translations into that language are."""
    (finding,) = told()
    assert (finding.rule, finding.severity) == ("text-untranslated", "warning")
    assert finding.location.file == f"{C25}/translations/{language}.yaml"
    assert f": 1, the first of them '{BULLET}'" in finding.message
    assert "council-report translate export" in finding.remedy


def judged() -> Gathered:
    """The session, read and checked as it is now."""
    return gather(find_workplace(Path()), "C25")


def told() -> list[Finding]:
    """What is found, without the note that the translations are a sample."""
    return [one for one in judged().findings if one.rule != "translation-status"]


def key_of(text: str, words: str) -> int:
    """The line, from 1, of the key that words in a YAML file belong to."""
    before = text[: text.index(words)].splitlines()
    return next(n for n in range(len(before), 0, -1) if before[n - 1].endswith(("|-", ">-")))


def send_in_two_files(place: Path, dropped: str = "", *, turned: bool = False) -> None:
    """Send the standards of ITU-R in a file for each language, the French one changed."""
    yaml = YAML()
    source = yaml.load((ORIGINAL / STANDARDS).read_text("utf-8"))
    entries = source["entries"]
    english = [{**one, "text": {"en": one["text"]["en"]}} for one in entries]
    french = [{**one, "text": {"fr": one["text"]["fr"]}} for one in entries if one["id"] != dropped]
    french = french[::-1] if turned else french
    yaml.dump({**source, "entries": english}, place / STANDARDS)
    yaml.dump({"entries": french}, place / "itu-r/standards-fr.yaml")


def in_another_font(word: bytes, font: str) -> bytes:
    """A Word file with one run of its text in another East Asian font."""
    file = docx.Document(io.BytesIO(word))
    run = next(run for one in file.paragraphs for run in one.runs if run.text.strip())
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    changed = io.BytesIO()
    file.save(changed)
    return changed.getvalue()
