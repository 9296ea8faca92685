"""Running the build flow from a command: quietly, and leaving nothing behind."""

import os
from contextlib import chdir

from council_report.errors import CouncilReportError, WorkflowError
from flows.building import Outcome
from flows.ordering import BuildRequest
from flows.progress import Listener, heard_by

QUIET = {
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
}
"""Settings of Prefect for a run whose console belongs to us."""


def run_build(request: BuildRequest, listener: Listener) -> Outcome:
    """Run the flow on the server of PREFECT_API_URL, or on Prefect's embedded one.

    Raises what a build raises, and WorkflowError if Prefect itself fails.
    """
    os.environ |= QUIET
    # Prefect reads its settings from the pyproject.toml of the current folder.
    with chdir(request.place.root):
        # Imported here, because it takes a second and reads the settings above.
        from httpx import HTTPError
        from prefect.exceptions import PrefectException

        try:
            return _run(request, listener)
        except CouncilReportError:
            raise
        except (PrefectException, HTTPError, RuntimeError) as error:
            raise _explained(error) from error


def _run(request: BuildRequest, listener: Listener) -> Outcome:
    from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

    from flows.build_report import build_report

    # The guardian sees to a killed build; ending the thread of heartbeats would take a second.
    no_heartbeat = temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None})
    with heard_by(listener), no_heartbeat:
        return build_report(request)


def _explained(error: Exception) -> WorkflowError:
    from prefect.settings import PREFECT_API_URL

    url = PREFECT_API_URL.value()
    what = f"the Prefect server {url}" if url else "Prefect's embedded server"
    hint = (
        "Check that the server runs and that PREFECT_API_URL is its address, or unset it."
        if url
        else "Build again; if it fails again, start a server with 'prefect server start'."
    )
    return WorkflowError(f"The build could not be run on {what}: {error}", hint)
