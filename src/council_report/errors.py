"""Errors: the program is unable to go on. News about somebody's data is a Finding, not an error."""


class CouncilReportError(Exception):
    """The program cannot go on; ``hint`` tells a person what to do about it."""

    exit_code = 3

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(CouncilReportError):
    """The command was called for something that does not exist or cannot be."""

    exit_code = 2


class RenderingError(CouncilReportError):
    """A document could not be made, or was made and does not say what it should."""

    exit_code = 4


class ArchiveError(CouncilReportError):
    """A draft could not be stored, or a stored draft is damaged."""

    exit_code = 5


class WorkflowError(CouncilReportError):
    """The workflow engine could not be reached or started."""

    exit_code = 6


class ComparisonError(CouncilReportError):
    """Two drafts could not be compared, or what came of it cannot be relied on."""

    exit_code = 7
