"""Words that changed, as a person would mark them."""

from unicodedata import combining

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_report.comparison.words import pieces, told_apart
from tests.comparison.strategies import lines

SIGNS = {"same": "", "removed": "-", "added": "+"}


def marked(old: str, new: str) -> list[str]:
    """The pieces, with a sign before those that changed."""
    return [SIGNS[piece.operation] + piece.text for piece in pieces(old, new)]


@given(lines, lines)
def test_the_pieces_give_both_texts(old: str, new: str) -> None:
    """The same and the removed pieces are the old text, the same and the added ones the new."""
    found = pieces(old, new)
    assert "".join(piece.text for piece in found if piece.operation != "added") == old
    assert "".join(piece.text for piece in found if piece.operation != "removed") == new
    assert all(piece.text for piece in found)


@given(lines, lines)
def test_the_same_texts_give_the_same_pieces(old: str, new: str) -> None:
    """Comparing again changes nothing, and a text compared with itself is one piece."""
    assert pieces(old, new) == pieces(old, new)
    assert marked(old, old) == ([old] if old else [])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "There are 315 AI standards.",
            "There are 1,316 AI standards.",
            ["There are ", "-315", "+1,316", " AI standards."],
        ),
        (
            "Elle compte 1\u00a0200 membres.",
            "Elle compte 1\u00a0300 membres.",
            ["Elle compte ", "-1\u00a0200", "+1\u00a0300", " membres."],
        ),
        (
            "The members met in Geneva.",
            "The member met in Geneva.",
            ["The ", "-members", "+member", " met in Geneva."],
        ),
        (
            "Группа начала работу в Женеве.",
            "Группа начала работы в Женеве.",
            ["Группа начала ", "-работу", "+работы", " в Женеве."],
        ),
        (
            "بدأت المراجَع في جنيف",
            "بدأت المراجع في جنيف",
            ["بدأت ", "-المراجَع", "+المراجع", " في جنيف"],
        ),
        ("第71号决议", "第72号决议", ["第", "-71", "+72", "号决议"]),
        ("决议修订版", "决议新修订版", ["决议", "+新", "修订版"]),
    ],
)
def test_a_word_or_number_is_replaced_whole(old: str, new: str, expected: list[str]) -> None:
    """Words of any script and numbers with separators are never cut; of Chinese, one character."""
    assert marked(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "提供培训课程，支持发展中国家。",
            "提供线上课程，支持最不发达国家。",
            ["提供", "-培训", "+线上", "课程，支持", "-发展中", "+最不发达", "国家。"],
        ),
        ("国际电联的工作", "国际电信联盟的工作", ["国际电", "+信", "联", "+盟", "的工作"]),
        (
            "2024年7月8日至12日",
            "2025年7月7日至11日",
            ["-2024", "+2025", "年7月", "-8", "+7", "日至", "-12", "+11", "日"],
        ),
        (
            "完全不同的一句话，讨论频谱。",
            "国际电联发布了报告，供理事国审议。",
            ["-完全不同的一句话，讨论频谱。", "+国际电联发布了报告，供理事国审议。"],
        ),
    ],
)
def test_a_lone_chinese_character_is_not_kept_by_chance(
    old: str, new: str, expected: list[str]
) -> None:
    """Where the words around it changed, and only came or went where it was kept on purpose."""
    assert marked(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "الوثيقة C25/43-A منشورة",
            "الوثيقة C25/44-A منشورة",
            ["الوثيقة ", "-C25/43-A", "+C25/44-A", " منشورة"],
        ),
        ("في ITU-T أيضاً", "في ITU-R أيضاً", ["في ", "-ITU-T", "+ITU-R", " أيضاً"]),
        ("الرقـــم واحد", "الرقم واحد", ["-الرقـــم", "+الرقم", " واحد"]),
        ("بلغ ١٬٢٣٤ عضواً", "بلغ ١٬٢٣٥ عضواً", ["بلغ ", "-١٬٢٣٤", "+١٬٢٣٥", " عضواً"]),
    ],
)
def test_in_arabic_what_runs_the_other_way_is_replaced_whole(
    old: str, new: str, expected: list[str]
) -> None:
    """The parts of a symbol would be shown in the wrong order."""
    assert marked(old, new) == expected


SPELLED = st.sampled_from(
    (
        *("المراجَع", "المراجع", "كتـــاب", "مُؤتمر", "می\u200cخواهم", "за́мке", "замке", "e\u0301"),
        *(
            "人\U000e0100",
            "人",
            "工智能",
            "𠀀",
            "ITU-T",
            "C25/43",
            "1٫5",
            "\u200f",
            "، ",
            " ",
            "。",
        ),
    )
)
spelled = st.lists(SPELLED, max_size=12).map("".join)


@given(spelled, spelled)
def test_no_mark_is_ever_parted_from_its_letter(old: str, new: str) -> None:
    """A vowel of Arabic, an accent, a joiner, the form of a Chinese character."""
    found = pieces(old, new)
    assert "".join(piece.text for piece in found if piece.operation != "added") == old
    assert "".join(piece.text for piece in found if piece.operation != "removed") == new
    firsts = [piece.text[0] for piece in found]
    assert not any(combining(one) or one in "\u200c\U000e0100" for one in firsts)


def test_signs_that_belong_together_stay_together() -> None:
    """An accent keeps its letter, an emoji its parts."""
    assert marked("See e\u0301 now, please", "See e now, please") == [
        "See ",
        "-e\u0301",
        "+e",
        " now, please",
    ]
    both = marked("a b c 👩🏽\u200d💻", "a b c 👩🏽\u200d🚀")
    assert both == ["a b c ", "-👩🏽\u200d💻", "+👩🏽\u200d🚀"]


def test_a_space_between_two_changes_joins_them() -> None:
    """Neighbouring words that all changed are one change, and so are the parts of a date."""
    assert marked("A small step for all of us", "One large leap for all of us") == [
        "-A small step",
        "+One large leap",
        " for all of us",
    ]
    assert marked("Held on 2025-06-17 in Geneva", "Held on 2025-07-18 in Geneva") == [
        "Held on 2025-",
        "-06-17",
        "+07-18",
        " in Geneva",
    ]


def test_a_space_that_only_one_of_two_changes_has_is_kept() -> None:
    """A word more in a list takes no space away."""
    assert marked("МСЭ-Т и МСЭ-R провели", "МСЭ-Т, МСЭ-R и МСЭ-D провели") == [
        "МСЭ-Т",
        "+, МСЭ-R",
        " и МСЭ-",
        "-R",
        "+D",
        " провели",
    ]


def test_a_space_that_became_non_breaking_is_a_change() -> None:
    """It looks alike, and is not."""
    assert marked("La Résolution 214", "La Résolution\u00a0214") == [
        "La Résolution",
        "- ",
        "+\u00a0",
        "214",
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Les Membres", "Les\u00a0Membres", ["Les", "- ", "+⟦NBSP⟧", "Membres"]),
        ("1 200 Membres", "1\u202f200 Membres", ["-1 200", "+1⟦NNBSP⟧200", " Membres"]),
        ("en-tête UIT", "en\u2011tête UIT", ["en", "--", "+⟦NBHY⟧", "tête UIT"]),
        ("Objet: ici", "Objet\u00a0: ici", ["Objet", "+⟦NBSP⟧", ": ici"]),
        (
            "1\u00a0200 États\u00a0Membres",
            "1\u00a0300 États\u00a0Membres",
            ["-1\u00a0200", "+1\u00a0300", " États\u00a0Membres"],
        ),
    ],
)
def test_words_that_look_alike_are_told_apart(old: str, new: str, expected: list[str]) -> None:
    """A reader sees which space it is, where nothing else has changed; elsewhere it is a space."""
    shown = told_apart(pieces(old, new))
    assert [SIGNS[piece.operation] + piece.text for piece in shown] == expected


def test_a_sentence_that_comes_in_is_one_piece() -> None:
    """Insertions and deletions alone leave everything around them as it is."""
    old = "Study Group 13 met. Study Group 20 met."
    new = "Study Group 13 met. Experts were heard. Study Group 20 met."
    assert marked(old, new) == [
        "Study Group 13 met. ",
        "+Experts were heard. ",
        "Study Group 20 met.",
    ]
    assert marked(new, old)[1] == "-Experts were heard. "


def test_a_long_text_after_a_short_one_is_added() -> None:
    """A text that was only continued is still there, however much follows."""
    assert marked("Done", "Done" + ", and more" * 50)[0] == "Done"


def test_another_text_is_not_compared_word_by_word() -> None:
    """Where hardly a word is the same, the old text goes and the new one comes."""
    old = "The group met the members and the staff of the Union"
    new = "Some other thing was the case and that is it"
    assert marked(old, new) == [f"-{old}", f"+{new}"]


def test_a_little_that_is_the_same_between_much_that_changed_is_not_shown() -> None:
    """One small word does not part two halves of a sentence that was written anew."""
    start, end = "The work of the Sectors began in 2024. ", " It goes on in all regions."
    old = f"{start}Ten experts from Asia drafted a first short report.{end}"
    new = f"{start}Many people there wrote a big and heavy book.{end}"
    assert marked(old, new) == [
        start,
        "-Ten experts from Asia drafted a first short report",
        "+Many people there wrote a big and heavy book",
        f".{end}",
    ]


def test_very_long_texts_are_compared_sentence_by_sentence() -> None:
    """A text of 100,000 words with two changes is compared, and shows just these."""
    sentences = [
        f"Sentence {number} has exactly these eight words here. " for number in range(12_500)
    ]
    changed = [*sentences]
    changed[10] = changed[10].replace("exactly", "only")
    changed[12_000] = changed[12_000].replace("here", "now")
    found = pieces("".join(sentences), "".join(changed))
    assert [piece.text for piece in found if piece.operation != "same"] == [
        "exactly",
        "only",
        "here",
        "now",
    ]


def test_very_long_texts_without_sentences_do_not_hang() -> None:
    """Where nothing helps, the whole text is replaced, and both are still there."""
    old, new = "one two " * 50_000, "two three " * 50_000
    assert [len(piece.text) for piece in pieces(old, new)] == [len(old), len(new)]
