"""Rules about how texts are set."""

import pytest

from council_report.model.amendment import text_digest


@pytest.fixture
def found(office):
    """What the rules about how texts are set find: rule, severity, place and message."""
    return lambda: [
        (one.rule, one.severity, one.location, one.message)
        for one in office.findings()
        if one.rule.startswith("typography-")
    ]


def test_texts_in_order_give_no_findings(found) -> None:
    """Nothing is told, though a space in the French text will not break in print."""
    assert found() == []


def test_signs_that_are_put_right_are_told_once_for_a_file(office, found) -> None:
    """The first place is told, and how many there are."""
    office.edit(office.report, "fr: Un bilan.", '"fr": "Un bilan : oui."')
    office.edit(office.report, "fr: Un rôle.", '"fr": "Un rôle ; deux : trois."')
    assert found() == [
        (
            "typography-normalised",
            "note",
            office.at(office.report, "Un bilan"),
            "French: printed with no space before “:” and “;”, in all 3 in this file, first in"
            " “Un bilan : oui.”",
        )
    ]


def test_a_letter_of_another_alphabet(office, found) -> None:
    """It is told by its code point, in the text and in what a text refers to."""
    office.edit(office.report, "en: A role.", "en: A role of ITU-Т.")
    office.edit(office.report, "mandates: [SG5]", "mandates: [SG5]\n    references: [С25/43]")
    assert [(rule, severity, place) for rule, severity, place, _ in found()] == [
        ("typography-letters", "warning", office.at(office.report, "id: leading-role")),
        ("typography-letters", "warning", office.at(office.report, "ITU-Т")),
    ]
    assert "U+0422 CYRILLIC CAPITAL LETTER TE" in found()[1][3]


def test_a_direction_mark_without_its_partner(office, found) -> None:
    """The mark is told in any language."""
    office.edit(office.report, "en: A role.", 'en: "A \\u2067role."')
    ((rule, severity, place, message),) = found()
    assert (rule, severity, place) == (
        "typography-direction",
        "warning",
        office.at(office.report, "u2067role"),
    )
    assert message.startswith("English: U+2067 RIGHT-TO-LEFT ISOLATE")


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("A role (again.", "typography-pairs"),
        ("A “role”.", "typography-quotes"),
        ("They organise it.", "typography-spelling"),
    ],
)
def test_what_an_english_text_is_told_of(office, found, words, rule) -> None:
    """A bracket that stays open, other quotation marks, and -ise."""
    office.edit(office.en, 'quotation: ["“", "”"]', "quotation: ['\"', '\"']")
    office.edit(office.report, "en: A role.", f"en: '{words}'")
    assert [one[:3] for one in found()] == [(rule, "note", office.at(office.report, words))]


@pytest.mark.parametrize(
    ("language", "words", "rule"),
    [
        ("zh", "标准, AI。", "typography-width"),
        ("zh", "語言。", "typography-characters"),
        ("ar", "في 2025-06-17.", "typography-order"),
        ("ru", "Вклад МСЭ-T.", "typography-letters"),
    ],
)
def test_what_a_translation_is_told_of(office, found, language, words, rule) -> None:
    """The finding stands in the file of translations, at the text."""
    _add_language(office, language)
    file = f"inputs/C25/translations/{language}.yaml"
    office.texts[file] = (
        f"language: {language}\ntranslations:\n  - unit: secretariat:leading-role\n"
        f"    source: {'0' * 64}\n    text: {words}\n"
        "    translator: Somebody\n    date: 2025-05-01\n"
    )
    assert [(one[0], one[2]) for one in found()] == [(rule, office.at(file, words))]


def test_what_is_put_right_in_print_is_not_told_as_a_flaw_too(office, found) -> None:
    """It is told once, as put right; other flaws of the same text are still told."""
    office.edit(office.en, 'quotation: ["“", "”"]', "quotation: ['\"', '\"']")
    office.edit(office.report, "en: A role.", "en: A “role” on pages 2-3.")
    assert [one[0] for one in found()] == ["typography-normalised", "typography-quotes"]
    office.edit(office.report, "en: A “role” on pages 2-3.", "en: A role.")
    _add_language(office, "zh")
    office.edit(office.report, "fr: Un rôle.", "fr: Un rôle., zh: '人工智能(AI)的标准,一项。'")
    assert [one[0] for one in found()] == ["typography-normalised"]


def test_what_an_amendment_has_replaced_is_not_told(office, found) -> None:
    """Only what is printed counts: here, the amended text."""
    office.edit(office.report, "en: A role.", "en: We organise it.")
    office.texts["inputs/C25/amendments.yaml"] = (
        "amendments:\n  - contributor: secretariat\n    entry: leading-role\n    language: en\n"
        f"    old: {text_digest('We organise it.')}\n    new: We recognise it.\n"
        "    by: Somebody\n    on: 2025-05-01\n"
    )
    assert [one[2:] for one in found()] == [
        (
            office.at("inputs/C25/amendments.yaml", "new:"),
            "English: ITU spells “recognise” with a z",
        )
    ]


def test_a_label_and_a_title_are_looked_at_too(office, found) -> None:
    """They are printed like any text."""
    office.edit(office.en, '"[pending]"', '"[pending"')
    office.edit(office.session, "en: Report on AI", "en: Report to organise AI")
    assert [(rule, place) for rule, _, place, _ in found()] == [
        ("typography-spelling", office.at(office.session, "Report to organise")),
        ("typography-pairs", office.at(office.en, "[pending")),
    ]


@pytest.mark.parametrize(
    ("first", "second", "places"),
    [
        ("one;", "two.", []),
        ("One is.", "Two are.", []),
        ("*one*;", "two (of [three](https://example.org/x)).", []),
        ("as follows:", "two.", []),
        ("one", "two.", ["one"]),
        ("one,", "two.", ["one,"]),
        ("one;", "two;", ["two;"]),
        ("one;", "two", ["two"]),
    ],
)
def test_items_of_a_list_end_with_their_sign(office, found, first, second, places) -> None:
    """A semicolon, and a full stop after the last one and after sentences."""
    items = "".join(
        f"  - {{id: item-{n}, section: standards, kind: bullet, text: {{en: '{text}'}}}}\n"
        for n, text in enumerate((first, second))
    )
    office.texts[office.standards] += items
    expected = [("typography-list", office.at(office.standards, f"'{one}'")) for one in places]
    assert [(rule, place) for rule, _, place, _ in found()] == expected


def _add_language(office, language: str) -> None:
    office.edit(office.session, "languages: [en, fr]", f"languages: [en, fr, {language}]")
    labels = office.texts[office.en].replace("language: en\n", f"language: {language}\n")
    office.texts[f"templates/labels/{language}.yaml"] = labels
