"""The command ``build`` from the outside, with Prefect's embedded server or a running one."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

pytestmark = pytest.mark.prefect

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "council_report.cli", "build", "C25", "--pdf", "typst"]


def environment(home: Path, **more: str) -> dict[str, str]:
    """The environment of a newcomer: no Prefect server, and a home folder without a past."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PREFECT_")}
    return kept | {"PREFECT_HOME": str(home / "prefect")} | more


def processes_of(home: Path) -> list[int]:
    """The processes that were started with this home, whoever their parent is now."""
    mark = f"PREFECT_HOME={home / 'prefect'}".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (folder / "environ").read_bytes().split(b"\0"):
                found.append(int(folder.name))
        except OSError:
            continue
    return found


def children_of(parent: int) -> dict[int, str]:
    """The processes below one, with their command lines."""
    parents, commands = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            after_name = (folder / "stat").read_text().rpartition(")")[2]
            parents[int(folder.name)] = int(after_name.split()[1])
            commands[int(folder.name)] = (folder / "cmdline").read_bytes().decode()
    family = {parent}
    for _ in parents:
        family |= {child for child, above in parents.items() if above in family}
    return {child: commands[child] for child in family - {parent} if child in commands}


def test_a_newcomers_build_is_quiet_and_leaves_no_process(workplace: Path) -> None:
    """With no server running the build uses the embedded one, without a word of it."""
    done = subprocess.run(
        COMMAND, capture_output=True, text=True, check=False, env=environment(workplace)
    )
    assert done.returncode == 0
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines[0] == "draft-001 of the C25 report is written."
    assert lines[1] == "outputs/C25/report/draft-001"
    assert lines[-1] == "No findings."
    assert not any("prefect" in line.lower() for line in lines)


def test_a_build_uses_the_server_of_prefect_api_url(workplace: Path, prefect_server: str) -> None:
    """With PREFECT_API_URL set the run is made on that server, under its name."""
    from prefect.client.orchestration import get_client

    done = subprocess.run(
        [*COMMAND, "--json"],
        capture_output=True,
        text=True,
        check=False,
        env=environment(workplace, PREFECT_API_URL=prefect_server),
    )
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["is_new"]
    assert answer["manifest"]["engine"] == "typst"
    with get_client(sync_client=True) as client:
        parameters = [run.parameters for run in client.read_flow_runs()]
    assert any(one["request"].get("outputs") == str(workplace / "outputs") for one in parameters)


def test_an_unreachable_server_is_explained_without_a_traceback(workplace: Path) -> None:
    """A wrong PREFECT_API_URL ends with exit code 6, and says what to check."""
    done = subprocess.run(
        COMMAND,
        capture_output=True,
        text=True,
        check=False,
        env=environment(
            workplace,
            PREFECT_API_URL="http://127.0.0.1:9/api",
            PREFECT_CLIENT_MAX_RETRIES="0",
        ),
    )
    assert done.returncode == 6
    assert "PREFECT_API_URL" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(workplace.glob("outputs/C25/report/draft-*"))


def is_alive(process: int) -> bool:
    """Whether a process runs still; one that has ended may wait for its new parent to notice."""
    with suppress(OSError):
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        return state != "Z"
    return False


def wait_for(what: str, condition: Callable[[], object]) -> None:
    """Return when a condition holds; fail when it does not within two minutes."""
    deadline = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        os.sched_yield()


@pytest.mark.libreoffice
@pytest.mark.parametrize("running", ["uvicorn", "soffice.bin"])
def test_a_killed_build_leaves_no_draft_and_no_process(workplace: Path, running: str) -> None:
    """After kill -9 nothing half-made is visible, all children end, and the next build succeeds."""
    command = [*COMMAND[:-1], "libreoffice"]
    build = subprocess.Popen(command, env=environment(workplace), stdout=subprocess.DEVNULL)
    wait_for(running, lambda: running in "".join(children_of(build.pid).values()))
    children = children_of(build.pid)
    build.send_signal(signal.SIGKILL)
    build.wait()
    wait_for("the end of all children", lambda: not any(map(is_alive, children)))
    assert processes_of(workplace) == []
    assert not list(workplace.glob("outputs/C25/report/draft-*"))
    done = subprocess.run(command, env=environment(workplace), check=False)
    assert done.returncode == 0
    assert [p.name for p in workplace.glob("outputs/C25/report/draft-*")] == ["draft-001"]


def test_two_builds_at_once_give_one_whole_draft(workplace: Path, prefect_server: str) -> None:
    """Two builds of the same inputs, started together, end with the same draft, stored once."""
    settings = environment(workplace, PREFECT_API_URL=prefect_server)
    both = [subprocess.Popen(COMMAND, env=settings, stdout=subprocess.PIPE) for _ in range(2)]
    answers = [build.communicate()[0].decode() for build in both]
    assert [build.returncode for build in both] == [0, 0]
    assert all(answer.startswith("draft-001 of the C25 report is") for answer in answers)
    assert [p.name for p in workplace.glob("outputs/C25/report/draft-*")] == ["draft-001"]


def test_the_deployment_is_made_as_documented(workplace: Path, prefect_server: str) -> None:
    """After the pool is created, ``prefect deploy --all`` makes the deployment of prefect.yaml."""
    from prefect.client.orchestration import get_client

    prefect = [sys.executable, "-m", "prefect", "--no-prompt"]
    settings = environment(workplace, PREFECT_API_URL=prefect_server)
    for words in (
        ["work-pool", "create", "council-report", "--type", "process"],
        ["deploy", "--all"],
    ):
        subprocess.run(
            [*prefect, *words], cwd=ROOT, env=settings, check=True, stdout=subprocess.DEVNULL
        )
    with get_client(sync_client=True) as client:
        deployment = client.read_deployment_by_name("build-report/build-report")
    assert deployment.work_pool_name == "council-report"
    assert deployment.parameters == {"request": {"session": "C25", "document": "report"}}
