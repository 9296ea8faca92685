"""A Prefect server of its own, for what is measured on a running one."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent


@contextmanager
def prefect_server(folder: Path) -> Iterator[dict[str, str]]:
    """A Prefect server with a database of its own; gives the settings that find it."""
    folder.mkdir(exist_ok=True)
    settings = {
        "PREFECT_HOME": str(folder / "prefect"),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    }
    script = (
        "import sys\n"
        "from prefect.server.api.server import SubprocessASGIServer\n"
        "with SubprocessASGIServer() as server:\n"
        "    print(server.api_url, flush=True)\n"
        "    sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, **settings},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        url = next(iter(server.stdout or ()))
        yield settings | {"PREFECT_API_URL": url.strip()}
