"""Killed at any instant: the old state or the new one, git whole, and the next command works as if nothing had been."""

from __future__ import annotations

import fcntl
import os
import random
import shutil
import signal
import time
from collections import Counter
from pathlib import Path

import pytest
from gitpractice import FIRST, JD, MN, SAID, Practice, clean_environment, copy, in_process, make

VERBS: dict[str, tuple[list[str], str]] = {
    "session": (["session", JD, "--from", "-"], SAID),
    "edit": (["edit", JD, "--from", "-"], FIRST + "next: the other side\n"),
    "move": (["move", JD, "--to", MN], ""),
    "undo": (["undo"], ""),
    "drop": (["drop", JD, "--why", "entered twice"], ""),
}
"""What is run, and what is typed."""

ORDINARY = [(verb, alone, 5, 7) for verb in VERBS for alone in (False, True)]
NIGHTLY = [(verb, alone, 100, seed) for verb in VERBS for alone in (False, True) for seed in (11,)]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Practice:
    """A practice to be copied."""
    place = tmp_path_factory.mktemp("base").resolve()
    with pytest.MonkeyPatch.context() as patch:
        clean_environment(place, patch)
        return make(place / "practice")


def delays(count: int, length: float, seed: int) -> list[float]:
    """Instants within a run: one at its very start, some in all of it, more in its last third, where it
    writes; and one long after its end."""
    chance = random.Random(seed)
    of_all = [length * (n + chance.random()) / (count // 3) for n in range(count // 3)]
    rest = count - len(of_all) - 1
    of_all[0] = 0.0
    return [*of_all, *(length * (0.67 + 0.4 * (n + chance.random()) / rest) for n in range(rest)), 20 * length]


def killed(practice: Practice, verb: str, after: float, alone: bool) -> float:
    """Run a verb and kill it, alone or with every process it has started; gives how long it has run."""
    command, typed = VERBS[verb]
    begun = time.monotonic()
    process = practice.begin(*command, typed=typed)
    while time.monotonic() < begun + after and process.poll() is None:
        time.sleep(0.001)
    lasted = time.monotonic() - begun
    if process.poll() is None:
        (os.kill if alone else os.killpg)(process.pid, signal.SIGKILL)
    process.communicate()
    return lasted


def state(now: dict[str, bytes], old: dict[str, bytes], new: dict[str, bytes]) -> str:
    """Which of the two it is; `between` where files of both are there, each of them whole."""
    if now in (old, new):
        return "old" if now == old else "new"
    assert all(raw in (old.get(file), new.get(file)) for file, raw in now.items()), now
    assert old.items() <= now.items() or new.items() <= now.items(), now
    return "between"


def wait_for_git(practice: Practice) -> None:
    """A git that was not killed with its mplan holds the practice's lock until it has ended."""
    place = practice.root / ".mplan" / "lock"
    if place.exists():
        with place.open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)


def goes_on(practice: Practice, verb: str) -> None:
    """An undo cut off before its commit is ended by another; then a visit is kept, and the rest is saved."""
    wait_for_git(practice)
    if verb == "undo" and practice.unsaved:
        assert in_process(["undo"], practice).code == 0
    ran = in_process(["session", MN, "--from", "-"], practice, "said: the next one\n")
    assert ran.code == 0, ran
    assert "committed as" in ran.err
    ran = in_process(["save"], practice)
    assert ran.code == 0, ran
    practice.assert_sound()
    assert list((practice.root / ".mplan").rglob("tmp/*")) == []


@pytest.mark.parametrize(
    ("verb", "alone", "count", "seed"), [*ORDINARY, *(pytest.param(*n, marks=pytest.mark.nightly) for n in NIGHTLY)]
)
def test_killed_at_any_instant(
    verb: str, alone: bool, count: int, seed: int, base: Practice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With all it has started, or without the git that is under way and goes on."""
    clean_environment(tmp_path, monkeypatch)
    ready = copy(base, tmp_path.resolve() / "ready")
    if verb == "undo":
        assert in_process(VERBS["session"][0], ready, VERBS["session"][1]).code == 0
    practice = copy(ready, tmp_path.resolve() / "practice")
    length = killed(practice, verb, 60, alone)
    old, new = ready.records, practice.records
    assert old != new
    found: Counter[str] = Counter()
    for after in delays(count, length, seed):
        shutil.rmtree(practice.root)
        copy(ready, practice.root)
        killed(practice, verb, after, alone)
        found[state(practice.records, old, new)] += 1
        goes_on(practice, verb)
    print(verb, "alone" if alone else "with all", dict(found))
    assert found["old"] > 0, found
    assert found["new"] > 0, found
    assert found.total() == count
