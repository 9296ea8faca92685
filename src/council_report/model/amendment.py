"""Reviewers' edits that were accepted: a layer over what contributors sent."""

import hashlib
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from council_report.model.language import Language, Line
from council_report.model.noun import Noun
from council_report.model.session import Day, Key

AMENDMENTS = "amendments.yaml"
"""The name of the file, beside ``session.yaml``."""

Action = Literal["replace", "remove", "add"]

AddedKind = Literal["paragraph", "bullet", "sub-bullet", "numbered"]
"""What an entry that is added may be: a table is for its contributor to send."""

NEEDED: Mapping[Action, tuple[str, ...]] = {"replace": ("new",), "remove": (), "add": ("id", "new")}
UNFIT: Mapping[Action, tuple[str, ...]] = {
    "replace": ("id", "kind"),
    "remove": ("cell", "new", "id", "kind"),
    "add": ("cell",),
}
"""The keys that an action cannot do without, and those that would say nothing."""


def _in_a_pair(value: Any) -> Any:
    """Row and column: one error for all that is not two values, whatever it is."""
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise PydanticCustomError("cell_form", "row and column are needed")
    return value


FromOne = Annotated[int, Field(ge=1)]
Cell = Annotated[tuple[FromOne, FromOne], BeforeValidator(_in_a_pair)]
"""A cell of a table: row and column, from 1."""


class Amendment(Noun):
    """One accepted edit of one entry.

    ``old`` is the ``text_digest`` of the text that it was made for, as its contributor had sent
    it: once that text has changed, the amendment is not applied any more, and a finding says so.
    Where the entry has no text in ``language``, it is that of the text that is printed there.
    ``replace`` puts ``new``, in the Markdown subset, in the place of the text in one language, or
    of one cell of its table, ``cell`` being row and column from 1. ``remove`` leaves the entry out
    of every language. ``add`` puts a new entry, ``id``, of the given ``kind``, a paragraph where
    none is given, after this one; it has the same contributor and section.
    """

    action: Action = "replace"
    contributor: Key
    entry: Key
    language: Language
    cell: Cell | None = None
    old: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    new: str | None = None
    id: Key | None = None
    kind: AddedKind | None = None
    by: Line
    on: Day
    why: Line | None = None

    @model_validator(mode="after")
    def _has_what_its_action_needs(self) -> Self:
        for key in NEEDED[self.action]:
            if not getattr(self, key) and not (key == "new" and self.new == "" and self.cell):
                raise PydanticCustomError("key_needed", "a key is missing", {"key": key})
        for key in UNFIT[self.action]:
            if getattr(self, key) is not None:
                raise PydanticCustomError("key_unfit", "a key says nothing here", {"key": key})
        return self


def _listed(value: Any) -> Any:
    """Nothing is an empty list: the last amendment may be deleted, and its key left."""
    return () if value is None else value


class AmendmentsFile(Noun):
    """What ``amendments.yaml`` holds, in the order in which the edits were accepted."""

    amendments: Annotated[tuple[Amendment, ...], BeforeValidator(_listed)] = ()


def text_digest(said: str) -> str:
    """What stands for a text, as it was sent, in an amendment: its SHA-256."""
    return hashlib.sha256(said.encode()).hexdigest()
