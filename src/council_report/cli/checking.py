"""The findings of what a person names: a session, or a file of one."""

from pathlib import Path

from council_report.errors import UsageError
from council_report.intake.sources import standing
from council_report.model.finding import Finding
from council_report.settings import Workplace
from flows.gathering import Gathered, gather


def findings_of(place: Workplace, what: str) -> tuple[Finding, ...]:
    """The findings of a session, or of one file, judged within its session.

    Where the session itself cannot be used, nothing in it was judged: its findings are the answer.
    Raises UsageError for a file that is in no session, or is not read.
    """
    path = Path(what)
    if not (path.is_file() or path.is_symlink()):
        if path.name != what or path.suffix:
            raise UsageError(
                f"There is no file {what}.",
                "Name a file as it is seen from the current folder, or a session such as C25.",
            )
        return gather(place, what).findings
    path = path.parent.resolve() / path.name  # A link is a finding at its own place.
    inputs, session = _session_of(path)
    gathered = gather(place.model_copy(update={"inputs": inputs}), session)
    if gathered.desk is None:
        return gathered.findings
    name = name_of(path, inputs, session)
    refuse_unread(name, gathered)
    return tuple(finding for finding in gathered.findings if finding.location.file == name)


def name_of(path: Path, inputs: Path, session: str) -> str:
    """The name of a file of a session as findings have it, where every sign can be shown."""
    there = (one.name for one in standing(inputs, session, ()) if one.path == path)
    return next(there, f"{inputs.name}/{path.relative_to(inputs).as_posix()}")


def _session_of(path: Path) -> tuple[Path, str]:
    """The inputs folder and the session: the outermost, as anybody may send a session.yaml."""
    for folder in reversed(path.parents):
        if (folder / "session.yaml").is_file():
            return folder.parent, folder.name
    raise UsageError(
        f"{path} is in no session: no folder above it holds a session.yaml.",
        "Put the file into its contributor's folder, inputs/<session>/<contributor>/.",
    )


def refuse_unread(name: str, gathered: Gathered) -> None:
    """Raise UsageError if nobody looked into the file of this name."""
    found = (finding.location.file for finding in gathered.findings)
    if name in found or name in {file.name for file in gathered.files}:
        return
    raise UsageError(
        f"{name} is not read: it stands in a folder that holds no contributions, such as "
        "receipts/, or has a name that programs give in passing, such as x.tmp, ~$x or .x.",
        "Send it under another name, in its contributor's folder, inputs/<session>/<contributor>/.",
    )
