"""What a listener hears of a build."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flows.building import build
from flows.ordering import BuildRequest
from flows.progress import heard_by, report


def test_progress_never_goes_backwards(workplace: Path) -> None:
    """Whatever the number of files, each step is at least as far as the one before."""
    heard: list[float] = []

    def step(name: str, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        report(name)
        return function(*args, **kwargs)

    with heard_by(lambda _, percentage: heard.append(percentage)):
        request = BuildRequest(session="C25", pdf="none")
        build(request, datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC), step)
    assert heard == sorted(heard)
    assert heard[-1] == 90.0
