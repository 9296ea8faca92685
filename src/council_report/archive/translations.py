"""Translations written among the inputs: ``translations/<language>.yaml``, whole or not at all."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from council_report.archive.lists import ListFile, change_list
from council_report.errors import ArchiveError
from council_report.model.language import Language
from council_report.model.translation import TRANSLATIONS, Translation, TranslationsFile

BEGINNING = """\
# yaml-language-server: $schema=../../../schemas/translations.json
#
# Translations as they came back, each with the digest of the text that it was made from: once that
# text changes, the translation is out of date. council-report translate writes this file.

language: {language}
translations: []
"""


def store_translations(
    session: Path, language: Language, translations: Sequence[Translation]
) -> Path:
    """The file of translations into a language in the folder of a session, which now holds these.

    Each takes the place of the one of its unit, or comes after all others. Everything else in the
    file, comments too, stays. Raises ArchiveError, and changes nothing, if that cannot be, or if
    the file is not what the program expects.
    """
    new = {one.unit: one for one in translations}

    def put(listed: CommentedSeq) -> None:
        there = {item["unit"] for item in listed}
        for item in listed:
            if item["unit"] in new:
                _renew(item, _item(new[item["unit"]]))
        listed.extend(_item(one) for one in translations if one.unit not in there)

    def expected(known: TranslationsFile) -> TranslationsFile:
        kept = [new.get(one.unit, one) for one in known.translations]
        there = {one.unit for one in kept}
        added = (one for one in new.values() if one.unit not in there)
        return TranslationsFile(language=language, translations=(*kept, *added))

    path = session / TRANSLATIONS / f"{language}.yaml"
    try:
        path.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise ArchiveError(
            f"{path.parent} could not be made: {error.strerror}.",
            "Make sure that this account may write in the folder of the session.",
        ) from error
    beginning = BEGINNING.format(language=language)
    change_list(ListFile(path, "translations", beginning, TranslationsFile), put, expected)
    return path


def _renew(item: CommentedMap, new: CommentedMap) -> None:
    """Put new values in the place of the old ones; the comment that follows them stays."""
    last = next(reversed(item))
    following = item.ca.items.pop(last, None)
    for key in [key for key in item if key not in new]:
        del item[key]
    item.update(new)
    if following is not None:
        item.ca.items[next(reversed(item))] = following


def _item(translation: Translation) -> CommentedMap:
    said: dict[str, Any] = translation.model_dump(exclude_none=True)
    if "text" in said:
        said["text"] = LiteralScalarString(said["text"])
    for name in ("translator", "status"):
        if name in said:
            said[name] = DoubleQuotedScalarString(said[name])
    return CommentedMap(said)
