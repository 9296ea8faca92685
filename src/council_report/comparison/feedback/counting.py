"""How many proposals there are, in words."""

from collections.abc import Sequence

from council_report.model.feedback import Proposal


def counted(proposals: Sequence[Proposal]) -> str:
    """How many edits and comments there are, and how many of them are in conflict."""
    comments = sum(one.kind == "comment" for one in proposals)
    conflicts = sum(bool(one.conflicts) for one in proposals)
    contested = (f"{number_of(conflicts, 'edit', 'edits')} in conflict",) if conflicts else ()
    return ", ".join(
        (
            number_of(len(proposals) - comments, "edit", "edits"),
            number_of(comments, "comment", "comments"),
            *contested,
        )
    )


def number_of(number: int, one: str, more: str) -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else more}"
