"""Messages: English at once, another language when asked."""

import pickle

from council_report.model.finding import Finding
from council_report.model.location import Location
from council_report.model.message import Message, listed

FRENCH = {
    "section {name} is not known": "la section {name} n'est pas connue",
    "line {line}": "ligne {line}",
}


def test_a_message_is_its_english_text() -> None:
    """Whoever does not care for languages takes it as a string."""
    message = Message("section {name} is not known", name="normes")
    assert message == "section normes is not known"
    assert isinstance(message, str)


def test_a_message_is_said_in_another_language_with_the_same_values() -> None:
    """The template is looked up, the values stay."""
    message = Message("section {name} is not known", name="{normes}")
    assert message.said(FRENCH) == "la section {normes} n'est pas connue"


def test_a_message_that_a_language_lacks_is_said_in_english() -> None:
    """Nothing is ever left unsaid."""
    message = Message("nothing stands here")
    assert message.said(FRENCH) == "nothing stands here"
    assert not message.known_in(FRENCH)


def test_a_message_within_a_message_is_translated_too() -> None:
    """A place quoted in a message is said in the same language."""
    message = Message("section {name} is not known", name=Message("line {line}", line=3))
    assert message.said(FRENCH) == "la section ligne 3 n'est pas connue"
    assert message.known_in(FRENCH)


def test_verbatim_words_are_the_same_in_every_language() -> None:
    """Braces in what a library said are no placeholders."""
    message = Message.verbatim("expected {")
    assert message == "expected {"
    assert message.said(FRENCH) == "expected {"
    assert message.known_in(FRENCH)


def test_a_finding_keeps_the_message_and_shows_it_as_text() -> None:
    """In JSON a message is its English text; in Python it can still be translated."""
    finding = Finding(
        rule="section-unknown",
        severity="error",
        location=Location("a.docx", paragraph=2, words="Normes"),
        message=Message("section {name} is not known", name="normes"),
        remedy="Write another {name}.",
    )
    assert finding.message.said(FRENCH) == "la section normes n'est pas connue"
    assert finding.model_dump(mode="json")["message"] == "section normes is not known"
    assert finding.remedy.said(FRENCH) == "Write another {name}."
    assert pickle.loads(pickle.dumps(finding)) == finding  # noqa: S301 - our own bytes


def test_a_message_survives_the_way_to_another_process() -> None:
    """Pickled and back it can still be translated."""
    message = Message("section {name} is not known", name="x")
    assert pickle.loads(pickle.dumps(message)).said(FRENCH) == message.said(FRENCH)  # noqa: S301 - our own bytes


def test_words_are_listed_as_a_language_lists_them() -> None:
    """With its own comma between them; messages among them are said in it."""
    words = listed([Message("done"), "R1", Message("planned")])
    assert words == "done, R1, planned"
    chinese = {"{one}, {two}": "{one}、{two}", "done": "已完成", "planned": "计划中"}
    assert words.said(chinese) == "已完成、R1、计划中"
