"""The receipt for a file says what was understood, what is awaited, and what becomes of it."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from council_report.assembly.receipt import make_receipt
from council_report.model.contribution import Contribution, Entry, Statistic
from council_report.model.desk import Desk
from council_report.model.earlier import Earlier
from council_report.model.finding import Finding, Severity
from council_report.model.language import Language
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.receipt import Phrase, Receipt

MakeFile = Callable[..., Contribution]
MakeEntry = Callable[..., Entry]
MakeDesk = Callable[..., Desk]
Answered = Callable[..., Receipt]


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    """A desk whose contributions are due sixty days before the session opens."""
    due = {"key": "due", "title": {"en": "Contributions"}, "days_before_opening": 60}
    return make_desk({"deadlines": [due], "contributions_due": "due"})


@pytest.fixture
def answered(desk: Desk) -> Answered:
    """Makes the receipt for the first of these files, for a contact of this language."""

    def answer(
        *files: Contribution, language: Language = "en", earlier: tuple[Entry, ...] = ()
    ) -> Receipt:
        contributors = tuple(
            one.model_copy(
                update={"contact": one.contact.model_copy(update={"language": language})}
            )
            for one in desk.session.contributors
        )
        session = desk.session.model_copy(update={"contributors": contributors})
        sent = {
            one.id: Earlier(contributor=files[0].contributor, entry=one, place=Location("before"))
            for one in earlier
        }
        its_desk = desk.model_copy(update={"session": session, "earlier": sent})
        return make_receipt(its_desk, files[0], files)

    return answer


def found(severity: Severity, **place: Any) -> Finding:
    """A finding of this severity at a place of a file."""
    return Finding(
        rule="r",
        severity=severity,
        location=Location("inputs/C25/itu-t/a.yaml", **place),
        message=Message("wrong"),
        remedy=Message("mend it"),
    )


def test_a_file_without_findings_is_accepted(
    answered: Answered, make_file: MakeFile, make_entry: MakeEntry
) -> None:
    """The receipt names session, sender, file and digest."""
    receipt = answered(make_file("itu-t", make_entry("one")))
    assert receipt.verdict == "accepted"
    assert receipt.contributor == Phrase(text="ITU-T", language="en")
    assert (receipt.session, receipt.name, receipt.digest) == ("C25", "a.yaml", "d")


@pytest.mark.parametrize(
    ("finding", "verdict"),
    [
        (found("note"), "to mend"),
        (found("warning", line=3), "to mend"),
        (found("error", line=3), "to mend"),
        (found("error"), "refused"),
    ],
)
def test_a_file_that_gave_nothing_is_to_mend_or_refused(
    answered: Answered, make_file: MakeFile, finding: Finding, verdict: str
) -> None:
    """An empty form is not accepted; where no error even has a place, nothing was read at all."""
    file = make_file("itu-t").model_copy(update={"findings": (finding,)})
    assert answered(file).verdict == verdict


def test_a_file_that_was_read_is_to_mend_even_if_its_error_has_no_place(
    answered: Answered, make_file: MakeFile, make_entry: MakeEntry
) -> None:
    """Entries that were understood are not refused."""
    assert answered(make_file("itu-t", make_entry("one"), aside=True)).verdict == "to mend"


def test_errors_come_first_and_all_in_the_order_of_the_file(
    answered: Answered, make_file: MakeFile
) -> None:
    """A contact goes through the file from top to bottom, and first mends what has to be."""
    weights: tuple[Severity, ...] = ("note", "error", "warning", "error", "note")
    findings = tuple(found(one, line=9 - number) for number, one in enumerate(weights))
    file = make_file("itu-t").model_copy(update={"findings": findings})
    assert [one.location.line for one in answered(file).findings] == [6, 8, 7, 5, 9]


def test_entries_come_by_section_in_the_order_of_the_document(
    answered: Answered, make_file: MakeFile, make_entry: MakeEntry
) -> None:
    """A section that nobody knows comes last, without a title."""
    entries = [make_entry(f"in-{key}", key) for key in ("unknown", "standards", "introduction")]
    receipt = answered(make_file("itu-t", *entries))
    understood = [
        (one.title and one.title.text, [e.id for e in one.entries]) for one in receipt.sections
    ]
    assert understood == [
        ("introduction", ["in-introduction"]),
        ("AI standards", ["in-standards"]),
        (None, ["in-unknown"]),
    ]


def test_titles_and_first_words_are_in_the_language_of_the_contact(
    answered: Answered, make_file: MakeFile, make_entry: MakeEntry
) -> None:
    """Where there are none, they are in another, which is named."""
    both = make_entry("both", text={"en": "Yes.", "fr": "Oui."})
    english = make_entry("english", text={"en": "Yes."})
    (section,) = answered(make_file("itu-t", both, english), language="fr").sections
    assert section.title == Phrase(text="Normes sur l'IA", language="fr")
    assert section.entries[0].first_words == Phrase(text="Oui.", language="fr")
    assert section.entries[1].first_words == Phrase(text="Yes.", language="en")


def test_first_words_show_no_marks_and_keep_the_statistics(
    answered: Answered, make_file: MakeFile, make_entry: MakeEntry
) -> None:
    """A statistic is shown as the contact wrote it, since it has no value yet."""
    entry = make_entry("one", text="**Bold**: [[number]] groups " + "and more " * 30)
    first_words = answered(make_file("itu-t", entry)).sections[0].entries[0].first_words.text
    assert first_words.startswith("Bold: [[number]] groups and more")
    assert first_words.endswith("…")


@pytest.mark.parametrize(
    ("text", "words"), [("Three plain words", 3), ("*Two* marks", 2), ("国际电联 ITU", 5)]
)
def test_words_are_counted_as_word_does(
    answered: Answered, make_file: MakeFile, make_entry: MakeEntry, text: str, words: int
) -> None:
    """Marks are no words, and each Chinese character is one."""
    receipt = answered(make_file("itu-t", make_entry("one", text=text)))
    assert receipt.sections[0].words == words


def test_the_words_of_a_table_count(
    answered: Answered, make_file: MakeFile, make_entry: MakeEntry
) -> None:
    """Its caption and its cells are both text."""
    table = {"en": [["Group", "Number"], ["SG13", "12"]]}
    entry = make_entry("one", text="A table", kind="table", table=table)
    assert answered(make_file("itu-t", entry)).sections[0].words == 6


def test_entries_are_compared_with_the_session_before(
    answered: Answered, make_file: MakeFile, make_entry: MakeEntry
) -> None:
    """They are new, changed or unchanged."""
    kept, changed, new = (make_entry(key) for key in ("kept", "changed", "new"))
    earlier = (kept, make_entry("changed", text="Something else."))
    (section,) = answered(make_file("itu-t", kept, changed, new), earlier=earlier).sections
    assert [entry.news for entry in section.entries] == ["unchanged", "changed", "new"]


def test_without_a_session_before_nothing_is_news(
    answered: Answered, make_file: MakeFile, make_entry: MakeEntry
) -> None:
    """Calling everything new would say nothing."""
    receipt = answered(make_file("itu-t", make_entry("one")))
    assert receipt.sections[0].entries[0].news is None
    assert receipt.follows is None


def test_sections_without_a_usable_text_are_awaited(
    answered: Answered, make_file: MakeFile, make_entry: MakeEntry
) -> None:
    """What another file brings is not; what stands in a file set aside still is."""
    sent = make_file("general-secretariat", make_entry("one", "introduction"))
    aside = make_file("general-secretariat", make_entry("two", "purpose"), name="b", aside=True)
    awaited = [title.text for title in answered(sent, aside).awaited]
    assert awaited == ["Purpose", "References"]


def test_files_of_others_leave_what_is_awaited_as_it_is(
    answered: Answered, make_file: MakeFile, make_entry: MakeEntry
) -> None:
    """Two contributors owe the same section each for themselves."""
    other = make_file("itu-r", make_entry("one", "standards"))
    assert [title.text for title in answered(make_file("itu-t"), other).awaited] == ["AI standards"]


def test_statistics_are_written_as_the_language_writes_numbers(
    answered: Answered, make_file: MakeFile
) -> None:
    """Every digit that was sent is shown."""
    unit = {"en": "groups", "fr": "groupes"}
    statistic = Statistic(key="number", value=Decimal("1234.50"), unit=unit, source="s")
    (figure,) = answered(make_file("itu-t", statistics=(statistic,)), language="fr").figures
    assert (figure.key, figure.value, figure.unit.text) == ("number", "1\u00a0234,50", "groupes")


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("en", Phrase(text="18 April 2025", language="en")),
        ("fr", Phrase(text="18 avril 2025", language="fr")),
        ("ru", Phrase(text="18 April 2025", language="en")),
    ],
)
def test_the_deadline_is_a_day(
    answered: Answered, make_file: MakeFile, language: Language, day: Phrase
) -> None:
    """A language without catalogue gets the English words, which are called so."""
    due = answered(make_file("itu-t"), language=language).due
    assert due is not None
    assert (due.title.text, due.day) == ("Contributions", day)


def test_a_session_may_have_no_deadline(make_desk: MakeDesk, make_file: MakeFile) -> None:
    """The receipt then names none."""
    file = make_file("itu-t")
    assert make_receipt(make_desk(), file, [file]).due is None
