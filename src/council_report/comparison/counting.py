"""How much changed, in figures."""

from collections import Counter
from collections.abc import Sequence
from typing import get_args

from council_report.model.change import Change, ChangeKind


def count_by_kind(changes: Sequence[Change]) -> dict[ChangeKind, int]:
    """How many changes are of each kind that occurs, in the order of the kinds.

    A change of several kinds counts for each of them.
    """
    counts = Counter(kind for change in changes for kind in change.kinds)
    return {kind: counts[kind] for kind in get_args(ChangeKind) if counts[kind]}
