"""Reviewers' edits that were accepted: a layer over what contributors sent."""

import datetime
import hashlib
from typing import Annotated, Literal

from pydantic import Field

from council_report.model.contribution import EntryKind
from council_report.model.language import Language, Line
from council_report.model.noun import Noun
from council_report.model.session import Key

AMENDMENTS = "amendments.yaml"
"""The name of the file, beside ``session.yaml``."""

Action = Literal["replace", "remove", "add"]


class Amendment(Noun):
    """One accepted edit of one entry.

    ``old`` is the ``text_digest`` of the text that it was made for, as its contributor had sent
    it: once that text has changed, the amendment is not applied any more, and a finding says so.
    ``replace`` puts ``new``, in the Markdown subset, in the place of the text in one language, or
    of one cell of its table, ``cell`` being row and column from 1. ``remove`` leaves the entry out
    of every language. ``add`` puts a new entry, ``id``, of the given ``kind``, after this one; it
    has the same contributor and section.
    """

    action: Action = "replace"
    contributor: Key
    entry: Key
    language: Language
    cell: tuple[Annotated[int, Field(ge=1)], Annotated[int, Field(ge=1)]] | None = None
    old: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    new: Line | None = None
    id: Key | None = None
    kind: EntryKind | None = None
    by: Line
    on: datetime.date
    why: Line | None = None


class AmendmentsFile(Noun):
    """What ``amendments.yaml`` holds, in the order in which the edits were accepted."""

    amendments: tuple[Amendment, ...] = ()


def text_digest(said: str) -> str:
    """What stands for a text, as it was sent, in an amendment: its SHA-256."""
    return hashlib.sha256(said.encode()).hexdigest()
