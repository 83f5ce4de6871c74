"""Commands on terminals of their own."""

from __future__ import annotations

from collections.abc import Iterator

import gitpractice
import pytest
from prompting import Opens, Terminal


@pytest.fixture
def opens(practice: gitpractice.Practice) -> Iterator[Opens]:
    """Starts commands in the practice; all are ended after the test."""
    begun: list[Terminal] = []

    def start(*words: str, columns: int = 80, **environment: str) -> Terminal:
        begun.append(Terminal(practice, words, columns, **environment))
        return begun[-1]

    yield start
    for terminal in begun:
        terminal.child.close(force=True)
