"""Accepted edits written among the inputs: ``amendments.yaml``, whole or not at all."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from council_report.archive.lists import ListFile, change_list
from council_report.model.amendment import AMENDMENTS, Amendment, AmendmentsFile

BEGINNING = """\
# yaml-language-server: $schema=../../schemas/amendments.json
#
# Reviewers' edits that were accepted, in the order in which they apply. council-report feedback
# adds to this file; what is deleted here is not applied any more.

amendments: []
"""

FREE = ("new", "by", "why")
"""What people wrote, in which anything may stand."""


def add_amendments(session: Path, amendments: Sequence[Amendment]) -> Path:
    """The file of amendments in the folder of a session, which now ends with these.

    Everything else in it, comments too, stays. Raises ArchiveError, and changes nothing, if that
    cannot be, or if the file is not what the program expects.
    """

    def add(listed: CommentedSeq) -> None:
        listed.extend(_item(one) for one in amendments)

    def expected(known: AmendmentsFile) -> AmendmentsFile:
        return AmendmentsFile(amendments=(*known.amendments, *amendments))

    path = session / AMENDMENTS
    change_list(ListFile(path, "amendments", BEGINNING, AmendmentsFile), add, expected)
    return path


def _item(amendment: Amendment) -> CommentedMap:
    said: dict[str, Any] = amendment.model_dump(exclude_none=True)
    said |= {name: DoubleQuotedScalarString(said[name]) for name in FREE if name in said}
    if amendment.cell:
        said["cell"] = CommentedSeq(amendment.cell)
        said["cell"].fa.set_flow_style()
    return CommentedMap(said)
