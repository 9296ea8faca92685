"""The loop of translations: what is missing goes out, comes back, and is in the next draft."""

import datetime
import re
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from html import escape
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from council_report.assembly.units import progress_of
from council_report.model.language import LANGUAGES, Language
from council_report.model.text import plain
from council_report.model.translation import TRANSLATIONS
from council_report.settings import Workplace, find_workplace
from flows.building import build
from flows.confirming import confirm
from flows.drafting import choose_plan, draft_words
from flows.gathering import gather
from flows.keeping import Imported, Translator, import_files
from flows.ordering import BuildRequest
from flows.translating import Exported, export

ROOT = Path(__file__).parent.parent.parent
BY = Translator("Spanish desk", datetime.date(2025, 5, 12), "not yet revised")
UNIT = re.compile(r'<trans-unit id="([^"]+)".*?</trans-unit>', re.DOTALL)
SOURCE = re.compile(r"<source>(.*?)</source>", re.DOTALL)
STATISTIC = re.compile(r'x-statistic">([0-9]+): ([^<]*)<')
TARGET = '<target state="new"/>'
PARTNERS = "general-secretariat:standards-with-partners"
SAMPLE = "sample translation, not official"
STATUS = f"status “{SAMPLE}”"
NOW = datetime.datetime(2026, 3, 2, tzinfo=datetime.UTC)
SENTENCE = "The Council is invited to note this report."


@pytest.fixture
def place(six_languages: Path) -> Workplace:
    """A session whose report is made in six languages, of which four are still to be translated."""
    for file in (six_languages / "inputs" / "C25" / TRANSLATIONS).glob("*"):
        if file.stem != "fr":
            file.unlink()
    return find_workplace(six_languages)


def exported(place: Workplace, *languages: Language) -> Exported:
    """What translators of some languages are asked for."""
    return export(place, "C25", languages)


def xliff(place: Workplace, language: Language) -> str:
    """The XLIFF file of a language, as text."""
    (file,) = (one for one in exported(place, language).files if one.name.endswith(".xlf"))
    return file.data.decode()


@cache
def sample() -> dict[str, str]:
    """The Spanish of the sample, by unit."""
    file = ROOT / "inputs" / "C25" / TRANSLATIONS / "es.yaml"
    listed = YAML(typ="safe", pure=True).load(file)["translations"]
    return {one["unit"]: one["text"] for one in listed}


def in_codes(words: str, unit: str) -> str:
    """A text with the inline codes of its unit in the place of the marks of the sample."""
    words = escape(words, quote=False)
    for number, key in STATISTIC.findall(unit):
        (code,) = re.findall(rf'<x id="{number}"[^>]*/>', SOURCE.findall(unit)[0])
        words = words.replace(f"[[{key}]]", code)
    for opening in re.findall(r"<g [^>]*>", SOURCE.findall(unit)[0]):
        words = re.sub(r"\*([^*]+)\*", rf"{opening}\1</g>", words, count=1)
    return words


def translated(text: str, said: dict[str, str] | None = None) -> str:
    """An XLIFF file with its targets filled: as told, or else with the Spanish of the sample.

    It is done on the text of the file, as no library of ours would.
    """

    def fill(match: re.Match[str]) -> str:
        words = (said or {}).get(match[1])
        if words is None:
            words = in_codes(sample()[match[1]], match[0])
        return match[0].replace(TARGET, f'<target state="translated">{words}</target>')

    return UNIT.sub(fill, text)


def sent_back(place: Workplace, text: str, name: str = "C25-es.xlf") -> Imported:
    """What comes of a file with this text."""
    file = place.root / name
    file.write_text(text, "utf-8")
    (imported,) = import_files(place, [file], BY)
    return imported


def stored(place: Workplace) -> list[str]:
    """The files of translations of the session."""
    return sorted(one.name for one in (place.inputs / "C25" / TRANSLATIONS).glob("*"))


def printed(place: Workplace, language: Language) -> dict[str, str]:
    """The texts of the entries of the report in a language, by id."""
    gathered = gather(place, "C25")
    assert gathered.desk
    plan = choose_plan(gathered.desk.session, "report")
    (one,) = draft_words(gathered.desk, plan, gathered.contributions, (language,))
    return {block.entry: plain(block.text) for block in one.document.all_blocks() if block.entry}


def edit(place: Workplace, old: str, new: str) -> None:
    """Change a sentence in the contributors' files."""
    for file in (place.inputs / "C25").rglob("*.yaml"):
        text = file.read_text("utf-8")
        if TRANSLATIONS not in file.parts and old in text:
            file.write_text(text.replace(old, new), "utf-8")


def write_in_english(file: Path, copy: Path) -> None:
    """A contributor's file as it is sent a year later: its texts are the same, in English."""
    yaml = YAML()
    tree = yaml.load(file)
    for entry in tree["entries"]:
        for key in {"text", "table"} & entry.keys():
            entry[key] = {"en": entry[key]["en"]}
    copy.parent.mkdir(exist_ok=True)
    yaml.dump(tree, copy)


def test_what_a_translator_wrote_is_in_the_draft_to_the_letter(place: Workplace) -> None:
    """Signs that mean something in XML, YAML, Markdown or Jinja are words in a translation."""
    words = "Se invita al Consejo: «{{ x }}» & <b> *no* [[ni]] ]]> # – a\u00a0b \U0001f310"
    back = translated(xliff(place, "es"), {"general-secretariat:council-action": escape(words)})
    imported = sent_back(place, back)
    assert [one for one in imported.findings if one.severity == "error"] == []
    assert (imported.language, imported.stored) == (
        "es",
        place.inputs / "C25" / TRANSLATIONS / "es.yaml",
    )
    assert printed(place, "es")["council-action"] == words
    assert exported(place, "es").jobs == ()


@pytest.mark.parametrize(
    ("unit", "change", "rule"),
    [
        (PARTNERS, (r"<x [^>]*/>", "315"), "placeholder"),
        ("general-secretariat:report-references", ("214", "241"), "parity"),
        ("general-secretariat:council-action", (r"^.*$", ""), "translation-empty"),
        ("general-secretariat:council-action", (r"^.*$", SENTENCE), "translation-untranslated"),
        ("general-secretariat:council-action", (r"^.*$", "请理事会注意本报告。"), "translation-"),
    ],
    ids=["lost placeholder", "changed number", "empty", "left in English", "another language"],
)
def test_a_file_with_an_error_is_not_imported_in_part(
    place: Workplace, unit: str, change: tuple[str, str], rule: str
) -> None:
    """The finding names the unit and what to do; not one text of the file is kept."""
    text = xliff(place, "es")
    units = {one[1]: one[0] for one in UNIT.finditer(text)}
    words = re.sub(*change, in_codes(sample()[unit], units[unit]), flags=re.DOTALL, count=1)
    before = stored(place)
    imported = sent_back(place, translated(text, {unit: words}))
    errors = [one for one in imported.findings if one.severity == "error"]
    assert any(unit in one.message and rule in one.rule and one.remedy for one in errors), errors
    assert imported.stored is None
    assert stored(place) == before


def test_everything_that_is_wrong_with_a_text_is_told_at_once(place: Workplace) -> None:
    """A lost placeholder does not hide a changed number."""
    text = xliff(place, "es")
    (unit,) = (one[0] for one in UNIT.finditer(text) if one[1] == PARTNERS)
    words = re.sub(r"<x [^>]*/>", "", in_codes(sample()[PARTNERS], unit)).replace("101", "110")
    imported = sent_back(place, translated(text, {PARTNERS: words}))
    rules = {one.rule for one in imported.findings if one.severity == "error"}
    assert rules == {"translation-placeholder", "parity-citation"}


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda text: text[: len(text) // 2],
        lambda text: text.replace('target-language="es-ES"', 'target-language="de-DE"'),
        lambda text: text.replace("council-report/C25", "somebody-else"),
        lambda _: "",
        lambda _: "Dear all, see attached.",
    ],
    ids=["truncated", "wrong language", "not ours", "empty", "a letter"],
)
def test_a_file_that_is_not_what_went_out_is_refused(place: Workplace, spoilt: object) -> None:
    """There is one finding at least that says what to do, and nothing is kept."""
    assert callable(spoilt)
    before = stored(place)
    imported = sent_back(place, spoilt(translated(xliff(place, "es"))))
    assert any(one.severity == "error" and one.remedy for one in imported.findings)
    assert stored(place) == before


def test_one_changed_sentence_is_asked_of_every_translator_again(six_languages: Path) -> None:
    """Exactly that text goes out for five languages, with its old translation."""
    place = find_workplace(six_languages)
    assert export(place, "C25", ()).jobs == ()
    old = printed(place, "ar")["council-action"]
    edit(place, SENTENCE, "The Council is invited to note and discuss this report.")
    jobs = export(place, "C25", ()).jobs
    assert [job.language for job in jobs] == [one for one in LANGUAGES if one != "en"]
    for job in jobs:
        assert [(one.id, one.state) for one in job.units] == [
            ("general-secretariat:council-action", "outdated")
        ]
        assert job.units[0].text
    assert old in next(one for one in exported(place, "ar").files).data.decode()


@pytest.mark.parametrize("policy", ["translation", "source"])
def test_what_is_out_of_date_is_marked_as_the_session_decides(
    six_languages: Path, policy: str
) -> None:
    """The old translation or the source is printed, and each time a label says what it is."""
    place = find_workplace(six_languages)
    old = printed(place, "fr")["council-action"]
    session = place.inputs / "C25" / "session.yaml"
    text = session.read_text("utf-8")
    session.write_text(f"{text}\noutdated_translations: {policy}\n", "utf-8")
    new = "The Council is invited to discuss this report."
    edit(place, SENTENCE, new)
    words = printed(place, "fr")["council-action"]
    labels = {"translation": "non actualisée", "source": "manquante"}
    assert labels[policy] in words
    assert {"translation": old, "source": new}[policy] in words
    assert printed(place, "en")["council-action"] == new


def test_a_text_that_still_holds_can_be_confirmed(six_languages: Path) -> None:
    """After a change that makes no difference, its translation is up to date again."""
    place = find_workplace(six_languages)
    edit(place, SENTENCE, "The Council is invited to take note of this report.")
    confirm(place, "C25", ("fr", "es"), ["general-secretariat:council-action"], BY)
    assert {job.language for job in export(place, "C25", ()).jobs} == {"ru", "zh", "ar"}


def test_a_larger_file_of_translations_than_contributors_may_send_is_read(
    place: Workplace,
) -> None:
    """What the program itself has written, it reads."""
    path = place.inputs / "C25" / TRANSLATIONS / "es.yaml"
    path.write_text("language: es\ntranslations: []\n" + "# A remark.\n" * 100_000)
    assert gather(place, "C25").desk


def test_what_was_translated_serves_the_session_that_follows(six_languages: Path) -> None:
    """Where its source is the same: with its translator and its status, and traced to its file."""
    place = find_workplace(six_languages)
    for file in (place.inputs / "C25").glob("*/*.yaml"):
        if file.parent.name != TRANSLATIONS:
            write_in_english(file, place.inputs / "C26" / file.parent.name / file.name)
    gathered = gather(place, "C26")
    assert gathered.desk
    for count in progress_of(gathered.desk, gathered.contributions):
        stands = {"fr": {"own": 75}}.get(count.language, {"translated": 75})
        assert count.units == stands
        assert count.statuses == (() if count.language == "fr" else (SAMPLE,))
    told = {(one.location.file, str(one.message)) for one in gathered.findings}
    assert ("inputs/C25/translations/ar.yaml", f"57 texts in Arabic have the {STATUS}") in told
    outcome = build(BuildRequest(session="C26", pdf="none", languages=("ar",)), NOW)
    assert outcome.draft
    manifest = outcome.draft.manifest
    (trace,) = (one for one in manifest.trace if one.entry == "council-action")
    assert (trace.file, trace.place[:4]) == ("inputs/C25/translations/ar.yaml", "line")
    assert trace.translated == f"translator of the sample, 2026-11-22 ({SAMPLE})"
    assert trace.digest in {one.digest for one in manifest.ingredients}


def test_the_word_table_goes_the_same_way(place: Workplace) -> None:
    """A translator without a tool of the trade types beside the source."""
    import io

    import docx

    (file,) = (one for one in exported(place, "es").files if one.name.endswith(".docx"))
    word = docx.Document(io.BytesIO(file.data))
    for table in word.tables:
        for row in table.rows:
            cells = [cell.text for cell in row.cells]
            if SENTENCE in cells:
                row.cells[cells.index(SENTENCE) + 1].text = "Se invita al Consejo."
    path = place.root / "back.docx"
    word.save(str(path))
    (imported,) = import_files(place, [path], BY)
    assert all("council-action" not in one.message for one in imported.findings)
    assert imported.stored is None, "all other texts are still empty"


def test_all_that_contributors_wrote_is_confirmed_once(six_languages: Path) -> None:
    """What one of them has changed since is confirmed again, and nothing else."""
    place = find_workplace(six_languages)
    (place.inputs / "C25" / TRANSLATIONS / "fr.yaml").unlink(missing_ok=True)
    (first,) = confirm(place, "C25", ("fr",), (), BY)
    (second,) = confirm(place, "C25", ("fr",), (), BY)
    assert (first.units, second.units, second.stored) == (75, 0, None)
    edit(place, "Le Conseil est invité", "Le Conseil est prié")
    (third,) = confirm(place, "C25", ("fr",), (), BY)
    assert third.units == 1


def test_a_call_that_waits_for_another_loses_nothing(place: Workplace) -> None:
    """Two translators' files that come in at once are both kept."""
    halves = []
    for part in (0, 1):
        text = xliff(place, "es")
        for number, unit in enumerate(UNIT.finditer(text)):
            if number % 2 == part:
                text = text.replace(unit[0], "")
        halves.append(place.root / f"{part}.xlf")
        halves[-1].write_text(text, "utf-8")
    for file in halves:
        file.write_text(translated(file.read_text("utf-8")), "utf-8")
    with ThreadPoolExecutor() as pool:
        found = list(pool.map(lambda file: import_files(place, [file], BY)[0], halves))
    assert sum(one.units for one in found) == len(sample())
    assert exported(place, "es").jobs == ()
