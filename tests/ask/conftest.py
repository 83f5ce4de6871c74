"""A person at the terminal, played by a list of lines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from massageplan.ask import terminal
from massageplan.schema.gate import Schemas
from massageplan.store import drafts, resources
from massageplan.store.drafts import Draft

Types = Callable[..., list[str]]


@pytest.fixture(scope="session")
def schemas() -> Schemas:
    """The schemas as packaged."""
    return Schemas(resources.schema)


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Types:
    """Lets lines be typed one after the other, then the terminal is closed; gives the list of all that is said."""

    def start(*lines: str) -> list[str]:
        said: list[str] = []
        left = list(lines)

        def ask(prompt: str = terminal.PROMPT, typed: str = "") -> terminal.Said:
            said.append(prompt)
            return terminal.read(left.pop(0)) if left else terminal.Said("end")

        monkeypatch.setattr(terminal, "ask", ask)
        monkeypatch.setattr(terminal, "say", lambda text="": said.append(text))
        monkeypatch.setattr(terminal, "here", lambda: True)
        return said

    return start


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    """A draft of a visit."""
    return drafts.begin(tmp_path, "jd-7k2m", "2026-03-09-session")
