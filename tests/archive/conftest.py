"""What the tests of the archive share: a manifest to store, and a program that stores."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import council_report
from council_report.model.draft import Ingredient, Manifest, Product

FILE = "S25-CL-C-XXXX!!MSW-E.docx"

MakeManifest = Callable[..., Manifest]
StartBuild = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture(scope="session")
def make_manifest() -> MakeManifest:
    """Makes the manifest of a report with one file and a given fingerprint."""

    def make(fingerprint: str = "f1", **fields: object) -> Manifest:
        manifest = Manifest(
            session="C25",
            kind="report",
            draft=0,
            made=datetime(2025, 5, 2, 9, 30, tzinfo=UTC),
            fingerprint=fingerprint,
            version="0.1.0",
            engine=None,
            tools={"docxtpl": "0.20.2"},
            languages=("en",),
            ingredients=(Ingredient(file="inputs/C25/itu-t/standards.yaml", digest="a1"),),
            products=(Product(file=FILE, digest="", language="en"),),
            trace=(),
            statistics={},
            gaps=(),
            provisional={},
        )
        return manifest.model_copy(update=fields)

    return make


@pytest.fixture
def start_build() -> Iterator[StartBuild]:
    """Starts a program of this folder in a process of its own, ended with the test."""
    started: list[subprocess.Popen[str]] = []

    def start(program: str, *arguments: object) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name(program)), *map(str, arguments)],
            env={**os.environ, "PYTHONPATH": str(Path(council_report.__file__).parents[1])},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()
