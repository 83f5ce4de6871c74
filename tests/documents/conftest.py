"""A small practice's handout, and the shipped templates."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from massageplan.documents.handout import HandoutInput
from massageplan.documents.view import PracticeCard

if TYPE_CHECKING:
    from collections.abc import Callable

TEMPLATES = Path(__file__).parents[2] / "templates"

KNEE_ROLL = {
    "harder": "open-book",
    "easier": "pelvic-tilt",
    "equipment": ["mat"],
    "en": {
        "name": "Knee rolls",
        "goal": "loosen the low back",
        "do": ["Lie on your back.", "Let both knees roll to one side."],
        "stop-if": ["leg pain or tingles"],
    },
}
LIBRARY: dict[str, dict[str, Any]] = {
    "knee-roll": KNEE_ROLL,
    "open-book": {"en": {"name": "Open book"}},
    "walking-plan": {
        "en": {"name": "Walking plan", "do": ["Walk."]},
        "es": {"name": "Plan de caminar", "do": ["Camina."]},
    },
}
ITEMS: tuple[dict[str, Any], ...] = (
    {"do": "knee-roll", "reps": "10", "each": "side", "often": "2/day", "at": ["on waking", "in bed"]},
    {"do": "walking-plan", "length": "15 min", "often": "daily", "weeks": "1-10"},
    {"do": "hip-hinge", "sets": "2", "reps": "8-10", "hold": "5-10 s", "often": "3/week"},
)


def shipped(name: str) -> str | None:
    """A template or style of the project."""
    path = TEMPLATES / name
    return path.read_text(encoding="utf-8") if path.is_file() else None


def given(**changes: Any) -> HandoutInput:
    """The input of the small practice's handout, some of it changed."""
    usual: dict[str, Any] = {
        "practice": PracticeCard(
            name="Riverside", phone="519-555-0134", therapist="Ana Rivera, RMT", therapist_first="Ana"
        ),
        "client": "Marek",
        "items": ITEMS,
        "exercises": LIBRARY,
        "goals": ("Lift crates all shift", "Sleep through"),
        "expect": {"by": "visit 4", "measure": "psfs/lift-crate", "change": "up 3"},
        "shown_on": "2026-06-16",
        "why": "Tight is **not** damaged.\n\n- warm it\n- move it",
        "advice": ({"say": "Ask for waist-high shelves."},),
        "start": date(2026, 6, 17),
        "next_visit": "2026-06-23",
        "confidence": "7/10",
        "record": "2026-06-16-plan",
    }
    return HandoutInput(**{**usual, **changes})


@pytest.fixture
def overriding() -> Callable[[dict[str, str]], Callable[[str], str | None]]:
    """A loader in which some templates are a practice's own."""
    return lambda own: lambda name: own.get(name, shipped(name))
