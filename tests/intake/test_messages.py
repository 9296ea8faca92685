"""Catalogues of messages: read with gettext's own format, and refused where they would mislead."""

import pytest

from council_report.intake.messages import read_messages
from council_report.model.location import Location
from council_report.model.source import SourceFile

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


def read(text: str | bytes):
    """What a catalogue of this text gives."""
    data = text if isinstance(text, bytes) else (HEADER + text).encode()
    return read_messages(SourceFile(name="templates/messages/fr.po", data=data, digest=""))


def test_a_message_is_read_by_its_english_words():
    """A translation, over several lines or on one, is found by its template."""
    text = 'msgid ""\n"line "\n"{line}"\nmsgstr "ligne {line}"\n'
    assert read(text) == ({"line {line}": "ligne {line}"}, ())


def test_what_is_not_translated_yet_is_left_out():
    """Empty, fuzzy and obsolete translations are none."""
    text = (
        'msgid "a"\nmsgstr ""\n\n#, fuzzy\nmsgid "b"\nmsgstr "c"\n\n#~ msgid "d"\n#~ msgstr "e"\n'
    )
    assert read(text) == ({}, ())


def test_an_empty_file_has_no_words():
    """A catalogue that nobody has begun is no mistake."""
    assert read(b"") == ({}, ())


@pytest.mark.parametrize(
    "translation", ["ligne", "{ligne}", "{line} {line} {row}", "{line.__class__}", "{line", "{}"]
)
def test_a_translation_with_other_placeholders_is_refused(translation):
    """A translation that could not be filled in is an error at its line."""
    _, (finding,) = read(f'msgid "line {{line}}"\nmsgstr "{translation}"\n')
    assert (finding.rule, finding.severity) == ("messages-placeholder", "error")
    assert finding.location == Location("templates/messages/fr.po", 5)
    assert translation in finding.message


@pytest.mark.parametrize("text", ["msgid a\n", "\n".join(["not", "a", "catalogue"])])
def test_a_file_that_is_no_catalogue_is_refused(text):
    """A slip of the keyboard is an error in the file, never a traceback."""
    assert [one.rule for one in read(text)[1]] == ["messages-broken"]


def test_a_file_in_another_encoding_is_refused():
    """Bytes that are no UTF-8 are an error in the file."""
    assert [one.rule for one in read((HEADER + 'msgid "a"\nmsgstr "é"').encode("latin-1"))[1]] == [
        "messages-broken"
    ]
