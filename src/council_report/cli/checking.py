"""The findings of what a person names: a session, or a file of one."""

from pathlib import Path

from council_report.errors import UsageError
from council_report.model.finding import Finding
from council_report.settings import Workplace
from flows.gathering import Gathered, gather


def findings_of(place: Workplace, what: str) -> tuple[Finding, ...]:
    """The findings of a session, or of one file, judged within its session if it is in one."""
    path = Path(what)
    if not path.is_file():
        return gather(place, what).findings
    inputs, session = _session_of(path.resolve())
    gathered = gather(place.model_copy(update={"inputs": inputs}), session)
    return _about(path, inputs, gathered)


def _session_of(path: Path) -> tuple[Path, str]:
    for folder in path.parents:
        if (folder / "session.yaml").is_file():
            return folder.parent, folder.name
    raise UsageError(
        f"{path} is in no session: no folder above it holds a session.yaml.",
        "Put the file into its contributor's folder, inputs/<session>/<contributor>/.",
    )


def _about(path: Path, inputs: Path, gathered: Gathered) -> tuple[Finding, ...]:
    name = f"{inputs.name}/{path.resolve().relative_to(inputs).as_posix()}"
    return tuple(finding for finding in gathered.findings if finding.location.file == name)
