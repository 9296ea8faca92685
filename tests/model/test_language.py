"""The six official languages."""

import pytest
from pydantic import TypeAdapter, ValidationError

from council_report.model.language import LANGUAGES, LETTERS, Line, Translations
from council_report.model.text import one_line


def test_every_language_has_its_own_letter() -> None:
    """The six languages carry six different letters in document symbols."""
    assert tuple(LETTERS) == LANGUAGES
    assert "".join(LETTERS.values()) == "EFSRCA"


def test_a_text_may_exist_in_any_of_the_languages() -> None:
    """A translated text names its languages by their codes."""
    texts = dict.fromkeys(LANGUAGES, "Geneva")
    assert TypeAdapter(Translations).validate_python(texts) == texts


@pytest.mark.parametrize("texts", [{"de": "Genf"}, {"EN": "Geneva"}, {"en": ""}, {"en": None}])
def test_other_languages_and_empty_texts_are_refused(texts: dict[str, object]) -> None:
    """A language that is not official, or a text of no length, is no translation."""
    with pytest.raises(ValidationError):
        TypeAdapter(Translations).validate_python(texts)


def test_a_line_may_be_written_on_several() -> None:
    """A folded text of a file is taken as it is; printing makes its line breaks spaces."""
    line = TypeAdapter(Line).validate_python("one\ntwo")
    assert one_line(line) == "one two"


def test_a_line_is_never_empty() -> None:
    """A line holds at least one character."""
    with pytest.raises(ValidationError):
        TypeAdapter(Line).validate_python("")
