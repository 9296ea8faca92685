"""The flow ``build-report``: the recipe of a build, its steps run as tasks of Prefect."""

import datetime
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast
from uuid import UUID

from prefect import Task, flow, get_run_logger
from prefect.artifacts import (
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)
from prefect.cache_policies import NO_CACHE
from prefect.utilities.annotations import opaque

from council_report.model.draft import Draft
from council_report.model.finding import Finding
from flows.building import Outcome, make
from flows.gathering import gather
from flows.ordering import BuildRequest
from flows.progress import heard_by, report

OUTSIDE = "convert to PDF with libreoffice"
"""The one step that may fail for a passing reason: an outside program does it."""


SECOND = 1.0
DONE = 100.0


@flow(name="build-report", flow_run_name="{request.name}")
def build_report(request: BuildRequest) -> Outcome:
    """Build a draft of a Council document; the run page shows findings, sources and files."""
    progress = RunProgress()
    with heard_by(progress.show):
        gathered = gather(request.place, request.session, as_task)
        _publish_findings(gathered.findings)
        outcome = make(request, gathered, datetime.datetime.now(datetime.UTC), as_task)
    if outcome.draft:
        _publish_sources(outcome.draft)
        _publish_files(outcome.draft)
    progress.show("Done", DONE)
    get_run_logger().info("%s", outcome.draft.folder if outcome.draft else "no draft was written")
    return outcome


class RunProgress:
    """The progress bar of a run page; each move is a request, so it moves once a second at most."""

    def __init__(self) -> None:
        artifact = create_progress_artifact(0.0, key="progress", description="Starting")
        self.artifact = cast("UUID", artifact)
        self.moved = time.monotonic()

    def show(self, name: str, percentage: float) -> None:
        """Move the bar, if it has stood for a while or the build is done."""
        if percentage == DONE or time.monotonic() - self.moved > SECOND:
            self.moved = time.monotonic()
            update_progress_artifact(self.artifact, percentage, description=name)


def as_task(name: str, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """A step as a task run; arguments pass as they are, without Prefect looking into them."""
    report(name)
    return Task(
        function,
        name=function.__name__.replace("_", "-"),
        task_run_name=name,
        cache_policy=NO_CACHE,
        retries=1 if name == OUTSIDE else 0,
        retry_delay_seconds=2,
    )(
        *(opaque(value) for value in args),
        **{key: opaque(value) for key, value in kwargs.items()},
    )


def _publish_findings(findings: tuple[Finding, ...]) -> None:
    create_table_artifact(
        key="findings",
        description=f"{len(findings)} findings",
        table=[
            {
                "severity": finding.severity,
                "place": str(finding.location),
                "message": finding.message,
                "what to do": finding.remedy,
                "rule": finding.rule,
            }
            for finding in findings
        ],
    )


def _publish_sources(draft: Draft) -> None:
    """Who sent what, and who is awaited where."""
    sent = [
        {
            "contributor": one.contributor,
            "file": one.file,
            "entries": one.entries,
            "set aside": one.reason,
        }
        for one in draft.manifest.ingredients
        if one.contributor
    ]
    awaited = [
        {"contributor": gap.contributor, "section": gap.section, "why": gap.reason}
        for gap in draft.manifest.gaps
    ]
    create_table_artifact(key="contributors", description="Who sent what", table=sent)
    if awaited:
        create_table_artifact(key="awaited", description="Who is awaited", table=awaited)


def _publish_files(draft: Draft) -> None:
    folder = Path(draft.folder).resolve()
    links = [
        f"- [{product.file}]({(folder / product.file).as_uri()})"
        for product in draft.manifest.products
    ]
    refused = [
        f"- no redline in {one.language}: {one.problem}"
        for one in draft.manifest.redlines
        if one.problem
    ]
    create_markdown_artifact(key="files", markdown="\n".join([f"{folder}", "", *links, *refused]))
