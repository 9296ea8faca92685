"""What every room's tests may ask for: a workplace of their own."""

from pathlib import Path

import pytest
from hypothesis import settings

from tests.samples import copy_as_written, copy_samples

# A run must not depend on chance, nor on how busy the machine is.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None)
settings.load_profile("steady")


@pytest.fixture
def six_languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the samples in the six languages, as current folder."""
    place = tmp_path / "workplace"
    copy_samples(place)
    monkeypatch.chdir(place)
    return place


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the samples in the languages that they are written in, as current folder."""
    place = tmp_path / "workplace"
    copy_as_written(place)
    monkeypatch.chdir(place)
    return place
