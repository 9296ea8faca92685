"""What every room's tests may ask for: a workplace of their own."""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

# A run must not depend on chance, nor on how busy the machine is.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None)
settings.load_profile("steady")

ROOT = Path(__file__).parent.parent


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample sessions and the templates, as current folder."""
    place = tmp_path / "workplace"
    for folder in ("inputs", "templates"):
        shutil.copytree(ROOT / folder, place / folder)
    shutil.copy(ROOT / "pyproject.toml", place)
    monkeypatch.chdir(place)
    return place
