"""What a call of the verb feedback asks for: copies to take in, proposals to accept, or a list."""

import datetime
from collections.abc import Sequence
from pathlib import Path

from council_report.errors import UsageError
from council_report.settings import Workplace
from flows.accepting import accept
from flows.feeding import Fed, Wanted, take_in


def feed(
    place: Workplace,
    session: str,
    kind: str,
    files: Sequence[Path],
    ids: Sequence[str],
    author: str | None,
    why: str | None,
    today: datetime.date,
) -> Fed:
    """Take in files, then accept proposals, as far as either is asked for.

    Raises UsageError for a reason without anything to accept.
    """
    accepts = bool(ids) or author is not None
    if why is not None and not accepts:
        raise UsageError(
            "A reason is given, and nothing to accept.",
            "Name what is accepted with --accept or --all-from.",
        )
    wanted = Wanted(session, kind)
    fed = take_in(place, wanted, files)
    if not accepts:
        return fed
    accepted = accept(place, wanted, today, ids=ids, author=author, why=why)
    return accepted._replace(taken=fed.taken)


def was_refused(fed: Fed) -> bool:
    """Whether a file could not be read."""
    return any(one.record is None for one in fed.taken)
