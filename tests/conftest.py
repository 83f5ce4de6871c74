"""What tests of several rooms stand on."""

from __future__ import annotations

from pathlib import Path

import gitpractice
import pytest


@pytest.fixture
def practice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> gitpractice.Practice:
    """A practice of two clients and one visit in a git repository of its own."""
    gitpractice.clean_environment(tmp_path, monkeypatch)
    return gitpractice.make(tmp_path.resolve() / "practice")
