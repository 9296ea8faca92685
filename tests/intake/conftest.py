"""What the tests of the intake share: files that may not be read, whoever runs the tests."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Take away the right to read a file or folder, as the system would tell it."""
    paths: set[str] = set()

    def refusing(call: Callable[..., Any]) -> Callable[..., Any]:
        def called(path: Any, *args: Any, **more: Any) -> Any:
            if os.fspath(path) in paths:
                raise PermissionError(errno.EACCES, "Permission denied", os.fspath(path))
            return call(path, *args, **more)

        return called

    monkeypatch.setattr(os, "open", refusing(os.open))
    monkeypatch.setattr(os, "listdir", refusing(os.listdir))
    return lambda path: paths.add(str(path))
