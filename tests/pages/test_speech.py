"""Messages and quoted words as a page says them, in the direction of their language."""

import pytest

from council_report.model.language import Language
from council_report.model.message import Message
from council_report.model.receipt import Phrase
from council_report.pages.speech import Speech, filled

WORDING = {"no {x}": "لا {x}", "file": "ملف"}


@pytest.mark.parametrize(
    ("language", "direction"),
    [("ar", "rtl"), ("zh", "ltr"), ("ru", "ltr"), ("es", "ltr"), ("fr", "ltr"), ("en", "ltr")],
)
def test_a_page_begins_its_lines_where_its_language_does(
    language: Language, direction: str
) -> None:
    """On the right in Arabic alone."""
    assert Speech(language, WORDING).direction == direction


def test_a_page_without_words_in_its_language_is_in_english() -> None:
    """And begins its lines on the left, as English does."""
    speech = Speech("ar", {})
    assert (speech.language, speech.direction) == ("en", "ltr")


@pytest.mark.parametrize(
    ("language", "html"),
    [
        ("ar", '<bdi dir="rtl">ITU-T نص</bdi>'),
        ("fr", "<bdi>ITU-T نص</bdi>"),
    ],
)
def test_own_words_of_a_page_are_set_apart(language: Language, html: str) -> None:
    """Arabic ones may begin with a Latin name, so their direction is said."""
    assert Speech(language, WORDING).phrase(Phrase(text="ITU-T نص", language=language)) == html


def test_words_in_another_language_say_which() -> None:
    """An Arabic name on a French page, a French one on an Arabic page."""
    arabic, french = Phrase(text="القطاع", language="ar"), Phrase(text="Secteur", language="fr")
    assert Speech("fr", WORDING).phrase(arabic) == '<bdi lang="ar" dir="rtl">القطاع</bdi>'
    assert Speech("ar", WORDING).phrase(french) == '<bdi lang="fr">Secteur</bdi>'


def test_the_values_of_a_message_are_quoted_and_messages_in_it_said() -> None:
    """A phrase keeps its language within a sentence."""
    speech = Speech("ar", WORDING)
    assert speech.say(Message("no {x}", x=Message("file"))) == "لا ملف"
    assert speech.say(Message("no {x}", x="<a>")) == "لا <bdi>&lt;a&gt;</bdi>"
    assert speech.say(Message("no {x}", x=Phrase(text="a", language="en"))) == (
        'لا <bdi lang="en">a</bdi>'
    )


def test_a_message_may_be_filled_as_plain_text() -> None:
    """Each value is quoted in the way that is asked for, however deep it stands."""
    message = Message("no {x}", x=Message("no {x}", x="a"))
    assert filled(message, WORDING, lambda value: f"<{value}>") == "لا لا <a>"
