"""The flow build-report, run on a Prefect server."""

from pathlib import Path
from uuid import UUID

import pytest

from flows.ordering import BuildRequest

pytestmark = [pytest.mark.prefect, pytest.mark.usefixtures("prefect_server")]


class Run:
    """A finished run of the flow, as the server tells of it."""

    def __init__(self, log: pytest.LogCaptureFixture, **options: object) -> None:
        from prefect.client.orchestration import get_client

        from flows.build_report import build_report

        request = BuildRequest.model_validate({"session": "C25", "pdf": "none"} | options)
        with log.at_level("INFO", logger="prefect.task_runs"):
            state = build_report(request, return_state=True)
        self.outcome = state.result()
        # The server writes task runs down only some time after the run; its log is there at once.
        self.task_names = [
            str(vars(record)["task_run_name"])
            for record in log.records
            if record.name == "prefect.task_runs"
        ]
        self.id: UUID = state.state_details.flow_run_id
        with get_client(sync_client=True) as client:
            self.flow_run = client.read_flow_run(self.id)
            self.artifacts = {
                artifact.key: artifact
                for artifact in client.read_artifacts()
                if artifact.flow_run_id == self.id
            }


@pytest.fixture
def run(workplace: Path, caplog: pytest.LogCaptureFixture) -> Run:
    """A run that builds the sample report."""
    assert workplace
    return Run(caplog, document="report")


def test_the_flow_builds_the_draft_that_the_plain_recipe_builds(run: Run, workplace: Path) -> None:
    """The flow stores the draft of the sample session."""
    assert run.outcome.is_new
    assert Path(run.outcome.draft.folder) == workplace / "outputs/C25/report/draft-001"


def test_the_run_and_its_tasks_bear_names_that_a_person_recognises(run: Run) -> None:
    """The run is named after session and document, each task after what it does to which file."""
    assert run.flow_run.name == "C25-report"
    assert "read inputs/C25/itu-t/standards.yaml" in run.task_names
    assert "check inputs/C25/itu-t/standards.yaml" in run.task_names
    assert "assemble report, fr" in run.task_names
    assert "render S25-CL-C-XXXX!!MSW-E.docx" in run.task_names
    assert len(run.task_names) == len(set(run.task_names))


def test_the_run_page_shows_findings_contributors_files_and_progress(run: Run) -> None:
    """The artifacts of a run are the findings, the contributors, links to the files, progress."""
    assert set(run.artifacts) == {"findings", "contributors", "files", "progress"}
    assert run.artifacts["progress"].data == 100.0
    assert "inputs/C25/itu-r/standards.yaml" in run.artifacts["contributors"].data
    assert "draft-001/S25-CL-C-XXXX%21%21MSW-F.docx" in run.artifacts["files"].data


def test_findings_of_broken_inputs_stand_on_the_run_page(
    workplace: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A finding is shown with severity, place, message and what to do."""
    (workplace / "inputs/C25/itu-r/standards.yaml").write_text("entries: [")
    run = Run(caplog)
    assert "inputs/C25/itu-r/standards.yaml" in run.artifacts["findings"].data
    assert "set aside for errors: inputs/C25/itu-r/standards.yaml" in run.artifacts["awaited"].data


def test_an_error_of_ours_fails_the_run_with_its_message(workplace: Path) -> None:
    """A request for what the session does not plan fails the run, and says why."""
    from flows.build_report import build_report

    assert workplace
    state = build_report(BuildRequest(session="C99"), return_state=True)
    assert state.is_failed()
    assert "There is no session 'C99'" in str(state.message)
